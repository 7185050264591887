// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/sentence.h"
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

class TestGroupInterleaved : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }
    void drawsGroupsOfHalfTheDevices();
    void drawsGroupsOfAllDevices();
    void isWhatItsAuthorsRun();
    void idlesAndHoldsAsItsFormulaSays();
    void isValidForRandomPlans();
    void refusesOtherGroupsInWords_data();
    void refusesOtherGroupsInWords();

private:
    static Plan planOf(int stages, int microbatches, int chunks, int group);
};

Plan TestGroupInterleaved::planOf(int stages, int microbatches, int chunks, int group)
{
    Plan plan = test::planOf(ScheduleKind::GroupInterleaved, stages, microbatches);
    plan.chunks = chunks;
    plan.group = group;
    return plan;
}

void TestGroupInterleaved::drawsGroupsOfHalfTheDevices()
{
    const Result<Run> done = run(planOf(4, 4, 2, 2));
    QVERIFY(done.has_value());
    QCOMPARE(diagram(done->schedule, done->timeline, test::slotTime(1)),
        std::string(
            "device 0 | F0 F1 .  .  f0 f1 F2 F3 .  .  .  i0 w0 .  f2 i1 w1 f3 I0 W0 I1 W1 .  i2 w2 "
            ".  i3 w3 I2 W2 I3 W3\n"
            "device 1 | .  F0 F1 .  .  f0 f1 F2 .  .  i0 w0 F3 i1 w1 f2 I0 W0 f3 I1 W1 .  i2 w2 .  "
            "i3 w3 I2 W2 I3 W3 .\n"
            "device 2 | .  .  F0 F1 .  .  f0 f1 .  i0 w0 F2 i1 w1 F3 I0 W0 f2 I1 W1 f3 i2 w2 .  i3 "
            "w3 I2 W2 I3 W3 .  .\n"
            "device 3 | .  .  .  F0 F1 .  .  f0 i0 w0 f1 i1 w1 F2 I0 W0 F3 I1 W1 f2 i2 w2 f3 i3 w3 "
            "I2 W2 I3 W3 .  .  .\n"));
}

void TestGroupInterleaved::drawsGroupsOfAllDevices()
{
    // 0 stands for all devices.
    const Result<Run> done = run(planOf(4, 4, 2, 0));
    QVERIFY(done.has_value());
    QCOMPARE(diagram(done->schedule, done->timeline, test::slotTime(1)),
        std::string(
            "device 0 | F0 F1 F2 F3 f0 f1 f2 f3 .  .  .  i0 w0 .  i1 w1 .  i2 w2 .  i3 w3 I0 W0 I1 "
            "W1 I2 W2 I3 W3\n"
            "device 1 | .  F0 F1 F2 F3 f0 f1 f2 .  .  i0 w0 f3 i1 w1 .  i2 w2 .  i3 w3 I0 W0 I1 W1 "
            "I2 W2 I3 W3 .\n"
            "device 2 | .  .  F0 F1 F2 F3 f0 f1 .  i0 w0 f2 i1 w1 f3 i2 w2 .  i3 w3 I0 W0 I1 W1 I2 "
            "W2 I3 W3 .  .\n"
            "device 3 | .  .  .  F0 F1 F2 F3 f0 i0 w0 f1 i1 w1 f2 i2 w2 f3 i3 w3 I0 W0 I1 W1 I2 W2 "
            "I3 W3 .  .  .\n"));
}

void TestGroupInterleaved::isWhatItsAuthorsRun()
{
    static const std::array kRows {
        test::AuthorsResult {4, 8, 3, 2, 1000, 1000, 1000, 0, 82000, 82000, {8, 7, 6, 5}},
        test::AuthorsResult {4, 8, 2, 4, 5478, 5806, 3534, 0, 270940, 270940, {8, 7, 6, 5}},
        test::AuthorsResult {5, 7, 2, 3, 7, 9, 4, 1, 418, 418, {8, 7, 6, 5, 4}},
        test::AuthorsResult {6, 12, 3, 4, 10, 10, 5, 1, 1074, 1074, {14, 13, 12, 11, 10, 9}},
        test::AuthorsResult {
            8, 16, 2, 5, 5478, 5806, 3534, 200, 622082, 622082, {13, 12, 11, 10, 9, 8, 7, 6}},
        test::AuthorsResult {3, 4, 4, 2, 3, 4, 5, 2, 241, 241, {9, 8, 7}},
    };
    for (const test::AuthorsResult& row : kRows)
        QVERIFY(row.equals(run(row.plan(ScheduleKind::GroupInterleaved))->metrics));
}

void TestGroupInterleaved::idlesAndHoldsAsItsFormulaSays()
{
    for (const int stages : {1, 2, 3, 6, 9}) {
        for (int group = (stages + 1) / 2; group <= stages; ++group) {
            for (const int chunks : {1, 2, 4}) {
                const Plan plan = planOf(stages, 3 * group, chunks, group);
                const Metrics metrics = run(plan)->metrics;
                const ClosedForm form = closedForm(plan);
                QVERIFY(form.gap == FormulaGap::None);
                QVERIFY(form.makespan == metrics.makespan);
                QVERIFY(form.bubbleRatio() == metrics.bubbleRatio);
                for (int device = 0; device < stages; ++device) {
                    QCOMPARE(metrics.devices[static_cast<std::size_t>(device)].peakChunks,
                        std::int64_t {
                            std::min(stages + (chunks - 1) * group - device, 3 * group * chunks)});
                }
            }
        }
    }
    QVERIFY(closedForm(planOf(4, 7, 2, 4)).gap == FormulaGap::Conditions);
}

void TestGroupInterleaved::isValidForRandomPlans()
{
    std::mt19937 random(8);
    Schedule schedule;
    for (int i = 0; i < 1'000; ++i) {
        Plan plan = test::randomSplitPlan(ScheduleKind::GroupInterleaved, random);
        const int least = (plan.stages + 1) / 2;
        plan.group = std::uniform_int_distribution<int>(least, plan.stages)(random);
        QVERIFY(generate(plan, schedule).has_value());
        QVERIFY(validate(schedule).has_value());
        QCOMPARE(static_cast<std::int64_t>(schedule.operations().size()), operationCount(plan));
    }
}

void TestGroupInterleaved::refusesOtherGroupsInWords_data()
{
    QTest::addColumn<int>("group");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("too small") << 2
                               << "group is 2; group-interleaved needs from half the stages, "
                                  "rounded up (3), to all of them (5), or 0 for all.";
    QTest::newRow("too large") << 6
                               << "group is 6; group-interleaved needs from half the stages, "
                                  "rounded up (3), to all of them (5), or 0 for all.";
}

void TestGroupInterleaved::refusesOtherGroupsInWords()
{
    QFETCH(int, group);
    const Result<Run> done = run(planOf(5, 10, 2, group));
    QVERIFY(!done.has_value());
    QTEST(QString::fromStdString(sentence(done.error())), "sentence");
}

QTEST_APPLESS_MAIN(TestGroupInterleaved)
#include "tst_groupinterleaved.moc"
