// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/run/run.h"
#include "core/simulate/flights.h"
#include "tests/support/failonwarning.h"
#include "tests/support/plans.h"

#include <QTest>

#include <algorithm>

using namespace pipegantt;
using test::planOf;
using test::slotTime;

namespace {

/// Every message of a run, found by looking at each operation.
std::vector<Flight> allFlights(const Run& run)
{
    std::vector<Flight> all;
    Flights(run.plan, run.schedule, run.timeline)
        .find(Duration::zero(), run.timeline.makespan, all);
    return all;
}

} // namespace

class TestFlights : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }

    void findsWhatTravels()
    {
        Plan plan = planOf(ScheduleKind::GPipe, 3, 2);
        plan.link.latency = slotTime(2);
        const Run done = run(plan).value();
        const Flights flights(done.plan, done.schedule, done.timeline);
        std::vector<Flight> found;
        // F0 of device 0 ends at 1, arrives at 3; F1 ends at 2, arrives at 4.
        flights.find(slotTime(2), slotTime(2), found);
        QCOMPARE(found.size(), std::size_t {2});
        QCOMPARE(found[0], (Flight {ResultKind::Activation, 1, 1, 0, 1, slotTime(2), slotTime(4)}));
        QCOMPARE(found[1], (Flight {ResultKind::Activation, 0, 0, 0, 1, slotTime(1), slotTime(3)}));
        flights.find(Duration(0), slotTime(1) - Duration(1), found);
        QVERIFY(found.empty());
        flights.find(slotTime(3), slotTime(3), found);
        QCOMPARE(found.size(), std::size_t {2});
        flights.find(slotTime(3) + Duration(1), slotTime(3) + Duration(1), found);
        QCOMPARE(found.size(), std::size_t {1});
    }

    /// Each instant finds the very messages that a look at all of them finds.
    void agreesWithALookAtAll_data()
    {
        QTest::addColumn<int>("schedule");
        QTest::addColumn<qint64>("latency");
        QTest::addColumn<bool>("blocking");
        QTest::newRow("1F1B") << static_cast<int>(ScheduleKind::OneFOneB) << 3LL << false;
        QTest::newRow("no latency") << static_cast<int>(ScheduleKind::OneFOneB) << 0LL << false;
        QTest::newRow("V") << static_cast<int>(ScheduleKind::ZbV) << 1LL << false;
        QTest::newRow("two directions") << static_cast<int>(ScheduleKind::Chimera) << 2LL << false;
        QTest::newRow("pairs") << static_cast<int>(ScheduleKind::DualPipe) << 2LL << false;
        QTest::newRow("blocking") << static_cast<int>(ScheduleKind::OneFOneB) << 1LL << true;
    }
    void agreesWithALookAtAll()
    {
        QFETCH(int, schedule);
        QFETCH(qint64, latency);
        QFETCH(bool, blocking);
        Plan plan = planOf(static_cast<ScheduleKind>(schedule), 4, 8);
        const KindShape& shape = shapeOf(plan.schedule);
        plan.chunks = shape.chunks > 0 ? shape.chunks : shape.usualChunks;
        plan.link.latency = slotTime(latency);
        plan.commModel = blocking ? CommModel::Blocking : CommModel::Asynchronous;
        const Result<Run> done = run(plan);
        QVERIFY(done);
        const std::vector<Flight> all = allFlights(*done);
        QVERIFY(!all.empty());
        const Flights flights(done->plan, done->schedule, done->timeline);
        std::vector<Flight> found;
        for (Duration when {}; when <= done->timeline.makespan; when += slotTime(1) / 2) {
            flights.find(when, when, found);
            std::vector<Flight> expected;
            std::ranges::copy_if(all, std::back_inserter(expected), [when](const Flight& flight) {
                return flight.sent <= when && flight.arrives >= when;
            });
            QCOMPARE(found, expected);
        }
    }
};

QTEST_APPLESS_MAIN(TestFlights)
#include "tst_flights.moc"
