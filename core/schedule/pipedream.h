// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/schedule/catalogue.h"

namespace pipegantt {

/// Asynchronous 1F1B, with a version of the weights for each micro-batch in flight or with two; see
/// pipedream.cpp.
const CatalogueEntry& pipeDreamEntry();
const CatalogueEntry& pipeDream2BWEntry();

} // namespace pipegantt
