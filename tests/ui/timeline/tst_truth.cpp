// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Reads numbers back from the 8-bit pixels of whole frames.

#include "tests/support/failonwarning.h"
#include "tests/support/slowpicture.h"
#include "tests/ui/timeline/samplerun.h"
#include "ui/timeline/barraster.h"

#include <QTest>

#include <cmath>
#include <utility>

using namespace pipegantt;

namespace {

constexpr double kTolerance = 0.0001;
constexpr Color kBackground {245, 246, 248};

BarRaster::Request request(
    const Run& run, Duration begin, Duration end, QSize size, const Look& look, ColorBy by)
{
    return {
        .run = &run,
        .look = &look,
        .colorBy = by,
        .idle = nullptr,
        .background = kBackground,
        .scale = {begin, end, static_cast<double>(size.width())},
        .rows = {run.schedule.devices(), size.height()},
        .devicePixelRatio = 1,
        .detailed = false,
        .cursor = std::nullopt,
    };
}

// The mean of `value` over a frame: over all lines where they have no gaps, else over the rows.
template <class Value>
double meanOf(const QImage& image, const Rows& rows, Value value)
{
    double sum = 0;
    int lines = 0;
    const auto add = [&](int y) {
        const auto* line = reinterpret_cast<const std::uint32_t*>(image.constScanLine(y));
        for (int x = 0; x < image.width(); ++x)
            sum += value(line[x]);
        ++lines;
    };
    if (rows.areGathered()) {
        for (int y = 0; y < image.height(); ++y)
            add(y);
    } else {
        for (int device = 0; device < rows.devices; ++device)
            add(rows.band(device).top);
    }
    return sum / lines / image.width();
}

double idleIn(const Run& run, Duration begin, Duration end)
{
    std::int64_t busy = 0;
    for (int device = 0; device < run.schedule.devices(); ++device)
        busy += workIn(run.schedule, run.timeline, device, begin, end).busy();
    return 1
        - static_cast<double>(busy)
        / (static_cast<double>((end - begin).count()) * run.schedule.devices());
}

void compare(double seen, double exact)
{
    QVERIFY2(std::abs(seen - exact) < kTolerance,
        qPrintable(QStringLiteral("%1 instead of %2").arg(seen, 0, 'f', 6).arg(exact, 0, 'f', 6)));
}

// A run whose stages are uneven and whose messages take time, so that nothing falls on pixels.
std::shared_ptr<const Run> oddRun(ScheduleKind kind, int stages, int microbatches)
{
    return test::sampleRun(kind, stages, microbatches, Duration(unitDuration(TimeUnit::Slots) / 7));
}

} // namespace

class TruthTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }

    void thePixelsTellTheBubble_data()
    {
        using enum ScheduleKind;
        QTest::addColumn<ScheduleKind>("kind");
        QTest::addColumn<int>("stages");
        QTest::addColumn<int>("microbatches");
        QTest::newRow("lecture") << OneFOneB << 4 << 8;
        QTest::newRow("one micro-batch") << GPipe << 4 << 1;
        QTest::newRow("1.5k") << OneFOneB << 8 << 96;
        QTest::newRow("zero bubble") << ZbH1 << 7 << 61;
        QTest::newRow("interleaved") << Interleaved << 8 << 64;
        QTest::newRow("two directions") << DualPipe << 8 << 40;
        QTest::newRow("20k") << ZbH1 << 32 << 208;
        QTest::newRow("200k") << OneFOneB << 64 << 1562;
        QTest::newRow("long rows") << OneFOneB << 16 << 12345;
        QTest::newRow("more devices than lines") << OneFOneB << 900 << 100;
        QTest::newRow("devices of one and a half lines") << OneFOneB << 500 << 60;
    }

    void thePixelsTellTheBubble()
    {
        QFETCH(ScheduleKind, kind);
        QFETCH(int, stages);
        QFETCH(int, microbatches);
        const auto run = oddRun(kind, stages, microbatches);
        const Duration makespan = run->timeline.makespan;
        const std::pair<Duration, Duration> windows[] {{Duration(0), makespan},
            {makespan / 3, makespan / 2}, {makespan / 50, makespan / 49},
            {Duration(0), makespan / 7}};
        // Of 1024x768, 1080p, 4K, and what fractional scale factors make of a window.
        const QSize sizes[] {{900, 640}, {1740, 970}, {3640, 2050}, {1151, 733}};
        BarRaster raster;
        for (const auto& [begin, end] : windows) {
            const double exact = idleIn(*run, begin, end);
            for (const QSize size : sizes) {
                for (const Look* look : {&lightLook(), &darkLook()}) {
                    const auto asked = request(*run, begin, end, size, *look, ColorBy::Kind);
                    const QImage& image = raster.paint(asked);
                    compare(meanOf(image, asked.rows,
                                [&](std::uint32_t pixel) { return test::idleOf(pixel, *look); }),
                        exact);
                }
            }
        }
        const double ratio = run->metrics.bubbleRatio.value();
        compare(idleIn(*run, Duration(0), makespan), ratio);
    }

    void everyColouringTellsIt_data()
    {
        QTest::addColumn<int>("by");
        for (std::size_t by = 0; by < kColorByCount; ++by)
            QTest::addRow("%d", static_cast<int>(by)) << static_cast<int>(by);
    }

    void everyColouringTellsIt()
    {
        QFETCH(int, by);
        const auto run = oddRun(ScheduleKind::Interleaved, 8, 200);
        const IdleParts idle(run->plan, run->schedule, run->timeline);
        BarRaster raster;
        for (const Look* look : {&lightLook(), &darkLook()}) {
            auto asked = request(*run, Duration(0), run->timeline.makespan, {1600, 600}, *look,
                static_cast<ColorBy>(by));
            asked.idle = &idle;
            compare(meanOf(raster.paint(asked), asked.rows,
                        [&](std::uint32_t pixel) { return test::idleOf(pixel, *look); }),
                run->metrics.bubbleRatio.value());
        }
    }

    // With no knowledge of the plane: three fills and the bubble are four unknown shares that are 1
    // together.
    void threeFillsAreSolvedFor()
    {
        using enum OperationKind;
        for (const ScheduleKind kind : {ScheduleKind::OneFOneB, ScheduleKind::ZbH1}) {
            const auto run = oddRun(kind, 12, 300);
            for (const Look* look : {&lightLook(), &darkLook()}) {
                BarRaster raster;
                const auto asked = request(
                    *run, Duration(0), run->timeline.makespan, {1500, 700}, *look, ColorBy::Kind);
                const std::array<Color, 3> fills {look->fill(Forward),
                    look->fill(kind == ScheduleKind::ZbH1 ? InputGrad : Backward),
                    look->fill(WeightGrad)};
                compare(meanOf(raster.paint(asked), asked.rows,
                            [&](std::uint32_t pixel) {
                                return test::solvedIdle(pixel, look->bubble, fills);
                            }),
                    run->metrics.bubbleRatio.value());
            }
        }
    }

    void gatheredRowsAreTheirExactMix_data()
    {
        QTest::addColumn<int>("devices");
        QTest::addColumn<int>("height");
        QTest::newRow("two and a bit") << 12 << 5;
        QTest::newRow("all in one") << 7 << 1;
        QTest::newRow("partly shared") << 9 << 13;
        QTest::newRow("a whole number") << 12 << 4;
    }

    // Each pixel by the devices and the time that it covers.
    void gatheredRowsAreTheirExactMix()
    {
        QFETCH(int, devices);
        QFETCH(int, height);
        const auto run = oddRun(ScheduleKind::OneFOneB, devices, 40);
        const auto asked = request(
            *run, Duration(0), run->timeline.makespan, {300, height}, lightLook(), ColorBy::Kind);
        QVERIFY(asked.rows.areGathered());
        BarRaster raster;
        const QImage& image = raster.paint(asked);
        const Fills fills(lightLook(), run->schedule, ColorBy::Kind);
        const test::SlowPicture slow(run->schedule, run->timeline, fills);
        const std::int64_t makespan = run->timeline.makespan.count();
        for (int y = 0; y < height; ++y) {
            std::array<double, 3> owed {};
            for (int x = 0; x < 300; ++x) {
                std::array<double, 3> exact {};
                for (int device = 0; device < devices; ++device) {
                    // Of the lines [y, y + 1) the row has [device, device + 1) * height / devices.
                    const double top = std::max<double>(y, 1.0 * device * height / devices);
                    const double foot =
                        std::min<double>(y + 1, 1.0 * (device + 1) * height / devices);
                    if (foot <= top)
                        continue;
                    const auto mean = slow.mean(
                        device, slow.edge(0, makespan, 300, x), slow.edge(0, makespan, 300, x + 1));
                    for (std::size_t channel = 0; channel < 3; ++channel)
                        exact[channel] += (foot - top) * mean[channel];
                }
                const auto seen = test::channelsOf(image.pixel(x, y));
                for (std::size_t channel = 0; channel < 3; ++channel) {
                    QVERIFY(std::abs(seen[channel] - exact[channel]) < 1.01);
                    owed[channel] += exact[channel] - seen[channel];
                    QVERIFY(std::abs(owed[channel]) < 0.6);
                }
            }
        }
    }

    // What is drawn for the eye is drawn where bars and bubbles are wide.
    void detailLeavesNarrowBarsAlone()
    {
        const auto run = oddRun(ScheduleKind::OneFOneB, 6, 900);
        BarRaster plain;
        BarRaster detailed;
        // In the steady state, with bars and bubbles of less than four pixels.
        const Duration third = run->timeline.makespan / 3;
        auto asked = request(*run, third, 2 * third, {1000, 480}, lightLook(), ColorBy::Kind);
        const QImage expected = plain.paint(asked).copy();
        asked.detailed = true;
        const QImage& image = detailed.paint(asked);
        for (int device = 0; device < 6; ++device) {
            const Rows::Band band = asked.rows.band(device);
            for (int y = band.top; y < band.bottom; ++y) {
                for (int x = 0; x < image.width(); ++x)
                    QCOMPARE(image.pixel(x, y), expected.pixel(x, y));
            }
        }
    }

    void hatchingKeepsTheMean_data()
    {
        QTest::addColumn<double>("ratio");
        for (const double ratio : {1.0, 1.25, 1.5, 2.0})
            QTest::addRow("%g", ratio) << ratio;
    }

    // Over all lines of the rows: the wide bubbles of warm-up and drain are hatched.
    void hatchingKeepsTheMean()
    {
        QFETCH(double, ratio);
        const auto run = oddRun(ScheduleKind::OneFOneB, 24, 800);
        for (const Look* look : {&lightLook(), &darkLook()}) {
            BarRaster raster;
            auto asked = request(
                *run, Duration(0), run->timeline.makespan, {1700, 900}, *look, ColorBy::Kind);
            asked.detailed = true;
            asked.devicePixelRatio = ratio;
            const QImage& image = raster.paint(asked);
            double sum = 0;
            int hatched = 0;
            for (int device = 0; device < 24; ++device) {
                const Rows::Band band = asked.rows.band(device);
                double row = 0;
                for (int y = band.top; y < band.bottom; ++y) {
                    for (int x = 0; x < image.width(); ++x) {
                        const double idle = test::idleOf(image.pixel(x, y), *look);
                        row += idle;
                        hatched += idle > 1.001 ? 1 : 0;
                    }
                }
                sum += row / band.height() / image.width();
            }
            QVERIFY(hatched > 1000);
            compare(sum / 24, run->metrics.bubbleRatio.value());
        }
    }
};

QTEST_APPLESS_MAIN(TruthTest)
#include "tst_truth.moc"
