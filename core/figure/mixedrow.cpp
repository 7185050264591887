// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/figure/mixedrow.h"

#include <algorithm>

namespace pipegantt {

namespace {

// Columns for each change from which on runs of columns are worth their bookkeeping.
constexpr std::size_t kColumnsPerChange = 24;

std::ptrdiff_t offset(std::size_t x)
{
    return static_cast<std::ptrdiff_t>(x);
}

} // namespace

void MixedRow::reset(std::size_t width, std::size_t changes)
{
    m_width = width;
    m_hasSegments = changes * kColumnsPerChange <= width;
    m_segments.clear();
    m_pixels.resize(m_hasSegments ? 0 : width);
}

void MixedRow::append(std::size_t from, std::size_t to, const Mix& mix)
{
    if (m_hasSegments)
        m_segments.push_back({from, mix});
    else
        std::fill(m_pixels.begin() + offset(from), m_pixels.begin() + offset(to), mix);
}

void MixedRow::append(std::size_t from, std::span<const Mix> mixes)
{
    if (!m_hasSegments) {
        std::ranges::copy(mixes, m_pixels.begin() + offset(from));
        return;
    }
    for (const Mix& mix : mixes)
        m_segments.push_back({from++, mix});
}

void MixedRow::fill(std::size_t from, std::size_t to, const Mix& mix)
{
    if (from >= to)
        return;
    if (!m_hasSegments) {
        append(from, to, mix);
        return;
    }
    split(to);
    const auto first = std::ranges::lower_bound(m_segments, from, {}, &Segment::from);
    const auto last = std::ranges::lower_bound(m_segments, to, {}, &Segment::from);
    if (first == last) {
        m_segments.insert(first, {from, mix});
        return;
    }
    *first = {from, mix};
    m_segments.erase(first + 1, last);
}

void MixedRow::split(std::size_t from)
{
    if (from >= m_width)
        return;
    const auto next = std::ranges::lower_bound(m_segments, from, {}, &Segment::from);
    if (next == m_segments.end() || next->from > from)
        m_segments.insert(next, {from, (next - 1)->mix});
}

void MixedRow::copyTo(std::span<Mix> pixels) const
{
    if (m_hasSegments)
        expand(m_segments, pixels);
    else
        std::ranges::copy(m_pixels, pixels.begin());
}

void expand(std::span<const MixedRow::Segment> segments, std::span<Mix> pixels)
{
    for (std::size_t i = 0; i < segments.size(); ++i) {
        const std::size_t to = i + 1 < segments.size() ? segments[i + 1].from : pixels.size();
        std::fill(pixels.begin() + offset(segments[i].from), pixels.begin() + offset(to),
            segments[i].mix);
    }
}

} // namespace pipegantt
