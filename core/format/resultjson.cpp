// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/format/resultjson.h"

#include "core/base/sentence.h"
#include "core/format/devicejson.h"
#include "core/format/memberwriter.h"
#include "core/format/plandraft.h"
#include "core/planner/recommendation.h"
#include "core/schedule/catalogue.h"
#include "core/schedule/closedform.h"
#include "core/schedule/runtime.h"

namespace pipegantt {
namespace {

using Layout = JsonWriter::Layout;

std::string_view gapId(FormulaGap gap)
{
    switch (gap) {
    case FormulaGap::UnevenStages:
        return "uneven-stages";
    case FormulaGap::HopLatency:
        return "hop-latency";
    case FormulaGap::Both:
        return "uneven-stages-and-hop-latency";
    case FormulaGap::PartialGroup:
        return "partial-group";
    case FormulaGap::Conditions:
        return "conditions";
    case FormulaGap::NoFormula:
        return "no-formula";
    case FormulaGap::None:
        break;
    }
    return "none";
}

std::string_view boundId(Bound bound)
{
    switch (bound) {
    case Bound::IdealRule:
        return "ideal-rule";
    case Bound::Memory:
        return "memory";
    case Bound::GlobalBatch:
        return "global-batch";
    case Bound::Uncut:
        return "uncut";
    case Bound::GivenOrder:
        return "given-order";
    case Bound::Schedule:
        return "schedule";
    case Bound::Target:
        break;
    }
    return "target";
}

std::string_view verdictId(MicrobatchSize::Verdict verdict)
{
    switch (verdict) {
    case MicrobatchSize::Verdict::Small:
        return "small";
    case MicrobatchSize::Verdict::Large:
        return "large";
    case MicrobatchSize::Verdict::Good:
        break;
    }
    return "good";
}

/// Whether times are slots, given or measured, and where and when.
void writeSource(JsonWriter& json, MemberWriter& member, const Plan& plan)
{
    json.key("times");
    json.beginObject(Layout::OneLine);
    const TimeSource& source = plan.source;
    member.string("source",
        source.measured()                  ? "measured"
            : plan.unit == TimeUnit::Slots ? "slots"
                                           : "given");
    if (source.measured()) {
        member.string("model", source.model);
        member.string("device", source.device);
        member.string("date", source.date);
        member.number("microbatch_size", source.microbatchSize);
    }
    json.endObject();
}

void writeClosedForm(JsonWriter& json, MemberWriter& member, const Plan& plan)
{
    const ClosedForm form = closedForm(plan);
    json.key("closed_form");
    json.beginObject();
    member.ratio("bubble_ratio", form.bubbleRatio());
    const bool times = form.unit == TermUnit::Time;
    if (times) {
        member.time("idle_terms", Duration(form.idleTerms));
        member.time("work_terms", Duration(form.workTerms));
    } else {
        member.number("idle_terms", form.idleTerms);
        member.number("work_terms", form.workTerms);
    }
    member.string("terms", times ? "time" : "passes");
    member.boolean("exact", form.gap == FormulaGap::None);
    member.string("gap", gapId(form.gap));
    if (form.makespan)
        member.time("makespan", *form.makespan);
    else
        member.null("makespan");
    if (form.span)
        member.time("span", *form.span);
    else
        member.null("span");
    json.endObject();
}

/// What of a plan beyond the operation budget is held: everything else in this result is of all of
/// its micro-batches.
void writeExcerpt(JsonWriter& json, MemberWriter& member, const Excerpt& excerpt)
{
    member.number("microbatches_drawn", excerpt.microbatches);
    member.number("microbatches_left_out", excerpt.leftOut);
    member.number("microbatches_of_period", excerpt.period);
    json.key("breaks");
    json.beginList();
    for (const Break& one : excerpt.breaks) {
        json.beginObject(Layout::OneLine);
        member.time("at", one.at + excerpt.delay(one.at) - one.leftOut);
        member.time("left_out", one.leftOut);
        member.time("period", one.period);
        json.endObject();
    }
    json.endList();
}

/// For each runtime the sentence with which it would refuse the plan, or null.
void writeRuntimes(JsonWriter& json, MemberWriter& member, const Plan& plan)
{
    json.key("runtimes");
    json.beginObject();
    for (const Runtime runtime : kRuntimes) {
        if (const std::optional<Error> refused = refusal(runtime, plan))
            member.string(runtimeId(runtime), sentence(*refused));
        else
            member.null(runtimeId(runtime));
    }
    json.endObject();
}

void writeRecommendation(JsonWriter& json, MemberWriter& member, const Plan& plan)
{
    const Recommendation advice = recommend(plan);
    json.key("recommendation");
    json.beginObject();
    member.number("microbatches", advice.microbatches);
    member.string("bound", boundId(advice.bound));
    member.ratio("efficiency", advice.efficiency);
    if (advice.simulated)
        member.ratio("simulated_efficiency", *advice.simulated);
    else
        member.null("simulated_efficiency");
    member.boolean("reaches_target", advice.reachesTarget);
    member.number("target_efficiency_percent", plan.targetEfficiency);
    member.number("for_target", advice.forTarget);
    member.number("conservative", advice.conservative);
    member.number("ideal", advice.ideal);
    member.numberOrNull("memory", advice.memory);
    member.numberOrNull("global_batch", advice.globalBatch);
    member.boolean("moved_to_divisor", advice.movedToDivisor);
    const std::optional<MicrobatchSize> size = microbatchSize(plan);
    if (!size) {
        member.null("microbatch_size");
    } else {
        json.key("microbatch_size");
        json.beginObject(Layout::OneLine);
        member.ratio("samples", size->samples);
        member.boolean("whole", size->whole);
        member.number("least", size->least);
        member.number("most", size->most);
        member.string("verdict", verdictId(size->verdict));
        json.endObject();
    }
    json.endObject();
}

/// The keys of everything that a schedule reads, P, M and the times among them.
std::vector<std::string_view> parameterKeys(const CatalogueEntry& schedule)
{
    std::vector<std::string_view> keys;
    for (const Parameter p : {Parameter::Stages, Parameter::Microbatches, Parameter::Forward})
        keys.push_back(info(p).key);
    if (schedule.hasBackward) {
        for (const Parameter p : {Parameter::Backward, Parameter::InputGrad, Parameter::WeightGrad})
            keys.push_back(info(p).key);
    }
    keys.push_back(info(Parameter::Comm).key);
    for (const Parameter p : schedule.parameters)
        keys.push_back(info(p).key);
    for (const Choice choice : schedule.choices)
        keys.push_back(info(choice).key);
    return keys;
}

} // namespace

std::string resultJson(const Run& run)
{
    const Plan& plan = run.plan;
    const Metrics& metrics = run.metrics;
    JsonWriter json;
    MemberWriter member(json, plan.unit);
    json.beginObject();
    member.string("schedule", scheduleId(plan.schedule));
    member.number("stages", plan.stages);
    member.number("microbatches", plan.microbatches);
    if (run.excerpt)
        writeExcerpt(json, member, *run.excerpt);
    member.number("chunks", plan.chunks);
    member.string("unit", unitName(plan.unit));
    writeSource(json, member, plan);
    member.time("makespan", metrics.makespan);
    member.time("span", metrics.span);
    member.time("ideal", metrics.ideal);
    if (const std::optional<Ratio> gap = optimalityGap(run)) {
        member.time("lower_bound", *run.lowerBound);
        member.ratio("gap", *gap);
        member.boolean("optimal", gap->numerator == 0);
    }
    member.ratio("bubble_ratio", metrics.bubbleRatio);
    member.ratio("bubble_over_ideal", metrics.bubbleOverIdeal);
    member.ratio("span_bubble_ratio", metrics.spanBubbleRatio);
    member.ratio("efficiency", metrics.efficiency);
    member.ratio("speed_up", metrics.speedUp);
    member.number("peak_memory_bytes", metrics.peakMemory.value);
    member.number("peak_device", metrics.peakDevice);
    const std::optional<Bytes> limit = limitOn(plan, run.schedule, metrics.peakDevice);
    member.numberOrNull("memory_limit_bytes", limit ? std::optional(limit->value) : std::nullopt);
    member.boolean("fits_memory", metrics.fits);
    member.number("weight_copies", entry(plan.schedule).weightCopies);
    writeDevices(json, run);
    writeCriticalPath(json, run);
    writeClosedForm(json, member, plan);
    writeRuntimes(json, member, plan);
    writeRecommendation(json, member, plan);
    json.endObject();
    return json.finish();
}

std::string catalogueJson()
{
    JsonWriter json;
    MemberWriter member(json, TimeUnit::Slots);
    json.beginObject();
    json.key("schedules");
    json.beginList();
    for (const CatalogueEntry& schedule : catalogue()) {
        json.beginObject();
        member.string("id", schedule.id);
        member.string("title", schedule.title);
        member.number("year", schedule.year);
        member.string("paper", schedule.paper);
        member.string("summary", schedule.summary);
        member.string("constraints", schedule.constraints);
        json.key("parameters");
        json.beginList(Layout::OneLine);
        for (const std::string_view key : parameterKeys(schedule))
            json.string(key);
        json.endList();
        member.string("bubble", schedule.bubbleFormula);
        member.string("makespan", schedule.makespanFormula);
        member.string("memory", schedule.memoryFormula);
        member.string("exact_when", schedule.exactWhen);
        member.number("weight_copies", schedule.weightCopies);
        json.endObject();
    }
    json.endList();
    json.endObject();
    return json.finish();
}

} // namespace pipegantt
