// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/figure/page.h"

#include <vector>

namespace pipegantt {

/// The hatch of a bubble: rising lines, `step` apart along x and cut off at the edges of `area`.
/// Their phase hangs on the page and not on the area, so that neighbours continue each other.
/// Explicit lines, because neither Qt's SVG nor office programs draw SVG patterns.
std::vector<PageSegment> hatchLines(const PageRect& area, double step);

} // namespace pipegantt
