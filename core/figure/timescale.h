// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/time.h"

namespace pipegantt {

/// Maps a window of time onto pixels (or any other unit of length) and back. An immutable value;
/// `begin` < `end` and a positive width.
class TimeScale
{
public:
    TimeScale(Duration begin, Duration end, double width)
        : m_begin(begin)
        , m_end(end)
        , m_width(width)
    {
    }

    [[nodiscard]] Duration begin() const { return m_begin; }
    [[nodiscard]] Duration end() const { return m_end; }
    [[nodiscard]] double width() const { return m_width; }

    [[nodiscard]] double toPx(Duration time) const;
    [[nodiscard]] double lengthPx(Duration duration) const;
    /// The instant under `px`, rounded down to a picosecond.
    [[nodiscard]] Duration toTime(double px) const;

    /// The scale zoomed by `factor` (> 1 magnifies) so that the instant under `px` stays there.
    [[nodiscard]] TimeScale zoomedAt(double px, double factor) const;
    /// The scale moved so that what was under px = 0 is under `px`.
    [[nodiscard]] TimeScale pannedBy(double px) const;
    /// The nearest scale whose window lies within [0, limit] and is at least `least` long.
    [[nodiscard]] TimeScale confinedTo(Duration limit, Duration least) const;

    friend bool operator==(const TimeScale&, const TimeScale&) = default;

private:
    Duration m_begin;
    Duration m_end;
    double m_width;
};

} // namespace pipegantt
