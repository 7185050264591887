// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/schedule/runtime.h"

#include "core/schedule/group.h"

#include <algorithm>
#include <string>

namespace pipegantt {
namespace {

Error lacks(Runtime runtime, const Plan& plan)
{
    return {ErrorCode::RuntimeLacksSchedule,
        {std::string(runtimeName(runtime)), std::string(scheduleId(plan.schedule))}};
}

std::optional<Error> needsAtLeast(
    Runtime runtime, const Plan& plan, std::string_view what, int value, int least)
{
    if (value >= least)
        return std::nullopt;
    return Error(ErrorCode::RuntimeNeedsAtLeast,
        {std::string(what), std::to_string(value), std::string(runtimeName(runtime)),
            std::to_string(least), std::string(scheduleId(plan.schedule))});
}

std::optional<Error> megatronGroups(const Plan& plan)
{
    if (auto few = needsAtLeast(Runtime::MegatronLM, plan, "stages", plan.stages, 2))
        return few;
    if (auto few =
            needsAtLeast(Runtime::MegatronLM, plan, "microbatches", plan.microbatches, plan.stages))
        return few;
    const int group = groupSize(plan);
    if (group < plan.stages) {
        return Error(
            ErrorCode::GroupTooSmall, {std::to_string(group), std::to_string(plan.stages)});
    }
    const int last = plan.microbatches % group;
    if (last == 0 || last >= plan.stages)
        return std::nullopt;
    return Error(ErrorCode::LastGroupTooSmall,
        {std::to_string(plan.microbatches), std::to_string(group), std::to_string(last),
            std::to_string(plan.stages)});
}

std::optional<Error> megatronRefusal(const Plan& plan)
{
    switch (plan.schedule) {
    case ScheduleKind::Naive:
    case ScheduleKind::OneFOneB:
    case ScheduleKind::OneFOneBRecompute:
        return std::nullopt;
    case ScheduleKind::Inference:
        return plan.chunks == 1 ? std::nullopt : megatronGroups(plan);
    case ScheduleKind::Interleaved:
        return megatronGroups(plan);
    default:
        break;
    }
    return lacks(Runtime::MegatronLM, plan);
}

/// PyTorch makes rounds of equal groups and takes no other group.
std::optional<Error> pytorchGroups(const Plan& plan)
{
    const int rounds = std::max(1, plan.microbatches / plan.stages);
    if (plan.microbatches % rounds != 0) {
        return Error(ErrorCode::MicrobatchesNotInRounds,
            {std::to_string(plan.microbatches), std::to_string(rounds),
                std::to_string(plan.stages)});
    }
    const int group = plan.microbatches / rounds;
    if (groupSize(plan) == group)
        return std::nullopt;
    return Error(ErrorCode::RuntimeNeedsGroup,
        {std::to_string(groupSize(plan)), std::string(runtimeName(Runtime::PyTorch)),
            std::to_string(group)});
}

std::optional<Error> pytorchRefusal(const Plan& plan)
{
    const auto atLeast = [&](int least) {
        return needsAtLeast(Runtime::PyTorch, plan, "microbatches", plan.microbatches, least);
    };
    switch (plan.schedule) {
    case ScheduleKind::Naive:
    case ScheduleKind::GPipe:
    case ScheduleKind::LoopedBfs:
    case ScheduleKind::ZbV:
        return std::nullopt;
    case ScheduleKind::OneFOneB:
    case ScheduleKind::OneFOneBRecompute:
        return atLeast(plan.stages);
    case ScheduleKind::DualPipeV:
        return atLeast(2 * plan.stages);
    case ScheduleKind::Inference:
        return plan.chunks == 1 ? std::nullopt : pytorchGroups(plan);
    case ScheduleKind::Interleaved:
    case ScheduleKind::InterleavedZb:
        return pytorchGroups(plan);
    default:
        break;
    }
    return lacks(Runtime::PyTorch, plan);
}

} // namespace

std::string_view runtimeId(Runtime runtime)
{
    return runtime == Runtime::MegatronLM ? "megatron" : "pytorch";
}

std::string_view runtimeName(Runtime runtime)
{
    return runtime == Runtime::MegatronLM ? "Megatron-LM" : "PyTorch";
}

std::optional<Error> refusal(Runtime runtime, const Plan& plan)
{
    return runtime == Runtime::MegatronLM ? megatronRefusal(plan) : pytorchRefusal(plan);
}

} // namespace pipegantt
