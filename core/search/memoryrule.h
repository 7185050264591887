// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/search/problem.h"

#include <cstddef>
#include <cstdint>
#include <span>

namespace pipegantt {

/// How many of each pass each stage has run: stage * kPassCount + pass.
using PassCounts = std::span<const std::uint16_t>;

/// How many times `pass` has been run in `stage`.
inline int countOf(PassCounts counts, int stage, Pass pass)
{
    return counts[static_cast<std::size_t>(stage) * kPassCount + static_cast<std::size_t>(pass)];
}

/// Which forwards the memory of the devices admits: those that fit, and after which the units on
/// their way can still be brought home one after the other. Filling a device with the forwards of
/// an early stage would leave no room for those of a later one, and all devices would wait for
/// ever.
class MemoryRule
{
public:
    explicit MemoryRule(const SearchProblem& problem);

    /// Whether a forward of `stage` may be the next step from `counts`.
    [[nodiscard]] bool admits(PassCounts counts, int stage) const;

    /// Whether the rule refuses a forward only for what its own stage holds. Then running an
    /// operation sooner never keeps another one from running.
    [[nodiscard]] bool isLocal() const { return m_local; }

private:
    [[nodiscard]] bool canAllReturn(PassCounts counts, int stage) const;
    [[nodiscard]] bool returnsFirst(PassCounts counts, int stage, int last) const;
    [[nodiscard]] std::int64_t needed(
        PassCounts counts, int stage, int device, int last, bool toFinish) const;

    const SearchProblem& m_problem;
    bool m_local = true;
    bool m_twoPipelines = false;
};

} // namespace pipegantt
