// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/metrics/boxtotals.h"
#include "core/run/run.h"
#include "tests/support/failonwarning.h"
#include "tests/support/plans.h"

#include <QTest>

#include <numeric>

using namespace pipegantt;
using test::slotTime;

namespace {

constexpr auto kForward = static_cast<std::size_t>(OperationKind::Forward);
constexpr auto kBackward = static_cast<std::size_t>(OperationKind::Backward);

std::vector<int> allDevices(const Run& run)
{
    std::vector<int> devices(static_cast<std::size_t>(run.schedule.devices()));
    std::iota(devices.begin(), devices.end(), 0);
    return devices;
}

BoxReader readerOf(const Run& run)
{
    return {run.plan, run.schedule, run.timeline};
}

} // namespace

class TestBoxTotals : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }
    void ofAllAreTheMetrics_data();
    void ofAllAreTheMetrics();
    void ofPartsAddUp_data();
    void ofPartsAddUp();
    void ofABoxAreCutAtItsEdges();
    void messagesCarryBytes();
    void aPairCountsOnce();
};

void TestBoxTotals::ofAllAreTheMetrics_data()
{
    QTest::addColumn<unsigned>("seed");
    for (unsigned seed = 0; seed < 24; ++seed)
        QTest::addRow("plan %u", seed) << seed;
}

void TestBoxTotals::ofAllAreTheMetrics()
{
    QFETCH(unsigned, seed);
    std::mt19937 random(seed);
    const Result<Run> done = run(test::randomPlan(random));
    QVERIFY(done);
    const std::vector<int> devices = allDevices(*done);
    const BoxReader reader = readerOf(*done);
    const BoxTotals totals = reader.read({}, done->timeline.makespan, devices);
    QCOMPARE(totals.devices.size(), devices.size());
    for (const BoxTotals::Device& device : totals.devices) {
        const DeviceMetrics& metrics =
            done->metrics.devices[static_cast<std::size_t>(device.device)];
        QVERIFY(device.work.busy() == metrics.busy);
        QVERIFY(device.work.idle.total() == metrics.idle);
    }
    QVERIFY(totals.share(totals.all.idle.total()) == done->metrics.bubbleRatio);
}

void TestBoxTotals::ofPartsAddUp_data()
{
    ofAllAreTheMetrics_data();
}

void TestBoxTotals::ofPartsAddUp()
{
    QFETCH(unsigned, seed);
    std::mt19937 random(seed);
    Plan plan = test::randomPlan(random);
    plan.jitter = 20;
    const Result<Run> done = run(plan);
    QVERIFY(done);
    const Duration makespan = done->timeline.makespan;
    const std::vector<int> devices = allDevices(*done);
    const BoxReader reader = readerOf(*done);
    const BoxTotals whole = reader.read({}, makespan, devices);
    const Duration cuts[] = {{}, makespan / 7, makespan / 3, makespan * 4 / 5, makespan};
    WorkTotals sum;
    for (std::size_t i = 0; i + 1 < std::size(cuts); ++i) {
        if (cuts[i] < cuts[i + 1])
            sum += reader.read(cuts[i], cuts[i + 1], devices).all;
    }
    // An operation that a cut goes through is in both parts.
    sum.operations = whole.all.operations;
    QVERIFY(sum == whole.all);
}

void TestBoxTotals::ofABoxAreCutAtItsEdges()
{
    // 1F1B, P = 4, M = 8, device 0: F0–F3 until 4, idle until 10, B0 until 12, F4 until 13.
    const Result<Run> done = run(test::planOf(ScheduleKind::OneFOneB, 4, 8));
    const std::vector<int> first {0};
    const BoxReader reader = readerOf(*done);
    const BoxTotals totals = reader.read(slotTime(3), slotTime(11), first);
    QVERIFY(totals.length() == slotTime(8));
    QCOMPARE(totals.all.operations[kForward], 1);
    QCOMPARE(totals.all.operations[kBackward], 1);
    QCOMPARE(totals.all.operationCount(), 2);
    QCOMPARE(reader.operationsIn(slotTime(3), slotTime(11), first), std::size_t {2});
    QVERIFY(totals.all.time[kForward] == slotTime(1));
    QVERIFY(totals.all.time[kBackward] == slotTime(1));
    QVERIFY(totals.all.busy() == slotTime(2));
    QVERIFY(totals.all.idle.dependency == slotTime(6));
    QVERIFY(totals.all.idle.total() == slotTime(6));
    QVERIFY(totals.share(slotTime(6)) == (Ratio {3, 4}));
    // F3 ends at 4; the gradient of B0 stays on the first device.
    QCOMPARE(totals.all.messages, 1);
}

void TestBoxTotals::messagesCarryBytes()
{
    Plan plan = test::planOf(ScheduleKind::GPipe, 2, 3);
    plan.message = {1'000'000};
    const Result<Run> done = run(plan);
    const BoxReader reader = readerOf(*done);
    const BoxTotals totals = reader.read({}, done->timeline.makespan, allDevices(*done));
    QCOMPARE(totals.all.messages, 6);
    QVERIFY(totals.all.bytes == Bytes {6'000'000});
    // F0 and F1 of device 0 end at 1 and at 2: the first is in, the second is not.
    const std::vector<int> first {0};
    QCOMPARE(reader.read({}, slotTime(1), first).all.messages, 1);
    QCOMPARE(reader.read(slotTime(1), slotTime(2), first).all.messages, 1);
}

void TestBoxTotals::aPairCountsOnce()
{
    const Result<Run> done = run(test::planOf(ScheduleKind::DualPipe, 4, 16));
    QVERIFY(done);
    const BoxReader reader = readerOf(*done);
    const BoxTotals totals = reader.read({}, done->timeline.makespan, allDevices(*done));
    QVERIFY(totals.all.operations[static_cast<std::size_t>(OperationKind::Pair)] > 0);
    QCOMPARE(totals.all.operations[static_cast<std::size_t>(OperationKind::PairedBackward)], 0);
    // Each device sends every activation and every gradient that does not end with it.
    QCOMPARE(totals.all.messages, 2 * 3 * 16);
}

QTEST_APPLESS_MAIN(TestBoxTotals)
#include "tst_boxtotals.moc"
