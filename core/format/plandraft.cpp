// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/format/plandraft.h"

#include "core/format/quotable.h"
#include "core/format/sheetcsv.h"
#include "core/format/wholenumber.h"
#include "core/model/stageshape.h"
#include "core/plan/planvalue.h"
#include "core/schedule/catalogue.h"
#include "core/schedule/givenorder.h"

#include <algorithm>

namespace pipegantt {
namespace {

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
    if (std::ranges::find(kTimesKeys, key) != kTimesKeys.end())
        return setSource(key, text);
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

Result<void> PlanDraft::setSource(std::string_view key, std::string_view text)
{
    if (!m_source)
        m_source.emplace();
    if (key == kTimesSizeKey) {
        const Result<std::int64_t> size = wholeNumber(key, text, 1, kMostMicrobatchSize);
        if (!size)
            return failure(size);
        m_source->microbatchSize = *size;
        return {};
    }
    // Whatever a file says is shown as one line.
    std::string& part = key == kTimesModelKey ? m_source->model
        : key == kTimesDeviceKey              ? m_source->device
                                              : m_source->date;
    part = quotable(text);
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

} // namespace pipegantt
