// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/schedule/catalogue.h"

namespace pipegantt {

/// All forwards, then all backwards; see gpipe.cpp.
const CatalogueEntry& gpipeEntry();

} // namespace pipegantt
