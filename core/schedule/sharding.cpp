// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/schedule/sharding.h"

#include "core/schedule/pythonset.h"

#include <algorithm>
#include <array>

namespace pipegantt {
namespace {

/// The stages that the next operations are of, soonest first, as many as may be active; those of a
/// pair count as one and may make one more.
struct NextStages
{
    std::array<std::uint16_t, kActiveStages + 1> stages {};
    std::uint8_t count = 0;

    [[nodiscard]] bool has(int stage) const
    {
        return std::find(stages.begin(), stages.begin() + count, stage) != stages.begin() + count;
    }
};

/// Walks a row from its end: what comes next follows from what comes next after that.
class LookAhead
{
public:
    /// The operation at `at` comes before all that were seen.
    void see(std::size_t at, std::uint16_t stage)
    {
        const auto known = std::ranges::find(m_coming, stage, &Coming::stage);
        if (known != m_coming.end())
            m_coming.erase(known);
        m_coming.insert(m_coming.begin(), {stage, at});
        // Two operations may take two stages each away before more are asked for.
        constexpr std::size_t enough = 2 * kActiveStages;
        if (m_coming.size() > enough)
            m_coming.resize(enough);
    }

    [[nodiscard]] NextStages next() const
    {
        NextStages next;
        for (std::size_t i = 0; i < m_coming.size() && next.count < next.stages.size(); ++i) {
            const bool full = next.count >= kActiveStages;
            if (full && m_coming[i].at != m_coming[i - 1].at)
                break;
            next.stages[next.count++] = m_coming[i].stage;
        }
        return next;
    }

private:
    struct Coming
    {
        std::uint16_t stage;
        std::size_t at; ///< of the operation, for a pair of its first half
    };
    std::vector<Coming> m_coming;
};

std::vector<NextStages> lookAhead(std::span<const Action> row)
{
    std::vector<NextStages> next(row.size());
    LookAhead ahead;
    for (std::size_t i = row.size(); i-- > 0;) {
        if (row[i].type == ActionType::Idle || row[i].type == ActionType::Pair)
            continue;
        std::size_t first = i;
        if (row[i].type == ActionType::PairedBackward) {
            --first;
            ahead.see(first, row[i].stage);
        }
        ahead.see(first, row[first].stage);
        next[first] = ahead.next();
    }
    return next;
}

/// The stages whose weights are whole, in the order in which the runtime walks them.
class ActiveStages
{
public:
    explicit ActiveStages(Runtime runtime)
        : m_byAge(runtime == Runtime::PyTorch215)
    {
    }

    [[nodiscard]] std::vector<int> walk() const { return m_byAge ? m_ages : m_set.numbers(); }
    [[nodiscard]] bool has(int stage) const { return m_set.has(stage); }
    void add(int stage)
    {
        m_set.add(stage);
        m_ages.push_back(stage);
    }
    void remove(int stage)
    {
        m_set.remove(stage);
        std::erase(m_ages, stage);
    }

private:
    bool m_byAge;
    PythonSet m_set;
    std::vector<int> m_ages;
};

Action ofStage(ActionType type, int stage)
{
    return {type, static_cast<std::uint16_t>(stage)};
}

} // namespace

std::vector<Action> withSharding(std::span<const Action> row, Runtime runtime)
{
    const std::vector<NextStages> ahead = lookAhead(row);
    std::vector<Action> sharded;
    ActiveStages active(runtime);
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (row[i].type == ActionType::Idle)
            continue;
        if (row[i].type != ActionType::PairedBackward) {
            const NextStages& next = ahead[i];
            for (const int stage : active.walk()) {
                if (next.has(stage))
                    continue;
                active.remove(stage);
                sharded.push_back(ofStage(ActionType::Reshard, stage));
            }
            for (std::uint8_t k = 0; k < next.count; ++k) {
                if (active.has(next.stages[k]))
                    continue;
                active.add(next.stages[k]);
                sharded.push_back(ofStage(ActionType::Unshard, next.stages[k]));
            }
        }
        sharded.push_back(row[i]);
    }
    for (const int stage : active.walk())
        sharded.push_back(ofStage(ActionType::Reshard, stage));
    return sharded;
}

} // namespace pipegantt
