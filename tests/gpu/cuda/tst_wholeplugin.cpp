// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gpu/device/devices.h"
#include "gpu/measure/check.h"
#include "gpu/reference/referencestage.h"
#include "tests/support/failonwarning.h"

#include <QTest>

#include <cmath>

using namespace pipegantt;
using reference::ReferenceStage;

namespace {

StageShape smallStage(bool gpt)
{
    StageShape stage;
    ModelShape& model = stage.model;
    model.id = gpt ? "gpt" : "llama";
    model.layers = 2;
    model.hidden = 32;
    model.heads = 2;
    model.kvHeads = gpt ? 2 : 1;
    model.headDim = 16;
    model.ffn = gpt ? 64 : 40;
    model.vocabulary = gpt ? 57 : 48;
    model.sequence = 30;
    model.headNorm = !gpt;
    if (gpt) {
        model.norm = NormKind::LayerNorm;
        model.mlp = MlpKind::Gelu;
        model.positions = PositionKind::Learned;
        model.bias = BiasKind::All;
    }
    stage.layers = 2;
    stage.microbatch = 2;
    stage.sequence = 12;
    return stage;
}

/// The length of the difference over that of what is right. Inputs of the definition are not
/// rounded to 16 bits, which is why limits for those are wide.
double relativeError(const std::vector<float>& is, const double* must)
{
    double difference = 0;
    double length = 0;
    for (std::size_t i = 0; i < is.size(); ++i) {
        difference += std::pow(static_cast<double>(is[i]) - must[i], 2);
        length += must[i] * must[i];
    }
    return std::sqrt(difference / length);
}

} // namespace

#define COMPARE_TENSOR(tensor, must)                                                               \
    do {                                                                                           \
        const auto is = stage->read(tensor);                                                       \
        QVERIFY(is.has_value());                                                                   \
        const double error = relativeError(*is, must);                                             \
        QVERIFY2(error < limit, qPrintable(QStringLiteral("error %1").arg(error)));                \
    } while (false)

/// The plugin from its C interface to its kernels, on this processor: everything of it but NVIDIA's
/// libraries and the device. Memory that no pass wrote is no number.
class TestWholePlugin : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }

    void passes_data()
    {
        QTest::addColumn<bool>("gpt");
        QTest::addColumn<bool>("ends");
        QTest::addColumn<bool>("narrow");
        for (const bool gpt : {false, true}) {
            for (const bool ends : {false, true}) {
                for (const bool narrow : {false, true}) {
                    QTest::addRow("%s%s, %s", gpt ? "gpt" : "llama", ends ? ", both ends" : "",
                        narrow ? "bfloat16" : "float32")
                        << gpt << ends << narrow;
                }
            }
        }
    }

    void passes()
    {
        QFETCH(const bool, gpt);
        QFETCH(const bool, ends);
        QFETCH(const bool, narrow);
        StageShape shape = smallStage(gpt);
        shape.embedding = shape.head = ends;
        shape.element = narrow ? ElementType::Bfloat16 : ElementType::Float32;
        const auto device = openDevice("cuda:0", CUDA_ON_HOST);
        QVERIFY(device.has_value());
        const auto loaded = (*device)->load(shape);
        QVERIFY(loaded.has_value());
        DeviceStage* const stage = loaded->get();
        const double limit = errorLimit(shape.element);
        const auto run = [stage](StagePass pass) {
            const Result<Duration> took = stage->run(pass, {});
            return took && *took == Duration(1'500'000'000);
        };
        ReferenceStage<double> right(shape);
        right.forward();
        right.inputGrad();
        right.weightGrad();

        QVERIFY(run(StagePass::Forward));
        COMPARE_TENSOR(StageTensor::Output, right.output());
        if (ends) {
            const double loss = right.loss();
            COMPARE_TENSOR(StageTensor::Loss, &loss);
        }
        QVERIFY(run(StagePass::InputGrad));
        if (!ends)
            COMPARE_TENSOR(StageTensor::InputGradient, right.inputGradient());
        QVERIFY(run(StagePass::WeightGrad));
        COMPARE_TENSOR(StageTensor::ParameterGradients, right.parameters().gradients());

        // Both in one add the same again, from what is computed anew.
        right.recompute();
        right.backward();
        QVERIFY(run(StagePass::Recompute));
        QVERIFY(run(StagePass::Backward));
        COMPARE_TENSOR(StageTensor::ParameterGradients, right.parameters().gradients());
        right.optimizerStep();
        QVERIFY(run(StagePass::Optimizer));
        COMPARE_TENSOR(StageTensor::Parameters, right.parameters().values());
        const auto left = stage->read(StageTensor::ParameterGradients);
        QCOMPARE(*left, std::vector<float>(left->size(), 0.F));
    }

    void memoryIsThatPredicted()
    {
        const auto device = openDevice("cuda:0", CUDA_ON_HOST);
        StageShape shape = smallStage(false);
        shape.element = ElementType::Bfloat16;
        const auto stage = (*device)->load(shape);
        StageMemory must = stageMemory(shape);
        const StageMemory is = (*stage)->memory();
        QVERIFY(is.scratch > must.scratch); // the workspace
        must.scratch = is.scratch;
        QVERIFY(is == must);
    }

    void aStopEndsAPass()
    {
        const auto device = openDevice("cuda:0", CUDA_ON_HOST);
        const auto stage = (*device)->load(smallStage(true));
        std::stop_source source;
        source.request_stop();
        const Result<Duration> took = (*stage)->run(StagePass::Forward, source.get_token());
        QVERIFY(!took);
        QCOMPARE(took.error().code, ErrorCode::MeasurementStopped);
        QVERIFY((*stage)->run(StagePass::Forward, {}).has_value());
    }

    void aShapeBeyondTheKernelsIsSaid()
    {
        const auto device = openDevice("cuda:0", CUDA_ON_HOST);
        StageShape shape = smallStage(true);
        shape.model.hidden = 36;
        const auto stage = (*device)->load(shape);
        QVERIFY(!stage);
        QCOMPARE(stage.error().code, ErrorCode::DeviceFailed);
        QCOMPARE(stage.error().facts[1],
            std::string("the hidden width is 36, and the kernels take multiples of 8"));
    }
};

QTEST_GUILESS_MAIN(TestWholePlugin)
#include "tst_wholeplugin.moc"
