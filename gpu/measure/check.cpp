// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gpu/measure/check.h"

#include "gpu/reference/referencestage.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <optional>
#include <span>

namespace pipegantt {
namespace {

using reference::ReferenceStage;

struct NamedStage
{
    std::string name;
    StageShape shape;
};

/// Small, but wide enough for blocks of attention and the tiles of tensor cores.
StageShape smallStage(bool gpt)
{
    StageShape stage;
    ModelShape& model = stage.model;
    model.id = gpt ? "gpt" : "llama";
    model.layers = 8;
    model.hidden = 96;
    model.heads = 6;
    model.kvHeads = gpt ? 6 : 2;
    model.headDim = 16;
    model.ffn = gpt ? 192 : 160;
    model.vocabulary = 264;
    model.sequence = 128;
    if (gpt) {
        model.norm = NormKind::LayerNorm;
        model.mlp = MlpKind::Gelu;
        model.positions = PositionKind::Learned;
        model.bias = BiasKind::All;
    }
    stage.layers = 2;
    stage.microbatch = 2;
    stage.sequence = 72;
    return stage;
}

std::vector<NamedStage> smallStages()
{
    const auto changed = [](bool gpt, auto change) {
        StageShape stage = smallStage(gpt);
        change(stage);
        return stage;
    };
    return {
        {"gpt", smallStage(true)},
        {"gpt, both ends",
            changed(true, [](StageShape& stage) { stage.embedding = stage.head = true; })},
        {"llama", smallStage(false)},
        {"llama, both ends",
            changed(false, [](StageShape& stage) { stage.embedding = stage.head = true; })},
        {"llama, head norms",
            changed(false, [](StageShape& stage) { stage.model.headNorm = true; })},
        {"llama, q k v biases",
            changed(false, [](StageShape& stage) { stage.model.bias = BiasKind::QueryKeyValue; })},
        {"llama, half of two",
            changed(false,
                [](StageShape& stage) {
                    stage.tensorParallel = 2;
                    stage.head = true;
                })},
    };
}

/// The nearest number of the type, as devices hold it.
double rounded(double value, ElementType element)
{
    const auto narrow = static_cast<float>(value);
    if (element == ElementType::Float32)
        return static_cast<double>(narrow);
    auto bits = std::bit_cast<std::uint32_t>(narrow);
    bits += 0x7fffU + ((bits >> 16U) & 1U);
    return static_cast<double>(std::bit_cast<float>(bits & 0xffff0000U));
}

void roundAll(double* values, std::int64_t count, ElementType element)
{
    for (std::int64_t i = 0; values != nullptr && i < count; ++i)
        values[i] = rounded(values[i], element);
}

ReferenceStage<double> definition(const StageShape& shape, ElementType element)
{
    ReferenceStage<double> stage(shape);
    const std::int64_t stream = shape.tokens() * shape.model.hidden;
    roundAll(stage.parameters().values(), stage.parameters().count(), element);
    roundAll(stage.input(), stream, element);
    roundAll(stage.outputGradient(), stream, element);
    return stage;
}

std::vector<double> tensorOf(ReferenceStage<double>& stage, StageTensor tensor)
{
    std::vector<double> values(static_cast<std::size_t>(tensorSize(stage.shape(), tensor)));
    if (values.empty())
        return values;
    if (tensor == StageTensor::Loss) {
        values.front() = stage.loss();
        return values;
    }
    const double* const data = tensor == StageTensor::Output ? stage.output()
        : tensor == StageTensor::InputGradient               ? stage.inputGradient()
        : tensor == StageTensor::Parameters                  ? stage.parameters().values()
                                                             : stage.parameters().gradients();
    std::copy_n(data, values.size(), values.begin());
    return values;
}

double relativeError(std::span<const float> is, std::span<const double> must)
{
    double difference = 0;
    double length = 0;
    for (std::size_t i = 0; i < must.size(); ++i) {
        difference += std::pow(static_cast<double>(is[i]) - must[i], 2);
        length += must[i] * must[i];
    }
    return difference == 0 ? 0 : std::sqrt(difference / length);
}

void runReference(ReferenceStage<double>& stage, StagePass pass)
{
    switch (pass) {
    case StagePass::Forward:
        stage.forward();
        break;
    case StagePass::InputGrad:
        stage.inputGrad();
        break;
    case StagePass::WeightGrad:
        stage.weightGrad();
        break;
    case StagePass::Backward:
        stage.backward();
        break;
    case StagePass::Recompute:
        stage.recompute();
        break;
    case StagePass::Optimizer:
        stage.optimizerStep();
        break;
    }
}

/// Passes in a row on a stage of its own, and what to look at behind them.
struct Sequence
{
    std::string_view name;
    std::vector<StagePass> passes;
    std::vector<StageTensor> tensors;
};

const std::vector<Sequence>& sequences()
{
    using enum StagePass;
    using enum StageTensor;
    static const std::vector<Sequence> kSequences {
        {"F", {Forward}, {Output, Loss}},
        {"F I", {Forward, InputGrad}, {InputGradient}},
        {"F I W", {Forward, InputGrad, WeightGrad}, {ParameterGradients}},
        {"R B", {Recompute, Backward}, {Loss, InputGradient, ParameterGradients}},
        {"F B step", {Forward, Backward, Optimizer}, {Parameters}},
    };
    return kSequences;
}

Result<std::vector<CheckedResult>> checkSequence(
    StageDevice& device, const NamedStage& named, ElementType element, const Sequence& sequence)
{
    StageShape shape = named.shape;
    shape.element = element;
    const Result<std::unique_ptr<DeviceStage>> stage = device.load(shape);
    if (!stage)
        return failure(stage);
    ReferenceStage<double> right = definition(shape, element);
    for (const StagePass pass : sequence.passes) {
        if (const Result<Duration> ran = (*stage)->run(pass, {}); !ran)
            return failure(ran);
        runReference(right, pass);
    }
    std::vector<CheckedResult> results;
    for (const StageTensor tensor : sequence.tensors) {
        const std::vector<double> must = tensorOf(right, tensor);
        if (must.empty())
            continue;
        const Result<std::vector<float>> is = (*stage)->read(tensor);
        if (!is)
            return failure(is);
        results.push_back({named.name, std::string(sequence.name), tensor, relativeError(*is, must),
            errorLimit(element)});
    }
    return results;
}

} // namespace

std::string_view tensorName(StageTensor tensor)
{
    constexpr std::array<std::string_view, 5> kNames {
        "output", "gradient of the input", "parameters", "gradients of parameters", "loss"};
    return kNames[static_cast<std::size_t>(tensor)];
}

double errorLimit(ElementType element)
{
    return element == ElementType::Float32 ? 1e-4 : 3e-2;
}

Result<std::vector<CheckedResult>> checkDevice(
    StageDevice& device, ElementType element, const std::function<void(const CheckedResult&)>& told)
{
    std::vector<CheckedResult> all;
    for (const NamedStage& named : smallStages()) {
        for (const Sequence& sequence : sequences()) {
            const Result<std::vector<CheckedResult>> results =
                checkSequence(device, named, element, sequence);
            if (!results)
                return failure(results);
            for (const CheckedResult& result : *results) {
                if (told)
                    told(result);
                all.push_back(result);
            }
        }
    }
    return all;
}

} // namespace pipegantt
