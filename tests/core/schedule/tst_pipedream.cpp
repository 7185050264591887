// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/metrics/weightversions.h"
#include "core/run/run.h"
#include "core/schedule/catalogue.h"
#include "core/schedule/closedform.h"
#include "core/simulate/diagram.h"
#include "tests/support/failonwarning.h"
#include "tests/support/orders.h"
#include "tests/support/plans.h"

#include <QTest>

using namespace pipegantt;

class TestPipeDream : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }
    void runsTheOrderOf1F1B();
    void stepsAfterEachBackward();
    void keepsAVersionForEachInFlight();
    void keepsTwoVersionsDoubleBuffered();
    void refusesTooFewForTwoVersions();
};

void TestPipeDream::runsTheOrderOf1F1B()
{
    const Schedule synchronous = run(test::planOf(ScheduleKind::OneFOneB, 4, 8))->schedule;
    for (const ScheduleKind kind : {ScheduleKind::PipeDream, ScheduleKind::PipeDream2BW})
        QVERIFY(run(test::planOf(kind, 4, 8))->schedule == synchronous);
}

void TestPipeDream::stepsAfterEachBackward()
{
    Plan plan = test::planOf(ScheduleKind::PipeDream, 2, 3);
    plan.optimizer = test::slotTime(1);
    const Result<Run> done = run(plan);
    QCOMPARE(diagram(done->schedule, done->timeline, test::slotTime(1)),
        std::string("device 0 | F0 F1 .  .  B0 -- O0 F2 B1 -- O1 .  B2 -- O2\n"
                    "device 1 | .  F0 B0 -- O0 F1 B1 -- O1 F2 B2 -- O2 .  .\n"));
    plan.schedule = ScheduleKind::PipeDream2BW;
    QCOMPARE(test::orderOf(run(plan)->schedule, 0), std::string("F0 F1 B0 F2 B1 B2 O2"));
}

void TestPipeDream::keepsAVersionForEachInFlight()
{
    const Plan plan = test::planOf(ScheduleKind::PipeDream, 4, 8);
    const Result<Run> done = run(plan);
    for (int device = 0; device < 4; ++device) {
        const DeviceMetrics& measured = done->metrics.devices[static_cast<std::size_t>(device)];
        QVERIFY((weightVersions(plan, measured) == WeightVersions {4 - device, 3 - device}));
    }
    const Plan synchronous = test::planOf(ScheduleKind::OneFOneB, 4, 8);
    QVERIFY((weightVersions(synchronous, done->metrics.devices[0]) == WeightVersions {1, 0}));
}

void TestPipeDream::keepsTwoVersionsDoubleBuffered()
{
    const Plan plan = test::planOf(ScheduleKind::PipeDream2BW, 4, 8);
    const Result<Run> done = run(plan);
    for (const DeviceMetrics& device : done->metrics.devices)
        QVERIFY((weightVersions(plan, device) == WeightVersions {2, 1}));
}

void TestPipeDream::refusesTooFewForTwoVersions()
{
    const Result<Run> done = run(test::planOf(ScheduleKind::PipeDream2BW, 4, 3));
    QVERIFY(done.error()
        == (Error {ErrorCode::NeedsAtLeast, {"microbatches", "3", "pipedream-2bw", "4"}}));
    QVERIFY(run(test::planOf(ScheduleKind::PipeDream, 4, 3)).has_value());
}

QTEST_APPLESS_MAIN(TestPipeDream)
#include "tst_pipedream.moc"
