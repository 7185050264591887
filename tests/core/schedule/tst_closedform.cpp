// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/run/run.h"
#include "core/schedule/catalogue.h"
#include "core/schedule/closedform.h"
#include "tests/support/failonwarning.h"
#include "tests/support/plans.h"

#include <QTest>

using namespace pipegantt;

class TestClosedForm : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }
    void formulasAreTheSimulation_data();
    void formulasAreTheSimulation();
    void latencyUnderOneFOneBIsExactInWholeRounds();
    void saysWhyTheTextbookDiffers_data();
    void saysWhyTheTextbookDiffers();
    void blockingMessagesHaveNoFormula();
    void emptyStagesLeaveFormulasTheirNumbers();
};

void TestClosedForm::formulasAreTheSimulation_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<bool>("makespan");
    for (const CatalogueEntry& one : catalogue()) {
        const bool given = one.kind == ScheduleKind::Custom || one.kind == ScheduleKind::Auto;
        // Whose makespan no formula says, or only for few plans.
        const bool claims = !given && one.kind != ScheduleKind::Hanayo;
        if (!given)
            QTest::newRow(std::string(one.id).c_str()) << static_cast<int>(one.kind) << claims;
    }
}

void TestClosedForm::formulasAreTheSimulation()
{
    QFETCH(int, kind);
    QFETCH(bool, makespan);
    std::mt19937 random(1);
    int makespans = 0;
    for (int i = 0; i < 1'000; ++i) {
        Plan plan = test::randomPlan(random, static_cast<ScheduleKind>(kind));
        // Half of the plans as formulas like them: stages alike, hops short or none.
        if (i % 2 == 0) {
            plan.perStage.clear();
            plan.link.latency = Duration(i % 8);
        }
        // Some are exact where all passes take the same time alone.
        if (i % 8 == 0) {
            plan.time = {plan.time.forward, plan.time.forward, plan.time.forward};
            plan.optimizer = {};
        }
        const ClosedForm form = closedForm(plan);
        const Result<Run> done = run(plan);
        makespans += form.makespan ? 1 : 0;
        QVERIFY(!form.makespan || *form.makespan == done->metrics.makespan);
        QVERIFY(!form.span || *form.span == done->metrics.span);
        QVERIFY(form.gap != FormulaGap::None || form.bubbleRatio() == done->metrics.bubbleRatio);
    }
    QVERIFY(makespans > 0 || !makespan);
}

void TestClosedForm::latencyUnderOneFOneBIsExactInWholeRounds()
{
    std::mt19937 random(4);
    for (int i = 0; i < 500; ++i) {
        const int stages = 2 + static_cast<int>(random() % 8);
        Plan plan = test::planOf(
            ScheduleKind::OneFOneB, stages, stages * (1 + static_cast<int>(random() % 6)));
        plan.time = stageTime(Duration(1 + random() % 20), Duration(1 + random() % 40));
        plan.link.latency = Duration(1 + random() % 60);
        const ClosedForm form = closedForm(plan);
        QVERIFY(form.gap == FormulaGap::HopLatency);
        QVERIFY(form.makespan.value() == run(plan)->metrics.makespan);
    }
}

void TestClosedForm::saysWhyTheTextbookDiffers_data()
{
    QTest::addColumn<bool>("uneven");
    QTest::addColumn<bool>("latency");
    QTest::addColumn<int>("gap");
    QTest::newRow("exact") << false << false << int(FormulaGap::None);
    QTest::newRow("uneven") << true << false << int(FormulaGap::UnevenStages);
    QTest::newRow("latency") << false << true << int(FormulaGap::HopLatency);
    QTest::newRow("both") << true << true << int(FormulaGap::Both);
}

void TestClosedForm::saysWhyTheTextbookDiffers()
{
    QFETCH(bool, uneven);
    QFETCH(bool, latency);
    Plan plan = test::planOf(ScheduleKind::OneFOneB, 4, 8);
    if (uneven) {
        plan.perStage.assign(4, plan.time);
        plan.perStage[2].forward *= 2;
    }
    if (latency)
        plan.link.latency = test::slotTime(1);
    const ClosedForm form = closedForm(plan);
    QTEST(static_cast<int>(form.gap), "gap");
    const bool same = form.bubbleRatio() == run(plan)->metrics.bubbleRatio;
    QCOMPARE(same, form.gap == FormulaGap::None);
}

void TestClosedForm::blockingMessagesHaveNoFormula()
{
    for (const CatalogueEntry& one : catalogue()) {
        Plan plan = test::planOf(one.kind, 4, one.kind == ScheduleKind::Naive ? 1 : 8);
        if (one.kind == ScheduleKind::Custom)
            continue;
        plan.chunks = std::max(shapeOf(one.kind).chunks, shapeOf(one.kind).usualChunks);
        plan.commModel = CommModel::Blocking;
        const ClosedForm form = closedForm(plan);
        QVERIFY(form.gap != FormulaGap::None);
        QVERIFY(!form.makespan);
        QVERIFY(!form.span);
    }
}

void TestClosedForm::emptyStagesLeaveFormulasTheirNumbers()
{
    for (const CatalogueEntry& one : catalogue()) {
        Plan plan = test::planOf(one.kind, 4, one.kind == ScheduleKind::Naive ? 1 : 8);
        if (one.kind == ScheduleKind::Custom)
            continue;
        plan.chunks = std::max(shapeOf(one.kind).chunks, shapeOf(one.kind).usualChunks);
        plan.layout.resize(static_cast<std::size_t>(plan.modelStages()), {.layers = 1});
        plan.layout.front() = {.embedding = true};
        plan.layout.back().loss = true;
        const ClosedForm form = closedForm(plan);
        QVERIFY(form.idleTerms + form.workTerms > 0 || form.gap == FormulaGap::NoFormula);
        QVERIFY(form.gap != FormulaGap::None);
        const Result<Run> done = run(plan);
        QVERIFY(done.has_value());
        QVERIFY(!form.makespan || *form.makespan == done->metrics.makespan);
        QVERIFY(!form.span || *form.span == done->metrics.span);
    }
}

QTEST_APPLESS_MAIN(TestClosedForm)
#include "tst_closedform.moc"
