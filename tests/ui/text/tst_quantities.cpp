// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/failonwarning.h"
#include "ui/text/quantities.h"

#include <QTest>

using namespace pipegantt;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(pipegantt::TimeUnit)

class tst_quantities : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }

    void durations_data()
    {
        QTest::addColumn<qint64>("picoseconds");
        QTest::addColumn<TimeUnit>("unit");
        QTest::addColumn<QString>("text");
        using enum TimeUnit;
        QTest::newRow("one") << qint64 {1'000'000'000} << Slots << u"1 slot"_s;
        QTest::newRow("many") << qint64 {33'000'000'000} << Slots << u"33 slots"_s;
        QTest::newRow("half") << qint64 {500'000'000} << Slots << u"0.5 slots"_s;
        QTest::newRow("none") << qint64 {0} << Milliseconds << u"0 ms"_s;
        QTest::newRow("exact") << qint64 {1'500'000'000} << Milliseconds << u"1.5 ms"_s;
        QTest::newRow("micro") << qint64 {250'000'000} << Microseconds << u"250 µs"_s;
        QTest::newRow("long") << qint64 {1'234'567'891'234} << Milliseconds << u"1234.57 ms"_s;
        QTest::newRow("tiny") << qint64 {1} << Seconds << u"0.000000000001 s"_s;
        QTest::newRow("tiny, many digits") << qint64 {12'345'678} << Seconds << u"0.0000123457 s"_s;
        QTest::newRow("whole digits stay")
            << qint64 {1'234'567'000'000'000} << Milliseconds << u"1234567 ms"_s;
    }

    void durations()
    {
        QFETCH(qint64, picoseconds);
        QFETCH(TimeUnit, unit);
        QFETCH(QString, text);
        QCOMPARE(durationText(Duration(picoseconds), unit), text);
    }

    void sharesAndAmounts()
    {
        QCOMPARE(percentText({3, 11}), u"27.3 %"_s);
        QCOMPARE(percentText({0, 1}), u"0.0 %"_s);
        QCOMPARE(memoryText(Bytes {6'400'000'000}), u"6.4 GB"_s);
    }

    void operations()
    {
        Schedule plain;
        plain.reset(1, 1, 8);
        plain.append(OperationKind::Backward, 0, 7);
        plain.append(OperationKind::OptimizerStep, 0, 7);
        QCOMPARE(operationText(plain, 0), u"backward 7"_s);
        QCOMPARE(operationText(plain, 1), u"optimizer step"_s);

        Schedule chunked;
        chunked.reset(1, 2, 8);
        chunked.append(OperationKind::Backward, 1, 7);
        QCOMPARE(operationText(chunked, 0), u"backward 7 of chunk 1"_s);

        Schedule sliced;
        sliced.reset(Placement::loop(1, 1), 8, 4);
        sliced.append(OperationKind::Forward, 0, 30);
        QCOMPARE(operationText(sliced, 0), u"forward 7, slice 2"_s);
    }

    void pairsNameBothHalvesAndTheirDirections()
    {
        Schedule schedule;
        schedule.reset(Placement::bidirectional(2), 8);
        schedule.append(OperationKind::InputGrad, 1, 5);
        schedule.appendPair(0, 2, 1, 6);
        QCOMPARE(operationText(schedule, 0), u"input gradient 5 of the second direction"_s);
        QCOMPARE(
            operationText(schedule, 1), u"forward 2 with backward 6 of the second direction"_s);
    }

    void errorsNameTermsAsTheWindowDoes()
    {
        QCOMPARE(errorText({ErrorCode::OutOfRange, {"stages", "0", "1", "1024"}}),
            u"Stages is 0; it must be from 1 to 1024."_s);
        QCOMPARE(errorText({ErrorCode::OutOfRange, {"forward", "0 us", "1 us", "9 us"}}),
            u"Forward is 0 µs; it must be from 1 µs to 9 µs."_s);
        // A text that a person typed is no place for placeholders.
        QCOMPARE(errorText({ErrorCode::NotANumber, {"stages", "%1 %2"}}),
            u"Stages is “%1 %2”, which is not a number."_s);
    }
};

QTEST_APPLESS_MAIN(tst_quantities)
#include "tst_quantities.moc"
