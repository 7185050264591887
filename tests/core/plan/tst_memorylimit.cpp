// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/plan/memorylimit.h"
#include "tests/support/failonwarning.h"

#include <QTest>

#include <limits>

using namespace pipegantt;

class TestMemoryLimit : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }
    void readsAndWrites_data();
    void readsAndWrites();
    void refuses_data();
    void refuses();
    void countsBytes();
};

void TestMemoryLimit::readsAndWrites_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("unit");
    QTest::newRow("none") << QByteArray("none") << int(MemoryLimit::Unit::None);
    QTest::newRow("micro-batches") << QByteArray("40") << int(MemoryLimit::Unit::Microbatches);
    QTest::newRow("bytes") << QByteArray("10GB") << int(MemoryLimit::Unit::Bytes);
}

void TestMemoryLimit::readsAndWrites()
{
    QFETCH(QByteArray, text);
    const Result<MemoryLimit> limit = parseMemoryLimit(text.toStdString());
    QVERIFY(limit.has_value());
    QTEST(static_cast<int>(limit->unit), "unit");
    QCOMPARE(memoryLimitText(*limit), text.toStdString());
}

void TestMemoryLimit::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("code");
    QTest::newRow("part of a micro-batch") << QByteArray("2.5") << int(ErrorCode::NotWhole);
    QTest::newRow("word") << QByteArray("much") << int(ErrorCode::NotANumber);
    QTest::newRow("empty") << QByteArray() << int(ErrorCode::NotANumber);
    QTest::newRow("unknown unit") << QByteArray("10 G") << int(ErrorCode::UnknownUnit);
}

void TestMemoryLimit::refuses()
{
    QFETCH(QByteArray, text);
    const Result<MemoryLimit> limit = parseMemoryLimit(text.toStdString());
    QVERIFY(!limit.has_value());
    QTEST(static_cast<int>(limit.error().code), "code");
    QCOMPARE(limit.error().facts.front(), std::string("memory-limit"));
}

void TestMemoryLimit::countsBytes()
{
    const MemoryLimit forty {MemoryLimit::Unit::Microbatches, 40};
    QCOMPARE(forty.bytes({1'000})->value, std::int64_t {40'000});
    constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();
    QCOMPARE(forty.bytes({kMost})->value, kMost);
    QVERIFY(!MemoryLimit {}.bytes({1}).has_value());
}

QTEST_APPLESS_MAIN(TestMemoryLimit)
#include "tst_memorylimit.moc"
