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

class TestLoopedBfs : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }
    void drawsPyTorchsOrder();
    void goesRoundTheRing_data();
    void goesRoundTheRing();
    void keepsAllMicrobatches();
    void refusesOneChunk();
};

void TestLoopedBfs::drawsPyTorchsOrder()
{
    Plan plan = test::planOf(ScheduleKind::LoopedBfs, 4, 4);
    plan.chunks = 2;
    plan.time = stageTime(test::slotTime(1), test::slotTime(1));
    const Result<Run> done = run(plan);
    QVERIFY(done.has_value());
    QCOMPARE(diagram(done->schedule, done->timeline, test::slotTime(1)),
        std::string(
            "device 0 | F0 F1 F2 F3 f0 f1 f2 f3 .  .  .  .  .  .  b3 b2 b1 b0 B3 B2 B1 B0\n"
            "device 1 | .  F0 F1 F2 F3 f0 f1 f2 f3 .  .  .  .  b3 b2 b1 b0 B3 B2 B1 B0 .\n"
            "device 2 | .  .  F0 F1 F2 F3 f0 f1 f2 f3 .  .  b3 b2 b1 b0 B3 B2 B1 B0 .  .\n"
            "device 3 | .  .  .  F0 F1 F2 F3 f0 f1 f2 f3 b3 b2 b1 b0 B3 B2 B1 B0 .  .  .\n"));
}

void TestLoopedBfs::goesRoundTheRing_data()
{
    QTest::addColumn<int>("stages");
    QTest::addColumn<int>("microbatches");
    QTest::addColumn<int>("chunks");
    QTest::addColumn<int>("makespan");
    // F = 10, B = 20, c = 1.
    QTest::newRow("P=2 M=4 V=2") << 2 << 4 << 2 << 272;
    QTest::newRow("P=4 M=4 V=2") << 4 << 4 << 2 << 344;
    QTest::newRow("P=4 M=8 V=3") << 4 << 8 << 3 << 816;
    QTest::newRow("fewer micro-batches than devices") << 4 << 2 << 2 << 284;
}

void TestLoopedBfs::goesRoundTheRing()
{
    QFETCH(int, stages);
    QFETCH(int, microbatches);
    QFETCH(int, chunks);
    QFETCH(int, makespan);
    Plan plan = test::planOf(ScheduleKind::LoopedBfs, stages, microbatches);
    plan.chunks = chunks;
    plan.time = stageTime(Duration(10), Duration(20));
    plan.link.latency = Duration(1);
    QVERIFY(run(plan)->metrics.makespan == Duration(makespan));
    QVERIFY(closedForm(plan).makespan.value() == Duration(makespan));
}

void TestLoopedBfs::keepsAllMicrobatches()
{
    Plan plan = test::planOf(ScheduleKind::LoopedBfs, 3, 7);
    plan.chunks = 2;
    const Result<Run> done = run(plan);
    for (const DeviceMetrics& device : done->metrics.devices)
        QCOMPARE(device.peakChunks, std::int64_t {14});
}

void TestLoopedBfs::refusesOneChunk()
{
    const Result<Run> done = run(test::planOf(ScheduleKind::LoopedBfs, 4, 8));
    QVERIFY(done.error() == (Error {ErrorCode::NeedsAtLeast, {"chunks", "1", "looped-bfs", "2"}}));
}

QTEST_APPLESS_MAIN(TestLoopedBfs)
#include "tst_loopedbfs.moc"
