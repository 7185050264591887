// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/bytes.h"
#include "tests/support/failonwarning.h"

#include <QTest>

#include <random>

using namespace pipegantt;

class TestBytes : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void showsThreeDigits_data();
    void showsThreeDigits();
    void readsBackWhatItSpells();
};

void TestBytes::reads_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("bytes");
    QTest::newRow("B") << QByteArray("12B") << qint64 {12};
    QTest::newRow("GB") << QByteArray("1.6GB") << qint64 {1'600'000'000};
    QTest::newRow("with a space") << QByteArray("80 GB") << qint64 {80'000'000'000};
    QTest::newRow("MiB") << QByteArray("1.5MiB") << qint64 {1'572'864};
    QTest::newRow("a part of a large unit") << QByteArray("1.25TB") << qint64 {1'250'000'000'000};
    QTest::newRow("a part of a larger unit") << QByteArray("0.000001PB") << qint64 {1'000'000'000};
}

void TestBytes::reads()
{
    QFETCH(QByteArray, text);
    const Result<Bytes> bytes = parseBytes(text.toStdString(), "memory-limit");
    QVERIFY(bytes.has_value());
    QTEST(qint64 {bytes->value}, "bytes");
}

void TestBytes::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("code");
    QTest::newRow("no unit") << QByteArray("80") << int(ErrorCode::UnknownUnit);
    QTest::newRow("unknown unit") << QByteArray("80 Gb") << int(ErrorCode::UnknownUnit);
    QTest::newRow("word") << QByteArray("lots") << int(ErrorCode::NotANumber);
    QTest::newRow("part of a byte") << QByteArray("0.5B") << int(ErrorCode::TooFine);
    QTest::newRow("too much") << QByteArray("99999999999 PB") << int(ErrorCode::OutOfRange);
}

void TestBytes::refuses()
{
    QFETCH(QByteArray, text);
    const Result<Bytes> bytes = parseBytes(text.toStdString(), "memory-limit");
    QVERIFY(!bytes.has_value());
    QTEST(static_cast<int>(bytes.error().code), "code");
}

void TestBytes::showsThreeDigits_data()
{
    QTest::addColumn<qint64>("bytes");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << qint64 {0} << QByteArray("0 B");
    QTest::newRow("bytes") << qint64 {999} << QByteArray("999 B");
    QTest::newRow("whole") << qint64 {1'000'000'000} << QByteArray("1 GB");
    QTest::newRow("one decimal") << qint64 {6'400'000'000} << QByteArray("6.4 GB");
    QTest::newRow("rounded") << qint64 {10'267'656'192} << QByteArray("10.3 GB");
    QTest::newRow("hundreds") << qint64 {164'282'499'072} << QByteArray("164 GB");
}

void TestBytes::showsThreeDigits()
{
    QFETCH(qint64, bytes);
    QTEST(QByteArray::fromStdString(bytesText({bytes})), "text");
}

void TestBytes::readsBackWhatItSpells()
{
    std::mt19937_64 random(3);
    for (int i = 0; i < 2'000; ++i) {
        const Bytes amount {static_cast<std::int64_t>(random() >> (1U + random() % 62U))};
        QCOMPARE(parseBytes(bytesExact(amount), "x")->value, amount.value);
    }
}

QTEST_APPLESS_MAIN(TestBytes)
#include "tst_bytes.moc"
