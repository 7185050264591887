// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/schedule/catalogue.h"

namespace pipegantt {

/// GPipe over slices of the sequence; see terapipe.cpp.
const CatalogueEntry& teraPipeEntry();

} // namespace pipegantt
