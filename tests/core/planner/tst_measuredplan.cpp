// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/sentence.h"
#include "core/planner/measuredplan.h"
#include "tests/support/failonwarning.h"
#include "tests/support/sampletimes.h"

#include <QTest>

#include <set>

using namespace pipegantt;

namespace {

using Given = std::set<Parameter>;

Result<Plan> timed(Plan plan, const StageTimes& times, int size, const Given& given = {})
{
    const MeasuredChoice choice = *chooseSize(times, size);
    return preparedFor(std::move(plan), choice).and_then([&](Plan&& ready) {
        return withMeasuredTimes(std::move(ready), choice,
            [&](Parameter parameter) { return given.contains(parameter); });
    });
}

Duration us(std::int64_t microseconds)
{
    return std::chrono::microseconds(microseconds);
}

} // namespace

class TestMeasuredPlan : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }

    void stagesTakeWhatWasMeasured()
    {
        const Result<Plan> plan = timed({}, test::sampleTimes(false), 2);
        QVERIFY(plan.has_value());
        QCOMPARE(plan->time, (StageTime {us(18'000), us(36'000), us(54'000)}));
        QVERIFY(plan->perStage.empty());
        QCOMPARE(plan->unit, TimeUnit::Milliseconds);
        QCOMPARE(plan->recompute, us(90'000));
        QCOMPARE(plan->optimizer, Duration::zero());
        QCOMPARE(plan->activation.value, 18'000);
        // A quarter of what is saved is free: half is kept, a quarter added.
        QCOMPARE(plan->earlyRelease, 25);
        QCOMPARE(plan->message.value, 2 * 4096 * 4096 * 2);
        QCOMPARE(plan->globalBatch, 16);
        QCOMPARE(
            plan->source, (TimeSource {"llama3-8b", "NVIDIA “H200”", "2026-11-25T09:30:00Z", 2}));
    }

    void theEndsHaveMore()
    {
        Plan asked;
        asked.schedule = ScheduleKind::Interleaved;
        asked.chunks = 2;
        const Result<Plan> plan = timed(asked, test::sampleTimes(true), 1);
        QVERIFY(plan.has_value());
        QCOMPARE(plan->perStage.size(), std::size_t {8});
        QCOMPARE(plan->perStage.front().forward, us(10'100));
        QCOMPARE(plan->perStage[1].forward, us(10'000));
        QCOMPARE(plan->perStage.back().weightGrad, us(39'000));
        // Two chunks of layers and the larger end.
        QCOMPARE(plan->state.weights.value, 3'000'000);
        QCOMPARE(plan->state.optimizer.value, 9'000'000);
        QCOMPARE(plan->activation.value, 2 * 10'000);
    }

    void whatIsGivenStays()
    {
        Plan asked;
        asked.activation = {77};
        asked.globalBatch = 64;
        const Result<Plan> plan = timed(asked, test::sampleTimes(false), 2,
            {Parameter::ActivationMemory, Parameter::GlobalBatch});
        QVERIFY(plan.has_value());
        QCOMPARE(plan->activation.value, 77);
        QCOMPARE(plan->microbatches, 32);
        QCOMPARE(plan->globalBatch, 64);
    }

    void aBatchThatDoesNotComeOutIsRefused()
    {
        Plan asked;
        asked.globalBatch = 33;
        const Result<Plan> plan =
            timed(asked, test::sampleTimes(false), 2, {Parameter::GlobalBatch});
        QVERIFY(!plan);
        QCOMPARE(sentence(plan.error()),
            "global-batch is 33, but 8 micro-batches of 2 samples make 16; give only two of the "
            "three.");
    }

    void sizesMustBeThere()
    {
        const StageTimes times = test::sampleTimes(false);
        QCOMPARE(chooseSize(times, std::nullopt).error().code, ErrorCode::TimesNameNoSize);
        QCOMPARE(sentence(chooseSize(times, 3).error()),
            "micro-batch-size is 3; the stage times are of micro-batches of 1, 2.");
        StageTimes one = times;
        one.sizes.pop_back();
        QCOMPARE(chooseSize(one, std::nullopt)->size.microbatch, 1);
    }

    void slotsDoNotMixWithMeasuredTimes()
    {
        Plan asked;
        asked.link.latency = unitDuration(TimeUnit::Slots);
        const Result<Plan> plan = timed(asked, test::sampleTimes(false), 1);
        QVERIFY(!plan);
        QCOMPARE(plan.error().code, ErrorCode::MixedTimeUnits);
    }

    void anEditMakesTimesGiven()
    {
        const Plan measured = *timed({}, test::sampleTimes(true), 1);
        Plan edited = measured;
        edited.microbatches = 99;
        edited.link.latency = us(3);
        QVERIFY(sourceAfter(measured, edited).measured());
        edited.time.forward += Duration(1);
        QVERIFY(!sourceAfter(measured, edited).measured());
        edited = measured;
        edited.perStage[2].weightGrad += Duration(1);
        QVERIFY(!sourceAfter(measured, edited).measured());
        edited = measured;
        edited.perStage.clear();
        QVERIFY(!sourceAfter(measured, edited).measured());
        edited = measured;
        edited.schedule = ScheduleKind::GPipe;
        edited.perStage.clear();
        QVERIFY(sourceAfter(measured, edited).measured());
    }
};

QTEST_GUILESS_MAIN(TestMeasuredPlan)
#include "tst_measuredplan.moc"
