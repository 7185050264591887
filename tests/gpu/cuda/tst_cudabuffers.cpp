// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/modelpreset.h"
#include "core/model/stagememory.h"
#include "gpu/cuda/buffers.h"
#include "gpu/cuda/draws.h"
#include "gpu/plugin/plugindevice.h"
#include "gpu/reference/referencestage.h"
#include "tests/support/failonwarning.h"

#include <QTest>

#include <array>
#include <new>

using namespace pipegantt;

namespace {

/// As the program hands it over.
cuda::Shape cudaShape(const StageShape& stage)
{
    return {pluginShape(stage)};
}

/// What a stage would allocate, by lifetime, without doing so.
std::array<std::int64_t, cuda::kLifetimes> allocated(const cuda::Shape& shape)
{
    std::array<std::int64_t, cuda::kLifetimes> bytes {};
    const auto take = [&bytes](cuda::Lifetime lifetime, std::int64_t size) -> void* {
        bytes[static_cast<std::size_t>(lifetime)] += size;
        return nullptr;
    };
    const cuda::ParameterList parameters(shape);
    if (shape.bfloat16())
        const cuda::Buffers<cuda::Bfloat16> buffers(shape, parameters, take);
    else
        const cuda::Buffers<float> buffers(shape, parameters, take);
    return bytes;
}

/// A model's stages: layers alone, with each end, and each end alone.
std::vector<StageShape> stagesOf(const ModelShape& model)
{
    std::vector<StageShape> stages;
    for (const ElementType element : {ElementType::Float32, ElementType::Bfloat16}) {
        for (const int layers : {0, 2}) {
            for (const int ends : {0, 1, 2, 3}) {
                StageShape stage;
                stage.model = model;
                stage.layers = layers;
                stage.embedding = ends % 2 != 0;
                stage.head = ends >= 2;
                stage.microbatch = 2;
                stage.sequence = 128;
                stage.element = element;
                if (checkStage(stage))
                    stages.push_back(stage);
            }
        }
    }
    return stages;
}

} // namespace

class TestCudaBuffers : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }

    /// What is allocated is what was predicted, to the byte; a workspace comes on top.
    void bytesAreThosePredicted()
    {
        std::size_t seen = 0;
        for (const ModelPreset& preset : modelPresets()) {
            for (const StageShape& stage : stagesOf(preset.shape)) {
                const StageMemory must = stageMemory(stage);
                const auto is = allocated(cudaShape(stage));
                const auto bytes = [&is](cuda::Lifetime lifetime) {
                    return is[static_cast<std::size_t>(lifetime)];
                };
                const std::int64_t kept = bytes(cuda::Lifetime::UntilWeightGrad);
                QCOMPARE(bytes(cuda::Lifetime::Weights), must.weights.value);
                QCOMPARE(bytes(cuda::Lifetime::Gradients), must.gradients.value);
                QCOMPARE(bytes(cuda::Lifetime::Optimizer), must.optimizer.value);
                QCOMPARE(kept, must.keptForWeightGrad.value);
                QCOMPARE(kept + bytes(cuda::Lifetime::UntilInputGrad), must.saved.value);
                QCOMPARE(bytes(cuda::Lifetime::AddedByInputGrad), must.addedByInputGrad.value);
                QCOMPARE(bytes(cuda::Lifetime::Scratch), must.scratch.value);
                ++seen;
            }
        }
        QVERIFY(seen > 100);
    }

    /// The kernels take every model that comes along.
    void presetsFitTheKernels()
    {
        for (const ModelPreset& preset : modelPresets()) {
            for (const StageShape& stage : stagesOf(preset.shape))
                QCOMPARE(cuda::faultOf(cudaShape(stage)), std::string());
        }
    }

    void parametersAreDrawnAsTheDefinitionDoes()
    {
        StageShape stage;
        stage.model.hidden = 32;
        stage.model.heads = 4;
        stage.model.kvHeads = 2;
        stage.model.headDim = 8;
        stage.model.ffn = 48;
        stage.model.vocabulary = 50;
        stage.model.sequence = 20;
        stage.model.headNorm = true;
        stage.model.bias = BiasKind::All;
        stage.layers = 2;
        stage.sequence = 10;
        stage.embedding = true;
        stage.head = true;
        for (const bool gpt : {false, true}) {
            stage.model.norm = gpt ? NormKind::LayerNorm : NormKind::RmsNorm;
            stage.model.positions = gpt ? PositionKind::Learned : PositionKind::Rotary;
            stage.model.mlp = gpt ? MlpKind::Gelu : MlpKind::SwiGlu;
            reference::ReferenceStage<double> definition(stage);
            const cuda::ParameterList list(cudaShape(stage));
            QCOMPARE(list.count(), parameterCount(stage));
            std::int64_t next = 0;
            for (const cuda::Slice& slice : list.slices()) {
                QCOMPARE(slice.first, next);
                next += slice.size;
                for (std::int64_t i = slice.first; i < next; ++i) {
                    const double must = slice.centre
                        + slice.spread * reference::uniform<double>(cuda::kParameterSeed, i);
                    QCOMPARE(definition.parameters().values()[i], must);
                }
            }
            QCOMPARE(next, list.count());
        }
    }

    void inputsAreThoseOfTheDefinition()
    {
        StageShape stage;
        stage.model.hidden = 8;
        stage.model.vocabulary = 1000;
        stage.model.headDim = 8;
        stage.model.heads = 1;
        stage.model.kvHeads = 1;
        stage.model.ffn = 8;
        stage.sequence = 12;
        const cuda::Shape shape = cudaShape(stage);
        reference::ReferenceStage<double> definition(stage);
        QCOMPARE(definition.input()[3], reference::uniform<double>(cuda::kInputSeed, 3));
        QCOMPARE(
            definition.outputGradient()[3], reference::uniform<double>(cuda::kGradientSeed, 3));
        const std::vector<std::int32_t> tokens = cuda::drawTokens(shape);
        QCOMPARE(tokens.size(), std::size_t {12});
        for (std::size_t i = 0; i < tokens.size(); ++i)
            QCOMPARE(static_cast<std::uint64_t>(tokens[i]),
                reference::mixed(cuda::kTokenSeed, i) % 1000);
        std::vector<double> table(12 * 8);
        reference::rotaryTable<double>({1, 12, 1, 1, 8}, table.data());
        QCOMPARE(cuda::rotaryTable(shape), std::vector<float>(table.begin(), table.end()));
    }

    void shapesBeyondTheKernelsAreNamed()
    {
        StageShape stage;
        stage.model.hidden = 96;
        stage.model.heads = 6;
        stage.model.kvHeads = 6;
        stage.model.headDim = 16;
        stage.model.ffn = 192;
        stage.sequence = 16;
        const cuda::Shape right = cudaShape(stage);
        QCOMPARE(cuda::faultOf(right), std::string());
        cuda::Shape odd = right;
        odd.hidden = 100;
        QCOMPARE(cuda::faultOf(odd),
            std::string("the hidden width is 100, and the kernels take multiples of 8"));
        odd = right;
        odd.head_dim = 264;
        QCOMPARE(cuda::faultOf(odd),
            std::string("the width of a head is 264, and the kernels take up to 256"));
        odd = right;
        odd.kv_heads = 4;
        QVERIFY(cuda::faultOf(odd).starts_with("6 heads of queries cannot share 4"));
        odd = right;
        odd.sequence = std::int64_t {1} << 31U;
        QVERIFY(cuda::faultOf(odd).find("more than one launch") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestCudaBuffers)
#include "tst_cudabuffers.moc"
