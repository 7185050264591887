// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/run/run.h"
#include "core/simulate/diagram.h"
#include "tests/support/failonwarning.h"
#include "tests/support/orders.h"
#include "tests/support/plans.h"

#include <QTest>

#include <algorithm>

using namespace pipegantt;

class TestOneFOneB : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }
    void drawsTheFigureOfMegatron();
    void listsTheOrderOfEachDevice();
    void runsFewerMicrobatchesThanStages();
    void keepsAtMostPMinusRAlive();
    void paysTwoLatenciesAMicrobatch_data();
    void paysTwoLatenciesAMicrobatch();
    void unevenStages_data();
    void unevenStages();
    void isNeverFasterThanTheLoneBottleneck();
};

void TestOneFOneB::drawsTheFigureOfMegatron()
{
    // Megatron-LM, 2104.04473, Fig. 3, four devices and eight micro-batches (counted from 0 here).
    const Result<Run> done = run(test::planOf(ScheduleKind::OneFOneB, 4, 8));
    QVERIFY(done.has_value());
    QCOMPARE(diagram(done->schedule, done->timeline, test::slotTime(1)),
        std::string(
            "device 0 | F0 F1 F2 F3 .  .  .  .  .  .  B0 -- F4 B1 -- F5 B2 -- F6 B3 -- F7 B4 -- .  "
            "B5 -- .  B6 -- .  B7 --\n"
            "device 1 | .  F0 F1 F2 .  .  .  .  B0 -- F3 B1 -- F4 B2 -- F5 B3 -- F6 B4 -- F7 B5 -- "
            ".  B6 -- .  B7 -- .  .\n"
            "device 2 | .  .  F0 F1 .  .  B0 -- F2 B1 -- F3 B2 -- F4 B3 -- F5 B4 -- F6 B5 -- F7 B6 "
            "-- .  B7 -- .  .  .  .\n"
            "device 3 | .  .  .  F0 B0 -- F1 B1 -- F2 B2 -- F3 B3 -- F4 B4 -- F5 B5 -- F6 B6 -- F7 "
            "B7 -- .  .  .  .  .  .\n"));
}

void TestOneFOneB::listsTheOrderOfEachDevice()
{
    const Result<Run> done = run(test::planOf(ScheduleKind::OneFOneB, 3, 4));
    QCOMPARE(test::orderOf(done->schedule, 0), std::string("F0 F1 F2 B0 F3 B1 B2 B3"));
    QCOMPARE(test::orderOf(done->schedule, 1), std::string("F0 F1 B0 F2 B1 F3 B2 B3"));
    QCOMPARE(test::orderOf(done->schedule, 2), std::string("F0 B0 F1 B1 F2 B2 F3 B3"));
}

void TestOneFOneB::runsFewerMicrobatchesThanStages()
{
    const Result<Run> done = run(test::planOf(ScheduleKind::OneFOneB, 4, 2));
    QCOMPARE(diagram(done->schedule, done->timeline, test::slotTime(1)),
        std::string("device 0 | F0 F1 .  .  .  .  .  .  .  .  B0 -- .  B1 --\n"
                    "device 1 | .  F0 F1 .  .  .  .  .  B0 -- .  B1 -- .  .\n"
                    "device 2 | .  .  F0 F1 .  .  B0 -- .  B1 -- .  .  .  .\n"
                    "device 3 | .  .  .  F0 B0 -- F1 B1 -- .  .  .  .  .  .\n"));
}

void TestOneFOneB::keepsAtMostPMinusRAlive()
{
    for (const int stages : {1, 2, 5, 8}) {
        for (const int microbatches : {1, 3, 8, 20}) {
            const Result<Run> done =
                run(test::planOf(ScheduleKind::OneFOneB, stages, microbatches));
            for (int device = 0; device < stages; ++device) {
                QCOMPARE(done->metrics.devices[static_cast<std::size_t>(device)].peakChunks,
                    std::int64_t {std::min(stages - device, microbatches)});
            }
        }
    }
}

void TestOneFOneB::paysTwoLatenciesAMicrobatch_data()
{
    QTest::addColumn<int>("stages");
    QTest::addColumn<int>("microbatches");
    QTest::addColumn<int>("comm");
    QTest::addColumn<int>("makespan");
    // F = 4 and B = 8 quarters of a slot, latency in quarters.
    QTest::newRow("P=4 M=8 c=0") << 4 << 8 << 0 << 33 * 4;
    QTest::newRow("P=4 M=8 c=1/4") << 4 << 8 << 1 << 37 * 4;
    QTest::newRow("P=4 M=8 c=1") << 4 << 8 << 4 << 49 * 4;
    QTest::newRow("P=8 M=32 c=1/4") << 8 << 32 << 1 << 134 * 4;
    QTest::newRow("P=8 M=32 c=1") << 8 << 32 << 4 << 185 * 4;
}

void TestOneFOneB::paysTwoLatenciesAMicrobatch()
{
    QFETCH(int, stages);
    QFETCH(int, microbatches);
    QFETCH(int, comm);
    QFETCH(int, makespan);
    Plan plan = test::planOf(ScheduleKind::OneFOneB, stages, microbatches);
    plan.time = stageTime(Duration(4), Duration(8));
    plan.link.latency = Duration(comm);
    QVERIFY(run(plan)->metrics.makespan == Duration(makespan));
}

void TestOneFOneB::unevenStages_data()
{
    QTest::addColumn<QList<int>>("forwards");
    QTest::addColumn<int>("makespan");
    // B = 2 F, eight micro-batches.
    QTest::newRow("slow last stage") << QList<int> {1, 1, 1, 2} << 57;
    QTest::newRow("slow first stage") << QList<int> {2, 1, 1, 1} << 51;
    QTest::newRow("slow second stage") << QList<int> {1, 3, 1, 1} << 75;
}

void TestOneFOneB::unevenStages()
{
    QFETCH(QList<int>, forwards);
    QFETCH(int, makespan);
    Plan plan = test::planOf(ScheduleKind::OneFOneB, 4, 8);
    for (const int forward : forwards)
        plan.perStage.push_back(stageTime(test::slotTime(forward), test::slotTime(2 * forward)));
    QVERIFY(run(plan)->metrics.makespan == test::slotTime(makespan));
}

void TestOneFOneB::isNeverFasterThanTheLoneBottleneck()
{
    // Stage k begins after the forwards before it, does all its work, and the backwards before it
    // follow: max over k of ΣF + M (F+B) + ΣB. A slow last stage takes just that.
    std::mt19937 random(14);
    test::PlanDraw draw(random);
    for (int i = 0; i < 500; ++i) {
        Plan plan = test::randomPlan(random, ScheduleKind::OneFOneB);
        plan.perStage.clear();
        plan.link = {};
        plan.optimizer = {};
        for (int stage = 0; stage < plan.stages; ++stage) {
            plan.perStage.push_back(
                stageTime(test::slotTime(1 + draw.upTo(8)), test::slotTime(1 + draw.upTo(17))));
        }
        const auto bound = [&] {
            Duration most {};
            Duration before {};
            for (const StageTime& time : plan.perStage) {
                const Duration work = time.forward + time.backward();
                most = std::max(most, before + plan.microbatches * work);
                before += work;
            }
            return most;
        };
        QVERIFY(run(plan)->metrics.makespan >= bound());
        plan.perStage.back() = stageTime(test::slotTime(10), test::slotTime(20));
        QVERIFY(run(plan)->metrics.makespan == bound());
    }
}

QTEST_APPLESS_MAIN(TestOneFOneB)
#include "tst_onefoneb.moc"
