// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/schedule/stagemap.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace pipegantt {
namespace {

constexpr int kNowhere = -1;

std::string text(std::size_t number)
{
    return std::to_string(number);
}

Result<void> checkRows(const ActionSheet& sheet)
{
    for (int row = 0; row < sheet.rows(); ++row) {
        const auto runs = [](const Action& action) { return operationOf(action.type).has_value(); };
        if (std::ranges::none_of(sheet.row(row), runs))
            return failure(ErrorCode::RowEmpty, {std::to_string(row + 1)});
    }
    if (sheet.rows() == 0)
        return failure(ErrorCode::RowEmpty, {"1"});
    return {};
}

/// One more than the largest stage and micro-batch that operations name.
struct Extent
{
    int stages = 0;
    int microbatches = 0;
};

Extent extentOf(const ActionSheet& sheet)
{
    Extent extent;
    for (const Action& action : sheet.actions()) {
        if (!operationOf(action.type))
            continue;
        extent.stages = std::max(extent.stages, action.stage + 1);
        extent.microbatches = std::max(extent.microbatches, action.microbatch + 1);
    }
    return extent;
}

/// Whether the rows are two pipelines over the same devices.
bool isBidirectional(const ActionSheet& sheet, const Extent& extent)
{
    const int devices = sheet.rows();
    if (devices % 2 != 0 || extent.stages != devices || extent.microbatches % 2 != 0)
        return false;
    for (int row = 0; row < devices; ++row) {
        std::array<bool, 2> runs {};
        for (const Action& action : sheet.row(row)) {
            if (!operationOf(action.type) || action.type == ActionType::OptimizerStep)
                continue;
            const bool second = 2 * action.microbatch >= extent.microbatches;
            if (action.stage != (second ? devices - 1 - row : row))
                return false;
            runs[second ? 1 : 0] = true;
        }
        if (!runs[0] || !runs[1])
            return false;
    }
    return true;
}

/// The device of each stage, or the first action of a stage on a second row.
Result<std::vector<int>> mapOf(const ActionSheet& sheet, const Extent& extent)
{
    std::vector<int> deviceOf(static_cast<std::size_t>(extent.stages), kNowhere);
    for (int row = 0; row < sheet.rows(); ++row) {
        for (std::size_t i = sheet.rowBegin(row); i < sheet.rowEnd(row); ++i) {
            const Action& action = sheet.actions()[i];
            if (!operationOf(action.type))
                continue;
            int& device = deviceOf[action.stage];
            if (device == kNowhere)
                device = row;
            if (device == row)
                continue;
            return failure(ErrorCode::StageOnTwoDevices,
                {std::to_string(row + 1), text(placeOf(sheet, i).column), actionText(action),
                    std::to_string(action.stage), std::to_string(device + 1)});
        }
    }
    const auto missing = std::ranges::find(deviceOf, kNowhere);
    if (missing != deviceOf.end()) {
        return failure(ErrorCode::StageMissing,
            {std::to_string(missing - deviceOf.begin()), std::to_string(extent.stages - 1)});
    }
    return deviceOf;
}

bool follows(const Placement& placement, const std::vector<int>& deviceOf)
{
    if (placement.stages() != static_cast<int>(deviceOf.size()))
        return false;
    for (int stage = 0; stage < placement.stages(); ++stage) {
        if (placement.deviceOf(stage) != deviceOf[static_cast<std::size_t>(stage)])
            return false;
    }
    return true;
}

} // namespace

Result<Placement> placementOf(const ActionSheet& sheet)
{
    if (const Result<void> rows = checkRows(sheet); !rows)
        return failure(rows);
    const Extent extent = extentOf(sheet);
    Result<std::vector<int>> deviceOf = mapOf(sheet, extent);
    if (!deviceOf && isBidirectional(sheet, extent))
        return Placement::bidirectional(sheet.rows());
    if (!deviceOf)
        return failure(deviceOf);
    return placementFrom(sheet.rows(), *deviceOf);
}

Result<Placement> placementFrom(int devices, const std::vector<int>& deviceOfStage)
{
    const int chunks = static_cast<int>(deviceOfStage.size()) / devices;
    if (chunks <= PackedOperation::kMaxChunks) {
        for (const Placement& known :
            {Placement::loop(devices, chunks), Placement::wave(devices, chunks)}) {
            if (follows(known, deviceOfStage))
                return known;
        }
    }
    return Placement::given(devices, deviceOfStage);
}

} // namespace pipegantt
