// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/format/tradejson.h"

#include "core/base/sentence.h"
#include "core/format/memberwriter.h"

#include <array>
#include <charconv>

namespace pipegantt {
namespace {

std::string number(double value)
{
    std::array<char, 32> digits {};
    const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), value);
    return {digits.data(), static_cast<std::size_t>(written.ptr - digits.data())};
}

void writePoint(JsonWriter& json, const TradePoint& point)
{
    const ComparedPlan& row = point.row;
    MemberWriter member(json, row.plan.unit);
    json.beginObject(JsonWriter::Layout::OneLine);
    member.number("microbatch_size", point.microbatchSize);
    member.number("microbatches", row.plan.microbatches);
    json.key("stage_samples_per_second");
    json.raw(number(point.stageRate));
    if (row.refusal) {
        member.string("reason", sentence(*row.refusal));
    } else if (row.isMeasured()) {
        json.key("samples_per_second");
        json.raw(number(point.rate));
        member.time("makespan", row.makespan);
        member.ratio("bubble_ratio", row.bubbleRatio);
        member.number("peak_memory_bytes", row.peakMemory.value);
        member.boolean("fits_memory", row.fits);
    }
    json.endObject();
}

} // namespace

std::string tradeJson(std::int64_t globalBatch, std::span<const MicrobatchTrade> trades)
{
    JsonWriter json;
    MemberWriter member(json, TimeUnit::Milliseconds);
    json.beginObject();
    member.number("global_batch", globalBatch);
    if (!trades.empty() && !trades.front().points.empty())
        member.string("unit", unitName(trades.front().points.front().row.plan.unit));
    json.key("schedules");
    json.beginList();
    for (const MicrobatchTrade& trade : trades) {
        json.beginObject();
        member.string("schedule", scheduleId(trade.kind));
        member.numberOrNull("best_microbatch_size",
            trade.best ? std::optional(trade.points[*trade.best].microbatchSize) : std::nullopt);
        json.key("points");
        json.beginList();
        for (const TradePoint& point : trade.points)
            writePoint(json, point);
        json.endList();
        json.endObject();
    }
    json.endList();
    json.endObject();
    return json.finish();
}

} // namespace pipegantt
