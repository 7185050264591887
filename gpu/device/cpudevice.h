// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gpu/device/stagedevice.h"

namespace pipegantt {

/// This machine's processor, in 32 bits, with OpenBLAS where it is installed. Always there.
class CpuDevice : public StageDevice
{
public:
    [[nodiscard]] std::string name() const override;
    [[nodiscard]] std::string software() const override;
    [[nodiscard]] Bytes freeMemory() const override;
    [[nodiscard]] std::vector<ElementType> elements() const override;
    Result<std::unique_ptr<DeviceStage>> load(const StageShape& stage) override;
};

} // namespace pipegantt
