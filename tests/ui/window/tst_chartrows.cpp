// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/timeline/samplerun.h"
#include "tests/ui/window/windowtest.h"
#include "ui/timeline/timelineview.h"

#include <QAbstractButton>
#include <QContextMenuEvent>
#include <QMouseEvent>
#include <QSignalSpy>
#include <QWheelEvent>

using namespace pipegantt;
using namespace Qt::StringLiterals;

/// The rows of the chart, by mouse and keys: their kind, their order, what is hidden, and the lanes
/// of messages below them.
class tst_chartrows : public test::WindowTest
{
    Q_OBJECT

    TimelineView* m_chart = nullptr;

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        m_chart->setFocus();
        QTest::keyClick(m_chart, key, modifiers);
    }

    void hover(QPointF where)
    {
        QMouseEvent event(QEvent::MouseMove, where, m_chart->mapToGlobal(where), Qt::NoButton,
            Qt::NoButton, Qt::NoModifier);
        QApplication::sendEvent(m_chart, &event);
    }

    void wheel(QPointF where, int notches, Qt::KeyboardModifiers modifiers)
    {
        QWheelEvent event(where, m_chart->mapToGlobal(where), {}, {0, 120 * notches}, Qt::NoButton,
            modifiers, Qt::NoScrollPhase, false);
        QApplication::sendEvent(m_chart, &event);
    }

    void show(ScheduleKind kind, int stages, int microbatches, Duration hop = {})
    {
        m_window->document().change(
            test::sampleRun(kind, stages, microbatches, hop)->plan, u"sample"_s);
        QTRY_COMPARE(m_window->run()->plan, plan());
    }

    /// The bar of the first operation of `chunk` on `device`.
    [[nodiscard]] QRectF firstBar(int device, int chunk) const
    {
        const Schedule& schedule = m_window->run()->schedule;
        std::size_t i = schedule.rowBegin(device);
        while (schedule.operations()[i].chunk() != chunk)
            ++i;
        return m_chart->placeOf(device, i);
    }

    [[nodiscard]] QStringList names() const
    {
        QStringList all;
        for (int row = 0; row < m_chart->rows().order().size(); ++row)
            all += m_chart->rows().name(row);
        return all;
    }

    [[nodiscard]] QAbstractButton* chip() const
    {
        return m_chart->findChild<QAbstractButton*>(u"rowChip"_s);
    }

private slots:
    void initTestCase() { loadBundledFonts(); }
    void init()
    {
        openAfresh();
        m_chart = m_window->findChild<TimelineView*>();
        m_chart->viewport().setAnimated(false);
    }
    void cleanup() { closeAll(); }

    /// Zooming and scrolling rows shows others at the same places.
    void theRowAtHandStaysTheSame()
    {
        show(ScheduleKind::OneFOneB, 16, 16);
        ChartRows& rows = m_chart->rows();
        rows.setAtHand(10);
        rows.zoomIn();
        rows.zoomIn();
        QVERIFY(rows.order().size() < 10);
        QCOMPARE(rows.name(rows.atHand().value()), u"device 10"_s);
        rows.scroll(-16);
        QVERIFY(!rows.atHand());
        press(Qt::Key_H);
        rows.showAll();
        QCOMPARE(rows.order().size(), 16);
        QCOMPARE(rows.name(rows.atHand().value()), u"device 10"_s);
        rows.hide();
        QVERIFY(!names().contains(u"device 10"_s));
        QCOMPARE(names().size(), 15);
    }

    void aKeyTurnsRowsIntoStages()
    {
        show(ScheduleKind::ZbV, 3, 6);
        QCOMPARE(names(), (QStringList {u"device 0"_s, u"device 1"_s, u"device 2"_s}));
        press(Qt::Key_G);
        QCOMPARE(names().at(1), u"device 0 · chunk 1"_s);
        press(Qt::Key_G);
        QCOMPARE(names().size(), 6);
        QCOMPARE(names().at(5), u"stage 5"_s);
        QVERIFY(m_window->actions()[ActionId::RowsByStage]->isChecked());
        QVERIFY(m_chart->accessibleName().contains(u"stages"_s));
        // In the V the first device has the last stage: its bars are in the last row alone.
        QVERIFY(firstBar(0, 1).top() > firstBar(2, 1).bottom());
        const QImage image = m_chart->grab().toImage();
        const QPointF bar = firstBar(0, 1).center();
        const auto at = [&image](double x, double y) {
            return image.pixel(static_cast<int>(x), static_cast<int>(y));
        };
        const double beside = firstBar(0, 1).left() + 4;
        QVERIFY(at(beside, bar.y()) != at(beside, firstBar(0, 0).center().y()));
        hover(bar);
        QVERIFY(m_chart->cardText().contains(u"stage 5"_s));
        // Where the stage does not run its device may.
        hover({bar.x() - firstBar(0, 1).width(), bar.y()});
        QVERIFY(m_chart->cardText().startsWith(u"stage 5 does not run"_s));
        QVERIFY(m_chart->cardText().contains(u"device 0 runs others"_s));
        press(Qt::Key_G);
        QCOMPARE(names().size(), 3);
    }

    void keysWalkWithinARow()
    {
        show(ScheduleKind::ZbV, 3, 6);
        press(Qt::Key_G);
        press(Qt::Key_G);
        press(Qt::Key_Period);
        for (int i = 0; i < 5; ++i) {
            QCOMPARE(m_chart->target().chunk, 0);
            press(Qt::Key_Period);
        }
        press(Qt::Key_Down);
        QCOMPARE(m_chart->target().device, 1);
        for (int i = 0; i < 4; ++i)
            press(Qt::Key_Down);
        QCOMPARE(m_chart->target().device, 0);
        QCOMPARE(m_chart->target().chunk, 1);
    }

    void hiddenRowsAreSaidAndComeBack()
    {
        QVERIFY(!chip()->isVisible());
        hover(firstBar(1, 0).center());
        press(Qt::Key_H);
        QCOMPARE(names(), (QStringList {u"device 0"_s, u"device 2"_s, u"device 3"_s}));
        QVERIFY(chip()->isVisible());
        QCOMPARE(chip()->text(), u"1 row hidden · Show all"_s);
        QVERIFY(m_chart->accessibleName().contains(u"1 row hidden"_s));
        // The readouts stay those of the whole.
        QCOMPARE(m_window->run()->schedule.devices(), 4);
        m_chart->grab();
        QTest::mouseClick(chip(), Qt::LeftButton);
        QCOMPARE(names().size(), 4);
        QVERIFY(!chip()->isVisible());
    }

    void rowsArePinnedAndMoved()
    {
        hover(firstBar(2, 0).center());
        press(Qt::Key_T);
        QCOMPARE(names().first(), u"device 2"_s);
        press(Qt::Key_Down);
        press(Qt::Key_Down, Qt::AltModifier | Qt::ShiftModifier);
        QCOMPARE(names().first(), u"device 2"_s);
        QCOMPARE(names().at(2), u"device 0"_s);
        // By the mouse: the name of the last row to the second place.
        const QPoint from(10, static_cast<int>(firstBar(3, 0).center().y()));
        const QPoint to(10, static_cast<int>(firstBar(1, 0).center().y()));
        QTest::mousePress(m_chart, Qt::LeftButton, {}, from);
        QTest::mouseMove(m_chart, (from + to) / 2);
        QTest::mouseMove(m_chart, to);
        QTest::mouseRelease(m_chart, Qt::LeftButton, {}, to);
        QCOMPARE(names().at(1), u"device 3"_s);
        // Where a bar is drawn it is pointed at.
        hover(firstBar(3, 0).center());
        QVERIFY(m_chart->cardText().contains(u"device 3"_s));
    }

    void manyRowsZoomAndScroll()
    {
        show(ScheduleKind::OneFOneB, 64, 64);
        wheel({400, firstBar(20, 0).center().y()}, 6, Qt::ControlModifier | Qt::ShiftModifier);
        const int few = m_chart->rows().order().size();
        QVERIFY(few < 30);
        QVERIFY(m_chart->rows().order().find(20, 0) >= 0);
        QVERIFY(chip()->text().contains(u"of 64"_s));
        QVERIFY(m_chart->viewport().isFitted());
        press(Qt::Key_PageDown);
        QVERIFY(m_chart->rows().order().at(0).device > 0);
        // What the keys select comes into sight.
        press(Qt::Key_Period);
        press(Qt::Key_H, Qt::ShiftModifier);
        QCOMPARE(m_chart->rows().order().size(), 64);
    }

    void aMenuOffersTheSame()
    {
        const QPoint at(10, static_cast<int>(firstBar(1, 0).center().y()));
        QContextMenuEvent event(QContextMenuEvent::Mouse, at, m_chart->mapToGlobal(at));
        // The menu itself needs a platform that has windows.
        m_chart->disconnect(SIGNAL(rowMenuAsked(QPoint)));
        const QSignalSpy asked(m_chart, &TimelineView::rowMenuAsked);
        QApplication::sendEvent(m_chart, &event);
        QCOMPARE(asked.count(), 1);
        m_window->actions()[ActionId::HideRow]->trigger();
        QVERIFY(!names().contains(u"device 1"_s));
    }

    /// Idle time is of devices: rows that are not have no colours for its causes.
    void causesOfIdleTimeNeedDevices()
    {
        const Actions& actions = m_window->actions();
        show(ScheduleKind::ZbV, 3, 6);
        actions[ActionId::ColorByIdleCause]->trigger();
        QCOMPARE(m_chart->shownColors(), ColorBy::IdleCause);
        press(Qt::Key_G);
        QCOMPARE(m_chart->shownColors(), ColorBy::Kind);
        QVERIFY(!actions.reason(ActionId::ColorByIdleCause).isEmpty());
        press(Qt::Key_G);
        press(Qt::Key_G);
        QCOMPARE(m_chart->shownColors(), ColorBy::IdleCause);
        QVERIFY(actions[ActionId::ColorByIdleCause]->isEnabled());
    }

    /// Two rows of a device are one device to what adds up.
    void aBoxCountsADeviceOnce()
    {
        show(ScheduleKind::ZbV, 3, 6);
        press(Qt::Key_G);
        press(Qt::Key_G);
        press(Qt::Key_A, Qt::ControlModifier);
        QTRY_VERIFY(m_chart->analysis().totals().totals());
        QCOMPARE(m_chart->analysis().totals().totals()->devices.size(), std::size_t {3});
        press(Qt::Key_G);
        QVERIFY(!m_chart->analysis().selection().box());
    }

    /// What is found, or led to an operation, comes to sight again.
    void searchesAndDependenciesReachHiddenRows()
    {
        show(ScheduleKind::ZbV, 3, 6);
        hover(firstBar(1, 0).center());
        press(Qt::Key_H);
        QCOMPARE(names(), (QStringList {u"device 0"_s, u"device 2"_s}));
        // None of these has a place in a row that is not there.
        press(Qt::Key_K);
        press(Qt::Key_E);
        m_chart->analysis().finder().search(u"mb 2"_s);
        QTRY_VERIFY(m_chart->analysis().finder().hits() && m_chart->analysis().critical().path());
        hover(firstBar(2, 0).center());
        m_chart->grab();
        m_chart->analysis().finder().search(u"device 1"_s);
        QTRY_COMPARE(m_chart->analysis().finder().text(), u"device 1"_s);
        QTRY_VERIFY(m_chart->analysis().finder().hits());
        const auto hit = m_chart->analysis().finder().step(1, m_chart->target());
        QVERIFY(hit);
        m_chart->showTarget(*hit);
        QCOMPARE(names().size(), 3);
        QCOMPARE(m_chart->target().device, 1);
    }

    /// Numbers behind the break of an excerpt are those of the whole run.
    void numbersAreOfTheWholeRun()
    {
        show(ScheduleKind::Interleaved, 4, 1'000'000'000);
        QVERIFY(m_window->run()->excerpt);
        const Schedule& schedule = m_window->run()->schedule;
        for (int kind = 0; kind < 2; ++kind) {
            press(Qt::Key_G);
            const ChartRows& rows = m_chart->rows();
            std::int64_t largest = 0;
            for (int row = 0; row < rows.order().size(); ++row) {
                const std::size_t last = rows.picture().schedule.rowEnd(row) - 1;
                largest = std::max(largest, rows.microbatchAt(row, last));
            }
            QCOMPARE(largest, std::int64_t {999'999'999});
            QVERIFY(largest > schedule.microbatches());
            QVERIFY(!m_chart->grab().isNull());
        }
    }

    /// Compared plans that share rows have those of devices.
    void plansOverEachOtherKeepTheirRows()
    {
        const Actions& actions = m_window->actions();
        actions[ActionId::PinBaseline]->trigger();
        QVERIFY(actions[ActionId::NextRows]->isEnabled());
        actions[ActionId::ShowOverlaid]->trigger();
        QVERIFY(!actions[ActionId::NextRows]->isEnabled());
        QVERIFY(!actions.reason(ActionId::NextRows).isEmpty());
        actions[ActionId::ShowStacked]->trigger();
        QVERIFY(actions[ActionId::NextRows]->isEnabled());
    }

    /// A lane is full for as long as a message is under way.
    void messagesHaveLanes()
    {
        show(ScheduleKind::OneFOneB, 4, 8, test::inSlots(1) / 2);
        const QImage before = m_chart->grab().toImage();
        press(Qt::Key_L);
        QVERIFY(m_window->actions()[ActionId::Lanes]->isChecked());
        const QImage image = m_chart->grab().toImage();
        QVERIFY(image != before);
        const QRectF bar = firstBar(0, 0);
        // After the first forward its activations are under way for half a slot.
        const double x = bar.right() + bar.width() / 4;
        QString said;
        double y = bar.bottom();
        for (; y < bar.bottom() + 20 && !said.contains(u"device 0 → device 1"_s); ++y) {
            hover({x, y});
            said = m_chart->cardText();
        }
        QCOMPARE(said, u"activations of forward 0 · device 0 → device 1\n1 – 1.5 (0.5 slots)"_s);
        QCOMPARE(image.pixel(static_cast<int>(x), static_cast<int>(y)),
            Lanes::color(lightTheme()).rgb());
        QVERIFY(image.pixel(static_cast<int>(bar.center().x()), static_cast<int>(y))
            != Lanes::color(lightTheme()).rgb());
        press(Qt::Key_L);
        QCOMPARE(m_chart->grab().toImage().size(), before.size());
        QVERIFY(!m_window->actions()[ActionId::Lanes]->isChecked());
    }
};

QTEST_MAIN(tst_chartrows)
#include "tst_chartrows.moc"
