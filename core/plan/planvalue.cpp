// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/plan/planvalue.h"

#include <type_traits>

namespace pipegantt {
namespace {

/// Calls `visit` with the member of `plan` that `parameter` names. Backward, which is two members,
/// is no member.
template <class AnyPlan, class Visit>
void visitMember(AnyPlan& plan, Parameter parameter, Visit visit)
{
    switch (parameter) {
    case Parameter::Stages:
        return visit(plan.stages);
    case Parameter::Microbatches:
        return visit(plan.microbatches);
    case Parameter::Chunks:
        return visit(plan.chunks);
    case Parameter::Group:
        return visit(plan.group);
    case Parameter::Slices:
        return visit(plan.slices);
    case Parameter::Forward:
        return visit(plan.time.forward);
    case Parameter::InputGrad:
        return visit(plan.time.inputGrad);
    case Parameter::WeightGrad:
        return visit(plan.time.weightGrad);
    case Parameter::Recompute:
        return visit(plan.recompute);
    case Parameter::Pair:
        return visit(plan.pair);
    case Parameter::Optimizer:
        return visit(plan.optimizer);
    case Parameter::Embedding:
        return visit(plan.embedding);
    case Parameter::Predictor:
        return visit(plan.predictor);
    case Parameter::Head:
        return visit(plan.head);
    case Parameter::Comm:
        return visit(plan.link.latency);
    case Parameter::Bandwidth:
        return visit(plan.link.bandwidth);
    case Parameter::DevicesPerNode:
        return visit(plan.devicesPerNode);
    case Parameter::NodeComm:
        return visit(plan.nodeLink.latency);
    case Parameter::NodeBandwidth:
        return visit(plan.nodeLink.bandwidth);
    case Parameter::Message:
        return visit(plan.message);
    case Parameter::Jitter:
        return visit(plan.jitter);
    case Parameter::Seed:
        return visit(plan.seed);
    case Parameter::Effort:
        return visit(plan.effort);
    case Parameter::ActivationMemory:
        return visit(plan.activation);
    case Parameter::EarlyRelease:
        return visit(plan.earlyRelease);
    case Parameter::WeightMemory:
        return visit(plan.state.weights);
    case Parameter::GradientMemory:
        return visit(plan.state.gradients);
    case Parameter::OptimizerMemory:
        return visit(plan.state.optimizer);
    case Parameter::BufferMemory:
        return visit(plan.state.buffers);
    case Parameter::MemoryLimit:
        return visit(plan.memoryLimit.amount);
    case Parameter::GlobalBatch:
        return visit(plan.globalBatch);
    case Parameter::TargetEfficiency:
        return visit(plan.targetEfficiency);
    case Parameter::Backward:
        break;
    }
}

} // namespace

std::int64_t valueOf(const Plan& plan, Parameter parameter)
{
    std::int64_t value = plan.time.backward().count();
    visitMember(plan, parameter, [&value](const auto& member) {
        using Member = std::remove_cvref_t<decltype(member)>;
        if constexpr (std::is_same_v<Member, Duration>)
            value = member.count();
        else if constexpr (std::is_same_v<Member, Bytes>)
            value = member.value;
        else
            value = member;
    });
    return value;
}

void setValue(Plan& plan, Parameter parameter, std::int64_t value)
{
    if (parameter == Parameter::Backward)
        plan.time = stageTime(plan.time.forward, Duration(value));
    if (parameter == Parameter::MemoryLimit)
        plan.memoryLimit.unit = MemoryLimit::Unit::Bytes;
    visitMember(plan, parameter, [value](auto& member) {
        using Member = std::remove_reference_t<decltype(member)>;
        if constexpr (std::is_same_v<Member, Duration>)
            member = Duration(value);
        else if constexpr (std::is_same_v<Member, Bytes>)
            member.value = value;
        else
            member = static_cast<Member>(value);
    });
}

} // namespace pipegantt
