// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/format/plandraft.h"
#include "core/plan/planvalue.h"
#include "core/schedule/catalogue.h"
#include "core/schedule/givenorder.h"

#include <algorithm>

// What a draft makes of all that was set: the finished plan, or what in it contradicts itself.

namespace pipegantt {
namespace {

constexpr std::array kTimeParameters {
    Parameter::Forward,
    Parameter::Backward,
    Parameter::InputGrad,
    Parameter::WeightGrad,
    Parameter::Recompute,
    Parameter::Pair,
    Parameter::Optimizer,
    Parameter::Comm,
    Parameter::NodeComm,
};

/// The times among them that a plan has once, not for each stage.
constexpr std::array kSingleTimes {
    Parameter::Recompute,
    Parameter::Pair,
    Parameter::Optimizer,
    Parameter::Comm,
    Parameter::NodeComm,
};

std::string keyOf(Parameter parameter)
{
    return std::string(info(parameter).key);
}

/// The member of a stage's time that `parameter` sets; Backward sets two and is not asked for.
Duration& partOf(StageTime& time, Parameter parameter)
{
    if (parameter == Parameter::InputGrad)
        return time.inputGrad;
    return parameter == Parameter::WeightGrad ? time.weightGrad : time.forward;
}

void assign(StageTime& time, Parameter parameter, Duration value)
{
    if (parameter == Parameter::Backward)
        time = stageTime(time.forward, value);
    else
        partOf(time, parameter) = value;
}

} // namespace

const std::optional<ParsedTime>& PlanDraft::scalar(Parameter parameter) const
{
    return m_scalars[static_cast<std::size_t>(parameter)];
}

const PlanDraft::List& PlanDraft::list(Parameter parameter) const
{
    return m_lists[static_cast<std::size_t>(parameter)];
}

/// Whether this draft sets the time of `part` for every stage, alone or with the whole backward.
bool PlanDraft::gives(Parameter part) const
{
    const auto names = [this](Parameter p) { return scalar(p).has_value() || list(p).given; };
    const bool ofBackward = part == Parameter::InputGrad || part == Parameter::WeightGrad;
    return names(part) || (ofBackward && names(Parameter::Backward));
}

bool PlanDraft::listsWholeStages() const
{
    const bool backward = list(Parameter::Backward).given
        || (list(Parameter::InputGrad).given && list(Parameter::WeightGrad).given);
    return list(Parameter::Forward).given && (backward || !entry(m_plan.schedule).hasBackward);
}

/// The unit of the finished plan, or the two times that cannot stand in one plan.
Result<TimeUnit> PlanDraft::unit() const
{
    struct Use
    {
        std::string key;
        TimeUnit unit;
    };
    std::vector<Use> uses;
    for (const Parameter p : kTimeParameters) {
        if (scalar(p) && !scalar(p)->unitless)
            uses.push_back({keyOf(p), scalar(p)->unit});
    }
    for (const Parameter p : kPerStageParameters) {
        for (const ParsedTime& time : list(p).times) {
            if (!time.unitless)
                uses.push_back({perStageKey(p), time.unit});
        }
    }
    // The first time that this draft gives names the unit, unless the plan it changes has a real
    // unit of its own and keeps its forward time.
    std::optional<TimeUnit> chosen = m_unit;
    if (!chosen && !uses.empty()) {
        const bool keeps = m_plan.unit != TimeUnit::Slots && !gives(Parameter::Forward);
        chosen = keeps ? m_plan.unit : uses.front().unit;
    }
    if (m_unit)
        uses.push_back({std::string(kUnitKey), *m_unit});

    // What stays from the plan at the start was given in that plan's unit.
    const bool trains = entry(m_plan.schedule).hasBackward;
    StageTime kept = m_plan.time;
    for (const Parameter p : {Parameter::Forward, Parameter::InputGrad, Parameter::WeightGrad}) {
        const bool needed = p == Parameter::Forward || trains;
        if (needed && !gives(p) && partOf(kept, p) > Duration::zero()) {
            const bool whole = p != Parameter::Forward && !gives(Parameter::InputGrad)
                && !gives(Parameter::WeightGrad);
            uses.push_back({keyOf(whole ? Parameter::Backward : p), m_plan.unit});
        }
    }
    for (const Parameter p : kSingleTimes) {
        if (!scalar(p) && valueOf(m_plan, p) > 0)
            uses.push_back({keyOf(p), m_plan.unit});
    }

    const auto inSlots = [](const Use& use) { return use.unit == TimeUnit::Slots; };
    const auto slots = std::ranges::find_if(uses, inSlots);
    const auto real = std::ranges::find_if_not(uses, inSlots);
    if (slots != uses.end() && real != uses.end()) {
        const Use& first = slots < real ? *slots : *real;
        const Use& second = slots < real ? *real : *slots;
        return failure(ErrorCode::MixedTimeUnits,
            {first.key, std::string(unitName(first.unit)), second.key,
                std::string(unitName(second.unit))});
    }
    return chosen.value_or(m_plan.unit);
}

/// What a schedule that is named asks of numbers that are not.
void PlanDraft::applyShape(Plan& plan) const
{
    if (plan.schedule == ScheduleKind::Custom && plan.given.schedule) {
        // A number that is named must be the order's own, which the schedule's check decides.
        Plan shaped = plan;
        adoptGivenShape(shaped);
        plan.stages = m_namesStages ? plan.stages : shaped.stages;
        plan.microbatches = m_namesMicrobatches ? plan.microbatches : shaped.microbatches;
        plan.chunks = m_namesChunks ? plan.chunks : shaped.chunks;
        return;
    }
    if (!m_namesSchedule)
        return;
    const KindShape& shape = shapeOf(plan.schedule);
    if (plan.schedule == ScheduleKind::Naive && !m_namesMicrobatches)
        plan.microbatches = 1;
    if (m_namesChunks)
        return;
    plan.chunks = shape.chunks == 0 ? std::max(plan.chunks, shape.usualChunks) : shape.chunks;
}

/// What a layout says of numbers that are not named: P, or else V where the schedule leaves it
/// open.
void PlanDraft::applyLayout(Plan& plan) const
{
    const auto laidOut = static_cast<int>(plan.layout.size());
    if (!m_givesLayout || laidOut == 0 || plan.schedule == ScheduleKind::Custom)
        return;
    int& open = m_namesStages ? plan.chunks : plan.stages;
    const int other = m_namesStages ? plan.stages : plan.chunks;
    const bool isOpen = !m_namesStages || (!m_namesChunks && shapeOf(plan.schedule).chunks == 0);
    if (isOpen && other > 0 && laidOut % other == 0)
        open = laidOut / other;
}

void PlanDraft::applyScalars(Plan& plan) const
{
    for (const Parameter p : kPerStageParameters) {
        if (!scalar(p))
            continue;
        assign(plan.time, p, scalar(p)->value);
        for (StageTime& time : plan.perStage)
            assign(time, p, scalar(p)->value);
    }
    for (const Parameter p : kSingleTimes) {
        if (scalar(p))
            pipegantt::setValue(plan, p, scalar(p)->value.count());
    }
    // One time for all stages undoes a list that differed in that time alone.
    if (!plan.perStage.empty() && hasEqualStages(plan) && plan.perStage != m_plan.perStage) {
        plan.time = plan.perStage.front();
        plan.perStage.clear();
    }
}

Result<void> PlanDraft::applyLists(Plan& plan) const
{
    const auto stages = static_cast<std::size_t>(plan.modelStages());
    for (const Parameter p : kPerStageParameters) {
        if (!list(p).given)
            continue;
        // The list replaces the layout of the plan at the start.
        plan.layout.clear();
        const std::vector<ParsedTime>& times = list(p).times;
        if (times.size() != stages) {
            return failure(ErrorCode::PerStageCount,
                {perStageKey(p), std::to_string(times.size()), std::to_string(stages)});
        }
        // A list of the plan at the start that is too short or too long is replaced as a whole or
        // refused, never stretched.
        if (plan.perStage.empty() || (plan.perStage.size() != stages && listsWholeStages()))
            plan.perStage.assign(stages, plan.time);
        if (plan.perStage.size() != stages)
            break;
        for (std::size_t stage = 0; stage < stages; ++stage)
            assign(plan.perStage[stage], p, times[stage].value);
    }
    return {};
}

/// Measured times that a plan file states are measured; those of the plan at the start cease to be
/// when this draft sets one.
Result<void> PlanDraft::applySource(Plan& plan) const
{
    if (!m_source) {
        plan.source = sourceAfter(m_plan, plan);
        return {};
    }
    const TimeSource& source = *m_source;
    for (const auto& [key, isThere] : {std::pair(kTimesModelKey, !source.model.empty()),
             std::pair(kTimesDeviceKey, !source.device.empty()),
             std::pair(kTimesDateKey, !source.date.empty()),
             std::pair(kTimesSizeKey, source.microbatchSize > 0)}) {
        if (!isThere)
            return failure(ErrorCode::MissingKey, {std::string(key)});
    }
    plan.source = source;
    return {};
}

Result<Plan> PlanDraft::finish() const
{
    for (const Parameter part : {Parameter::InputGrad, Parameter::WeightGrad}) {
        if (scalar(Parameter::Backward) && scalar(part)) {
            return failure(ErrorCode::ConflictingKeys, {keyOf(Parameter::Backward), keyOf(part)});
        }
        if (list(Parameter::Backward).given && list(part).given) {
            return failure(
                ErrorCode::ConflictingKeys, {perStageKey(Parameter::Backward), perStageKey(part)});
        }
    }
    for (const Parameter p : kPerStageParameters) {
        if (list(p).given && m_givesLayout && !m_plan.layout.empty())
            return failure(ErrorCode::LayoutWithTimes, {perStageKey(p)});
    }
    const Result<TimeUnit> chosen = unit();
    if (!chosen)
        return failure(chosen);

    Plan plan = m_plan;
    plan.unit = *chosen;
    applyShape(plan);
    applyLayout(plan);
    applyScalars(plan);
    if (const Result<void> applied = applyLists(plan); !applied)
        return failure(applied);
    if (const Result<void> applied = applySource(plan); !applied)
        return failure(applied);
    if (const Result<void> checked = checkPlan(plan); !checked)
        return failure(checked);
    return plan;
}

} // namespace pipegantt
