// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/run/run.h"
#include "core/simulate/diagram.h"
#include "tests/support/failonwarning.h"
#include "tests/support/orders.h"
#include "tests/support/plans.h"

#include <QTest>

using namespace pipegantt;

class TestInference : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }
    void drawsTheNotesFigure();
    void fillsAndDrains_data();
    void fillsAndDrains();
    void runsGroupsChunkAfterChunk();
    void keepsOneMicrobatch();
    void refusesAGroupBeyondM();
};

void TestInference::drawsTheNotesFigure()
{
    const Result<Run> done = run(test::planOf(ScheduleKind::Inference, 4, 4));
    QVERIFY(done.has_value());
    QCOMPARE(diagram(done->schedule, done->timeline, test::slotTime(1)),
        std::string("device 0 | F0 F1 F2 F3 .  .  .\n"
                    "device 1 | .  F0 F1 F2 F3 .  .\n"
                    "device 2 | .  .  F0 F1 F2 F3 .\n"
                    "device 3 | .  .  .  F0 F1 F2 F3\n"));
    QVERIFY(done->metrics.devices[0].idle == test::slotTime(3));
    QCOMPARE(percentNumber(done->metrics.efficiency), std::string("57.1"));
}

void TestInference::fillsAndDrains_data()
{
    QTest::addColumn<int>("stages");
    QTest::addColumn<int>("microbatches");
    QTest::addColumn<int>("chunks");
    QTest::addColumn<int>("makespan");
    // Megatron-LM's forward_only, in chunk slots.
    QTest::newRow("P=4 M=8") << 4 << 8 << 1 << 11;
    QTest::newRow("P=8 M=16") << 8 << 16 << 1 << 23;
    QTest::newRow("P=4 M=8 V=2") << 4 << 8 << 2 << 19;
    QTest::newRow("P=4 M=1") << 4 << 1 << 1 << 4;
    QTest::newRow("P=1 M=3") << 1 << 3 << 1 << 3;
}

void TestInference::fillsAndDrains()
{
    QFETCH(int, stages);
    QFETCH(int, microbatches);
    QFETCH(int, chunks);
    QFETCH(int, makespan);
    Plan plan = test::planOf(ScheduleKind::Inference, stages, microbatches);
    plan.chunks = chunks;
    QVERIFY(run(plan)->metrics.makespan == test::slotTime(makespan));
}

void TestInference::runsGroupsChunkAfterChunk()
{
    Plan plan = test::planOf(ScheduleKind::Inference, 2, 4);
    plan.chunks = 2;
    const Result<Run> done = run(plan);
    QCOMPARE(test::orderOf(done->schedule, 0), std::string("F0 F1 F0 F1 F2 F3 F2 F3"));
    QCOMPARE(done->schedule.row(0)[2].chunk(), 1);
    QCOMPARE(actionText(done->schedule, done->schedule.stageOf(1, 1), done->schedule.row(1)[2]),
        std::string("3F0"));
}

void TestInference::keepsOneMicrobatch()
{
    const Metrics metrics = run(test::planOf(ScheduleKind::Inference, 4, 8))->metrics;
    QCOMPARE(metrics.devices[0].peakHeldChunks, std::int64_t {1});
    // The literature's count has no release without a backward pass.
    QCOMPARE(metrics.devices[0].peakChunks, std::int64_t {8});
}

void TestInference::refusesAGroupBeyondM()
{
    Plan plan = test::planOf(ScheduleKind::Inference, 4, 8);
    plan.group = 9;
    QVERIFY(run(plan).error() == (Error {ErrorCode::GroupOutOfRange, {"9", "8", "4"}}));
}

QTEST_APPLESS_MAIN(TestInference)
#include "tst_inference.moc"
