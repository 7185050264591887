// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/metrics/weightversions.h"
#include "core/run/run.h"
#include "core/simulate/memoryprofile.h"
#include "tests/support/failonwarning.h"
#include "tests/support/orders.h"
#include "tests/support/plans.h"

#include <QTest>

#include <algorithm>

using namespace pipegantt;

namespace {

Bytes gigabytes(std::int64_t count)
{
    return {count * 1'000'000'000};
}

Bytes mostOf(const std::vector<MemoryStep>& steps)
{
    return std::ranges::max(steps, {}, &MemoryStep::held).held;
}

/// That device 0 holds `amounts` from so many slots on.
void expectSteps(const Plan& plan, const Schedule& schedule,
    const std::vector<std::int64_t>& amounts, const std::vector<int>& instants)
{
    SimulationScratch scratch;
    Timeline timeline;
    QVERIFY(simulate(plan, schedule, scratch, timeline).has_value());
    std::vector<MemoryStep> steps;
    memoryProfile(plan, schedule, timeline, 0, 100, steps);
    QCOMPARE(steps.size(), amounts.size());
    for (std::size_t i = 0; i < steps.size(); ++i) {
        QCOMPARE(steps[i].held.value, amounts[i]);
        QVERIFY(steps[i].when == test::slotTime(instants[i]));
    }
}

} // namespace

class TestMemoryProfile : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }
    void stepsOfOneDevice();
    void inferenceKeepsNothing();
    void peakIsTheProfilesPeak();
    void gatheringKeepsThePeak();
    void inputGradReleasesItsPart();
    void checkpointsAreWhatRecomputationKeeps();
    void pairsReleaseAtTheirEnd();
    void stateIsHeldThroughout();
    void eachReplicaHasItsWeights();
    void eachVersionIsHeld();
    void theHeaviestDeviceHoldsThePeak();
    void limitsMeanAllOrActivations();
};

void TestMemoryProfile::stepsOfOneDevice()
{
    // 1F1B, device 1 of 2: F0 at 1, B0 ends at 4 as F1 starts, B1 ends at 7.
    const Result<Run> done = run(test::planOf(ScheduleKind::OneFOneB, 2, 2));
    std::vector<MemoryStep> steps;
    memoryProfile(done->plan, done->schedule, done->timeline, 1, 100, steps);
    const std::vector<MemoryStep> expected {{test::slotTime(0), gigabytes(0)},
        {test::slotTime(1), gigabytes(1)}, {test::slotTime(4), gigabytes(1)},
        {test::slotTime(7), gigabytes(0)}};
    QVERIFY(steps == expected);
}

void TestMemoryProfile::inferenceKeepsNothing()
{
    const Result<Run> done = run(test::planOf(ScheduleKind::Inference, 2, 3));
    std::vector<MemoryStep> steps;
    memoryProfile(done->plan, done->schedule, done->timeline, 0, 100, steps);
    QCOMPARE(mostOf(steps).value, gigabytes(1).value);
    QCOMPARE(done->metrics.devices[0].peakHeldChunks, std::int64_t {1});
    QVERIFY(steps.back() == (MemoryStep {test::slotTime(3), gigabytes(0)}));
}

void TestMemoryProfile::peakIsTheProfilesPeak()
{
    std::mt19937 random(2);
    std::vector<MemoryStep> steps;
    for (int i = 0; i < 300; ++i) {
        const Result<Run> done = run(test::randomPlan(random));
        for (int device = 0; device < done->schedule.devices(); ++device) {
            memoryProfile(done->plan, done->schedule, done->timeline, device, 1'000, steps);
            const DeviceMetrics& peak = done->metrics.devices[static_cast<std::size_t>(device)];
            QCOMPARE(peak.peakMemory.value, mostOf(steps).value);
            QVERIFY(peak.peakMemory == activationBytes(done->plan, peak.peakHeldChunks));
            const OperationKind kind = done->schedule.operations()[peak.peakOperation].kind();
            QVERIFY(isForward(kind) || kind == OperationKind::Recompute);
            const Duration when = done->timeline.start(peak.peakOperation);
            const auto first = std::ranges::find(steps, peak.peakMemory, &MemoryStep::held);
            QVERIFY(first != steps.end() && first->when == when);
            QVERIFY(std::ranges::is_sorted(steps, {}, &MemoryStep::when));
            QCOMPARE(steps.back().held.value, std::int64_t {0});
        }
    }
}

void TestMemoryProfile::gatheringKeepsThePeak()
{
    const Result<Run> done = run(test::planOf(ScheduleKind::OneFOneB, 8, 5'000));
    std::vector<MemoryStep> steps;
    for (const std::size_t most : {10U, 100U, 1'000U}) {
        memoryProfile(done->plan, done->schedule, done->timeline, 0, most, steps);
        QVERIFY(steps.size() <= most);
        QVERIFY(steps.size() > most / 4);
        QCOMPARE(mostOf(steps).value, gigabytes(8).value);
        QVERIFY(std::ranges::is_sorted(steps, {}, &MemoryStep::when));
        QVERIFY(steps.back() == (MemoryStep {done->metrics.makespan, gigabytes(0)}));
    }
}

void TestMemoryProfile::inputGradReleasesItsPart()
{
    // F0 F1 I0 W0 I1 W1, a slot each: 30 percent go at the end of I, the rest at that of W.
    const Schedule schedule = test::scheduleOf({"F0 F1 I0 W0 I1 W1"}, 2);
    Plan plan = test::planOf(ScheduleKind::Custom, 1, 2);
    plan.time = {test::slotTime(1), test::slotTime(1), test::slotTime(1)};
    plan.activation = {10};
    plan.earlyRelease = 30;
    const std::vector<std::int64_t> held {10, 20, 17, 10, 7, 0};
    expectSteps(plan, schedule, held, {0, 1, 3, 4, 5, 6});
}

void TestMemoryProfile::checkpointsAreWhatRecomputationKeeps()
{
    Schedule schedule;
    schedule.reset(1, 1, 2);
    for (int unit = 0; unit < 2; ++unit)
        schedule.append(OperationKind::Forward, 0, unit);
    for (int unit = 0; unit < 2; ++unit) {
        schedule.append(OperationKind::Recompute, 0, unit);
        schedule.append(OperationKind::Backward, 0, unit);
    }
    schedule.finishDevice();
    Plan plan = test::planOf(ScheduleKind::Custom, 1, 2);
    plan.activation = {10};
    plan.message = {2};
    // F0 F1 R0 B0 R1 B1 at 0, 1, 2, 3, 5, 6, the last ends at 8.
    expectSteps(plan, schedule, {2, 4, 14, 12, 0}, {0, 1, 2, 5, 8});
    Timeline timeline;
    SimulationScratch scratch;
    Metrics metrics;
    QVERIFY(simulate(plan, schedule, scratch, timeline).has_value());
    QVERIFY(measure(plan, schedule, timeline, metrics).has_value());
    QCOMPARE(metrics.devices[0].peakChunks, std::int64_t {2});
    QCOMPARE(metrics.devices[0].peakHeldChunks, std::int64_t {1});
    QCOMPARE(metrics.peakMemory.value, std::int64_t {14});
    QCOMPARE(metrics.devices[0].peakOperation, std::size_t {2});
}

void TestMemoryProfile::pairsReleaseAtTheirEnd()
{
    Schedule schedule;
    schedule.reset(1, 1, 2);
    schedule.append(OperationKind::Forward, 0, 0);
    schedule.appendPair(0, 1, 0, 0);
    schedule.append(OperationKind::Backward, 0, 1);
    schedule.finishDevice();
    Plan plan = test::planOf(ScheduleKind::Custom, 1, 2);
    plan.activation = {10};
    expectSteps(plan, schedule, {10, 20, 10, 0}, {0, 1, 4, 6});
}

void TestMemoryProfile::stateIsHeldThroughout()
{
    Plan plan = test::planOf(ScheduleKind::OneFOneB, 2, 2);
    plan.state = {{100}, {200}, {400}, {50}};
    plan.activation = {10};
    const Result<Run> done = run(plan);
    std::vector<MemoryStep> steps;
    memoryProfile(plan, done->schedule, done->timeline, 1, 100, steps);
    QCOMPARE(steps.front().held.value, std::int64_t {750});
    QCOMPARE(steps.back().held.value, std::int64_t {750});
    QCOMPARE(done->metrics.peakMemory.value, std::int64_t {770});
    QCOMPARE(done->metrics.devices[1].peakMemory.value, std::int64_t {760});
}

void TestMemoryProfile::eachReplicaHasItsWeights()
{
    Plan plan = test::planOf(ScheduleKind::Chimera, 4, 4);
    plan.state = {{100}, {200}, {400}, {50}};
    // Two copies of weights and gradients; the replicas of a stage share the optimizer's state.
    QCOMPARE(
        run(plan)->metrics.devices[3].stateMemory.value, std::int64_t {2 * 100 + 2 * 200 + 450});
}

void TestMemoryProfile::eachVersionIsHeld()
{
    Plan plan = test::planOf(ScheduleKind::PipeDream, 4, 8);
    plan.state = {{100}, {200}, {400}, {50}};
    plan.activation = {10};
    const Result<Run> done = run(plan);
    for (int device = 0; device < 4; ++device) {
        const DeviceMetrics& metrics = done->metrics.devices[static_cast<std::size_t>(device)];
        QCOMPARE(
            weightCopies(plan, done->schedule, device), weightVersions(plan, metrics).versions);
        QCOMPARE(metrics.stateMemory.value, std::int64_t {(4 - device) * 100 + 650});
        QCOMPARE(metrics.peakMemory.value, std::int64_t {(4 - device) * 110 + 650});
    }
    plan.schedule = ScheduleKind::PipeDream2BW;
    QCOMPARE(run(plan)->metrics.devices[3].stateMemory.value, std::int64_t {2 * 100 + 650});
}

void TestMemoryProfile::theHeaviestDeviceHoldsThePeak()
{
    // Every device holds four micro-batches until their weight gradients, the last ones in part.
    Plan plan = test::planOf(ScheduleKind::ZbH1, 4, 8);
    plan.activation = {100};
    plan.earlyRelease = 50;
    const Result<Run> done = run(plan);
    std::vector<MemoryStep> steps;
    for (int device = 0; device < 4; ++device) {
        memoryProfile(plan, done->schedule, done->timeline, device, 1'000, steps);
        const DeviceMetrics& metrics = done->metrics.devices[static_cast<std::size_t>(device)];
        QCOMPARE(metrics.peakMemory.value, mostOf(steps).value);
        QVERIFY(metrics.peakMemory <= done->metrics.peakMemory);
        QVERIFY(metrics.peakMemory.value <= 100 * metrics.peakHeldChunks);
    }
    QVERIFY(done->metrics.devices[3].peakMemory.value < 400);
}

void TestMemoryProfile::limitsMeanAllOrActivations()
{
    Plan plan = test::planOf(ScheduleKind::GPipe, 2, 4);
    plan.state.weights = {100};
    plan.activation = {10};
    plan.memoryLimit = {MemoryLimit::Unit::Bytes, 140};
    QVERIFY(run(plan)->metrics.fits);
    plan.memoryLimit.amount = 139;
    QVERIFY(!run(plan)->metrics.fits);
    plan.memoryLimit = {MemoryLimit::Unit::Microbatches, 4};
    QVERIFY(run(plan)->metrics.fits);
    QCOMPARE(limitOn(plan, run(plan)->schedule, 1)->value, std::int64_t {140});
    plan.memoryLimit.amount = 3;
    QVERIFY(!run(plan)->metrics.fits);
}

QTEST_APPLESS_MAIN(TestMemoryProfile)
#include "tst_memoryprofile.moc"
