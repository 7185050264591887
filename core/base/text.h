// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

/// Marks an English source text for translation. The core keeps no language but the texts' source:
/// the command line prints it, the window looks it up under `context`. lupdate knows this name.
#define PIPEGANTT_TEXT(context, text) text
