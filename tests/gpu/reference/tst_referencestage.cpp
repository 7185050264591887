// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gpu/reference/referencestage.h"
#include "tests/support/failonwarning.h"
#include "tests/support/smallstage.h"

#include <QTest>

#include <cmath>
#include <numeric>

using namespace pipegantt;
using reference::ReferenceStage;

namespace {

/// What gradients are of: the loss, or the output times the gradient that the stage is sent.
double objective(ReferenceStage<double>& stage)
{
    stage.forward();
    if (stage.shape().head)
        return stage.loss();
    const std::int64_t count = stage.shape().tokens() * stage.shape().model.hidden;
    return std::inner_product(stage.output(), stage.output() + count, stage.outputGradient(), 0.);
}

double slope(ReferenceStage<double>& stage, double& variable)
{
    constexpr double kStep = 1e-5;
    const double before = variable;
    variable = before + kStep;
    const double above = objective(stage);
    variable = before - kStep;
    const double below = objective(stage);
    variable = before;
    return (above - below) / (2 * kStep);
}

template <class T>
void runPasses(ReferenceStage<T>& stage)
{
    QVERIFY(stage.forward());
    QVERIFY(stage.inputGrad());
    QVERIFY(stage.weightGrad());
}

template <class T>
std::vector<T> copyOf(const T* data, std::int64_t count)
{
    return data == nullptr ? std::vector<T>() : std::vector<T>(data, data + count);
}

template <class T>
std::vector<T> gradients(ReferenceStage<T>& stage)
{
    std::vector<T> all = copyOf(stage.parameters().gradients(), stage.parameters().count());
    const std::vector<T> input =
        copyOf(stage.inputGradient(), stage.shape().tokens() * stage.shape().model.hidden);
    all.insert(all.end(), input.begin(), input.end());
    return all;
}

/// The length of the difference over the length of what is right.
double relativeError(const std::vector<float>& narrow, const std::vector<double>& wide)
{
    double difference = 0;
    double length = 0;
    for (std::size_t i = 0; i < wide.size(); ++i) {
        difference += std::pow(static_cast<double>(narrow[i]) - wide[i], 2);
        length += wide[i] * wide[i];
    }
    return std::sqrt(difference / length);
}

} // namespace

class TestReferenceStage : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }

    void gradientsAreSlopes_data() { test::addSmallStages(); }
    void gradientsAreSlopes()
    {
        QFETCH(StageShape, stage);
        QVERIFY(checkStage(stage));
        ReferenceStage<double> run(stage);
        runPasses(run);
        const auto& parameters = run.parameters();
        QCOMPARE(parameters.taken(), parameterCount(stage));
        const std::vector<double> found = gradients(run);
        // Some of each matrix and vector: all would take long.
        std::int64_t checked = 0;
        for (std::int64_t i = 0; i < parameters.count(); i += 7) {
            const double expected = slope(run, run.parameters().values()[i]);
            const double is = found[static_cast<std::size_t>(i)];
            if (std::abs(is - expected) > 1e-7 * (1 + std::abs(expected)))
                QFAIL(qPrintable(
                    QStringLiteral("parameter %1: %2, slope %3").arg(i).arg(is).arg(expected)));
            ++checked;
        }
        QVERIFY(checked > 10);
        if (run.input() == nullptr)
            return;
        for (std::int64_t i = 0; i < stage.tokens() * stage.model.hidden; i += 3) {
            const double expected = slope(run, run.input()[i]);
            const double is = found[static_cast<std::size_t>(parameters.count() + i)];
            if (std::abs(is - expected) > 1e-7 * (1 + std::abs(expected)))
                QFAIL(qPrintable(
                    QStringLiteral("input %1: %2, slope %3").arg(i).arg(is).arg(expected)));
        }
    }

    void inputThenWeightGradientIsTheBackwardPass_data() { test::addSmallStages(); }
    void inputThenWeightGradientIsTheBackwardPass()
    {
        QFETCH(StageShape, stage);
        ReferenceStage<double> parts(stage);
        runPasses(parts);
        ReferenceStage<double> whole(stage);
        QVERIFY(whole.forward() && whole.backward());
        QCOMPARE(gradients(whole), gradients(parts));
    }

    /// Without any forward pass before it.
    void aRecomputationLeavesWhatTheForwardPassDoes_data() { test::addSmallStages(); }
    void aRecomputationLeavesWhatTheForwardPassDoes()
    {
        QFETCH(StageShape, stage);
        ReferenceStage<double> once(stage);
        runPasses(once);
        ReferenceStage<double> again(stage);
        QVERIFY(again.recompute() && again.backward());
        QCOMPARE(gradients(again), gradients(once));
        QCOMPARE(again.loss(), once.loss());
    }

    void gradientsAddUpOverMicrobatches()
    {
        ReferenceStage<double> stage(test::smallLlama());
        runPasses(stage);
        const double once = stage.parameters().gradients()[0];
        runPasses(stage);
        QCOMPARE(stage.parameters().gradients()[0], 2 * once);
    }

    /// 32 bits against 64, at sizes where sums are as long as in a small model.
    void narrowAgreesWithWide_data()
    {
        QTest::addColumn<StageShape>("stage");
        for (const bool gpt : {true, false}) {
            StageShape stage = gpt ? test::smallGpt() : test::smallLlama();
            stage.model.hidden = 96;
            stage.model.heads = 6;
            stage.model.kvHeads = gpt ? 6 : 2;
            stage.model.headDim = 16;
            stage.model.ffn = 256;
            stage.model.vocabulary = 211;
            stage.sequence = 72;
            stage.embedding = stage.head = true;
            QTest::newRow(gpt ? "gpt" : "llama") << stage;
        }
    }
    void narrowAgreesWithWide()
    {
        QFETCH(StageShape, stage);
        ReferenceStage<double> wide(stage);
        runPasses(wide);
        ReferenceStage<float> narrow(stage);
        runPasses(narrow);
        QVERIFY(std::abs(narrow.loss() / wide.loss() - 1) < 1e-6);
        const double error = relativeError(gradients(narrow), gradients(wide));
        QVERIFY2(error < 1e-5, qPrintable(QString::number(error)));
    }

    /// What the plan of a device says before anything is allocated is what is then allocated.
    void memoryIsAsPredicted_data() { test::addSmallStages(); }
    void memoryIsAsPredicted()
    {
        QFETCH(StageShape, stage);
        const StageMemory counted = ReferenceStage<float>(stage).memory();
        const StageMemory predicted = stageMemory(stage);
        QCOMPARE(counted.weights.value, predicted.weights.value);
        QCOMPARE(counted.gradients.value, predicted.gradients.value);
        QCOMPARE(counted.optimizer.value, predicted.optimizer.value);
        QCOMPARE(counted.saved.value, predicted.saved.value);
        QCOMPARE(counted.keptForWeightGrad.value, predicted.keptForWeightGrad.value);
        QCOMPARE(counted.addedByInputGrad.value, predicted.addedByInputGrad.value);
        QCOMPARE(counted.scratch.value, predicted.scratch.value);
    }

    void anOptimizerStepLowersTheLoss()
    {
        StageShape shape = test::smallLlama();
        shape.embedding = shape.head = true;
        ReferenceStage<double> stage(shape);
        runPasses(stage);
        const double before = stage.loss();
        stage.optimizerStep();
        QCOMPARE(stage.parameters().gradients()[0], 0.);
        QVERIFY(stage.forward());
        QVERIFY(stage.loss() < before);
    }

    void aStoppedPassEnds()
    {
        std::stop_source stop;
        stop.request_stop();
        ReferenceStage<float> stage(test::smallGpt());
        QVERIFY(!stage.forward(stop.get_token()));
        QVERIFY(!stage.inputGrad(stop.get_token()));
        QVERIFY(!stage.weightGrad(stop.get_token()));
        QVERIFY(!stage.backward(stop.get_token()));
        QVERIFY(!stage.recompute(stop.get_token()));
    }
};

QTEST_GUILESS_MAIN(TestReferenceStage)
#include "tst_referencestage.moc"
