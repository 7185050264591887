// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gpu/device/stagedevice.h"

#include <memory>
#include <string>
#include <string_view>

namespace pipegantt {

inline constexpr std::string_view kCpuDevice = "cpu";
inline constexpr std::string_view kCudaPrefix = "cuda:";

/// Opens `cpu`, or `cuda:0` and so on (`cuda` is the first) through the CUDA plugin at
/// `cudaPlugin`. The error says why it is not there.
Result<std::unique_ptr<StageDevice>> openDevice(std::string_view id, const std::string& cudaPlugin);

/// Where the CUDA plugin is looked for: what the environment variable PIPEGANTT_CUDA_PLUGIN names,
/// else beside this program, else where it is installed.
std::string cudaPluginPath();

} // namespace pipegantt
