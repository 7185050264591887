// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/failonwarning.h"
#include "ui/plan/valuescale.h"

#include <QTest>

#include <set>

using namespace pipegantt;

class tst_valuescale : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }

    void limitsAreTheEnds_data()
    {
        QTest::addColumn<int>("parameter");
        QTest::addColumn<int>("unit");
        for (const ParameterInfo& row : parameters()) {
            for (const TimeUnit unit : {TimeUnit::Slots, TimeUnit::Microseconds,
                     TimeUnit::Milliseconds, TimeUnit::Seconds}) {
                QTest::addRow("%s %s", row.key.data(), unitName(unit).data())
                    << static_cast<int>(row.parameter) << static_cast<int>(unit);
            }
        }
    }

    void limitsAreTheEnds()
    {
        QFETCH(int, parameter);
        QFETCH(int, unit);
        const auto which = static_cast<Parameter>(parameter);
        const ValueScale scale(numberSpec(which, static_cast<TimeUnit>(unit)));
        QCOMPARE(scale.valueAt(0), info(which).minimum);
        QCOMPARE(scale.valueAt(scale.positions()), info(which).maximum);
        QCOMPARE(scale.positionOf(info(which).minimum), 0);
        QCOMPARE(scale.positionOf(info(which).maximum), scale.positions());
        for (int position = 1; position <= scale.positions(); ++position)
            QVERIFY(scale.valueAt(position) >= scale.valueAt(position - 1));
    }

    void everySmallCountIsReachable_data()
    {
        QTest::addColumn<int>("parameter");
        for (const ParameterInfo& row : parameters()) {
            if (row.quantity == Quantity::Count)
                QTest::addRow("%s", row.key.data()) << static_cast<int>(row.parameter);
        }
    }

    void everySmallCountIsReachable()
    {
        QFETCH(int, parameter);
        const NumberSpec spec = numberSpec(static_cast<Parameter>(parameter));
        const ValueScale scale(spec);
        std::set<std::int64_t> reached;
        for (int position = 0; position <= scale.positions(); ++position)
            reached.insert(scale.valueAt(position));
        for (std::int64_t value = spec.minimum; value < 100 && value <= spec.maximum; ++value)
            QVERIFY2(reached.contains(value), qPrintable(QString::number(value)));
    }

    void slotsAreWholeOnTheSlider()
    {
        const ValueScale scale(numberSpec(Parameter::Comm, TimeUnit::Slots));
        const std::int64_t slot = unitDuration(TimeUnit::Slots).count();
        for (int position = 0; position <= scale.positions(); ++position)
            QCOMPARE(scale.valueAt(position) % slot, 0);
    }

    void keysMoveAndStopAtTheLimits()
    {
        const NumberSpec spec = numberSpec(Parameter::Microbatches);
        const ValueScale scale(spec);
        QCOMPARE(scale.stepped(8, 1), 9);
        QCOMPARE(scale.stepped(8, -1), 7);
        QCOMPARE(scale.leapt(8, 1), 16);
        QCOMPARE(scale.leapt(8, -1), 4);
        QCOMPARE(scale.stepped(spec.minimum, -1), spec.minimum);
        QCOMPARE(scale.leapt(spec.maximum, 1), spec.maximum);
        for (std::int64_t value = spec.minimum; value < spec.maximum;
             value = scale.stepped(value, 1))
            QVERIFY(scale.stepped(value, 1) > value);
    }
};

QTEST_APPLESS_MAIN(tst_valuescale)
#include "tst_valuescale.moc"
