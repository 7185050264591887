// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/planner/adaptation.h"
#include "core/schedule/catalogue.h"
#include "tests/support/failonwarning.h"
#include "tests/support/plans.h"

#include <QTest>

#include <numeric>

using namespace pipegantt;
using test::planOf;
using test::slotTime;

namespace {

std::int64_t slicesInTime(const Plan& plan)
{
    if (!shapeOf(plan.schedule).sliced)
        return 1;
    return plan.sliceWeights.empty()
        ? plan.slices
        : std::accumulate(plan.sliceWeights.begin(), plan.sliceWeights.end(), 0);
}

/// Forward time of an iteration through the whole model.
std::int64_t forwardWork(const Plan& plan)
{
    std::int64_t work = 0;
    for (int stage = 0; stage < plan.modelStages(); ++stage)
        work += plan.timeOf(stage).forward.count();
    return work * plan.microbatches * slicesInTime(plan);
}

/// Runs in chunks that nobody fixes.
Plan chunkedPlan(int chunks, std::vector<Duration> forwards)
{
    Plan plan = planOf(ScheduleKind::Inference, 2, 6);
    plan.chunks = chunks;
    for (const Duration forward : forwards)
        plan.perStage.push_back(stageTime(forward, 2 * forward));
    return plan;
}

std::vector<std::int64_t> forwardsOf(const Plan& plan)
{
    std::vector<std::int64_t> forwards;
    for (int stage = 0; stage < plan.modelStages(); ++stage)
        forwards.push_back(plan.timeOf(stage).forward.count());
    return forwards;
}

} // namespace

class TestAdaptation : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }

    void itsOwnScheduleLeavesAPlan()
    {
        std::mt19937 random(3);
        for (int i = 0; i < 50; ++i) {
            const Plan plan = test::randomPlan(random);
            QCOMPARE(adapted(plan, plan.schedule), plan);
        }
    }

    /// Whatever the kinds, an iteration does the same work, but for what is rounded up.
    void keepsTheWork()
    {
        std::mt19937 random(4);
        for (int i = 0; i < 100; ++i) {
            const Plan plan = test::randomPlan(random);
            for (const CatalogueEntry& known : catalogue()) {
                const Plan next = adapted(plan, known.kind);
                const std::int64_t parts =
                    std::int64_t {next.modelStages()} * next.microbatches * slicesInTime(next);
                const std::int64_t more = forwardWork(next) - forwardWork(plan);
                QVERIFY2(more >= 0 && more < parts, known.id.data());
                QCOMPARE(next.stages, plan.stages);
                QCOMPARE(next.schedule, known.kind);
            }
        }
    }

    void givesEachKindItsChunks()
    {
        for (const CatalogueEntry& known : catalogue()) {
            const KindShape& shape = shapeOf(known.kind);
            const Plan linear = adapted(planOf(ScheduleKind::GPipe, 4, 8), known.kind);
            QCOMPARE(linear.chunks, shape.chunks == 0 ? shape.usualChunks : shape.chunks);
            const Plan three = adapted(chunkedPlan(3, {}), known.kind);
            QCOMPARE(three.chunks, shape.chunks == 0 ? 3 : shape.chunks);
        }
    }

    void cutsAsAsked()
    {
        const Plan plan = chunkedPlan(2, {});
        const Plan three = adapted(plan, ScheduleKind::Inference, {.chunks = 3});
        QCOMPARE(three.chunks, 3);
        QCOMPARE(three.time.forward.count(), (2 * plan.time.forward.count() + 2) / 3);
        const Plan sliced = adapted(plan, ScheduleKind::Auto, {.chunks = 1, .slices = 2});
        QCOMPARE(sliced.chunks, 1);
        QCOMPARE(sliced.slices, 2);
        QCOMPARE(sliced.time.forward, plan.time.forward);
        // What a kind fixes or does not read is not asked for.
        const Plan fixed = adapted(plan, ScheduleKind::GPipe, {.chunks = 3, .slices = 2});
        QCOMPARE(fixed.chunks, 1);
        QCOMPARE(fixed.slices, 1);
    }

    void joinsChunksExactly()
    {
        const Plan plan = chunkedPlan(2, {Duration(5), Duration(7), Duration(11), Duration(2)});
        const Plan next = adapted(plan, ScheduleKind::GPipe);
        QCOMPARE(next.chunks, 1);
        QCOMPARE(forwardsOf(next), (std::vector<std::int64_t> {12, 13}));
        QCOMPARE(next.time.forward, 2 * plan.time.forward);
        QCOMPARE(next.activation, plan.activation);
        QCOMPARE(next.message, plan.message);
    }

    /// Six stages of three chunks each become two: each part stands for whole thirds.
    void joinsMessages()
    {
        Plan plan = chunkedPlan(3, {});
        plan.message = Bytes {7};
        plan.recompute = slotTime(2);
        plan.pair = slotTime(5);
        plan.optimizer = slotTime(9);
        const Plan next = adapted(plan, ScheduleKind::OneFOneB);
        QCOMPARE(next.time.forward, 3 * plan.time.forward);
        QCOMPARE(next.recompute, slotTime(6));
        QCOMPARE(next.pair, slotTime(15));
        QCOMPARE(next.optimizer, plan.optimizer);
        QCOMPARE(next.message, plan.message);
    }

    void runsTheWholeBatchWhereItIsNotCut()
    {
        Plan plan = planOf(ScheduleKind::OneFOneB, 4, 8);
        plan.message = Bytes {100};
        plan.memoryLimit = {MemoryLimit::Unit::Microbatches, 3};
        const Plan next = adapted(plan, ScheduleKind::Naive);
        QCOMPARE(next.microbatches, 1);
        QCOMPARE(next.time.forward, 8 * plan.time.forward);
        QCOMPARE(next.time.weightGrad, 8 * plan.time.weightGrad);
        QCOMPARE(next.activation.value, 8 * plan.activation.value);
        QCOMPARE(next.message.value, 800);
        QVERIFY((
            next.memoryLimit == MemoryLimit {MemoryLimit::Unit::Bytes, 3 * plan.activation.value}));
        QVERIFY(checkPlan(next));
        Plan back = cutIntoMicrobatches(next, 8);
        QCOMPARE(back.time, plan.time);
        QCOMPARE(back.activation, plan.activation);
        QCOMPARE(back.message, plan.message);
        QCOMPARE(back.microbatches, 8);
    }

    /// No limit that a plan can have is out of reach of its activations.
    void aLimitBeyondTheRangeIsNone()
    {
        Plan plan = planOf(ScheduleKind::GPipe, 2, 4);
        plan.activation = Bytes {2'000'000'000};
        plan.memoryLimit = {MemoryLimit::Unit::Microbatches, 1'000'000};
        QVERIFY(adapted(plan, ScheduleKind::Naive).memoryLimit == MemoryLimit {});
    }

    void knowsWhoRunsOneBatch()
    {
        for (const CatalogueEntry& known : catalogue())
            QCOMPARE(runsOneMicrobatchOnly(known.kind), known.kind == ScheduleKind::Naive);
    }
};

QTEST_APPLESS_MAIN(TestAdaptation)
#include "tst_adaptation.moc"
