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
    void everyScheduleIsAValidOrder();
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
    QVERIFY(info(Parameter::Microbatches).maximum <= PackedOperation::kMaxUnits);
    const PackedOperation last(
        OperationKind::Backward, PackedOperation::kMaxChunks - 1, PackedOperation::kMaxUnits - 1);
    QVERIFY(last.kind() == OperationKind::Backward);
    QCOMPARE(last.chunk(), PackedOperation::kMaxChunks - 1);
    QCOMPARE(last.unit(), PackedOperation::kMaxUnits - 1);
}

void TestCatalogue::everyScheduleIsAValidOrder()
{
    std::mt19937 random(11);
    Schedule schedule;
    for (int i = 0; i < 1'000; ++i) {
        const Plan plan = test::randomPlan(random);
        QVERIFY(generate(plan, schedule).has_value());
        QVERIFY(validate(schedule).has_value());
        QCOMPARE(static_cast<std::int64_t>(schedule.operations().size()), operationCount(plan));
    }
}

void TestCatalogue::regeneratesIntoTheSameMemory()
{
    Schedule schedule;
    QVERIFY(generate(test::planOf(ScheduleKind::GPipe, 4, 8), schedule).has_value());
    const Schedule before = schedule;
    const auto* storage = schedule.operations().data();
    QVERIFY(generate(test::planOf(ScheduleKind::OneFOneB, 2, 3), schedule).has_value());
    QVERIFY(generate(test::planOf(ScheduleKind::GPipe, 4, 8), schedule).has_value());
    QVERIFY(schedule == before);
    QCOMPARE(schedule.operations().data(), storage);
}

QTEST_APPLESS_MAIN(TestCatalogue)
#include "tst_catalogue.moc"
