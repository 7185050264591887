// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/schedule/catalogue.h"
#include "core/schedule/validate.h"
#include "tests/support/failonwarning.h"
#include "tests/support/plans.h"

#include <QTest>

#include <set>

using namespace pipegantt;

class TestCatalogue : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }
    void listsEachKindOnce();
    void everyLegalOperationFitsItsPacking();
    void everyScheduleIsAValidOrder_data();
    void everyScheduleIsAValidOrder();
    void regeneratesIntoTheSameMemory_data();
    void regeneratesIntoTheSameMemory();
};

void TestCatalogue::listsEachKindOnce()
{
    std::set<ScheduleKind> kinds;
    for (const CatalogueEntry& one : catalogue()) {
        QVERIFY(kinds.insert(one.kind).second);
        QVERIFY(scheduleFromId(one.id) == one.kind);
        QCOMPARE(&entry(one.kind), &one);
        QVERIFY(!one.paper.empty() && !one.summary.empty() && !one.bubbleFormula.empty());
        QVERIFY(one.year > 2015);
    }
    QVERIFY(!scheduleFromId("2f2b").has_value());
}

void TestCatalogue::everyLegalOperationFitsItsPacking()
{
    QVERIFY(info(Parameter::Chunks).maximum <= PackedOperation::kMaxChunks);
    Plan plan = test::planOf(ScheduleKind::Inference, 1, PackedOperation::kMaxUnits);
    QVERIFY(isHeldWhole(plan));
    ++plan.microbatches;
    QVERIFY(!isHeldWhole(plan));
    const PackedOperation last(
        OperationKind::Backward, PackedOperation::kMaxChunks - 1, PackedOperation::kMaxUnits - 1);
    QVERIFY(last.kind() == OperationKind::Backward);
    QCOMPARE(last.chunk(), PackedOperation::kMaxChunks - 1);
    QCOMPARE(last.unit(), PackedOperation::kMaxUnits - 1);
}

void TestCatalogue::everyScheduleIsAValidOrder_data()
{
    QTest::addColumn<int>("kind");
    for (const CatalogueEntry& one : catalogue()) {
        if (one.kind != ScheduleKind::Custom && one.kind != ScheduleKind::Auto)
            QTest::newRow(std::string(one.id).c_str()) << static_cast<int>(one.kind);
    }
}

void TestCatalogue::everyScheduleIsAValidOrder()
{
    QFETCH(int, kind);
    std::mt19937 random(11);
    Schedule schedule;
    for (int i = 0; i < 500; ++i) {
        const Plan plan = test::randomPlan(random, static_cast<ScheduleKind>(kind));
        QVERIFY(generate(plan, schedule).has_value());
        QVERIFY(validate(schedule).has_value());
        const auto operations = static_cast<std::int64_t>(schedule.operations().size());
        // Both directions of DualPipe run whole backward passes beside split ones.
        const bool mixed =
            plan.schedule == ScheduleKind::DualPipe || plan.schedule == ScheduleKind::DualPipeV;
        QVERIFY(mixed ? operations <= operationCount(plan) : operations == operationCount(plan));
    }
}

void TestCatalogue::regeneratesIntoTheSameMemory_data()
{
    everyScheduleIsAValidOrder_data();
}

void TestCatalogue::regeneratesIntoTheSameMemory()
{
    QFETCH(int, kind);
    std::mt19937 random(12);
    const Plan plan = test::randomPlan(random, static_cast<ScheduleKind>(kind));
    Schedule schedule;
    QVERIFY(generate(plan, schedule).has_value());
    Schedule before;
    QVERIFY(generate(plan, before).has_value());
    const auto* storage = schedule.operations().data();
    QVERIFY(generate(test::planOf(ScheduleKind::Naive, 2, 1), schedule).has_value());
    QVERIFY(generate(plan, schedule).has_value());
    QVERIFY(schedule == before);
    QCOMPARE(schedule.operations().data(), storage);
}

QTEST_APPLESS_MAIN(TestCatalogue)
#include "tst_catalogue.moc"
