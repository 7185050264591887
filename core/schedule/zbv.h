// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/schedule/catalogue.h"

namespace pipegantt {

/// The fixed order of ZB-V; see zbv.cpp.
const CatalogueEntry& zbVEntry();

} // namespace pipegantt
