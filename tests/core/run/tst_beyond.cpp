// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/run/beyond.h"
#include "tests/support/failonwarning.h"
#include "tests/support/plans.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace pipegantt;

Q_DECLARE_METATYPE(pipegantt::ScheduleKind)

class TestBeyond : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }
    void equalsTheWholeRun_data();
    void equalsTheWholeRun();
    void countsABillion();
    void peaksOfGPipeGrow();
    void excerptTellsTrueTimesAndNumbers_data();
    void excerptTellsTrueTimesAndNumbers();
    void refusalsNameTheReason_data();
    void refusalsNameTheReason();
};

namespace {

/// Everything but indices of operations, which are of the excerpt.
Metrics withoutIndices(Metrics metrics)
{
    for (DeviceMetrics& device : metrics.devices)
        device.peakOperation = 0;
    return metrics;
}

bool isSearched(ScheduleKind kind)
{
    return shapeOf(kind).searched || kind == ScheduleKind::Custom || kind == ScheduleKind::Naive;
}

/// A random plan of many micro-batches.
Plan longPlan(std::mt19937& random, ScheduleKind kind, bool even)
{
    test::PlanDraw draw(random);
    for (;;) {
        Plan plan = test::randomPlan(random, kind);
        if (even)
            plan.perStage.clear();
        plan.microbatches = 200 + draw.upTo(400);
        if (plan.group > 12)
            plan.group = 0;
        plan.activation = Bytes {7 + draw.upTo(1000)};
        plan.earlyRelease = draw.toss() ? draw.upTo(100) : 0;
        if (draw.toss())
            plan.memoryLimit = {MemoryLimit::Unit::Microbatches, 1 + draw.upTo(500)};
        if (checkPlan(plan) && entry(kind).check(plan))
            return plan;
    }
}

void addKinds()
{
    QTest::addColumn<ScheduleKind>("kind");
    for (const CatalogueEntry& known : catalogue()) {
        if (!isSearched(known.kind))
            QTest::newRow(std::string(known.id).c_str()) << known.kind;
    }
}

} // namespace

void TestBeyond::equalsTheWholeRun_data()
{
    addKinds();
}

void TestBeyond::equalsTheWholeRun()
{
    QFETCH(ScheduleKind, kind);
    std::mt19937 random(5);
    SimulationScratch scratch;
    Run part;
    int counted = 0;
    constexpr int kPlans = 30;
    for (int i = 0; i < kPlans; ++i) {
        const Plan plan = longPlan(random, kind, i % 2 == 0);
        const Result<Run> whole = run(plan);
        QVERIFY(whole.has_value());
        const Result<void> done = runBeyond(plan, scratch, part);
        if (!done) {
            QCOMPARE(done.error().code, ErrorCode::JumpNeedsRhythm);
            continue;
        }
        ++counted;
        QVERIFY(withoutIndices(part.metrics) == withoutIndices(whole->metrics));
        const auto causes = wholeIdleCauses(part);
        QVERIFY(causes.has_value() == part.excerpt->isPart());
        QVERIFY(!causes || *causes == idleCauses(plan, whole->schedule, whole->timeline));
    }
    qInfo("%d of %d", counted, kPlans);
    QVERIFY(counted >= kPlans / 2);
}

void TestBeyond::countsABillion()
{
    const Plan plan = test::planOf(ScheduleKind::OneFOneB, 4, 1'000'000'000);
    const Result<Run> result = run(plan);
    QVERIFY(result.has_value());
    QVERIFY(result->metrics.makespan == test::slotTime(3 * (std::int64_t {1'000'000'000} + 3)));
    QVERIFY(result->metrics.bubbleRatio == (Ratio {3, 1'000'000'003}));
    QVERIFY(result->excerpt.has_value());
    QCOMPARE(
        result->excerpt->microbatches + result->excerpt->leftOut, std::int64_t {1'000'000'000});
}

void TestBeyond::peaksOfGPipeGrow()
{
    const Plan plan = test::planOf(ScheduleKind::GPipe, 8, 1'000'000'000);
    const Result<Run> result = run(plan);
    QVERIFY(result.has_value());
    QCOMPARE(result->metrics.devices.front().peakChunks, std::int64_t {1'000'000'000});
    QVERIFY(result->metrics.peakMemory == Bytes {1'000'000'000'000'000'000});
    QCOMPARE(result->excerpt->breaks.size(), std::size_t {2});
}

void TestBeyond::excerptTellsTrueTimesAndNumbers_data()
{
    addKinds();
}

/// Each operation of the excerpt is one of the whole run, at the time that the excerpt says.
void TestBeyond::excerptTellsTrueTimesAndNumbers()
{
    QFETCH(ScheduleKind, kind);
    std::mt19937 random(6);
    SimulationScratch scratch;
    Run part;
    const Plan plan = longPlan(random, kind, true);
    const Result<Run> whole = run(plan);
    QVERIFY(whole.has_value());
    if (!runBeyond(plan, scratch, part) || !part.excerpt->isPart())
        QSKIP("no rhythm");
    const Excerpt& excerpt = *part.excerpt;
    for (int device = 0; device < part.schedule.devices(); ++device) {
        std::size_t there = whole->schedule.rowBegin(device);
        for (std::size_t i = part.schedule.rowBegin(device); i < part.schedule.rowEnd(device);
             ++i) {
            const PackedOperation here = part.schedule.operations()[i];
            const auto microbatch = excerpt.trueMicrobatch(part.schedule, device, i);
            const auto isSame = [&](PackedOperation other) {
                return other.kind() == here.kind() && other.chunk() == here.chunk()
                    && other.unit() / plan.slicesInUse() == microbatch
                    && other.unit() % plan.slicesInUse() == here.unit() % plan.slicesInUse();
            };
            while (there < whole->schedule.rowEnd(device)
                && !isSame(whole->schedule.operations()[there]))
                ++there;
            QVERIFY(there < whole->schedule.rowEnd(device));
            QVERIFY(whole->timeline.start(device, there)
                == excerpt.trueTime(part.timeline.start(device, i)));
            QVERIFY(heldTime(&excerpt, whole->timeline.start(device, there))
                == part.timeline.start(device, i));
            const Duration length = part.timeline.end(i) - part.timeline.start(device, i);
            QVERIFY(whole->timeline.end(there) - whole->timeline.start(device, there) == length);
        }
    }
}

void TestBeyond::refusalsNameTheReason_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<ScheduleKind>("kind");
    QTest::addColumn<int>("jitter");
    QTest::addColumn<bool>("blocking");
    const auto row = [](const char* name, ErrorCode code, ScheduleKind kind, int jitter = 0,
                         bool blocking = false) {
        QTest::newRow(name) << static_cast<int>(code) << kind << jitter << blocking;
    };
    row("searched", ErrorCode::JumpNeedsRule, ScheduleKind::Auto);
    row("heuristic", ErrorCode::JumpNeedsRule, ScheduleKind::Zb1p);
    row("jitter", ErrorCode::JumpNeedsEqualTimes, ScheduleKind::OneFOneB, 5);
    row("blocking", ErrorCode::JumpNeedsAsynchronous, ScheduleKind::OneFOneB, 0, true);
}

void TestBeyond::refusalsNameTheReason()
{
    QFETCH(int, code);
    QFETCH(ScheduleKind, kind);
    QFETCH(int, jitter);
    QFETCH(bool, blocking);
    Plan plan = test::planOf(kind, 4, 1'000'000'000);
    plan.jitter = jitter;
    plan.commModel = blocking ? CommModel::Blocking : CommModel::Asynchronous;
    const Result<Run> refused = run(plan);
    QVERIFY(!refused.has_value());
    QCOMPARE(static_cast<int>(refused.error().code), code);
    // The sentence offers an M that runs without counting.
    QCOMPARE(refused.error().facts.at(0), std::string("1000000000"));
    plan.microbatches = std::stoi(refused.error().facts.at(1));
    QVERIFY(isHeldWhole(plan));
    ++plan.microbatches;
    QVERIFY(!isHeldWhole(plan));
}

QTEST_APPLESS_MAIN(TestBeyond)
#include "tst_beyond.moc"
