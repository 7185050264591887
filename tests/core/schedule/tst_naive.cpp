// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/run/run.h"
#include "core/simulate/diagram.h"
#include "tests/support/failonwarning.h"
#include "tests/support/plans.h"

#include <QTest>

using namespace pipegantt;

class TestNaive : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }
    void drawsTheFigureOfGPipe2b();
    void takesPTimesOneStage_data();
    void takesPTimesOneStage();
    void refusesMicrobatches();
    void refusesChunks();
};

void TestNaive::drawsTheFigureOfGPipe2b()
{
    const Result<Run> done = run(test::planOf(ScheduleKind::Naive, 4, 1));
    QVERIFY(done.has_value());
    QCOMPARE(diagram(done->schedule, done->timeline, test::slotTime(1)),
        std::string("device 0 | F0 .  .  .  .  .  .  .  .  .  B0 --\n"
                    "device 1 | .  F0 .  .  .  .  .  .  B0 -- .  .\n"
                    "device 2 | .  .  F0 .  .  .  B0 -- .  .  .  .\n"
                    "device 3 | .  .  .  F0 B0 -- .  .  .  .  .  .\n"));
}

void TestNaive::takesPTimesOneStage_data()
{
    QTest::addColumn<int>("stages");
    QTest::addColumn<int>("makespan");
    QTest::newRow("P=1") << 1 << 3;
    QTest::newRow("P=2") << 2 << 6;
    QTest::newRow("P=4") << 4 << 12;
    QTest::newRow("P=8") << 8 << 24;
}

void TestNaive::takesPTimesOneStage()
{
    QFETCH(int, stages);
    QFETCH(int, makespan);
    const Result<Run> done = run(test::planOf(ScheduleKind::Naive, stages, 1));
    QVERIFY(done->metrics.makespan == test::slotTime(makespan));
    QVERIFY((done->metrics.bubbleRatio == Ratio {stages - 1, stages}));
}

void TestNaive::refusesMicrobatches()
{
    const Result<Run> done = run(test::planOf(ScheduleKind::Naive, 4, 2));
    QVERIFY(done.error() == (Error {ErrorCode::NeedsOneMicrobatch, {"2"}}));
}

void TestNaive::refusesChunks()
{
    Plan plan = test::planOf(ScheduleKind::Naive, 4, 1);
    plan.chunks = 2;
    QVERIFY(run(plan).error() == (Error {ErrorCode::NeedsOneChunk, {"2", "naive"}}));
}

QTEST_APPLESS_MAIN(TestNaive)
#include "tst_naive.moc"
