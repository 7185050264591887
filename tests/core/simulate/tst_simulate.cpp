// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/run/run.h"
#include "core/schedule/dependency.h"
#include "tests/support/failonwarning.h"
#include "tests/support/orders.h"
#include "tests/support/plans.h"

#include <QTest>

#include <numeric>

using namespace pipegantt;

namespace {

/// The time of all that `plan` asks for, wherever it runs.
Duration workOf(const Plan& plan)
{
    std::int64_t slices = plan.units() / plan.microbatches;
    if (shapeOf(plan.schedule).sliced && !plan.sliceWeights.empty())
        slices =
            std::accumulate(plan.sliceWeights.begin(), plan.sliceWeights.end(), std::int64_t {0});
    Duration once {};
    for (int stage = 0; stage < plan.modelStages(); ++stage) {
        const StageTime& time = plan.timeOf(stage);
        once += time.forward;
        if (plan.schedule != ScheduleKind::Inference)
            once += time.backward();
        if (plan.schedule == ScheduleKind::OneFOneBRecompute)
            once += plan.recompute > Duration::zero() ? plan.recompute : time.forward;
    }
    std::int64_t steps = plan.schedule == ScheduleKind::Inference ? 0 : plan.stages;
    if (plan.schedule == ScheduleKind::PipeDream)
        steps *= plan.microbatches;
    return plan.microbatches * slices * once + steps * plan.optimizer;
}

} // namespace

class TestSimulate : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }
    void everyOperationStartsAsEarlyAsItCan();
    void busyAndIdleFillEveryDevice();
    void sameInputSameOutput();
    void splitBackwardFreesTheStageBefore();
};

void TestSimulate::everyOperationStartsAsEarlyAsItCan()
{
    std::mt19937 random(5);
    for (int i = 0; i < 500; ++i) {
        const Plan plan = test::randomPlan(random);
        const Result<Run> done = run(plan);
        QVERIFY(done.has_value());
        const Schedule& schedule = done->schedule;
        for (int device = 0; device < schedule.devices(); ++device) {
            for (std::size_t at = schedule.rowBegin(device); at < schedule.rowEnd(device); ++at) {
                Duration earliest {};
                if (at > schedule.rowBegin(device))
                    earliest = done->timeline.end(at - 1);
                for (const StageResult& result : dependenciesOf(schedule, device, at)) {
                    const bool away = schedule.deviceOf(result.stage) != device;
                    const std::size_t maker = findMaker(schedule, result).value();
                    earliest = std::max(earliest,
                        done->timeline.end(maker) + (away ? plan.link.latency : Duration {}));
                }
                QVERIFY(done->timeline.start(at) == earliest);
            }
        }
    }
}

void TestSimulate::busyAndIdleFillEveryDevice()
{
    std::mt19937 random(6);
    for (int i = 0; i < 500; ++i) {
        const Plan plan = test::randomPlan(random);
        const Result<Run> done = run(plan);
        const Duration work = workOf(plan);
        Duration busy {};
        for (const DeviceMetrics& device : done->metrics.devices) {
            QVERIFY(device.busy + device.idle == done->metrics.makespan);
            QVERIFY(device.span <= done->metrics.makespan);
            busy += device.busy;
        }
        QVERIFY2(busy == work, shapeOf(plan.schedule).id.data());
        QVERIFY(done->metrics.makespan >= done->metrics.ideal);
    }
}

void TestSimulate::sameInputSameOutput()
{
    std::mt19937 random(8);
    SimulationScratch scratch;
    Run reused;
    for (int i = 0; i < 200; ++i) {
        const Plan plan = test::randomPlan(random);
        QVERIFY(run(plan, scratch, reused).has_value());
        const Result<Run> fresh = run(plan);
        QVERIFY(reused.schedule == fresh->schedule);
        QVERIFY(reused.timeline == fresh->timeline);
        QVERIFY(reused.metrics == fresh->metrics);
    }
}

void TestSimulate::splitBackwardFreesTheStageBefore()
{
    // The gradient leaves at the end of I, not of W: device 0 may start at 4 instead of 5.
    const Schedule schedule = test::scheduleOf({"F0 I0 W0", "F0 I0 W0"}, 1);
    SimulationScratch scratch;
    Timeline timeline;
    const Plan plan = test::planOf(ScheduleKind::OneFOneB, 2, 1);
    QVERIFY(simulate(plan, schedule, scratch, timeline).has_value());
    QVERIFY(timeline.start(1) == test::slotTime(3));
    QVERIFY(timeline.makespan == test::slotTime(5));
}

QTEST_APPLESS_MAIN(TestSimulate)
#include "tst_simulate.moc"
