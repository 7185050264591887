// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/figure/ticks.h"
#include "tests/support/failonwarning.h"

#include <QStringList>
#include <QTest>

using namespace pipegantt;

Q_DECLARE_METATYPE(pipegantt::TimeUnit)

class TicksTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }

    void labels_data()
    {
        constexpr qint64 kSlot = 1'000'000'000;
        QTest::addColumn<qint64>("begin");
        QTest::addColumn<qint64>("end");
        QTest::addColumn<double>("width");
        QTest::addColumn<TimeUnit>("unit");
        QTest::addColumn<double>("spacing");
        QTest::addColumn<QString>("labels");
        QTest::newRow("every slot")
            << 0LL << 7 * kSlot << 700.0 << TimeUnit::Slots << 60.0 << "0 1 2 3 4 5 6 7";
        QTest::newRow("every fifth slot")
            << 0LL << 33 * kSlot << 1000.0 << TimeUnit::Slots << 100.0 << "0 5 10 15 20 25 30";
        QTest::newRow("slots are never divided")
            << 0LL << 2 * kSlot << 1000.0 << TimeUnit::Slots << 50.0 << "0 1 2";
        QTest::newRow("within a slot")
            << kSlot / 4 << kSlot / 2 << 1000.0 << TimeUnit::Slots << 50.0 << "";
        QTest::newRow("milliseconds are divided")
            << 0LL << kSlot << 500.0 << TimeUnit::Milliseconds << 100.0 << "0 0.2 0.4 0.6 0.8 1";
        QTest::newRow("microseconds")
            << 0LL << kSlot << 500.0 << TimeUnit::Microseconds << 100.0 << "0 200 400 600 800 1000";
        QTest::newRow("seconds") << 0LL << kSlot << 500.0 << TimeUnit::Seconds << 200.0
                                 << "0 0.0005 0.001";
        QTest::newRow("window not at zero")
            << 11 * kSlot << 23 * kSlot << 600.0 << TimeUnit::Slots << 200.0 << "15 20";
        QTest::newRow("window at a multiple")
            << 10 * kSlot << 20 * kSlot << 400.0 << TimeUnit::Slots << 200.0 << "10 15 20";
        QTest::newRow("a picosecond is the finest")
            << 0LL << 2LL << 1000.0 << TimeUnit::Microseconds << 10.0 << "0 0.000001 0.000002";
        QTest::newRow("nothing fits but zero")
            << 0LL << kSlot << 100.0 << TimeUnit::Slots << 1000.0 << "0";
    }

    void labels()
    {
        QFETCH(qint64, begin);
        QFETCH(qint64, end);
        QFETCH(double, width);
        QFETCH(TimeUnit, unit);
        QFETCH(double, spacing);
        QFETCH(QString, labels);
        const TimeScale scale(Duration(begin), Duration(end), width);
        QStringList found;
        for (const Tick& tick : ticks(scale, unit, spacing)) {
            found.append(QString::fromStdString(tick.label));
            QCOMPARE(tick.px, scale.toPx(tick.when));
        }
        QCOMPARE(found.join(QLatin1Char(' ')), labels);
    }

    void keepTheirDistanceAtEveryZoom()
    {
        for (std::int64_t span = 1; span < 1'000'000'000'000'000'000; span = span * 3 + 1) {
            const TimeScale scale(Duration(span / 3), Duration(span / 3 + span), 1000);
            const std::vector<Tick> marks = ticks(scale, TimeUnit::Milliseconds, 50);
            QVERIFY(marks.size() <= 21);
            for (std::size_t i = 1; i < marks.size(); ++i)
                QVERIFY(marks[i].px - marks[i - 1].px >= 49.999);
        }
    }

    /// Behind a break marks stand at round times of the whole run.
    void ofAnExcerptSayTrueTimes()
    {
        constexpr std::int64_t kSlot = 1'000'000'000;
        Excerpt excerpt;
        excerpt.breaks.push_back(
            {Duration(50 * kSlot), Duration(907 * kSlot), Duration(kSlot), {}, {}});
        const TimeScale scale(Duration(0), Duration(100 * kSlot), 1000);
        std::string labels;
        for (const Tick& mark : ticks(scale, TimeUnit::Slots, 100, &excerpt)) {
            labels += mark.label + ' ';
            QCOMPARE(excerpt.trueTime(mark.when).count(), kSlot * std::stoll(mark.label));
            QVERIFY(std::abs(mark.px - scale.toPx(mark.when)) < 1e-6);
        }
        QCOMPARE(labels, std::string("0 10 20 30 40 960 970 980 990 1000 "));
    }
};

QTEST_APPLESS_MAIN(TicksTest)
#include "tst_ticks.moc"
