// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/figure/rounding.h"

#include <cstddef>
#include <span>
#include <vector>

namespace pipegantt {

/// A row of columns before they are rounded, for lines of pixels that rows share. Where it changes
/// at few columns it consists of segments, so that what is of one colour is treated at once; else
/// of pixels. Keeps its memory.
class MixedRow
{
public:
    /// Columns of one mix: to where the next one begins.
    struct Segment
    {
        std::size_t from = 0;
        Mix mix {};
    };

    /// Begins a row of `width` columns, of segments if about `changes` columns differ from the one
    /// to their left.
    void reset(std::size_t width, std::size_t changes);

    /// The next columns from the left: [from, to) in one mix, or all of `mixes`.
    void append(std::size_t from, std::size_t to, const Mix& mix);
    void append(std::size_t from, std::span<const Mix> mixes);
    /// Paints over [from, to) of a row that is complete.
    void fill(std::size_t from, std::size_t to, const Mix& mix);
    /// Replaces each mix from column `from` on by what `change` makes of it.
    template <class Change>
    void transform(std::size_t from, Change change);

    [[nodiscard]] std::size_t width() const { return m_width; }
    [[nodiscard]] bool hasSegments() const { return m_hasSegments; }
    /// Ascending from column 0; of a row of pixels, none.
    [[nodiscard]] std::span<const Segment> segments() const { return m_segments; }
    /// One for each column; of a row of segments, none.
    [[nodiscard]] std::span<const Mix> pixels() const { return m_pixels; }
    /// One for each column of either.
    void copyTo(std::span<Mix> pixels) const;

private:
    /// Lets a segment begin at `from`, if there is such a column.
    void split(std::size_t from);

    std::size_t m_width = 0;
    bool m_hasSegments = false;
    std::vector<Segment> m_segments;
    std::vector<Mix> m_pixels;
};

template <class Change>
void MixedRow::transform(std::size_t from, Change change)
{
    if (from >= m_width)
        return;
    if (!m_hasSegments) {
        for (Mix& pixel : std::span(m_pixels).subspan(from))
            pixel = change(pixel);
        return;
    }
    split(from);
    for (Segment& segment : m_segments) {
        if (segment.from >= from)
            segment.mix = change(segment.mix);
    }
}

/// Fills `pixels` with what `segments` have.
void expand(std::span<const MixedRow::Segment> segments, std::span<Mix> pixels);

} // namespace pipegantt
