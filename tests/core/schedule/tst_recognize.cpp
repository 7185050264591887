// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/format/planinput.h"
#include "core/run/run.h"
#include "core/schedule/catalogue.h"
#include "core/schedule/givenorder.h"
#include "core/schedule/recognize.h"
#include "tests/support/failonwarning.h"
#include "tests/support/plans.h"

#include <QTest>

#include <algorithm>

using namespace pipegantt;

class TestRecognize : public QObject
{
    Q_OBJECT

private:
    static Plan customOf(const Plan& plan)
    {
        Schedule schedule;
        Plan custom = plan;
        if (generate(plan, schedule)) {
            custom.schedule = ScheduleKind::Custom;
            custom.given = givenOrder(schedule);
            adoptGivenShape(custom);
        }
        return custom;
    }

private slots:
    void init() { test::failOnWarning(); }

    void knowsEveryOrderOfTheCatalogue()
    {
        for (const CatalogueEntry& one : catalogue()) {
            if (one.kind == ScheduleKind::Custom || one.kind == ScheduleKind::Auto)
                continue;
            Plan plan = test::planOf(one.kind, 4, one.kind == ScheduleKind::Naive ? 1 : 8);
            plan.chunks = std::max(shapeOf(one.kind).chunks, shapeOf(one.kind).usualChunks);
            plan.slices = 2;
            const std::vector<Plan> known = recognize(customOf(plan));
            QVERIFY2(std::ranges::count(known, one.kind, &Plan::schedule) == 1,
                std::string(one.id).c_str());
        }
    }

    void says1F1B()
    {
        const Result<Plan> plan = parseScheduleCsv("0F0,0F1,0B0,0F2,0B1,0B2\r\n"
                                                   "1F0,1B0,1F1,1B1,1F2,1B2\r\n");
        QVERIFY(plan.has_value());
        QVERIFY(recognize(*plan).front().schedule == ScheduleKind::OneFOneB);
    }

    void tellsTheOrdersOfBackwardPassesApart()
    {
        Plan plan = test::planOf(ScheduleKind::GPipe, 3, 5);
        for (const BackwardOrder order : {BackwardOrder::Ascending, BackwardOrder::Descending}) {
            plan.backwardOrder = order;
            const std::vector<Plan> known = recognize(customOf(plan));
            QVERIFY(!known.empty() && known.front().schedule == ScheduleKind::GPipe);
            QVERIFY(known.front().backwardOrder == order);
        }
    }

    void findsTheGroup()
    {
        Plan plan = test::planOf(ScheduleKind::Inference, 4, 12);
        plan.chunks = 2;
        plan.group = 6;
        const std::vector<Plan> known = recognize(customOf(plan));
        QVERIFY(!known.empty() && known.front().schedule == ScheduleKind::Inference);
        QCOMPARE(known.front().group, 6);
    }

    void knowsNobodysOrder()
    {
        const Result<Plan> plan = parseScheduleCsv("0F0,0F1,0F2,0B1,0B0,0B2\r\n");
        QVERIFY(plan.has_value());
        QVERIFY(recognize(*plan).empty());
        QVERIFY(recognize(Plan()).empty());
    }

    /// The plan's times apply to a given order as they do to a generated one.
    void runsAsTheOriginalDoes()
    {
        std::mt19937 random(5);
        for (int i = 0; i < 200; ++i) {
            Plan plan = test::randomPlan(random);
            // An order without slices does not tell that its micro-batches were slices.
            if (plan.slicesInUse() == 1)
                plan.sliceWeights.clear();
            const Result<Run> original = run(plan);
            const Result<Run> copy = run(customOf(plan));
            QVERIFY(original.has_value() && copy.has_value());
            QVERIFY2(
                sameOrder(original->schedule, copy->schedule), shapeOf(plan.schedule).id.data());
            QVERIFY(original->metrics.makespan == copy->metrics.makespan);
            QCOMPARE(original->metrics.peakMemory.value, copy->metrics.peakMemory.value);
        }
    }

    void refusesAnotherShape_data()
    {
        QTest::addColumn<int>("stages");
        QTest::addColumn<int>("microbatches");
        QTest::addColumn<int>("chunks");
        QTest::newRow("P") << 3 << 5 << 1;
        QTest::newRow("M") << 2 << 4 << 1;
        QTest::newRow("V") << 2 << 5 << 2;
    }
    void refusesAnotherShape()
    {
        QFETCH(int, stages);
        QFETCH(int, microbatches);
        QFETCH(int, chunks);
        Plan custom = customOf(test::planOf(ScheduleKind::OneFOneB, 2, 5));
        custom.stages = stages;
        custom.microbatches = microbatches;
        custom.chunks = chunks;
        Schedule schedule;
        const Result<void> made = generate(custom, schedule);
        QVERIFY(!made.has_value() && made.error().code == ErrorCode::NotAsGiven);
    }

    void addsOptimizerStepsOnce()
    {
        Plan plan = test::planOf(ScheduleKind::OneFOneB, 2, 3);
        Plan custom = customOf(plan);
        custom.optimizer = test::slotTime(2);
        plan.optimizer = test::slotTime(2);
        Schedule a;
        Schedule b;
        QVERIFY(generate(plan, a).has_value() && generate(custom, b).has_value());
        QVERIFY(a.operations().size() == b.operations().size());
        QCOMPARE(operationCount(custom), static_cast<std::int64_t>(b.operations().size()));
        const Plan withSteps = customOf(plan);
        QVERIFY(generate(withSteps, b).has_value());
        QCOMPARE(b.operations().size(), a.operations().size());
    }
};

QTEST_APPLESS_MAIN(TestRecognize)
#include "tst_recognize.moc"
