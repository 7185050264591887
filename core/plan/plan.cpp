// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/plan/plan.h"

#include "core/plan/parameter.h"
#include "core/plan/planvalue.h"

#include <algorithm>
#include <string>
#include <tuple>

namespace pipegantt {
namespace {

/// A value of `parameter` with its unit, as a sentence shows it.
std::string valueText(const ParameterInfo& row, std::int64_t value, TimeUnit unit)
{
    switch (row.quantity) {
    case Quantity::Time:
        return timeNumber(Duration(value), unit) + ' ' + std::string(unitName(unit));
    case Quantity::Memory:
        return bytesExact(Bytes {value});
    case Quantity::Percent:
        return std::to_string(value) + " %";
    case Quantity::Bandwidth:
        return bytesExact(Bytes {value}) + "/s";
    case Quantity::Count:
        break;
    }
    return std::to_string(value);
}

Result<void> checkRange(Parameter parameter, std::int64_t value, TimeUnit unit)
{
    const ParameterInfo& row = info(parameter);
    if (value >= row.minimum && value <= row.maximum)
        return {};
    return failure(ErrorCode::OutOfRange,
        {std::string(row.key), valueText(row, value, unit), valueText(row, row.minimum, unit),
            valueText(row, row.maximum, unit)});
}

Result<void> checkTime(const StageTime& time, TimeUnit unit)
{
    return checkRange(Parameter::Forward, time.forward.count(), unit)
        .and_then([&] { return checkRange(Parameter::InputGrad, time.inputGrad.count(), unit); })
        .and_then([&] { return checkRange(Parameter::WeightGrad, time.weightGrad.count(), unit); });
}

Result<void> checkTimes(const Plan& plan)
{
    Result<void> checked = checkTime(plan.time, plan.unit);
    const auto listed = static_cast<std::int64_t>(plan.perStage.size());
    if (checked && listed != 0 && listed != plan.modelStages()) {
        return failure(ErrorCode::PerStageCount,
            {"per-stage", std::to_string(listed), std::to_string(plan.modelStages())});
    }
    for (const StageTime& time : plan.perStage) {
        if (checked)
            checked = checkTime(time, plan.unit);
    }
    return checked;
}

/// A layout must be of this many stages, and no stage of it longer than a pass may be. One that
/// holds little may take no time.
Result<void> checkLayout(const Plan& plan)
{
    if (plan.layout.empty())
        return {};
    if (!plan.perStage.empty())
        return failure(ErrorCode::LayoutWithTimes, {"times for each stage"});
    const auto stages = static_cast<std::int64_t>(plan.layout.size());
    if (stages != plan.modelStages()) {
        return failure(ErrorCode::LayoutStages,
            {std::to_string(stages), std::to_string(plan.stages), std::to_string(plan.chunks),
                std::to_string(plan.modelStages())});
    }
    for (const StageContents& contents : plan.layout) {
        StageTime time = plan.timeOf(contents);
        for (Duration* const part : {&time.forward, &time.inputGrad})
            *part = std::max(*part, Duration(1));
        if (Result<void> checked = checkTime(time, plan.unit); !checked)
            return checked;
    }
    // The makespan is what ratios divide by.
    const bool works = std::ranges::any_of(plan.layout, [&](const StageContents& contents) {
        return plan.timeOf(contents).forward > Duration::zero();
    });
    if (!works)
        return failure(ErrorCode::LayoutWithoutWork, {layoutText(plan.layout)});
    return {};
}

/// A message may travel as long as a pass may take.
Result<void> checkMessage(const Plan& plan)
{
    const std::int64_t most =
        std::chrono::duration_cast<std::chrono::seconds>(Duration(info(Parameter::Comm).maximum))
            .count();
    for (const Link& link : {plan.link, plan.nodeLink}) {
        if (link.bandwidth == 0 || plan.message.value / link.bandwidth < most)
            continue;
        return failure(ErrorCode::OutOfRange,
            {"message over bandwidth", std::to_string(plan.message.value / link.bandwidth) + " s",
                "0 s", std::to_string(most) + " s"});
    }
    return {};
}

/// With slices that are not equal, each needs its weight.
Result<void> checkSlices(const Plan& plan)
{
    const auto listed = static_cast<std::int64_t>(plan.sliceWeights.size());
    const bool sliced = shapeOf(plan.schedule).sliced || plan.slicesInUse() > 1;
    if (!sliced || listed == 0)
        return {};
    if (listed != plan.slicesInUse()) {
        return failure(
            ErrorCode::SliceCount, {std::to_string(listed), std::to_string(plan.slicesInUse())});
    }
    for (const int weight : plan.sliceWeights) {
        if (weight < 1 || weight > kMostSliceWeight) {
            return failure(ErrorCode::OutOfRange,
                {"slice-weights", std::to_string(weight), "1", std::to_string(kMostSliceWeight)});
        }
    }
    return {};
}

Result<void> checkMemoryLimit(const Plan& plan)
{
    if (plan.memoryLimit.unit == MemoryLimit::Unit::None)
        return {};
    // A search knows the smallest limit that works, and its own check names it.
    if (plan.memoryLimit.amount == 0 && plan.schedule == ScheduleKind::Auto)
        return {};
    if (plan.memoryLimit.unit == MemoryLimit::Unit::Bytes)
        return checkRange(Parameter::MemoryLimit, plan.memoryLimit.amount, plan.unit);
    const std::int64_t most = info(Parameter::Microbatches).maximum;
    if (plan.memoryLimit.amount >= 1 && plan.memoryLimit.amount <= most)
        return {};
    return failure(ErrorCode::OutOfRange,
        {std::string(info(Parameter::MemoryLimit).key),
            std::to_string(plan.memoryLimit.amount) + " micro-batches", "1 micro-batch",
            std::to_string(most) + " micro-batches"});
}

/// The longest a message can travel in this plan.
Duration longestHop(const Plan& plan)
{
    const Duration near = hopTime(plan, 0, 1);
    return plan.devicesPerNode == 0 ? near : std::max(near, hopTime(plan, 0, plan.devicesPerNode));
}

/// Whether even one after the other, each with its messages, all operations end within the
/// range of exact time.
bool fitsTime(const Plan& plan)
{
    constexpr int jitterAtMostDoubles = 2;
    std::int64_t sum = plan.optimizer.count();
    const Duration hop = longestHop(plan);
    for (int stage = 0; stage < plan.modelStages(); ++stage) {
        const StageTime& time = plan.timeOf(stage);
        const Duration passes = 2 * time.forward + time.backward() + plan.recompute + plan.pair;
        const std::int64_t all = (jitterAtMostDoubles * passes + 2 * hop).count();
        if (__builtin_add_overflow(sum, all, &sum))
            return false;
    }
    std::int64_t weight = plan.units();
    for (const int one : plan.sliceWeights)
        weight = std::max(weight, std::int64_t {one} * plan.units());
    return !__builtin_mul_overflow(sum, weight, &sum);
}

/// The same where not all operations are held, which one by one would leave that range soon:
/// whether the work of the slowest stage and its messages, one micro-batch after the other, end
/// within it, with room for what fills and drains the pipeline. Formulas stay within that.
bool fitsTimeBeyondBudget(const Plan& plan)
{
    Duration slowest {};
    for (int stage = 0; stage < plan.modelStages(); ++stage) {
        const StageTime& time = plan.timeOf(stage);
        Duration passes = time.forward + time.backward();
        if (plan.schedule == ScheduleKind::OneFOneBRecompute)
            passes += std::max(plan.recompute, time.forward);
        slowest = std::max(slowest, passes);
    }
    if (shapeOf(plan.schedule).stepsEachMicrobatch)
        slowest += plan.optimizer;
    std::int64_t rounds = plan.units() + std::int64_t {4} * plan.stages;
    int heaviest = 1;
    if (plan.slicesInUse() > 1) {
        for (const int weight : plan.sliceWeights)
            heaviest = std::max(heaviest, weight);
    }
    for (const std::int64_t factor : {std::int64_t {plan.chunks}, std::int64_t {heaviest},
             (slowest + 2 * longestHop(plan)).count()}) {
        if (__builtin_mul_overflow(rounds, factor, &rounds))
            return false;
    }
    return true;
}

/// The most micro-batches of which a run holds all operations.
std::int64_t mostMicrobatchesHeld(const Plan& plan)
{
    const std::int64_t perMicrobatch = operationCount(plan) / plan.microbatches;
    return std::min(kOperationBudget / std::max<std::int64_t>(perMicrobatch, 1),
        PackedOperation::kMaxUnits / (plan.units() / plan.microbatches));
}

} // namespace

bool hasEqualStages(const Plan& plan)
{
    const int passes = shapeOf(plan.schedule).passes;
    const auto differ = [passes](const StageTime& a, const StageTime& b) {
        return a.forward != b.forward || (passes > 1 && a.backward() != b.backward())
            || (passes > 2 && a != b);
    };
    if (plan.layout.empty())
        return std::ranges::adjacent_find(plan.perStage, differ) == plan.perStage.end();
    return std::ranges::adjacent_find(plan.layout, differ, [&plan](const auto& stage) {
        return plan.timeOf(stage);
    }) == plan.layout.end();
}

std::int64_t operationCount(const Plan& plan)
{
    if (plan.schedule == ScheduleKind::Custom && plan.given.schedule) {
        const Schedule& given = *plan.given.schedule;
        const bool steps = plan.optimizer > Duration::zero() && !endsWithStep(given);
        return static_cast<std::int64_t>(given.operations().size()) + (steps ? given.devices() : 0);
    }
    const KindShape& shape = shapeOf(plan.schedule);
    std::int64_t steps = 0;
    if (plan.optimizer > Duration::zero() && shape.passes > 1)
        steps = std::int64_t {plan.stages} * (shape.stepsEachMicrobatch ? plan.microbatches : 1);
    return shape.passes * plan.units() * plan.modelStages() + steps;
}

bool isHeldWhole(const Plan& plan)
{
    return operationCount(plan) <= kOperationBudget && plan.units() <= PackedOperation::kMaxUnits;
}

Error tooManyOperations(const Plan& plan)
{
    return {ErrorCode::TooManyOperations,
        {std::to_string(plan.stages), std::to_string(plan.microbatches),
            std::to_string(operationCount(plan)), std::to_string(kOperationBudget),
            std::to_string(mostMicrobatchesHeld(plan))}};
}

Result<void> checkCountable(const Plan& plan)
{
    const std::string asked = std::to_string(plan.microbatches);
    const std::string most = std::to_string(mostMicrobatchesHeld(plan));
    const KindShape& shape = shapeOf(plan.schedule);
    if (plan.schedule == ScheduleKind::Custom)
        return tl::unexpected(tooManyOperations(plan));
    if (shape.searched)
        return failure(ErrorCode::JumpNeedsRule, {asked, most, std::string(shape.id)});
    if (plan.jitter > 0)
        return failure(ErrorCode::JumpNeedsEqualTimes, {asked, most, std::to_string(plan.jitter)});
    if (plan.commModel == CommModel::Blocking)
        return failure(ErrorCode::JumpNeedsAsynchronous, {asked, most});
    return {};
}

StageTime Plan::timeOf(const StageContents& contents) const
{
    const std::int64_t percent = 100 * std::int64_t {contents.layers}
        + std::int64_t {predictor} * contents.predictors + (contents.embedding ? embedding : 0)
        + (contents.loss ? head : 0);
    const auto part = [percent](Duration layer) {
        std::int64_t whole = 0;
        if (__builtin_mul_overflow(layer.count() / 100, percent, &whole)
            || __builtin_add_overflow(whole, layer.count() % 100 * percent / 100, &whole))
            return Duration::max();
        return Duration(whole);
    };
    return {part(time.forward), part(time.inputGrad), part(time.weightGrad)};
}

Plan withListedTimes(Plan plan)
{
    for (const StageContents& contents : plan.layout) {
        StageTime time = plan.timeOf(contents);
        time.forward = std::max(time.forward, Duration(1));
        time.inputGrad = std::max(time.inputGrad, Duration(1));
        plan.perStage.push_back(time);
    }
    plan.layout.clear();
    return plan;
}

TimeSource sourceAfter(const Plan& before, const Plan& after)
{
    if (after.source != before.source || !after.source.measured())
        return after.source;
    const auto cut = [](const Plan& plan) {
        return std::tuple(plan.schedule, plan.chunks, plan.slices, plan.sliceWeights);
    };
    if (cut(before) != cut(after))
        return after.source;
    const bool sameStages = before.modelStages() == after.modelStages();
    const bool edited = before.time != after.time || before.layout != after.layout
        || (before.unit == TimeUnit::Slots) != (after.unit == TimeUnit::Slots)
        || before.perStage.empty() != after.perStage.empty()
        || (sameStages && before.perStage != after.perStage);
    return edited ? TimeSource {} : after.source;
}

int Plan::modelStages() const
{
    if (schedule == ScheduleKind::Custom && given.schedule)
        return given.schedule->placement().modelStages();
    if (schedule == ScheduleKind::Auto && !placement.empty())
        return static_cast<int>(placement.size());
    return stages * chunks;
}

int Plan::slicesInUse() const
{
    if (schedule == ScheduleKind::Custom && given.schedule)
        return given.schedule->slices();
    return shapeOf(schedule).sliced ? slices : 1;
}

std::int64_t Plan::units() const
{
    return std::int64_t {microbatches} * slicesInUse();
}

void adoptGivenShape(Plan& plan)
{
    const Schedule& given = *plan.given.schedule;
    plan.stages = given.devices();
    plan.microbatches = given.microbatches();
    plan.chunks = given.chunks() / given.placement().pipelines();
}

Duration hopTime(const Plan& plan, int from, int to)
{
    if (from == to)
        return {};
    const bool sameNode =
        plan.devicesPerNode == 0 || from / plan.devicesPerNode == to / plan.devicesPerNode;
    const Link& link = sameNode ? plan.link : plan.nodeLink;
    if (link.bandwidth == 0)
        return link.latency;
    // Bytes times picoseconds leaves 64 bits: divide by hand, three digits at a time.
    std::int64_t travelled = plan.message.value / link.bandwidth;
    std::int64_t rest = plan.message.value % link.bandwidth;
    for (int digits = 0; digits < 12; digits += 3) {
        rest *= 1'000;
        travelled = travelled * 1'000 + rest / link.bandwidth;
        rest %= link.bandwidth;
    }
    return link.latency + Duration(rest > 0 ? travelled + 1 : travelled);
}

Result<void> checkPlan(const Plan& plan)
{
    for (const ParameterInfo& row : parameters()) {
        // These are checked as parts of StageTime and of MemoryLimit.
        if (row.parameter == Parameter::Forward || row.parameter == Parameter::Backward
            || row.parameter == Parameter::InputGrad || row.parameter == Parameter::WeightGrad
            || row.parameter == Parameter::MemoryLimit)
            continue;
        Result<void> inRange = checkRange(row.parameter, valueOf(plan, row.parameter), plan.unit);
        if (!inRange)
            return inRange;
    }
    for (const auto check :
        {checkTimes, checkLayout, checkMessage, checkSlices, checkMemoryLimit}) {
        if (Result<void> checked = check(plan); !checked)
            return checked;
    }

    const bool whole = isHeldWhole(plan);
    if (!whole) {
        if (Result<void> checked = checkCountable(plan); !checked)
            return checked;
    }
    if (!(whole ? fitsTime(plan) : fitsTimeBeyondBudget(plan))) {
        return failure(ErrorCode::TimeOverflow,
            {std::to_string(
                std::chrono::duration_cast<std::chrono::seconds>(Duration::max()).count())});
    }
    return {};
}

} // namespace pipegantt
