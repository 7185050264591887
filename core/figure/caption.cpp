// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/figure/caption.h"

#include "core/schedule/catalogue.h"
#include "core/schedule/closedform.h"
#include "core/schedule/formula.h"

namespace pipegantt {

namespace {

std::string rangeCaption(const Plan& plan, const FigureWords& words, Duration begin, Duration end)
{
    return timeNumber(begin, plan.unit) + "–" + timeNumber(end, plan.unit) + " "
        + unitCaption(words, plan.unit);
}

/// What makes the formula's ratio differ.
std::string gapCaption(const Plan& plan, const FigureWords& words, FormulaGap gap)
{
    switch (gap) {
    case FormulaGap::UnevenStages:
        return std::string(words.unevenStages);
    case FormulaGap::HopLatency:
        return std::string(words.hopLatency);
    case FormulaGap::Both:
        return std::string(words.unevenStages) + " + " + std::string(words.hopLatency);
    case FormulaGap::PartialGroup:
        return std::string(words.partialGroup);
    case FormulaGap::Conditions:
        return std::string(
            plan.optimizer > Duration::zero() ? words.optimizerStep : words.conditions);
    case FormulaGap::NoFormula:
    case FormulaGap::None:
        break;
    }
    return {};
}

/// `3/11`, in the plan's unit where the formula is of times.
std::string termsCaption(const Plan& plan, const ClosedForm& form)
{
    const auto number = [&](std::int64_t term) {
        return form.unit == TermUnit::Time ? timeNumber(Duration(term), plan.unit)
                                           : std::to_string(term);
    };
    return number(form.idleTerms) + "/" + number(form.idleTerms + form.workTerms);
}

/// What tells this pass of its micro-batch from the others.
std::vector<std::string> details(
    const Schedule& schedule, const FigureWords& words, int device, PackedOperation operation)
{
    std::vector<std::string> found;
    const Placement& placement = schedule.placement();
    const Operation one = schedule.unpacked(operation);
    const int stage = schedule.stageOf(device, operation.chunk());
    const auto add = [&found](std::string_view word, int number) {
        found.push_back(std::string(word) + " " + std::to_string(number));
    };
    if (schedule.slices() > 1)
        add(words.slice, one.slice.value);
    if (schedule.chunks() > 1 && placement.pipelines() == 1)
        add(words.chunk, one.chunk.value);
    if (schedule.chunks() > 1)
        add(words.stage, placement.modelStage(stage));
    if (placement.pipelineOf(stage) > 0)
        found.emplace_back(words.secondDirection);
    return found;
}

std::string joined(const std::vector<std::string>& parts, std::string_view between)
{
    std::string text;
    for (const std::string& part : parts)
        text += (text.empty() ? std::string() : std::string(between)) + part;
    return text;
}

} // namespace

std::string unitCaption(const FigureWords& words, TimeUnit unit)
{
    switch (unit) {
    case TimeUnit::Slots:
        return std::string(words.slotUnit);
    case TimeUnit::Microseconds:
        return "µs";
    case TimeUnit::Milliseconds:
    case TimeUnit::Seconds:
        break;
    }
    return std::string(unitName(unit));
}

std::string deviceCaption(const FigureWords& words, int device)
{
    return std::string(words.device) + " " + std::to_string(device);
}

std::string shapeCaption(const FigureWords& words, const Plan& plan)
{
    std::string text = std::string(words.stages) + " P = " + std::to_string(plan.stages) + " · "
        + std::string(words.microbatches) + " M = " + std::to_string(plan.microbatches);
    if (plan.chunks > 1)
        text += " · " + std::string(words.chunks) + " V = " + std::to_string(plan.chunks);
    const std::int64_t slices = plan.units() / plan.microbatches;
    if (slices > 1)
        text += " · " + std::string(words.slices) + " S = " + std::to_string(slices);
    return text;
}

std::string operationName(const Schedule& schedule, const FigureWords& words, int device,
    std::size_t index, const Excerpt* excerpt)
{
    const auto name = [&](std::size_t at, OperationKind kind) {
        return std::string(kindWord(words, kind)) + " "
            + std::to_string(trueMicrobatch(excerpt, schedule, device, at));
    };
    const PackedOperation operation = schedule.operations()[index];
    if (operation.kind() == OperationKind::OptimizerStep)
        return std::string(words.optimizerStep);
    if (operation.kind() != OperationKind::Pair) {
        std::vector<std::string> parts = details(schedule, words, device, operation);
        parts.insert(parts.begin(), name(index, operation.kind()));
        return joined(parts, " · ");
    }
    const auto half = [&](std::size_t at, OperationKind kind) {
        return name(at, kind) + " ("
            + joined(details(schedule, words, device, schedule.operations()[at]), ", ") + ")";
    };
    return half(index, OperationKind::Forward) + " + " + half(index + 1, OperationKind::Backward);
}

std::string operationCaption(const Plan& plan, const Schedule& schedule, const FigureWords& words,
    int device, std::size_t index, Duration begin, Duration end, const Excerpt* excerpt)
{
    return operationName(schedule, words, device, index, excerpt) + " · "
        + deviceCaption(words, device) + " · " + rangeCaption(plan, words, begin, end);
}

std::string barNumber(
    const Schedule& schedule, int device, std::size_t index, const Excerpt* excerpt)
{
    const PackedOperation operation = schedule.operations()[index];
    if (operation.kind() == OperationKind::OptimizerStep)
        return {};
    const auto number = [&](std::size_t at) {
        std::string text = std::to_string(trueMicrobatch(excerpt, schedule, device, at));
        if (schedule.slices() > 1) {
            text += "." + std::to_string(schedule.unpacked(schedule.operations()[at]).slice.value);
        }
        return text;
    };
    if (operation.kind() == OperationKind::Pair)
        return number(index) + "|" + number(index + 1);
    return number(index);
}

std::string bubbleCaption(
    const Plan& plan, const FigureWords& words, int device, Duration begin, Duration end)
{
    return std::string(words.bubble) + " " + timeNumber(end - begin, plan.unit) + " · "
        + deviceCaption(words, device) + " · " + rangeCaption(plan, words, begin, end);
}

std::string bubbleRatioCaption(const Plan& plan, const FigureWords& words, const Metrics& metrics)
{
    const CatalogueEntry& known = entry(plan.schedule);
    const ClosedForm textbook = closedForm(plan);
    const std::string name(words.bubble);
    const std::string simulated = percentNumber(metrics.bubbleRatio) + " %";
    if (textbook.gap == FormulaGap::NoFormula)
        return name + " " + simulated + " (" + std::string(words.noFormula) + ")";
    const auto [main, where] = formulaParts(known.bubbleFormula);
    std::string formula = printedFormula(main, plan.chunks) + " = " + termsCaption(plan, textbook)
        + " = " + percentNumber(textbook.bubbleRatio()) + " %";
    if (!where.empty())
        formula += ", " + printedFormula(where, plan.chunks);
    if (textbook.bubbleRatio() == metrics.bubbleRatio)
        return name + " " + formula;
    const bool ownConditions = textbook.gap == FormulaGap::Conditions && !known.exactWhen.empty()
        && plan.optimizer == Duration::zero();
    if (ownConditions)
        return name + " " + simulated + " (" + std::string(words.textbook) + " " + formula + ", "
            + std::string(words.exactIf) + " " + std::string(conditionWords(words, known.exactWhen))
            + ")";
    return name + " " + simulated + ", " + gapCaption(plan, words, textbook.gap) + " ("
        + std::string(words.textbook) + " " + formula + ")";
}

std::vector<PageFact> timeFacts(const Plan& plan, Duration begin, Duration end)
{
    return {{"start", timeNumber(begin, plan.unit)}, {"dur", timeNumber(end - begin, plan.unit)}};
}

PageNode rowNode(const Schedule& schedule, int device)
{
    const std::string name = schedule.chunks() == 1 ? "stage" : "device";
    PageNode node;
    node.id = name + "-" + std::to_string(device);
    node.facts.push_back({name, std::to_string(device)});
    return node;
}

} // namespace pipegantt
