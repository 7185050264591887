// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/schedule/catalogue.h"

namespace pipegantt {

/// Zero Bubble's scheduler for the V layout; see zbvsearch.cpp.
const CatalogueEntry& zbVSearchEntry();

} // namespace pipegantt
