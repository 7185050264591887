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

class TestOneFOneBV : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }
    void drawsTheOrderOfItsAuthors();
    void idlesAndHoldsAsTheirs_data();
    void idlesAndHoldsAsTheirs();
    void isWhatItsAuthorsRun();
    void isValidForRandomPlans();

private:
    static Plan planOf(int stages, int microbatches);
};

Plan TestOneFOneBV::planOf(int stages, int microbatches)
{
    Plan plan = test::planOf(ScheduleKind::OneFOneBV, stages, microbatches);
    plan.chunks = 2;
    return plan;
}

void TestOneFOneBV::drawsTheOrderOfItsAuthors()
{
    const Result<Run> done = run(planOf(4, 6));
    QVERIFY(done.has_value());
    QCOMPARE(diagram(done->schedule, done->timeline, test::slotTime(1)),
        std::string(
            "device 0 | F0 F1 F2 F3 F4 .  .  f0 b0 -- f1 b1 -- f2 b2 -- .  .  .  .  .  .  f3 b3 -- "
            "B0 -- F5 f4 b4 -- B1 -- .  f5 b5 -- B2 -- .  .  B3 -- .  .  B4 -- .  .  B5 --\n"
            "device 1 | .  F0 F1 F2 F3 .  f0 .  f1 .  b0 -- f2 b1 -- F4 b2 -- .  .  .  f3 B0 -- .  "
            "b3 -- f4 F5 B1 -- b4 -- f5 B2 -- .  b5 -- B3 -- .  .  B4 -- .  .  B5 -- .  .\n"
            "device 2 | .  .  F0 F1 F2 f0 .  f1 .  f2 .  .  b0 -- F3 b1 -- F4 B0 -- f3 b2 -- .  B1 "
            "-- f4 b3 -- F5 B2 -- f5 b4 -- .  B3 -- .  b5 -- B4 -- .  .  B5 -- .  .  .  .\n"
            "device 3 | .  .  .  F0 f0 F1 f1 F2 f2 .  .  .  .  .  b0 -- B0 -- F3 f3 b1 -- B1 -- F4 "
            "f4 b2 -- B2 -- F5 f5 b3 -- B3 -- b4 -- B4 -- .  b5 -- B5 -- .  .  .  .  .  .\n"));
}

void TestOneFOneBV::idlesAndHoldsAsTheirs_data()
{
    QTest::addColumn<int>("stages");
    QTest::addColumn<int>("idle");
    QTest::addColumn<int>("peak");
    QTest::newRow("P=1") << 1 << 0 << 2;
    QTest::newRow("P=2") << 2 << 4 << 4;
    QTest::newRow("P=3") << 3 << 8 << 6;
    QTest::newRow("P=4") << 4 << 15 << 6;
    QTest::newRow("P=5") << 5 << 18 << 8;
    QTest::newRow("P=8") << 8 << 33 << 12;
    QTest::newRow("P=12") << 12 << 52 << 18;
    QTest::newRow("P=16") << 16 << 75 << 22;
}

void TestOneFOneBV::idlesAndHoldsAsTheirs()
{
    QFETCH(int, stages);
    QFETCH(int, idle);
    QFETCH(int, peak);
    for (const int rounds : {2, 3, 4}) {
        const Plan plan = planOf(stages, rounds * stages);
        const Metrics metrics = run(plan)->metrics;
        QVERIFY(metrics.makespan == test::slotTime(6 * plan.microbatches + idle));
        QCOMPARE(std::ranges::max(metrics.devices, {}, &DeviceMetrics::peakChunks).peakChunks,
            std::int64_t {peak});
        const ClosedForm form = closedForm(plan);
        QCOMPARE(form.gap == FormulaGap::None, stages % 3 == 1);
        if (form.makespan)
            QVERIFY(form.makespan == metrics.makespan);
    }
}

void TestOneFOneBV::isWhatItsAuthorsRun()
{
    static const std::array kRows {
        test::AuthorsResult {3, 7, 2, 0, 7, 9, 4, 1, 351, 351, {6, 6, 6}},
        test::AuthorsResult {4, 8, 2, 0, 1000, 1300, 700, 0, 63000, 63000, {6, 6, 6, 6}},
        test::AuthorsResult {5, 12, 2, 0, 10, 10, 5, 1, 815, 815, {8, 8, 8, 8, 8}},
        test::AuthorsResult {
            6, 6, 2, 0, 5478, 5806, 3534, 200, 291820, 291820, {7, 8, 10, 10, 10, 10}},
        test::AuthorsResult {
            8, 24, 2, 0, 5478, 5806, 3534, 200, 940326, 940326, {12, 12, 12, 12, 12, 12, 12, 12}},
        test::AuthorsResult {7, 3, 2, 0, 3, 4, 5, 2, 256, 256, {4, 5, 6, 6, 6, 6, 6}},
        test::AuthorsResult {4, 16, 2, 0, 9, 5, 6, 3, 1086, 1086, {6, 6, 6, 6}},
        test::AuthorsResult {2, 9, 2, 0, 11, 3, 8, 0, 418, 418, {4, 4}},
    };
    for (const test::AuthorsResult& row : kRows)
        QVERIFY(row.equals(run(row.plan(ScheduleKind::OneFOneBV))->metrics));
}

void TestOneFOneBV::isValidForRandomPlans()
{
    std::mt19937 random(7);
    Schedule schedule;
    for (int i = 0; i < 1'000; ++i) {
        const Plan plan = test::randomSplitPlan(ScheduleKind::OneFOneBV, random);
        QVERIFY(generate(plan, schedule).has_value());
        QVERIFY(validate(schedule).has_value());
        QCOMPARE(static_cast<std::int64_t>(schedule.operations().size()), operationCount(plan));
    }
}

QTEST_APPLESS_MAIN(TestOneFOneBV)
#include "tst_onefonebv.moc"
