// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/decimal.h"
#include "tests/support/failonwarning.h"

#include <QTest>

#include <limits>
#include <random>

using namespace pipegantt;

class TestDecimal : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }
    void readsExactly_data();
    void readsExactly();
    void refuses_data();
    void refuses();
    void writesWithoutTrailingZeros_data();
    void writesWithoutTrailingZeros();
    void readsBackWhatItWrites();
};

void TestDecimal::readsExactly_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("value");
    QTest::newRow("whole") << QByteArray("12") << qint64 {12'000};
    QTest::newRow("fraction") << QByteArray("0.5") << qint64 {500};
    QTest::newRow("no leading digit") << QByteArray(".25") << qint64 {250};
    QTest::newRow("trailing point") << QByteArray("3.") << qint64 {3'000};
    QTest::newRow("negative") << QByteArray("-1.001") << qint64 {-1'001};
    QTest::newRow("zeros beyond the scale") << QByteArray("1.5000000") << qint64 {1'500};
    QTest::newRow("largest") << QByteArray("9223372036854775.807")
                             << std::numeric_limits<qint64>::max();
}

void TestDecimal::readsExactly()
{
    QFETCH(QByteArray, text);
    const auto value = parseDecimal(text.toStdString(), 1000);
    QVERIFY(value.has_value());
    QTEST(qint64 {*value}, "value");
}

void TestDecimal::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("fault");
    const int notANumber = static_cast<int>(DecimalFault::NotANumber);
    const int tooFine = static_cast<int>(DecimalFault::TooFine);
    const int tooLarge = static_cast<int>(DecimalFault::TooLarge);
    QTest::newRow("empty") << QByteArray() << notANumber;
    QTest::newRow("sign alone") << QByteArray("-") << notANumber;
    QTest::newRow("point alone") << QByteArray(".") << notANumber;
    QTest::newRow("two points") << QByteArray("1.2.3") << notANumber;
    QTest::newRow("exponent") << QByteArray("1e3") << notANumber;
    QTest::newRow("space") << QByteArray("1 ") << notANumber;
    QTest::newRow("not finite") << QByteArray("inf") << notANumber;
    QTest::newRow("too fine") << QByteArray("0.0001") << tooFine;
    QTest::newRow("too large") << QByteArray("9223372036854775.808") << tooLarge;
    QTest::newRow("hostile length") << QByteArray(100'000, '9') << tooLarge;
}

void TestDecimal::refuses()
{
    QFETCH(QByteArray, text);
    const auto value = parseDecimal(text.toStdString(), 1000);
    QVERIFY(!value.has_value());
    QTEST(static_cast<int>(value.error()), "fault");
}

void TestDecimal::writesWithoutTrailingZeros_data()
{
    QTest::addColumn<qint64>("value");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("zero") << qint64 {0} << QByteArray("0");
    QTest::newRow("whole") << qint64 {33'000} << QByteArray("33");
    QTest::newRow("fraction") << qint64 {1'050} << QByteArray("1.05");
    QTest::newRow("below one") << qint64 {-7} << QByteArray("-0.007");
    QTest::newRow("least") << std::numeric_limits<qint64>::min()
                           << QByteArray("-9223372036854775.808");
}

void TestDecimal::writesWithoutTrailingZeros()
{
    QFETCH(qint64, value);
    QTEST(QByteArray::fromStdString(decimalText(value, 1000)), "text");
}

void TestDecimal::readsBackWhatItWrites()
{
    std::mt19937_64 random(7);
    for (int i = 0; i < 10'000; ++i) {
        const auto value = static_cast<std::int64_t>(random()) / (1 + (i % 1000) * 1000);
        for (const std::int64_t scale : {1, 1'000, 1'000'000'000})
            QCOMPARE(parseDecimal(decimalText(value, scale), scale).value_or(-1), value);
    }
}

QTEST_APPLESS_MAIN(TestDecimal)
#include "tst_decimal.moc"
