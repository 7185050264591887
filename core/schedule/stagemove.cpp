// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of edit.h that moves whole stages. A device's operations and those that come to it are
// merged by the slots in which they start when each pass takes one. Whatever an operation needs
// starts in an earlier slot, so any order by slots runs without a deadlock.

#include "core/base/text.h"
#include "core/schedule/dependency.h"
#include "core/schedule/edit.h"
#include "core/schedule/stagemap.h"
#include "core/schedule/validate.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <utility>

namespace pipegantt {
namespace {

constexpr std::string_view kNoStageLeft =
    PIPEGANTT_TEXT("Error", "its device would be left without a stage");
constexpr std::string_view kTwoPipelines =
    PIPEGANTT_TEXT("Error", "two pipelines over the same devices fix the place of each stage");

/// An operation and the slot that it starts in.
struct Placed
{
    int stage = 0;
    OperationKind kind = OperationKind::Forward;
    int unit = 0;
    std::int64_t slot = 0;
};

/// Lets a legal schedule run with one slot for each pass.
class SlotRun
{
public:
    explicit SlotRun(const Schedule& schedule)
        : m_schedule(schedule)
        , m_made(2 * static_cast<std::size_t>(schedule.stages())
                  * static_cast<std::size_t>(schedule.units()),
              kNever)
        , m_rows(static_cast<std::size_t>(schedule.devices()))
        , m_clocks(static_cast<std::size_t>(schedule.devices()), 0)
    {
    }

    /// The rows, each operation with its slot; a paired backward with that of its pair.
    std::vector<std::vector<Placed>> rows()
    {
        for (bool moved = true; moved;) {
            moved = false;
            for (int device = 0; device < m_schedule.devices(); ++device) {
                while (step(device))
                    moved = true;
            }
        }
        return std::move(m_rows);
    }

private:
    static constexpr std::int64_t kNever = -1;

    bool step(int device)
    {
        std::vector<Placed>& row = m_rows[static_cast<std::size_t>(device)];
        const std::size_t index = m_schedule.rowBegin(device) + row.size();
        if (index == m_schedule.rowEnd(device))
            return false;
        std::int64_t& clock = m_clocks[static_cast<std::size_t>(device)];
        std::int64_t start = clock;
        for (const StageResult& result : dependenciesOf(m_schedule, device, index)) {
            const std::int64_t made = m_made[at(result.kind, result.stage, result.unit)];
            if (made == kNever)
                return false;
            start = std::max(start, made);
        }
        const PackedOperation operation = m_schedule.operations()[index];
        const int stage = m_schedule.stageOf(device, operation.chunk());
        if (operation.kind() == OperationKind::PairedBackward)
            start = clock - 1;
        clock = start + 1;
        if (isForward(operation.kind()))
            m_made[at(ResultKind::Activation, stage, operation.unit())] = clock;
        else if (makesGradient(operation.kind()))
            m_made[at(ResultKind::Gradient, stage, operation.unit())] = clock;
        row.push_back({stage, operation.kind(), operation.unit(), start});
        return true;
    }

    [[nodiscard]] std::size_t at(ResultKind kind, int stage, int unit) const
    {
        const auto part =
            2 * static_cast<std::size_t>(stage) + (kind == ResultKind::Gradient ? 1 : 0);
        return part * static_cast<std::size_t>(m_schedule.units()) + static_cast<std::size_t>(unit);
    }

    const Schedule& m_schedule;
    std::vector<std::int64_t> m_made;
    std::vector<std::vector<Placed>> m_rows;
    std::vector<std::int64_t> m_clocks;
};

/// Where the stages are afterwards, or why not.
tl::expected<std::vector<int>, Refusal> movedMap(const Placement& placement, int stage, int device)
{
    const auto refuse = [&](std::string_view why) {
        return tl::unexpected(
            Refusal {Error(ErrorCode::StageMoveRefused,
                         {std::to_string(stage), std::to_string(device), std::string(why)}),
                {}});
    };
    if (placement.pipelines() > 1)
        return refuse(kTwoPipelines);
    std::vector<int> deviceOf;
    deviceOf.reserve(static_cast<std::size_t>(placement.stages()));
    for (int one = 0; one < placement.stages(); ++one)
        deviceOf.push_back(placement.deviceOf(one));
    const int source = deviceOf[static_cast<std::size_t>(stage)];
    if (std::ranges::count(deviceOf, source) == 1) {
        if (std::ranges::count(deviceOf, device) != 1)
            return refuse(kNoStageLeft);
        *std::ranges::find(deviceOf, device) = source;
    }
    deviceOf[static_cast<std::size_t>(stage)] = device;
    return deviceOf;
}

/// The halves of a pair whose other half went elsewhere are passes by themselves.
void tearPairs(std::vector<Placed>& row)
{
    for (std::size_t i = 0; i < row.size(); ++i) {
        const bool forward = row[i].kind == OperationKind::Pair;
        const bool backward = row[i].kind == OperationKind::PairedBackward;
        const bool whole = forward
            ? i + 1 < row.size() && row[i + 1].kind == OperationKind::PairedBackward
                && row[i + 1].slot == row[i].slot
            : i > 0 && row[i - 1].kind == OperationKind::Pair;
        if (forward && !whole)
            row[i].kind = OperationKind::Forward;
        else if (backward && !whole)
            row[i].kind = OperationKind::Backward;
    }
}

Schedule scheduleOf(
    const Schedule& before, const Placement& placement, std::vector<std::vector<Placed>>& rows)
{
    Schedule schedule;
    schedule.reset(placement, before.microbatches(), before.slices());
    schedule.setRecomputesEarly(before.recomputesEarly());
    schedule.reserve(before.operations().size());
    for (std::vector<Placed>& row : rows) {
        std::ranges::stable_sort(row, {}, &Placed::slot);
        tearPairs(row);
        for (const Placed& one : row) {
            const bool step = one.kind == OperationKind::OptimizerStep;
            schedule.append(one.kind, step ? 0 : placement.chunkOf(one.stage), one.unit);
        }
        schedule.finishDevice();
    }
    return schedule;
}

} // namespace

Edited moveStage(const Schedule& schedule, int stage, int device)
{
    const tl::expected<std::vector<int>, Refusal> deviceOf =
        movedMap(schedule.placement(), stage, device);
    if (!deviceOf)
        return tl::unexpected(deviceOf.error());
    const Result<Placement> placement = placementFrom(schedule.devices(), *deviceOf);
    if (!placement)
        return tl::unexpected(Refusal {placement.error(), {}});

    std::vector<std::vector<Placed>> rows(static_cast<std::size_t>(schedule.devices()));
    int from = 0;
    for (std::vector<Placed>& row : SlotRun(schedule).rows()) {
        // An optimizer step is the device's, not the stage's; one at the end stays there.
        if (!row.empty() && row.back().kind == OperationKind::OptimizerStep)
            row.back().slot = std::numeric_limits<std::int64_t>::max();
        for (const Placed& one : row) {
            const bool stays = one.kind == OperationKind::OptimizerStep;
            const int to = stays ? from : (*deviceOf)[static_cast<std::size_t>(one.stage)];
            rows[static_cast<std::size_t>(to)].push_back(one);
        }
        ++from;
    }
    Schedule changed = scheduleOf(schedule, *placement, rows);
    if (const Result<void> valid = validate(changed); !valid)
        return tl::unexpected(Refusal {valid.error(), {}});
    return changed;
}

} // namespace pipegantt
