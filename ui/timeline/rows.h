// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace pipegantt {

/// Where the rows of the devices lie in a raster, in whole device pixels from its top. Rows share
/// the height to a pixel; where they are too thin for gaps between them, each has exactly its
/// share, and a line that several share is their mix by area.
struct Rows
{
    /// The part of a row that its bars fill: [top, bottom).
    struct Band
    {
        int top = 0;
        int bottom = 0;

        [[nodiscard]] int height() const { return bottom - top; }
    };

    /// Rows as high as this have a gap below.
    static constexpr int kLeastPitchOfGaps = 4;

    int devices = 1;
    int heightPx = 1;
    /// Of each row, for a lane below its bars; 0 for none.
    int lanePx = 0;

    [[nodiscard]] Band band(int device) const;
    /// The lane below the bars of a row; empty where there are none.
    [[nodiscard]] Band lane(int device) const;
    /// The row at `yPx`, 0 ≤ yPx < heightPx; of several, the first.
    [[nodiscard]] int deviceAt(int yPx) const;
    /// Whether lines are shared.
    [[nodiscard]] bool areGathered() const
    {
        return pitch() < kLeastPitchOfGaps && heightPx % devices != 0;
    }
    /// The rows of which line `yPx` shows a part, where lines are shared: [first, last).
    struct Range
    {
        int first = 0;
        int last = 1;
    };
    [[nodiscard]] Range sharing(int yPx) const;
    /// How much of line `yPx` is the row of `device`, in parts of `devices`.
    [[nodiscard]] int partOf(int device, int yPx) const;
    /// Pixels of a row with the gap below it, if it has one.
    [[nodiscard]] double pitch() const { return static_cast<double>(heightPx) / devices; }
};

} // namespace pipegantt
