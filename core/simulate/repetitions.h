// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/order/schedule.h"
#include "core/simulate/rowperiod.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace pipegantt {

/// A part of a schedule in which the rows of all devices repeat themselves: in a round each row
/// runs one of its periods, all of the same units.
struct Repetition
{
    std::vector<RowPeriod> periods; ///< of a round, by device
    bool isLoose = false; ///< whether rows repeat one pass, which none of the next waits for
};

/// The repetitions of a schedule, in their order; kept between runs, because times change nothing
/// about them. Most schedules have one, the steady state. GPipe has two: forwards, then gradients.
class Repetitions
{
public:
    /// Finds those of `schedule`, unless it is the one that it was. O(operations).
    void find(const Schedule& schedule);

    [[nodiscard]] std::size_t size() const { return m_count; }
    [[nodiscard]] const Repetition& operator[](std::size_t at) const
    {
        return m_found[m_order[at]];
    }

private:
    std::uint64_t m_revision = 0;
    std::size_t m_count = 0;
    /// Which were found: one before the middle of the rows, one around it, one behind it. Each has
    /// its place, so that its memory is used again.
    std::array<std::size_t, 3> m_order {};
    std::array<Repetition, 3> m_found;
};

/// How many operations of a device run at a time where devices do not wait for each other after
/// every few: a share of the row that is small, but many cache lines.
[[nodiscard]] std::size_t shareOfRow(const Schedule& schedule, std::size_t share);

} // namespace pipegantt
