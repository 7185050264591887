// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/metrics/metrics.h"
#include "core/planner/adaptation.h"
#include "core/planner/comparison.h"
#include "core/schedule/catalogue.h"
#include "tests/support/failonwarning.h"
#include "tests/support/plans.h"

#include <QTest>

#include <algorithm>

using namespace pipegantt;
using test::planOf;

namespace {

/// The messages of a plan's own schedule, counted one by one.
std::int64_t countedMessages(const Schedule& schedule)
{
    const Placement& placement = schedule.placement();
    std::int64_t messages = 0;
    for (int device = 0; device < schedule.devices(); ++device) {
        for (const PackedOperation operation : schedule.row(device)) {
            const int stage = schedule.stageOf(device, operation.chunk());
            if (isForward(operation.kind()) && !placement.isFirst(stage))
                messages += placement.deviceOf(stage - 1) == device ? 0 : 1;
            if (makesGradient(operation.kind()) && !placement.isLast(stage))
                messages += placement.deviceOf(stage + 1) == device ? 0 : 1;
        }
    }
    return messages;
}

} // namespace

class TestComparison : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }

    void listsTheWholeCatalogue()
    {
        const Plan plan = planOf(ScheduleKind::OneFOneB, 4, 8);
        const std::vector<ComparedPlan> rows = Comparison().catalogueRows(plan);
        QCOMPARE(rows.size(), catalogue().size());
        for (std::size_t i = 0; i < rows.size(); ++i) {
            QCOMPARE(rows[i].plan.schedule, catalogue()[i].kind);
            if (catalogue()[i].kind != ScheduleKind::Auto)
                QCOMPARE(rows[i].plan, adapted(plan, catalogue()[i].kind));
        }
    }

    /// The searched schedule takes the number of chunks that suits it, so that no row beats it.
    void searchesNoWorseThanAnyRow()
    {
        std::mt19937 random(12);
        for (int i = 0; i < 40; ++i) {
            const std::vector<ComparedPlan> rows =
                Comparison().catalogueRows(test::randomPlan(random));
            const auto searched = std::ranges::find(rows, ScheduleKind::Auto,
                [](const ComparedPlan& row) { return row.plan.schedule; });
            QVERIFY(searched->isMeasured());
            for (const ComparedPlan& row : rows) {
                if (row.isMeasured() && row.fits && entry(row.plan.schedule).hasBackward
                    && row.plan.microbatches == searched->plan.microbatches)
                    QVERIFY(searched->makespan <= row.makespan);
            }
        }
    }

    /// Every measured row is what a run of its plan amounts to, and every other says why.
    void measuresOrSaysWhyNot()
    {
        std::mt19937 random(11);
        Comparison comparison;
        for (int i = 0; i < 20; ++i) {
            for (const ComparedPlan& row : comparison.catalogueRows(test::randomPlan(random))) {
                // Alone, it would be searched for longer.
                if (row.plan.schedule == ScheduleKind::Auto)
                    continue;
                const Result<Run> alone = run(row.plan);
                QCOMPARE(row.refusal.has_value(), !alone.has_value());
                if (!alone) {
                    QVERIFY(*row.refusal == alone.error());
                    continue;
                }
                QVERIFY(row.isMeasured());
                QVERIFY(row.bubbleRatio == alone->metrics.bubbleRatio);
                QVERIFY(row.spanBubbleRatio == alone->metrics.spanBubbleRatio);
                QCOMPARE(row.makespan, alone->metrics.makespan);
                QCOMPARE(row.peakMemory, alone->metrics.peakMemory);
                QCOMPARE(row.fits, alone->metrics.fits);
                QCOMPARE(row.messages, countedMessages(alone->schedule));
                QVERIFY(row.weightCopies >= entry(row.plan.schedule).weightCopies);
            }
        }
    }

    /// The same batch without micro-batches: P times as long as its work.
    void comparesTheSameBatch()
    {
        const std::vector<ComparedPlan> rows =
            Comparison().catalogueRows(planOf(ScheduleKind::GPipe, 4, 8));
        const auto rowOf = [&rows](ScheduleKind kind) {
            return *std::ranges::find_if(
                rows, [kind](const ComparedPlan& row) { return row.plan.schedule == kind; });
        };
        QCOMPARE(rowOf(ScheduleKind::Naive).makespan, test::slotTime(96));
        QCOMPARE(rowOf(ScheduleKind::OneFOneB).makespan, test::slotTime(33));
        QCOMPARE(rowOf(ScheduleKind::Naive).peakMemory, rowOf(ScheduleKind::GPipe).peakMemory);
        QVERIFY((rowOf(ScheduleKind::OneFOneB).peakActivations == Ratio {4, 1}));
    }

    void countsCopiesAndVersions()
    {
        const auto copies = [](ScheduleKind kind) {
            return Comparison().row(adapted(planOf(ScheduleKind::GPipe, 4, 8), kind)).weightCopies;
        };
        QCOMPARE(copies(ScheduleKind::OneFOneB), 1);
        QCOMPARE(copies(ScheduleKind::DualPipe), 2);
        QCOMPARE(copies(ScheduleKind::PipeDream2BW), 2);
        QCOMPARE(copies(ScheduleKind::PipeDream), 4);
    }

    void isTheSameEachTime()
    {
        const Plan plan = planOf(ScheduleKind::OneFOneB, 6, 13);
        Comparison comparison;
        const std::vector<ComparedPlan> first = comparison.catalogueRows(plan);
        QVERIFY(comparison.catalogueRows(plan) == first);
        QVERIFY(Comparison().catalogueRows(plan) == first);
    }

    void countsNoMessageWithinADevice()
    {
        Schedule schedule;
        schedule.reset(Placement::wave(4, 2), 3);
        schedule.append(OperationKind::Forward, 0, 0);
        schedule.append(OperationKind::Backward, 0, 0);
        schedule.finishDevice();
        // Eight stages have seven borders, and the turn of the V is none between devices.
        QCOMPARE(messageCount(schedule), 2 * 6 * 3);
        schedule.reset(Placement::loop(4, 2), 3);
        schedule.append(OperationKind::Forward, 0, 0);
        schedule.finishDevice();
        QCOMPARE(messageCount(schedule), 7 * 3);
        schedule.reset(Placement::loop(1, 4), 3);
        schedule.append(OperationKind::Backward, 0, 0);
        schedule.finishDevice();
        QCOMPARE(messageCount(schedule), 0);
        // Half of the micro-batches run through either pipeline.
        schedule.reset(Placement::bidirectional(4), 6);
        schedule.append(OperationKind::Backward, 0, 0);
        schedule.finishDevice();
        QCOMPARE(messageCount(schedule), 2 * 3 * 6);
    }

    void leavesOutWhatIsTooLarge()
    {
        Comparison small(2 * 4 * 8);
        const ComparedPlan row = small.row(planOf(ScheduleKind::GPipe, 4, 8));
        QVERIFY(row.isMeasured());
        const ComparedPlan large = small.row(planOf(ScheduleKind::GPipe, 4, 9));
        QVERIFY(large.tooLarge && !large.isMeasured() && !large.refusal);
        const ComparedPlan illegal = small.row(planOf(ScheduleKind::Naive, 40, 9));
        QCOMPARE(illegal.refusal->code, ErrorCode::NeedsOneMicrobatch);
    }

    void stopsWhenAsked()
    {
        std::stop_source source;
        source.request_stop();
        QVERIFY(Comparison()
                    .catalogueRows(planOf(ScheduleKind::GPipe, 4, 8), source.get_token())
                    .empty());
    }

    void sortsTheLeastFirst_data()
    {
        QTest::addColumn<int>("order");
        for (int order = 0; order <= static_cast<int>(ComparisonOrder::WeightCopies); ++order)
            QTest::addRow("%d", order) << order;
    }
    void sortsTheLeastFirst()
    {
        QFETCH(int, order);
        const auto by = static_cast<ComparisonOrder>(order);
        Comparison comparison;
        std::vector<ComparedPlan> rows;
        for (const int microbatches : {5, 3, 9, 3, 1}) {
            const Plan plan = planOf(ScheduleKind::Naive, 4, microbatches);
            rows.push_back(comparison.row(plan)); // refused, but the last
            for (const ComparedPlan& row :
                comparison.catalogueRows(planOf(ScheduleKind::GPipe, 4, microbatches)))
                rows.push_back(row);
        }
        sortRows(rows, by);
        for (std::size_t i = 1; i < rows.size(); ++i)
            QVERIFY(!comesBefore(rows[i], rows[i - 1], by));
        const bool byMeasure = by != ComparisonOrder::Catalogue && by != ComparisonOrder::Year;
        QVERIFY(!byMeasure
            || std::ranges::is_sorted(rows, std::greater<>(), &ComparedPlan::isMeasured));
    }
};

QTEST_APPLESS_MAIN(TestComparison)
#include "tst_comparison.moc"
