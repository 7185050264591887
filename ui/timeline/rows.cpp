// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/timeline/rows.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace pipegantt {

namespace {

constexpr double kGapShare = 0.15;

// Where row `device` of `devices` begins among `heightPx` pixels.
int edge(std::int64_t device, std::int64_t devices, std::int64_t heightPx)
{
    return static_cast<int>(device * heightPx / devices);
}

} // namespace

Rows::Band Rows::band(int device) const
{
    const int top = edge(device, devices, heightPx);
    const int next = edge(device + 1, devices, heightPx);
    const int gap = pitch() < kLeastPitchOfGaps
        ? 0
        : std::max(1, static_cast<int>(std::floor(pitch() * kGapShare)));
    return {top, std::max(next - gap - lanePx, top + 1)};
}

Rows::Band Rows::lane(int device) const
{
    if (lanePx == 0)
        return {};
    const int top = band(device).bottom;
    return {top + 1, top + lanePx};
}

int Rows::deviceAt(int yPx) const
{
    const auto ceiling = (static_cast<std::int64_t>(yPx + 1) * devices + heightPx - 1) / heightPx;
    int device = std::clamp(static_cast<int>(ceiling) - 1, 0, devices - 1);
    while (device > 0 && edge(device, devices, heightPx) > yPx)
        --device;
    // Of several devices in one line, the first.
    while (device > 0 && edge(device - 1, devices, heightPx) == yPx
        && edge(device, devices, heightPx) == yPx)
        --device;
    return device;
}

// In parts of 1 / (devices * heightPx) of the height, line y is [y * devices, (y + 1) * devices)
// and row d is [d * heightPx, (d + 1) * heightPx).
Rows::Range Rows::sharing(int yPx) const
{
    const auto first = static_cast<std::int64_t>(yPx) * devices;
    return {static_cast<int>(first / heightPx),
        static_cast<int>((first + devices + heightPx - 1) / heightPx)};
}

int Rows::partOf(int device, int yPx) const
{
    const std::int64_t line = static_cast<std::int64_t>(yPx) * devices;
    const std::int64_t row = static_cast<std::int64_t>(device) * heightPx;
    return static_cast<int>(
        std::max<std::int64_t>(std::min(line + devices, row + heightPx) - std::max(line, row), 0));
}

} // namespace pipegantt
