// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace pipegantt {

/// Where the rows of the devices lie in a raster, in whole device pixels from its top. Rows share
/// the height to a pixel; where there are more devices than pixels, a line shows several.
struct Rows
{
    /// The part of a row that its bars fill: [top, bottom).
    struct Band
    {
        int top = 0;
        int bottom = 0;

        [[nodiscard]] int height() const { return bottom - top; }
    };

    int devices = 1;
    int heightPx = 1;

    [[nodiscard]] Band band(int device) const;
    /// The row at `yPx`, 0 ≤ yPx < heightPx; of several, the first.
    [[nodiscard]] int deviceAt(int yPx) const;
    /// Pixels of a row with the gap below it; less than 1 where a line shows several devices.
    [[nodiscard]] double pitch() const { return static_cast<double>(heightPx) / devices; }
};

} // namespace pipegantt
