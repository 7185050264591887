// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/format/ordercsv.h"
#include "core/run/run.h"
#include "core/schedule/catalogue.h"
#include "core/schedule/validate.h"
#include "core/simulate/diagram.h"
#include "tests/support/failonwarning.h"
#include "tests/support/plans.h"

#include <QTest>

#include <algorithm>

using namespace pipegantt;

class TestDualPipe : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }
    void drawsTheRowsOfItsAuthors();
    void listsTheOrderOfItsAuthors_data();
    void listsTheOrderOfItsAuthors();
    void isIdleAsTheyState_data();
    void isIdleAsTheyState();
    void isExactUnderItsConditions_data();
    void isExactUnderItsConditions();
    void keepsOneMoreThanTheStagesAlive();
    void takesAPairsOwnTime();
    void isValidForRandomPlans();
    void refusesInWords_data();
    void refusesInWords();

private:
    static Plan dual(ScheduleKind kind, int stages, int microbatches);
    static Plan timed(ScheduleKind kind, int stages, int forward, int inputGrad, int weightGrad);
};

/// F = I = W = 1 slot, a pair the sum.
Plan TestDualPipe::dual(ScheduleKind kind, int stages, int microbatches)
{
    Plan plan = test::planOf(kind, stages, microbatches);
    plan.chunks = kind == ScheduleKind::DualPipeV ? 2 : 1;
    plan.time = {test::slotTime(1), test::slotTime(1), test::slotTime(1)};
    return plan;
}

Plan TestDualPipe::timed(ScheduleKind kind, int stages, int forward, int inputGrad, int weightGrad)
{
    Plan plan = dual(kind, stages, 2 * stages + 2);
    plan.time = {test::slotTime(forward), test::slotTime(inputGrad), test::slotTime(weightGrad)};
    return plan;
}

void TestDualPipe::drawsTheRowsOfItsAuthors()
{
    // The authors' code at four ranks and eight micro-batches, 4 to 7 in the second direction.
    const Result<Run> done = run(dual(ScheduleKind::DualPipe, 4, 8));
    QVERIFY(done.has_value());
    QCOMPARE(diagram(done->schedule, done->timeline, test::slotTime(1)),
        std::string("device 0 | F0 F1 F2 f4 i4 w4 f5 F3 -- -- .  f6 -- -- b6 -- .  f7 -- -- b7 -- "
                    "I2 W2 I3 W3\n"
                    "device 1 | .  F0 f4 F1 f5 F2 b4 -- f6 -- -- F3 -- -- f7 -- -- b6 -- B2 -- .  "
                    "i7 I3 w7 W3\n"
                    "device 2 | .  f4 F0 f5 F1 f6 B0 -- F2 -- -- f7 -- -- F3 -- -- B2 -- b6 -- .  "
                    "I3 i7 W3 w7\n"
                    "device 3 | f4 f5 f6 F0 I0 W0 F1 f7 -- -- .  F2 -- -- B2 -- .  F3 -- -- B3 -- "
                    "i6 w6 i7 w7\n"));
}

void TestDualPipe::listsTheOrderOfItsAuthors_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("stages");
    QTest::addColumn<int>("microbatches");
    QTest::addColumn<QByteArray>("order");
    const int both = static_cast<int>(ScheduleKind::DualPipe);
    const int half = static_cast<int>(ScheduleKind::DualPipeV);
    QTest::newRow("DualPipe P=2 M=4")
        << both << 2 << 4
        << QByteArray("0F0,1F2,0F1,1B2,(1F3;0B0)OVERLAP_F_B,1B3,0I1,0W1\r\n"
                      "0F2,1F0,0F3,1B0,(1F1;0B2)OVERLAP_F_B,1B1,0I3,0W3\r\n");
    QTest::newRow("DualPipe P=4 M=8")
        << both << 4 << 8
        << QByteArray("0F0,0F1,0F2,3F4,3I4,3W4,3F5,(0F3;3B5)OVERLAP_F_B,(3F6;0B0)OVERLAP_F_B,3B6,"
                      "(3F7;0B1)OVERLAP_F_B,3B7,0I2,0W2,0I3,0W3\r\n"
                      "1F0,2F4,1F1,2F5,1F2,2B4,(2F6;1B0)OVERLAP_F_B,(1F3;2B5)OVERLAP_F_B,"
                      "(2F7;1B1)OVERLAP_F_B,2B6,1B2,2I7,1I3,2W7,1W3\r\n"
                      "1F4,2F0,1F5,2F1,1F6,2B0,(2F2;1B4)OVERLAP_F_B,(1F7;2B1)OVERLAP_F_B,"
                      "(2F3;1B5)OVERLAP_F_B,2B2,1B6,2I3,1I7,2W3,1W7\r\n"
                      "0F4,0F5,0F6,3F0,3I0,3W0,3F1,(0F7;3B1)OVERLAP_F_B,(3F2;0B4)OVERLAP_F_B,3B2,"
                      "(3F3;0B5)OVERLAP_F_B,3B3,0I6,0W6,0I7,0W7\r\n");
    QTest::newRow("DualPipeV P=1 M=2")
        << half << 1 << 2 << QByteArray("0F0,1F0,0F1,1B0,(1F1;0B0)OVERLAP_F_B,1B1,0I1,0W1\r\n");
    QTest::newRow("DualPipeV P=2 M=4")
        << half << 2 << 4
        << QByteArray("0F0,0F1,0F2,3F0,3I0,3W0,3F1,(0F3;3B1)OVERLAP_F_B,(3F2;0B0)OVERLAP_F_B,3B2,"
                      "(3F3;0B1)OVERLAP_F_B,3B3,0I2,0W2,0I3,0W3\r\n"
                      "1F0,2F0,1F1,2F1,1F2,2B0,(2F2;1B0)OVERLAP_F_B,(1F3;2B1)OVERLAP_F_B,"
                      "(2F3;1B1)OVERLAP_F_B,2B2,1B2,2I3,1I3,2W3,1W3\r\n");
}

void TestDualPipe::listsTheOrderOfItsAuthors()
{
    QFETCH(int, kind);
    QFETCH(int, stages);
    QFETCH(int, microbatches);
    QFETCH(QByteArray, order);
    Schedule schedule;
    QVERIFY(generate(dual(static_cast<ScheduleKind>(kind), stages, microbatches), schedule));
    QCOMPARE(QByteArray::fromStdString(orderCsv(schedule)), order);
}

void TestDualPipe::isIdleAsTheyState_data()
{
    QTest::addColumn<int>("stages");
    QTest::addColumn<int>("idle");
    // (P/2-1) (F&B + B - 3W) with F = I = W = 1 and F&B = 3.
    QTest::newRow("P=2") << 2 << 0;
    QTest::newRow("P=4") << 4 << 2;
    QTest::newRow("P=8") << 8 << 6;
    QTest::newRow("P=16") << 16 << 14;
}

void TestDualPipe::isIdleAsTheyState()
{
    QFETCH(int, stages);
    QFETCH(int, idle);
    for (const int microbatches : {2 * stages, 2 * stages + 2, 4 * stages}) {
        const Plan both = dual(ScheduleKind::DualPipe, stages, microbatches);
        const Plan half = dual(ScheduleKind::DualPipeV, stages / 2, microbatches);
        for (const Plan& plan : {both, half}) {
            const Result<Run> done = run(plan);
            for (const DeviceMetrics& device : done->metrics.devices)
                QVERIFY(device.idle == test::slotTime(idle));
            const ClosedForm form = closedForm(plan);
            QVERIFY(form.gap == FormulaGap::None);
            QVERIFY(form.bubbleRatio() == done->metrics.bubbleRatio);
            QCOMPARE(form.idleTerms, test::slotTime(idle).count());
        }
    }
}

void TestDualPipe::isExactUnderItsConditions_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("stages");
    for (const int stages : {2, 4, 6, 8}) {
        QTest::addRow("DualPipe P=%d", stages)
            << static_cast<int>(ScheduleKind::DualPipe) << stages;
        QTest::addRow("DualPipeV P=%d", stages / 2)
            << static_cast<int>(ScheduleKind::DualPipeV) << stages / 2;
    }
}

void TestDualPipe::isExactUnderItsConditions()
{
    QFETCH(int, kind);
    QFETCH(int, stages);
    int exact = 0;
    for (const int forward : {1, 2, 3, 5}) {
        for (const int inputGrad : {1, 2, 3, 5}) {
            for (const int weightGrad : {0, 1, 2, 4}) {
                Plan plan =
                    timed(static_cast<ScheduleKind>(kind), stages, forward, inputGrad, weightGrad);
                const int apart = forward + inputGrad + weightGrad;
                for (const int pair : {0, std::max(forward, inputGrad + weightGrad), apart - 1}) {
                    plan.pair = test::slotTime(pair);
                    const Metrics metrics = run(plan)->metrics;
                    const ClosedForm form = closedForm(plan);
                    const bool published =
                        pair == 0 && forward == inputGrad && weightGrad <= inputGrad;
                    QCOMPARE(form.gap == FormulaGap::None, published);
                    if (published)
                        QVERIFY(form.bubbleRatio() == metrics.bubbleRatio);
                    if (form.makespan) {
                        QVERIFY(*form.makespan == metrics.makespan);
                        ++exact;
                    }
                }
            }
        }
    }
    QVERIFY(exact > 50);
}

void TestDualPipe::keepsOneMoreThanTheStagesAlive()
{
    for (const int stages : {2, 4, 8}) {
        const Result<Run> both = run(dual(ScheduleKind::DualPipe, stages, 3 * stages));
        for (const DeviceMetrics& device : both->metrics.devices)
            QCOMPARE(device.peakChunks, std::int64_t {stages + 1});
        const Result<Run> half = run(dual(ScheduleKind::DualPipeV, stages, 3 * stages));
        for (const DeviceMetrics& device : half->metrics.devices)
            QCOMPARE(device.peakChunks, std::int64_t {2 * stages + 1});
    }
}

void TestDualPipe::takesAPairsOwnTime()
{
    Plan plan = dual(ScheduleKind::DualPipe, 2, 4);
    plan.pair = test::slotTime(2);
    const Result<Run> done = run(plan);
    QCOMPARE(diagram(done->schedule, done->timeline, test::slotTime(1)),
        std::string("device 0 | F0 f2 F1 b2 -- f3 -- b3 -- I1 W1\n"
                    "device 1 | f2 F0 f3 B0 -- F1 -- B1 -- i3 w3\n"));
}

void TestDualPipe::isValidForRandomPlans()
{
    std::mt19937 random(6);
    const auto upTo = [&random](
                          int most) { return std::uniform_int_distribution<int>(0, most)(random); };
    Schedule schedule;
    for (int i = 0; i < 400; ++i) {
        const bool both = upTo(1) == 0;
        const int stages = both ? 2 * (1 + upTo(7)) : 1 + upTo(8);
        const int more = both ? 2 * upTo(10) : upTo(20);
        const Plan plan = dual(
            both ? ScheduleKind::DualPipe : ScheduleKind::DualPipeV, stages, 2 * stages + more);
        QVERIFY(generate(plan, schedule).has_value());
        QVERIFY(validate(schedule).has_value());
        QVERIFY(static_cast<std::int64_t>(schedule.operations().size()) <= operationCount(plan));
    }
}

void TestDualPipe::refusesInWords_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("stages");
    QTest::addColumn<int>("microbatches");
    QTest::addColumn<int>("code");
    const int both = static_cast<int>(ScheduleKind::DualPipe);
    const int half = static_cast<int>(ScheduleKind::DualPipeV);
    QTest::newRow("odd devices") << both << 3 << 8 << static_cast<int>(ErrorCode::NeedsEven);
    QTest::newRow("odd micro-batches") << both << 4 << 9 << static_cast<int>(ErrorCode::NeedsEven);
    QTest::newRow("too few") << both << 4 << 6 << static_cast<int>(ErrorCode::NeedsAtLeast);
    QTest::newRow("too few, V") << half << 4 << 7 << static_cast<int>(ErrorCode::NeedsAtLeast);
}

void TestDualPipe::refusesInWords()
{
    QFETCH(int, kind);
    QFETCH(int, stages);
    QFETCH(int, microbatches);
    QFETCH(int, code);
    const Result<Run> done = run(dual(static_cast<ScheduleKind>(kind), stages, microbatches));
    QVERIFY(!done.has_value());
    QCOMPARE(static_cast<int>(done.error().code), code);
}

QTEST_APPLESS_MAIN(TestDualPipe)
#include "tst_dualpipe.moc"
