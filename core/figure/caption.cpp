// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/figure/caption.h"

#include "core/schedule/catalogue.h"
#include "core/schedule/closedform.h"

namespace pipegantt {

namespace {

/// A formula as it is printed: with the minus sign in the place of the hyphen, and without the
/// number of chunks where there is one.
std::string printed(std::string_view formula, int chunks)
{
    std::string text;
    while (!formula.empty()) {
        constexpr std::string_view chunkFactor = "V ";
        if (chunks == 1 && formula.starts_with(chunkFactor)) {
            formula.remove_prefix(chunkFactor.size());
            continue;
        }
        text += formula.front() == '-' ? std::string("−") : std::string(1, formula.front());
        formula.remove_prefix(1);
    }
    return text;
}

std::string rangeCaption(const Plan& plan, const FigureWords& words, Duration begin, Duration end)
{
    return timeNumber(begin, plan.unit) + "–" + timeNumber(end, plan.unit) + " "
        + unitCaption(words, plan.unit);
}

/// What makes the textbook's ratio differ.
std::string gapCaption(const FigureWords& words, FormulaGap gap)
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
        return std::string(words.conditions);
    case FormulaGap::NoFormula:
    case FormulaGap::None:
        break;
    }
    return {};
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
    return std::string(words.stages) + " P = " + std::to_string(plan.stages) + " · "
        + std::string(words.microbatches) + " M = " + std::to_string(plan.microbatches);
}

std::string operationCaption(const Plan& plan, const FigureWords& words, int device,
    const Operation& operation, Duration begin, Duration end)
{
    return std::string(kindWord(words, operation.kind)) + " "
        + std::to_string(operation.microbatch.value) + " · " + deviceCaption(words, device) + " · "
        + rangeCaption(plan, words, begin, end);
}

std::string bubbleCaption(
    const Plan& plan, const FigureWords& words, int device, Duration begin, Duration end)
{
    return std::string(words.bubble) + " " + timeNumber(end - begin, plan.unit) + " · "
        + deviceCaption(words, device) + " · " + rangeCaption(plan, words, begin, end);
}

std::string bubbleRatioCaption(const Plan& plan, const FigureWords& words, const Metrics& metrics)
{
    const ClosedForm textbook = closedForm(plan);
    const std::string name(words.bubble);
    const std::string simulated = percentNumber(metrics.bubbleRatio) + " %";
    if (textbook.gap == FormulaGap::NoFormula)
        return name + " " + simulated;
    const std::string formula = printed(entry(plan.schedule).bubbleFormula, plan.chunks) + " = "
        + std::to_string(textbook.idleTerms) + "/"
        + std::to_string(textbook.idleTerms + textbook.workTerms) + " = "
        + percentNumber(textbook.bubbleRatio()) + " %";
    if (textbook.bubbleRatio() == metrics.bubbleRatio)
        return name + " " + formula;
    return name + " " + simulated + ", " + gapCaption(words, textbook.gap) + " ("
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
