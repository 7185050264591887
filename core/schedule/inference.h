// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/schedule/catalogue.h"

namespace pipegantt {

/// Forward only, filled and drained; see inference.cpp.
const CatalogueEntry& inferenceEntry();

} // namespace pipegantt
