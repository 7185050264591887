// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/schedule/catalogue.h"

namespace pipegantt {

/// Interleaved 1F1B with split backward passes; see interleavedzb.cpp.
const CatalogueEntry& interleavedZbEntry();

} // namespace pipegantt
