// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/planner/measuredplan.h"
#include "core/planner/microbatchtrade.h"
#include "tests/support/failonwarning.h"
#include "tests/support/sampletimes.h"

#include <QTest>

using namespace pipegantt;

namespace {

/// Micro-batches of b samples take 2 + 8 b units: large ones compute better.
std::vector<Plan> plans(int batch, const MemoryLimit& limit = {})
{
    const StageTimes times = test::sampleTimes(false);
    std::vector<Plan> list;
    for (const SizeTimes& size : times.sizes) {
        Plan plan;
        plan.globalBatch = batch;
        plan.memoryLimit = limit;
        const MeasuredChoice choice {times, size};
        list.push_back(*withMeasuredTimes(*preparedFor(plan, choice), choice,
            [](Parameter parameter) { return parameter == Parameter::GlobalBatch; }));
    }
    return list;
}

} // namespace

class TestMicrobatchTrade : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }

    /// Four stages: M + 3 passes of 6 (2 + 8 b) ms. Few micro-batches want to be small, many large.
    void theBatchDecides_data()
    {
        QTest::addColumn<int>("batch");
        QTest::addColumn<int>("best");
        QTest::newRow("4: 7·10 < 5·18") << 4 << 1;
        QTest::newRow("20: 23·10 < 13·18") << 20 << 1;
        QTest::newRow("24: 27·10 = 15·18, the smaller") << 24 << 1;
        QTest::newRow("26: 29·10 > 16·18") << 26 << 2;
        QTest::newRow("200: 203·10 > 103·18") << 200 << 2;
    }
    void theBatchDecides()
    {
        QFETCH(int, batch);
        QFETCH(int, best);
        Comparison comparison;
        const MicrobatchTrade trade =
            microbatchTrade(comparison, plans(batch), ScheduleKind::OneFOneB);
        QVERIFY(trade.best.has_value());
        QCOMPARE(trade.points[*trade.best].microbatchSize, best);
        for (const TradePoint& point : trade.points) {
            const std::int64_t b = point.microbatchSize;
            QCOMPARE(point.row.makespan,
                Duration(std::chrono::milliseconds((batch / b + 3) * 6 * (2 + 8 * b))));
            // The product of both curves, to rounding.
            const double product = point.stageRate * (1 - point.row.bubbleRatio.value());
            QVERIFY(std::abs(point.rate / product - 1) < 1e-12);
        }
        QVERIFY(trade.points[1].stageRate > trade.points[0].stageRate);
        QVERIFY(trade.points[0].row.bubbleRatio < trade.points[1].row.bubbleRatio);
    }

    /// What does not fit is no best, however soon it ends.
    void memoryDecides()
    {
        Comparison comparison;
        const std::vector<Plan> free = plans(200);
        const ComparedPlan large = comparison.row(free[1]);
        const MemoryLimit limit {MemoryLimit::Unit::Bytes, large.peakMemory.value - 1};
        const MicrobatchTrade trade =
            microbatchTrade(comparison, plans(200, limit), ScheduleKind::OneFOneB);
        QVERIFY(!trade.points[1].row.fits);
        QCOMPARE(trade.best, std::optional<std::size_t>(0));
        const MicrobatchTrade none = microbatchTrade(
            comparison, plans(200, {MemoryLimit::Unit::Bytes, 1}), ScheduleKind::OneFOneB);
        QVERIFY(!none.best);
    }

    void whatCannotRunHasNoRate()
    {
        Comparison comparison;
        // 2 and 1 micro-batches: DualPipe wants two for each device.
        const MicrobatchTrade trade = microbatchTrade(comparison, plans(2), ScheduleKind::DualPipe);
        QVERIFY(!trade.best);
        QVERIFY(trade.points[0].row.refusal.has_value());
        QCOMPARE(trade.points[0].rate, 0.);
    }
};

QTEST_GUILESS_MAIN(TestMicrobatchTrade)
#include "tst_microbatchtrade.moc"
