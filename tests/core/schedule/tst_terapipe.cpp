// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/run/run.h"
#include "core/schedule/catalogue.h"
#include "core/schedule/closedform.h"
#include "core/simulate/diagram.h"
#include "tests/support/failonwarning.h"
#include "tests/support/plans.h"

#include <QTest>

using namespace pipegantt;

class TestTeraPipe : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }
    void drawsOneSequence();
    void fillsWithOneSequence_data();
    void fillsWithOneSequence();
    void runsTheLongestSliceLast();
    void keepsAllMicrobatches();
};

void TestTeraPipe::drawsOneSequence()
{
    // TeraPipe, 2102.07988, Fig. 2(d): one sequence in three slices.
    Plan plan = test::planOf(ScheduleKind::TeraPipe, 3, 1);
    plan.slices = 3;
    plan.time = stageTime(test::slotTime(1), test::slotTime(1));
    const Result<Run> done = run(plan);
    QVERIFY(done.has_value());
    QCOMPARE(diagram(done->schedule, done->timeline, test::slotTime(1)),
        std::string("device 0 | F0.0 F0.1 F0.2 .    .    .    .    B0.2 B0.1 B0.0\n"
                    "device 1 | .    F0.0 F0.1 F0.2 .    .    B0.2 B0.1 B0.0 .\n"
                    "device 2 | .    .    F0.0 F0.1 F0.2 B0.2 B0.1 B0.0 .    .\n"));
}

void TestTeraPipe::fillsWithOneSequence_data()
{
    QTest::addColumn<int>("microbatches");
    QTest::addColumn<int>("slices");
    QTest::addColumn<int>("makespan");
    QTest::newRow("M=1 S=4") << 1 << 4 << 21;
    QTest::newRow("M=1 S=8") << 1 << 8 << 33;
    QTest::newRow("M=2 S=4") << 2 << 4 << 33;
    QTest::newRow("M=8 S=1 is GPipe") << 8 << 1 << 33;
}

void TestTeraPipe::fillsWithOneSequence()
{
    QFETCH(int, microbatches);
    QFETCH(int, slices);
    QFETCH(int, makespan);
    Plan plan = test::planOf(ScheduleKind::TeraPipe, 4, microbatches);
    plan.slices = slices;
    for (const BackwardOrder order : {BackwardOrder::Ascending, BackwardOrder::Descending}) {
        plan.backwardOrder = order;
        QVERIFY(run(plan)->metrics.makespan == test::slotTime(makespan));
        QVERIFY(closedForm(plan).bubbleRatio() == run(plan)->metrics.bubbleRatio);
    }
}

void TestTeraPipe::runsTheLongestSliceLast()
{
    // M Σw + (P-1) max w = 2 * 6 + 3 * 3 passes each way.
    Plan plan = test::planOf(ScheduleKind::TeraPipe, 4, 2);
    plan.slices = 3;
    plan.sliceWeights = {1, 2, 3};
    QVERIFY(run(plan)->metrics.makespan == test::slotTime(21 * 3));
    QVERIFY(closedForm(plan).makespan.value() == test::slotTime(21 * 3));
    QVERIFY(closedForm(plan).gap == FormulaGap::UnevenStages);
}

void TestTeraPipe::keepsAllMicrobatches()
{
    Plan plan = test::planOf(ScheduleKind::TeraPipe, 2, 3);
    plan.slices = 4;
    const Result<Run> done = run(plan);
    for (const DeviceMetrics& device : done->metrics.devices)
        QCOMPARE(device.peakChunks, std::int64_t {12});
}

QTEST_APPLESS_MAIN(TestTeraPipe)
#include "tst_terapipe.moc"
