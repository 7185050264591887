// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/plan/valuescale.h"

#include <algorithm>
#include <cmath>

namespace pipegantt {

namespace {

// Fine enough for every integer below 100 on the longest scale of counts: ln(100/99) is more than
// ln(10^9) / 4096.
constexpr int kLogarithmicPositions = 4096;

} // namespace

ValueScale::ValueScale(const NumberSpec& spec)
    : m_spec(spec)
{
    if (spec.logarithmic) {
        m_positions = kLogarithmicPositions;
        m_firstStep = spec.minimum < spec.walkFrom ? 1 : 0;
    } else {
        m_positions = static_cast<int>((spec.maximum - spec.minimum) / spec.step);
    }
}

std::int64_t ValueScale::valueAt(int position) const
{
    if (position <= 0)
        return m_spec.minimum;
    if (position >= m_positions)
        return m_spec.maximum;
    if (!m_spec.logarithmic)
        return m_spec.minimum + position * m_spec.step;
    const double share = static_cast<double>(position - m_firstStep)
        / static_cast<double>(m_positions - m_firstStep);
    const auto from = static_cast<double>(m_spec.walkFrom);
    return rounded(from * std::pow(static_cast<double>(m_spec.maximum) / from, share));
}

int ValueScale::positionOf(std::int64_t value) const
{
    if (value <= m_spec.minimum)
        return 0;
    if (value >= m_spec.maximum)
        return m_positions;
    if (!m_spec.logarithmic)
        return static_cast<int>((value - m_spec.minimum + m_spec.step / 2) / m_spec.step);
    if (value <= m_spec.walkFrom)
        return m_firstStep;
    const auto from = static_cast<double>(m_spec.walkFrom);
    const double share = std::log(static_cast<double>(value) / from)
        / std::log(static_cast<double>(m_spec.maximum) / from);
    return m_firstStep
        + static_cast<int>(std::lround(share * static_cast<double>(m_positions - m_firstStep)));
}

std::int64_t ValueScale::stepped(std::int64_t value, int direction) const
{
    if (!m_spec.logarithmic)
        return confined(value + direction * m_spec.step);
    const std::int64_t least = std::min(m_spec.step, m_spec.walkFrom);
    const std::int64_t factor = rounded(static_cast<double>(value) / 20.0);
    return confined(value + direction * std::max(least, factor));
}

std::int64_t ValueScale::leapt(std::int64_t value, int direction) const
{
    if (!m_spec.logarithmic)
        return confined(value + 10 * direction * m_spec.step);
    if (direction < 0)
        return value / 2 < m_spec.walkFrom ? m_spec.minimum : value / 2;
    return confined(value < m_spec.walkFrom ? m_spec.walkFrom : 2 * value);
}

std::int64_t ValueScale::rounded(double value) const
{
    // Three significant digits of a count, two of a time or an amount, which has a finer unit.
    const bool count = m_spec.quantity == Quantity::Count;
    const double digit = std::pow(10.0, std::floor(std::log10(std::max(value, 1.0))));
    const double grain = std::max(digit / (count ? 100.0 : 10.0), count ? 1.0 : 0.0);
    const bool inSlots = m_spec.quantity == Quantity::Time && m_spec.unit == TimeUnit::Slots;
    const double whole = inSlots ? static_cast<double>(m_spec.step) : 1.0;
    const double unit = std::max(grain, whole);
    return static_cast<std::int64_t>(std::llround(value / unit) * std::llround(unit));
}

std::int64_t ValueScale::confined(std::int64_t value) const
{
    return std::clamp(value, m_spec.minimum, m_spec.maximum);
}

} // namespace pipegantt
