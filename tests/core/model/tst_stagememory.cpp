// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/modelpreset.h"
#include "core/model/stagememory.h"
#include "tests/support/failonwarning.h"

#include <QTest>

using namespace pipegantt;

namespace {

StageShape llama()
{
    StageShape stage {.model = *modelFromId("llama3-8b"), .layers = 4};
    stage.sequence = 4096;
    stage.element = ElementType::Bfloat16;
    return stage;
}

} // namespace

class TestStageMemory : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }

    /// 18 bytes a parameter with Adam in mixed precision and gradients of 32 bits.
    void stateIsEighteenBytesAParameter()
    {
        const StageShape stage = llama();
        QCOMPARE(stageMemory(stage).fixed().value, 18 * parameterCount(stage));
        StageShape wide = stage;
        wide.element = ElementType::Float32;
        QCOMPARE(stageMemory(wide).fixed().value, 16 * parameterCount(wide));
    }

    /// Korthikanti et al., arXiv 2205.05198, Table 2: 34 sbh for a layer whose scores are not kept.
    /// 3 of them are masks of dropout, which nobody uses any more.
    void aGptLayerIsThePapers()
    {
        StageShape stage {.model = *modelFromId("gpt3-175b"), .layers = 1};
        stage.sequence = 2048;
        stage.element = ElementType::Bfloat16;
        const std::int64_t sbh = std::int64_t {2048} * 12288;
        const std::int64_t statistics = std::int64_t {2048} * 4 * (2 * 2 + 96);
        QCOMPARE(stageMemory(stage).saved.value, (34 - 3) * sbh + sbh + statistics);
    }

    void activationsGrowWithTheMicrobatch()
    {
        StageShape stage = llama();
        const StageMemory one = stageMemory(stage);
        stage.microbatch = 7;
        const StageMemory seven = stageMemory(stage);
        QCOMPARE(seven.fixed(), one.fixed());
        QCOMPARE(seven.saved.value, 7 * one.saved.value);
        QCOMPARE(seven.addedByInputGrad.value, 7 * one.addedByInputGrad.value);
        QVERIFY(one.keptForWeightGrad < one.saved);
    }

    void theLargestThatFitsFitsAndTheNextDoesNot()
    {
        StageShape stage = llama();
        for (const std::int64_t room : {std::int64_t {1}, 20'000'000'000, 80'000'000'000}) {
            const std::int64_t most = largestMicrobatch(stage, {room});
            stage.microbatch = most + 1;
            QVERIFY(stageMemory(stage).total().value > room);
            stage.microbatch = most;
            QVERIFY(most == 0 || stageMemory(stage).total().value <= room);
        }
        QCOMPARE(largestMicrobatch(stage, {1}), 0);
    }
};

QTEST_GUILESS_MAIN(TestStageMemory)
#include "tst_stagememory.moc"
