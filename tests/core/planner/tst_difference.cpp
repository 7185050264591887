// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/planner/difference.h"
#include "core/planner/planname.h"
#include "tests/support/failonwarning.h"
#include "tests/support/plans.h"

#include <QTest>

#include <limits>

using namespace pipegantt;
using test::planOf;
using test::slotTime;

namespace {

Run runOf(const Plan& plan)
{
    return run(plan).value();
}

} // namespace

class TestDifference : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }

    void namesPlans()
    {
        QCOMPARE(planName(planOf(ScheduleKind::OneFOneB, 4, 8)), std::string("1F1B, P 4, M 8"));
        Plan plan = planOf(ScheduleKind::Interleaved, 4, 8);
        plan.chunks = 2;
        QVERIFY(planName(plan).ends_with(", P 4, M 8, V 2"));
    }

    void subtractsRatios_data()
    {
        QTest::addColumn<qint64>("a");
        QTest::addColumn<qint64>("b");
        QTest::addColumn<qint64>("c");
        QTest::addColumn<qint64>("d");
        QTest::addColumn<qint64>("numerator");
        QTest::addColumn<qint64>("denominator");
        QTest::newRow("positive") << 3LL << 11LL << 1LL << 4LL << 1LL << 44LL;
        QTest::newRow("negative") << 1LL << 4LL << 3LL << 11LL << -1LL << 44LL;
        QTest::newRow("equal") << 3LL << 12LL << 1LL << 4LL << 0LL << 1LL;
        QTest::newRow("large terms") << 3'000'000'000'000LL << 11'000'000'000'000LL
                                     << 1'000'000'000'001LL << 4'000'000'000'004LL << 1LL << 44LL;
    }
    void subtractsRatios()
    {
        QFETCH(qint64, a);
        QFETCH(qint64, b);
        QFETCH(qint64, c);
        QFETCH(qint64, d);
        QFETCH(qint64, numerator);
        QFETCH(qint64, denominator);
        const Ratio found = difference({a, b}, {c, d});
        QCOMPARE(found.numerator, numerator);
        QCOMPARE(found.denominator, denominator);
    }

    /// Two coprime denominators whose product leaves 64 bits.
    void subtractsWhatOverflows()
    {
        constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
        const Ratio found = difference({most / 2, most}, {most / 4, most - 1});
        QVERIFY(std::abs(found.value() - 0.25) < 1e-9);
    }

    void subtractsRuns()
    {
        const Run baseline = runOf(planOf(ScheduleKind::GPipe, 4, 8));
        const Run other = runOf(planOf(ScheduleKind::OneFOneB, 4, 16));
        const RunDifference found = differenceOf(baseline, other);
        QCOMPARE(found.makespan, slotTime(57 - 33));
        QVERIFY(found.bubbleRatio == difference({3, 19}, {3, 11}));
        QVERIFY(found.efficiency == difference({3, 11}, {3, 19}));
        // GPipe keeps all eight micro-batches alive, 1F1B four.
        QCOMPARE(found.peakMemory, -4'000'000'000LL);
        QCOMPARE(differenceOf(other, other), RunDifference {});
    }

    void goesByDeviceNumbers()
    {
        const Run baseline = runOf(planOf(ScheduleKind::OneFOneB, 4, 8));
        const Run other = runOf(planOf(ScheduleKind::OneFOneB, 2, 8));
        for (int device = 0; device < 2; ++device) {
            const auto found = differenceOn(device, baseline, other);
            QVERIFY(found);
            QCOMPARE(found->busy, Duration(0));
            QCOMPARE(found->idle, slotTime(27 - 33));
        }
        QVERIFY(!differenceOn(2, baseline, other));
        QVERIFY(!differenceOn(3, other, baseline));
        const NamedRun both[] = {{"a", &other}, {"b", &baseline}};
        QCOMPARE(mostDevices(both), 4);
        QCOMPARE(longestMakespan(both), slotTime(33));
    }

    void slotsHaveNoLength_data()
    {
        QTest::addColumn<int>("one");
        QTest::addColumn<int>("two");
        QTest::addColumn<bool>("common");
        const auto row = [](const char* name, TimeUnit one, TimeUnit two, bool common) {
            QTest::newRow(name) << static_cast<int>(one) << static_cast<int>(two) << common;
        };
        row("slots", TimeUnit::Slots, TimeUnit::Slots, true);
        row("slots, ms", TimeUnit::Slots, TimeUnit::Milliseconds, false);
        row("us, slots", TimeUnit::Microseconds, TimeUnit::Slots, false);
        row("us, s", TimeUnit::Microseconds, TimeUnit::Seconds, true);
    }
    void slotsHaveNoLength()
    {
        QFETCH(int, one);
        QFETCH(int, two);
        QFETCH(bool, common);
        Run a = runOf(planOf(ScheduleKind::OneFOneB, 2, 2));
        Run b = a;
        a.plan.unit = static_cast<TimeUnit>(one);
        b.plan.unit = static_cast<TimeUnit>(two);
        const Result<void> checked = checkCommonTime({"a", &a}, {"b", &b});
        QCOMPARE(checked.has_value(), common);
        if (!common)
            QVERIFY(checked.error().code == ErrorCode::NoCommonTime);
    }
};

QTEST_APPLESS_MAIN(TestDifference)
#include "tst_difference.moc"
