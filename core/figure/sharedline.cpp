// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/figure/sharedline.h"

#include "core/base/multiversion.h"

#include <algorithm>

namespace pipegantt {

namespace {

PIPEGANTT_MULTIVERSION
void addShare(const float* __restrict row, float share, float* __restrict sums, std::size_t count)
{
    for (std::size_t i = 0; i < count; ++i)
        sums[i] += share * row[i];
}

PIPEGANTT_MULTIVERSION
void setShare(const float* __restrict row, float share, float* __restrict sums, std::size_t count)
{
    for (std::size_t i = 0; i < count; ++i)
        sums[i] = share * row[i];
}

Mix shareOf(const Mix& mix, float share)
{
    Mix part;
    for (std::size_t channel = 0; channel < mix.size(); ++channel)
        part[channel] = share * mix[channel];
    return part;
}

Mix sumOf(const Mix& one, const Mix& other)
{
    Mix sum;
    for (std::size_t channel = 0; channel < sum.size(); ++channel)
        sum[channel] = one[channel] + other[channel];
    return sum;
}

} // namespace

void SharedLine::clear()
{
    m_isDense = false;
    m_segments.clear();
}

void SharedLine::add(const MixedRow& row, float share)
{
    if (row.hasSegments() && !m_isDense)
        addSegments(row, share);
    else
        addPixels(row, share);
}

void SharedLine::addPixels(const MixedRow& row, float share)
{
    const std::size_t width = row.width();
    std::span<const Mix> pixels = row.pixels();
    if (row.hasSegments()) {
        m_row.resize(width);
        row.copyTo(m_row);
        pixels = m_row;
    }
    m_sums.resize(width);
    float* const sums = m_sums.data()->data();
    if (isEmpty()) {
        setShare(pixels.data()->data(), share, sums, 4 * width);
    } else {
        if (!m_isDense)
            expand(m_segments, m_sums);
        addShare(pixels.data()->data(), share, sums, 4 * width);
    }
    m_isDense = true;
}

// Both have segments from 0 on: each that begins in either begins in the sum.
void SharedLine::addSegments(const MixedRow& row, float share)
{
    const std::span<const Segment> segments = row.segments();
    if (m_segments.empty()) {
        for (const Segment& segment : segments)
            m_segments.push_back({segment.from, shareOf(segment.mix, share)});
        return;
    }
    std::swap(m_segments, m_before);
    m_segments.clear();
    Mix ofBefore {};
    Mix ofRow {};
    for (std::size_t i = 0, k = 0; i < m_before.size() || k < segments.size();) {
        const std::size_t x = std::min(i < m_before.size() ? m_before[i].from : row.width(),
            k < segments.size() ? segments[k].from : row.width());
        if (i < m_before.size() && m_before[i].from == x)
            ofBefore = m_before[i++].mix;
        if (k < segments.size() && segments[k].from == x)
            ofRow = shareOf(segments[k++].mix, share);
        m_segments.push_back({x, sumOf(ofBefore, ofRow)});
    }
}

void SharedLine::settle(std::span<std::uint32_t> pixels)
{
    Rounding rounding;
    if (m_isDense) {
        rounding.pixels(m_sums, pixels);
        return;
    }
    for (std::size_t i = 0; i < m_segments.size(); ++i) {
        const std::size_t from = m_segments[i].from;
        const std::size_t to = i + 1 < m_segments.size() ? m_segments[i + 1].from : pixels.size();
        rounding.run(m_segments[i].mix, pixels.subspan(from, to - from));
    }
}

} // namespace pipegantt
