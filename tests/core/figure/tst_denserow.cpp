// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Rows of more operations than columns, by what paints them.

#include "core/figure/coverage.h"
#include "core/figure/denserow.h"
#include "core/figure/fills.h"
#include "tests/support/failonwarning.h"
#include "tests/support/slowpicture.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <random>

using namespace pipegantt;

namespace {

struct Drawn
{
    Schedule schedule;
    Timeline timeline;
};

// Rows of random kinds and chunks with a length for each pass, as nearly all runs have them; some
// passes take no time, and there are gaps.
Drawn randomDrawn(std::mt19937& random, int devices, int chunks, int operations, std::int64_t tick,
    std::int32_t longest)
{
    const auto upTo = [&random](std::int32_t most) {
        return std::uniform_int_distribution<std::int32_t>(0, most)(random);
    };
    Drawn drawn;
    drawn.schedule.reset(devices, chunks, operations);
    for (int device = 0; device < devices; ++device) {
        for (int i = 0; i < operations; ++i)
            drawn.schedule.append(
                static_cast<OperationKind>(upTo(kOperationKindCount - 1)), upTo(chunks - 1), i);
        drawn.schedule.finishDevice();
    }
    auto& ticks = drawn.timeline.lay<std::int32_t>(drawn.schedule, tick, true);
    std::int32_t last = 0;
    for (int device = 0; device < devices; ++device) {
        std::int32_t* const lengths = ticks.lengthsOf(device);
        for (std::size_t pass = 0; pass < PackedOperation::kPasses; ++pass)
            lengths[pass] = pass % 7 == 0 ? 0 : upTo(longest);
        std::int32_t clock = upTo(longest);
        for (std::size_t i = drawn.schedule.rowBegin(device); i < drawn.schedule.rowEnd(device);
             ++i) {
            clock += lengths[drawn.schedule.operations()[i].pass()];
            ticks.ends[i] = clock;
            // Gaps here and there, and a long one.
            clock += upTo(9) == 0 ? upTo(longest) : 0;
            clock += upTo(operations) == 0 ? 40 * longest : 0;
        }
        last = std::max(last, clock);
    }
    drawn.timeline.makespan = Duration(tick * last);
    return drawn;
}

bool isDense(const Drawn& drawn, int device, const ColumnEdges& edges)
{
    const IndexRange range = visibleOperations(
        drawn.timeline, device, Duration(edges[0]), Duration(edges[edges.columns()]));
    return drawn.timeline.visitRow(device, [&](const auto& times) {
        using Times = std::decay_t<decltype(times)>;
        if constexpr (std::is_same_v<Times, DenseRow::Times>)
            return DenseRow::suits(times, range, drawn.schedule, edges);
        else
            return false;
    });
}

} // namespace

class DenseRowTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }

    void rowsAreTheirExactMix_data()
    {
        QTest::addColumn<int>("operations");
        QTest::addColumn<int>("columns");
        QTest::addColumn<qint64>("tick");
        QTest::addColumn<int>("longest");
        QTest::newRow("half an operation a column") << 400 << 799 << qint64 {1} << 900;
        QTest::newRow("one and a half") << 700 << 460 << qint64 {100'000} << 11;
        QTest::newRow("twenty") << 6000 << 300 << qint64 {777} << 2'000;
        QTest::newRow("ends on edges") << 3000 << 512 << qint64 {64} << 1;
        QTest::newRow("all in one column") << 900 << 1 << qint64 {3} << 5;
        QTest::newRow("several blocks of columns") << 2500 << 1100 << qint64 {1'000} << 500;
        QTest::newRow("as long as times get") << 500 << 700 << qint64 {1} << 4'000'000;
    }

    // Where there are more operations than columns, and windows begin and end anywhere.
    void rowsAreTheirExactMix()
    {
        QFETCH(int, operations);
        QFETCH(int, columns);
        QFETCH(qint64, tick);
        QFETCH(int, longest);
        std::mt19937 random(20261125);
        ColumnEdges edges;
        std::vector<std::uint32_t> pixels(static_cast<std::size_t>(columns));
        MixedRow row;
        std::vector<Mix> mixed(pixels.size());
        for (int round = 0; round < 4; ++round) {
            const Drawn drawn =
                randomDrawn(random, 2, 1 + round, operations, tick, std::int32_t {longest});
            const std::int64_t makespan = drawn.timeline.makespan.count();
            const std::int64_t begin = round % 2 == 0 ? 0 : makespan / 17 + 1;
            const std::int64_t end = round < 2 ? makespan : makespan - makespan / 13;
            const Fills fills(lightLook(), drawn.schedule, ColorBy::Kind);
            const test::SlowPicture slow(drawn.schedule, drawn.timeline, fills);
            edges.lay(
                TimeScale(Duration(begin), Duration(end), columns), pixels.size(), drawn.timeline);
            for (int device = 0; device < 2; ++device) {
                QVERIFY(isDense(drawn, device, edges));
                paintCoverage(drawn.schedule, drawn.timeline, device, fills, edges, pixels);
                mixCoverage(drawn.schedule, drawn.timeline, device, fills, edges, row);
                row.copyTo(mixed);
                std::array<double, 3> owed {};
                for (std::size_t x = 0; x < pixels.size(); ++x) {
                    const std::array<double, 3> exact = slow.mean(device, edges[x], edges[x + 1]);
                    const std::array<double, 3> seen = test::channelsOf(pixels[x]);
                    for (std::size_t channel = 0; channel < 3; ++channel) {
                        QVERIFY(std::abs(seen[channel] - exact[channel]) < 1.001);
                        owed[channel] += exact[channel] - seen[channel];
                        QVERIFY(std::abs(owed[channel]) < 0.6);
                        QVERIFY(std::abs(mixed[x][2 - channel] - exact[channel]) < 0.001);
                    }
                }
            }
        }
    }
};

QTEST_APPLESS_MAIN(DenseRowTest)
#include "tst_denserow.moc"
