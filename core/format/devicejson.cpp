// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/format/devicejson.h"

#include "core/format/memberwriter.h"
#include "core/metrics/weightversions.h"
#include "core/run/beyond.h"
#include "core/run/wholeprofile.h"
#include "core/simulate/criticalpath.h"
#include "core/simulate/memorymodel.h"

#include <vector>

namespace pipegantt {
namespace {

using Layout = JsonWriter::Layout;

void writeCauses(JsonWriter& json, MemberWriter& member, const IdleCauses* given)
{
    if (given == nullptr) {
        member.null("idle_by_cause");
        return;
    }
    const IdleCauses& causes = *given;
    json.key("idle_by_cause");
    json.beginObject();
    member.time("warm_up", causes.warmUp);
    member.time("drain", causes.drain);
    member.time("message", causes.message);
    member.time("dependency", causes.dependency);
    member.time("imbalance", causes.imbalance);
    json.endObject();
}

void writeMemory(
    JsonWriter& json, MemberWriter& member, const Run& run, int device, std::size_t mostSteps)
{
    const ModelState state = stateOn(run.plan, run.schedule, device);
    const DeviceMetrics& metrics = run.metrics.devices[static_cast<std::size_t>(device)];
    json.key("memory");
    json.beginObject();
    member.number("weights", state.weights.value);
    member.number("gradients", state.gradients.value);
    member.number("optimizer", state.optimizer.value);
    member.number("buffers", state.buffers.value);
    json.key("peak");
    json.beginObject();
    member.number("bytes", metrics.peakMemory.value);
    member.number("activations", metrics.peakMemory.value - metrics.stateMemory.value);
    member.time("when", trueTime(run, run.timeline.start(device, metrics.peakOperation)));
    member.string("operation", actionAt(run, device, metrics.peakOperation));
    json.endObject();
    json.key("over_time");
    json.beginList();
    std::vector<MemoryStep> steps;
    wholeMemoryProfile(run, device, mostSteps, steps);
    for (const MemoryStep& step : steps) {
        json.beginList();
        json.raw(timeNumber(trueTime(run, step.when), run.plan.unit));
        json.number(step.held.value);
        json.endList();
    }
    json.endList();
    json.endObject();
}

} // namespace

void writeDevices(JsonWriter& json, const Run& run)
{
    MemberWriter member(json, run.plan.unit);
    const std::optional<std::vector<IdleCauses>> causes = wholeIdleCauses(run);
    const std::size_t mostSteps = kMostListedSteps / run.metrics.devices.size();
    json.key("devices");
    json.beginList();
    for (std::size_t i = 0; i < run.metrics.devices.size(); ++i) {
        const DeviceMetrics& device = run.metrics.devices[i];
        const WeightVersions weights = weightVersions(run.plan, device);
        json.beginObject(Layout::OneLine);
        member.time("busy", device.busy);
        member.time("idle", device.idle);
        member.time("span", device.span);
        member.number("peak_chunks", device.peakChunks);
        member.number("peak_chunks_release_at_input_grad", device.peakChunksReleaseAtInputGrad);
        member.number("peak_held_chunks", device.peakHeldChunks);
        member.number("weight_versions", weights.versions);
        member.number("staleness", weights.staleness);
        writeCauses(json, member, causes ? &(*causes)[i] : nullptr);
        writeMemory(json, member, run, static_cast<int>(i), mostSteps);
        json.endObject();
    }
    json.endList();
}

void writeCriticalPath(JsonWriter& json, const Run& run)
{
    MemberWriter member(json, run.plan.unit);
    // That of an excerpt is not that of the whole.
    if (run.excerpt) {
        member.null("critical_path");
        return;
    }
    const CriticalPath path = criticalPath(run.plan, run.schedule, run.timeline);
    json.key("critical_path");
    json.beginObject();
    member.time("work", path.work);
    member.time("travel", path.travel);
    if (path.steps.size() > kMostListedSteps) {
        member.null("steps");
        json.endObject();
        return;
    }
    json.key("steps");
    json.beginList();
    for (const CausalStep& step : path.steps) {
        const bool runs = step.kind == CausalStep::Kind::Operation;
        json.beginObject(Layout::OneLine);
        member.string(
            runs ? "operation" : "message_of", actionAt(run, step.device, step.operation));
        member.number("device", step.device);
        member.time("begin", step.begin);
        member.time("end", step.end);
        json.endObject();
    }
    json.endList();
    json.endObject();
}

} // namespace pipegantt
