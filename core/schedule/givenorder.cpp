// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/schedule/givenorder.h"

#include "core/base/text.h"
#include "core/plan/parameter.h"
#include "core/schedule/givenfault.h"
#include "core/schedule/messages.h"
#include "core/schedule/stagemap.h"
#include "core/schedule/validate.h"

#include <algorithm>
#include <string>
#include <utility>

namespace pipegantt {
namespace {

constexpr std::string_view kSliceOrNot =
    PIPEGANTT_TEXT("Error", "either each operation names its slice, or none does");
constexpr std::string_view kOneSlice =
    PIPEGANTT_TEXT("Error", "a sequence of one slice is written without slices");
constexpr std::string_view kOneDirection = PIPEGANTT_TEXT(
    "Error", "communication is written for one pipeline that is not cut into slices");

/// The slices that operations name; 1 where none does.
Result<int> slicesOf(const ActionSheet& sheet)
{
    int most = -1;
    bool first = true;
    for (std::size_t i = 0; i < sheet.actions().size(); ++i) {
        const Action& action = sheet.actions()[i];
        if (!operationOf(action.type))
            continue;
        const bool sliced = action.slice >= 0;
        if (!first && sliced != (most >= 0))
            return tl::unexpected(unsuited(sheet, i, kSliceOrNot));
        first = false;
        most = std::max(most, int {action.slice});
    }
    if (most == 0) {
        const auto named = std::ranges::find(sheet.actions(), 0, &Action::slice);
        const auto at = static_cast<std::size_t>(named - sheet.actions().begin());
        return tl::unexpected(unsuited(sheet, at, kOneSlice));
    }
    return std::max(most + 1, 1);
}

int microbatchesOf(const ActionSheet& sheet)
{
    int most = 0;
    for (const Action& action : sheet.actions()) {
        if (operationOf(action.type))
            most = std::max(most, action.microbatch + 1);
    }
    return most;
}

/// The chunk of `device` that runs `action`.
int chunkOf(const Placement& placement, int device, int microbatches, const Action& action)
{
    if (placement.pipelines() == 1)
        return placement.chunkOf(action.stage);
    // An optimizer step is of all that the device holds.
    if (action.type == ActionType::OptimizerStep)
        return action.stage == device ? 0 : 1;
    return 2 * action.microbatch < microbatches ? 0 : 1;
}

Schedule scheduleOf(
    const ActionSheet& sheet, const Placement& placement, int microbatches, int slices)
{
    Schedule schedule;
    schedule.reset(placement, microbatches, slices);
    schedule.reserve(sheet.actions().size());
    for (int device = 0; device < sheet.rows(); ++device) {
        for (const Action& action : sheet.row(device)) {
            const std::optional<OperationKind> kind = operationOf(action.type);
            if (!kind)
                continue;
            const int unit = action.microbatch * slices + std::max(int {action.slice}, 0);
            schedule.append(*kind, chunkOf(placement, device, microbatches, action), unit);
        }
        schedule.finishDevice();
    }
    return schedule;
}

/// Fewer forwards than stages and units need cannot be complete, however few: said before tables
/// are laid out for all that they name.
Result<void> checkCount(const ActionSheet& sheet, const Placement& placement, std::int64_t units)
{
    const auto forwards = std::ranges::count_if(sheet.actions(), [](const Action& action) {
        return action.type == ActionType::Forward || action.type == ActionType::Pair;
    });
    if (forwards >= placement.modelStages() * units && units <= PackedOperation::kMaxUnits)
        return {};
    return tl::unexpected(missingForward(sheet, placement));
}

Result<void> checkCommunication(
    const ActionSheet& sheet, const Placement& placement, int microbatches, int slices)
{
    const auto first = std::ranges::find_if(sheet.actions(), isCommunication, &Action::type);
    if (first == sheet.actions().end())
        return {};
    if (placement.pipelines() > 1 || slices > 1) {
        const auto at = static_cast<std::size_t>(first - sheet.actions().begin());
        return tl::unexpected(unsuited(sheet, at, kOneDirection));
    }
    return checkMessages(sheet, placement, microbatches);
}

} // namespace

Result<GivenOrder> givenOrder(ActionSheet sheet)
{
    const std::int64_t mostRows = info(Parameter::Stages).maximum;
    if (sheet.rows() > mostRows) {
        return failure(ErrorCode::OutOfRange,
            {std::string(info(Parameter::Stages).key), std::to_string(sheet.rows()), "1",
                std::to_string(mostRows)});
    }
    const Result<Placement> placement = placementOf(sheet);
    if (!placement)
        return failure(placement);
    const Result<int> slices = slicesOf(sheet);
    if (!slices)
        return failure(slices);
    const int microbatches = microbatchesOf(sheet);
    const std::int64_t units = std::int64_t {microbatches} * *slices;
    if (const Result<void> count = checkCount(sheet, *placement, units); !count)
        return failure(count);
    Schedule schedule = scheduleOf(sheet, *placement, microbatches, *slices);
    if (const Result<void> valid = validate(schedule); !valid)
        return tl::unexpected(givenFault(sheet, schedule).value_or(valid.error()));
    const Result<void> communicates = checkCommunication(sheet, *placement, microbatches, *slices);
    if (!communicates)
        return failure(communicates);

    GivenOrder order = givenOrder(std::move(schedule));
    const bool plain = std::ranges::all_of(sheet.actions(),
        [](const Action& action) { return operationOf(action.type) && !isOurs(action.type); });
    if (!plain || sheet.lineFeeds())
        order.sheet = std::make_shared<const ActionSheet>(std::move(sheet));
    return order;
}

GivenOrder givenOrder(Schedule schedule)
{
    return {std::make_shared<const Schedule>(std::move(schedule)), nullptr};
}

} // namespace pipegantt
