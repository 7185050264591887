// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/run/run.h"
#include "core/simulate/criticalpath.h"
#include "tests/support/failonwarning.h"
#include "tests/support/plans.h"

#include <QTest>

#include <string>

using namespace pipegantt;

class TestCriticalPath : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }
    void namesTheWayThroughOneFOneB();
    void countsHops();
    void hasNoGap_data();
    void hasNoGap();
    void takesNoneOfTwoMessagesThatCameEarlier();

private:
    static std::string wordsOf(const Run& run);
};

/// `F0@0 F1@0 >1 B0@1`: operations with their devices, messages with their slots.
std::string TestCriticalPath::wordsOf(const Run& run)
{
    std::string words;
    for (const CausalStep& step : criticalPath(run.plan, run.schedule, run.timeline).steps) {
        if (!words.empty())
            words += ' ';
        if (step.kind == CausalStep::Kind::Message) {
            words += '>' + std::to_string((step.end - step.begin) / test::slotTime(1));
            continue;
        }
        const PackedOperation operation = run.schedule.operations()[step.operation];
        words += operationLetter(operation.kind()) + std::to_string(operation.unit()) + '@'
            + std::to_string(step.device);
    }
    return words;
}

void TestCriticalPath::namesTheWayThroughOneFOneB()
{
    // Down with the first micro-batch, through the last device, and back with the last one.
    QCOMPARE(wordsOf(run(test::planOf(ScheduleKind::OneFOneB, 3, 3)).value()),
        std::string("F0@0 F0@1 F0@2 B0@2 F1@2 B1@2 F2@2 B2@2 B2@1 B2@0"));
}

void TestCriticalPath::countsHops()
{
    Plan plan = test::planOf(ScheduleKind::GPipe, 3, 2);
    plan.link.latency = test::slotTime(2);
    const Result<Run> done = run(plan);
    // F1 of device 1 could start when its message came, and no sooner for F0 before it: of both,
    // the device is named.
    QCOMPARE(wordsOf(*done), std::string("F0@0 >2 F0@1 >2 F0@2 F1@2 B0@2 >2 B0@1 >2 B0@0 B1@0"));
    const CriticalPath path = criticalPath(plan, done->schedule, done->timeline);
    QVERIFY(path.travel == test::slotTime(8));
    QVERIFY(path.work + path.travel == done->metrics.makespan);
}

void TestCriticalPath::hasNoGap_data()
{
    QTest::addColumn<bool>("blocking");
    QTest::newRow("asynchronous") << false;
    QTest::newRow("blocking") << true;
}

void TestCriticalPath::hasNoGap()
{
    QFETCH(bool, blocking);
    std::mt19937 random(31);
    for (int i = 0; i < 500; ++i) {
        Plan plan = test::randomPlan(random);
        plan.commModel = blocking ? CommModel::Blocking : CommModel::Asynchronous;
        plan.jitter = i % 3 == 0 ? 20 : 0;
        if (i % 5 == 0) {
            plan.devicesPerNode = 1 + i % 4;
            plan.nodeLink = {plan.link.latency * 3, 1'000'000'000'000};
            plan.message = {i};
            plan.pair = Duration(i % 40);
        }
        const Result<Run> done = run(plan);
        QVERIFY(done.has_value());
        const CriticalPath path = criticalPath(plan, done->schedule, done->timeline);
        Duration now {};
        for (const CausalStep& step : path.steps) {
            QVERIFY(step.begin == now);
            QVERIFY(step.end >= step.begin);
            if (step.kind == CausalStep::Kind::Operation) {
                QVERIFY(done->timeline.start(step.operation) == step.begin);
                QVERIFY(done->timeline.end(step.operation) == step.end);
                QVERIFY(step.operation >= done->schedule.rowBegin(step.device));
                QVERIFY(step.operation < done->schedule.rowEnd(step.device));
            }
            now = step.end;
        }
        QVERIFY(now == done->metrics.makespan);
        QVERIFY(path.work + path.travel == done->metrics.makespan);
    }
}

void TestCriticalPath::takesNoneOfTwoMessagesThatCameEarlier()
{
    // A pair on the border of two nodes waits for a near and for a far message.
    Plan plan = test::planOf(ScheduleKind::DualPipe, 4, 8);
    plan.time = {test::slotTime(1), test::slotTime(1), test::slotTime(1)};
    plan.link.latency = test::slotTime(1);
    plan.nodeLink.latency = test::slotTime(6);
    plan.devicesPerNode = 3;
    const Result<Run> done = run(plan);
    QVERIFY(done.has_value());
    Duration now {};
    for (const CausalStep& step : criticalPath(plan, done->schedule, done->timeline).steps) {
        QVERIFY(step.begin == now);
        now = step.end;
    }
    QVERIFY(now == done->metrics.makespan);
}

QTEST_APPLESS_MAIN(TestCriticalPath)
#include "tst_criticalpath.moc"
