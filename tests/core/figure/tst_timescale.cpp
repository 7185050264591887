// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/figure/timescale.h"
#include "tests/support/failonwarning.h"

#include <QTest>

#include <cmath>

using pipegantt::Duration;
using pipegantt::TimeScale;

class TimeScaleTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { pipegantt::test::failOnWarning(); }

    void mapsBothWays_data()
    {
        QTest::addColumn<qint64>("begin");
        QTest::addColumn<qint64>("end");
        QTest::addColumn<double>("width");
        QTest::addColumn<qint64>("time");
        QTest::addColumn<double>("px");
        QTest::newRow("left edge") << 0LL << 1000LL << 100.0 << 0LL << 0.0;
        QTest::newRow("right edge") << 0LL << 1000LL << 100.0 << 1000LL << 100.0;
        QTest::newRow("inside") << 0LL << 1000LL << 100.0 << 250LL << 25.0;
        QTest::newRow("window not at zero") << 500LL << 1500LL << 100.0 << 1000LL << 50.0;
        QTest::newRow("left of the window") << 500LL << 1500LL << 100.0 << 0LL << -50.0;
        QTest::newRow("wider than its picoseconds") << 0LL << 4LL << 100.0 << 3LL << 75.0;
        QTest::newRow("an hour") << 0LL << 3'600'000'000'000'000LL << 1000.0
                                 << 1'800'000'000'000'000LL << 500.0;
    }

    void mapsBothWays()
    {
        QFETCH(qint64, begin);
        QFETCH(qint64, end);
        QFETCH(double, width);
        QFETCH(qint64, time);
        QFETCH(double, px);
        const TimeScale scale(Duration(begin), Duration(end), width);
        QCOMPARE(scale.toPx(Duration(time)), px);
        QCOMPARE(scale.toTime(px).count(), time);
    }

    void roundsDownToThePicosecond()
    {
        const TimeScale scale(Duration(0), Duration(10), 100);
        QCOMPARE(scale.toTime(19.9).count(), 1);
        QCOMPARE(scale.toTime(20.0).count(), 2);
        QCOMPARE(scale.toTime(-0.1).count(), -1);
    }

    void zoomKeepsTheInstantUnderThePointer_data()
    {
        QTest::addColumn<qint64>("begin");
        QTest::addColumn<qint64>("end");
        QTest::addColumn<double>("px");
        QTest::addColumn<double>("factor");
        for (const double factor : {1.25, 0.8, 10.0, 0.01}) {
            for (const double px : {0.0, 333.3, 1000.0}) {
                QTest::addRow("zero, at %g, by %g", px, factor)
                    << 0LL << 33'000'000'000LL << px << factor;
                QTest::addRow("far, at %g, by %g", px, factor)
                    << 7'000'000'000'000LL << 7'000'123'456'789LL << px << factor;
            }
        }
    }

    void zoomKeepsTheInstantUnderThePointer()
    {
        QFETCH(qint64, begin);
        QFETCH(qint64, end);
        QFETCH(double, px);
        QFETCH(double, factor);
        const TimeScale scale(Duration(begin), Duration(end), 1000);
        const TimeScale zoomed = scale.zoomedAt(px, factor);
        const Duration before = scale.toTime(px);
        QVERIFY(std::abs((zoomed.toTime(px) - before).count()) <= 1);
        const double span = static_cast<double>(end - begin) / factor;
        QVERIFY(std::abs(static_cast<double>((zoomed.end() - zoomed.begin()).count()) - span) <= 1);
    }

    void panMovesTheWindow()
    {
        const TimeScale scale(Duration(1000), Duration(2000), 100);
        QCOMPARE(scale.pannedBy(10), TimeScale(Duration(900), Duration(1900), 100));
        QCOMPARE(scale.pannedBy(-10), TimeScale(Duration(1100), Duration(2100), 100));
    }

    void confines_data()
    {
        QTest::addColumn<qint64>("begin");
        QTest::addColumn<qint64>("end");
        QTest::addColumn<qint64>("least");
        QTest::addColumn<qint64>("newBegin");
        QTest::addColumn<qint64>("newEnd");
        QTest::newRow("inside stays") << 200LL << 400LL << 10LL << 200LL << 400LL;
        QTest::newRow("before the start") << -50LL << 150LL << 10LL << 0LL << 200LL;
        QTest::newRow("past the end") << 900LL << 1100LL << 10LL << 800LL << 1000LL;
        QTest::newRow("longer than all") << -500LL << 1700LL << 10LL << 0LL << 1000LL;
        QTest::newRow("too short grows around its middle")
            << 500LL << 502LL << 10LL << 496LL << 506LL;
        QTest::newRow("all is shorter than the least") << 500LL << 502LL << 5000LL << 0LL << 1000LL;
    }

    void confines()
    {
        QFETCH(qint64, begin);
        QFETCH(qint64, end);
        QFETCH(qint64, least);
        QFETCH(qint64, newBegin);
        QFETCH(qint64, newEnd);
        const TimeScale scale(Duration(begin), Duration(end), 100);
        QCOMPARE(scale.confinedTo(Duration(1000), Duration(least)),
            TimeScale(Duration(newBegin), Duration(newEnd), 100));
    }
};

QTEST_APPLESS_MAIN(TimeScaleTest)
#include "tst_timescale.moc"
