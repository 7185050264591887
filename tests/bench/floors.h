// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace pipegantt::bench {

/// The least that any program could do with the same data: what the figures are divided by. In a
/// file of its own, so that the compiler cannot see that nobody reads the result.
class Floors
{
public:
    Floors(std::size_t operations, std::size_t frameBytes);

    /// Writes the frame once.
    void setFrame();
    /// Adds the durations of all operations up, one running end each.
    void prefixSum();
    /// The same with 32-bit times.
    void narrowPrefixSum();

private:
    std::vector<std::int64_t> m_durations;
    std::vector<std::int64_t> m_ends;
    std::vector<std::int32_t> m_narrowDurations;
    std::vector<std::int32_t> m_narrowEnds;
    std::vector<unsigned char> m_frame;
};

} // namespace pipegantt::bench
