// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/order/placement.h"

#include "core/order/operation.h"

#include <algorithm>
#include <string>

namespace pipegantt {

Placement Placement::loop(int devices, int chunks)
{
    return {Layout::Loop, devices, chunks};
}

Placement Placement::wave(int devices, int chunks)
{
    return {Layout::Wave, devices, chunks};
}

Placement Placement::bidirectional(int devices)
{
    return {Layout::Bidirectional, devices, 2};
}

Result<Placement> Placement::given(int devices, std::span<const int> deviceOfStage)
{
    std::vector<int> held(static_cast<std::size_t>(devices), 0);
    Placement placement(Layout::Given, devices, 0);
    placement.m_stages = static_cast<int>(deviceOfStage.size());
    placement.m_deviceOf.assign(deviceOfStage.begin(), deviceOfStage.end());
    for (std::size_t stage = 0; stage < deviceOfStage.size(); ++stage) {
        const int device = deviceOfStage[stage];
        if (device < 0 || device >= devices) {
            return failure(ErrorCode::PlacementOutOfRange,
                {std::to_string(stage), std::to_string(device), std::to_string(devices - 1)});
        }
        placement.m_chunkOf.push_back(held[static_cast<std::size_t>(device)]++);
    }
    const auto empty = std::ranges::find(held, 0);
    if (empty != held.end())
        return failure(ErrorCode::DeviceWithoutStage, {std::to_string(empty - held.begin())});
    const auto fullest = std::ranges::max_element(held);
    if (*fullest > PackedOperation::kMaxChunks) {
        return failure(ErrorCode::TooManyChunks,
            {std::to_string(fullest - held.begin()), std::to_string(*fullest),
                std::to_string(PackedOperation::kMaxChunks)});
    }
    placement.m_chunks = *fullest;
    placement.m_stageOf.assign(placement.placeOf(devices, 0), -1);
    for (int stage = 0; stage < placement.m_stages; ++stage) {
        placement
            .m_stageOf[placement.placeOf(placement.deviceOf(stage), placement.chunkOf(stage))] =
            stage;
    }
    return placement;
}

Placement Placement::arranged(const Placement& of, std::span<const int> deviceOfRow)
{
    Placement placement(Layout::Given, static_cast<int>(deviceOfRow.size()), of.chunks());
    placement.m_stages = of.stages();
    placement.m_pipelines = of.pipelines();
    placement.m_deviceOf.assign(static_cast<std::size_t>(of.stages()), -1);
    for (int stage = 0; stage < of.stages(); ++stage)
        placement.m_chunkOf.push_back(of.chunkOf(stage));
    for (std::size_t row = 0; row < deviceOfRow.size(); ++row) {
        for (int chunk = 0; chunk < of.chunks(); ++chunk) {
            const int stage = of.stageOf(deviceOfRow[row], chunk);
            placement.m_stageOf.push_back(stage);
            if (stage < 0)
                continue;
            int& device = placement.m_deviceOf[static_cast<std::size_t>(stage)];
            device = device < 0 ? static_cast<int>(row) : device;
        }
    }
    return placement;
}

} // namespace pipegantt
