// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/search/listorder.h"

#include "core/search/memoryrule.h"

#include <queue>

#include <algorithm>
#include <functional>
#include <tuple>
#include <utility>
#include <vector>

namespace pipegantt {
namespace {

constexpr std::int64_t kNever = SearchProblem::kNever;

class ListScheduler
{
public:
    explicit ListScheduler(const SearchProblem& problem)
        : m_problem(problem)
        , m_memory(problem)
        , m_counts(problem.stages.size() * kPassCount, 0)
        , m_ends(problem.operations())
        , m_free(static_cast<std::size_t>(problem.devices), 0)
        , m_rows(static_cast<std::size_t>(problem.devices))
    {
    }

    Order run()
    {
        for (int device = 0; device < m_problem.devices; ++device)
            enqueue(device);
        while (!m_queue.empty()) {
            const auto [start, device] = m_queue.top();
            m_queue.pop();
            const Choice next = choiceOf(device);
            // Queued for what has changed since; it is in the queue again for what is now.
            if (next.start != start)
                continue;
            take(device, next);
        }
        Order order;
        order.reserve(m_problem.operations());
        for (const std::vector<std::uint8_t>& row : m_rows)
            order.insert(order.end(), row.begin(), row.end());
        return order;
    }

private:
    struct Choice
    {
        std::int64_t start = kNever;
        int rank = 0;
        std::size_t place = 0;
        Pass pass = Pass::Forward;
    };

    void enqueue(int device)
    {
        if (const Choice next = choiceOf(device); next.start < kNever)
            m_queue.emplace(next.start, device);
    }

    [[nodiscard]] Choice choiceOf(int device) const
    {
        Choice best;
        const std::vector<int>& stages = m_problem.stagesOf(device);
        for (std::size_t place = 0; place < stages.size(); ++place) {
            // Later stages first, and weight gradients last of all.
            const int later = static_cast<int>(stages.size() - place);
            const int behind = static_cast<int>(stages.size());
            const Choice choices[] {
                {startOf(stages[place], Pass::InputGrad), later, place, Pass::InputGrad},
                {startOf(stages[place], Pass::Forward), behind + later, place, Pass::Forward},
                {startOf(stages[place], Pass::WeightGrad), 2 * behind + later, place,
                    Pass::WeightGrad},
            };
            for (const Choice& choice : choices) {
                if (std::tie(choice.start, choice.rank) < std::tie(best.start, best.rank))
                    best = choice;
            }
        }
        return best;
    }

    [[nodiscard]] std::int64_t startOf(int s, Pass pass) const
    {
        const SearchStage& stage = m_problem.stage(s);
        const std::int64_t free = m_free[static_cast<std::size_t>(stage.device)];
        const int unit = countOf(m_counts, s, pass);
        if (unit == stage.units)
            return kNever;
        switch (pass) {
        case Pass::Forward: {
            const std::int64_t start =
                arrival(stage.previous, pass, unit, stage.activationHop, free);
            return start < kNever && m_memory.admits(m_counts, s) ? start : kNever;
        }
        case Pass::InputGrad:
            return unit < countOf(m_counts, s, Pass::Forward)
                ? arrival(stage.next, pass, unit, stage.gradientHop, free)
                : kNever;
        case Pass::WeightGrad:
            break;
        }
        return m_problem.splitBackward && unit < countOf(m_counts, s, Pass::InputGrad) ? free
                                                                                       : kNever;
    }

    [[nodiscard]] std::int64_t arrival(
        int from, Pass pass, int unit, std::int64_t hop, std::int64_t free) const
    {
        if (from < 0)
            return free;
        if (countOf(m_counts, from, pass) <= unit)
            return kNever;
        return std::max(free, m_ends[m_problem.node(from, pass, unit)] + hop);
    }

    void take(int device, const Choice& next)
    {
        const int s = m_problem.stagesOf(device)[next.place];
        const SearchStage& stage = m_problem.stage(s);
        const int unit = countOf(m_counts, s, next.pass);
        const std::int64_t end = next.start + stage.durationOf(next.pass);
        m_ends[m_problem.node(s, next.pass, unit)] = end;
        ++m_counts[static_cast<std::size_t>(s) * kPassCount + static_cast<std::size_t>(next.pass)];
        m_free[static_cast<std::size_t>(device)] = end;
        m_rows[static_cast<std::size_t>(device)].push_back(orderLetter(next.place, next.pass));
        enqueue(device);
        const int to = next.pass == Pass::Forward ? stage.next
            : next.pass == Pass::InputGrad        ? stage.previous
                                                  : -1;
        if (to >= 0 && m_problem.stage(to).device != device)
            enqueue(m_problem.stage(to).device);
        // A unit that has come to its last stage makes room for others wherever it was waited for.
        if (!m_memory.isLocal() && next.pass == Pass::Forward && stage.next < 0) {
            for (int other = 0; other < m_problem.devices; ++other)
                enqueue(other);
        }
    }

    const SearchProblem& m_problem;
    MemoryRule m_memory;
    std::vector<std::uint16_t> m_counts;
    std::vector<std::int64_t> m_ends;
    std::vector<std::int64_t> m_free;
    std::vector<std::vector<std::uint8_t>> m_rows;
    using Entry = std::pair<std::int64_t, int>;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> m_queue;
};

} // namespace

Order listOrder(const SearchProblem& problem)
{
    return ListScheduler(problem).run();
}

} // namespace pipegantt
