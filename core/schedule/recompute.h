// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/schedule/catalogue.h"

namespace pipegantt {

/// 1F1B that computes activations again before each backward pass; see recompute.cpp.
const CatalogueEntry& oneFOneBRecomputeEntry();

} // namespace pipegantt
