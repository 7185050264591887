// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/metrics/metrics.h"

#include "core/schedule/closedform.h"

#include <algorithm>
#include <chrono>

namespace pipegantt {
namespace {

/// What the operations of several rows are.
struct Occurrence
{
    unsigned kinds = 0; ///< a bit for each kind
    std::int64_t shortest = 0;
};

/// Counts live activations through one row in execution order. The order alone decides: on one
/// device a pass that releases ends before the next one that takes begins.
DeviceMetrics measureDevice(
    const Schedule& schedule, const Timeline& timeline, int device, Occurrence& occurrence)
{
    const std::size_t begin = schedule.rowBegin(device);
    const std::size_t end = schedule.rowEnd(device);
    DeviceMetrics metrics;
    std::int64_t alive = 0;
    std::int64_t aliveAtInputGrad = 0;
    bool releases = false;
    unsigned kinds = 0;
    std::int64_t shortest = occurrence.shortest;
    for (std::size_t i = begin; i < end; ++i) {
        const Duration length = timeline.end(i) - timeline.start(i);
        metrics.busy += length;
        shortest = std::min(shortest, length.count() == 0 ? shortest : length.count());
        const OperationKind kind = schedule.operations()[i].kind();
        kinds |= 1U << static_cast<unsigned>(kind);
        if (isForward(kind)) {
            metrics.peakChunks = std::max(metrics.peakChunks, ++alive);
            metrics.peakChunksReleaseAtInputGrad =
                std::max(metrics.peakChunksReleaseAtInputGrad, ++aliveAtInputGrad);
            continue;
        }
        releases = releases || makesGradient(kind);
        if (releasesActivations(kind))
            --alive;
        if (makesGradient(kind))
            --aliveAtInputGrad;
    }
    metrics.idle = timeline.makespan - metrics.busy;
    metrics.span = timeline.end(end - 1) - timeline.start(begin);
    metrics.peakHeldChunks = releases ? metrics.peakChunks : 1;
    occurrence.kinds |= kinds;
    occurrence.shortest = shortest;
    return metrics;
}

} // namespace

Result<void> measure(
    const Plan& plan, const Schedule& schedule, const Timeline& timeline, Metrics& metrics)
{
    const std::int64_t makespan = timeline.makespan.count();
    std::int64_t deviceTime = 0;
    if (__builtin_mul_overflow(makespan, std::int64_t {schedule.devices()}, &deviceTime)) {
        return failure(ErrorCode::TimeOverflow,
            {std::to_string(
                std::chrono::duration_cast<std::chrono::seconds>(Duration::max()).count())});
    }

    metrics.makespan = timeline.makespan;
    metrics.span = {};
    metrics.ideal = {};
    metrics.peakDevice = 0;
    metrics.devices.resize(static_cast<std::size_t>(schedule.devices()));
    std::int64_t idle = 0;
    Occurrence occurrence {.shortest = makespan};
    for (int device = 0; device < schedule.devices(); ++device) {
        DeviceMetrics& one = metrics.devices[static_cast<std::size_t>(device)];
        one = measureDevice(schedule, timeline, device, occurrence);
        metrics.span = std::max(metrics.span, one.span);
        metrics.ideal = std::max(metrics.ideal, one.busy);
        idle += one.idle.count();
        const auto& peak = metrics.devices[static_cast<std::size_t>(metrics.peakDevice)];
        if (one.peakHeldChunks > peak.peakHeldChunks)
            metrics.peakDevice = device;
    }

    for (std::size_t kind = 0; kind < kOperationKindCount; ++kind)
        metrics.kinds[kind] = (occurrence.kinds >> kind & 1U) != 0;
    metrics.shortest = Duration(occurrence.shortest);

    const std::int64_t span = metrics.span.count();
    const std::int64_t ideal = metrics.ideal.count();
    metrics.bubbleRatio = {idle, deviceTime};
    metrics.bubbleOverIdeal = {makespan - ideal, ideal};
    metrics.spanBubbleRatio = {span - ideal, span};
    metrics.efficiency = {deviceTime - idle, deviceTime};
    metrics.speedUp = {uncutMakespan(plan).count(), makespan};
    const std::int64_t peak =
        metrics.devices[static_cast<std::size_t>(metrics.peakDevice)].peakHeldChunks;
    metrics.peakMemory = activationBytes(plan, peak);
    metrics.fits = fitsMemory(plan, peak);
    return {};
}

std::int64_t partsOfMicrobatch(const Plan& plan)
{
    return plan.chunks * (plan.units() / plan.microbatches);
}

bool fitsMemory(const Plan& plan, std::int64_t chunks)
{
    switch (plan.memoryLimit.unit) {
    case MemoryLimit::Unit::Microbatches:
        return chunks <= plan.memoryLimit.amount * partsOfMicrobatch(plan);
    case MemoryLimit::Unit::Bytes:
        return activationBytes(plan, chunks).value <= plan.memoryLimit.amount;
    case MemoryLimit::Unit::None:
        break;
    }
    return true;
}

Bytes activationBytes(const Plan& plan, std::int64_t chunks)
{
    // Whole micro-batches first: chunks * activation could leave the range; this cannot, by the
    // limits of both factors.
    const std::int64_t parts = partsOfMicrobatch(plan);
    const std::int64_t whole = chunks / parts * plan.activation.value;
    const std::int64_t part = chunks % parts * plan.activation.value;
    return {whole + (part + parts - 1) / parts};
}

} // namespace pipegantt
