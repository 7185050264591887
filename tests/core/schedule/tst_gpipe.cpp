// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/run/run.h"
#include "core/simulate/diagram.h"
#include "tests/support/failonwarning.h"
#include "tests/support/orders.h"
#include "tests/support/plans.h"

#include <QTest>

using namespace pipegantt;

class TestGPipe : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }
    void drawsThePapersFigure();
    void ascendsAsPyTorch();
    void bothOrdersTakeTheSameTime();
    void peakIsAllMicrobatches();
    void unevenStagesFollowTheFlowShop();
};

void TestGPipe::drawsThePapersFigure()
{
    // GPipe, 1811.06965, Fig. 2(c); devices counted from the input, F and B of the same width.
    Plan plan = test::planOf(ScheduleKind::GPipe, 4, 4);
    plan.backwardOrder = BackwardOrder::Descending;
    plan.time = stageTime(test::slotTime(1), test::slotTime(1));
    const Result<Run> done = run(plan);
    QVERIFY(done.has_value());
    QCOMPARE(diagram(done->schedule, done->timeline, test::slotTime(1)),
        std::string("device 0 | F0 F1 F2 F3 .  .  .  .  .  .  B3 B2 B1 B0\n"
                    "device 1 | .  F0 F1 F2 F3 .  .  .  .  B3 B2 B1 B0 .\n"
                    "device 2 | .  .  F0 F1 F2 F3 .  .  B3 B2 B1 B0 .  .\n"
                    "device 3 | .  .  .  F0 F1 F2 F3 B3 B2 B1 B0 .  .  .\n"));
}

void TestGPipe::ascendsAsPyTorch()
{
    const Result<Run> done = run(test::planOf(ScheduleKind::GPipe, 2, 3));
    QCOMPARE(test::orderOf(done->schedule, 0), std::string("F0 F1 F2 B0 B1 B2"));
    QCOMPARE(test::orderOf(done->schedule, 1), std::string("F0 F1 F2 B0 B1 B2"));
}

void TestGPipe::bothOrdersTakeTheSameTime()
{
    Plan plan = test::planOf(ScheduleKind::GPipe, 5, 7);
    plan.link.latency = test::slotTime(3);
    const Result<Run> ascending = run(plan);
    plan.backwardOrder = BackwardOrder::Descending;
    const Result<Run> descending = run(plan);
    QVERIFY(ascending->metrics.makespan == descending->metrics.makespan);
    // (M+P-1)(F+B) + 2 (P-1) c
    QVERIFY(ascending->metrics.makespan == test::slotTime(11 * 3 + 2 * 4 * 3));
}

void TestGPipe::peakIsAllMicrobatches()
{
    const Result<Run> done = run(test::planOf(ScheduleKind::GPipe, 4, 9));
    for (const DeviceMetrics& device : done->metrics.devices)
        QCOMPARE(device.peakChunks, std::int64_t {9});
}

void TestGPipe::unevenStagesFollowTheFlowShop()
{
    // One slow stage of four: sum F + (M-1) max F, and the same for B = 2 F.
    Plan plan = test::planOf(ScheduleKind::GPipe, 4, 8);
    plan.perStage.assign(4, stageTime(test::slotTime(1), test::slotTime(2)));
    plan.perStage[3] = stageTime(test::slotTime(2), test::slotTime(4));
    QVERIFY(run(plan)->metrics.makespan == test::slotTime(57));
}

QTEST_APPLESS_MAIN(TestGPipe)
#include "tst_gpipe.moc"
