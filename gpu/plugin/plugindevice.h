// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gpu/device/stagedevice.h"
#include "gpu/plugin/plugin.h"

#include <memory>
#include <string>

namespace pipegantt {

/// A stage as the interface spells it.
PipeganttStageShape pluginShape(const StageShape& stage);

/// A device that a plugin drives.
class PluginDevice : public StageDevice
{
public:
    /// Device `index` of `plugin`; DeviceUnknown with those that there are, or the plugin's error.
    static Result<std::unique_ptr<StageDevice>> open(
        std::shared_ptr<const Plugin> plugin, int index);

    [[nodiscard]] std::string name() const override { return m_description.name; }
    [[nodiscard]] std::string software() const override { return m_description.software; }
    [[nodiscard]] Bytes freeMemory() const override;
    [[nodiscard]] std::vector<ElementType> elements() const override;
    Result<std::unique_ptr<DeviceStage>> load(const StageShape& stage) override;

private:
    PluginDevice(std::shared_ptr<const Plugin> plugin, int index, PipeganttDevice description);

    std::shared_ptr<const Plugin> m_plugin;
    int m_index;
    PipeganttDevice m_description;
};

} // namespace pipegantt
