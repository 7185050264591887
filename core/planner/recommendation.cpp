// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/planner/recommendation.h"

#include "core/metrics/metrics.h"
#include "core/planner/adaptation.h"
#include "core/planner/microbatchtrial.h"

#include <algorithm>

namespace pipegantt {
namespace {

/// How far the least M that a schedule runs is looked for; it is a multiple of the stages or so.
constexpr std::int64_t kMostTried = 1'000'000;

/// The most micro-batches of activations that keep the limit; nothing without a limit.
std::optional<std::int64_t> activationsThatFit(const Plan& plan)
{
    switch (plan.memoryLimit.unit) {
    case MemoryLimit::Unit::Microbatches:
        return plan.memoryLimit.amount;
    case MemoryLimit::Unit::Bytes:
        return std::max<std::int64_t>(0, plan.memoryLimit.amount - plan.state.total().value)
            / plan.activation.value;
    case MemoryLimit::Unit::None:
        break;
    }
    return std::nullopt;
}

struct Divisors
{
    std::optional<std::int64_t> leastFrom;
    std::optional<std::int64_t> mostUpTo;
};

/// The divisors of `number` nearest to `from` and to `upTo`, both at most `upTo`, of those that the
/// schedule runs. O(sqrt).
Divisors divisorsNear(
    MicrobatchTrial& trial, std::int64_t number, std::int64_t from, std::int64_t upTo)
{
    Divisors found;
    const auto consider = [&](std::int64_t divisor) {
        if (divisor > upTo || !trial.runs(divisor))
            return;
        found.mostUpTo = std::max(found.mostUpTo.value_or(1), divisor);
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

/// Whether all that is known of a schedule's memory stands in `microbatchesThatFit`.
bool isTextbook(ScheduleKind kind)
{
    return kind == ScheduleKind::Naive || kind == ScheduleKind::Inference
        || kind == ScheduleKind::GPipe || kind == ScheduleKind::OneFOneB;
}

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
    if (!isTextbook(plan.schedule)) {
        const std::int64_t most =
            std::max<std::int64_t>(idealMicrobatches(plan.stages), plan.microbatches);
        return MicrobatchTrial(plan).mostThatFits(most);
    }
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

    const Ratio target {plan.targetEfficiency, 100};
    MicrobatchTrial trial(plan);
    if (plan.schedule == ScheduleKind::Custom) {
        advice.microbatches = plan.microbatches;
        advice.bound = Bound::GivenOrder;
        advice.textbook = false;
        advice.efficiency = pipegantt::efficiency(plan.stages, plan.microbatches);
        advice.simulated = trial.efficiency(plan.microbatches);
        advice.reachesTarget = advice.simulated && !(*advice.simulated < target);
        return advice;
    }

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
    if (runsOneMicrobatchOnly(plan.schedule))
        lower(1, Bound::Uncut);

    advice.textbook = followsTextbook(plan);
    advice.microbatches = std::min(advice.forTarget, cap);
    if (advice.microbatches > 0) {
        // Latency asks for more micro-batches than the formula, chunks and better schedules for
        // fewer.
        const std::optional<std::int64_t> tried = trial.leastThatRuns(advice.microbatches, cap);
        const std::optional<Ratio> there = tried ? trial.efficiency(*tried) : std::nullopt;
        const bool more = there && *there < target;
        const std::int64_t from = more || (tried && !there) ? advice.microbatches : 1;
        advice.microbatches =
            trial.leastReaching(target, from, more ? cap : tried.value_or(cap)).value_or(0);
        if (advice.microbatches == 0) {
            // Within the bounds the schedule runs nothing: then its own least is the answer.
            advice.microbatches = trial.leastThatRuns(cap, kMostTried).value_or(0);
            capBound = Bound::Schedule;
            cap = advice.microbatches;
        }
    }
    const bool bounded = advice.forTarget > cap && advice.microbatches >= cap;
    const bool decided = bounded || capBound == Bound::Uncut || capBound == Bound::Schedule;
    advice.bound = decided ? capBound : Bound::Target;

    if (advice.globalBatch && advice.microbatches > 0
        && *advice.globalBatch % advice.microbatches != 0) {
        const Divisors near = divisorsNear(trial, *advice.globalBatch, advice.microbatches, cap);
        const std::optional<std::int64_t> moved = near.leastFrom ? near.leastFrom : near.mostUpTo;
        if (moved) {
            advice.movedToDivisor = true;
            advice.microbatches = *moved;
            if (!near.leastFrom && advice.bound == Bound::Target)
                advice.bound = Bound::GlobalBatch;
        }
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
