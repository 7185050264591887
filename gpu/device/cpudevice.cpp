// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gpu/device/cpudevice.h"

#include "gpu/reference/openblas.h"
#include "gpu/reference/parallel.h"
#include "gpu/reference/referencestage.h"

#include <chrono>
#include <fstream>
#include <new>
#include <string>

namespace pipegantt {
namespace {

constexpr const char* kAnyProcessor = "CPU";

/// The value behind `key` in a file of lines `key : value`.
std::string lineValue(const char* path, std::string_view key)
{
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);) {
        if (!line.starts_with(key))
            continue;
        const std::size_t begin = line.find_first_not_of(" \t", line.find(':') + 1);
        return begin == std::string::npos ? std::string() : line.substr(begin);
    }
    return {};
}

class CpuStage : public DeviceStage
{
public:
    explicit CpuStage(const StageShape& shape)
        : m_stage(shape)
    {
    }

    Result<Duration> run(StagePass pass, const std::stop_token& stop) override
    {
        const auto begin = std::chrono::steady_clock::now();
        if (!runPass(pass, stop))
            return failure(ErrorCode::MeasurementStopped, {"cpu"});
        return std::chrono::duration_cast<Duration>(std::chrono::steady_clock::now() - begin);
    }

    Result<std::vector<float>> read(StageTensor tensor) override
    {
        const std::int64_t size = tensorSize(m_stage.shape(), tensor);
        if (size == 0)
            return std::vector<float>();
        if (tensor == StageTensor::Loss)
            return std::vector<float> {static_cast<float>(m_stage.loss())};
        const float* const data = dataOf(tensor);
        return std::vector<float>(data, data + size);
    }

    [[nodiscard]] StageMemory memory() const override { return m_stage.memory(); }

private:
    const float* dataOf(StageTensor tensor)
    {
        switch (tensor) {
        case StageTensor::Output:
            return m_stage.output();
        case StageTensor::InputGradient:
            return m_stage.inputGradient();
        case StageTensor::Parameters:
            return m_stage.parameters().values();
        case StageTensor::ParameterGradients:
        case StageTensor::Loss:
            break;
        }
        return m_stage.parameters().gradients();
    }

    bool runPass(StagePass pass, const std::stop_token& stop)
    {
        switch (pass) {
        case StagePass::Forward:
            return m_stage.forward(stop);
        case StagePass::InputGrad:
            return m_stage.inputGrad(stop);
        case StagePass::WeightGrad:
            return m_stage.weightGrad(stop);
        case StagePass::Backward:
            return m_stage.backward(stop);
        case StagePass::Recompute:
            return m_stage.recompute(stop);
        case StagePass::Optimizer:
            break;
        }
        m_stage.optimizerStep();
        return !stop.stop_requested();
    }

    reference::ReferenceStage<float> m_stage;
};

} // namespace

std::string CpuDevice::name() const
{
    std::string model = lineValue("/proc/cpuinfo", "model name");
    if (model.empty())
        model = kAnyProcessor;
    const int threads = reference::threadCount();
    return model + ", " + std::to_string(threads) + (threads == 1 ? " thread" : " threads");
}

std::string CpuDevice::software() const
{
    const reference::OpenBlas* const blas = reference::OpenBlas::instance();
    return blas == nullptr ? "plain loops, without OpenBLAS" : blas->description();
}

Bytes CpuDevice::freeMemory() const
{
    constexpr std::int64_t kKibibyte = 1024;
    const std::string available = lineValue("/proc/meminfo", "MemAvailable");
    return {std::strtoll(available.c_str(), nullptr, 10) * kKibibyte};
}

std::vector<ElementType> CpuDevice::elements() const
{
    return {ElementType::Float32};
}

Result<std::unique_ptr<DeviceStage>> CpuDevice::load(const StageShape& stage)
{
    try {
        return std::make_unique<CpuStage>(stage);
    } catch (const std::bad_alloc&) {
        return failure(ErrorCode::DeviceOutOfMemory,
            {name(), bytesText(stageMemory(stage).total()) + " could not be allocated"});
    }
}

} // namespace pipegantt
