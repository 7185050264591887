// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/schedule/catalogue.h"

namespace pipegantt {

/// An order that was given, imported or edited by hand; see custom.cpp.
const CatalogueEntry& customEntry();

} // namespace pipegantt
