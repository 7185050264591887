// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/schedule/catalogue.h"

namespace pipegantt {

/// 1F1B over slices of the sequence; see seq1f1b.cpp.
const CatalogueEntry& seq1F1BEntry();

} // namespace pipegantt
