// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/run/linejump.h"
#include "core/run/run.h"
#include "tests/support/failonwarning.h"
#include "tests/support/plans.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace pipegantt;

Q_DECLARE_METATYPE(pipegantt::ScheduleKind)

class TestLineJump : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }
    void equalsTheRun_data();
    void equalsTheRun();
    void countsABillion();
    void leavesOthersAlone();
};

void TestLineJump::equalsTheRun_data()
{
    QTest::addColumn<ScheduleKind>("kind");
    for (const ScheduleKind kind : {ScheduleKind::OneFOneB, ScheduleKind::EagerOneFOneB,
             ScheduleKind::OneFOneBRecompute, ScheduleKind::PipeDream, ScheduleKind::PipeDream2BW,
             ScheduleKind::ZbH1, ScheduleKind::ZbH2})
        QTest::newRow(std::string(scheduleId(kind)).c_str()) << kind;
}

/// With and without room for a jump, at every M modulo any period.
void TestLineJump::equalsTheRun()
{
    QFETCH(ScheduleKind, kind);
    std::mt19937 random(9);
    test::PlanDraw draw(random);
    int jumped = 0;
    for (int i = 0; i < 400; ++i) {
        Plan plan = test::randomPlan(random, kind);
        if (i % 2 == 0)
            plan.microbatches = plan.stages + draw.upTo(400);
        if (i % 5 == 0) {
            plan.devicesPerNode = 1 + draw.upTo(3);
            plan.nodeLink.latency = Duration(draw.upTo(60));
        }
        const Result<Run> whole = run(plan);
        QVERIFY(whole.has_value());
        const std::optional<LineJump> jump = lineJump(plan);
        QVERIFY(jump.has_value());
        QVERIFY(jump->makespan == whole->metrics.makespan);
        for (std::size_t device = 0; device < jump->spans.size(); ++device) {
            const DeviceMetrics& metrics = whole->metrics.devices[device];
            QVERIFY(jump->spans[device] == metrics.span);
            QVERIFY(jump->busy[device] == metrics.busy);
            QCOMPARE(jump->peaks[device], metrics.peakChunks);
        }
        jumped += jump->simulatedSlots < 2 * plan.microbatches ? 1 : 0;
    }
    QVERIFY(jumped > 50);
}

void TestLineJump::countsABillion()
{
    const Plan plan = test::planOf(ScheduleKind::OneFOneB, 64, 1'000'000'000);
    const std::optional<LineJump> jump = lineJump(plan);
    QVERIFY(jump.has_value());
    QVERIFY(jump->makespan == test::slotTime(3 * (std::int64_t {1'000'000'000} + 63)));
    QVERIFY(jump->simulatedSlots < 1'000);
}

void TestLineJump::leavesOthersAlone()
{
    QVERIFY(!lineJump(test::planOf(ScheduleKind::GPipe, 4, 8)));
    Plan plan = test::planOf(ScheduleKind::OneFOneB, 4, 8);
    plan.jitter = 1;
    QVERIFY(!lineJump(plan));
}

QTEST_APPLESS_MAIN(TestLineJump)
#include "tst_linejump.moc"
