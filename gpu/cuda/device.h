// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gpu/plugin/interface.h"

#include <cstdint>

namespace pipegantt::cuda {

/// Devices of this machine; 0 where there is a driver and no device. Throws `Failure`, as all here.
std::int32_t countDevices();

/// Name, versions and free memory. DEVICE_TOO_OLD for one that the kernels cannot run on.
PipeganttDevice describeDevice(std::int32_t device);

} // namespace pipegantt::cuda
