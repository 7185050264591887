// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/run/run.h"
#include "core/simulate/costs.h"
#include "core/simulate/idle.h"
#include "tests/support/failonwarning.h"
#include "tests/support/plans.h"

#include <QTest>

using namespace pipegantt;

class TestCosts : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }
    void aMessageTakesLatencyAndBytesOverBandwidth_data();
    void aMessageTakesLatencyAndBytesOverBandwidth();
    void linksBetweenNodesAreTheirOwn();
    void aWaitSaysHowLongItsMessageTravelled();
    void jitterStaysWithinItsBounds();
    void jitterIsThatOfItsSeed();
    void noJitterIsExact();
};

void TestCosts::aMessageTakesLatencyAndBytesOverBandwidth_data()
{
    QTest::addColumn<qint64>("bytes");
    QTest::addColumn<qint64>("bandwidth");
    QTest::addColumn<qint64>("picoseconds");
    QTest::newRow("latency alone") << qint64 {1'000'000} << qint64 {0} << qint64 {7};
    QTest::newRow("empty") << qint64 {0} << qint64 {1} << qint64 {7};
    QTest::newRow("1 GB at 100 GB/s")
        << qint64 {1'000'000'000} << qint64 {100'000'000'000} << qint64 {10'000'000'007};
    QTest::newRow("a byte at 1 TB/s") << qint64 {1} << qint64 {1'000'000'000'000} << qint64 {8};
    QTest::newRow("rounded up") << qint64 {1} << qint64 {3'000'000'000'000} << qint64 {8};
    QTest::newRow("a third of a second")
        << qint64 {1} << qint64 {3} << qint64 {333'333'333'334 + 7};
    QTest::newRow("a terabyte at 999 MB/s")
        << qint64 {1'000'000'000'000} << qint64 {999'000'000} << qint64 {1'001'001'001'001'002 + 7};
}

void TestCosts::aMessageTakesLatencyAndBytesOverBandwidth()
{
    QFETCH(qint64, bytes);
    QFETCH(qint64, bandwidth);
    QFETCH(qint64, picoseconds);
    Plan plan;
    plan.message = {bytes};
    plan.link = {Duration(7), bandwidth};
    QCOMPARE(static_cast<qint64>(hopTime(plan, 0, 1).count()), picoseconds);
    QCOMPARE(static_cast<qint64>(hopTime(plan, 3, 0).count()), picoseconds);
    QCOMPARE(static_cast<qint64>(hopTime(plan, 2, 2).count()), qint64 {0});
}

void TestCosts::linksBetweenNodesAreTheirOwn()
{
    // Eight devices on nodes of three: two of seven hops cross.
    Plan plan = test::planOf(ScheduleKind::Inference, 8, 1);
    plan.link.latency = test::slotTime(1);
    plan.nodeLink.latency = test::slotTime(10);
    plan.devicesPerNode = 3;
    QVERIFY(run(plan)->metrics.makespan == test::slotTime(8 + 5 * 1 + 2 * 10));
    plan.devicesPerNode = 0;
    QVERIFY(run(plan)->metrics.makespan == test::slotTime(8 + 7));
}

void TestCosts::aWaitSaysHowLongItsMessageTravelled()
{
    Plan plan = test::planOf(ScheduleKind::Inference, 2, 1);
    plan.link = {test::slotTime(1), 1'000'000'000};
    plan.message = {2'000'000};
    const Result<Run> done = run(plan);
    const WaitCause cause =
        waitCause(plan, done->schedule, done->timeline, 1, done->schedule.rowBegin(1));
    QVERIFY(cause.ended == test::slotTime(1));
    QVERIFY(cause.travelled == hopTime(plan, 0, 1));
    QVERIFY(cause.travelled == test::slotTime(1) + std::chrono::milliseconds(2));
}

void TestCosts::jitterStaysWithinItsBounds()
{
    std::mt19937 random(41);
    for (int i = 0; i < 200; ++i) {
        Plan plan = test::randomPlan(random);
        plan.jitter = 1 + i % 90;
        const Result<Run> exact = run(plan);
        Plan still = plan;
        still.jitter = 0;
        const Result<Run> planned = run(still);
        bool moved = false;
        for (std::size_t at = 0; at < exact->timeline.size(); ++at) {
            const Duration is = exact->timeline.end(at) - exact->timeline.start(at);
            const Duration was = planned->timeline.end(at) - planned->timeline.start(at);
            const Duration most = was * plan.jitter / 100 + Duration(1);
            QVERIFY(is >= was - most && is <= was + most);
            QVERIFY(is > Duration::zero() || was == Duration::zero());
            moved = moved || is != was;
        }
        if (plan.jitter > 50 && exact->timeline.size() > 50)
            QVERIFY(moved);
    }
}

void TestCosts::jitterIsThatOfItsSeed()
{
    Plan plan = test::planOf(ScheduleKind::OneFOneB, 4, 16);
    plan.jitter = 10;
    plan.seed = 5;
    const Result<Run> once = run(plan);
    QVERIFY(run(plan)->timeline == once->timeline);
    plan.seed = 6;
    QVERIFY(!(run(plan)->timeline == once->timeline));
    // An operation's time is drawn for itself: another schedule of the same passes keeps it.
    plan.seed = 5;
    plan.schedule = ScheduleKind::GPipe;
    const Result<Run> other = run(plan);
    QVERIFY(other->metrics.devices[2].busy == once->metrics.devices[2].busy);
}

void TestCosts::noJitterIsExact()
{
    std::mt19937 random(43);
    for (int i = 0; i < 100; ++i) {
        Plan plan = test::randomPlan(random);
        const Result<Run> once = run(plan);
        plan.seed = 77;
        QVERIFY(run(plan)->timeline == once->timeline);
    }
}

QTEST_APPLESS_MAIN(TestCosts)
#include "tst_costs.moc"
