// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/run/run.h"
#include "core/schedule/catalogue.h"
#include "core/schedule/validate.h"
#include "core/simulate/diagram.h"
#include "tests/support/authorsresult.h"
#include "tests/support/failonwarning.h"
#include "tests/support/plans.h"

#include <QTest>

#include <array>

using namespace pipegantt;

class TestZbVSearch : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }
    void drawsTheV();
    void isNoWorseThanItsAuthors();
    void fillsItsSpan();
    void keepsItsMemory();
    void isValidForRandomPlans();
    void refusesOtherChunks();

private:
    static Plan planOf(int stages, int microbatches);
};

Plan TestZbVSearch::planOf(int stages, int microbatches)
{
    Plan plan = test::planOf(ScheduleKind::ZbVSearch, stages, microbatches);
    plan.chunks = 2;
    return plan;
}

void TestZbVSearch::drawsTheV()
{
    // The second chunk in small letters; the loss is on device 0.
    const Result<Run> done = run(planOf(3, 6));
    QVERIFY(done.has_value());
    QCOMPARE(diagram(done->schedule, done->timeline, test::slotTime(1)),
        std::string(
            "device 0 | F0 F1 F2 F3 F4 f0 i0 w0 f1 i1 w1 f2 i2 w2 F5 I0 W0 f3 i3 w3 I1 W1 f4 i4 w4 "
            "I2 W2 f5 i5 I3 w5 I4 W3 I5 W4 W5 .  .\n"
            "device 1 | .  F0 F1 F2 f0 F3 f1 i0 w0 f2 i1 w1 F4 I0 W0 f3 i2 w2 F5 I1 W1 f4 i3 w3 I2 "
            "W2 f5 i4 I3 i5 I4 w4 I5 W3 w5 W4 W5 .\n"
            "device 2 | .  .  F0 f0 F1 f1 F2 f2 i0 w0 F3 I0 W0 f3 i1 w1 F4 I1 W1 f4 i2 w2 F5 I2 W2 "
            "f5 i3 I3 i4 I4 i5 I5 w3 W3 w4 W4 w5 W5\n"));
}

void TestZbVSearch::isNoWorseThanItsAuthors()
{
    static const std::array kRows {
        test::AuthorsResult {3, 7, 2, 0, 7, 9, 4, 1, 307, 307, {6, 6, 6}},
        test::AuthorsResult {4, 8, 2, 0, 1000, 1300, 700, 0, 51900, 50900, {8, 8, 8, 8}},
        test::AuthorsResult {5, 12, 2, 0, 10, 10, 5, 1, 660, 659, {10, 10, 10, 10, 10}},
        test::AuthorsResult {
            6, 6, 2, 0, 5478, 5806, 3534, 200, 218862, 208806, {12, 12, 12, 12, 12, 12}},
        test::AuthorsResult {
            8, 24, 2, 0, 5478, 5806, 3534, 200, 761584, 748144, {16, 16, 16, 16, 16, 16, 16, 16}},
        test::AuthorsResult {7, 3, 2, 0, 3, 4, 5, 2, 171, 171, {6, 6, 6, 6, 6, 6, 6}},
        test::AuthorsResult {4, 16, 2, 0, 9, 5, 6, 3, 698, 694, {8, 8, 8, 8}},
        test::AuthorsResult {2, 9, 2, 0, 11, 3, 8, 0, 407, 407, {4, 4}},
    };
    for (const test::AuthorsResult& row : kRows)
        QVERIFY(row.isReachedBy(run(row.plan(ScheduleKind::ZbVSearch))->metrics));
}

void TestZbVSearch::fillsItsSpan()
{
    for (const int stages : {1, 2, 3, 4, 7, 12}) {
        for (const int microbatches : {2 * stages - 1, 2 * stages, 3 * stages + 1}) {
            const Plan plan = planOf(stages, microbatches);
            const Metrics metrics = run(plan)->metrics;
            QVERIFY(metrics.span == metrics.ideal);
            const ClosedForm form = closedForm(plan);
            QVERIFY(form.gap == FormulaGap::None);
            QVERIFY(form.makespan == metrics.makespan);
            QVERIFY(form.bubbleRatio() == metrics.bubbleRatio);
        }
    }
    QVERIFY(closedForm(planOf(4, 6)).gap == FormulaGap::Conditions);
}

void TestZbVSearch::keepsItsMemory()
{
    std::mt19937 random(3);
    for (int i = 0; i < 500; ++i) {
        const Plan plan = test::randomSplitPlan(ScheduleKind::ZbVSearch, random);
        const Metrics metrics = run(plan)->metrics;
        for (const DeviceMetrics& device : metrics.devices)
            QVERIFY(device.peakChunksReleaseAtInputGrad <= 2 * plan.stages);
    }
}

void TestZbVSearch::isValidForRandomPlans()
{
    std::mt19937 random(4);
    Schedule schedule;
    for (int i = 0; i < 1'000; ++i) {
        const Plan plan = test::randomSplitPlan(ScheduleKind::ZbVSearch, random);
        QVERIFY(generate(plan, schedule).has_value());
        QVERIFY(validate(schedule).has_value());
        QCOMPARE(static_cast<std::int64_t>(schedule.operations().size()), operationCount(plan));
    }
}

void TestZbVSearch::refusesOtherChunks()
{
    Plan plan = planOf(4, 8);
    plan.chunks = 3;
    const Result<Run> done = run(plan);
    QVERIFY(!done.has_value());
    QVERIFY(done.error().code == ErrorCode::ChunksMismatch);
}

QTEST_APPLESS_MAIN(TestZbVSearch)
#include "tst_zbvsearch.moc"
