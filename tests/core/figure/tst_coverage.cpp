// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/figure/coverage.h"
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

// A schedule and a timeline with operations of random kinds and chunks, and gaps, of random
// lengths; some have no length.
struct Drawn
{
    Schedule schedule;
    Timeline timeline;
};

Timeline timelineOf(const Schedule& schedule, const std::vector<std::int64_t>& starts,
    const std::vector<std::int64_t>& ends, Duration makespan)
{
    Timeline timeline = Timeline::of(schedule, starts, ends);
    timeline.makespan = makespan;
    return timeline;
}

Drawn randomDrawn(
    std::mt19937& random, int devices, int chunks, int operations, std::int64_t longest)
{
    const auto upTo = [&random](std::int64_t most) {
        return std::uniform_int_distribution<std::int64_t>(0, most)(random);
    };
    Drawn drawn;
    std::vector<std::int64_t> starts;
    std::vector<std::int64_t> ends;
    Duration makespan {};
    drawn.schedule.reset(devices, chunks, operations);
    for (int device = 0; device < devices; ++device) {
        std::int64_t clock = upTo(longest);
        for (int i = 0; i < operations; ++i) {
            drawn.schedule.append(static_cast<OperationKind>(upTo(kOperationKindCount - 1)),
                static_cast<int>(upTo(chunks - 1)), i);
            starts.push_back(clock);
            clock += upTo(longest);
            ends.push_back(clock);
            clock += upTo(2) == 0 ? upTo(longest) : 0;
        }
        drawn.schedule.finishDevice();
        makespan = std::max(makespan, Duration(clock));
    }
    drawn.timeline = timelineOf(drawn.schedule, starts, ends, makespan);
    return drawn;
}

// Black bubbles; forward fills red and backward fills green, so that shares can be read back.
Look decodableLook()
{
    Look look = lightLook();
    look.bubble = {0, 0, 0};
    look.fills.fill({0, 0, 255});
    look.fills[static_cast<std::size_t>(OperationKind::Forward)] = {255, 0, 0};
    look.fills[static_cast<std::size_t>(OperationKind::Backward)] = {0, 255, 0};
    return look;
}

// Black bubbles, and white whatever runs, so that the bubble can be read back from any schedule.
Look blackAndWhiteLook()
{
    constexpr Color white {255, 255, 255};
    Look look = lightLook();
    look.bubble = {0, 0, 0};
    look.fills.fill(white);
    look.shades.fill({{white, white}, {white, white, white, white}});
    return look;
}

// The mean colour of a picture of `drawn` over all its devices, black for a bubble.
std::array<double, 3> meanColor(const Drawn& drawn, const Look& look)
{
    std::vector<std::uint32_t> pixels(1920);
    ColumnEdges edges;
    std::array<double, 3> sums {};
    const int devices = drawn.schedule.devices();
    for (int device = 0; device < devices; ++device) {
        paintCoverage(drawn.schedule, drawn.timeline, device,
            TimeScale(Duration(0), drawn.timeline.makespan, 1920), look, pixels, edges);
        for (const std::uint32_t pixel : pixels) {
            sums[0] += pixel >> 16U & 255U;
            sums[1] += pixel >> 8U & 255U;
            sums[2] += pixel & 255U;
        }
    }
    for (double& sum : sums)
        sum /= 1920.0 * devices;
    return sums;
}

// What the mean colour has to be: each colour by its exact share of all device time.
std::array<double, 3> expectedMean(const Drawn& drawn, const Look& look)
{
    const Fills fills(look, drawn.schedule.chunks());
    const double all =
        static_cast<double>(drawn.timeline.makespan.count()) * drawn.schedule.devices();
    std::array<double, 3> mean {};
    double idle = 1;
    const auto add = [&mean](Color color, double share) {
        mean[0] += share * color.red;
        mean[1] += share * color.green;
        mean[2] += share * color.blue;
    };
    for (std::size_t i = 0; i < drawn.timeline.size(); ++i) {
        const double share =
            static_cast<double>((drawn.timeline.end(i) - drawn.timeline.start(i)).count()) / all;
        add(fills.color(drawn.schedule.operations()[i]), share);
        idle -= share;
    }
    add(look.bubble, idle);
    return mean;
}

} // namespace

class CoverageTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }

    // Against the definition: each pixel is off by less than a level, and so is the sum of all
    // pixels from the left to any column.
    void rowsAreTheirExactMix_data()
    {
        QTest::addColumn<int>("by");
        // Causes of idle time are painted by `paintIdle`.
        for (int by = 0; by < static_cast<int>(ColorBy::IdleCause); ++by)
            QTest::addRow("%d", by) << by;
    }

    void rowsAreTheirExactMix()
    {
        QFETCH(int, by);
        std::mt19937 random(20261123U + static_cast<unsigned>(by));
        ColumnEdges edges;
        for (int round = 0; round < 120; ++round) {
            const std::int64_t longest = round % 2 == 0 ? 50 : 1'000'000'007;
            const Drawn drawn = randomDrawn(random, 3, 1 + round % 5, 1 + round % 60, longest);
            const Fills fills(lightLook(), drawn.schedule, static_cast<ColorBy>(by));
            const std::int64_t makespan =
                std::max<std::int64_t>(drawn.timeline.makespan.count(), 8);
            std::int64_t begin =
                std::uniform_int_distribution<std::int64_t>(0, makespan / 2)(random);
            std::int64_t end =
                std::uniform_int_distribution<std::int64_t>(begin + 1, makespan + 5)(random);
            if (round % 3 == 0) {
                begin = 0;
                end = makespan;
            }
            const auto width = std::clamp<std::int64_t>(end - begin, 1, 1 + round * 5);
            std::vector<std::uint32_t> pixels(static_cast<std::size_t>(width));
            MixedRow row;
            std::vector<Mix> mixes(pixels.size());
            const test::SlowPicture slow(drawn.schedule, drawn.timeline, fills);
            edges.lay(TimeScale(Duration(begin), Duration(end), static_cast<double>(width)),
                pixels.size(), drawn.timeline);
            for (int device = 0; device < 3; ++device) {
                paintCoverage(drawn.schedule, drawn.timeline, device, fills, edges, pixels);
                mixCoverage(drawn.schedule, drawn.timeline, device, fills, edges, row);
                row.copyTo(mixes);
                std::array<double, 3> owed {};
                for (std::size_t x = 0; x < pixels.size(); ++x) {
                    const auto at = static_cast<std::int64_t>(x);
                    const std::int64_t left = slow.edge(begin, end, width, at);
                    const std::int64_t right = slow.edge(begin, end, width, at + 1);
                    QCOMPARE(edges[x], left);
                    const std::array<double, 3> exact = slow.mean(device, left, right);
                    const std::array<double, 3> seen = test::channelsOf(pixels[x]);
                    for (std::size_t channel = 0; channel < 3; ++channel) {
                        QVERIFY(std::abs(seen[channel] - exact[channel]) < 1.001);
                        owed[channel] += exact[channel] - seen[channel];
                        QVERIFY(std::abs(owed[channel]) < 0.55);
                        QVERIFY(std::abs(mixes[x][2 - channel] - exact[channel]) < 0.001);
                    }
                }
                std::vector<std::uint32_t> settled(pixels.size());
                Rounding().pixels(mixes, settled);
                for (std::size_t x = 0; x < pixels.size(); ++x) {
                    for (std::size_t channel = 0; channel < 3; ++channel)
                        QVERIFY(std::abs(test::channelsOf(settled[x])[channel]
                                    - test::channelsOf(pixels[x])[channel])
                            <= 1);
                }
            }
        }
    }

    void workIsCounted()
    {
        std::mt19937 random(20261125);
        for (int round = 0; round < 50; ++round) {
            const Drawn drawn = randomDrawn(random, 2, 2, 40, 1000);
            const std::int64_t makespan = drawn.timeline.makespan.count();
            const Duration begin(makespan / 4 + round);
            const Duration end(makespan / 2 + 7 * round);
            RangeWork slow;
            for (std::size_t i = drawn.schedule.rowBegin(1); i < drawn.schedule.rowEnd(1); ++i) {
                const Duration work =
                    std::min(end, drawn.timeline.end(i)) - std::max(begin, drawn.timeline.start(i));
                const auto kind = static_cast<std::size_t>(drawn.schedule.operations()[i].kind());
                slow.byKind[kind] += std::max<std::int64_t>(work.count(), 0);
                slow.operations[kind] += work > Duration::zero() ? 1 : 0;
            }
            const RangeWork found = workIn(drawn.schedule, drawn.timeline, 1, begin, end);
            QCOMPARE(found.byKind, slow.byKind);
            QCOMPARE(found.busy(), slow.busy());
            for (const OperationKind kind : kDrawnKinds) {
                const auto i = static_cast<std::size_t>(kind);
                QVERIFY(found.operations[i] >= slow.operations[i]);
            }
            const RangeWork both = workIn(drawn.schedule, drawn.timeline, 0, begin, end);
            RangeWork sum = found;
            sum += both;
            QCOMPARE(sum.busy(), found.busy() + both.busy());
            QCOMPARE(sum.operationCount(), found.operationCount() + both.operationCount());
        }
    }

    void columnsNarrowerThanAPicosecondShowTheirInstant()
    {
        Drawn drawn;
        drawn.schedule.reset(1, 1, 1);
        drawn.schedule.append(OperationKind::Forward, 0, 0);
        drawn.schedule.append(OperationKind::Backward, 0, 0);
        drawn.schedule.finishDevice();
        drawn.timeline = timelineOf(drawn.schedule, {0, 2}, {1, 3}, Duration(4));
        const Look look = decodableLook();
        std::vector<std::uint32_t> pixels(12);
        ColumnEdges edges;
        paintCoverage(drawn.schedule, drawn.timeline, 0, TimeScale(Duration(0), Duration(4), 12),
            look, pixels, edges);
        for (std::size_t x = 0; x < 12; ++x) {
            const std::array<Color, 4> expected {look.fill(OperationKind::Forward), look.bubble,
                look.fill(OperationKind::Backward), look.bubble};
            QCOMPARE(pixels[x], expected[x / 3].argb());
        }
    }

    void aPixelMixesByTime()
    {
        Drawn drawn;
        drawn.schedule.reset(1, 1, 1);
        drawn.schedule.append(OperationKind::Forward, 0, 0);
        drawn.schedule.append(OperationKind::Backward, 0, 0);
        drawn.schedule.finishDevice();
        drawn.timeline = timelineOf(drawn.schedule, {0, 20}, {20, 60}, Duration(100));
        std::vector<std::uint32_t> pixels(1);
        ColumnEdges edges;
        paintCoverage(drawn.schedule, drawn.timeline, 0, TimeScale(Duration(0), Duration(100), 1),
            decodableLook(), pixels, edges);
        QCOMPARE(pixels[0], Color({51, 102, 0}).argb());
    }

    void pairsCountOnce()
    {
        Drawn drawn;
        drawn.schedule.reset(Placement::bidirectional(1), 4);
        drawn.schedule.append(OperationKind::Forward, 0, 0);
        drawn.schedule.appendPair(0, 1, 0, 0);
        drawn.schedule.appendPair(1, 2, 0, 1);
        drawn.schedule.finishDevice();
        drawn.timeline =
            timelineOf(drawn.schedule, {0, 10, 40, 40, 70}, {10, 40, 40, 70, 70}, Duration(70));
        const RangeWork all = workIn(drawn.schedule, drawn.timeline, 0, Duration(0), Duration(70));
        QCOMPARE(all.operationCount(), 3);
        QCOMPARE(all.byKind[static_cast<std::size_t>(OperationKind::Pair)], 60);
        QCOMPARE(all.byKind[static_cast<std::size_t>(OperationKind::PairedBackward)], 0);
        QCOMPARE(
            workIn(drawn.schedule, drawn.timeline, 0, Duration(35), Duration(45)).operationCount(),
            2);
    }

    void shadesKeepTheirShares_data()
    {
        QTest::addColumn<int>("chunks");
        QTest::addColumn<int>("operations");
        QTest::newRow("one chunk") << 1 << 5000;
        QTest::newRow("two chunks") << 2 << 300;
        QTest::newRow("two chunks, thin") << 2 << 20'000;
        QTest::newRow("four chunks, thin") << 4 << 20'000;
        QTest::newRow("all chunks") << 32 << 9000;
    }

    // Every kind in every shade: the mean colour is the mix of them all, and black and white alone
    // tell how much is bubble.
    void shadesKeepTheirShares()
    {
        QFETCH(int, chunks);
        QFETCH(int, operations);
        std::mt19937 random(20261124);
        const Drawn drawn = randomDrawn(random, 3, chunks, operations, 1'000'000);
        for (const Look& look : {lightLook(), darkLook(), blackAndWhiteLook()}) {
            const std::array<double, 3> mean = meanColor(drawn, look);
            const std::array<double, 3> expected = expectedMean(drawn, look);
            for (std::size_t channel = 0; channel < 3; ++channel)
                QVERIFY2(std::abs(mean[channel] - expected[channel]) < 255 * 0.0002,
                    qPrintable(QStringLiteral("%1 instead of %2")
                                   .arg(mean[channel])
                                   .arg(expected[channel])));
        }
    }

    void findsWhatIsVisible_data()
    {
        QTest::addColumn<int>("begin");
        QTest::addColumn<int>("end");
        QTest::addColumn<int>("first");
        QTest::addColumn<int>("last");
        QTest::newRow("all") << 0 << 100 << 2 << 5;
        QTest::newRow("touching is not running") << 20 << 30 << 3 << 3;
        QTest::newRow("from the middle of one") << 15 << 31 << 2 << 4;
        QTest::newRow("within one") << 32 << 33 << 3 << 4;
        QTest::newRow("after all") << 60 << 90 << 5 << 5;
        QTest::newRow("before all") << 0 << 10 << 2 << 2;
    }

    void findsWhatIsVisible()
    {
        Drawn drawn;
        drawn.schedule.reset(2, 1, 3);
        drawn.schedule.append(OperationKind::Forward, 0, 0);
        drawn.schedule.append(OperationKind::Forward, 0, 1);
        drawn.schedule.finishDevice();
        for (int i = 0; i < 3; ++i)
            drawn.schedule.append(OperationKind::Forward, 0, i);
        drawn.schedule.finishDevice();
        drawn.timeline =
            timelineOf(drawn.schedule, {0, 10, 10, 30, 50}, {10, 20, 20, 40, 60}, Duration(60));
        QFETCH(int, begin);
        QFETCH(int, end);
        const IndexRange range =
            visibleOperations(drawn.timeline, 1, Duration(begin), Duration(end));
        QTEST(static_cast<int>(range.first), "first");
        QTEST(static_cast<int>(range.last), "last");
    }
};

QTEST_APPLESS_MAIN(CoverageTest)
#include "tst_coverage.moc"
