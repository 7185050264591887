// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gpu/plugin/plugindevice.h"

#include <utility>

namespace pipegantt {
namespace {

constexpr const char* kAnyDevice = "The GPU";

// The interface spells the core's enumerations again.
static_assert(static_cast<int>(NormKind::RmsNorm) == PIPEGANTT_RMS_NORM);
static_assert(static_cast<int>(MlpKind::SwiGlu) == PIPEGANTT_SWIGLU);
static_assert(static_cast<int>(PositionKind::Rotary) == PIPEGANTT_ROTARY);
static_assert(static_cast<int>(BiasKind::All) == PIPEGANTT_ALL_BIASES);
static_assert(static_cast<int>(ElementType::Bfloat16) == PIPEGANTT_BFLOAT16);
static_assert(static_cast<int>(StagePass::Optimizer) == PIPEGANTT_OPTIMIZER);
static_assert(static_cast<int>(StageTensor::Loss) == PIPEGANTT_LOSS);

std::int32_t stopRequested(void* token)
{
    return static_cast<const std::stop_token*>(token)->stop_requested() ? 1 : 0;
}

class PluginStage : public DeviceStage
{
public:
    PluginStage(std::shared_ptr<const Plugin> plugin, PipeganttStage* stage, StageShape shape,
        const StageMemory& memory, std::string device)
        : m_plugin(std::move(plugin))
        , m_shape(std::move(shape))
        , m_stage(stage)
        , m_memory(memory)
        , m_device(std::move(device))
    {
    }
    ~PluginStage() override { m_plugin->closeStage(m_stage); }

    Result<Duration> run(StagePass pass, const std::stop_token& stop) override
    {
        std::stop_token token = stop;
        const PipeganttStop asked {&stopRequested, &token};
        std::int64_t picoseconds = 0;
        PipeganttReason reason {};
        const std::int32_t status = m_plugin->runPass(
            m_stage, static_cast<std::int32_t>(pass), &asked, &picoseconds, &reason);
        if (status != PIPEGANTT_OK)
            return tl::unexpected<Error>(pluginError(status, reason, m_device));
        return Duration(picoseconds);
    }

    Result<std::vector<float>> read(StageTensor tensor) override
    {
        std::vector<float> values(static_cast<std::size_t>(tensorSize(m_shape, tensor)));
        if (values.empty())
            return values;
        PipeganttReason reason {};
        const std::int32_t status = m_plugin->readTensor(m_stage, static_cast<std::int32_t>(tensor),
            static_cast<std::int64_t>(values.size()), values.data(), &reason);
        if (status != PIPEGANTT_OK)
            return tl::unexpected<Error>(pluginError(status, reason, m_device));
        return values;
    }

    [[nodiscard]] StageMemory memory() const override { return m_memory; }

private:
    std::shared_ptr<const Plugin> m_plugin;
    StageShape m_shape;
    PipeganttStage* m_stage;
    StageMemory m_memory;
    std::string m_device;
};

std::string deviceNames(int count)
{
    std::string names = "cpu";
    for (int i = 0; i < count; ++i)
        names += ", cuda:" + std::to_string(i);
    return names;
}

} // namespace

PipeganttStageShape pluginShape(const StageShape& stage)
{
    const ModelShape& model = stage.model;
    PipeganttStageShape shape {};
    shape.layers = stage.layers;
    shape.hidden = model.hidden;
    shape.heads = stage.heads();
    shape.kv_heads = stage.kvHeads();
    shape.head_dim = model.headDim;
    shape.ffn = stage.ffn();
    shape.vocabulary = stage.vocabulary();
    shape.positions = model.positions == PositionKind::Learned ? model.sequence : 0;
    shape.microbatch = stage.microbatch;
    shape.sequence = stage.sequence;
    shape.norm = static_cast<std::int32_t>(model.norm);
    shape.mlp = static_cast<std::int32_t>(model.mlp);
    shape.position_kind = static_cast<std::int32_t>(model.positions);
    shape.bias = static_cast<std::int32_t>(model.bias);
    shape.head_norm = model.headNorm ? 1 : 0;
    shape.embedding = stage.embedding ? 1 : 0;
    shape.head = stage.head ? 1 : 0;
    shape.element = static_cast<std::int32_t>(stage.element);
    return shape;
}

PluginDevice::PluginDevice(
    std::shared_ptr<const Plugin> plugin, int index, PipeganttDevice description)
    : m_plugin(std::move(plugin))
    , m_index(index)
    , m_description(description)
{
    // A plugin's texts end whatever it wrote.
    m_description.name[sizeof(m_description.name) - 1] = 0;
    m_description.software[sizeof(m_description.software) - 1] = 0;
}

Result<std::unique_ptr<StageDevice>> PluginDevice::open(
    std::shared_ptr<const Plugin> plugin, int index)
{
    PipeganttReason reason {};
    std::int32_t count = 0;
    std::int32_t status = plugin->countDevices(&count, &reason);
    if (status != PIPEGANTT_OK)
        return tl::unexpected<Error>(pluginError(status, reason, kAnyDevice));
    if (index >= count) {
        return failure(
            ErrorCode::DeviceUnknown, {"cuda:" + std::to_string(index), deviceNames(count)});
    }
    PipeganttDevice description {};
    status = plugin->describeDevice(index, &description, &reason);
    if (status != PIPEGANTT_OK)
        return tl::unexpected<Error>(pluginError(status, reason, kAnyDevice));
    return std::unique_ptr<StageDevice>(new PluginDevice(std::move(plugin), index, description));
}

Bytes PluginDevice::freeMemory() const
{
    PipeganttDevice now {};
    PipeganttReason reason {};
    const bool asked = m_plugin->describeDevice(m_index, &now, &reason) == PIPEGANTT_OK;
    return {asked ? now.free_bytes : 0};
}

std::vector<ElementType> PluginDevice::elements() const
{
    return {ElementType::Bfloat16, ElementType::Float32};
}

Result<std::unique_ptr<DeviceStage>> PluginDevice::load(const StageShape& stage)
{
    const PipeganttStageShape shape = pluginShape(stage);
    PipeganttReason reason {};
    PipeganttStage* opened = nullptr;
    std::int32_t status = m_plugin->openStage(m_index, &shape, &opened, &reason);
    PipeganttStageMemory memory {};
    if (status == PIPEGANTT_OK)
        status = m_plugin->stageMemory(opened, &memory, &reason);
    if (status != PIPEGANTT_OK) {
        m_plugin->closeStage(opened);
        return tl::unexpected<Error>(pluginError(status, reason, name()));
    }
    const StageMemory counted {{memory.weights}, {memory.gradients}, {memory.optimizer},
        {memory.saved}, {memory.kept_for_weight_grad}, {memory.added_by_input_grad},
        {memory.scratch}};
    return std::make_unique<PluginStage>(m_plugin, opened, stage, counted, name());
}

} // namespace pipegantt
