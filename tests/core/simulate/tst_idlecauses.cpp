// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/run/run.h"
#include "core/simulate/idlecauses.h"
#include "tests/support/failonwarning.h"
#include "tests/support/plans.h"

#include <QTest>

using namespace pipegantt;

class TestIdleCauses : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }
    void equalStagesWaitForEachOther();
    void messagesAreApart();
    void aSlowStageIsAnImbalance();
    void areAllOfTheIdleTime_data();
    void areAllOfTheIdleTime();
    void ofGapsAreThoseOfTheDevice();
};

void TestIdleCauses::equalStagesWaitForEachOther()
{
    // 1F1B, P = 4, M = 8: device r comes in after r slots and is done 2 r slots early.
    const Result<Run> done = run(test::planOf(ScheduleKind::OneFOneB, 4, 8));
    const std::vector<IdleCauses> all = idleCauses(done->plan, done->schedule, done->timeline);
    for (int device = 0; device < 4; ++device) {
        const IdleCauses& causes = all[static_cast<std::size_t>(device)];
        QVERIFY(causes.warmUp == test::slotTime(device));
        QVERIFY(causes.drain == test::slotTime(2 * device));
        QVERIFY(causes.dependency == test::slotTime(9 - 3 * device));
        QVERIFY(causes.message == Duration::zero());
        QVERIFY(causes.imbalance == Duration::zero());
    }
}

void TestIdleCauses::messagesAreApart()
{
    // GPipe, P = 2, M = 2, c = 2: device 0 waits from 2 until the gradient that left at 7 comes at
    // 9. Device 1 began at 3 with a message that had still a slot to go when device 0 was done.
    Plan plan = test::planOf(ScheduleKind::GPipe, 2, 2);
    plan.link.latency = test::slotTime(2);
    const Result<Run> done = run(plan);
    const std::vector<IdleCauses> all = idleCauses(plan, done->schedule, done->timeline);
    QVERIFY(all[0].message == test::slotTime(2 + 1));
    QVERIFY(all[0].dependency == test::slotTime(4));
    QVERIFY(all[0].imbalance == Duration::zero());
    QVERIFY(all[1].warmUp == test::slotTime(3));
}

void TestIdleCauses::aSlowStageIsAnImbalance()
{
    // Device 1 takes 3 and 5 slots where device 0 takes 1 and 2.
    Plan plan = test::planOf(ScheduleKind::GPipe, 2, 1);
    plan.perStage = {stageTime(test::slotTime(1), test::slotTime(2)),
        stageTime(test::slotTime(3), test::slotTime(5))};
    const Result<Run> done = run(plan);
    const std::vector<IdleCauses> all = idleCauses(plan, done->schedule, done->timeline);
    QVERIFY(all[0].dependency == test::slotTime(1 + 2));
    QVERIFY(all[0].imbalance == test::slotTime(2 + 3));
    QVERIFY(all[1].warmUp == test::slotTime(1));
    QVERIFY(all[1].drain == test::slotTime(2));
}

void TestIdleCauses::areAllOfTheIdleTime_data()
{
    QTest::addColumn<bool>("blocking");
    QTest::newRow("asynchronous") << false;
    QTest::newRow("blocking") << true;
}

void TestIdleCauses::areAllOfTheIdleTime()
{
    QFETCH(bool, blocking);
    std::mt19937 random(37);
    for (int i = 0; i < 500; ++i) {
        Plan plan = test::randomPlan(random);
        plan.commModel = blocking ? CommModel::Blocking : CommModel::Asynchronous;
        plan.jitter = i % 3 == 0 ? 15 : 0;
        if (i % 5 == 0) {
            plan.devicesPerNode = 1 + i % 4;
            plan.nodeLink = {plan.link.latency * 3, 1'000'000'000'000};
            plan.message = {i};
            plan.pair = Duration(i % 40);
        }
        const Result<Run> done = run(plan);
        const std::vector<IdleCauses> all = idleCauses(plan, done->schedule, done->timeline);
        const bool alike = plan.perStage.empty() && plan.jitter == 0;
        for (std::size_t device = 0; device < all.size(); ++device) {
            const IdleCauses& causes = all[device];
            QVERIFY(causes.total() == done->metrics.devices[device].idle);
            for (const Duration part :
                {causes.warmUp, causes.drain, causes.message, causes.dependency, causes.imbalance})
                QVERIFY(part >= Duration::zero());
            if (hopTime(plan, 0, plan.stages - 1) == Duration::zero())
                QVERIFY(causes.message == Duration::zero());
            if (alike)
                QVERIFY(causes.imbalance == Duration::zero());
        }
    }
}

void TestIdleCauses::ofGapsAreThoseOfTheDevice()
{
    Plan plan = test::planOf(ScheduleKind::OneFOneB, 4, 6);
    plan.link.latency = test::slotTime(1);
    plan.perStage.assign(4, plan.time);
    plan.perStage[2].forward = test::slotTime(3);
    const Result<Run> done = run(plan);
    const Schedule& schedule = done->schedule;
    const std::vector<IdleCauses> all = idleCauses(plan, schedule, done->timeline);
    for (int device = 0; device < 4; ++device) {
        IdleCauses sum = idleCausesBefore(plan, schedule, done->timeline, device, std::nullopt);
        for (std::size_t i = schedule.rowBegin(device); i < schedule.rowEnd(device); ++i) {
            const IdleCauses gap = idleCausesBefore(plan, schedule, done->timeline, device, i);
            sum.warmUp += gap.warmUp;
            sum.message += gap.message;
            sum.dependency += gap.dependency;
            sum.imbalance += gap.imbalance;
        }
        QVERIFY(sum == all[static_cast<std::size_t>(device)]);
    }
}

QTEST_APPLESS_MAIN(TestIdleCauses)
#include "tst_idlecauses.moc"
