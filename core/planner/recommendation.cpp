// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/planner/recommendation.h"

#include "core/metrics/metrics.h"
#include "core/planner/bubbleprobe.h"
#include "core/schedule/closedform.h"

#include <algorithm>

namespace pipegantt {
namespace {

/// The most micro-batches of activations that keep the limit; nothing without a limit.
std::optional<std::int64_t> activationsThatFit(const Plan& plan)
{
    switch (plan.memoryLimit.unit) {
    case MemoryLimit::Unit::Microbatches:
        return plan.memoryLimit.amount;
    case MemoryLimit::Unit::Bytes:
        return plan.memoryLimit.amount / plan.activation.value;
    case MemoryLimit::Unit::None:
        break;
    }
    return std::nullopt;
}

struct Divisors
{
    std::optional<std::int64_t> leastFrom;
    std::int64_t mostUpTo = 1;
};

/// The divisors of `number` nearest to `from` and to `upTo`, both at most `upTo`. O(sqrt).
Divisors divisorsNear(std::int64_t number, std::int64_t from, std::int64_t upTo)
{
    Divisors found;
    const auto consider = [&](std::int64_t divisor) {
        if (divisor > upTo)
            return;
        found.mostUpTo = std::max(found.mostUpTo, divisor);
        if (divisor >= from && (!found.leastFrom || divisor < *found.leastFrom))
            found.leastFrom = divisor;
    };
    for (std::int64_t small = 1; small <= number / small; ++small) {
        if (number % small == 0) {
            consider(small);
            consider(number / small);
        }
    }
    return found;
}

/// The most operations that are simulated for one question: a few milliseconds.
constexpr std::int64_t kMostOperations = std::int64_t {1} << 18;

/// Efficiencies of a plan at other numbers of micro-batches.
class Trial
{
public:
    explicit Trial(const Plan& plan)
        : m_plan(plan)
        , m_needed(closedForm(plan).gap != FormulaGap::None || plan.chunks > 1)
    {
        m_plan.group = 0;
    }

    /// As simulated; nothing where the formula says the same or the plan is too large.
    std::optional<Ratio> efficiency(std::int64_t microbatches)
    {
        if (!m_needed)
            return std::nullopt;
        m_plan.microbatches = static_cast<int>(microbatches);
        const std::optional<Ratio> bubble = m_probe.bubbleRatio(m_plan);
        if (!bubble)
            return std::nullopt;
        return Ratio {bubble->denominator - bubble->numerator, bubble->denominator};
    }

    /// The least M from `from` to `upTo` that reaches `target`, or `upTo` where none does.
    std::int64_t leastReaching(Ratio target, std::int64_t from, std::int64_t upTo)
    {
        while (from < upTo) {
            const std::int64_t middle = from + (upTo - from) / 2;
            const std::optional<Ratio> there = efficiency(middle);
            if (there && *there < target)
                from = middle + 1;
            else
                upTo = middle;
        }
        return upTo;
    }

private:
    Plan m_plan;
    bool m_needed;
    BubbleProbe m_probe {kMostOperations};
};

} // namespace

Ratio efficiency(std::int64_t stages, std::int64_t microbatches)
{
    return {microbatches, stages - 1 + microbatches};
}

std::int64_t microbatchesForEfficiency(std::int64_t stages, int percent)
{
    // M / (P-1+M) ≥ t  ⇔  M ≥ t (P-1) / (1-t), rounded up.
    const std::int64_t share = percent * (stages - 1);
    const std::int64_t rest = 100 - percent;
    return std::max<std::int64_t>(1, (share + rest - 1) / rest);
}

std::int64_t conservativeMicrobatches(std::int64_t stages)
{
    return 4 * stages;
}

std::int64_t idealMicrobatches(std::int64_t stages)
{
    return 8 * stages;
}

std::optional<std::int64_t> microbatchesThatFit(const Plan& plan)
{
    const std::optional<std::int64_t> fit = activationsThatFit(plan);
    if (!fit || plan.schedule == ScheduleKind::GPipe)
        return fit;
    const std::int64_t alive = plan.schedule == ScheduleKind::OneFOneB ? plan.stages : 1;
    // A pass through a chunk holds that chunk's share alone.
    const bool holds =
        plan.schedule == ScheduleKind::Inference ? fitsMemory(plan, 1) : *fit >= alive;
    return holds ? std::nullopt : fit;
}

std::optional<MicrobatchSize> microbatchSize(const Plan& plan)
{
    if (plan.globalBatch == 0)
        return std::nullopt;
    MicrobatchSize size;
    size.samples = Ratio {plan.globalBatch, plan.microbatches}.reduced();
    size.whole = size.samples.denominator == 1;
    const bool shallow = plan.stages <= 4;
    size.least = shallow ? 2 : 1;
    size.most = shallow ? 4 : 2;
    if (plan.globalBatch < std::int64_t {size.least} * plan.microbatches)
        size.verdict = MicrobatchSize::Verdict::Small;
    else if (plan.globalBatch > std::int64_t {size.most} * plan.microbatches)
        size.verdict = MicrobatchSize::Verdict::Large;
    return size;
}

Recommendation recommend(const Plan& plan)
{
    Recommendation advice;
    advice.forTarget = microbatchesForEfficiency(plan.stages, plan.targetEfficiency);
    advice.conservative = conservativeMicrobatches(plan.stages);
    advice.ideal = idealMicrobatches(plan.stages);
    advice.memory = microbatchesThatFit(plan);
    if (plan.globalBatch > 0)
        advice.globalBatch = plan.globalBatch;

    std::int64_t cap = advice.ideal;
    Bound capBound = Bound::IdealRule;
    const auto lower = [&](std::optional<std::int64_t> to, Bound why) {
        if (to && *to < cap) {
            cap = *to;
            capBound = why;
        }
    };
    lower(advice.globalBatch, Bound::GlobalBatch);
    lower(advice.memory, Bound::Memory);
    if (plan.schedule == ScheduleKind::Naive)
        lower(1, Bound::Uncut);

    const Ratio target {plan.targetEfficiency, 100};
    Trial trial(plan);
    const bool bounded = advice.forTarget > cap;
    advice.microbatches = bounded ? cap : advice.forTarget;
    if (advice.microbatches > 0) {
        // Latency asks for more micro-batches than the formula, chunks for fewer.
        const std::optional<Ratio> there = trial.efficiency(advice.microbatches);
        if (there && *there < target)
            advice.microbatches = trial.leastReaching(target, advice.microbatches, cap);
        else if (there)
            advice.microbatches = trial.leastReaching(target, 1, advice.microbatches);
    }
    advice.bound = bounded || capBound == Bound::Uncut ? capBound : Bound::Target;

    if (advice.globalBatch && advice.microbatches > 0
        && *advice.globalBatch % advice.microbatches != 0) {
        const Divisors near = divisorsNear(*advice.globalBatch, advice.microbatches, cap);
        advice.movedToDivisor = true;
        advice.microbatches = near.leastFrom.value_or(near.mostUpTo);
        if (!near.leastFrom && advice.bound == Bound::Target)
            advice.bound = Bound::GlobalBatch;
    }
    if (advice.microbatches > 0) {
        advice.efficiency = pipegantt::efficiency(plan.stages, advice.microbatches);
        advice.simulated = trial.efficiency(advice.microbatches);
    }
    advice.reachesTarget = !(advice.simulated.value_or(advice.efficiency) < target);
    // The last M that was tried did not reach it either: then what bounds M decides.
    if (advice.bound == Bound::Target && !advice.reachesTarget)
        advice.bound = capBound;
    return advice;
}

} // namespace pipegantt
