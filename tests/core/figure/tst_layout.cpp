// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/figure/fills.h"
#include "core/figure/layout.h"
#include "core/figure/svg.h"
#include "core/run/run.h"
#include "tests/core/figure/pageshapes.h"
#include "tests/support/failonwarning.h"

#include <QTest>

#include <array>
#include <cmath>
#include <limits>

using namespace pipegantt;
using test::barsAsText;
using test::find;
using test::hasText;
using test::shapesOf;
using test::textsLieInside;

namespace {

Run runOf(ScheduleKind kind, int stages, int microbatches)
{
    Plan plan;
    plan.schedule = kind;
    plan.chunks = shapeOf(kind).chunks > 0 ? shapeOf(kind).chunks : shapeOf(kind).usualChunks;
    plan.stages = stages;
    plan.microbatches = microbatches;
    return run(plan).value();
}

Result<Page> pageOf(const Run& run, const FigureOptions& options = {})
{
    return layoutPage({run.plan, run.schedule, run.timeline, run.metrics, run.part()}, options);
}

} // namespace

class TestLayout : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }

    void everyOperationHasABar()
    {
        const Run run = runOf(ScheduleKind::OneFOneB, 4, 8);
        const Page page = pageOf(run).value();
        for (int stage = 0; stage < 4; ++stage) {
            for (int microbatch = 0; microbatch < 8; ++microbatch) {
                for (const char letter : {'F', 'B'}) {
                    const std::string id = std::string("op-") + letter + "-s"
                        + std::to_string(stage) + "-m" + std::to_string(microbatch);
                    const PageNode* bar = find(page.layers, id);
                    QVERIFY2(bar != nullptr, id.c_str());
                    QCOMPARE(bar->styleClass, std::string("op ") + letter);
                    QCOMPARE(shapesOf<PageText>(*bar).at(0).text, std::to_string(microbatch));
                }
            }
        }
        const PageNode* first = find(page.layers, "op-B-s0-m0");
        QCOMPARE(first->facts.at(0).value, std::string("10"));
        QCOMPARE(first->facts.at(1).value, std::string("2"));
        QCOMPARE(first->title, std::string("backward 0 · device 0 · 10–12 slots"));
    }

    // DeepSeek-V3, Fig. 5, for four devices: pairs are one bar with both numbers, and what runs
    // from the last device to the first is underlined.
    void pairsAndDirectionsOfDualPipe()
    {
        const Run run = runOf(ScheduleKind::DualPipe, 4, 8);
        const Page page = pageOf(run).value();
        QCOMPARE(QString::fromStdString(barsAsText(page)),
            QStringLiteral("0 1 2 4_ 4_ 4_ 5_ 3|5_ _6|0 6_ _7|1 7_ 2 2 3 3\n"
                           "0 4_ 1 5_ 2 4_ _6|0 3|5_ _7|1 6_ 2 7_ 3 7_ 3\n"
                           "4_ 0 5_ 1 6_ 0 2|4_ _7|1 3|5_ 2 6_ 3 7_ 3 7_\n"
                           "4_ 5_ 6_ 0 0 0 1 _7|1 2|4_ 2 3|5_ 3 6_ 6_ 7_ 7_\n"));
        const PageNode* pair = find(page.layers, "op-FB-s0-m3");
        QCOMPARE(pair->styleClass, std::string("op FB"));
        QCOMPARE(pair->title,
            std::string("forward 3 (stage 0) + backward 5 (stage 3, second direction) · device 0 "
                        "· 7–10 slots"));
        QVERIFY(find(page.layers, "legend-FB") != nullptr);
        QVERIFY(hasText(page, "second direction"));
        QVERIFY(hasText(page, "bubble i/(i + M (F+B)) = 2/26 = 7.7 %, i = (P/2−1) (F&B + B − 3W)"));
        QVERIFY(textsLieInside(page));
    }

    void theLineUnderABarStaysInIt()
    {
        const Page page = pageOf(runOf(ScheduleKind::Chimera, 4, 8)).value();
        int marks = 0;
        for (const PageNode& row : find(page.layers, "layer-ops")->children) {
            for (const PageNode& bar : row.children) {
                const std::vector<PageRect> rects = shapesOf<PageRect>(bar);
                const bool second = bar.title.find("second direction") != std::string::npos;
                QCOMPARE(rects.size(), std::size_t {second ? 2U : 1U});
                if (!second)
                    continue;
                ++marks;
                QVERIFY(rects[1].x > rects[0].x && rects[1].y > rects[0].y);
                QVERIFY(rects[1].x + rects[1].width < rects[0].x + rects[0].width);
                QVERIFY(rects[1].y + rects[1].height < rects[0].y + rects[0].height);
                QCOMPARE(rects[1].fill, inkOn(rects[0].fill));
            }
        }
        QCOMPARE(marks, 4 * 8);
    }

    void chunksAreShaded()
    {
        const Run run = runOf(ScheduleKind::DualPipeV, 2, 4);
        const Page page = pageOf(run).value();
        const Fills fills(lightLook(), 2);
        for (int chunk = 0; chunk < 2; ++chunk) {
            const std::string stage = std::to_string(run.schedule.stageOf(0, chunk));
            const PageNode* bar = find(page.layers, "op-F-s" + stage + "-m0");
            QCOMPARE(shapesOf<PageRect>(*bar).at(0).fill,
                fills.color(PackedOperation(OperationKind::Forward, chunk, 0)));
            QVERIFY(bar->title.find("chunk " + std::to_string(chunk) + " · stage " + stage)
                != std::string::npos);
        }
        QVERIFY(hasText(page, "stages P = 2 · micro-batches M = 4 · chunks V = 2"));
        QVERIFY(hasText(page, "chunks 0–1"));
        QCOMPARE(shapesOf<PageRect>(*find(page.layers, "legend-chunks")).size(), std::size_t {2});
    }

    void barsAndBubblesFillTheRow()
    {
        const Run run = runOf(ScheduleKind::GPipe, 4, 6);
        const Page page = pageOf(run).value();
        const double makespan = 27;
        for (int stage = 0; stage < 4; ++stage) {
            double idle = 0;
            const std::string device = std::to_string(stage);
            for (const PageRect& rect : shapesOf<PageRect>(*find(page.layers, "bubbles-" + device)))
                idle += rect.width;
            const auto bars = shapesOf<PageRect>(*find(page.layers, "stage-" + device));
            QCOMPARE(bars.size(), std::size_t {12});
            double busy = 0;
            for (const PageRect& rect : bars)
                busy += rect.width + 0.5;
            QVERIFY(std::abs(idle / (idle + busy) - 9 / makespan) < 1e-9);
        }
    }

    void labelsAreNeverWiderThanTheirBar_data()
    {
        QTest::addColumn<int>("stages");
        QTest::addColumn<int>("microbatches");
        QTest::addColumn<double>("width");
        QTest::newRow("roomy") << 4 << 8 << 174.0;
        QTest::newRow("one column") << 4 << 16 << 84.0;
        QTest::newRow("narrow") << 8 << 32 << 40.0;
        QTest::newRow("many") << 16 << 100 << 174.0;
        QTest::newRow("wide") << 16 << 100 << 1200.0;
    }
    void labelsAreNeverWiderThanTheirBar()
    {
        QFETCH(int, stages);
        QFETCH(int, microbatches);
        QFETCH(double, width);
        FigureOptions options;
        options.widthMm = width;
        const Page page =
            pageOf(runOf(ScheduleKind::OneFOneB, stages, microbatches), options).value();
        QVERIFY(textsLieInside(page));
        const PageNode* operations = find(page.layers, "layer-ops");
        for (const PageNode& row : operations->children) {
            for (const PageNode& bar : row.children) {
                const PageRect rect = shapesOf<PageRect>(bar).at(0);
                for (const PageText& text : shapesOf<PageText>(bar)) {
                    QVERIFY(textWidth(text.text, text.size, text.weight) <= rect.width);
                    QVERIFY(text.size >= 6);
                    QVERIFY(text.y < rect.y + rect.height && text.y - text.size > rect.y - 1);
                }
            }
        }
    }

    void hatchStaysInItsBubble()
    {
        const Page page = pageOf(runOf(ScheduleKind::OneFOneB, 8, 12)).value();
        int hatched = 0;
        for (const PageNode& row : find(page.layers, "layer-bubbles")->children) {
            for (const PageNode& bubble : row.children) {
                const PageRect rect = shapesOf<PageRect>(bubble).at(0);
                for (const PageLines& lines : shapesOf<PageLines>(bubble)) {
                    ++hatched;
                    for (const PageSegment& line : lines.segments) {
                        QVERIFY(line.x1 >= rect.x && line.x2 <= rect.x + rect.width);
                        QVERIFY(line.y2 >= rect.y && line.y1 <= rect.y + rect.height);
                    }
                }
            }
        }
        QVERIFY(hatched > 20);
    }

    void hugePlansStayBounded_data()
    {
        QTest::addColumn<int>("stages");
        QTest::addColumn<int>("microbatches");
        QTest::newRow("many operations") << 64 << 1024;
        QTest::newRow("many stages") << 1024 << 64;
        QTest::newRow("many micro-batches") << 2 << 100'000;
        QTest::newRow("many of both") << 500 << 500;
        QTest::newRow("few but thin") << 1024 << 4;
    }
    void hugePlansStayBounded()
    {
        QFETCH(int, stages);
        QFETCH(int, microbatches);
        const Run run = runOf(ScheduleKind::OneFOneB, stages, microbatches);
        const Page page = pageOf(run).value();
        QVERIFY(page.height < 1.2 * page.width);
        QVERIFY(textsLieInside(page));
        QVERIFY(svgText(page).size() < 4'000'000);

        // The picture still tells the bubble ratio: its mean colour is the mix of all work.
        std::array<double, 3> sums {};
        double area = 0;
        for (const char* layer : {"layer-bubbles", "layer-ops"}) {
            for (const PageRect& rect : shapesOf<PageRect>(*find(page.layers, layer))) {
                area += rect.width;
                sums[0] += rect.width * rect.fill.red;
                sums[1] += rect.width * rect.fill.green;
                sums[2] += rect.width * rect.fill.blue;
            }
        }
        const Look& look = lightLook();
        const double idle = run.metrics.bubbleRatio.value();
        const auto expected = [&](auto channel) {
            return idle * channel(look.bubble)
                + (1 - idle)
                * (channel(look.fill(OperationKind::Forward))
                    + 2 * channel(look.fill(OperationKind::Backward)))
                / 3;
        };
        QVERIFY(std::abs(sums[0] / area - expected([](Color c) { return c.red; })) < 0.5);
        QVERIFY(std::abs(sums[1] / area - expected([](Color c) { return c.green; })) < 0.5);
        QVERIFY(std::abs(sums[2] / area - expected([](Color c) { return c.blue; })) < 0.5);
    }

    void ratioIsSaidWithItsFormula()
    {
        const Page page = pageOf(runOf(ScheduleKind::OneFOneB, 4, 8)).value();
        QVERIFY(hasText(page, "bubble (P−1)/(P−1+M) = 3/11 = 27.3 %"));
        const Page inference = pageOf(runOf(ScheduleKind::Inference, 4, 4)).value();
        QVERIFY(hasText(inference, "bubble (P−1)/(P−1+M) = 3/7 = 42.9 %"));
        QVERIFY(!hasText(inference, "backward"));
        const Page single = pageOf(runOf(ScheduleKind::GPipe, 1, 8)).value();
        QVERIFY(hasText(single, "bubble (P−1)/(P−1+M) = 0/8 = 0.0 %"));
    }

    void formulaThatDoesNotHoldIsCalledTextbook()
    {
        Plan plan;
        plan.stages = 4;
        plan.microbatches = 8;
        plan.link.latency = unitDuration(TimeUnit::Slots);
        const Run latent = run(plan).value();
        const Page page = pageOf(latent).value();
        const std::string simulated = percentNumber(latent.metrics.bubbleRatio) + " %";
        QVERIFY(simulated != "27.3 %");
        QVERIFY(hasText(page,
            "bubble " + simulated
                + ", hop latency (textbook formula (P−1)/(P−1+M) = 3/11 = 27.3 %)"));
    }

    void axisEndsWithTheMakespan()
    {
        const Page page = pageOf(runOf(ScheduleKind::OneFOneB, 4, 8)).value();
        const auto texts = shapesOf<PageText>(*find(page.layers, "layer-axis"));
        for (const char* wanted : {"device 0", "device 3", "slots", "0", "30", "33"}) {
            QVERIFY2(std::ranges::any_of(
                         texts, [&](const PageText& text) { return text.text == wanted; }),
                wanted);
        }
    }

    void chineseAndDarkChangeWordsAndColours()
    {
        FigureOptions options;
        options.words = chineseWords();
        options.look = &darkLook();
        options.planText = "{}";
        const Page page = pageOf(runOf(ScheduleKind::OneFOneB, 4, 8), options).value();
        QVERIFY(hasText(page, "前向") && hasText(page, "气泡") && hasText(page, "设备 0"));
        QCOMPARE(page.language, std::string("zh-CN"));
        QCOMPARE(page.metadata, std::string("{}"));
        QCOMPARE(page.background, darkLook().background);
        QVERIFY(textsLieInside(page));
    }

    void largestTypeLeavesRoomForTheChart_data()
    {
        QTest::addColumn<double>("width");
        QTest::addColumn<double>("font");
        QTest::addColumn<int>("stages");
        QTest::newRow("narrow") << 40.0 << 8.0 << 1024;
        QTest::newRow("slide") << 320.0 << 18.0 << 8;
        QTest::newRow("poster") << 1200.0 << 72.0 << 64;
    }
    void largestTypeLeavesRoomForTheChart()
    {
        QFETCH(double, width);
        QFETCH(double, font);
        QFETCH(int, stages);
        FigureOptions options;
        options.widthMm = width;
        options.fontSizePt = font;
        Plan plan;
        plan.stages = stages;
        plan.link.latency = unitDuration(TimeUnit::Slots);
        const Page page = pageOf(run(plan).value(), options).value();
        QVERIFY(textsLieInside(page));
        for (const PageRect& rect : shapesOf<PageRect>(*find(page.layers, "layer-ops")))
            QVERIFY(rect.width > 0 && rect.x > 0 && rect.x + rect.width < page.width);
    }

    void titleCanBeLeftOut()
    {
        FigureOptions options;
        options.title = false;
        const Run run = runOf(ScheduleKind::OneFOneB, 4, 8);
        const Page page = pageOf(run, options).value();
        QVERIFY(find(page.layers, "layer-title") == nullptr);
        QVERIFY(page.height < pageOf(run).value().height);
        QCOMPARE(page.title, std::string("1F1B · stages P = 4 · micro-batches M = 8"));
    }

    void sizesOutOfRangeAreRefused_data()
    {
        QTest::addColumn<double>("width");
        QTest::addColumn<double>("font");
        QTest::newRow("narrow") << 39.9 << 8.0;
        QTest::newRow("wide") << 1200.1 << 8.0;
        QTest::newRow("no number") << std::numeric_limits<double>::quiet_NaN() << 8.0;
        QTest::newRow("huge") << std::numeric_limits<double>::max() << 8.0;
        QTest::newRow("small type") << 174.0 << 4.0;
        QTest::newRow("large type") << 1200.0 << 73.0;
        QTest::newRow("large type for the width") << 40.0 << 9.0;
    }
    void sizesOutOfRangeAreRefused()
    {
        QFETCH(double, width);
        QFETCH(double, font);
        FigureOptions options;
        options.widthMm = width;
        options.fontSizePt = font;
        const auto page = pageOf(runOf(ScheduleKind::GPipe, 2, 2), options);
        QVERIFY(!page);
        QCOMPARE(page.error().code, ErrorCode::OutOfRange);
        QCOMPARE(page.error().facts.size(), std::size_t {4});
    }
};

QTEST_APPLESS_MAIN(TestLayout)
#include "tst_layout.moc"
