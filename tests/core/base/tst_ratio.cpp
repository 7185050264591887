// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/ratio.h"
#include "tests/support/failonwarning.h"

#include <QTest>

#include <limits>

using namespace pipegantt;

class TestRatio : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }
    void percent_data();
    void percent();
    void decimals_data();
    void decimals();
    void equalityIsOfValues();
    void equalityDoesNotOverflow();
};

void TestRatio::percent_data()
{
    QTest::addColumn<qint64>("numerator");
    QTest::addColumn<qint64>("denominator");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("P=4 M=1") << qint64 {3} << qint64 {4} << QByteArray("75.0");
    QTest::newRow("P=4 M=4") << qint64 {4} << qint64 {7} << QByteArray("57.1");
    QTest::newRow("P=4 M=16") << qint64 {3} << qint64 {19} << QByteArray("15.8");
    QTest::newRow("P=8 M=8") << qint64 {7} << qint64 {15} << QByteArray("46.7");
    QTest::newRow("P=8 M=32") << qint64 {7} << qint64 {39} << QByteArray("17.9");
    QTest::newRow("P=8 M=128") << qint64 {7} << qint64 {135} << QByteArray("5.2");
    QTest::newRow("nothing") << qint64 {0} << qint64 {5} << QByteArray("0.0");
    QTest::newRow("all") << qint64 {5} << qint64 {5} << QByteArray("100.0");
    QTest::newRow("rounds half up") << qint64 {1} << qint64 {2000} << QByteArray("0.1");
    QTest::newRow("rounds up to one") << qint64 {9999} << qint64 {10'000} << QByteArray("100.0");
    QTest::newRow("rounding carries") << qint64 {99'999} << qint64 {100'000} << QByteArray("100.0");
    QTest::newRow("large terms") << std::numeric_limits<qint64>::max() / 4 * 3
                                 << std::numeric_limits<qint64>::max() << QByteArray("75.0");
}

void TestRatio::percent()
{
    QFETCH(qint64, numerator);
    QFETCH(qint64, denominator);
    QTEST(QByteArray::fromStdString(percentNumber({numerator, denominator})), "text");
}

void TestRatio::decimals_data()
{
    QTest::addColumn<qint64>("numerator");
    QTest::addColumn<qint64>("denominator");
    QTest::addColumn<int>("places");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("speed-up") << qint64 {96} << qint64 {33} << 1 << QByteArray("2.9");
    QTest::newRow("whole") << qint64 {7} << qint64 {2} << 0 << QByteArray("4");
    QTest::newRow("leading zeros") << qint64 {1} << qint64 {1000} << 4 << QByteArray("0.0010");
    QTest::newRow("negative") << qint64 {-1} << qint64 {3} << 2 << QByteArray("-0.33");
    QTest::newRow("no negative zero") << qint64 {-1} << qint64 {1000} << 1 << QByteArray("0.0");
}

void TestRatio::decimals()
{
    QFETCH(qint64, numerator);
    QFETCH(qint64, denominator);
    QFETCH(int, places);
    QTEST(QByteArray::fromStdString(ratioNumber({numerator, denominator}, places)), "text");
}

void TestRatio::equalityIsOfValues()
{
    QVERIFY((Ratio {3, 12} == Ratio {1, 4}));
    QVERIFY(!(Ratio {3, 12} == Ratio {-1, 4}));
    QVERIFY((Ratio {0, 7} == Ratio {0, 1}));
    QVERIFY((Ratio {1, 3} < Ratio {1, 2} && !(Ratio {2, 4} < Ratio {1, 2})));
    QVERIFY((Ratio {6, 8}.reduced().denominator == 4));
}

void TestRatio::equalityDoesNotOverflow()
{
    constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();
    QVERIFY((Ratio {kMost, kMost} == Ratio {1, 1}));
    QVERIFY(!(Ratio {kMost, kMost - 1} == Ratio {kMost - 1, kMost}));
}

QTEST_APPLESS_MAIN(TestRatio)
#include "tst_ratio.moc"
