// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/figure/mixedrow.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace pipegantt {

/// A line of pixels that several rows share: their mix, each by its share of the line, rounded
/// once. As long as all rows consist of segments, the cost follows those.
class SharedLine
{
public:
    void clear();
    /// All rows of a line have as many columns.
    void add(const MixedRow& row, float share);
    /// The sum, as pixels.
    void settle(std::span<std::uint32_t> pixels);

private:
    using Segment = MixedRow::Segment;

    [[nodiscard]] bool isEmpty() const { return !m_isDense && m_segments.empty(); }
    void addSegments(const MixedRow& row, float share);
    void addPixels(const MixedRow& row, float share);

    bool m_isDense = false;
    std::vector<Segment> m_segments;
    std::vector<Segment> m_before;
    std::vector<Mix> m_sums; ///< of each pixel, where it is dense
    std::vector<Mix> m_row;
};

} // namespace pipegantt
