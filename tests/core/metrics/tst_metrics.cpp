// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/run/run.h"
#include "core/schedule/closedform.h"
#include "tests/support/failonwarning.h"
#include "tests/support/plans.h"

#include <QTest>

using namespace pipegantt;

class TestMetrics : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }
    void numbersOfTheNote_data();
    void numbersOfTheNote();
    void eachConventionHasItsOwnNumber();
    void speedUpIsOverTheUncutBatch();
    void memoryLimitInMicrobatches_data();
    void memoryLimitInMicrobatches();
    void memoryLimitInBytes();
    void chunksShareAMicrobatch();
    void deviceTimeBeyondTheRangeIsRefused();
};

void TestMetrics::numbersOfTheNote_data()
{
    QTest::addColumn<QByteArray>("schedule");
    QTest::addColumn<int>("stages");
    QTest::addColumn<int>("microbatches");
    QTest::addColumn<QByteArray>("bubble");
    for (const char* schedule : {"gpipe", "1f1b"}) {
        const QByteArray id(schedule);
        QTest::newRow(QByteArray(id + " P=4 M=1").constData())
            << id << 4 << 1 << QByteArray("75.0");
        QTest::newRow(QByteArray(id + " P=4 M=16").constData())
            << id << 4 << 16 << QByteArray("15.8");
        QTest::newRow(QByteArray(id + " P=8 M=8").constData())
            << id << 8 << 8 << QByteArray("46.7");
        QTest::newRow(QByteArray(id + " P=8 M=32").constData())
            << id << 8 << 32 << QByteArray("17.9");
        QTest::newRow(QByteArray(id + " P=8 M=128").constData())
            << id << 8 << 128 << QByteArray("5.2");
    }
    QTest::newRow("naive P=4") << QByteArray("naive") << 4 << 1 << QByteArray("75.0");
    QTest::newRow("inference P=4 M=4") << QByteArray("inference") << 4 << 4 << QByteArray("42.9");
}

void TestMetrics::numbersOfTheNote()
{
    QFETCH(QByteArray, schedule);
    QFETCH(int, stages);
    QFETCH(int, microbatches);
    QFETCH(QByteArray, bubble);
    const Plan plan =
        test::planOf(scheduleFromId(schedule.toStdString()).value(), stages, microbatches);
    const Result<Run> done = run(plan);
    QCOMPARE(percentNumber(done->metrics.bubbleRatio), bubble.toStdString());
    QVERIFY(done->metrics.bubbleRatio == closedForm(plan).bubbleRatio());
    QVERIFY(done->metrics.efficiency == closedForm(plan).efficiency());
}

void TestMetrics::eachConventionHasItsOwnNumber()
{
    const Metrics metrics = run(test::planOf(ScheduleKind::OneFOneB, 4, 8))->metrics;
    QVERIFY(metrics.makespan == test::slotTime(33));
    QVERIFY(metrics.span == test::slotTime(33));
    QVERIFY(metrics.ideal == test::slotTime(24));
    QVERIFY((metrics.bubbleRatio == Ratio {3, 11}));
    QVERIFY((metrics.bubbleOverIdeal == Ratio {3, 8}));
    QVERIFY((metrics.spanBubbleRatio == Ratio {3, 11}));
    QVERIFY((metrics.efficiency == Ratio {8, 11}));
}

void TestMetrics::speedUpIsOverTheUncutBatch()
{
    QVERIFY((run(test::planOf(ScheduleKind::OneFOneB, 4, 8))->metrics.speedUp == Ratio {96, 33}));
    QVERIFY((run(test::planOf(ScheduleKind::Naive, 4, 1))->metrics.speedUp == Ratio {1, 1}));
    // Forward only, as in the note: 16 T uncut against 7 T.
    QVERIFY((run(test::planOf(ScheduleKind::Inference, 4, 4))->metrics.speedUp == Ratio {16, 7}));
}

void TestMetrics::memoryLimitInMicrobatches_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("microbatches");
    QTest::addColumn<bool>("fits");
    QTest::newRow("GPipe 40") << int(ScheduleKind::GPipe) << 40 << true;
    QTest::newRow("GPipe 41") << int(ScheduleKind::GPipe) << 41 << false;
    QTest::newRow("GPipe 128") << int(ScheduleKind::GPipe) << 128 << false;
    QTest::newRow("1F1B 128") << int(ScheduleKind::OneFOneB) << 128 << true;
}

void TestMetrics::memoryLimitInMicrobatches()
{
    QFETCH(int, kind);
    QFETCH(int, microbatches);
    Plan plan = test::planOf(static_cast<ScheduleKind>(kind), 8, microbatches);
    plan.memoryLimit = {MemoryLimit::Unit::Microbatches, 40};
    QTEST(run(plan)->metrics.fits, "fits");
}

void TestMetrics::memoryLimitInBytes()
{
    Plan plan = test::planOf(ScheduleKind::OneFOneB, 4, 8);
    plan.activation = {1'600'000'000};
    plan.memoryLimit = {MemoryLimit::Unit::Bytes, 6'400'000'000};
    const Metrics metrics = run(plan)->metrics;
    QCOMPARE(metrics.peakMemory.value, std::int64_t {6'400'000'000});
    QCOMPARE(metrics.peakDevice, 0);
    QVERIFY(metrics.fits);
    plan.memoryLimit.amount -= 1;
    QVERIFY(!run(plan)->metrics.fits);
}

void TestMetrics::chunksShareAMicrobatch()
{
    Plan plan = test::planOf(ScheduleKind::Inference, 2, 4);
    plan.chunks = 3;
    plan.activation = {10};
    QCOMPARE(activationBytes(plan, 1).value, std::int64_t {4});
    QCOMPARE(activationBytes(plan, 3).value, std::int64_t {10});
    QCOMPARE(activationBytes(plan, 7).value, std::int64_t {24});
}

void TestMetrics::deviceTimeBeyondTheRangeIsRefused()
{
    Plan plan = test::planOf(ScheduleKind::GPipe, 1024, 1);
    plan.time = stageTime(1'000 * test::slotTime(1'000), test::slotTime(1));
    plan.link.latency = 900 * test::slotTime(1'000);
    // Whole slots can be counted, picoseconds cannot.
    QVERIFY(run(plan).has_value());
    plan.link.latency += Duration(1);
    const Result<Run> done = run(plan);
    QVERIFY(!done.has_value());
    QVERIFY(done.error().code == ErrorCode::TimeOverflow);
}

QTEST_APPLESS_MAIN(TestMetrics)
#include "tst_metrics.moc"
