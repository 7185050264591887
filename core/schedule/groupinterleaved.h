// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/schedule/catalogue.h"

namespace pipegantt {

/// Interleaved zero bubble in small groups; see groupinterleaved.cpp.
const CatalogueEntry& groupInterleavedEntry();

} // namespace pipegantt
