// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/error.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace pipegantt {

/// Which device holds which stage. Devices hold chunks; a stage here is one chunk on one device, so
/// where two pipelines share the devices (Chimera, DualPipe), each has stages of its own: those of
/// the second follow those of the first, and `modelStage` says what part of the model they are.
class Placement
{
public:
    enum class Layout : std::uint8_t
    {
        Loop, ///< stage s on device s mod P; with one chunk the linear layout (Megatron-LM)
        Wave, ///< there and back: V with two chunks (ZB-V, DualPipeV), more with more (Hanayo)
        Bidirectional, ///< two pipelines, the second from the last device to the first
        Given, ///< any map
    };

    /// One chunk on one device.
    Placement() = default;
    static Placement loop(int devices, int chunks);
    static Placement wave(int devices, int chunks);
    static Placement bidirectional(int devices);
    /// Stage s on device `deviceOfStage[s]`; a device's chunks are its stages in ascending order.
    /// Fails where a device is out of range or has no stage, or more than PackedOperation holds.
    static Result<Placement> given(int devices, std::span<const int> deviceOfStage);
    /// For pictures: rows in the place of devices, each with the stages of a device of `of`. A
    /// device may have several rows, or none; a stage is said to be on the first, or on -1.
    static Placement arranged(const Placement& of, std::span<const int> deviceOfRow);

    [[nodiscard]] Layout layout() const { return m_layout; }
    [[nodiscard]] int devices() const { return m_devices; }
    /// The most chunks on one device.
    [[nodiscard]] int chunks() const { return m_chunks; }
    /// Stages, those of a second pipeline among them.
    [[nodiscard]] int stages() const { return m_stages; }
    [[nodiscard]] int pipelines() const { return m_pipelines; }
    /// Stages of the model: those of one pipeline.
    [[nodiscard]] int modelStages() const { return m_stages / pipelines(); }

    /// The stage in chunk `chunk` of `device`; -1 where a given map puts none there.
    [[nodiscard]] int stageOf(int device, int chunk) const
    {
        switch (m_layout) {
        case Layout::Loop:
            break;
        case Layout::Wave:
        case Layout::Bidirectional:
            return chunk * m_devices + (chunk % 2 == 0 ? device : m_devices - 1 - device);
        case Layout::Given:
            return m_stageOf[placeOf(device, chunk)];
        }
        return chunk * m_devices + device;
    }
    [[nodiscard]] int deviceOf(int stage) const
    {
        switch (m_layout) {
        case Layout::Loop:
            break;
        case Layout::Wave:
        case Layout::Bidirectional: {
            const int along = stage % m_devices;
            return stage / m_devices % 2 == 0 ? along : m_devices - 1 - along;
        }
        case Layout::Given:
            return m_deviceOf[static_cast<std::size_t>(stage)];
        }
        return stage % m_devices;
    }
    [[nodiscard]] int chunkOf(int stage) const
    {
        return m_layout == Layout::Given ? m_chunkOf[static_cast<std::size_t>(stage)]
                                         : stage / m_devices;
    }
    /// Whether the stage begins its pipeline: its forward waits for no other stage.
    [[nodiscard]] bool isFirst(int stage) const { return stage % modelStages() == 0; }
    /// Whether the stage ends its pipeline: its backward waits for no other stage.
    [[nodiscard]] bool isLast(int stage) const { return (stage + 1) % modelStages() == 0; }
    /// Which of the pipelines the stage belongs to: 0, or 1 for the second direction.
    [[nodiscard]] int pipelineOf(int stage) const { return stage / modelStages(); }
    /// The part of the model that the stage holds.
    [[nodiscard]] int modelStage(int stage) const { return stage % modelStages(); }

    friend bool operator==(const Placement&, const Placement&) = default;

private:
    Placement(Layout layout, int devices, int chunks)
        : m_layout(layout)
        , m_devices(devices)
        , m_chunks(chunks)
        , m_stages(devices * chunks)
        , m_pipelines(layout == Layout::Bidirectional ? 2 : 1)
    {
    }

    /// Where a given map keeps the stage of a chunk.
    [[nodiscard]] std::size_t placeOf(int device, int chunk) const
    {
        return static_cast<std::size_t>(device) * static_cast<std::size_t>(m_chunks)
            + static_cast<std::size_t>(chunk);
    }

    Layout m_layout = Layout::Loop;
    int m_devices = 1;
    int m_chunks = 1;
    int m_stages = 1;
    int m_pipelines = 1;
    // Of a given map alone: the others are arithmetic, so that a slider tick allocates nothing.
    std::vector<int> m_stageOf;
    std::vector<int> m_deviceOf;
    std::vector<int> m_chunkOf;
};

} // namespace pipegantt
