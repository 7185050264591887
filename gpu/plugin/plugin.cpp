// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gpu/plugin/plugin.h"

#include <cstring>
#include <dlfcn.h>
#include <unistd.h>

namespace pipegantt {
namespace {

template <class Function>
bool find(void* library, const char* name, Function& function)
{
    function = reinterpret_cast<Function>(dlsym(library, name));
    return function != nullptr;
}

/// The reason ends in a zero whatever the plugin wrote.
std::string words(const PipeganttReason& reason)
{
    const std::size_t length = strnlen(reason.text, sizeof(reason.text));
    return length == 0 ? "no reason given" : std::string(reason.text, length);
}

} // namespace

Result<std::shared_ptr<const Plugin>> Plugin::load(const std::string& path)
{
    if (access(path.c_str(), F_OK) != 0)
        return failure(ErrorCode::PluginMissing, {path});
    // A path without a slash would be searched for elsewhere.
    const std::string exact = path.find('/') == std::string::npos ? "./" + path : path;
    void* const library = dlopen(exact.c_str(), RTLD_NOW | RTLD_LOCAL);
    if (library == nullptr) {
        // NOLINTNEXTLINE(concurrency-mt-unsafe): of this thread's last call
        return failure(ErrorCode::PluginUnloadable, {dlerror()});
    }
    const std::shared_ptr<Plugin> plugin(new Plugin(library));
    decltype(&pipegantt_plugin_version) version = nullptr;
    if (!find(library, "pipegantt_plugin_version", version))
        return failure(ErrorCode::PluginIncomplete, {path, "pipegantt_plugin_version"});
    if (version() != PIPEGANTT_PLUGIN_VERSION) {
        return failure(ErrorCode::PluginVersion,
            {path, std::to_string(version()), std::to_string(PIPEGANTT_PLUGIN_VERSION)});
    }
    if (const char* const missing = plugin->findFunctions(); missing != nullptr)
        return failure(ErrorCode::PluginIncomplete, {path, missing});
    return plugin;
}

Plugin::~Plugin()
{
    dlclose(m_library);
}

const char* Plugin::findFunctions()
{
    const char* missing = nullptr;
    const auto need = [&](const char* name, auto& function) {
        if (missing == nullptr && !find(m_library, name, function))
            missing = name;
    };
    need("pipegantt_count_devices", countDevices);
    need("pipegantt_describe_device", describeDevice);
    need("pipegantt_open_stage", openStage);
    need("pipegantt_run_pass", runPass);
    need("pipegantt_stage_memory", stageMemory);
    need("pipegantt_read_tensor", readTensor);
    need("pipegantt_close_stage", closeStage);
    return missing;
}

Error pluginError(std::int32_t status, const PipeganttReason& reason, const std::string& device)
{
    switch (status) {
    case PIPEGANTT_NO_DRIVER:
        return {ErrorCode::DriverMissing, {words(reason)}};
    case PIPEGANTT_DRIVER_TOO_OLD:
        return {ErrorCode::DriverTooOld, {words(reason)}};
    case PIPEGANTT_DEVICE_TOO_OLD:
        return {ErrorCode::DeviceTooOld, {device, words(reason)}};
    case PIPEGANTT_OUT_OF_MEMORY:
        return {ErrorCode::DeviceOutOfMemory, {device, words(reason)}};
    case PIPEGANTT_STOPPED:
        return {ErrorCode::MeasurementStopped, {device}};
    default:
        return {ErrorCode::DeviceFailed, {device, words(reason)}};
    }
}

} // namespace pipegantt
