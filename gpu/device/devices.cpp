// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gpu/device/devices.h"

#include "gpu/device/cpudevice.h"
#include "gpu/plugin/plugin.h"
#include "gpu/plugin/plugindevice.h"

#include <array>
#include <charconv>
#include <climits>
#include <cstdlib>
#include <unistd.h>

namespace pipegantt {
namespace {

constexpr std::string_view kPluginName = "pipegantt-cuda.so";

/// The folder of this program, with a slash at its end.
std::string programFolder()
{
    std::array<char, PATH_MAX> path {};
    const ssize_t length = readlink("/proc/self/exe", path.data(), path.size());
    if (length <= 0)
        return {};
    const std::string_view whole(path.data(), static_cast<std::size_t>(length));
    return std::string(whole.substr(0, whole.rfind('/') + 1));
}

/// The number behind `cuda:`; -1 where there is none.
int cudaIndex(std::string_view id)
{
    if (id == kCudaPrefix.substr(0, kCudaPrefix.size() - 1))
        return 0;
    if (!id.starts_with(kCudaPrefix))
        return -1;
    id.remove_prefix(kCudaPrefix.size());
    int index = -1;
    const auto [end, fault] = std::from_chars(id.data(), id.data() + id.size(), index);
    return fault == std::errc {} && end == id.data() + id.size() ? index : -1;
}

} // namespace

std::string cudaPluginPath()
{
    // NOLINTNEXTLINE(concurrency-mt-unsafe): nothing here changes the environment
    if (const char* const named = std::getenv("PIPEGANTT_CUDA_PLUGIN"); named != nullptr)
        return named;
    std::string beside = programFolder() + std::string(kPluginName);
    if (access(beside.c_str(), F_OK) == 0)
        return beside;
    return programFolder() + PIPEGANTT_PLUGIN_FOLDER "/" + std::string(kPluginName);
}

Result<std::unique_ptr<StageDevice>> openDevice(std::string_view id, const std::string& cudaPlugin)
{
    if (id == kCpuDevice)
        return std::make_unique<CpuDevice>();
    const int index = cudaIndex(id);
    if (index < 0) {
        return failure(ErrorCode::DeviceUnknown, {std::string(id), "cpu, and cuda:0 and so on"});
    }
    Result<std::shared_ptr<const Plugin>> plugin = Plugin::load(cudaPlugin);
    if (!plugin)
        return failure(plugin);
    return PluginDevice::open(*std::move(plugin), index);
}

} // namespace pipegantt
