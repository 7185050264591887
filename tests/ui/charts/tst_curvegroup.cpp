// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/planner/adaptation.h"
#include "core/schedule/catalogue.h"
#include "tests/support/failonwarning.h"
#include "ui/charts/curvegroup.h"

#include <QTest>

#include <algorithm>
#include <set>

using namespace pipegantt;

class TestCurveGroup : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }
    void equalCurvesAreOneGroup();
    void latencyDividesThem();
    void thePlansOwnScheduleJoinsTheTextbook();
    void oneStageHasOneGroup();
    void aStoppedRequestComputesNothing();
    void ratioBetweenPointsLiesBetweenThem();
    void theDrawnLineIsMonotoneAndMeetsThePoints();
};

void TestCurveGroup::equalCurvesAreOneGroup()
{
    const auto groups = curveGroups(Plan {}, 128, {});
    QCOMPARE(groups.size(), std::size_t {2});
    QCOMPARE(groups[0].kinds, std::vector {ScheduleKind::Naive});
    QVERIFY(std::ranges::all_of(groups[0].points, [](const CurvePoint& point) {
        return point.bubbleRatio == Ratio {3, 4};
    }));
    QCOMPARE(groups[1].kinds,
        (std::vector {ScheduleKind::Inference, ScheduleKind::GPipe, ScheduleKind::OneFOneB}));
    for (const CurvePoint& point : groups[1].points)
        QVERIFY(point.bubbleRatio == (Ratio {3, 3 + point.microbatches}));
    QCOMPARE(groups[1].points.back().microbatches, 128);
}

void TestCurveGroup::latencyDividesThem()
{
    Plan plan;
    plan.link.latency = unitDuration(TimeUnit::Slots) / 2;
    const auto groups = curveGroups(plan, 32, {});
    QCOMPARE(groups.size(), std::size_t {4});
}

void TestCurveGroup::thePlansOwnScheduleJoinsTheTextbook()
{
    for (const CatalogueEntry& known : catalogue()) {
        const Plan plan = adapted(Plan {}, known.kind);
        std::set<ScheduleKind> drawn;
        for (const CurveGroup& group : curveGroups(curvePlan(plan), 16, {}))
            drawn.insert(group.kinds.begin(), group.kinds.end());
        std::set<ScheduleKind> expected {ScheduleKind::Naive, ScheduleKind::Inference,
            ScheduleKind::GPipe, ScheduleKind::OneFOneB};
        // A custom schedule without an order has no curve.
        if (known.check(plan))
            expected.insert(known.kind);
        QVERIFY2(drawn == expected, known.id.data());
    }
}

void TestCurveGroup::oneStageHasOneGroup()
{
    Plan plan;
    plan.stages = 1;
    const auto groups = curveGroups(plan, 32, {});
    QCOMPARE(groups.size(), std::size_t {1});
    QCOMPARE(groups[0].ratioAt(7), 0.0);
}

void TestCurveGroup::aStoppedRequestComputesNothing()
{
    std::stop_source stop;
    stop.request_stop();
    QVERIFY(curveGroups(Plan {}, 128, stop.get_token()).empty());
}

void TestCurveGroup::ratioBetweenPointsLiesBetweenThem()
{
    const CurveGroup group {{ScheduleKind::GPipe}, {{64, {3, 67}}, {68, {3, 71}}}};
    QCOMPARE(group.ratioAt(64), 3.0 / 67);
    QVERIFY(group.ratioAt(66) < 3.0 / 67 && group.ratioAt(66) > 3.0 / 71);
    QCOMPARE(group.ratioAt(1000), 3.0 / 71);
    QCOMPARE(group.ratioAt(1), 3.0 / 67);
}

void TestCurveGroup::theDrawnLineIsMonotoneAndMeetsThePoints()
{
    const std::vector<CurvePoint> points {
        {1, {3, 4}}, {2, {3, 5}}, {3, {3, 6}}, {4, {3, 7}}, {8, {3, 7}}};
    const std::vector<QPointF> line = smoothCurve(points);
    for (const CurvePoint& point : points) {
        QVERIFY(std::ranges::find(line, QPointF(point.microbatches, point.bubbleRatio.value()))
            != line.end());
    }
    for (std::size_t i = 1; i < line.size(); ++i) {
        QVERIFY(line[i].x() > line[i - 1].x());
        QVERIFY(line[i].y() <= line[i - 1].y());
    }
}

QTEST_APPLESS_MAIN(TestCurveGroup)
#include "tst_curvegroup.moc"
