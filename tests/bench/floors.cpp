// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/floors.h"

#include <cstring>
#include <numeric>

namespace pipegantt::bench {

Floors::Floors(std::size_t operations, std::size_t frameBytes)
    : m_durations(operations, 1)
    , m_ends(operations)
    , m_narrowDurations(operations, 1)
    , m_narrowEnds(operations)
    , m_frame(frameBytes)
{
}

void Floors::setFrame()
{
    std::memset(m_frame.data(), m_frame[0] + 1, m_frame.size());
}

void Floors::prefixSum()
{
    std::partial_sum(m_durations.begin(), m_durations.end(), m_ends.begin());
    m_durations[0] = m_ends.back() % 2 + 1;
}

void Floors::narrowPrefixSum()
{
    std::partial_sum(m_narrowDurations.begin(), m_narrowDurations.end(), m_narrowEnds.begin());
    m_narrowDurations[0] = m_narrowEnds.back() % 2 + 1;
}

} // namespace pipegantt::bench
