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

class TestControllable : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }
    void drawsVHalf();
    void drawsVMin();
    void idlesAndHoldsAsTheTables_data();
    void idlesAndHoldsAsTheTables();
    void isWhatItsAuthorsRun();
    void dependsOnNoTimes();
    void isValidForRandomPlans();

private:
    static Plan planOf(ScheduleKind kind, int stages, int microbatches);
};

Plan TestControllable::planOf(ScheduleKind kind, int stages, int microbatches)
{
    Plan plan = test::planOf(kind, stages, microbatches);
    plan.chunks = 2;
    return plan;
}

void TestControllable::drawsVHalf()
{
    const Result<Run> done = run(planOf(ScheduleKind::VHalf, 4, 6));
    QVERIFY(done.has_value());
    QCOMPARE(diagram(done->schedule, done->timeline, test::slotTime(1)),
        std::string(
            "device 0 | F0 F1 F2 F3 F4 .  .  f0 i0 w0 f1 i1 w1 f2 .  .  I0 i2 w2 f3 W0 F5 I1 i3 w3 "
            "f4 i4 w4 I2 W1 W2 f5 i5 I3 w5 I4 W3 W4 .  I5 W5\n"
            "device 1 | .  F0 F1 F2 F3 .  f0 .  f1 i0 w0 f2 i1 w1 .  I0 W0 F4 f3 i2 w2 I1 F5 W1 f4 "
            "i3 w3 I2 i4 w4 f5 W2 I3 i5 I4 w5 W3 W4 I5 W5 .\n"
            "device 2 | .  .  F0 F1 F2 f0 .  f1 .  f2 i0 w0 F3 i1 I0 w1 W0 f3 F4 .  I1 i2 w2 f4 W1 "
            "F5 I2 i3 w3 f5 i4 I3 w4 I4 i5 w5 W2 I5 W3 W4 W5\n"
            "device 3 | .  .  .  F0 f0 F1 f1 F2 f2 .  .  i0 w0 I0 W0 F3 f3 i1 w1 I1 F4 W1 f4 i2 I2 "
            "w2 F5 W2 f5 i3 I3 i4 I4 w3 w4 i5 I5 w5 W3 W4 W5\n"));
}

void TestControllable::drawsVMin()
{
    const Result<Run> done = run(planOf(ScheduleKind::VMin, 4, 6));
    QVERIFY(done.has_value());
    QCOMPARE(diagram(done->schedule, done->timeline, test::slotTime(1)),
        std::string(
            "device 0 | F0 F1 F2 .  .  .  .  f0 i0 w0 f1 i1 w1 .  .  I0 W0 F3 .  f2 i2 I1 w2 W1 F4 "
            "f3 i3 I2 w3 W2 F5 f4 i4 I3 w4 W3 .  f5 i5 I4 w5 W4 .  .  .  I5 W5\n"
            "device 1 | .  F0 F1 .  .  .  f0 .  f1 i0 w0 F2 .  .  I0 i1 w1 W0 f2 F3 I1 i2 w2 W1 f3 "
            "F4 I2 i3 w3 W2 f4 F5 I3 i4 w4 W3 f5 .  I4 i5 w5 W4 .  .  I5 W5 .\n"
            "device 2 | .  .  F0 F1 .  f0 .  f1 .  .  i0 w0 F2 I0 W0 .  i1 f2 w1 I1 F3 W1 i2 f3 w2 "
            "I2 F4 W2 i3 f4 w3 I3 F5 W3 i4 f5 w4 I4 W4 .  i5 w5 .  I5 W5 .  .\n"
            "device 3 | .  .  .  F0 f0 F1 f1 .  .  .  .  i0 I0 w0 W0 F2 f2 i1 I1 w1 W1 F3 f3 i2 I2 "
            "w2 W2 F4 f4 i3 I3 w3 W3 F5 f5 i4 I4 w4 W4 .  .  i5 I5 w5 W5 .  .\n"));
}

void TestControllable::idlesAndHoldsAsTheTables_data()
{
    QTest::addColumn<int>("stages");
    QTest::addColumn<int>("idleOfHalf");
    QTest::addColumn<int>("peakOfHalf");
    QTest::addColumn<int>("idleOfMinimal");
    QTest::addColumn<int>("peakOfMinimal");
    const auto row = [](int stages, int idleOfHalf, int peakOfHalf, int idleOfMinimal,
                         int peakOfMinimal) {
        QTest::addRow("P=%d", stages)
            << stages << idleOfHalf << peakOfHalf << idleOfMinimal << peakOfMinimal;
    };
    row(2, 1, 4, 3, 4);
    row(3, 5, 4, 5, 4);
    row(4, 5, 6, 11, 4);
    row(5, 11, 6, 15, 6);
    row(6, 11, 8, 17, 6);
    row(7, 17, 8, 23, 6);
    row(8, 17, 10, 27, 8);
    row(9, 23, 10, 29, 8);
    row(10, 23, 12, 35, 8);
    row(11, 29, 12, 39, 10);
    row(12, 29, 14, 41, 10);
    row(13, 35, 14, 47, 10);
    row(14, 35, 16, 51, 12);
    row(15, 41, 16, 53, 12);
    row(16, 41, 18, 59, 12);
}

void TestControllable::idlesAndHoldsAsTheTables()
{
    QFETCH(int, stages);
    QFETCH(int, idleOfHalf);
    QFETCH(int, peakOfHalf);
    QFETCH(int, idleOfMinimal);
    QFETCH(int, peakOfMinimal);
    const auto check = [&](ScheduleKind kind, int microbatches, int idle, int peak) {
        const Plan plan = planOf(kind, stages, microbatches);
        const Metrics metrics = run(plan)->metrics;
        QVERIFY(metrics.makespan == test::slotTime(6 * microbatches + idle));
        QVERIFY(metrics.span == metrics.makespan);
        QCOMPARE(std::ranges::max(metrics.devices, {}, &DeviceMetrics::peakChunks).peakChunks,
            std::int64_t {peak});
        const ClosedForm form = closedForm(plan);
        QVERIFY(form.gap == FormulaGap::None);
        QVERIFY(form.makespan == metrics.makespan);
        QVERIFY(form.bubbleRatio() == metrics.bubbleRatio);
    };
    for (const int rounds : {2, 3, 4}) {
        check(ScheduleKind::VHalf, rounds * stages, idleOfHalf, peakOfHalf);
        check(ScheduleKind::VMin, rounds * stages, idleOfMinimal, peakOfMinimal);
    }
}

void TestControllable::isWhatItsAuthorsRun()
{
    static const std::array kHalf {
        test::AuthorsResult {3, 7, 2, 0, 7, 9, 4, 1, 354, 354, {4, 4, 4}},
        test::AuthorsResult {4, 8, 2, 0, 1000, 1300, 700, 0, 57200, 57200, {6, 6, 6, 6}},
        test::AuthorsResult {5, 12, 2, 0, 10, 10, 5, 1, 763, 763, {6, 6, 6, 6, 6}},
        test::AuthorsResult {6, 6, 2, 0, 5478, 5806, 3534, 200, 273752, 273752, {7, 8, 8, 8, 8, 8}},
        test::AuthorsResult {
            8, 24, 2, 0, 5478, 5806, 3534, 200, 837574, 837574, {10, 10, 10, 10, 10, 10, 10, 10}},
        test::AuthorsResult {7, 3, 2, 0, 3, 4, 5, 2, 199, 199, {4, 5, 6, 6, 6, 6, 6}},
        test::AuthorsResult {4, 16, 2, 0, 9, 5, 6, 3, 842, 842, {6, 6, 6, 6}},
        test::AuthorsResult {2, 9, 2, 0, 11, 3, 8, 0, 471, 471, {4, 4}},
    };
    for (const test::AuthorsResult& row : kHalf)
        QVERIFY(row.equals(run(row.plan(ScheduleKind::VHalf))->metrics));
    static const std::array kMinimal {
        test::AuthorsResult {3, 7, 2, 0, 7, 9, 4, 1, 436, 436, {4, 4, 4}},
        test::AuthorsResult {4, 8, 2, 0, 1000, 1300, 700, 0, 73700, 73700, {4, 4, 4, 4}},
        test::AuthorsResult {5, 12, 2, 0, 10, 10, 5, 1, 931, 931, {5, 6, 6, 6, 6}},
        test::AuthorsResult {6, 6, 2, 0, 5478, 5806, 3534, 200, 309910, 309910, {6, 6, 6, 6, 6, 6}},
        test::AuthorsResult {
            8, 24, 2, 0, 5478, 5806, 3534, 200, 1012722, 1012722, {7, 8, 8, 8, 8, 8, 8, 8}},
        test::AuthorsResult {7, 3, 2, 0, 3, 4, 5, 2, 219, 219, {4, 5, 6, 6, 6, 6, 6}},
        test::AuthorsResult {4, 16, 2, 0, 9, 5, 6, 3, 1112, 1112, {4, 4, 4, 4}},
        test::AuthorsResult {2, 9, 2, 0, 11, 3, 8, 0, 498, 493, {3, 4}},
    };
    for (const test::AuthorsResult& row : kMinimal)
        QVERIFY(row.equals(run(row.plan(ScheduleKind::VMin))->metrics));
}

void TestControllable::dependsOnNoTimes()
{
    Schedule one;
    Schedule other;
    for (const ScheduleKind kind : {ScheduleKind::VHalf, ScheduleKind::VMin}) {
        Plan plan = planOf(kind, 5, 11);
        QVERIFY(generate(plan, one).has_value());
        plan.time = {Duration(3), Duration(9), Duration(1)};
        plan.link.latency = Duration(4);
        QVERIFY(generate(plan, other).has_value());
        QVERIFY(one == other);
    }
}

void TestControllable::isValidForRandomPlans()
{
    std::mt19937 random(6);
    Schedule schedule;
    for (int i = 0; i < 1'000; ++i) {
        const Plan plan =
            test::randomSplitPlan(i % 2 == 0 ? ScheduleKind::VHalf : ScheduleKind::VMin, random);
        QVERIFY(generate(plan, schedule).has_value());
        QVERIFY(validate(schedule).has_value());
        QCOMPARE(static_cast<std::int64_t>(schedule.operations().size()), operationCount(plan));
    }
}

QTEST_APPLESS_MAIN(TestControllable)
#include "tst_controllable.moc"
