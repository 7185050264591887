// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/bytes.h"
#include "core/base/error.h"
#include "core/base/time.h"
#include "core/model/stagememory.h"
#include "core/model/stagetimes.h"

#include <cstdint>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace pipegantt {

/// What can be read back from a stage.
enum class StageTensor : std::uint8_t
{
    Output, ///< tokens × hidden
    InputGradient, ///< likewise; nothing where the stage has an embedding
    Parameters, ///< in the order of `ReferenceStage`
    ParameterGradients, ///< likewise
    Loss, ///< one number; nothing where the stage has no head
};

/// Numbers in `tensor` of `stage`; 0 where it has none.
std::int64_t tensorSize(const StageShape& stage, StageTensor tensor);

/// A stage in a device's memory, with random parameters and inputs.
class DeviceStage
{
public:
    DeviceStage() = default;
    virtual ~DeviceStage() = default;
    DeviceStage(const DeviceStage&) = delete;
    DeviceStage& operator=(const DeviceStage&) = delete;

    /// Runs one pass to its end and says how long it took on the device. An input gradient needs a
    /// forward pass or a recomputation before it, a weight gradient an input gradient. Where `stop`
    /// is requested meanwhile, MeasurementStopped, as soon as the device can end.
    virtual Result<Duration> run(StagePass pass, const std::stop_token& stop) = 0;

    /// The numbers of `tensor`, as the passes so far left them.
    virtual Result<std::vector<float>> read(StageTensor tensor) = 0;

    /// What was allocated for it.
    [[nodiscard]] virtual StageMemory memory() const = 0;
};

/// Where stages are measured.
class StageDevice
{
public:
    StageDevice() = default;
    virtual ~StageDevice() = default;
    StageDevice(const StageDevice&) = delete;
    StageDevice& operator=(const StageDevice&) = delete;

    /// Its product name, and how much of it is used: `AMD EPYC 9654, 96 threads`.
    [[nodiscard]] virtual std::string name() const = 0;
    /// Libraries and drivers that the times are of, with their versions.
    [[nodiscard]] virtual std::string software() const = 0;
    /// Memory that is free now.
    [[nodiscard]] virtual Bytes freeMemory() const = 0;
    /// The types it computes in, the usual one first.
    [[nodiscard]] virtual std::vector<ElementType> elements() const = 0;

    /// Allocates a stage. `stage` must have passed `checkStage`. DeviceOutOfMemory where it does
    /// not fit after all.
    virtual Result<std::unique_ptr<DeviceStage>> load(const StageShape& stage) = 0;
};

} // namespace pipegantt
