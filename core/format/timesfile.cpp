// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/format/timesfile.h"

#include "core/base/time.h"
#include "core/format/jsonwriter.h"
#include "core/format/memberwriter.h"
#include "core/format/timeskeys.h"

#include <string>

namespace pipegantt {
namespace {

using Layout = JsonWriter::Layout;

std::string exactTime(Duration time)
{
    const TimeUnit unit = TimeUnit::Microseconds;
    return timeNumber(time, unit) + std::string(unitName(unit));
}

void writePart(JsonWriter& json, MemberWriter& member, std::string_view name, const PartTimes& part)
{
    json.key(name);
    json.beginObject();
    for (const StagePass pass : kStagePasses) {
        const PassTime& time = part.of(pass);
        json.key(passName(pass));
        json.beginObject(Layout::OneLine);
        member.string(times_key::kMedian, exactTime(time.median));
        member.string(times_key::kLower, exactTime(time.lower));
        member.string(times_key::kUpper, exactTime(time.upper));
        member.number(times_key::kSamples, time.samples);
        json.endObject();
    }
    for (const times_key::Amount& amount : times_key::kAmounts)
        member.number(amount.key, (part.*amount.bytes).value);
    json.endObject();
}

} // namespace

std::string timesText(const StageTimes& times)
{
    JsonWriter json;
    MemberWriter member(json, TimeUnit::Microseconds);
    json.beginObject();
    member.string(times_key::kFormat, kTimesFormat);
    member.number(times_key::kVersion, kTimesVersion);
    member.string(times_key::kModel, times.stage.model.id);
    member.number(times_key::kLayers, times.stage.layers);
    member.number(times_key::kSequence, times.stage.sequence);
    member.string(times_key::kType, elementName(times.stage.element));
    member.number(times_key::kTensorParallel, times.stage.tensorParallel);
    member.string(times_key::kMachine, times.machine);
    member.string(times_key::kDevice, times.device);
    member.string(times_key::kSoftware, times.software);
    member.string(times_key::kDate, times.date);
    json.key(times_key::kSizes);
    json.beginList();
    for (const SizeTimes& size : times.sizes) {
        json.beginObject();
        member.number(times_key::kSize, size.microbatch);
        writePart(json, member, partName(StagePart::Layers), size.layers);
        if (size.embedding)
            writePart(json, member, partName(StagePart::Embedding), *size.embedding);
        if (size.head)
            writePart(json, member, partName(StagePart::Head), *size.head);
        json.endObject();
    }
    json.endList();
    json.endObject();
    return json.finish();
}

} // namespace pipegantt
