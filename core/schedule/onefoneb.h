// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/schedule/catalogue.h"

namespace pipegantt {

/// One forward, one backward; see onefoneb.cpp.
const CatalogueEntry& oneFOneBEntry();

} // namespace pipegantt
