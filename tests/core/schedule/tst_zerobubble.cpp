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

class TestZeroBubble : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }
    void drawsZbH1();
    void drawsZbH2();
    void measuresThePapersScript_data();
    void measuresThePapersScript();
    void keepsPOrTwicePMicrobatches();
    void hidesLatency();
    void saysWhenTheFormulasHold_data();
    void saysWhenTheFormulasHold();
};

void TestZeroBubble::drawsZbH1()
{
    // Zero Bubble, 2401.10241, Fig. 2, with four devices and eight micro-batches.
    const Result<Run> done = run(test::planOf(ScheduleKind::ZbH1, 4, 8));
    QVERIFY(done.has_value());
    QCOMPARE(diagram(done->schedule, done->timeline, test::slotTime(1)),
        std::string("device 0 | F0 F1 F2 F3 .  .  .  I0 W0 F4 I1 W1 F5 I2 W2 F6 I3 W3 F7 I4 W4 I5 "
                    "W5 I6 W6 I7 W7\n"
                    "device 1 | .  F0 F1 F2 .  .  I0 F3 I1 W0 F4 I2 W1 F5 I3 W2 F6 I4 W3 F7 I5 W4 "
                    "I6 W5 I7 W6 W7\n"
                    "device 2 | .  .  F0 F1 .  I0 F2 I1 F3 I2 W0 F4 I3 W1 F5 I4 W2 F6 I5 W3 F7 I6 "
                    "W4 I7 W5 W6 W7\n"
                    "device 3 | .  .  .  F0 I0 F1 I1 F2 I2 F3 I3 W0 F4 I4 W1 F5 I5 W2 F6 I6 W3 F7 "
                    "I7 W4 W5 W6 W7\n"));
}

void TestZeroBubble::drawsZbH2()
{
    // Zero Bubble, 2401.10241, Fig. 3.
    const Result<Run> done = run(test::planOf(ScheduleKind::ZbH2, 4, 8));
    QVERIFY(done.has_value());
    QCOMPARE(diagram(done->schedule, done->timeline, test::slotTime(1)),
        std::string("device 0 | F0 F1 F2 F3 F4 F5 F6 I0 W0 F7 I1 W1 I2 W2 I3 W3 I4 W4 I5 W5 I6 W6 "
                    "I7 W7 .  .  .\n"
                    "device 1 | .  F0 F1 F2 F3 F4 I0 F5 I1 F6 I2 W0 F7 I3 W1 I4 W2 I5 W3 I6 W4 I7 "
                    "W5 W6 W7 .  .\n"
                    "device 2 | .  .  F0 F1 F2 I0 F3 I1 F4 I2 F5 I3 F6 I4 W0 F7 I5 W1 I6 W2 I7 W3 "
                    "W4 W5 W6 W7 .\n"
                    "device 3 | .  .  .  F0 I0 F1 I1 F2 I2 F3 I3 F4 I4 F5 I5 F6 I6 W0 F7 I7 W1 W2 "
                    "W3 W4 W5 W6 W7\n"));
}

void TestZeroBubble::measuresThePapersScript_data()
{
    QTest::addColumn<QList<int>>("times");
    QTest::addColumn<int>("comm");
    QTest::addColumn<int>("h1");
    QTest::addColumn<int>("h2");
    QTest::addColumn<int>("h2Span");
    // Four devices, eight micro-batches; F, I, W and what the authors' script finds.
    QTest::newRow("equal") << QList<int> {1000, 1000, 1000} << 0 << 27000 << 27000 << 24000;
    QTest::newRow("latency") << QList<int> {1000, 1000, 1000} << 50 << 27600 << 27150 << 24300;
    QTest::newRow("long input gradient")
        << QList<int> {1000, 1300, 700} << 0 << 28800 << 27000 << 26700;
    QTest::newRow("short weight gradient") << QList<int> {10, 10, 5} << 1 << 257 << 236 << 236;
    QTest::newRow("profiled") << QList<int> {5478, 5806, 3534} << 200 << 144194 << 135578 << 132392;
}

void TestZeroBubble::measuresThePapersScript()
{
    QFETCH(QList<int>, times);
    QFETCH(int, comm);
    QFETCH(int, h1);
    QFETCH(int, h2);
    QFETCH(int, h2Span);
    Plan plan = test::planOf(ScheduleKind::ZbH1, 4, 8);
    plan.time = {Duration(times[0]), Duration(times[1]), Duration(times[2])};
    plan.link.latency = Duration(comm);
    QVERIFY(run(plan)->metrics.makespan == Duration(h1));
    QVERIFY(closedForm(plan).makespan.value() == Duration(h1));
    plan.schedule = ScheduleKind::ZbH2;
    const Metrics metrics = run(plan)->metrics;
    QVERIFY(metrics.makespan == Duration(h2));
    QVERIFY(metrics.span == Duration(h2Span));
    QVERIFY(closedForm(plan).makespan.value() == Duration(h2));
    QVERIFY(closedForm(plan).span.value() == Duration(h2Span));
}

void TestZeroBubble::keepsPOrTwicePMicrobatches()
{
    for (int stages = 1; stages < 8; ++stages) {
        for (const int microbatches : {1, 3, 8, 20}) {
            const Result<Run> h1 = run(test::planOf(ScheduleKind::ZbH1, stages, microbatches));
            const Result<Run> h2 = run(test::planOf(ScheduleKind::ZbH2, stages, microbatches));
            for (int device = 0; device < stages; ++device) {
                const auto at = static_cast<std::size_t>(device);
                QCOMPARE(h1->metrics.devices[at].peakChunks,
                    std::int64_t {std::min(stages, microbatches)});
                QCOMPARE(h1->metrics.devices[at].peakChunksReleaseAtInputGrad,
                    std::int64_t {std::min(stages - device, microbatches)});
                QCOMPARE(h2->metrics.devices[at].peakChunks,
                    std::int64_t {std::min(2 * stages - 1, microbatches)});
                QCOMPARE(h2->metrics.devices[at].peakChunksReleaseAtInputGrad,
                    std::int64_t {std::min(2 * (stages - device) - 1, microbatches)});
            }
        }
    }
}

void TestZeroBubble::hidesLatency()
{
    // (P-1)(F+I-W+4c) beside the work, for any M > P.
    for (int stages = 2; stages < 8; ++stages) {
        Plan plan = test::planOf(ScheduleKind::ZbH1, stages, stages + 1);
        plan.time = {Duration(9), Duration(8), Duration(7)};
        plan.link.latency = Duration(3);
        QVERIFY(
            run(plan)->metrics.makespan == Duration((stages + 1) * 24 + (stages - 1) * (10 + 12)));
    }
}

void TestZeroBubble::saysWhenTheFormulasHold_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("microbatches");
    QTest::addColumn<QList<int>>("times");
    QTest::addColumn<int>("gap");
    const auto h1 = static_cast<int>(ScheduleKind::ZbH1);
    const auto h2 = static_cast<int>(ScheduleKind::ZbH2);
    const auto none = static_cast<int>(FormulaGap::None);
    const auto conditions = static_cast<int>(FormulaGap::Conditions);
    QTest::newRow("H1") << h1 << 4 << QList<int> {3, 2, 2} << none;
    QTest::newRow("H1, M < P") << h1 << 3 << QList<int> {3, 2, 2} << conditions;
    QTest::newRow("H1, W > I") << h1 << 4 << QList<int> {3, 2, 3} << conditions;
    QTest::newRow("H1, W > F") << h1 << 4 << QList<int> {2, 3, 3} << conditions;
    QTest::newRow("H2") << h2 << 7 << QList<int> {3, 2, 2} << none;
    QTest::newRow("H2, M < 2P-1") << h2 << 5 << QList<int> {3, 2, 2} << conditions;
    QTest::newRow("H2, W > F") << h2 << 7 << QList<int> {2, 5, 3} << conditions;
}

void TestZeroBubble::saysWhenTheFormulasHold()
{
    QFETCH(int, kind);
    QFETCH(int, microbatches);
    QFETCH(QList<int>, times);
    Plan plan = test::planOf(static_cast<ScheduleKind>(kind), 4, microbatches);
    plan.time = {Duration(times[0]), Duration(times[1]), Duration(times[2])};
    const ClosedForm form = closedForm(plan);
    QTEST(static_cast<int>(form.gap), "gap");
    const bool same = form.bubbleRatio() == run(plan)->metrics.bubbleRatio;
    QCOMPARE(same, form.gap == FormulaGap::None);
}

QTEST_APPLESS_MAIN(TestZeroBubble)
#include "tst_zerobubble.moc"
