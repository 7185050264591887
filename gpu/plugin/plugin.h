// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/error.h"
#include "gpu/plugin/interface.h"

#include <memory>
#include <string>

namespace pipegantt {

/// A plugin that was loaded from a file, and its functions. Unloaded with the last that holds it.
class Plugin
{
public:
    /// Loads the plugin at `path`. PluginMissing, PluginUnloadable with the loader's reason,
    /// PluginVersion, or PluginIncomplete with the first function that is not there.
    static Result<std::shared_ptr<const Plugin>> load(const std::string& path);
    ~Plugin();
    Plugin(const Plugin&) = delete;
    Plugin& operator=(const Plugin&) = delete;

    decltype(&pipegantt_count_devices) countDevices = nullptr;
    decltype(&pipegantt_describe_device) describeDevice = nullptr;
    decltype(&pipegantt_open_stage) openStage = nullptr;
    decltype(&pipegantt_run_pass) runPass = nullptr;
    decltype(&pipegantt_stage_memory) stageMemory = nullptr;
    decltype(&pipegantt_read_tensor) readTensor = nullptr;
    decltype(&pipegantt_close_stage) closeStage = nullptr;

private:
    explicit Plugin(void* library)
        : m_library(library)
    {
    }
    /// The name of a function that is missing, or null.
    const char* findFunctions();

    void* m_library;
};

/// What a plugin's status means, in the words of its reason. `device` is what failed.
Error pluginError(std::int32_t status, const PipeganttReason& reason, const std::string& device);

} // namespace pipegantt
