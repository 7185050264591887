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

class TestInterleavedZb : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }
    void drawsPyTorchsOrder();
    void takesAsLongAsPyTorchs_data();
    void takesAsLongAsPyTorchs();
    void keepsTheChunksOfItsWarmUp();
    void doesNotClaimLongWeightGradients();
};

void TestInterleavedZb::drawsPyTorchsOrder()
{
    Plan plan = test::planOf(ScheduleKind::InterleavedZb, 2, 4);
    plan.chunks = 2;
    const Result<Run> done = run(plan);
    QVERIFY(done.has_value());
    QCOMPARE(diagram(done->schedule, done->timeline, test::slotTime(1)),
        std::string("device 0 | F0 F1 f0 f1 .  i0 w0 F2 i1 w1 F3 I0 W0 f2 I1 W1 f3 i2 w2 i3 w3 I2 "
                    "W2 I3 W3\n"
                    "device 1 | .  F0 F1 f0 i0 f1 i1 w0 F2 I0 w1 F3 I1 W0 f2 i2 W1 f3 i3 w2 I2 w3 "
                    "I3 W2 W3\n"));
}

void TestInterleavedZb::takesAsLongAsPyTorchs_data()
{
    QTest::addColumn<int>("stages");
    QTest::addColumn<int>("microbatches");
    QTest::addColumn<int>("equal");
    QTest::addColumn<int>("uneven");
    // V = 2; F = I = W = 1, and F = 2, I = 3, W = 1.
    QTest::newRow("P=2 M=4") << 2 << 4 << 25 << 52;
    QTest::newRow("P=4 M=4") << 4 << 4 << 27 << 60;
    QTest::newRow("P=4 M=8") << 4 << 8 << 51 << 108;
}

void TestInterleavedZb::takesAsLongAsPyTorchs()
{
    QFETCH(int, stages);
    QFETCH(int, microbatches);
    Plan plan = test::planOf(ScheduleKind::InterleavedZb, stages, microbatches);
    plan.chunks = 2;
    QTEST(static_cast<int>(run(plan)->metrics.makespan / test::slotTime(1)), "equal");
    plan.time = {test::slotTime(2), test::slotTime(3), test::slotTime(1)};
    QTEST(static_cast<int>(run(plan)->metrics.makespan / test::slotTime(1)), "uneven");
    QVERIFY(closedForm(plan).bubbleRatio() == run(plan)->metrics.bubbleRatio);
}

void TestInterleavedZb::keepsTheChunksOfItsWarmUp()
{
    Plan plan = test::planOf(ScheduleKind::InterleavedZb, 4, 12);
    plan.chunks = 3;
    const Result<Run> done = run(plan);
    for (int device = 0; device < 4; ++device) {
        const DeviceMetrics& measured = done->metrics.devices[static_cast<std::size_t>(device)];
        QCOMPARE(measured.peakChunks, std::int64_t {12});
        QCOMPARE(measured.peakChunksReleaseAtInputGrad, std::int64_t {12 - device});
    }
}

void TestInterleavedZb::doesNotClaimLongWeightGradients()
{
    Plan plan = test::planOf(ScheduleKind::InterleavedZb, 2, 4);
    plan.chunks = 2;
    plan.time = {Duration(3), Duration(3), Duration(4)};
    const ClosedForm form = closedForm(plan);
    QVERIFY(form.gap == FormulaGap::Conditions && !form.makespan);
    QVERIFY(!(form.bubbleRatio() == run(plan)->metrics.bubbleRatio));
}

QTEST_APPLESS_MAIN(TestInterleavedZb)
#include "tst_interleavedzb.moc"
