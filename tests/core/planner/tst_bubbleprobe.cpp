// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/planner/bubbleprobe.h"
#include "core/run/run.h"
#include "core/schedule/closedform.h"
#include "tests/support/failonwarning.h"
#include "tests/support/plans.h"

#include <QTest>

using namespace pipegantt;

class TestBubbleProbe : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }
    void findsWhatSimulationFinds();
    void countsWhatCostsTooMuch();
    void findsABillion();
};

void TestBubbleProbe::findsWhatSimulationFinds()
{
    // Most plans are answered by formula: with recomputation, slices and optimizer steps too.
    std::mt19937 random(15);
    BubbleProbe probe(100'000);
    for (int i = 0; i < 2'000; ++i) {
        Plan plan = test::randomPlan(random);
        if (i % 2 == 0) {
            plan.perStage.clear();
            plan.link = {};
        }
        QVERIFY(probe.bubbleRatio(plan).value() == run(plan)->metrics.bubbleRatio);
    }
}

void TestBubbleProbe::countsWhatCostsTooMuch()
{
    Plan plan = test::planOf(ScheduleKind::ZbH1, 4, 5'000);
    plan.perStage = {plan.time, plan.time, plan.time, plan.time};
    plan.perStage[2].weightGrad *= 2;
    QVERIFY(!closedForm(plan).makespan);
    BubbleProbe probe(1'000);
    QVERIFY(probe.bubbleRatio(plan).value() == run(plan)->metrics.bubbleRatio);
    plan.jitter = 1;
    QVERIFY(!probe.bubbleRatio(plan));
}

void TestBubbleProbe::findsABillion()
{
    BubbleProbe probe(1'000);
    const Plan plan = test::planOf(ScheduleKind::OneFOneB, 16, 1'000'000'000);
    QVERIFY(probe.bubbleRatio(plan).value() == (Ratio {15, 1'000'000'015}));
}

QTEST_APPLESS_MAIN(TestBubbleProbe)
#include "tst_bubbleprobe.moc"
