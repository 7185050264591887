// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/simulate/repetitions.h"

#include <algorithm>
#include <numeric>
#include <optional>

namespace pipegantt {
namespace {

constexpr std::size_t kRound = 16; ///< operations of a device, at least

/// Makes periods of short periods longer, so that a visit to a device is worth its while.
void widen(const Schedule& schedule, Repetition& repetition)
{
    std::vector<RowPeriod>& periods = repetition.periods;
    repetition.isLoose = periods[0].length == 1;
    const std::size_t enough = repetition.isLoose ? shareOfRow(schedule, 128) : kRound;
    std::size_t least = enough;
    std::size_t most = enough;
    for (const RowPeriod& period : periods) {
        least = std::min(least, period.length);
        most = std::min(most, (period.end - period.begin) / period.length / 8);
    }
    const std::size_t times = std::max<std::size_t>(1, std::min(enough / least, most));
    for (RowPeriod& period : periods) {
        period.length *= times;
        period.units *= static_cast<std::uint32_t>(times);
    }
}

/// Finds the periods of all rows around the operations that `anchorOf` gives, counted from the
/// begin of the row; false where a row has none of a part that is worth the while.
bool findAround(const Schedule& schedule, Repetition& repetition, auto anchorOf)
{
    std::vector<RowPeriod>& periods = repetition.periods;
    periods.clear();
    for (int device = 0; device < schedule.devices(); ++device) {
        const std::size_t around = anchorOf(device);
        if (around >= schedule.row(device).size())
            return false;
        const std::optional<RowPeriod> period = device == 0
            ? periodAround(schedule, device, around, static_cast<std::uint32_t>(schedule.slices()))
            : periodAroundBy(schedule, device, around, periods[0].units);
        // Four periods are the least with which something can be seen and something be won.
        if (!period || period->end - period->begin < 4 * period->length)
            return false;
        periods.push_back(*period);
    }
    widen(schedule, repetition);
    return true;
}

} // namespace

std::size_t shareOfRow(const Schedule& schedule, std::size_t share)
{
    const std::size_t row =
        schedule.operations().size() / static_cast<std::size_t>(schedule.devices());
    return std::clamp<std::size_t>(row / share, 16, 1'024);
}

void Repetitions::find(const Schedule& schedule)
{
    if (m_revision == schedule.revision())
        return;
    m_revision = schedule.revision();
    m_count = 0;
    // All at once: a slider that comes to a schedule with more repetitions allocates nothing.
    for (Repetition& repetition : m_found)
        repetition.periods.reserve(static_cast<std::size_t>(schedule.devices()));
    Repetition& first = m_found[0];
    Repetition& second = m_found[1];
    Repetition& third = m_found[2];
    const auto middle = [&](int device) { return schedule.row(device).size() / 2; };
    if (!findAround(schedule, second, middle))
        return;
    const auto before = [&](int device) {
        const RowPeriod& known = second.periods[static_cast<std::size_t>(device)];
        return (known.begin - schedule.rowBegin(device)) / 2;
    };
    const auto behind = [&](int device) {
        const RowPeriod& known = second.periods[static_cast<std::size_t>(device)];
        return std::midpoint(known.end, schedule.rowEnd(device)) - schedule.rowBegin(device);
    };
    if (findAround(schedule, first, before))
        m_order[m_count++] = 0;
    m_order[m_count++] = 1;
    if (findAround(schedule, third, behind))
        m_order[m_count++] = 2;
}

} // namespace pipegantt
