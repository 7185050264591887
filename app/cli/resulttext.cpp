// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/resulttext.h"

#include "app/cli/devicetext.h"
#include "app/cli/quantitytext.h"
#include "app/cli/textlines.h"
#include "core/base/sentence.h"
#include "core/planner/recommendation.h"
#include "core/schedule/catalogue.h"
#include "core/schedule/closedform.h"
#include "core/schedule/formula.h"
#include "core/schedule/runtime.h"

#include <algorithm>
#include <array>

namespace pipegantt {
namespace {

std::string heading(const Plan& plan)
{
    std::string text(entry(plan.schedule).title);
    text += ", " + counted(plan.stages, "stage") + ", "
        + counted(plan.microbatches, "micro-batch", "es");
    if (plan.chunks > 1)
        text += ", " + counted(plan.chunks, "chunk") + " on each device";
    text += '\n';
    const bool trains = entry(plan.schedule).hasBackward;
    if (!plan.layout.empty()) {
        text += "layout " + layoutText(plan.layout);
    } else if (!hasEqualStages(plan) || plan.timeOf(0) != plan.time) {
        text += "times for each stage";
    } else {
        text += "forward " + timeText(plan.time.forward, plan.unit);
        if (trains)
            text += ", backward " + timeText(plan.time.backward(), plan.unit);
    }
    if (const TimeSource& source = plan.source; source.measured()) {
        text += "\nmeasured with " + source.model + " in micro-batches of "
            + std::to_string(source.microbatchSize) + " on " + source.device + ", " + source.date;
    }
    text += ", hop latency " + timeText(plan.link.latency, plan.unit);
    if (plan.message > Bytes {} && plan.link.bandwidth > 0) {
        text += ", messages of " + bytesText(plan.message) + " at "
            + bytesText({plan.link.bandwidth}) + "/s";
    }
    if (plan.commModel == CommModel::Blocking)
        text += ", messages block";
    if (plan.jitter > 0) {
        text +=
            ", jitter " + std::to_string(plan.jitter) + " % of seed " + std::to_string(plan.seed);
    }
    return text + '\n';
}

/// What of the plan is held where it is not all; the numbers are of all.
std::string excerptText(const Run& run)
{
    if (!run.excerpt)
        return {};
    const Excerpt& excerpt = *run.excerpt;
    const std::string all =
        "counted exactly over all micro-batches; drawn are " + std::to_string(excerpt.microbatches);
    if (!excerpt.isPart())
        return all + " by themselves, because these stages find no common rhythm\n";
    std::string text = all + ", without " + std::to_string(excerpt.leftOut) + " that repeat ";
    for (const Break& one : excerpt.breaks) {
        text += &one == &excerpt.breaks.front() ? "" : " and ";
        text += timeText(one.period, run.plan.unit);
    }
    return text + " of " + counted(excerpt.period, "micro-batch", "es") + '\n';
}

/// `3/(3+16)`, in the plan's unit where the formula is of times.
std::string terms(const Plan& plan, const ClosedForm& form)
{
    const auto number = [&](std::int64_t term) {
        return form.unit == TermUnit::Time ? timeNumber(Duration(term), plan.unit)
                                           : std::to_string(term);
    };
    const std::string idle = number(form.idleTerms);
    return idle + "/(" + idle + '+' + number(form.workTerms) + ')';
}

/// `(P-1)/(P-1+M) = 3/(3+16) = 15.8 %`, and what keeps the simulation from it.
std::string formula(const Plan& plan)
{
    const CatalogueEntry& known = entry(plan.schedule);
    const ClosedForm form = closedForm(plan);
    if (form.gap == FormulaGap::NoFormula)
        return "no closed formula; simulated";
    const auto [main, where] = formulaParts(known.bubbleFormula);
    std::string text =
        std::string(main) + " = " + terms(plan, form) + " = " + percentText(form.bubbleRatio());
    if (!where.empty())
        text += ", " + std::string(where);
    switch (form.gap) {
    case FormulaGap::UnevenStages:
        return text + ", if all stages took the same time";
    case FormulaGap::HopLatency:
        return text + ", if messages took no time";
    case FormulaGap::Both:
        return text + ", if all stages took the same time and messages none";
    case FormulaGap::PartialGroup:
        return text + ", if each group had as many micro-batches as there are devices";
    case FormulaGap::Conditions:
        if (plan.optimizer > Duration::zero())
            return text + ", without the optimizer step";
        if (plan.commModel == CommModel::Blocking)
            return text + ", if messages did not block";
        return known.exactWhen.empty() ? text + ", but its conditions do not hold"
                                       : text + ", exact if " + std::string(known.exactWhen);
    case FormulaGap::NoFormula:
    case FormulaGap::None:
        break;
    }
    return text;
}

std::string peakMemory(const Run& run)
{
    const Plan& plan = run.plan;
    const auto device = static_cast<std::size_t>(run.metrics.peakDevice);
    const std::int64_t held = run.metrics.devices[device].peakHeldChunks;
    const bool whole = partsOfMicrobatch(plan) == 1;
    const std::string_view part = plan.chunks > 1 ? "chunk activation" : "slice activation";
    const std::string activations =
        whole ? counted(held, "micro-batch", "es") : counted(held, part);
    std::string text = activations + " on device " + std::to_string(device);
    if (const Bytes state = run.metrics.devices[device].stateMemory; state > Bytes {})
        text += " and " + bytesText(state) + " of model state";
    const std::optional<Bytes> limit = limitOn(plan, run.schedule, run.metrics.peakDevice);
    if (!limit)
        return text + ", no limit";
    return text + (run.metrics.fits ? ", within the limit of " : ", over the limit of ")
        + bytesText(*limit);
}

/// What a search has proven about the makespan.
std::string provenBound(const Run& run, Duration lowerBound, Ratio gap)
{
    if (gap.numerator == 0)
        return "proved optimal: no order ends sooner";
    return "at most " + percentNumber(gap, 2) + " % above the bound of "
        + timeText(lowerBound, run.plan.unit) + ", below which no order goes";
}

std::string measures(const Run& run)
{
    const Metrics& metrics = run.metrics;
    const TimeUnit unit = run.plan.unit;
    TextLines table;
    table.add({"bubble", percentText(metrics.bubbleRatio), formula(run.plan)});
    table.add({"efficiency", percentText(metrics.efficiency),
        percentText(metrics.bubbleOverIdeal) + " bubble over ideal, "
            + percentText(metrics.spanBubbleRatio) + " of the span"});
    table.add({"makespan", timeText(metrics.makespan, unit),
        "at least " + timeText(metrics.ideal, unit) + " without any bubble"});
    if (const std::optional<Ratio> gap = optimalityGap(run))
        table.add({"", "", provenBound(run, *run.lowerBound, *gap)});
    table.add({"speed-up", ratioNumber(metrics.speedUp, 2), "over the batch left in one piece"});
    table.add({"peak memory", bytesText(metrics.peakMemory), peakMemory(run)});
    if (const int copies = entry(run.plan.schedule).weightCopies; copies > 1)
        table.add(
            {"weights", counted(copies, "cop", "ies"), "of the model's parts on each device"});
    return table.text();
}

/// The runtimes that have the schedule, but would refuse this plan.
std::string refusals(const Plan& plan)
{
    std::string text;
    for (const Runtime runtime : kRuntimes) {
        const std::optional<Error> refused = refusal(runtime, plan);
        if (refused && refused->code != ErrorCode::RuntimeLacksSchedule)
            text += std::string(runtimeName(runtime)) + " would not run this: " + sentence(*refused)
                + '\n';
    }
    return text.empty() ? text : text + '\n';
}

std::string advice(const Plan& plan)
{
    const Recommendation best = recommend(plan);
    const std::string target = std::to_string(plan.targetEfficiency) + " %";
    std::string reach = percentText(best.simulated.value_or(best.efficiency));
    if (best.simulated)
        reach += " as simulated";
    if (best.simulated && best.textbook)
        reach += " (" + percentText(best.efficiency) + " by the formula)";
    if (best.bound == Bound::Uncut) {
        return "The naive schedule leaves the batch in one piece. GPipe and 1F1B reach the target "
               "of "
            + target + " with " + std::to_string(best.forTarget) + " micro-batches.\n";
    }
    if (best.bound == Bound::GivenOrder) {
        return "The order is given for " + counted(best.microbatches, "micro-batch", "es")
            + ": efficiency is " + reach + ", and the target is " + target + ".\n";
    }
    if (best.microbatches == 0)
        return "No number of micro-batches fits the memory limit.\n";

    const bool one = best.microbatches == 1;
    std::string text =
        "Use " + std::to_string(best.microbatches) + (one ? " micro-batch: " : " micro-batches: ");
    const std::string needed = best.simulated ? " is out of reach within these bounds."
                                              : " needs " + std::to_string(best.forTarget) + ".";
    const std::string shortfall =
        " Efficiency is then " + reach + "; the target of " + target + needed;
    switch (best.bound) {
    case Bound::Target:
        text += "efficiency is then " + reach + ", and the target is " + target + ".";
        break;
    case Bound::IdealRule:
        text += "more than 8 for each stage bring little." + shortfall;
        break;
    case Bound::Memory:
        text += "the activations of more do not fit the memory limit." + shortfall;
        break;
    case Bound::GlobalBatch:
        text += "the global batch of " + std::to_string(plan.globalBatch)
            + " cannot be cut into a better number of equal parts." + shortfall;
        break;
    case Bound::Schedule:
        text += "the schedule runs no fewer here." + shortfall;
        break;
    case Bound::Uncut:
    case Bound::GivenOrder:
        break;
    }
    if (best.movedToDivisor && best.bound == Bound::Target)
        text += " It cuts the global batch into equal parts.";
    return text + '\n';
}

std::string microbatchAdvice(const Plan& plan)
{
    const std::optional<MicrobatchSize> size = microbatchSize(plan);
    if (!size)
        return {};
    std::string samples = ratioNumber(size->samples, 2);
    if (size->whole)
        samples = std::to_string(size->samples.numerator);
    std::string text = "A micro-batch holds " + samples
        + (samples == "1" ? " sample of " : " samples of ") + std::to_string(plan.globalBatch)
        + "; the rule of thumb at this depth is " + std::to_string(size->least) + " to "
        + std::to_string(size->most);
    switch (size->verdict) {
    case MicrobatchSize::Verdict::Small:
        text += ": so small, each pass costs more overhead than it should.";
        break;
    case MicrobatchSize::Verdict::Large:
        text += ": larger ones compute well, but fewer of them leave a larger bubble.";
        break;
    case MicrobatchSize::Verdict::Good:
        text += '.';
        break;
    }
    if (!size->whole)
        text += " The batch does not divide evenly.";
    return text + '\n';
}

} // namespace

std::string resultText(const Run& run)
{
    return heading(run.plan) + excerptText(run) + '\n' + measures(run) + '\n' + devicesText(run)
        + '\n' + criticalPathText(run) + refusals(run.plan) + advice(run.plan)
        + microbatchAdvice(run.plan);
}

} // namespace pipegantt
