// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/format/ordercsv.h"
#include "core/schedule/givenorder.h"
#include "tests/support/failonwarning.h"
#include "tests/ui/timeline/samplerun.h"
#include "ui/timeline/timelineview.h"

#include <QSignalSpy>
#include <QTest>

using namespace pipegantt;

class OrderEditingTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<TimelineView> m_view;
    std::shared_ptr<const Run> m_run;

    /// The order of `run` as a custom one, on screen.
    void showCustom(const std::shared_ptr<const Run>& original)
    {
        Plan plan = original->plan;
        plan.schedule = ScheduleKind::Custom;
        plan.given = givenOrder(original->schedule);
        adoptGivenShape(plan);
        Result<Run> custom = run(plan);
        QVERIFY(custom.has_value());
        m_run = std::make_shared<const Run>(std::move(*custom));
        m_view->setRun(m_run);
    }

    [[nodiscard]] QPoint middle(int device, std::size_t operation) const
    {
        return m_view->placeOf(device, operation).center().toPoint();
    }

    void drag(QPoint from, QPoint to)
    {
        QTest::mousePress(m_view.get(), Qt::LeftButton, {}, from);
        QTest::mouseMove(m_view.get(), from + QPoint(6, 6));
        QTest::mouseMove(m_view.get(), (from + to) / 2);
        QTest::mouseMove(m_view.get(), to);
        m_view->grab();
        QTest::mouseRelease(m_view.get(), Qt::LeftButton, {}, to);
    }

    static std::string firstRow(const Schedule& schedule)
    {
        const std::string csv = orderCsv(schedule);
        return csv.substr(0, csv.find('\r'));
    }

private slots:
    void init()
    {
        test::failOnWarning();
        m_view = std::make_unique<TimelineView>();
        m_view->viewport().setAnimated(false);
        m_view->resize(1000, 380);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
        showCustom(test::sampleRun(ScheduleKind::GPipe, 3, 4));
    }
    void cleanup() { m_view.reset(); }

    void dragsAPassWithinItsRow()
    {
        const QSignalSpy edited(m_view.get(), &TimelineView::orderEdited);
        const QSignalSpy refused(m_view.get(), &TimelineView::editRefused);
        const std::size_t first = test::find(*m_run, 0, OperationKind::Forward, 0);
        const std::size_t third = test::find(*m_run, 0, OperationKind::Forward, 2);
        QPoint behind = middle(0, third);
        behind.rx() += static_cast<int>(m_view->placeOf(0, third).width() / 2) - 2;
        drag(middle(0, first), behind);
        QCOMPARE(refused.count(), 0);
        QCOMPARE(edited.count(), 1);
        const auto order = edited.first().first().value<std::shared_ptr<const Schedule>>();
        QCOMPARE(firstRow(*order), std::string("0F1,0F2,0F0,0F3,0B0,0B1,0B2,0B3"));
        QVERIFY(!edited.first().at(1).toString().isEmpty());
    }

    void refusesWithTheDependencyOnScreen()
    {
        const QSignalSpy edited(m_view.get(), &TimelineView::orderEdited);
        const QSignalSpy refused(m_view.get(), &TimelineView::editRefused);
        const std::size_t forward = test::find(*m_run, 0, OperationKind::Forward, 3);
        const std::size_t backward = test::find(*m_run, 0, OperationKind::Backward, 3);
        drag(middle(0, backward), middle(0, forward) - QPoint(4, 0));
        QCOMPARE(edited.count(), 0);
        QCOMPARE(refused.count(), 1);
        QVERIFY(m_view->refusal().has_value());
        QCOMPARE(m_view->refusal()->needs, (std::vector<Need> {{forward, 0, backward, 0}}));
        const QImage shown = m_view->grab().toImage();
        m_view->clear();
        QVERIFY(!m_view->refusal().has_value());
        QVERIFY(shown != m_view->grab().toImage());
    }

    void dragsAStageToAnotherDevice()
    {
        const QSignalSpy edited(m_view.get(), &TimelineView::orderEdited);
        drag(middle(0, 0), middle(2, m_run->schedule.rowBegin(2)));
        QCOMPARE(edited.count(), 1);
        const auto order = edited.first().first().value<std::shared_ptr<const Schedule>>();
        QCOMPARE(order->deviceOf(0), 2);
        QCOMPARE(order->deviceOf(2), 0);
    }

    void leavesOtherSchedulesAlone()
    {
        m_view->setRun(test::sampleRun(ScheduleKind::GPipe, 3, 4));
        const QSignalSpy edited(m_view.get(), &TimelineView::orderEdited);
        drag(middle(0, 0), middle(0, 2));
        m_view->moveLater();
        QCOMPARE(edited.count(), 0);
        QVERIFY(!m_view->canEditOrder());
    }

    void escapeLetsAPassBack()
    {
        const QSignalSpy edited(m_view.get(), &TimelineView::orderEdited);
        QTest::mousePress(m_view.get(), Qt::LeftButton, {}, middle(0, 0));
        QTest::mouseMove(m_view.get(), middle(0, 1));
        QTest::mouseMove(m_view.get(), middle(0, 2));
        m_view->clear();
        QTest::mouseRelease(m_view.get(), Qt::LeftButton, {}, middle(0, 2));
        QCOMPARE(edited.count(), 0);
    }

    void stepsByKeysAndKeepsTheSelection()
    {
        const QSignalSpy edited(m_view.get(), &TimelineView::orderEdited);
        m_view->setFocus();
        m_view->nextOperation();
        QVERIFY(m_view->target().operation.has_value());
        m_view->moveLater();
        QCOMPARE(edited.count(), 1);
        const auto order = edited.first().first().value<std::shared_ptr<const Schedule>>();
        QCOMPARE(firstRow(*order), std::string("0F1,0F0,0F2,0F3,0B0,0B1,0B2,0B3"));
        Plan plan = m_run->plan;
        plan.given = {order, nullptr};
        const Result<Run> next = run(plan);
        QVERIFY(next.has_value());
        m_view->setRun(std::make_shared<const Run>(*next));
        QCOMPARE(*m_view->target().operation, std::size_t {1});
        m_view->moveEarlier();
        QCOMPARE(edited.count(), 2);
        m_view->moveStageDown();
        QCOMPARE(edited.count(), 3);
        m_view->moveStageUp();
        QCOMPARE(edited.count(), 3);
    }
};

QTEST_MAIN(OrderEditingTest)
#include "tst_orderediting.moc"
