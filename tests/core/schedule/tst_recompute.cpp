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

class TestRecompute : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }
    void recomputesWithTheGradient();
    void recomputesWhileItWaits();
    void takesAsLongAsTheFormulas_data();
    void takesAsLongAsTheFormulas();
};

void TestRecompute::recomputesWithTheGradient()
{
    const Result<Run> done = run(test::planOf(ScheduleKind::OneFOneBRecompute, 4, 4));
    QVERIFY(done.has_value());
    QCOMPARE(diagram(done->schedule, done->timeline, test::slotTime(1)),
        std::string("device 0 | F0 F1 F2 F3 .  .  .  .  .  .  .  .  .  R0 B0 -- .  R1 B1 -- .  R2 "
                    "B2 -- .  R3 B3 --\n"
                    "device 1 | .  F0 F1 F2 .  .  .  .  .  .  R0 B0 -- F3 R1 B1 -- .  R2 B2 -- .  "
                    "R3 B3 -- .  .  .\n"
                    "device 2 | .  .  F0 F1 .  .  .  R0 B0 -- F2 R1 B1 -- F3 R2 B2 -- .  R3 B3 -- "
                    ".  .  .  .  .  .\n"
                    "device 3 | .  .  .  F0 R0 B0 -- F1 R1 B1 -- F2 R2 B2 -- F3 R3 B3 -- .  .  .  "
                    ".  .  .  .  .  .\n"));
}

void TestRecompute::recomputesWhileItWaits()
{
    Plan plan = test::planOf(ScheduleKind::OneFOneBRecompute, 4, 4);
    plan.recomputeStart = RecomputeStart::Early;
    const Result<Run> done = run(plan);
    QVERIFY(done.has_value());
    QCOMPARE(diagram(done->schedule, done->timeline, test::slotTime(1)),
        std::string(
            "device 0 | F0 F1 F2 F3 R0 .  .  .  .  .  .  B0 -- R1 .  B1 -- R2 .  B2 -- R3 .  B3 "
            "--\n"
            "device 1 | .  F0 F1 F2 R0 .  .  .  .  B0 -- F3 R1 B1 -- R2 .  B2 -- R3 .  B3 -- .  .\n"
            "device 2 | .  .  F0 F1 R0 .  .  B0 -- F2 R1 B1 -- F3 R2 B2 -- R3 .  B3 -- .  .  .  .\n"
            "device 3 | .  .  .  F0 R0 B0 -- F1 R1 B1 -- F2 R2 B2 -- F3 R3 B3 -- .  .  .  .  .  "
            ".\n"));
}

void TestRecompute::takesAsLongAsTheFormulas_data()
{
    QTest::addColumn<int>("stages");
    QTest::addColumn<int>("microbatches");
    QTest::addColumn<int>("makespan");
    QTest::addColumn<int>("early");
    // (M+P-1)(F+R+B), and M (F+R+B) + (P-1)(F+B), with F = R = 1 and B = 2.
    QTest::newRow("P=4 M=8") << 4 << 8 << 44 << 41;
    QTest::newRow("P=8 M=32") << 8 << 32 << 156 << 149;
    QTest::newRow("P=4 M=2") << 4 << 2 << 20 << 17;
    QTest::newRow("P=1 M=3") << 1 << 3 << 12 << 12;
}

void TestRecompute::takesAsLongAsTheFormulas()
{
    QFETCH(int, stages);
    QFETCH(int, microbatches);
    QFETCH(int, makespan);
    QFETCH(int, early);
    Plan plan = test::planOf(ScheduleKind::OneFOneBRecompute, stages, microbatches);
    QVERIFY(run(plan)->metrics.makespan == test::slotTime(makespan));
    plan.recomputeStart = RecomputeStart::Early;
    QVERIFY(run(plan)->metrics.makespan == test::slotTime(early));
    QVERIFY(closedForm(plan).makespan.value() == test::slotTime(early));
}

QTEST_APPLESS_MAIN(TestRecompute)
#include "tst_recompute.moc"
