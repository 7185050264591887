// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/search/memoryrule.h"
#include "core/search/problem.h"

#include <cstddef>
#include <vector>

namespace pipegantt {

/// Where a state of a Layer keeps the arrivals of the results that each stage has not taken yet,
/// behind the instants at which its devices are free.
class Queues
{
public:
    explicit Queues(const SearchProblem& problem)
        : m_begins(2 * problem.stages.size() + 1)
    {
    }

    /// Follows from how far the stages are: what one has made and the next has not used.
    void lay(const SearchProblem& problem, PassCounts counts)
    {
        auto at = static_cast<std::size_t>(problem.devices);
        for (int s = 0; s < static_cast<int>(problem.stages.size()); ++s) {
            const SearchStage& stage = problem.stage(s);
            const auto queued = [&](Pass pass, int from) {
                return static_cast<std::size_t>(
                    countOf(counts, from, pass) - countOf(counts, s, pass));
            };
            m_begins[queueOf(s, Pass::Forward)] = at;
            at += stage.previous >= 0 ? queued(Pass::Forward, stage.previous) : 0;
            m_begins[queueOf(s, Pass::InputGrad)] = at;
            at += stage.next >= 0 ? queued(Pass::InputGrad, stage.next) : 0;
        }
        m_begins.back() = at;
    }

    [[nodiscard]] std::size_t begin(int stage, Pass pass) const
    {
        return m_begins[queueOf(stage, pass)];
    }
    [[nodiscard]] std::size_t end(int stage, Pass pass) const
    {
        return m_begins[queueOf(stage, pass) + 1];
    }
    [[nodiscard]] bool isEmpty(int stage, Pass pass) const
    {
        return begin(stage, pass) == end(stage, pass);
    }

private:
    static std::size_t queueOf(int stage, Pass pass)
    {
        return 2 * static_cast<std::size_t>(stage) + (pass == Pass::Forward ? 0 : 1);
    }

    std::vector<std::size_t> m_begins;
};

} // namespace pipegantt
