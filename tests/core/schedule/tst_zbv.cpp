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

class TestZbV : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }
    void drawsThePapersFigure();
    void measuresPyTorchsOrder_data();
    void measuresPyTorchsOrder();
    void hasNoBubbleWithEqualPasses();
    void keepsPMicrobatches();
    void saysWhenTheFormulasHold();
    void refusesOtherChunks();
};

void TestZbV::drawsThePapersFigure()
{
    // Zero Bubble, 2401.10241, §6, with the tail of PyTorch's order.
    Plan plan = test::planOf(ScheduleKind::ZbV, 4, 8);
    plan.chunks = 2;
    const Result<Run> done = run(plan);
    QVERIFY(done.has_value());
    QCOMPARE(diagram(done->schedule, done->timeline, test::slotTime(1)),
        std::string(
            "device 0 | F0 F1 F2 F3 F4 F5 F6 f0 i0 w0 f1 i1 w1 f2 i2 w2 f3 i3 w3 F7 I0 W0 f4 i4 w4 "
            "I1 W1 f5 i5 w5 I2 W2 f6 i6 w6 I3 W3 f7 i7 w7 I4 W4 I5 W5 I6 W6 I7 W7 .  .  .\n"
            "device 1 | .  F0 F1 F2 F3 F4 f0 F5 f1 i0 w0 f2 i1 w1 f3 i2 w2 F6 I0 W0 f4 i3 w3 F7 I1 "
            "W1 f5 i4 w4 I2 W2 f6 i5 w5 I3 W3 f7 i6 w6 I4 i7 I5 W4 I6 W5 I7 W6 w7 W7 .  .\n"
            "device 2 | .  .  F0 F1 F2 f0 F3 f1 F4 f2 i0 w0 f3 i1 w1 F5 I0 W0 f4 i2 w2 F6 I1 W1 f5 "
            "i3 w3 F7 I2 W2 f6 i4 w4 I3 W3 f7 i5 w5 I4 i6 I5 i7 I6 W4 I7 W5 w6 w7 W6 W7 .\n"
            "device 3 | .  .  .  F0 f0 F1 f1 F2 f2 F3 f3 i0 w0 F4 I0 W0 f4 i1 w1 F5 I1 W1 f5 i2 w2 "
            "F6 I2 W2 f6 i3 w3 F7 I3 W3 f7 i4 w4 I4 i5 I5 i6 I6 i7 I7 W4 w5 w6 w7 W5 W6 W7\n"));
}

void TestZbV::measuresPyTorchsOrder_data()
{
    QTest::addColumn<int>("stages");
    QTest::addColumn<int>("microbatches");
    QTest::addColumn<QList<int>>("times");
    QTest::addColumn<int>("comm");
    QTest::addColumn<int>("makespan");
    QTest::addColumn<int>("span");
    QTest::newRow("P=2 M=4") << 2 << 4 << QList<int> {1, 1, 1} << 0 << 25 << 24;
    QTest::newRow("P=2 M=8, latency") << 2 << 8 << QList<int> {10, 10, 10} << 1 << 493 << 484;
    QTest::newRow("P=4 M=4") << 4 << 4 << QList<int> {1, 1, 1} << 0 << 30 << 30;
    QTest::newRow("P=4 M=4, uneven") << 4 << 4 << QList<int> {2, 3, 1} << 0 << 66 << 66;
    QTest::newRow("P=4 M=8, uneven") << 4 << 8 << QList<int> {2, 3, 1} << 0 << 108 << 108;
    QTest::newRow("P=4 M=8, latency") << 4 << 8 << QList<int> {10, 10, 10} << 1 << 523 << 496;
}

void TestZbV::measuresPyTorchsOrder()
{
    QFETCH(int, stages);
    QFETCH(int, microbatches);
    QFETCH(QList<int>, times);
    QFETCH(int, comm);
    QFETCH(int, makespan);
    QFETCH(int, span);
    Plan plan = test::planOf(ScheduleKind::ZbV, stages, microbatches);
    plan.chunks = 2;
    plan.time = {Duration(times[0]), Duration(times[1]), Duration(times[2])};
    plan.link.latency = Duration(comm);
    const Metrics metrics = run(plan)->metrics;
    QVERIFY(metrics.makespan == Duration(makespan));
    QVERIFY(metrics.span == Duration(span));
}

void TestZbV::hasNoBubbleWithEqualPasses()
{
    for (int stages = 1; stages < 9; ++stages) {
        Plan plan = test::planOf(ScheduleKind::ZbV, stages, 2 * stages - 1);
        plan.chunks = 2;
        const Metrics metrics = run(plan)->metrics;
        QVERIFY(metrics.span == test::slotTime(6 * (2 * stages - 1)));
        QVERIFY((metrics.spanBubbleRatio == Ratio {0, 1}));
        QVERIFY(closedForm(plan).span.value() == metrics.span);
        QVERIFY(closedForm(plan).makespan.value() == metrics.makespan);
    }
}

void TestZbV::keepsPMicrobatches()
{
    Plan plan = test::planOf(ScheduleKind::ZbV, 5, 12);
    plan.chunks = 2;
    const Result<Run> done = run(plan);
    for (const DeviceMetrics& device : done->metrics.devices)
        QCOMPARE(device.peakChunks, std::int64_t {10});
}

void TestZbV::saysWhenTheFormulasHold()
{
    Plan plan = test::planOf(ScheduleKind::ZbV, 4, 7);
    plan.chunks = 2;
    QVERIFY(closedForm(plan).gap == FormulaGap::None);
    plan.microbatches = 6;
    QVERIFY(closedForm(plan).gap == FormulaGap::Conditions && !closedForm(plan).makespan);
    plan.microbatches = 7;
    plan.time = {Duration(3), Duration(2), Duration(2)};
    QVERIFY(closedForm(plan).gap == FormulaGap::Conditions && !closedForm(plan).makespan);
}

void TestZbV::refusesOtherChunks()
{
    const Result<Run> done = run(test::planOf(ScheduleKind::ZbV, 4, 8));
    QVERIFY(done.error() == (Error {ErrorCode::ChunksMismatch, {"1", "zb-v", "2"}}));
}

QTEST_APPLESS_MAIN(TestZbV)
#include "tst_zbv.moc"
