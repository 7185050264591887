// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/run/flowshop.h"

#include "core/schedule/catalogue.h"

#include <algorithm>

namespace pipegantt {
namespace {

bool isFlowShop(const Plan& plan)
{
    const ScheduleKind kind = plan.schedule;
    const bool known = kind == ScheduleKind::GPipe || kind == ScheduleKind::TeraPipe
        || kind == ScheduleKind::Inference;
    return known && plan.chunks == 1 && plan.jitter == 0
        && (plan.slicesInUse() == 1 || plan.sliceWeights.empty())
        && plan.commModel == CommModel::Asynchronous;
}

/// One phase: units come in as early as the first stage takes them.
class Phase
{
public:
    Phase(Duration begin, std::int64_t units)
        : m_first(begin)
        , m_units(units)
    {
    }

    /// Passes on to the next stage, `hop` away. False where times leave their range.
    bool pass(Duration hop, Duration time)
    {
        m_begin = m_first + hop;
        m_first = m_begin + time;
        m_keepsPace = m_keepsPace && (m_slowest == Duration::zero() || time <= m_slowest);
        m_slowest = std::max(m_slowest, time);
        std::int64_t others = 0;
        std::int64_t end = 0;
        if (__builtin_mul_overflow(m_units - 1, m_slowest.count(), &others)
            || __builtin_add_overflow(m_first.count(), others, &end))
            return false;
        m_end = Duration(end);
        return true;
    }

    /// When the stage begins its first unit and ends its last.
    [[nodiscard]] Duration begin() const { return m_begin; }
    [[nodiscard]] Duration end() const { return m_end; }

    [[nodiscard]] bool keepsPace() const { return m_keepsPace; }

private:
    bool m_keepsPace = true;
    Duration m_begin {};
    Duration m_first;
    Duration m_end {};
    Duration m_slowest {};
    std::int64_t m_units;
};

} // namespace

std::optional<FlowShop> flowShop(const Plan& plan)
{
    if (!isFlowShop(plan))
        return std::nullopt;
    FlowShop shop;
    std::vector<Duration> begins;
    Phase forwards({}, plan.units());
    for (int stage = 0; stage < plan.stages; ++stage) {
        const Duration hop = stage == 0 ? Duration::zero() : hopTime(plan, stage - 1, stage);
        if (!forwards.pass(hop, plan.timeOf(stage).forward))
            return std::nullopt;
        begins.push_back(forwards.begin());
        shop.spans.push_back(forwards.end() - forwards.begin());
    }
    shop.makespan = forwards.end();
    shop.keepsPace = forwards.keepsPace();
    if (!entry(plan.schedule).hasBackward)
        return shop;
    Phase backwards(forwards.end(), plan.units());
    for (int stage = plan.stages - 1; stage >= 0; --stage) {
        const Duration hop =
            stage + 1 == plan.stages ? Duration::zero() : hopTime(plan, stage + 1, stage);
        if (!backwards.pass(hop, plan.timeOf(stage).backward()))
            return std::nullopt;
        const Duration end = backwards.end() + plan.optimizer;
        shop.spans[static_cast<std::size_t>(stage)] = end - begins[static_cast<std::size_t>(stage)];
        shop.makespan = std::max(shop.makespan, end);
    }
    shop.keepsPace = shop.keepsPace && backwards.keepsPace();
    return shop;
}

} // namespace pipegantt
