// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/format/devicejson.h"

#include "core/format/memberwriter.h"
#include "core/metrics/weightversions.h"
#include "core/simulate/criticalpath.h"
#include "core/simulate/idlecauses.h"

#include <vector>

namespace pipegantt {
namespace {

using Layout = JsonWriter::Layout;

std::string actionAt(const Schedule& schedule, int device, std::size_t index)
{
    const PackedOperation operation = schedule.operations()[index];
    return actionText(schedule, schedule.stageOf(device, operation.chunk()), operation);
}

void writeCauses(JsonWriter& json, MemberWriter& member, const IdleCauses& causes)
{
    json.key("idle_by_cause");
    json.beginObject();
    member.time("warm_up", causes.warmUp);
    member.time("drain", causes.drain);
    member.time("message", causes.message);
    member.time("dependency", causes.dependency);
    member.time("imbalance", causes.imbalance);
    json.endObject();
}

} // namespace

void writeDevices(JsonWriter& json, const Run& run)
{
    MemberWriter member(json, run.plan.unit);
    const std::vector<IdleCauses> causes = idleCauses(run.plan, run.schedule, run.timeline);
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
        writeCauses(json, member, causes[i]);
        json.endObject();
    }
    json.endList();
}

void writeCriticalPath(JsonWriter& json, const Run& run)
{
    MemberWriter member(json, run.plan.unit);
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
            runs ? "operation" : "message_of", actionAt(run.schedule, step.device, step.operation));
        member.number("device", step.device);
        member.time("begin", step.begin);
        member.time("end", step.end);
        json.endObject();
    }
    json.endList();
    json.endObject();
}

} // namespace pipegantt
