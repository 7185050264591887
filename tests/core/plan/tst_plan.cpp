// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/sentence.h"
#include "core/plan/parameter.h"
#include "core/plan/plan.h"
#include "core/plan/planvalue.h"
#include "tests/support/failonwarning.h"
#include "tests/support/plans.h"

#include <QTest>

using namespace pipegantt;

class TestPlan : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }
    void acceptsEveryLimit_data();
    void acceptsEveryLimit();
    void refusesBeyondEveryLimit_data();
    void refusesBeyondEveryLimit();
    void perStageTimesMatchTheStages();
    void operationBudgetIsStated();
    void sumsOfABillionMicrobatchesAreRefused();
    void runsAMillionMicrobatches();
    void sumsBeyondExactTimeAreRefused();
    void backwardIsSplitExactly();
    void equalStages();
};

namespace {

/// A plan with `value` in the place of `parameter`, small elsewhere.
Plan planWith(Parameter parameter, std::int64_t value)
{
    Plan plan = test::planOf(ScheduleKind::OneFOneB, 1, 1);
    setValue(plan, parameter, value);
    return plan;
}

} // namespace

void TestPlan::acceptsEveryLimit_data()
{
    QTest::addColumn<int>("parameter");
    QTest::addColumn<qint64>("value");
    for (const ParameterInfo& row : parameters()) {
        const QByteArray key = QByteArray::fromStdString(std::string(row.key));
        const int parameter = static_cast<int>(row.parameter);
        QTest::newRow(QByteArray(key + " minimum").constData())
            << parameter << qint64 {row.minimum};
        QTest::newRow(QByteArray(key + " maximum").constData())
            << parameter << qint64 {row.maximum};
    }
}

void TestPlan::acceptsEveryLimit()
{
    QFETCH(int, parameter);
    QFETCH(qint64, value);
    const Result<void> checked = checkPlan(planWith(static_cast<Parameter>(parameter), value));
    QVERIFY2(checked.has_value(), checked ? "" : sentence(checked.error()).c_str());
}

void TestPlan::refusesBeyondEveryLimit_data()
{
    QTest::addColumn<int>("parameter");
    QTest::addColumn<qint64>("value");
    for (const ParameterInfo& row : parameters()) {
        const QByteArray key = QByteArray::fromStdString(std::string(row.key));
        const int parameter = static_cast<int>(row.parameter);
        QTest::newRow(QByteArray(key + " below").constData())
            << parameter << qint64 {row.minimum - 1};
        // A full backward is checked by its two halves.
        const bool halves = row.parameter == Parameter::Backward;
        QTest::newRow(QByteArray(key + " above").constData())
            << parameter << qint64 {row.maximum + (halves ? 2 : 1)};
    }
}

void TestPlan::refusesBeyondEveryLimit()
{
    QFETCH(int, parameter);
    QFETCH(qint64, value);
    const Result<void> checked = checkPlan(planWith(static_cast<Parameter>(parameter), value));
    QVERIFY(!checked.has_value());
    QVERIFY(checked.error().code == ErrorCode::OutOfRange);
    QCOMPARE(checked.error().facts.size(), std::size_t {4});
}

void TestPlan::perStageTimesMatchTheStages()
{
    Plan plan = test::planOf(ScheduleKind::GPipe, 3, 4);
    plan.perStage.resize(2, stageTime(test::slotTime(1), test::slotTime(2)));
    QVERIFY(checkPlan(plan).error() == (Error {ErrorCode::PerStageCount, {"per-stage", "2", "3"}}));
    plan.perStage.push_back(stageTime(test::slotTime(4), test::slotTime(2)));
    QVERIFY(checkPlan(plan).has_value());
    QVERIFY(plan.timeOf(2).forward == test::slotTime(4));
    plan.perStage[1].forward = Duration(0);
    QVERIFY(checkPlan(plan).error().code == ErrorCode::OutOfRange);
}

void TestPlan::operationBudgetIsStated()
{
    Plan plan = test::planOf(ScheduleKind::OneFOneB, 1024, 1'000'000);
    QVERIFY(checkPlan(plan).has_value());
    QVERIFY(!isHeldWhole(plan));
    const Error error = tooManyOperations(plan);
    QVERIFY(error.code == ErrorCode::TooManyOperations);
    QVERIFY(category(error.code) == ErrorCategory::Infeasible);
    // The sentence offers an M that is held whole, and the next one is not.
    plan.microbatches = std::stoi(error.facts.back());
    QVERIFY(isHeldWhole(plan));
    ++plan.microbatches;
    QVERIFY(!isHeldWhole(plan));
}

void TestPlan::sumsOfABillionMicrobatchesAreRefused()
{
    Plan plan = test::planOf(ScheduleKind::OneFOneB, 1024, 1'000'000'000);
    QVERIFY(checkPlan(plan).has_value());
    plan.time.forward *= 10;
    QVERIFY(checkPlan(plan).error().code == ErrorCode::TimeOverflow);
}

void TestPlan::runsAMillionMicrobatches()
{
    QVERIFY(checkPlan(test::planOf(ScheduleKind::OneFOneB, 16, 1'000'000)).has_value());
}

void TestPlan::sumsBeyondExactTimeAreRefused()
{
    Plan plan = test::planOf(ScheduleKind::OneFOneB, 8, 1'000'000);
    plan.time = stageTime(Duration(info(Parameter::Forward).maximum), test::slotTime(1));
    QVERIFY(checkPlan(plan).error().code == ErrorCode::TimeOverflow);
}

void TestPlan::backwardIsSplitExactly()
{
    for (std::int64_t backward = 1; backward < 6; ++backward) {
        const StageTime time = stageTime(Duration(1), Duration(backward));
        QVERIFY(time.backward() == Duration(backward));
        QVERIFY(time.inputGrad - time.weightGrad == Duration(backward % 2));
    }
}

void TestPlan::equalStages()
{
    Plan plan = test::planOf(ScheduleKind::GPipe, 2, 1);
    QVERIFY(hasEqualStages(plan));
    plan.perStage = {plan.time, plan.time};
    QVERIFY(hasEqualStages(plan));
    plan.perStage[1].weightGrad += Duration(1);
    QVERIFY(!hasEqualStages(plan));
    plan.schedule = ScheduleKind::Inference;
    QVERIFY(hasEqualStages(plan));
}

QTEST_APPLESS_MAIN(TestPlan)
#include "tst_plan.moc"
