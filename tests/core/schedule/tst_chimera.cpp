// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/run/run.h"
#include "core/schedule/catalogue.h"
#include "core/schedule/validate.h"
#include "core/simulate/diagram.h"
#include "tests/support/failonwarning.h"
#include "tests/support/plans.h"

#include <QTest>

using namespace pipegantt;

class TestChimera : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }
    void drawsTheGridOfItsAuthors();
    void keepsTheirOrderUnderLongerBackwards();
    void takesAsLongAsTheTables_data();
    void takesAsLongAsTheTables();
    void isIdleAsItsFormulaSays();
    void fillsAllBubblesOfTwoDevices();
    void isValidForRandomPlans();
    void refusesInWords_data();
    void refusesInWords();

private:
    static Plan chimera(int stages, int microbatches, int forward, int backward);
};

Plan TestChimera::chimera(int stages, int microbatches, int forward, int backward)
{
    Plan plan = test::planOf(ScheduleKind::Chimera, stages, microbatches);
    plan.time = stageTime(test::slotTime(forward), test::slotTime(backward));
    return plan;
}

void TestChimera::drawsTheGridOfItsAuthors()
{
    // The generator of Chimera's authors, D = 4 and N = 8: small letters are the pipeline upwards.
    // Its slots leave a gap before F1 and f5 at the ends, which an earliest start closes.
    const Result<Run> done = run(chimera(4, 8, 1, 1));
    QVERIFY(done.has_value());
    QCOMPARE(diagram(done->schedule, done->timeline, test::slotTime(1)),
        std::string("device 0 | F0 F1 .  f4 b4 f5 b5 B0 F2 B1 F3 f6 b6 f7 b7 B2 .  B3\n"
                    "device 1 | .  F0 f4 F1 f5 b4 B0 b5 B1 F2 f6 F3 f7 b6 B2 b7 B3 .\n"
                    "device 2 | .  f4 F0 f5 F1 B0 b4 B1 b5 f6 F2 f7 F3 B2 b6 B3 b7 .\n"
                    "device 3 | f4 f5 .  F0 B0 F1 B1 b4 f6 b5 f7 F2 B2 F3 B3 b6 .  b7\n"));
    const std::vector<std::int64_t> peaks {3, 4, 4, 3};
    for (std::size_t device = 0; device < peaks.size(); ++device)
        QCOMPARE(done->metrics.devices[device].peakChunks, peaks[device]);
}

void TestChimera::keepsTheirOrderUnderLongerBackwards()
{
    const Result<Run> done = run(chimera(4, 4, 1, 2));
    QCOMPARE(diagram(done->schedule, done->timeline, test::slotTime(1)),
        std::string("device 0 | F0 F1 .  f2 b2 -- f3 b3 -- .  B0 -- .  .  B1 --\n"
                    "device 1 | .  F0 f2 F1 f3 .  b2 -- B0 -- b3 -- B1 -- .  .\n"
                    "device 2 | .  f2 F0 f3 F1 .  B0 -- b2 -- B1 -- b3 -- .  .\n"
                    "device 3 | f2 f3 .  F0 B0 -- F1 B1 -- .  b2 -- .  .  b3 --\n"));
}

void TestChimera::takesAsLongAsTheTables_data()
{
    QTest::addColumn<int>("stages");
    QTest::addColumn<int>("microbatches");
    QTest::addColumn<int>("equal");
    QTest::addColumn<int>("twice");
    QTest::newRow("D=4 N=4") << 4 << 4 << 10 << 16;
    QTest::newRow("D=4 N=8") << 4 << 8 << 18 << 30;
    QTest::newRow("D=6 N=6") << 6 << 6 << 16 << 26;
    QTest::newRow("D=8 N=8") << 8 << 8 << 22 << 36;
    QTest::newRow("D=8 N=16") << 8 << 16 << 38 << 66;
    QTest::newRow("D=16 N=16") << 16 << 16 << 46 << 76;
}

void TestChimera::takesAsLongAsTheTables()
{
    QFETCH(int, stages);
    QFETCH(int, microbatches);
    QFETCH(int, equal);
    QFETCH(int, twice);
    QVERIFY(run(chimera(stages, microbatches, 1, 1))->metrics.makespan == test::slotTime(equal));
    QVERIFY(run(chimera(stages, microbatches, 1, 2))->metrics.makespan == test::slotTime(twice));
    // Published: (D-2)/(2N+D-2) for F = B, (D-2)/(3N/2+D-2) for B = 2F and N = D.
    const std::int64_t bubble = stages - 2;
    QVERIFY(run(chimera(stages, microbatches, 1, 1))->metrics.bubbleRatio
        == Ratio(bubble, 2 * microbatches + bubble));
    if (microbatches == stages) {
        QVERIFY(run(chimera(stages, microbatches, 1, 2))->metrics.bubbleRatio
            == Ratio(2 * bubble, 3 * microbatches + 2 * bubble));
    }
}

void TestChimera::isIdleAsItsFormulaSays()
{
    for (const int stages : {2, 4, 6, 10}) {
        for (const int units : {1, 2, 3, 5}) {
            for (const auto& [forward, backward] :
                {std::pair(1, 1), {1, 2}, {1, 3}, {2, 3}, {2, 1}, {3, 1}, {5, 7}}) {
                const Plan plan = chimera(stages, units * stages, forward, backward);
                const Metrics metrics = run(plan)->metrics;
                const ClosedForm form = closedForm(plan);
                QVERIFY(form.gap == FormulaGap::None);
                QVERIFY(form.makespan == metrics.makespan);
                QVERIFY(form.bubbleRatio() == metrics.bubbleRatio);
            }
        }
    }
}

void TestChimera::fillsAllBubblesOfTwoDevices()
{
    QVERIFY(run(chimera(2, 6, 2, 3))->metrics.bubbleRatio == Ratio(0, 1));
}

void TestChimera::isValidForRandomPlans()
{
    std::mt19937 random(5);
    const auto upTo = [&random](
                          int most) { return std::uniform_int_distribution<int>(1, most)(random); };
    Schedule schedule;
    for (int i = 0; i < 500; ++i) {
        const int stages = 2 * upTo(8);
        const Plan plan = chimera(stages, stages * upTo(6), upTo(9), upTo(9));
        QVERIFY(generate(plan, schedule).has_value());
        QVERIFY(validate(schedule).has_value());
        QCOMPARE(static_cast<std::int64_t>(schedule.operations().size()), operationCount(plan));
    }
}

void TestChimera::refusesInWords_data()
{
    QTest::addColumn<int>("stages");
    QTest::addColumn<int>("microbatches");
    QTest::addColumn<int>("code");
    QTest::newRow("odd devices") << 3 << 6 << static_cast<int>(ErrorCode::NeedsEven);
    QTest::newRow("part of a unit") << 4 << 6 << static_cast<int>(ErrorCode::NeedsMultiple);
}

void TestChimera::refusesInWords()
{
    QFETCH(int, stages);
    QFETCH(int, microbatches);
    QFETCH(int, code);
    const Result<Run> done = run(chimera(stages, microbatches, 1, 2));
    QVERIFY(!done.has_value());
    QCOMPARE(static_cast<int>(done.error().code), code);
}

QTEST_APPLESS_MAIN(TestChimera)
#include "tst_chimera.moc"
