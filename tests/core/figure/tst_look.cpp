// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/figure/fills.h"
#include "core/figure/look.h"
#include "tests/support/colordistance.h"
#include "tests/support/failonwarning.h"

#include <QTest>

#include <vector>

using namespace pipegantt;

namespace {

using Kinds = std::vector<OperationKind>;

// The colours of one kind where a device holds `chunks` chunks.
std::vector<Color> colorsOf(const Look& look, OperationKind kind, int chunks)
{
    const Fills fills(look, chunks);
    std::vector<Color> colors;
    for (int shade = 0; shade < fills.shades(); ++shade)
        colors.push_back(fills.color(Fills::of(kind, shade)));
    return colors;
}

std::vector<Color> allFills(const Look& look)
{
    std::vector<Color> colors {look.busy};
    colors.insert(colors.end(), look.cycle.begin(), look.cycle.end());
    colors.insert(colors.end(), look.ramp.begin(), look.ramp.end());
    for (std::size_t kind = 0; kind < kOperationKindCount; ++kind) {
        for (const int chunks : {1, 2, 4}) {
            for (const Color color : colorsOf(look, static_cast<OperationKind>(kind), chunks))
                colors.push_back(color);
        }
    }
    return colors;
}

} // namespace

class TestLook : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }

    void textIsReadable_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void textIsReadable()
    {
        QFETCH(bool, dark);
        constexpr double readable = 4.5;
        const Look& look = dark ? darkLook() : lightLook();
        for (const Color fill : allFills(look))
            QVERIFY(contrast(inkOn(fill), fill) >= readable);
        QVERIFY(contrast(look.text, look.background) >= readable);
        QVERIFY(contrast(look.mutedText, look.background) >= readable);
        QVERIFY(contrast(look.limit, look.background) >= readable);
    }

    void barsStandOutFromBubbles_data() { textIsReadable_data(); }
    void barsStandOutFromBubbles()
    {
        QFETCH(bool, dark);
        const Look& look = dark ? darkLook() : lightLook();
        for (const Color fill : allFills(look))
            QVERIFY2(contrast(fill, look.bubble) >= 1.8, colorText(fill).c_str());
        QVERIFY(contrast(look.hatch, look.bubble) >= 1.2);
        QVERIFY(
            contrast(look.fill(OperationKind::Forward), look.fill(OperationKind::Backward)) >= 2);
    }

    // What lets a reader of pixels solve them for idle time.
    void workAndIdleTimeLieInPlanes_data() { textIsReadable_data(); }
    void workAndIdleTimeLieInPlanes()
    {
        QFETCH(bool, dark);
        const Look& look = dark ? darkLook() : lightLook();
        for (const Color fill : allFills(look))
            QVERIFY2(fill.red + fill.blue == kBusyRedBlue, colorText(fill).c_str());
        const int idle = look.bubble.red + look.bubble.blue;
        QVERIFY(std::abs(idle - kBusyRedBlue) >= 150);
        for (const Color cause : look.idleCauses)
            QVERIFY2(cause.red + cause.blue == idle, colorText(cause).c_str());
    }

    void microbatchesComeRoundByEvenSteps()
    {
        const auto& cycle = lightLook().cycle;
        for (std::size_t i = 0; i < cycle.size(); ++i) {
            const double step = test::leastDistance(cycle[i], cycle[(i + 1) % cycle.size()]);
            QVERIFY2(step >= 5.5 && step <= 16, colorText(cycle[i]).c_str());
            for (std::size_t j = 0; j < i; ++j)
                QVERIFY(test::leastDistance(cycle[i], cycle[j]) >= 5.5);
        }
    }

    void theRampGetsLighter()
    {
        const auto& ramp = lightLook().ramp;
        const auto lightness = [](Color color) { return test::labOf(color, test::kVisions[0])[0]; };
        for (std::size_t i = 1; i < ramp.size(); ++i) {
            QVERIFY(lightness(ramp[i]) > lightness(ramp[i - 1]));
            // Two steps are told apart by every reader.
            if (i > 1)
                QVERIFY(test::leastDistance(ramp[i], ramp[i - 2]) >= 2.5);
        }
    }

    void causesAreToldApart_data() { textIsReadable_data(); }
    void causesAreToldApart()
    {
        QFETCH(bool, dark);
        const Look& look = dark ? darkLook() : lightLook();
        for (std::size_t i = 0; i < look.idleCauses.size(); ++i) {
            QVERIFY(contrast(look.idleCauses[i], look.busy) >= 1.8);
            for (std::size_t j = 0; j < i; ++j)
                QVERIFY2(test::leastDistance(look.idleCauses[i], look.idleCauses[j]) >= 5,
                    (colorText(look.idleCauses[i]) + " " + colorText(look.idleCauses[j])).c_str());
        }
    }

    // The kinds that one schedule runs, and how far apart their shades are to any reader. With
    // more than two chunks the ramps are long; blue and green then come close to those few who
    // lack the cones for short waves.
    void kindsAreToldApartByEveryReader_data()
    {
        using enum OperationKind;
        QTest::addColumn<Kinds>("kinds");
        QTest::addColumn<int>("chunks");
        QTest::addColumn<double>("distance");
        const Kinds whole {Forward, Backward, OptimizerStep};
        const Kinds split {Forward, InputGrad, WeightGrad, OptimizerStep};
        const Kinds repeated {Forward, Backward, Recompute, OptimizerStep};
        const Kinds paired {Forward, InputGrad, WeightGrad, Backward, Pair, OptimizerStep};
        QTest::newRow("whole backward") << whole << 1 << 14.0;
        QTest::newRow("split backward") << split << 1 << 12.0;
        QTest::newRow("recomputation") << repeated << 1 << 14.0;
        QTest::newRow("whole backward, two chunks") << whole << 2 << 14.0;
        QTest::newRow("split backward, two chunks") << split << 2 << 14.0;
        QTest::newRow("pairs, two chunks") << paired << 2 << 10.5;
        QTest::newRow("whole backward, more chunks") << whole << 4 << 12.5;
        QTest::newRow("split backward, more chunks") << split << 4 << 7.5;
    }
    void kindsAreToldApartByEveryReader()
    {
        QFETCH(Kinds, kinds);
        QFETCH(int, chunks);
        QFETCH(double, distance);
        for (const OperationKind one : kinds) {
            for (const OperationKind other : kinds) {
                if (one == other)
                    continue;
                for (const Color a : colorsOf(lightLook(), one, chunks)) {
                    for (const Color b : colorsOf(lightLook(), other, chunks)) {
                        QVERIFY2(test::leastDistance(a, b) >= distance,
                            (colorText(a) + " " + colorText(b)).c_str());
                    }
                }
            }
        }
    }

    // By lightness, which every reader sees and print keeps.
    void chunksAreToldApartByLightness()
    {
        const auto lightness = [](Color color) { return test::labOf(color, test::kVisions[0])[0]; };
        for (const OperationKind kind : {OperationKind::Forward, OperationKind::InputGrad,
                 OperationKind::WeightGrad, OperationKind::Backward, OperationKind::Pair}) {
            const std::vector<Color> two = colorsOf(lightLook(), kind, 2);
            QVERIFY(lightness(two[1]) - lightness(two[0]) >= 11);
            QVERIFY(test::leastDistance(two[0], two[1]) >= 7);
            const std::vector<Color> many = colorsOf(lightLook(), kind, 4);
            for (std::size_t i = 1; i < many.size(); ++i)
                QVERIFY(lightness(many[i]) - lightness(many[i - 1]) >= 6);
        }
    }

    void manyChunksShareTheShadesInOrder()
    {
        for (int chunks = 3; chunks <= PackedOperation::kMaxChunks; ++chunks) {
            const Fills fills(lightLook(), chunks);
            std::size_t before = fills.of(PackedOperation(OperationKind::Forward, 0, 0));
            QCOMPARE(before, Fills::of(OperationKind::Forward, 0));
            for (int chunk = 1; chunk < chunks; ++chunk) {
                const std::size_t fill =
                    fills.of(PackedOperation(OperationKind::Forward, chunk, 0));
                QVERIFY(fill >= before && fill <= before + 2);
                QVERIFY(chunks > Fills::kShades || fill > before);
                before = fill;
            }
            QCOMPARE(before, Fills::of(OperationKind::Forward, Fills::kShades - 1));
        }
    }

    void distanceIsThatOfItsPaper_data()
    {
        QTest::addColumn<double>("l1");
        QTest::addColumn<double>("a1");
        QTest::addColumn<double>("b1");
        QTest::addColumn<double>("l2");
        QTest::addColumn<double>("a2");
        QTest::addColumn<double>("b2");
        QTest::addColumn<double>("distance");
        QTest::newRow("1") << 50.0 << 2.6772 << -79.7751 << 50.0 << 0.0 << -82.7485 << 2.0425;
        QTest::newRow("7") << 50.0 << 0.0 << 0.0 << 50.0 << -1.0 << 2.0 << 2.3669;
        QTest::newRow("17") << 50.0 << 2.5 << 0.0 << 73.0 << 25.0 << -18.0 << 27.1492;
        QTest::newRow("34") << 2.0776 << 0.0795 << -1.135 << 0.9033 << -0.0636 << -0.5514 << 0.9082;
    }
    void distanceIsThatOfItsPaper()
    {
        QFETCH(double, l1);
        QFETCH(double, a1);
        QFETCH(double, b1);
        QFETCH(double, l2);
        QFETCH(double, a2);
        QFETCH(double, b2);
        QFETCH(double, distance);
        QVERIFY(std::abs(test::ciede2000({l1, a1, b1}, {l2, a2, b2}) - distance) < 1e-4);
    }

    void barsKeepTheirColoursInTheDark()
    {
        QVERIFY(lightLook().fills == darkLook().fills);
        QVERIFY(lightLook().shades == darkLook().shades);
        QVERIFY(lightLook().cycle == darkLook().cycle);
        QVERIFY(lightLook().ramp == darkLook().ramp);
        QCOMPARE(colorText(lightLook().fill(OperationKind::Forward)), std::string("#1f6fc1"));
        QCOMPARE(colorText(lightLook().fill(OperationKind::Backward)), std::string("#e09f00"));
        QCOMPARE(colorText(lightLook().fill(OperationKind::WeightGrad)), std::string("#51aa8f"));
    }

    void contrastIsThatOfTheStandard()
    {
        constexpr Color black {0, 0, 0};
        constexpr Color white {255, 255, 255};
        QCOMPARE(contrast(black, white), 21.0);
        QCOMPARE(contrast(white, white), 1.0);
        // The lightest grey that passes on white.
        constexpr Color grey {0x76, 0x76, 0x76};
        QVERIFY(contrast(grey, white) > 4.5 && contrast(grey, white) < 4.6);
        QCOMPARE(inkOn(black), white);
        QCOMPARE(inkOn(white), black);
        QCOMPARE(white.argb(), 0xffffffffU);
    }
};

QTEST_APPLESS_MAIN(TestLook)
#include "tst_look.moc"
