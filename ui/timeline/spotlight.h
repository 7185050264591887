// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/figure/timescale.h"
#include "ui/theme/theme.h"
#include "ui/timeline/chartlayout.h"

#include <optional>

class QPainter;

namespace pipegantt {

/// What another view is pointed at: a device, an instant, or both.
struct Spotlight
{
    std::optional<int> device;
    std::optional<Duration> when;

    friend bool operator==(const Spotlight&, const Spotlight&) = default;
};

/// Paints a frame around the row of the device and a thin line at the instant.
void paintSpotlight(QPainter& painter, const ChartLayout& layout, const TimeScale& scale,
    const Theme& theme, const Spotlight& spotlight);

} // namespace pipegantt
