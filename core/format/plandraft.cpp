// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/format/plandraft.h"

#include "core/format/quotable.h"
#include "core/format/sheetcsv.h"
#include "core/format/wholenumber.h"
#include "core/plan/planvalue.h"
#include "core/schedule/catalogue.h"
#include "core/schedule/givenorder.h"

#include <algorithm>

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

const ParameterInfo* findRow(std::string_view key)
{
    const auto row = std::ranges::find(parameters(), key, &ParameterInfo::key);
    return row == parameters().end() ? nullptr : &*row;
}

void join(std::string& list, std::string_view item)
{
    if (!list.empty())
        list += ", ";
    list += item;
}

std::string scheduleIds()
{
    std::string ids;
    for (const CatalogueEntry& schedule : catalogue())
        join(ids, schedule.id);
    return ids;
}

Result<void> unknownChoice(std::string_view key, std::string_view text, std::string legal)
{
    return failure(
        ErrorCode::UnknownChoice, {std::string(key), std::string(text), std::move(legal)});
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

/// The value, which is whatever someone wrote, is the second fact of every error about a value.
void makeQuotable(Error& error)
{
    if (error.facts.size() > 1)
        error.facts[1] = quotable(error.facts[1]);
}

} // namespace

Result<void> PlanDraft::set(std::string_view key, std::string_view text)
{
    Result<void> done = setValue(key, text);
    if (!done)
        makeQuotable(done.error());
    return done;
}

Result<void> PlanDraft::setValue(std::string_view key, std::string_view text)
{
    if (key == kScheduleKey) {
        const auto known = std::ranges::find(catalogue(), text, &CatalogueEntry::id);
        if (known == catalogue().end())
            return unknownChoice(key, text, scheduleIds());
        m_plan.schedule = known->kind;
        m_namesSchedule = true;
        return {};
    }
    if (key == kLayoutKey)
        return setLayout(text);
    const auto choice = std::ranges::find(choices(), key, &ChoiceInfo::key);
    if (choice != choices().end())
        return setChoice(*choice, text);
    if (key == kUnitKey) {
        std::string legal;
        for (const TimeUnit unit :
            {TimeUnit::Slots, TimeUnit::Microseconds, TimeUnit::Milliseconds, TimeUnit::Seconds}) {
            if (text == unitName(unit)) {
                m_unit = unit;
                return {};
            }
            join(legal, unitName(unit));
        }
        return unknownChoice(key, text, legal);
    }

    const ParameterInfo* const row = findRow(key);
    if (row == nullptr)
        return failure(ErrorCode::UnknownKey, {std::string(key), ""});
    switch (row->quantity) {
    case Quantity::Time: {
        const Result<ParsedTime> time = parseTime(text, key);
        if (!time)
            return failure(time);
        m_scalars[static_cast<std::size_t>(row->parameter)] = *time;
        return {};
    }
    case Quantity::Memory:
    case Quantity::Bandwidth:
        return setAmount(*row, text);
    case Quantity::Count:
    case Quantity::Percent:
        break;
    }
    return setNumber(*row, text);
}

/// An empty layout gives the stages back to their times.
Result<void> PlanDraft::setLayout(std::string_view text)
{
    m_plan.layout.clear();
    m_givesLayout = true;
    if (text.empty())
        return {};
    Result<ModelLayout> layout = parseLayout(text);
    if (!layout)
        return failure(layout);
    m_plan.layout = std::move(*layout);
    m_plan.perStage.clear();
    return {};
}

Result<void> PlanDraft::setChoice(const ChoiceInfo& row, std::string_view text)
{
    const std::optional<int> index = choiceFromId(row.choice, text);
    if (index) {
        choose(m_plan, row.choice, *index);
        return {};
    }
    std::string legal;
    for (const std::string_view id : row.ids)
        join(legal, id);
    return unknownChoice(row.key, text, legal);
}

Result<void> PlanDraft::setNumber(const ParameterInfo& row, std::string_view text)
{
    const Result<std::int64_t> number = wholeNumber(row.key, text, row.minimum, row.maximum);
    if (!number)
        return failure(number);
    pipegantt::setValue(m_plan, row.parameter, *number);
    m_namesStages = m_namesStages || row.parameter == Parameter::Stages;
    m_namesMicrobatches = m_namesMicrobatches || row.parameter == Parameter::Microbatches;
    m_namesChunks = m_namesChunks || row.parameter == Parameter::Chunks;
    return {};
}

Result<void> PlanDraft::setAmount(const ParameterInfo& row, std::string_view text)
{
    if (row.parameter == Parameter::MemoryLimit) {
        const Result<MemoryLimit> limit = parseMemoryLimit(text);
        if (!limit)
            return failure(limit);
        m_plan.memoryLimit = *limit;
        return {};
    }
    if (row.quantity == Quantity::Bandwidth && text.ends_with("/s"))
        text.remove_suffix(2);
    if (text == "0" && row.minimum == 0) {
        pipegantt::setValue(m_plan, row.parameter, 0);
        return {};
    }
    const Result<Bytes> bytes = parseBytes(text, row.key);
    if (!bytes)
        return failure(bytes);
    pipegantt::setValue(m_plan, row.parameter, bytes->value);
    return {};
}

Result<void> PlanDraft::setList(std::string_view key, std::span<const std::string> texts)
{
    // Its errors name cells, quotably.
    if (key == kOrderKey)
        return setOrder(texts);
    Result<void> done;
    const auto* const parameter = std::ranges::find(kPerStageParameters, key, perStageKey);
    if (parameter != kPerStageParameters.end())
        done = setTimes(*parameter, key, texts);
    else if (key == kSliceWeightsKey)
        done = readNumbers(key, texts, 1, kMostSliceWeight, m_plan.sliceWeights);
    else if (key == kPlacementKey)
        done = readNumbers(key, texts, 0, info(Parameter::Stages).maximum - 1, m_plan.placement);
    else
        done = failure(ErrorCode::UnknownKey, {std::string(key), ""});
    if (!done)
        makeQuotable(done.error());
    return done;
}

Result<void> PlanDraft::setOrder(std::span<const std::string> rows)
{
    const Result<GivenOrder> order = parseSheetRows(rows).and_then(
        [](ActionSheet sheet) { return givenOrder(std::move(sheet)); });
    if (!order)
        return failure(order);
    m_plan.given = *order;
    return {};
}

Result<void> PlanDraft::setTimes(
    Parameter parameter, std::string_view key, std::span<const std::string> texts)
{
    List& list = m_lists[static_cast<std::size_t>(parameter)];
    list = {true, {}};
    for (const std::string& text : texts) {
        const Result<ParsedTime> time = parseTime(text, key);
        if (!time)
            return failure(time);
        list.times.push_back(*time);
    }
    return {};
}

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
    if (const Result<void> checked = checkPlan(plan); !checked)
        return failure(checked);
    return plan;
}

} // namespace pipegantt
