// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/plan/plan.h"

#include "core/plan/parameter.h"

#include <algorithm>
#include <string>

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
    return checked ? checkRange(Parameter::Comm, plan.comm.count(), plan.unit) : checked;
}

Result<void> checkMemory(const Plan& plan)
{
    Result<void> activation =
        checkRange(Parameter::ActivationMemory, plan.activation.value, plan.unit);
    if (!activation || plan.memoryLimit.unit == MemoryLimit::Unit::None)
        return activation;
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

/// Whether even one after the other, each with its messages, all operations end within the
/// range of exact time.
bool fitsTime(const Plan& plan)
{
    std::int64_t sum = 0;
    for (int stage = 0; stage < plan.modelStages(); ++stage) {
        const StageTime& time = plan.timeOf(stage);
        const std::int64_t both = (time.forward + time.backward() + 2 * plan.comm).count();
        if (__builtin_add_overflow(sum, both, &sum))
            return false;
    }
    return !__builtin_mul_overflow(sum, std::int64_t {plan.microbatches}, &sum);
}

} // namespace

bool hasEqualStages(const Plan& plan)
{
    const bool trains = plan.schedule != ScheduleKind::Inference;
    return std::ranges::adjacent_find(plan.perStage,
               [trains](const StageTime& a, const StageTime& b) {
                   return a.forward != b.forward || (trains && a.backward() != b.backward());
               })
        == plan.perStage.end();
}

std::int64_t operationCount(const Plan& plan)
{
    const std::int64_t passes = plan.schedule == ScheduleKind::Inference ? 1 : 2;
    return passes * plan.microbatches * plan.modelStages();
}

Result<void> checkPlan(const Plan& plan)
{
    struct Count
    {
        Parameter parameter;
        std::int64_t value;
    };
    const Count counts[] = {
        {Parameter::Stages, plan.stages},
        {Parameter::Microbatches, plan.microbatches},
        {Parameter::Chunks, plan.chunks},
        {Parameter::Group, plan.group},
        {Parameter::GlobalBatch, plan.globalBatch},
        {Parameter::TargetEfficiency, plan.targetEfficiency},
    };
    for (const Count& count : counts) {
        if (Result<void> inRange = checkRange(count.parameter, count.value, plan.unit); !inRange)
            return inRange;
    }
    if (Result<void> times = checkTimes(plan); !times)
        return times;
    if (Result<void> memory = checkMemory(plan); !memory)
        return memory;

    const std::int64_t operations = operationCount(plan);
    if (operations > kOperationBudget) {
        const std::int64_t perMicrobatch = operations / plan.microbatches;
        return failure(ErrorCode::TooManyOperations,
            {std::to_string(plan.stages), std::to_string(plan.microbatches),
                std::to_string(operations), std::to_string(kOperationBudget),
                std::to_string(kOperationBudget / perMicrobatch)});
    }
    if (!fitsTime(plan)) {
        return failure(ErrorCode::TimeOverflow,
            {std::to_string(
                std::chrono::duration_cast<std::chrono::seconds>(Duration::max()).count())});
    }
    return {};
}

} // namespace pipegantt
