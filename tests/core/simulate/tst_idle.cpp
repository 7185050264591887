// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/run/run.h"
#include "core/simulate/idle.h"
#include "tests/support/failonwarning.h"
#include "tests/support/plans.h"

#include <QTest>

using namespace pipegantt;

class TestIdle : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }
    void findsWhatRuns_data();
    void findsWhatRuns();
    void everyInstantBelongsToOneMoment();
    void theSixSlotBubbleWaitsForBackwardZero();
    void warmUpWaitsForTheFirstForward();
    void drainWaitsForTheEnd();
    void backToBackWaitsForTheDevice();
    void latencyIsPartOfTheCause();
};

namespace {

Run oneFOneB(int stages, int microbatches)
{
    return run(test::planOf(ScheduleKind::OneFOneB, stages, microbatches)).value();
}

} // namespace

void TestIdle::findsWhatRuns_data()
{
    QTest::addColumn<int>("device");
    QTest::addColumn<int>("slot");
    QTest::addColumn<bool>("idle");
    QTest::addColumn<int>("begin");
    QTest::addColumn<int>("end");
    QTest::newRow("first forward") << 0 << 0 << false << 0 << 1;
    QTest::newRow("second forward") << 0 << 1 << false << 1 << 2;
    QTest::newRow("waiting") << 0 << 4 << true << 4 << 10;
    QTest::newRow("end of waiting") << 0 << 9 << true << 4 << 10;
    QTest::newRow("warm-up") << 3 << 0 << true << 0 << 3;
    QTest::newRow("drain") << 3 << 30 << true << 27 << 33;
}

void TestIdle::findsWhatRuns()
{
    QFETCH(int, device);
    QFETCH(int, slot);
    QFETCH(int, begin);
    QFETCH(int, end);
    const Run done = oneFOneB(4, 8);
    const Moment moment = momentAt(done.schedule, done.timeline, device, test::slotTime(slot));
    QTEST(moment.idle, "idle");
    QVERIFY(moment.begin == test::slotTime(begin));
    QVERIFY(moment.end == test::slotTime(end));
}

void TestIdle::everyInstantBelongsToOneMoment()
{
    std::mt19937 random(9);
    for (int i = 0; i < 50; ++i) {
        const Run done = run(test::randomPlan(random)).value();
        for (int device = 0; device < done.schedule.devices(); ++device) {
            Duration now {};
            Duration idle {};
            while (now < done.metrics.makespan) {
                const Moment moment = momentAt(done.schedule, done.timeline, device, now);
                QVERIFY(moment.begin == now);
                QVERIFY(moment.end > now);
                idle += moment.idle ? moment.end - moment.begin : Duration {};
                now = moment.end;
            }
            QVERIFY(idle == done.metrics.devices[static_cast<std::size_t>(device)].idle);
        }
    }
}

void TestIdle::theSixSlotBubbleWaitsForBackwardZero()
{
    const Run done = oneFOneB(4, 8);
    const Moment bubble = momentAt(done.schedule, done.timeline, 0, test::slotTime(5));
    const WaitCause cause =
        waitCause(done.plan, done.schedule, done.timeline, 0, bubble.operation.value());
    QVERIFY(cause.kind == WaitCause::Kind::Dependency);
    QCOMPARE(cause.device, 1);
    QVERIFY(cause.ended == test::slotTime(10));
    QVERIFY(done.schedule.operations()[cause.waitedFor.value()]
        == PackedOperation(OperationKind::Backward, 0, 0));
}

void TestIdle::warmUpWaitsForTheFirstForward()
{
    const Run done = oneFOneB(4, 8);
    const WaitCause cause =
        waitCause(done.plan, done.schedule, done.timeline, 3, done.schedule.rowBegin(3));
    QVERIFY(cause.kind == WaitCause::Kind::WarmUp);
    QCOMPARE(cause.device, 2);
    const WaitCause first = waitCause(done.plan, done.schedule, done.timeline, 0, 0);
    QVERIFY(first.kind == WaitCause::Kind::Start);
}

void TestIdle::drainWaitsForTheEnd()
{
    const Run done = oneFOneB(4, 8);
    const WaitCause cause = drainCause(done.schedule, done.timeline, 3);
    QVERIFY(cause.kind == WaitCause::Kind::Drain);
    QCOMPARE(cause.device, 0);
    QVERIFY(cause.ended == done.metrics.makespan);
}

void TestIdle::backToBackWaitsForTheDevice()
{
    const Run done = oneFOneB(4, 8);
    const WaitCause cause = waitCause(done.plan, done.schedule, done.timeline, 0, 1);
    QVERIFY(cause.kind == WaitCause::Kind::Device);
    QCOMPARE(cause.waitedFor.value(), std::size_t {0});
}

void TestIdle::latencyIsPartOfTheCause()
{
    Plan plan = test::planOf(ScheduleKind::Inference, 2, 1);
    plan.link.latency = test::slotTime(5);
    const Run done = run(plan).value();
    const WaitCause cause =
        waitCause(done.plan, done.schedule, done.timeline, 1, done.schedule.rowBegin(1));
    QVERIFY(cause.ended == test::slotTime(1));
    QVERIFY(cause.travelled == test::slotTime(5));
}

QTEST_APPLESS_MAIN(TestIdle)
#include "tst_idle.moc"
