// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gpu/cuda/device.h"

#include "gpu/cuda/products.h"

#include <fstream>
#include <string>
#include <string_view>

namespace pipegantt::cuda {
namespace {

/// Of the architecture with bfloat16 and asynchronous copies.
constexpr int kLeastMajor = 8;

/// The driver's own version, which CUDA does not tell; empty where the system does not either.
std::string driverVersion()
{
    std::ifstream file("/proc/driver/nvidia/version");
    std::string word;
    while (file >> word) {
        if (!word.empty() && word.find_first_not_of("0123456789.") == std::string::npos
            && word.find('.') != std::string::npos)
            return word;
    }
    return {};
}

std::string software()
{
    const std::string driver = driverVersion();
    return "CUDA " + std::to_string(CUDART_VERSION / 1000) + '.'
        + std::to_string(CUDART_VERSION % 1000 / 10)
        + (driver.empty() ? std::string() : ", driver " + driver) + ", cuBLAS "
        + Products::version();
}

} // namespace

std::int32_t countDevices()
{
    int count = 0;
    const cudaError_t status = cudaGetDeviceCount(&count);
    if (status == cudaErrorNoDevice)
        return 0;
    check(status, "cudaGetDeviceCount");
    return count;
}

PipeganttDevice describeDevice(std::int32_t device)
{
    cudaDeviceProp properties {};
    check(cudaGetDeviceProperties(&properties, device), "cudaGetDeviceProperties");
    if (properties.major < kLeastMajor) {
        throw Failure {PIPEGANTT_DEVICE_TOO_OLD,
            std::string(properties.name) + " has compute capability "
                + std::to_string(properties.major) + '.' + std::to_string(properties.minor)
                + ", and the kernels need 8.0"};
    }
    check(cudaSetDevice(device), "cudaSetDevice");
    std::size_t free = 0;
    std::size_t total = 0;
    check(cudaMemGetInfo(&free, &total), "cudaMemGetInfo");
    PipeganttDevice description {};
    // Both end in a zero, as the description is made of zeros.
    std::string_view(properties.name).copy(description.name, sizeof(description.name) - 1);
    software().copy(description.software, sizeof(description.software) - 1);
    description.free_bytes = static_cast<std::int64_t>(free);
    return description;
}

} // namespace pipegantt::cuda
