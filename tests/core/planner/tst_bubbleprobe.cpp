// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/planner/bubbleprobe.h"
#include "core/run/run.h"
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

QTEST_APPLESS_MAIN(TestBubbleProbe)
#include "tst_bubbleprobe.moc"
