// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/schedule/catalogue.h"

namespace pipegantt {

/// Two directions whose forward and backward passes run in pairs; see dualpipe.cpp.
const CatalogueEntry& dualPipeEntry();

/// The same cut in half, over a V; see dualpipe.cpp.
const CatalogueEntry& dualPipeVEntry();

} // namespace pipegantt
