// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/figure/coverage.h"
#include "core/figure/fills.h"
#include "tests/support/failonwarning.h"
#include "tests/ui/timeline/samplerun.h"
#include "ui/timeline/barraster.h"

#include <QTest>

#include <cmath>

using namespace pipegantt;
using test::inSlots;

namespace {

constexpr Color kBackground {250, 251, 252};

BarRaster::Request request(const Run& run, int width, int height)
{
    return {
        .run = &run,
        .look = &lightLook(),
        .colorBy = ColorBy::Kind,
        .idle = nullptr,
        .background = kBackground,
        .scale = {Duration(0), run.timeline.makespan, static_cast<double>(width)},
        .rows = {run.schedule.devices(), height},
        .devicePixelRatio = 1,
        .detailed = true,
        .cursor = std::nullopt,
    };
}

std::uint32_t fill(const Run& run, std::size_t operation)
{
    return lightLook().fill(run.schedule.operations()[operation].kind()).argb();
}

} // namespace

class BarRasterTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }

    void barsHaveTheColourOfTheirKind()
    {
        const auto run = test::sampleRun(ScheduleKind::OneFOneB, 4, 8);
        BarRaster raster;
        const BarRaster::Request asked = request(*run, 990, 240);
        const QImage& image = raster.paint(asked);
        for (int device = 0; device < 4; ++device) {
            const Rows::Band band = asked.rows.band(device);
            for (std::size_t i = run->schedule.rowBegin(device); i < run->schedule.rowEnd(device);
                 ++i) {
                const int left = static_cast<int>(asked.scale.toPx(run->timeline.start(i)));
                const int right = static_cast<int>(asked.scale.toPx(run->timeline.end(i)));
                const int y = (band.top + band.bottom) / 2;
                QCOMPARE(image.pixel((left + right) / 2, y), fill(*run, i));
                QCOMPARE(image.pixel(left, y), fill(*run, i));
                QCOMPARE(image.pixel(right - 1, y), kBackground.argb());
                // A corner is neither bar nor background.
                QVERIFY(image.pixel(left, band.top) != fill(*run, i));
            }
            QCOMPARE(image.pixel(500, band.bottom), kBackground.argb());
        }
    }

    void chunksHaveTheirShades()
    {
        const auto run = test::sampleRun(ScheduleKind::DualPipeV, 2, 4);
        BarRaster raster;
        const BarRaster::Request asked = request(*run, 2000, 120);
        const QImage& image = raster.paint(asked);
        const Fills fills(lightLook(), 2);
        const Rows::Band band = asked.rows.band(0);
        for (std::size_t i = 0; i < run->schedule.rowEnd(0); ++i) {
            const Duration middle = (run->timeline.start(i) + run->timeline.end(i)) / 2;
            if (run->timeline.start(i) < run->timeline.end(i))
                QCOMPARE(image.pixel(static_cast<int>(asked.scale.toPx(middle)), band.top + 20),
                    fills.color(run->schedule.operations()[i]).argb());
        }
    }

    // In the ink of the bar, above its foot; a pair only under the half that runs that way.
    void theSecondDirectionIsUnderlined()
    {
        const auto run = test::sampleRun(ScheduleKind::DualPipe, 4, 8);
        BarRaster raster;
        const BarRaster::Request asked = request(*run, 2600, 240);
        const QImage& image = raster.paint(asked);
        const Fills fills(lightLook(), 2);
        int pairs = 0;
        for (int device = 0; device < 4; ++device) {
            const int y = asked.rows.band(device).bottom - 5;
            for (std::size_t i = run->schedule.rowBegin(device); i < run->schedule.rowEnd(device);
                 ++i) {
                const PackedOperation operation = run->schedule.operations()[i];
                if (operation.kind() == OperationKind::PairedBackward)
                    continue;
                const bool pair = operation.kind() == OperationKind::Pair;
                pairs += pair ? 1 : 0;
                const double left = asked.scale.toPx(run->timeline.start(i));
                const double width = asked.scale.toPx(run->timeline.end(i)) - left;
                const Color fill = fills.color(operation);
                for (const bool rightHalf : {false, true}) {
                    const std::size_t part = pair && rightHalf ? i + 1 : i;
                    const bool second = run->schedule.operations()[part].chunk() == 1;
                    const int x = static_cast<int>(left + (rightHalf ? 0.75 : 0.25) * width);
                    QCOMPARE(image.pixel(x, y), (second ? inkOn(fill) : fill).argb());
                    QCOMPARE(image.pixel(x, y - 20), fill.argb());
                }
            }
        }
        QCOMPARE(pairs, 12);
    }

    void bubblesAreHatched()
    {
        const auto run = test::sampleRun(ScheduleKind::OneFOneB, 4, 8);
        BarRaster raster;
        const BarRaster::Request asked = request(*run, 990, 240);
        const QImage& image = raster.paint(asked);
        int plain = 0;
        int lined = 0;
        const Rows::Band band = asked.rows.band(0);
        for (int y = band.top; y < band.bottom; ++y) {
            for (int x = 120; x < 300; ++x) {
                const std::uint32_t pixel = image.pixel(x, y);
                plain += qGray(pixel) > qGray(lightLook().bubble.argb()) ? 1 : 0;
                lined += qGray(pixel) < qGray(lightLook().bubble.argb()) ? 1 : 0;
                QCOMPARE(pixel,
                    image.pixel(x + 1 < 300 && y > band.top ? x + 1 : x,
                        x + 1 < 300 && y > band.top ? y - 1 : y));
            }
        }
        QVERIFY(plain > lined);
        QVERIFY(lined > 0);
    }

    void whatHasNotStartedIsPale()
    {
        const auto run = test::sampleRun(ScheduleKind::OneFOneB, 4, 8);
        BarRaster raster;
        BarRaster::Request asked = request(*run, 990, 240);
        asked.cursor = inSlots(11);
        const QImage& image = raster.paint(asked);
        const int y = 20;
        const auto at = [&](double slot) {
            return image.pixel(static_cast<int>(asked.scale.toPx(inSlots(1)) * slot), y);
        };
        const std::uint32_t forward = lightLook().fill(OperationKind::Forward).argb();
        const std::uint32_t backward = lightLook().fill(OperationKind::Backward).argb();
        QCOMPARE(at(0.5), forward);
        QCOMPARE(at(11.5), backward); // runs from 10 to 12
        QVERIFY(at(12.5) != forward);
        QVERIFY(qGray(at(12.5)) > qGray(forward) + 60);
    }

    void moreDevicesThanLinesAreAveraged()
    {
        const auto run = test::sampleRun(ScheduleKind::OneFOneB, 12, 40);
        const int height = 5;
        BarRaster raster;
        const BarRaster::Request asked = request(*run, 300, height);
        const QImage& image = raster.paint(asked);
        ColumnEdges edges;
        std::vector<std::uint32_t> row(300);
        std::vector<double> wanted(300, 0);
        std::vector<double> seen(300, 0);
        for (int device = 0; device < 12; ++device) {
            paintCoverage(
                run->schedule, run->timeline, device, asked.scale, lightLook(), row, edges);
            for (std::size_t x = 0; x < 300; ++x)
                wanted[x] += qBlue(row[x]) / 12.0;
        }
        for (int y = 0; y < height; ++y) {
            for (int x = 0; x < 300; ++x)
                seen[static_cast<std::size_t>(x)] += qBlue(image.pixel(x, y)) / 5.0;
        }
        for (std::size_t x = 0; x < 300; ++x)
            QVERIFY(std::abs(wanted[x] - seen[x]) <= 0.51);
    }

    void aHugeRunIsDrawn()
    {
        const auto run = test::sampleRun(ScheduleKind::OneFOneB, 64, 1024);
        BarRaster raster;
        const BarRaster::Request asked = request(*run, 1920, 1000);
        const QImage& image = raster.paint(asked);
        ColumnEdges edges;
        std::vector<std::uint32_t> row(1920);
        const int device = 40;
        paintCoverage(run->schedule, run->timeline, device, asked.scale, lightLook(), row, edges);
        const int y = asked.rows.band(device).top + 3;
        int same = 0;
        for (int x = 0; x < 1920; ++x)
            same += image.pixel(x, y) == row[static_cast<std::size_t>(x)] ? 1 : 0;
        QVERIFY(same > 1800); // all but the hatching at both ends
    }
};

QTEST_APPLESS_MAIN(BarRasterTest)
#include "tst_barraster.moc"
