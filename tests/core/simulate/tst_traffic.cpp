// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/run/run.h"
#include "core/simulate/traffic.h"
#include "tests/support/failonwarning.h"
#include "tests/support/plans.h"

#include <QTest>

#include <algorithm>

using namespace pipegantt;

namespace {

constexpr Duration kSlot = unitDuration(TimeUnit::Slots);

Run runOf(Plan plan, Duration hop)
{
    plan.link.latency = hop;
    return run(plan).value();
}

} // namespace

class TestTraffic : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }

    void everyResultThatLeavesIsOne_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<bool>("blocking");
        for (const ScheduleKind kind : {ScheduleKind::GPipe, ScheduleKind::OneFOneB,
                 ScheduleKind::ZbV, ScheduleKind::Interleaved, ScheduleKind::DualPipe}) {
            for (const bool blocking : {false, true}) {
                QTest::addRow("%d %d", static_cast<int>(kind), blocking)
                    << static_cast<int>(kind) << blocking;
            }
        }
    }

    /// Sent and received are the same messages, each starts when its result is there and ends
    /// before the operation that needs it starts; in a window are those that overlap it.
    void everyResultThatLeavesIsOne()
    {
        QFETCH(int, kind);
        QFETCH(bool, blocking);
        Plan plan = test::planOf(static_cast<ScheduleKind>(kind), 4, 8);
        const KindShape& shape = shapeOf(plan.schedule);
        plan.chunks = shape.chunks > 0 ? shape.chunks : shape.usualChunks;
        if (blocking)
            plan.commModel = CommModel::Blocking;
        plan.link.latency = kSlot / 2;
        const Result<Run> result = run(plan);
        if (!result)
            QSKIP("this order cannot run so");
        const Traffic messages(result->plan, result->schedule, result->timeline);
        const Duration end = result->timeline.makespan;
        std::vector<Message> sent;
        std::vector<Message> received;
        for (int device = 0; device < 4; ++device) {
            messages.sentBy(device, Duration::zero(), end, sent);
            messages.receivedBy(device, Duration::zero(), end, received);
        }
        const auto byOperation = [](const Message& a, const Message& b) {
            return a.operation < b.operation;
        };
        std::ranges::sort(sent, byOperation);
        std::ranges::sort(received, byOperation);
        QVERIFY(sent == received);
        // An activation and a gradient a unit over each seam of the model that is one of devices.
        int seams = 0;
        const Placement& placement = result->schedule.placement();
        for (int stage = 0; stage < placement.stages(); ++stage) {
            if (!placement.isLast(stage)
                && placement.deviceOf(stage) != placement.deviceOf(stage + 1))
                ++seams;
        }
        QCOMPARE(sent.size(),
            static_cast<std::size_t>(2 * seams * result->schedule.units() / placement.pipelines()));
        for (const Message& message : sent) {
            QVERIFY(message.begin >= result->timeline.end(message.operation));
            QVERIFY(message.end - message.begin >= kSlot / 2);
        }
        std::vector<Message> some;
        messages.sentBy(1, 5 * kSlot, 7 * kSlot, some);
        const auto expected = std::ranges::count_if(sent, [](const Message& message) {
            return message.from == 1 && message.begin < 7 * kSlot && message.end > 5 * kSlot;
        });
        QCOMPARE(static_cast<std::ptrdiff_t>(some.size()), expected);
    }

    void timesAreThoseOfTheLink()
    {
        const Run result = runOf(test::planOf(ScheduleKind::OneFOneB, 4, 8), kSlot / 4);
        const Traffic messages(result.plan, result.schedule, result.timeline);
        const std::optional<Message> first = messages.of(0, 0);
        QVERIFY(first == (Message {0, 0, 1, false, kSlot, kSlot + kSlot / 4}));
        // The last stage hands no activation on.
        QVERIFY(!messages.of(3, result.schedule.rowBegin(3)));
    }
};

QTEST_APPLESS_MAIN(TestTraffic)
#include "tst_traffic.moc"
