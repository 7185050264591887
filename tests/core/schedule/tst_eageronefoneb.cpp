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

class TestEagerOneFOneB : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }
    void drawsItsWarmUp();
    void hidesLatency_data();
    void hidesLatency();
    void isExactWhileHopsHide();
    void keepsTwiceTheMicrobatches();
};

void TestEagerOneFOneB::drawsItsWarmUp()
{
    const Result<Run> done = run(test::planOf(ScheduleKind::EagerOneFOneB, 4, 8));
    QVERIFY(done.has_value());
    QCOMPARE(diagram(done->schedule, done->timeline, test::slotTime(1)),
        std::string("device 0 | F0 F1 F2 F3 F4 F5 F6 .  .  .  B0 -- F7 B1 -- .  B2 -- .  B3 -- .  "
                    "B4 -- .  B5 -- .  B6 -- .  B7 --\n"
                    "device 1 | .  F0 F1 F2 F3 F4 .  .  B0 -- F5 B1 -- F6 B2 -- F7 B3 -- .  B4 -- "
                    ".  B5 -- .  B6 -- .  B7 -- .  .\n"
                    "device 2 | .  .  F0 F1 F2 .  B0 -- F3 B1 -- F4 B2 -- F5 B3 -- F6 B4 -- F7 B5 "
                    "-- .  B6 -- .  B7 -- .  .  .  .\n"
                    "device 3 | .  .  .  F0 B0 -- F1 B1 -- F2 B2 -- F3 B3 -- F4 B4 -- F5 B5 -- F6 "
                    "B6 -- F7 B7 -- .  .  .  .  .  .\n"));
}

void TestEagerOneFOneB::hidesLatency_data()
{
    QTest::addColumn<int>("stages");
    QTest::addColumn<int>("microbatches");
    QTest::addColumn<int>("comm");
    QTest::addColumn<int>("makespan");
    // F = 4 and B = 8 quarters of a slot; 1F1B takes 33, 37, 41, 49 and 117, 134, 151, 185 slots.
    QTest::newRow("P=4 M=8 c=0") << 4 << 8 << 0 << 132;
    QTest::newRow("P=4 M=8 c=1/4") << 4 << 8 << 1 << 138;
    QTest::newRow("P=4 M=8 c=1/2") << 4 << 8 << 2 << 144;
    QTest::newRow("P=4 M=8 c=1") << 4 << 8 << 4 << 156;
    QTest::newRow("P=8 M=32 c=1/4") << 8 << 32 << 1 << 482;
    QTest::newRow("P=8 M=32 c=1") << 8 << 32 << 4 << 524;
}

void TestEagerOneFOneB::hidesLatency()
{
    QFETCH(int, stages);
    QFETCH(int, microbatches);
    QFETCH(int, comm);
    QFETCH(int, makespan);
    Plan plan = test::planOf(ScheduleKind::EagerOneFOneB, stages, microbatches);
    plan.time = stageTime(Duration(4), Duration(8));
    plan.link.latency = Duration(comm);
    QVERIFY(run(plan)->metrics.makespan == Duration(makespan));
}

void TestEagerOneFOneB::isExactWhileHopsHide()
{
    Plan plan = test::planOf(ScheduleKind::EagerOneFOneB, 4, 8);
    plan.time = stageTime(Duration(4), Duration(8));
    plan.link.latency = Duration(6);
    QVERIFY(closedForm(plan).makespan.value() == run(plan)->metrics.makespan);
    plan.link.latency = Duration(7);
    QVERIFY(!closedForm(plan).makespan);
    QVERIFY(run(plan)->metrics.makespan > Duration(11 * 12 + 2 * 3 * 7));
}

void TestEagerOneFOneB::keepsTwiceTheMicrobatches()
{
    for (const int microbatches : {1, 3, 7, 20}) {
        const Result<Run> done = run(test::planOf(ScheduleKind::EagerOneFOneB, 5, microbatches));
        for (int device = 0; device < 5; ++device) {
            QCOMPARE(done->metrics.devices[static_cast<std::size_t>(device)].peakChunks,
                std::int64_t {std::min(2 * (5 - device) - 1, microbatches)});
        }
    }
}

QTEST_APPLESS_MAIN(TestEagerOneFOneB)
#include "tst_eageronefoneb.moc"
