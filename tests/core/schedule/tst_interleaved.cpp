// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/sentence.h"
#include "core/run/run.h"
#include "core/schedule/catalogue.h"
#include "core/schedule/closedform.h"
#include "core/simulate/diagram.h"
#include "tests/support/failonwarning.h"
#include "tests/support/plans.h"

#include <QTest>

using namespace pipegantt;

class TestInterleaved : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }
    void drawsTheFigureOfMegatron();
    void keepsTheChunksOfItsWarmUp();
    void waitsForTheRing_data();
    void waitsForTheRing();
    void runsFewerMicrobatchesThanStages();
    void refusesInWords_data();
    void refusesInWords();
};

void TestInterleaved::drawsTheFigureOfMegatron()
{
    // Megatron-LM, 2104.04473, Fig. 4, below: four devices of two chunks, eight micro-batches.
    Plan plan = test::planOf(ScheduleKind::Interleaved, 4, 8);
    plan.chunks = 2;
    const Result<Run> done = run(plan);
    QVERIFY(done.has_value());
    QCOMPARE(diagram(done->schedule, done->timeline, test::slotTime(1)),
        std::string("device 0 | F0 F1 F2 F3 f0 f1 f2 f3 F4 F5 F6 .  .  .  b0 -- F7 b1 -- .  f4 b2 "
                    "-- f5 b3 -- f6 B0 -- f7 B1 -- B2 -- .  B3 -- .  b4 -- .  b5 -- .  b6 -- .  b7 "
                    "-- B4 -- B5 -- B6 -- B7 --\n"
                    "device 1 | .  F0 F1 F2 F3 f0 f1 f2 f3 F4 .  .  b0 -- F5 b1 -- F6 b2 -- F7 b3 "
                    "-- f4 B0 -- f5 B1 -- f6 B2 -- f7 B3 -- .  b4 -- .  b5 -- .  b6 -- .  b7 -- B4 "
                    "-- B5 -- B6 -- B7 -- .  .\n"
                    "device 2 | .  .  F0 F1 F2 F3 f0 f1 f2 .  b0 -- f3 b1 -- F4 b2 -- F5 b3 -- F6 "
                    "B0 -- F7 B1 -- f4 B2 -- f5 B3 -- f6 b4 -- f7 b5 -- .  b6 -- .  b7 -- B4 -- B5 "
                    "-- B6 -- B7 -- .  .  .  .\n"
                    "device 3 | .  .  .  F0 F1 F2 F3 f0 b0 -- f1 b1 -- f2 b2 -- f3 b3 -- F4 B0 -- "
                    "F5 B1 -- F6 B2 -- F7 B3 -- f4 b4 -- f5 b5 -- f6 b6 -- f7 b7 -- B4 -- B5 -- B6 "
                    "-- B7 -- .  .  .  .  .  .\n"));
}

void TestInterleaved::keepsTheChunksOfItsWarmUp()
{
    for (const int group : {4, 6, 12}) {
        Plan plan = test::planOf(ScheduleKind::Interleaved, 4, 12);
        plan.chunks = 3;
        plan.group = group;
        const Result<Run> done = run(plan);
        for (int device = 0; device < 4; ++device) {
            QCOMPARE(done->metrics.devices[static_cast<std::size_t>(device)].peakChunks,
                std::int64_t {std::min(36, 2 * group + 2 * (3 - device) + 1)});
        }
    }
}

void TestInterleaved::waitsForTheRing_data()
{
    QTest::addColumn<int>("stages");
    QTest::addColumn<int>("microbatches");
    QTest::addColumn<int>("chunks");
    QTest::addColumn<int>("group");
    QTest::addColumn<int>("makespan");
    // F = 10, B = 20, c = 1, as PyTorch's order replays.
    QTest::newRow("P=2 M=4 V=2") << 2 << 4 << 2 << 2 << 276;
    QTest::newRow("P=4 M=8 V=2") << 4 << 8 << 2 << 4 << 584;
    QTest::newRow("P=4 M=4 V=2") << 4 << 4 << 2 << 4 << 344;
    QTest::newRow("P=4 M=8 V=4") << 4 << 8 << 4 << 4 << 1080;
    // Eight micro-batches fill the ring.
    QTest::newRow("P=4 M=8 V=2 N=8") << 4 << 8 << 2 << 8 << 576;
}

void TestInterleaved::waitsForTheRing()
{
    QFETCH(int, stages);
    QFETCH(int, microbatches);
    QFETCH(int, chunks);
    QFETCH(int, group);
    QFETCH(int, makespan);
    Plan plan = test::planOf(ScheduleKind::Interleaved, stages, microbatches);
    plan.chunks = chunks;
    plan.group = group;
    plan.time = stageTime(Duration(10), Duration(20));
    plan.link.latency = Duration(1);
    QVERIFY(run(plan)->metrics.makespan == Duration(makespan));
    QVERIFY(closedForm(plan).makespan.value() == Duration(makespan));
}

void TestInterleaved::runsFewerMicrobatchesThanStages()
{
    Plan plan = test::planOf(ScheduleKind::Interleaved, 4, 3);
    plan.chunks = 2;
    const ClosedForm form = closedForm(plan);
    QVERIFY(form.gap == FormulaGap::PartialGroup);
    // (V P+M-1)(F+B)
    QVERIFY(run(plan)->metrics.makespan == test::slotTime(30));
    QVERIFY(form.makespan.value() == test::slotTime(30));
}

void TestInterleaved::refusesInWords_data()
{
    QTest::addColumn<int>("chunks");
    QTest::addColumn<int>("group");
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("one chunk")
        << 1 << 0 << QByteArray("chunks is 1; the schedule interleaved-1f1b needs at least 2.");
    QTest::newRow("group beyond M")
        << 2 << 10
        << QByteArray("group is 10; it must be from 1 to 9 (the micro-batches), or 0 for 9.");
    QTest::newRow("group that waits for itself")
        << 2 << 2
        << QByteArray("group is 2; with 9 micro-batches on 5 devices they would wait for each "
                      "other for ever. A group of 9 runs.");
}

void TestInterleaved::refusesInWords()
{
    QFETCH(int, chunks);
    QFETCH(int, group);
    Plan plan = test::planOf(ScheduleKind::Interleaved, 5, 9);
    plan.chunks = chunks;
    plan.group = group;
    const Result<Run> done = run(plan);
    QVERIFY(!done.has_value());
    QTEST(QByteArray::fromStdString(sentence(done.error())), "said");
}

QTEST_APPLESS_MAIN(TestInterleaved)
#include "tst_interleaved.moc"
