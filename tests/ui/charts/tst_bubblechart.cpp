// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/failonwarning.h"
#include "tests/support/pseudotranslator.h"
#include "ui/charts/bubblechart.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace pipegantt;
using namespace Qt::StringLiterals;

class TestBubbleChart : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }
    void coincidingCurvesAreLabelledTogether();
    void thePointSaysWhereThePlanIs();
    void theAxisReachesBeyondThePlan_data();
    void theAxisReachesBeyondThePlan();
    void draggingThePointAsksForWholeM();
    void theAxisStaysDuringADrag();
    void escapeTakesADragBack();
    void keysMoveThePoint_data();
    void keysMoveThePoint();
    void naiveCannotBeMoved();
    void theLatestPlanWins();
    void theLanguageSwitches();
    void themesChangeThePicture();
};

namespace {

/// A chart of `plan` at its ideal bubble ratio, drawn and with its curves.
std::unique_ptr<BubbleChart> drawnChart(const Plan& plan)
{
    auto chart = std::make_unique<BubbleChart>();
    chart->resize(520, 286);
    chart->setPlan(plan, {plan.stages - 1, plan.stages - 1 + plan.microbatches});
    const bool computed = QTest::qWaitFor([&chart] { return !chart->curves().empty(); });
    chart->grab();
    return computed ? std::move(chart) : nullptr;
}

Plan planWith(int microbatches)
{
    Plan plan;
    plan.microbatches = microbatches;
    return plan;
}

} // namespace

void TestBubbleChart::coincidingCurvesAreLabelledTogether()
{
    const auto chart = drawnChart(planWith(8));
    QVERIFY(chart);
    QCOMPARE(chart->curveLabels(), (QStringList {u"Naive"_s, u"Inference, GPipe, 1F1B"_s}));
}

void TestBubbleChart::thePointSaysWhereThePlanIs()
{
    const auto chart = drawnChart(planWith(8));
    QVERIFY(chart);
    QCOMPARE(chart->pointLabel(), u"M = 8 · 27.3 %"_s);
    QCOMPARE(chart->accessibleDescription(), u"M = 8 · 27.3 %"_s);
    QCOMPARE(chart->subtitle(), u"P = 4, drag the point"_s);
    QVERIFY(QRectF(chart->rect()).contains(chart->pointPosition()));
}

void TestBubbleChart::theAxisReachesBeyondThePlan_data()
{
    QTest::addColumn<int>("microbatches");
    QTest::addColumn<int>("maximum");
    QTest::newRow("small") << 1 << 128;
    QTest::newRow("just below") << 127 << 128;
    QTest::newRow("a power of two") << 128 << 256;
    QTest::newRow("large") << 1000 << 1024;
    QTest::newRow("the most") << 1'000'000'000 << 1'073'741'824;
}

void TestBubbleChart::theAxisReachesBeyondThePlan()
{
    QFETCH(int, microbatches);
    QFETCH(int, maximum);
    BubbleChart chart;
    chart.setPlan(planWith(microbatches), {3, 3 + microbatches});
    QCOMPARE(chart.axisMaximum(), maximum);
}

void TestBubbleChart::draggingThePointAsksForWholeM()
{
    const auto chart = drawnChart(planWith(8));
    QVERIFY(chart);
    QSignalSpy dragged(chart.get(), &BubbleChart::microbatchesDragged);
    const QPoint start = chart->pointPosition().toPoint();

    // Pressing elsewhere grabs nothing.
    QTest::mousePress(chart.get(), Qt::LeftButton, {}, start - QPoint(0, 60));
    QTest::mouseMove(chart.get(), start + QPoint(60, 0));
    QTest::mouseRelease(chart.get(), Qt::LeftButton, {}, start + QPoint(60, 0));
    QCOMPARE(dragged.size(), 0);

    QTest::mousePress(chart.get(), Qt::LeftButton, {}, start);
    for (int px = 2; px <= 80; px += 2)
        QTest::mouseMove(chart.get(), start + QPoint(px, -5));
    QTest::mouseRelease(chart.get(), Qt::LeftButton, {}, start + QPoint(80, -5));

    QVERIFY(dragged.size() > 5);
    int before = 8;
    for (qsizetype i = 0; i + 1 < dragged.size(); ++i) {
        QVERIFY(dragged[i][0].toInt() > before);
        QCOMPARE(dragged[i][1].toBool(), false);
        before = dragged[i][0].toInt();
    }
    QCOMPARE(dragged.last()[0].toInt(), before);
    QCOMPARE(dragged.last()[1].toBool(), true);
    // The M that lies under the pointer: 7 doublings over the axis, from 8 on.
    QVERIFY(before > 16 && before < 32);
}

void TestBubbleChart::theAxisStaysDuringADrag()
{
    const auto chart = drawnChart(planWith(100));
    QVERIFY(chart);
    const QPoint start = chart->pointPosition().toPoint();
    QTest::mousePress(chart.get(), Qt::LeftButton, {}, start);
    QTest::mouseMove(chart.get(), start + QPoint(200, 0));
    chart->setPlan(planWith(128), {3, 131});
    QCOMPARE(chart->axisMaximum(), 128);
    QCOMPARE(chart->pointLabel(), u"M = 128 · 2.3 %"_s);
    QTest::mouseRelease(chart.get(), Qt::LeftButton, {}, start + QPoint(200, 0));
    QCOMPARE(chart->axisMaximum(), 256);
}

void TestBubbleChart::escapeTakesADragBack()
{
    const auto chart = drawnChart(planWith(8));
    QVERIFY(chart);
    QSignalSpy dragged(chart.get(), &BubbleChart::microbatchesDragged);
    const QPoint start = chart->pointPosition().toPoint();
    QTest::mousePress(chart.get(), Qt::LeftButton, {}, start);
    QTest::mouseMove(chart.get(), start + QPoint(90, 0));
    QTest::keyClick(chart.get(), Qt::Key_Escape);
    QCOMPARE(dragged.last()[0].toInt(), 8);
    QCOMPARE(dragged.last()[1].toBool(), true);
}

void TestBubbleChart::keysMoveThePoint_data()
{
    QTest::addColumn<int>("start");
    QTest::addColumn<Qt::Key>("key");
    QTest::addColumn<int>("end");
    QTest::newRow("left") << 8 << Qt::Key_Left << 7;
    QTest::newRow("right") << 8 << Qt::Key_Right << 9;
    QTest::newRow("page up halves") << 9 << Qt::Key_PageUp << 4;
    QTest::newRow("page down doubles") << 9 << Qt::Key_PageDown << 18;
    QTest::newRow("never below one") << 1 << Qt::Key_Left << 1;
    QTest::newRow("never beyond the limit") << 1'000'000'000 << Qt::Key_PageDown << 1'000'000'000;
}

void TestBubbleChart::keysMoveThePoint()
{
    QFETCH(int, start);
    QFETCH(Qt::Key, key);
    QFETCH(int, end);
    BubbleChart chart;
    chart.setPlan(planWith(start), {3, 3 + start});
    QSignalSpy dragged(&chart, &BubbleChart::microbatchesDragged);
    QTest::keyClick(&chart, key);
    QVERIFY(!dragged.isEmpty());
    QCOMPARE(dragged.last()[0].toInt(), end);
    QCOMPARE(dragged.last()[1].toBool(), true);
}

void TestBubbleChart::naiveCannotBeMoved()
{
    Plan plan = planWith(1);
    plan.schedule = ScheduleKind::Naive;
    const auto chart = drawnChart(plan);
    QVERIFY(chart);
    QSignalSpy dragged(chart.get(), &BubbleChart::microbatchesDragged);
    QTest::keyClick(chart.get(), Qt::Key_Right);
    const QPoint start = chart->pointPosition().toPoint();
    QTest::mousePress(chart.get(), Qt::LeftButton, {}, start);
    QTest::mouseMove(chart.get(), start + QPoint(80, 0));
    QTest::mouseRelease(chart.get(), Qt::LeftButton, {}, start + QPoint(80, 0));
    QCOMPARE(dragged.size(), 0);
    QCOMPARE(chart->subtitle(), u"P = 4, one batch, no micro-batches"_s);
}

void TestBubbleChart::theLatestPlanWins()
{
    BubbleChart chart;
    for (int stages = 2; stages <= 20; ++stages) {
        Plan plan = planWith(8);
        plan.stages = stages;
        chart.setPlan(plan, {stages - 1, stages + 7});
    }
    QTRY_VERIFY(!chart.curves().empty());
    QVERIFY(chart.curves()[0].points[0].bubbleRatio == (Ratio {19, 20}));
}

void TestBubbleChart::theLanguageSwitches()
{
    const auto chart = drawnChart(planWith(8));
    QVERIFY(chart);
    const test::PseudoLanguage language;
    QCoreApplication::sendPostedEvents();
    QVERIFY(test::isPseudo(chart->title()));
    QVERIFY(test::isPseudo(chart->subtitle()));
    QVERIFY(test::isPseudo(chart->pointLabel()));
}

void TestBubbleChart::themesChangeThePicture()
{
    const auto chart = drawnChart(planWith(8));
    QVERIFY(chart);
    chart->setTheme(darkTheme());
    const QImage dark = chart->grab().toImage();
    QCOMPARE(dark.pixelColor(chart->width() / 2, 5), darkTheme().card);
    chart->setTheme(lightTheme());
    QCOMPARE(chart->grab().toImage().pixelColor(chart->width() / 2, 5), lightTheme().card);
}

QTEST_MAIN(TestBubbleChart)
#include "tst_bubblechart.moc"
