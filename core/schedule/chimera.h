// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/schedule/catalogue.h"

namespace pipegantt {

/// Two pipelines in opposite directions; see chimera.cpp.
const CatalogueEntry& chimeraEntry();

} // namespace pipegantt
