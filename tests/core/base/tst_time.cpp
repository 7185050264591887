// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/time.h"
#include "tests/support/failonwarning.h"

#include <QTest>

using namespace pipegantt;

class TestTime : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void zeroHasNoUnit();
};

void TestTime::reads_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("picoseconds");
    QTest::addColumn<QByteArray>("unit");
    QTest::newRow("slots") << QByteArray("3") << qint64 {3'000'000'000} << QByteArray("slots");
    QTest::newRow("half a slot") << QByteArray("0.5") << qint64 {500'000'000}
                                 << QByteArray("slots");
    QTest::newRow("slots by name")
        << QByteArray("2 slots") << qint64 {2'000'000'000} << QByteArray("slots");
    QTest::newRow("us") << QByteArray("250us") << qint64 {250'000'000} << QByteArray("us");
    QTest::newRow("ms") << QByteArray("1.5ms") << qint64 {1'500'000'000} << QByteArray("ms");
    QTest::newRow("s") << QByteArray("2 s") << qint64 {2'000'000'000'000} << QByteArray("s");
    QTest::newRow("picosecond") << QByteArray("0.000001us") << qint64 {1} << QByteArray("us");
}

void TestTime::reads()
{
    QFETCH(QByteArray, text);
    const Result<ParsedTime> parsed = parseTime(text.toStdString(), "forward");
    QVERIFY(parsed.has_value());
    QTEST(qint64 {parsed->value.count()}, "picoseconds");
    QTEST(QByteArray::fromStdString(std::string(unitName(parsed->unit))), "unit");
}

void TestTime::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("code");
    QTest::newRow("word") << QByteArray("fast") << int(ErrorCode::NotANumber);
    QTest::newRow("empty") << QByteArray() << int(ErrorCode::NotANumber);
    QTest::newRow("unit alone") << QByteArray("ms") << int(ErrorCode::NotANumber);
    QTest::newRow("hours") << QByteArray("3h") << int(ErrorCode::UnknownUnit);
    QTest::newRow("finer than exact time") << QByteArray("0.0000001us") << int(ErrorCode::TooFine);
    QTest::newRow("beyond exact time") << QByteArray("9999999999s") << int(ErrorCode::OutOfRange);
}

void TestTime::refuses()
{
    QFETCH(QByteArray, text);
    const Result<ParsedTime> parsed = parseTime(text.toStdString(), "forward");
    QVERIFY(!parsed.has_value());
    QTEST(static_cast<int>(parsed.error().code), "code");
    QCOMPARE(parsed.error().facts.front(), std::string("forward"));
}

void TestTime::zeroHasNoUnit()
{
    QVERIFY(parseTime("0", "comm")->unitless);
    QVERIFY(!parseTime("0us", "comm")->unitless);
    QVERIFY(!parseTime("1", "comm")->unitless);
}

QTEST_APPLESS_MAIN(TestTime)
#include "tst_time.moc"
