// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/schedule/givenfault.h"

#include "core/base/text.h"
#include "core/schedule/deadlock.h"
#include "core/schedule/dependency.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace pipegantt {
namespace {

constexpr std::string_view kWholeOrSplit = PIPEGANTT_TEXT("Error",
    "the backward pass of a micro-batch through a stage is either whole, as B, or split into I and "
    "W");

std::string text(std::size_t number)
{
    return std::to_string(number);
}

/// A half of a pair is the pass that it is.
ActionType passOf(ActionType type)
{
    if (type == ActionType::Pair)
        return ActionType::Forward;
    return type == ActionType::PairedBackward ? ActionType::Backward : type;
}

Action passOf(Action action)
{
    action.type = passOf(action.type);
    return action;
}

/// Looks the sheet over for the first fault of each kind.
class FaultFinder
{
public:
    FaultFinder(const ActionSheet& sheet, const Schedule& schedule)
        : m_sheet(sheet)
        , m_schedule(schedule)
        , m_seen(static_cast<std::size_t>(schedule.placement().modelStages())
              * static_cast<std::size_t>(schedule.units()))
    {
    }

    /// The first action that is there twice, whose backward pass is whole and split, or whose
    /// recomputation comes too late.
    std::optional<Error> findRepetition()
    {
        for (int row = 0; row < m_sheet.rows(); ++row) {
            for (std::size_t i = m_sheet.rowBegin(row); i < m_sheet.rowEnd(row); ++i) {
                const Action action = passOf(m_sheet.actions()[i]);
                if (!operationOf(action.type))
                    continue;
                if (seen(action, action.type)) {
                    std::size_t first = m_sheet.rowBegin(row);
                    while (passOf(m_sheet.actions()[first]) != action)
                        ++first;
                    return duplicate(m_sheet, i, first);
                }
                if (std::optional<Error> both = wholeAndSplit(action, i))
                    return both;
                if (action.type == ActionType::Recompute) {
                    if (const std::optional<std::size_t> backward = gradientBefore(row, i))
                        return beforeNeed(m_sheet, *backward, i);
                }
                seenOf(action) = static_cast<std::uint8_t>(seenOf(action) | bit(action.type));
            }
        }
        return std::nullopt;
    }

    /// The first pass that is left out; after `findRepetition`.
    std::optional<Error> findMissing() const
    {
        const bool trains = std::ranges::any_of(m_schedule.operations(),
            [](PackedOperation one) { return one.kind() != OperationKind::Forward; });
        const Placement& placement = m_schedule.placement();
        for (int stage = 0; stage < placement.stages(); ++stage) {
            for (int unit = 0; unit < m_schedule.units(); ++unit) {
                if (!m_schedule.runs(stage, unit))
                    continue;
                const Action action = actionOf(stage, unit);
                const bool split =
                    seen(action, ActionType::InputGrad) || seen(action, ActionType::WeightGrad);
                for (const ActionType type : {ActionType::Forward, ActionType::InputGrad,
                         ActionType::WeightGrad, ActionType::Backward}) {
                    const bool needed = type == ActionType::Forward
                        || (trains && split == (type != ActionType::Backward));
                    if (!needed || seen(action, type))
                        continue;
                    Action missing = action;
                    missing.type = type;
                    return Error(ErrorCode::CellMissing,
                        {std::to_string(placement.deviceOf(stage) + 1), actionText(missing)});
                }
            }
        }
        return std::nullopt;
    }

    /// The first operation that stands before one of its own row that it needs, or the first
    /// deadlock over the rows.
    std::optional<Error> findOrderFault() const
    {
        const std::vector<std::size_t> cursors = runWithoutTimes(m_schedule);
        int device = 0;
        while (device < m_schedule.devices()
            && cursors[static_cast<std::size_t>(device)] == m_schedule.rowEnd(device))
            ++device;
        if (device == m_schedule.devices())
            return std::nullopt;
        const std::vector<Waiting> cycle = waitingCycle(m_schedule, cursors);
        if (cycle.empty())
            return std::nullopt;
        const std::size_t at = actionAt(cycle.front().operation);
        if (cycle.size() == 1)
            return beforeNeed(m_sheet, at, actionAt(cycle.front().maker));
        std::vector<std::pair<std::size_t, std::size_t>> waits;
        waits.reserve(cycle.size());
        for (const Waiting& one : cycle)
            waits.emplace_back(actionAt(one.operation), actionAt(one.maker));
        return deadlock(m_sheet, waits);
    }

private:
    static unsigned bit(ActionType type) { return 1U << static_cast<unsigned>(type); }

    [[nodiscard]] std::size_t partOf(const Action& action) const
    {
        const int unit = action.microbatch * m_schedule.slices() + std::max(int {action.slice}, 0);
        return static_cast<std::size_t>(action.stage) * static_cast<std::size_t>(m_schedule.units())
            + static_cast<std::size_t>(unit);
    }
    std::uint8_t& seenOf(const Action& action) { return m_seen[partOf(action)]; }
    [[nodiscard]] bool seen(const Action& action, ActionType type) const
    {
        return (m_seen[partOf(action)] & bit(type)) != 0;
    }

    [[nodiscard]] Action actionOf(int stage, int unit) const
    {
        const int slices = m_schedule.slices();
        return {ActionType::Forward,
            static_cast<std::uint16_t>(m_schedule.placement().modelStage(stage)),
            static_cast<std::int16_t>(slices > 1 ? unit % slices : -1), unit / slices};
    }

    [[nodiscard]] std::optional<Error> wholeAndSplit(const Action& action, std::size_t index) const
    {
        const bool whole = seen(action, ActionType::Backward);
        const bool split =
            seen(action, ActionType::InputGrad) || seen(action, ActionType::WeightGrad);
        const bool isPart =
            action.type == ActionType::InputGrad || action.type == ActionType::WeightGrad;
        if (!(whole && isPart) && !(split && action.type == ActionType::Backward))
            return std::nullopt;
        // Only the old grammar has a B, its input gradient, and then a W.
        if (whole && action.type == ActionType::WeightGrad
            && !seen(action, ActionType::InputGrad)) {
            const CellPlace place = placeOf(m_sheet, index);
            return Error(ErrorCode::CellOldGrammar,
                {std::to_string(place.row), text(place.column), actionText(action)});
        }
        return unsuited(m_sheet, index, kWholeOrSplit);
    }

    /// The pass that makes the gradient of what the recomputation at `index` recomputes, if it
    /// stands before.
    [[nodiscard]] std::optional<std::size_t> gradientBefore(int row, std::size_t index) const
    {
        Action backward = m_sheet.actions()[index];
        for (const ActionType type : {ActionType::Backward, ActionType::InputGrad}) {
            if (!seen(backward, type))
                continue;
            backward.type = type;
            std::size_t at = m_sheet.rowBegin(row);
            while (passOf(m_sheet.actions()[at]) != backward)
                ++at;
            return at;
        }
        return std::nullopt;
    }

    /// The index in the sheet of the operation at `operation` of the schedule.
    [[nodiscard]] std::size_t actionAt(std::size_t operation) const
    {
        std::size_t left = operation;
        std::size_t at = 0;
        for (;; ++at) {
            if (operationOf(m_sheet.actions()[at].type) && left-- == 0)
                return at;
        }
    }

    const ActionSheet& m_sheet;
    const Schedule& m_schedule;
    /// For each stage of the model and unit, a bit for each pass that is there.
    std::vector<std::uint8_t> m_seen;
};

} // namespace

Error unsuited(const ActionSheet& sheet, std::size_t index, std::string_view why)
{
    const CellPlace place = placeOf(sheet, index);
    return {ErrorCode::CellUnsuited,
        {std::to_string(place.row), text(place.column), actionText(sheet.actions()[index]),
            std::string(why)}};
}

Error beforeNeed(const ActionSheet& sheet, std::size_t index, std::size_t needed)
{
    const CellPlace place = placeOf(sheet, index);
    return {ErrorCode::CellBeforeNeed,
        {std::to_string(place.row), text(place.column), actionText(sheet.actions()[index]),
            actionText(sheet.actions()[needed]), text(placeOf(sheet, needed).column)}};
}

Error duplicate(const ActionSheet& sheet, std::size_t index, std::size_t first)
{
    const CellPlace place = placeOf(sheet, index);
    const CellPlace before = placeOf(sheet, first);
    return {ErrorCode::CellDuplicate,
        {std::to_string(place.row), text(place.column), actionText(sheet.actions()[index]),
            std::to_string(before.row), text(before.column)}};
}

Error deadlock(const ActionSheet& sheet, std::span<const std::pair<std::size_t, std::size_t>> waits)
{
    const auto cellText = [&](std::size_t at) {
        const CellPlace place = placeOf(sheet, at);
        return actionText(sheet.actions()[at]) + " (row " + std::to_string(place.row) + ", column "
            + text(place.column) + ")";
    };
    std::string circle;
    for (const auto& [waiting, awaited] : waits)
        circle +=
            (circle.empty() ? "" : "; ") + cellText(waiting) + " waits for " + cellText(awaited);
    const std::size_t first = waits.front().first;
    const CellPlace place = placeOf(sheet, first);
    return {ErrorCode::CellDeadlock,
        {std::to_string(place.row), text(place.column), actionText(sheet.actions()[first]),
            circle}};
}

Error missingForward(const ActionSheet& sheet, const Placement& placement)
{
    // What each stage runs, so that the first gap shows; only as large as the sheet is.
    std::vector<std::vector<std::pair<int, int>>> runs(
        static_cast<std::size_t>(placement.modelStages()));
    Action last;
    for (const Action& action : sheet.actions()) {
        if (!operationOf(action.type))
            continue;
        last.microbatch = std::max(last.microbatch, action.microbatch);
        last.slice = std::max(last.slice, action.slice);
        if (passOf(action.type) == ActionType::Forward)
            runs[action.stage].emplace_back(action.microbatch, std::max(int {action.slice}, 0));
    }
    const int slices = std::max(last.slice + 1, 1);
    for (std::size_t stage = 0; stage < runs.size(); ++stage) {
        std::ranges::sort(runs[stage]);
        runs[stage].erase(std::unique(runs[stage].begin(), runs[stage].end()), runs[stage].end());
        std::size_t unit = 0;
        const auto there = [&](const std::pair<int, int>& run) {
            return static_cast<std::size_t>(run.first) * static_cast<std::size_t>(slices)
                + static_cast<std::size_t>(run.second);
        };
        while (unit < runs[stage].size() && there(runs[stage][unit]) == unit)
            ++unit;
        const auto microbatch = static_cast<int>(unit / static_cast<std::size_t>(slices));
        if (microbatch > last.microbatch)
            continue;
        const auto slice = static_cast<int>(unit % static_cast<std::size_t>(slices));
        const Action missing {ActionType::Forward, static_cast<std::uint16_t>(stage),
            static_cast<std::int16_t>(slices > 1 ? slice : -1), microbatch};
        const bool second = placement.pipelines() > 1 && 2 * microbatch > last.microbatch;
        const int instance = static_cast<int>(stage) + (second ? placement.modelStages() : 0);
        return {ErrorCode::CellMissing,
            {std::to_string(placement.deviceOf(instance) + 1), actionText(missing)}};
    }
    // Every stage is complete, so units are more than an operation can number.
    return {ErrorCode::OutOfRange,
        {"microbatches", std::to_string(last.microbatch + 1), "1",
            std::to_string(PackedOperation::kMaxUnits / slices)}};
}

std::optional<Error> givenFault(const ActionSheet& sheet, const Schedule& schedule)
{
    FaultFinder finder(sheet, schedule);
    std::optional<Error> fault = finder.findRepetition();
    if (!fault)
        fault = finder.findMissing();
    if (!fault)
        fault = finder.findOrderFault();
    return fault;
}

} // namespace pipegantt
