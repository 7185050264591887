// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/planner/bubblecurve.h"
#include "core/run/run.h"
#include "core/schedule/closedform.h"
#include "tests/support/failonwarning.h"
#include "tests/support/plans.h"

#include <QTest>

#include <algorithm>

using namespace pipegantt;

class TestBubbleCurve : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }
    void everyPointIsTheSimulation();
    void naiveIsLevel();
    void reachesItsEnds();
    void leavesOutWhatCannotRun();
    void stopsWhenAsked();
    void endsWhereAPointCostsTooMuch();
};

void TestBubbleCurve::everyPointIsTheSimulation()
{
    std::mt19937 random(12);
    for (int i = 0; i < 30; ++i) {
        const Plan plan = test::randomPlan(random);
        for (const CurvePoint& point : bubbleCurve(plan, plan.schedule, 40, 1 << 20, {})) {
            Plan there = plan;
            there.group = 0;
            there.microbatches = plan.schedule == ScheduleKind::Naive ? 1 : point.microbatches;
            QVERIFY(run(there)->metrics.bubbleRatio == point.bubbleRatio);
        }
    }
}

void TestBubbleCurve::naiveIsLevel()
{
    const Plan plan = test::planOf(ScheduleKind::OneFOneB, 4, 8);
    const auto curve = bubbleCurve(plan, ScheduleKind::Naive, 128, 1 << 20, {});
    QVERIFY(curve.size() > 10);
    QVERIFY(std::ranges::all_of(curve, [](const CurvePoint& point) {
        return point.bubbleRatio == Ratio {3, 4};
    }));
}

void TestBubbleCurve::reachesItsEnds()
{
    const Plan plan = test::planOf(ScheduleKind::GPipe, 4, 8);
    for (const int most : {1, 2, 17, 128, 1'000}) {
        const auto curve = bubbleCurve(plan, ScheduleKind::GPipe, most, 1 << 20, {});
        QCOMPARE(curve.front().microbatches, 1);
        QCOMPARE(curve.back().microbatches, most);
        QVERIFY(std::ranges::is_sorted(curve, std::less(), &CurvePoint::microbatches));
    }
}

void TestBubbleCurve::leavesOutWhatCannotRun()
{
    // Chimera runs multiples of P alone.
    const Plan plan = test::planOf(ScheduleKind::OneFOneB, 16, 32);
    std::vector<int> points;
    for (const CurvePoint& point : bubbleCurve(plan, ScheduleKind::Chimera, 128, 1 << 20, {}))
        points.push_back(point.microbatches);
    QCOMPARE(points, (std::vector {16, 32, 48, 64, 80, 96, 112, 128}));
}

void TestBubbleCurve::stopsWhenAsked()
{
    std::stop_source source;
    source.request_stop();
    const Plan plan = test::planOf(ScheduleKind::GPipe, 4, 8);
    QVERIFY(bubbleCurve(plan, plan.schedule, 128, 1 << 20, source.get_token()).empty());
}

void TestBubbleCurve::endsWhereAPointCostsTooMuch()
{
    Plan plan = test::planOf(ScheduleKind::OneFOneB, 4, 8);
    plan.perStage.assign(4, plan.time);
    plan.perStage[1].forward *= 2;
    plan.jitter = 1;
    const auto curve = bubbleCurve(plan, plan.schedule, 128, 80, {});
    QCOMPARE(curve.back().microbatches, 10);
    // What repeats itself is counted.
    plan.jitter = 0;
    QCOMPARE(bubbleCurve(plan, plan.schedule, 128, 80, {}).back().microbatches, 128);
}

QTEST_APPLESS_MAIN(TestBubbleCurve)
#include "tst_bubblecurve.moc"
