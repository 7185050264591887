// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/simulate/memorymodel.h"

#include "core/schedule/catalogue.h"

#include <algorithm>
#include <limits>

namespace pipegantt {
namespace {

constexpr std::int64_t kPercent = 100;

std::int64_t saturatedSum(std::int64_t a, std::int64_t b)
{
    std::int64_t sum = 0;
    return __builtin_add_overflow(a, b, &sum) ? std::numeric_limits<std::int64_t>::max() : sum;
}

std::int64_t saturatedProduct(std::int64_t a, std::int64_t b)
{
    std::int64_t product = 0;
    return __builtin_mul_overflow(a, b, &product) ? std::numeric_limits<std::int64_t>::max()
                                                  : product;
}

/// `hundredths` hundredths of a chunk activation, rounded up. Whole micro-batches first, because
/// the rest cannot leave the range, by the limits of both factors. Saturates.
std::int64_t bytesOf(std::int64_t hundredths, std::int64_t parts, Bytes activation)
{
    const std::int64_t divisor = kPercent * parts;
    const std::int64_t rest = hundredths % divisor * activation.value;
    return saturatedSum(
        saturatedProduct(hundredths / divisor, activation.value), (rest + divisor - 1) / divisor);
}

/// Whether so much beside `state` keeps the limit of `plan`.
bool keepsLimit(const Plan& plan, Bytes state, Bytes activations)
{
    const std::optional<Bytes> limit = plan.memoryLimit.bytes(plan.activation);
    if (!limit)
        return true;
    return plan.memoryLimit.unit == MemoryLimit::Unit::Microbatches
        ? activations <= *limit
        : saturatedSum(state.value, activations.value) <= limit->value;
}

/// The most micro-batches that are past their forward and not yet past their backward pass.
std::int64_t mostInFlight(std::span<const PackedOperation> row)
{
    std::int64_t most = 0;
    std::int64_t alive = 0;
    for (const PackedOperation operation : row) {
        if (isForward(operation.kind()))
            most = std::max(most, ++alive);
        else if (releasesActivations(operation.kind()))
            --alive;
    }
    return most;
}

} // namespace

MemoryModel::MemoryModel(const Plan& plan, const Schedule& schedule, int device)
    : m_plan(plan)
    , m_state(stateOn(plan, schedule, device).total())
    , m_parts(partsOfMicrobatch(plan))
    , m_early(plan.earlyRelease)
{
    for (const PackedOperation operation : schedule.row(device)) {
        m_recomputes = m_recomputes || operation.kind() == OperationKind::Recompute;
        m_keeps = makesGradient(operation.kind());
        if (m_keeps)
            break;
    }
}

Bytes MemoryModel::activations(const HeldActivations& held) const
{
    const std::int64_t hundredths = kPercent * held.whole + (kPercent - m_early) * held.rest;
    return {saturatedSum(bytesOf(hundredths, m_parts, m_plan.activation),
        saturatedProduct(held.checkpoints, m_plan.message.value))};
}

Bytes MemoryModel::total(const HeldActivations& held) const
{
    return {saturatedSum(m_state.value, activations(held).value)};
}

bool MemoryModel::fits(const HeldActivations& held) const
{
    return keepsLimit(m_plan, m_state, activations(held));
}

std::int64_t partsOfMicrobatch(const Plan& plan)
{
    return plan.chunks * (plan.units() / plan.microbatches);
}

Bytes activationBytes(const Plan& plan, std::int64_t chunks)
{
    return {bytesOf(kPercent * chunks, partsOfMicrobatch(plan), plan.activation)};
}

bool fitsMemory(const Plan& plan, std::int64_t chunks)
{
    return keepsLimit(plan, plan.state.total(), activationBytes(plan, chunks));
}

std::int64_t weightCopies(const Plan& plan, const Schedule& schedule, int device)
{
    switch (entry(plan.schedule).updates) {
    case WeightUpdates::EachMicrobatch:
        return mostInFlight(schedule.row(device));
    case WeightUpdates::DoubleBuffered:
        return 2;
    case WeightUpdates::EachIteration:
        break;
    }
    return schedule.placement().pipelines();
}

ModelState stateOn(const Plan& plan, const Schedule& schedule, int device)
{
    ModelState state = plan.state;
    state.weights.value *= weightCopies(plan, schedule, device);
    state.gradients.value *= schedule.placement().pipelines();
    return state;
}

std::optional<Bytes> limitOn(const Plan& plan, const Schedule& schedule, int device)
{
    std::optional<Bytes> limit = plan.memoryLimit.bytes(plan.activation);
    if (plan.memoryLimit.unit == MemoryLimit::Unit::Microbatches)
        limit->value = saturatedSum(limit->value, stateOn(plan, schedule, device).total().value);
    return limit;
}

} // namespace pipegantt
