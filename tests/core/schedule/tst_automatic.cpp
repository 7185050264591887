// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/sentence.h"
#include "core/run/run.h"
#include "core/schedule/automatic.h"
#include "core/schedule/catalogue.h"
#include "core/schedule/searchproblem.h"
#include "core/schedule/validate.h"
#include "core/simulate/memoryprofile.h"
#include "core/simulate/simulate.h"
#include "tests/support/failonwarning.h"
#include "tests/support/orders.h"
#include "tests/support/plans.h"

#include <QTest>

#include <algorithm>

using namespace pipegantt;

namespace {

Plan automaticPlan(int stages, int microbatches, std::int64_t limit, const StageTime& time)
{
    Plan plan = test::planOf(ScheduleKind::Auto, stages, microbatches);
    plan.time = time;
    plan.effort = 1;
    if (limit > 0)
        plan.memoryLimit = {MemoryLimit::Unit::Microbatches, limit};
    return plan;
}

StageTime inSlots(int forward, int inputGrad, int weightGrad)
{
    return {test::slotTime(forward), test::slotTime(inputGrad), test::slotTime(weightGrad)};
}

/// A random plan for the search: one chunk or two, uneven stages and a limit half of the time.
Plan randomQuestion(std::mt19937& random)
{
    const auto from = [&random](int least, int most) {
        return std::uniform_int_distribution<int>(least, most)(random);
    };
    const auto time = [&] {
        return StageTime {Duration(from(1, 30)), Duration(from(1, 30)), Duration(from(1, 30))};
    };
    Plan plan = automaticPlan(from(1, 6), from(1, 12), from(0, 1) * from(1, 8), time());
    plan.unit = TimeUnit::Microseconds;
    plan.chunks = from(1, 3) == 1 ? 2 : 1;
    plan.link.latency = Duration(from(0, 1) * from(0, 10));
    if (from(0, 1) == 0)
        std::ranges::generate_n(std::back_inserter(plan.perStage), plan.modelStages(), time);
    return plan;
}

} // namespace

class TestAutomatic : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }
    void provesTheLecture_data();
    void provesTheLecture();
    void isNeverWorseThanAPublishedSchedule();
    void isNeverWorseUnderCostsThatTheSearchDoesNotKnow();
    void isNeverWorseWithinAllThatADeviceHolds();
    void recomputesWhereNothingElseFits();
    void namesTheSmallestLimit_data();
    void namesTheSmallestLimit();
    void keepsAGivenPlacement();
    void readsPublishedOrders();
    void stepsTheOptimizerAtTheEnd();
    void losesNothingByTakingUnitsInTurn();
    void runsSlices();
    void answersQuicklyAmongMany();
};

void TestAutomatic::provesTheLecture_data()
{
    QTest::addColumn<int>("limit");
    QTest::addColumn<int>("makespan");
    QTest::newRow("limit 4") << 4 << 27;
    QTest::newRow("limit 3") << 3 << 31;
    QTest::newRow("limit 2") << 2 << 41;
}

void TestAutomatic::provesTheLecture()
{
    QFETCH(int, limit);
    QFETCH(int, makespan);
    const Result<Run> done = run(automaticPlan(4, 8, limit, inSlots(1, 1, 1)));
    QVERIFY(done.has_value());
    QVERIFY(done->metrics.makespan == test::slotTime(makespan));
    QVERIFY(done->lowerBound == test::slotTime(makespan));
    QVERIFY(optimalityGap(*done) == Ratio {});
    QVERIFY(done->metrics.fits);
    QVERIFY(!run(test::planOf(ScheduleKind::OneFOneB, 4, 8))->lowerBound.has_value());
}

void TestAutomatic::isNeverWorseThanAPublishedSchedule()
{
    std::mt19937 random(2);
    for (int i = 0; i < 250; ++i) {
        const Plan plan = randomQuestion(random);
        SearchWatch watch;
        watch.quick = i % 10 != 0;
        const Result<Run> searched = run(plan, watch);
        QVERIFY(searched.has_value());
        QVERIFY(searched->metrics.fits);
        QVERIFY(validate(searched->schedule).has_value());
        QVERIFY(*searched->lowerBound <= searched->metrics.makespan);
        QVERIFY(run(plan, watch)->schedule == searched->schedule);
        for (const CatalogueEntry& known : catalogue()) {
            Plan published = plan;
            published.schedule = known.kind;
            if (known.kind == ScheduleKind::Auto)
                continue;
            const Result<Run> other = run(published);
            if (!other || !other->metrics.fits || !known.hasBackward
                || other->schedule.slices() > 1)
                continue;
            QVERIFY2(searched->metrics.makespan <= other->metrics.makespan,
                qPrintable(QString::number(i)));
        }
    }
}

void TestAutomatic::isNeverWorseUnderCostsThatTheSearchDoesNotKnow()
{
    std::mt19937 random(4);
    for (int i = 0; i < 60; ++i) {
        Plan plan = randomQuestion(random);
        plan.jitter = i % 3 == 0 ? 30 : 0;
        plan.pair = i % 3 == 1 ? Duration(40) : Duration {};
        plan.commModel = i % 3 == 2 ? CommModel::Blocking : CommModel::Asynchronous;
        SearchWatch watch;
        watch.quick = true;
        const Result<Run> searched = run(plan, watch);
        QVERIFY(searched.has_value());
        QVERIFY(*searched->lowerBound <= searched->metrics.makespan);
        for (const CatalogueEntry& known : catalogue()) {
            Plan published = plan;
            published.schedule = known.kind;
            if (known.kind == ScheduleKind::Auto)
                continue;
            const Result<Run> other = run(published);
            if (!other || !other->metrics.fits || !known.hasBackward || other->schedule.slices() > 1
                || shapeOf(known.kind).stepsEachMicrobatch)
                continue;
            QVERIFY(searched->metrics.makespan <= other->metrics.makespan);
        }
    }
}

void TestAutomatic::isNeverWorseWithinAllThatADeviceHolds()
{
    std::mt19937 random(14);
    int bound = 0;
    for (int i = 0; i < 60; ++i) {
        Plan plan = randomQuestion(random);
        plan.earlyRelease = i % 3 * 35;
        plan.message = {i % 2 * 100'000'000};
        plan.state = {{3'000'000'000}, {2'000'000'000}, {4'000'000'000}, {500'000'000}};
        const std::int64_t left = std::int64_t {500'000'000} * (10 + i % 4);
        plan.memoryLimit = {MemoryLimit::Unit::Bytes, plan.state.total().value + left};
        SearchWatch watch;
        watch.quick = true;
        const Result<Run> searched = run(plan, watch);
        QVERIFY(searched.has_value());
        QVERIFY(searched->metrics.fits);
        QVERIFY(*searched->lowerBound <= searched->metrics.makespan);
        for (const CatalogueEntry& known : catalogue()) {
            Plan published = plan;
            published.schedule = known.kind;
            if (known.kind == ScheduleKind::Auto)
                continue;
            const Result<Run> other = run(published);
            if (!other || !known.hasBackward || other->schedule.slices() > 1
                || shapeOf(known.kind).stepsEachMicrobatch)
                continue;
            bound += other->metrics.fits ? 0 : 1;
            QVERIFY(!other->metrics.fits || searched->metrics.makespan <= other->metrics.makespan);
        }
    }
    QVERIFY(bound > 100);
}

void TestAutomatic::recomputesWhereNothingElseFits()
{
    // One micro-batch at a time takes 8 x 4 x 3; recomputed, four can be on their way.
    Plan plan = automaticPlan(4, 8, 1, inSlots(1, 1, 1));
    const Result<Run> done = run(plan);
    QVERIFY(done.has_value());
    QVERIFY(done->metrics.fits);
    QVERIFY(done->metrics.makespan == test::slotTime(11 * 4));
}

void TestAutomatic::namesTheSmallestLimit_data()
{
    QTest::addColumn<int>("chunks");
    QTest::addColumn<qint64>("bytes");
    QTest::addColumn<QByteArray>("limit");
    QTest::addColumn<QByteArray>("smallest");
    QTest::newRow("no micro-batch")
        << 1 << qint64 {-1} << QByteArray("0 micro-batches") << QByteArray("1 micro-batch");
    QTest::newRow("half of one") << 1 << qint64 {500'000'000} << QByteArray("500MB")
                                 << QByteArray("1GB");
    QTest::newRow("nothing beside the weights")
        << 1 << qint64 {20'000'000'000} << QByteArray("20GB") << QByteArray("41GB");
    QTest::newRow("one chunk of two")
        << 2 << qint64 {999'999'999} << QByteArray("999999999B") << QByteArray("1GB");
}

void TestAutomatic::namesTheSmallestLimit()
{
    QFETCH(int, chunks);
    QFETCH(qint64, bytes);
    QFETCH(QByteArray, limit);
    QFETCH(QByteArray, smallest);
    Plan plan = automaticPlan(4, 8, 0, inSlots(1, 1, 1));
    plan.chunks = chunks;
    if (bytes > 2'000'000'000)
        plan.state.weights = {40'000'000'000};
    plan.memoryLimit = bytes < 0 ? MemoryLimit {MemoryLimit::Unit::Microbatches, 0}
                                 : MemoryLimit {MemoryLimit::Unit::Bytes, bytes};
    const Result<Run> done = run(plan);
    QVERIFY(!done.has_value());
    QVERIFY(done.error()
        == Error(ErrorCode::LimitUnreachable, {limit.toStdString(), smallest.toStdString()}));
    QVERIFY(category(ErrorCode::LimitUnreachable) == ErrorCategory::Infeasible);
    plan.memoryLimit = *parseMemoryLimit(smallest.split(' ').first().toStdString());
    QVERIFY(run(plan).has_value());
}

void TestAutomatic::keepsAGivenPlacement()
{
    // Two neighbours on each of two devices, which is neither a loop nor a wave.
    Plan plan = automaticPlan(2, 4, 0, inSlots(1, 1, 1));
    plan.chunks = 2;
    plan.placement = {0, 0, 1, 1};
    const Result<Run> done = run(plan);
    QVERIFY(done.has_value());
    QCOMPARE(done->schedule.deviceOf(1), 0);
    QCOMPARE(done->schedule.deviceOf(2), 1);
    QVERIFY(validate(done->schedule).has_value());
    QVERIFY(done->metrics.makespan == test::slotTime(4 * 6 + 2));
}

void TestAutomatic::readsPublishedOrders()
{
    const Plan plan = automaticPlan(2, 2, 0, inSlots(1, 1, 1));
    const SearchProblem problem = searchProblem(plan, Placement::loop(2, 1));
    const std::optional<Order> order =
        orderOf(problem, test::scheduleOf({"F0 F1 B0 B1", "F0 B0 F1 I1 W1"}, 2));
    QVERIFY(order.has_value());
    Schedule schedule;
    schedule.reset(Placement::loop(2, 1), 2);
    writeOrder(problem, *order, schedule);
    QCOMPARE(test::orderOf(schedule, 0), std::string("F0 F1 I0 W0 I1 W1"));
    QCOMPARE(test::orderOf(schedule, 1), std::string("F0 I0 W0 F1 I1 W1"));
}

void TestAutomatic::stepsTheOptimizerAtTheEnd()
{
    Plan plan = automaticPlan(3, 4, 0, inSlots(1, 1, 1));
    plan.optimizer = test::slotTime(5);
    const Result<Run> done = run(plan);
    QVERIFY(done.has_value());
    QVERIFY(validate(done->schedule).has_value());
    QVERIFY(done->metrics.makespan == test::slotTime(4 * 3 + 2 + 5));
    QVERIFY(done->lowerBound == done->metrics.makespan);
}

void TestAutomatic::losesNothingByTakingUnitsInTurn()
{
    // The search takes the micro-batches of each pass in turn. Here every order of labelled
    // operations is tried.
    std::vector<std::string> rows;
    std::vector<std::string> words {"F0", "F1", "I0", "I1", "W0", "W1"};
    do {
        const auto place = [&words](const char* word) {
            return std::ranges::find(words, word) - words.begin();
        };
        if (place("F0") > place("I0") || place("I0") > place("W0") || place("F1") > place("I1")
            || place("I1") > place("W1"))
            continue;
        std::string row;
        for (const std::string& word : words)
            row += (row.empty() ? "" : " ") + word;
        rows.push_back(row);
    } while (std::ranges::next_permutation(words).found);
    QCOMPARE(rows.size(), std::size_t {20});

    std::mt19937 random(8);
    SimulationScratch scratch;
    Timeline timeline;
    Metrics metrics;
    for (int i = 0; i < 30; ++i) {
        Plan plan = randomQuestion(random);
        plan.stages = 2;
        plan.microbatches = 2;
        plan.chunks = 1;
        plan.perStage.clear();
        plan.memoryLimit = {MemoryLimit::Unit::Microbatches, 1 + i % 2};
        if (i % 4 == 3) {
            // What input gradients release lets forwards in; weights and the like leave less room.
            plan.earlyRelease = 40;
            plan.state = {{30}, {20}, {40}, {10}};
            plan.activation = {100};
            plan.memoryLimit = {MemoryLimit::Unit::Bytes, i % 8 == 3 ? 260 : 259};
        }
        for (int stage = 0; stage < 2; ++stage) {
            const Plan drawn = randomQuestion(random);
            plan.perStage.push_back(drawn.time);
        }
        Duration best = Duration::max();
        for (const std::string& one : rows) {
            for (const std::string& two : rows) {
                const Schedule schedule = test::scheduleOf({one, two}, 2);
                if (simulate(plan, schedule, scratch, timeline)
                    && measure(plan, schedule, timeline, metrics) && metrics.fits)
                    best = std::min(best, timeline.makespan);
            }
        }
        Schedule searched;
        const Duration bound = searchSchedule(plan, {}, searched);
        QVERIFY(simulate(plan, searched, scratch, timeline).has_value());
        QVERIFY(measure(plan, searched, timeline, metrics).has_value());
        QVERIFY(metrics.fits);
        QVERIFY(timeline.makespan == best);
        QVERIFY(bound == best);
    }
}

void TestAutomatic::runsSlices()
{
    std::mt19937 random(6);
    for (int i = 0; i < 40; ++i) {
        Plan plan = randomQuestion(random);
        plan.slices = 1 + i % 4;
        if (i % 8 == 3)
            plan.sliceWeights = {3, 1, 2, 2};
        const Result<Run> done = run(plan);
        QVERIFY(done.has_value());
        QVERIFY(done->metrics.fits);
        QVERIFY(validate(done->schedule).has_value());
        QCOMPARE(done->schedule.slices(), plan.slices);
        QVERIFY(*done->lowerBound <= done->metrics.makespan);
        // What the search takes an order for is what it is.
        const SearchProblem problem = searchProblem(plan, done->schedule.placement());
        const std::optional<Order> order = orderOf(problem, done->schedule);
        QVERIFY(order.has_value());
        QVERIFY(Duration(scoreOf(problem, *order)->makespan) == done->metrics.makespan);
    }
    // Cutting whole micro-batches helps: here the pipeline fills in a quarter of the time.
    Plan cut = automaticPlan(4, 2, 0, inSlots(1, 1, 1));
    cut.slices = 4;
    QVERIFY(run(cut)->metrics.makespan
        < 4 * run(automaticPlan(4, 2, 0, inSlots(1, 1, 1)))->metrics.makespan);
}

void TestAutomatic::answersQuicklyAmongMany()
{
    Plan plan = automaticPlan(8, 32, 8, inSlots(10, 12, 9));
    SearchWatch watch;
    watch.quick = true;
    const Result<Run> quick = run(plan, watch);
    QVERIFY(quick.has_value());
    Schedule schedule;
    QVERIFY(generate(plan, schedule).has_value());
    QVERIFY2(schedule == quick->schedule, "the catalogue answers quickly, too");
    QVERIFY(run(plan)->metrics.makespan <= quick->metrics.makespan);
}

QTEST_APPLESS_MAIN(TestAutomatic)
#include "tst_automatic.moc"
