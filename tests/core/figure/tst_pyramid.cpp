// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/figure/pyramid.h"
#include "core/run/run.h"
#include "tests/support/failonwarning.h"
#include "tests/support/slowpicture.h"

#include <QTest>

#include <cmath>

using namespace pipegantt;

namespace {

Run madeOf(int stages, int microbatches)
{
    Plan plan;
    plan.stages = stages;
    plan.microbatches = microbatches;
    return std::move(*run(plan));
}

} // namespace

class PyramidTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }

    void looksLikeTheExactPicture_data()
    {
        QTest::addColumn<double>("from");
        QTest::addColumn<double>("to");
        QTest::newRow("all") << 0.0 << 1.0;
        QTest::newRow("the middle") << 0.31 << 0.77;
        QTest::newRow("a quarter") << 0.5 << 0.75;
        QTest::newRow("the end") << 0.9 << 1.0;
    }

    // Every pixel nearly, and the idle share of a row to half a thousandth.
    void looksLikeTheExactPicture()
    {
        QFETCH(double, from);
        QFETCH(double, to);
        const Run run = madeOf(8, 20'000);
        const Fills fills(lightLook(), run.schedule, ColorBy::Kind);
        CoveragePyramid pyramid(run.schedule, run.timeline, fills);
        const auto at = [&run](double part) {
            return Duration(
                std::llround(part * static_cast<double>(run.timeline.makespan.count())));
        };
        constexpr std::size_t kColumns = 700;
        const TimeScale scale(at(from), at(to), kColumns);
        QVERIFY(pyramid.covers(scale, kColumns));
        pyramid.aim(scale, kColumns);
        ColumnEdges edges;
        edges.lay(scale, kColumns, run.timeline);
        std::vector<std::uint32_t> exact(kColumns);
        std::vector<std::uint32_t> quick(kColumns);
        for (int device = 0; device < 8; ++device) {
            paintCoverage(run.schedule, run.timeline, device, fills, edges, exact);
            pyramid.paint(device, quick);
            double idle = 0;
            double difference = 0;
            for (std::size_t x = 0; x < kColumns; ++x) {
                QCOMPARE(quick[x] >> 24U, 0xffU);
                idle += test::idleOf(quick[x], lightLook()) - test::idleOf(exact[x], lightLook());
                for (std::size_t channel = 0; channel < 3; ++channel)
                    difference += std::abs(
                        test::channelsOf(quick[x])[channel] - test::channelsOf(exact[x])[channel]);
            }
            QVERIFY2(std::abs(idle / kColumns) < 0.003, qPrintable(QString::number(idle)));
            QVERIFY2(difference / kColumns / 3 < 6, qPrintable(QString::number(difference)));
        }
    }

    void isSmall()
    {
        const Run run = madeOf(4, 50'000);
        const CoveragePyramid pyramid(
            run.schedule, run.timeline, Fills(lightLook(), run.schedule, ColorBy::Kind));
        QVERIFY(static_cast<double>(pyramid.bytes())
            < 2.2 * static_cast<double>(run.schedule.operations().size()));
    }

    // Nearer than its values it says nothing.
    void doesNotCoverADeepZoom()
    {
        const Run run = madeOf(4, 5000);
        const CoveragePyramid pyramid(
            run.schedule, run.timeline, Fills(lightLook(), run.schedule, ColorBy::Kind));
        const Duration whole = run.timeline.makespan;
        QVERIFY(pyramid.covers(TimeScale(Duration(0), whole, 1000), 1000));
        QVERIFY(!pyramid.covers(TimeScale(Duration(0), whole / 100, 1000), 1000));
    }

    void linesAreMixedByTheirWeights()
    {
        const std::vector<std::uint32_t> one(5, 0xff204060U);
        const std::vector<std::uint32_t> other(5, 0xffa0c0e0U);
        std::vector<std::uint32_t> mixed(5);
        LineMixer mixer;
        mixer.clear(5);
        mixer.add(one, 64);
        mixer.add(other, 192);
        mixer.take(mixed);
        QCOMPARE(mixed, std::vector<std::uint32_t>(5, 0xff80a0c0U));
        mixer.clear(5);
        mixer.add(other, 256);
        mixer.take(mixed);
        QCOMPARE(mixed, other);
        LineMixer::mix(one, 64, other, mixed);
        QCOMPARE(mixed, std::vector<std::uint32_t>(5, 0xff80a0c0U));
        LineMixer::mix(one, 256, other, mixed);
        QCOMPARE(mixed, one);
    }
};

QTEST_APPLESS_MAIN(PyramidTest)
#include "tst_pyramid.moc"
