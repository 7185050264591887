// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/schedule/catalogue.h"

namespace pipegantt {

/// The two handcrafted schedules of the Zero Bubble paper; see zerobubble.cpp.
const CatalogueEntry& zbH1Entry();
const CatalogueEntry& zbH2Entry();

} // namespace pipegantt
