// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/figure/sharedline.h"
#include "tests/support/failonwarning.h"

#include <QTest>

#include <cmath>
#include <random>

using namespace pipegantt;

namespace {

constexpr std::size_t kWidth = 700;

// A row with about `changes` changes, of segments or of pixels; runs may be one column long.
MixedRow randomRow(std::mt19937& random, int changes, bool segments)
{
    const auto upTo = [&random](
                          int most) { return std::uniform_int_distribution<int>(0, most)(random); };
    MixedRow row;
    row.reset(kWidth, segments ? 0 : kWidth);
    row.append(0, kWidth, {17, 200.25F, 3.5F, 0});
    for (int i = 0; i < changes; ++i) {
        const int from = upTo(static_cast<int>(kWidth) - 1);
        const int to = std::min(from + upTo(90), static_cast<int>(kWidth));
        // Whole levels, and anything else.
        const float step = i % 2 == 0 ? 1 : 0.37F;
        row.fill(static_cast<std::size_t>(from), static_cast<std::size_t>(to),
            {step * static_cast<float>(upTo(255)), step * static_cast<float>(upTo(255)),
                step * static_cast<float>(upTo(255)), 0});
    }
    row.transform(static_cast<std::size_t>(upTo(static_cast<int>(kWidth))), [](Mix mix) {
        mix[0] /= 3;
        return mix;
    });
    return row;
}

std::vector<Mix> pixelsOf(const MixedRow& row)
{
    std::vector<Mix> pixels(kWidth);
    row.copyTo(pixels);
    return pixels;
}

} // namespace

class SharedLineTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }

    void segmentsAreThePixels()
    {
        for (unsigned seed = 0; seed < 50; ++seed) {
            std::mt19937 random(seed);
            std::mt19937 again(seed);
            const MixedRow row = randomRow(random, static_cast<int>(seed), true);
            QVERIFY(row.hasSegments());
            QCOMPARE(row.segments().front().from, std::size_t {0});
            for (std::size_t i = 1; i < row.segments().size(); ++i)
                QVERIFY(row.segments()[i - 1].from < row.segments()[i].from);
            QVERIFY(row.segments().back().from < kWidth);
            const MixedRow plain = randomRow(again, static_cast<int>(seed), false);
            QVERIFY(!plain.hasSegments());
            QCOMPARE(pixelsOf(row), pixelsOf(plain));
        }
    }

    void aLineIsTheMixOfItsRows_data()
    {
        QTest::addColumn<QList<int>>("changes");
        QTest::newRow("alone, all of one colour") << QList<int> {0};
        QTest::newRow("alone") << QList<int> {12};
        QTest::newRow("few changes") << QList<int> {12, 9};
        QTest::newRow("many changes") << QList<int> {400, 500};
        QTest::newRow("few, then many") << QList<int> {3, 9, 400};
        QTest::newRow("many, then few") << QList<int> {400, 3, 9};
    }

    // Whether rows are of segments or of pixels.
    void aLineIsTheMixOfItsRows()
    {
        QFETCH(QList<int>, changes);
        std::mt19937 random(20261126);
        SharedLine line;
        SharedLine plainLine;
        for (int round = 0; round < 20; ++round) {
            line.clear();
            plainLine.clear();
            std::vector<std::array<double, 3>> exact(kWidth);
            const auto share = 1 / static_cast<float>(changes.size());
            for (const int count : changes) {
                std::mt19937 again(random);
                const MixedRow row = randomRow(random, count, count < 100);
                line.add(row, share);
                plainLine.add(randomRow(again, count, false), share);
                const std::vector<Mix> mixes = pixelsOf(row);
                for (std::size_t x = 0; x < kWidth; ++x) {
                    for (std::size_t channel = 0; channel < 3; ++channel)
                        exact[x][channel] += static_cast<double>(share) * mixes[x][channel];
                }
            }
            std::vector<std::uint32_t> pixels(kWidth);
            std::vector<std::uint32_t> plainPixels(kWidth);
            line.settle(pixels);
            plainLine.settle(plainPixels);
            QCOMPARE(pixels, plainPixels);
            std::array<double, 3> owed {};
            for (std::size_t x = 0; x < kWidth; ++x) {
                QCOMPARE(pixels[x] >> 24U, 255U);
                for (std::size_t channel = 0; channel < 3; ++channel) {
                    const auto seen = static_cast<double>(pixels[x] >> 8U * channel & 255U);
                    QVERIFY(std::abs(seen - exact[x][channel]) < 1.001);
                    owed[channel] += exact[x][channel] - seen;
                    QVERIFY(std::abs(owed[channel]) < 0.6);
                }
            }
        }
    }
};

QTEST_APPLESS_MAIN(SharedLineTest)
#include "tst_sharedline.moc"
