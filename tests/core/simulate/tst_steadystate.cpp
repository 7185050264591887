// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/metrics/rowcount.h"
#include "core/run/run.h"
#include "tests/support/failonwarning.h"
#include "tests/support/plans.h"

#include <QTest>

using namespace pipegantt;

namespace {

/// A random plan of `kind` with so many operations that a steady state is looked for.
Plan longPlan(std::mt19937& random, ScheduleKind kind, std::int64_t unit)
{
    constexpr std::int64_t least = 9'000;
    test::PlanDraw draw(random);
    Plan plan;
    do {
        plan = test::randomPlan(random, kind);
        plan.microbatches = 100 + draw.upTo(300);
        while (operationCount(plan) < least)
            plan.microbatches *= 2;
    } while (!checkPlan(plan) || !entry(kind).check(plan));
    const auto scale = [unit](StageTime& time) {
        time.forward *= unit;
        time.inputGrad *= unit;
        time.weightGrad *= unit;
    };
    scale(plan.time);
    for (StageTime& time : plan.perStage)
        scale(time);
    if (unit > 1)
        plan.time.forward += Duration(1);
    plan.link.latency *= unit;
    return plan;
}

/// The peaks of a row, counted operation by operation.
RowCount slowCount(const Schedule& schedule, int device)
{
    RowCount count;
    count.peakOperation = schedule.rowBegin(device);
    std::int64_t alive = 0;
    std::int64_t atInputGrad = 0;
    for (std::size_t i = schedule.rowBegin(device); i < schedule.rowEnd(device); ++i) {
        const PackedOperation operation = schedule.operations()[i];
        ++count.passes[operation.pass()];
        alive += isForward(operation.kind()) ? 1 : 0;
        atInputGrad += isForward(operation.kind()) ? 1 : 0;
        if (alive > count.peak) {
            count.peak = alive;
            count.peakOperation = i;
        }
        count.peakAtInputGrad = std::max(count.peakAtInputGrad, atInputGrad);
        alive -= releasesActivations(operation.kind()) ? 1 : 0;
        atInputGrad -= makesGradient(operation.kind()) ? 1 : 0;
    }
    return count;
}

} // namespace

class TestSteadyState : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }
    void equalsTheReplayOfEveryOperation_data();
    void equalsTheReplayOfEveryOperation();
    void isReallySkipped();
    void countsRowsByTheirPeriods();
};

void TestSteadyState::equalsTheReplayOfEveryOperation_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<qint64>("unit");
    for (const CatalogueEntry& known : catalogue()) {
        if (known.kind == ScheduleKind::Naive || known.kind == ScheduleKind::Auto
            || known.kind == ScheduleKind::Custom)
            continue;
        for (const qint64 unit : {1, 987'654'321}) {
            const QByteArray name = QByteArray(known.id.data()) + (unit > 1 ? ", wide" : "");
            QTest::newRow(name.constData()) << static_cast<int>(known.kind) << unit;
        }
    }
}

void TestSteadyState::equalsTheReplayOfEveryOperation()
{
    QFETCH(int, kind);
    QFETCH(qint64, unit);
    std::mt19937 random(20261125);
    SimulationScratch skipping;
    SimulationScratch replaying;
    replaying.everyOperation = true;
    for (int i = 0; i < 8; ++i) {
        const Plan plan = longPlan(random, static_cast<ScheduleKind>(kind), unit);
        Schedule schedule;
        QVERIFY(generate(plan, schedule).has_value());
        Timeline fast;
        Timeline slow;
        QVERIFY(simulate(plan, schedule, skipping, fast).has_value());
        QVERIFY(simulate(plan, schedule, replaying, slow).has_value());
        QVERIFY(fast == slow);
    }
}

void TestSteadyState::isReallySkipped()
{
    SimulationScratch scratch;
    Run done;
    for (const ScheduleKind kind : {ScheduleKind::OneFOneB, ScheduleKind::ZbH1, ScheduleKind::ZbV,
             ScheduleKind::Interleaved, ScheduleKind::DualPipe, ScheduleKind::Hanayo,
             ScheduleKind::GPipe, ScheduleKind::TeraPipe}) {
        Plan plan = test::planOf(kind, 8, 4'096);
        plan.chunks = shapeOf(kind).chunks > 0 ? shapeOf(kind).chunks : 2;
        QVERIFY(run(plan, scratch, done).has_value());
        // The rounds of the steady state are few where most of them were copied; of GPipe's two,
        // one alone would be a half.
        QVERIFY2(scratch.steady.filled > done.schedule.operations().size() / 5 * 3,
            scheduleId(kind).data());
    }
}

void TestSteadyState::countsRowsByTheirPeriods()
{
    std::mt19937 random(7);
    for (const CatalogueEntry& known : catalogue()) {
        if (known.kind == ScheduleKind::Naive || known.kind == ScheduleKind::Auto
            || known.kind == ScheduleKind::Custom)
            continue;
        Schedule schedule;
        QVERIFY(generate(longPlan(random, known.kind, 1), schedule).has_value());
        for (int device = 0; device < schedule.devices(); ++device) {
            const RowCount fast = countRow(schedule, device);
            const RowCount slow = slowCount(schedule, device);
            QVERIFY(fast.passes == slow.passes);
            QCOMPARE(fast.peak, slow.peak);
            QCOMPARE(fast.peakOperation, slow.peakOperation);
            QCOMPARE(fast.peakAtInputGrad, slow.peakAtInputGrad);
        }
    }
}

QTEST_APPLESS_MAIN(TestSteadyState)
#include "tst_steadystate.moc"
