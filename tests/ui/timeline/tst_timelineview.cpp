// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/failonwarning.h"
#include "tests/ui/timeline/samplerun.h"
#include "ui/timeline/timelineview.h"
#include "ui/window/actions.h"
#include "ui/window/chartcommands.h"

#include <QApplication>
#include <QMouseEvent>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

using namespace pipegantt;
using namespace Qt::StringLiterals;
using test::inSlots;

namespace {

QPoint middle(const TimelineView& view, int device, std::size_t operation)
{
    return view.placeOf(device, operation).center().toPoint();
}

void wheel(TimelineView& view, QPoint where, int notches, Qt::KeyboardModifiers modifiers)
{
    QWheelEvent event(where, view.mapToGlobal(where), {}, {0, 120 * notches}, Qt::NoButton,
        modifiers, Qt::NoScrollPhase, false);
    QApplication::sendEvent(&view, &event);
}

// As from a mouse without a pressed button; independent of where the platform's pointer is.
void hover(TimelineView& view, QPoint where)
{
    QMouseEvent event(QEvent::MouseMove, where, view.mapToGlobal(where), Qt::NoButton, Qt::NoButton,
        Qt::NoModifier);
    QApplication::sendEvent(&view, &event);
}

} // namespace

class TimelineViewTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<TimelineView> m_view;
    // As in the window: the chart's keys are those of the table.
    std::unique_ptr<Actions> m_actions;
    std::shared_ptr<const Run> m_run;

    [[nodiscard]] const TimeScale& scale() const { return m_view->viewport().scale(); }
    // Where the bars begin in the widget.
    [[nodiscard]] double barsLeft() const
    {
        return m_view->placeOf(0, 0).left() - scale().toPx(m_run->timeline.start(0));
    }

private slots:
    void init()
    {
        test::failOnWarning();
        m_run = test::sampleRun(ScheduleKind::OneFOneB, 4, 8);
        m_view = std::make_unique<TimelineView>();
        m_view->viewport().setAnimated(false);
        m_view->resize(1000, 380);
        m_view->setRun(m_run);
        m_actions = std::make_unique<Actions>();
        m_actions->install(*m_view, *m_view);
        connectChart(*m_actions, *m_view);
        m_view->show();
        m_view->setFocus();
        QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    }

    void cleanup()
    {
        m_actions.reset();
        m_view.reset();
    }

    void wheelZoomsAtThePointer_data()
    {
        QTest::addColumn<int>("x");
        QTest::addColumn<int>("notches");
        QTest::addColumn<int>("modifiers");
        QTest::newRow("in") << 700 << 3 << static_cast<int>(Qt::NoModifier);
        QTest::newRow("in with Ctrl") << 250 << 5 << static_cast<int>(Qt::ControlModifier);
    }

    void wheelZoomsAtThePointer()
    {
        QFETCH(int, x);
        QFETCH(int, notches);
        QFETCH(int, modifiers);
        const double px = x - barsLeft();
        const Duration before = scale().toTime(px);
        const Duration span = scale().end() - scale().begin();
        wheel(*m_view, {x, 100}, notches, Qt::KeyboardModifiers(modifiers));
        QVERIFY(scale().end() - scale().begin() < span);
        QVERIFY(std::abs((scale().toTime(px) - before).count()) <= 1);
        wheel(*m_view, {x, 100}, -notches - 1, Qt::KeyboardModifiers(modifiers));
        QVERIFY(m_view->viewport().isFitted());
    }

    void shiftAndWheelPan()
    {
        wheel(*m_view, {500, 100}, 4, Qt::NoModifier);
        const TimeScale before = scale();
        wheel(*m_view, {500, 100}, -1, Qt::ShiftModifier);
        QVERIFY(scale().begin() > before.begin());
        QCOMPARE(scale().end() - scale().begin(), before.end() - before.begin());
    }

    void dragPansAndFitComesBack_data()
    {
        QTest::addColumn<int>("key");
        QTest::newRow("0") << static_cast<int>(Qt::Key_0);
        QTest::newRow("F") << static_cast<int>(Qt::Key_F);
    }

    void dragPansAndFitComesBack()
    {
        wheel(*m_view, {500, 100}, 4, Qt::NoModifier);
        const Duration under = scale().toTime(500 - barsLeft());
        QTest::mousePress(m_view.get(), Qt::MiddleButton, {}, {500, 100});
        QTest::mouseMove(m_view.get(), {520, 100});
        QTest::mouseMove(m_view.get(), {600, 120});
        QTest::mouseRelease(m_view.get(), Qt::MiddleButton, {}, {600, 120});
        QVERIFY(std::abs((scale().toTime(600 - barsLeft()) - under).count()) <= 2);
        QVERIFY(!m_view->viewport().isFitted());
        QFETCH(int, key);
        QTest::keyClick(m_view.get(), static_cast<Qt::Key>(key));
        QVERIFY(m_view->viewport().isFitted());
    }

    void doubleClickOnABubbleFits()
    {
        QTest::keyClick(m_view.get(), Qt::Key_Plus);
        QVERIFY(!m_view->viewport().isFitted());
        const double px = scale().toPx(inSlots(9)) + barsLeft();
        QTest::mouseDClick(m_view.get(), Qt::LeftButton, {},
            QPoint(static_cast<int>(px), middle(*m_view, 0, 0).y()));
        QVERIFY(m_view->viewport().isFitted());
    }

    void keysZoomAndPan()
    {
        QTest::keyClick(m_view.get(), Qt::Key_W);
        QTest::keyClick(m_view.get(), Qt::Key_W);
        const TimeScale zoomed = scale();
        QTest::keyClick(m_view.get(), Qt::Key_D);
        QVERIFY(scale().begin() > zoomed.begin());
        QTest::keyClick(m_view.get(), Qt::Key_A);
        QVERIFY(std::abs((scale().begin() - zoomed.begin()).count()) <= 1);
        for (int i = 0; i < 3; ++i)
            QTest::keyClick(m_view.get(), Qt::Key_S);
        QVERIFY(m_view->viewport().isFitted());
    }

    void hoverTellsAboutBarsAndBubbles()
    {
        const QSignalSpy changed(m_view.get(), &TimelineView::hoverChanged);
        hover(*m_view, middle(*m_view, 0, 4));
        QCOMPARE(m_view->cardText(),
            u"backward 0 · device 0\n10 – 12 (2 slots)\n"
            "waited for backward 0 of device 1 (ended at 10)"_s);
        const double px = scale().toPx(inSlots(7)) + barsLeft();
        hover(*m_view, QPoint(static_cast<int>(px), middle(*m_view, 0, 0).y()));
        QCOMPARE(m_view->cardText(),
            u"Bubble · 6 slots · device 0\nwaits for backward 0 of device 1 (ends at 10)\n"
            "dependency 6 slots"_s);
        QVERIFY(changed.count() >= 2);
        hover(*m_view, QPoint(500, 2));
        QVERIFY(m_view->cardText().isEmpty());
    }

    void arrowsStepThroughTheEvents()
    {
        std::vector<std::int64_t> events;
        for (std::size_t i = 0; i < m_run->timeline.size(); ++i) {
            events.push_back(m_run->timeline.start(i).count());
            events.push_back(m_run->timeline.end(i).count());
        }
        std::ranges::sort(events);
        events.erase(std::ranges::unique(events).begin(), events.end());
        std::vector<std::int64_t> seen;
        connect(m_view.get(), &TimelineView::cursorChanged, this,
            [&seen](Duration cursor) { seen.push_back(cursor.count()); });
        for (std::size_t i = 0; i <= events.size(); ++i)
            QTest::keyClick(m_view.get(), Qt::Key_Right);
        QCOMPARE(seen, events);
        QTest::keyClick(m_view.get(), Qt::Key_Home);
        QCOMPARE(m_view->cursor(), std::optional(Duration(0)));
        QTest::keyClick(m_view.get(), Qt::Key_End);
        QCOMPARE(m_view->cursor(), std::optional(m_run->timeline.makespan));
        QTest::keyClick(m_view.get(), Qt::Key_Left);
        QCOMPARE(m_view->cursor(), std::optional(inSlots(31)));
        QTest::keyClick(m_view.get(), Qt::Key_Escape);
        QVERIFY(!m_view->cursor());
        QVERIFY(m_view->viewport().isFitted());
    }

    void theSameStepDrawsTheSamePicture()
    {
        for (int i = 0; i < 10; ++i)
            m_view->stepForward();
        const Duration stop = *m_view->cursor();
        const QImage there = m_view->grab().toImage();
        m_view->stepForward();
        QVERIFY(m_view->grab().toImage() != there);
        m_view->stepBack();
        QCOMPARE(m_view->grab().toImage(), there);
        m_view->toEnd();
        while (*m_view->cursor() >= stop)
            m_view->stepBack();
        m_view->stepForward();
        QCOMPARE(m_view->cursor(), std::optional(stop));
        QCOMPARE(m_view->grab().toImage(), there);
    }

    void spacePlaysByTheClock()
    {
        using namespace std::chrono_literals;
        std::chrono::nanoseconds now = 0s;
        m_view->playback().setClock([&now] { return now; });
        const QSignalSpy playing(m_view.get(), &TimelineView::playingChanged);
        QTest::keyClick(m_view.get(), Qt::Key_Space);
        QVERIFY(m_view->isPlaying());
        now = 3s;
        QTest::keyClick(m_view.get(), Qt::Key_Space);
        QVERIFY(!m_view->isPlaying());
        QCOMPARE(m_view->cursor(), std::optional(inSlots(33) * 3 / 10));
        QCOMPARE(playing.count(), 2);
    }

    void keysSelectAndAssistiveTechnologyHears()
    {
        QCOMPARE(m_view->accessibleName(), u"Gantt chart, 4 devices, 33 slots, bubble 27.3 %"_s);
        QTest::keyClick(m_view.get(), Qt::Key_Period);
        QVERIFY(m_view->cardText().startsWith(u"forward 0 · device 0"_s));
        QTest::keyClick(m_view.get(), Qt::Key_Period);
        QVERIFY(m_view->cardText().startsWith(u"forward 1 · device 0"_s));
        QTest::keyClick(m_view.get(), Qt::Key_Down);
        QVERIFY(m_view->cardText().startsWith(u"forward 0 · device 1"_s));
        QTest::keyClick(m_view.get(), Qt::Key_Comma);
        QVERIFY(m_view->cardText().startsWith(u"forward 0 · device 1"_s));
        QTest::keyClick(m_view.get(), Qt::Key_Up);
        QVERIFY(m_view->cardText().startsWith(u"forward 1 · device 0"_s));
        QCOMPARE(m_view->accessibleDescription(), m_view->cardText());
        QTest::keyClick(m_view.get(), Qt::Key_Escape);
        QVERIFY(m_view->cardText().isEmpty());
    }

    void aSelectionStaysOnScreen()
    {
        for (int i = 0; i < 6; ++i)
            m_view->zoomIn();
        QTest::keyClick(m_view.get(), Qt::Key_Period);
        for (int i = 0; i < 15; ++i) {
            QTest::keyClick(m_view.get(), Qt::Key_Period);
            QVERIFY(m_view->target().end > scale().begin());
            QVERIFY(m_view->target().begin < scale().end());
        }
    }

    void barsShowTheirKind()
    {
        const QImage image = m_view->grab().toImage();
        for (int device = 0; device < 4; ++device) {
            for (std::size_t i = m_run->schedule.rowBegin(device);
                 i < m_run->schedule.rowEnd(device); ++i) {
                const QRectF place = m_view->placeOf(device, i);
                // Beside the number, which is in the middle.
                const QPoint point(
                    static_cast<int>(place.center().x()), static_cast<int>(place.bottom()) - 5);
                const OperationKind kind = m_run->schedule.operations()[i].kind();
                QCOMPARE(image.pixel(point), lightLook().fill(kind).argb());
            }
        }
    }

    void aHugePlanIsPainted()
    {
        m_view->setRun(test::sampleRun(ScheduleKind::OneFOneB, 64, 1024));
        m_view->resize(1920, 1080);
        const QImage image = m_view->grab().toImage();
        QCOMPARE(image.size(), QSize(1920, 1080));
        QVERIFY(image.pixel(1000, 500) != image.pixel(1, 1));
        hover(*m_view, {1000, 500});
        QCOMPARE(m_view->target().kind, HoverTarget::Kind::Column);
        m_view->setRun(test::sampleRun(ScheduleKind::OneFOneB, 1024, 16));
        QCOMPARE(m_view->grab().toImage().size(), QSize(1920, 1080));
    }

    void nothingToShowIsNoTrouble()
    {
        m_view->setRun(nullptr);
        for (const Qt::Key key : {Qt::Key_Space, Qt::Key_Right, Qt::Key_Period, Qt::Key_Down,
                 Qt::Key_Plus, Qt::Key_F, Qt::Key_Escape})
            QTest::keyClick(m_view.get(), key);
        QCOMPARE(m_view->grab().toImage().size(), m_view->size());
        QCOMPARE(m_view->accessibleName(), u"Gantt chart"_s);
    }

    void theOverviewMovesTheWindow()
    {
        for (int i = 0; i < 5; ++i)
            m_view->zoomIn();
        const QPoint strip(static_cast<int>(barsLeft()) + 60, m_view->height() - 12);
        // The strip lies below the legend; find it by what a press does.
        bool moved = false;
        const TimeScale before = scale();
        for (int y =
                 static_cast<int>(m_view->placeOf(3, m_run->schedule.rowBegin(3)).bottom()) + 40;
             y < m_view->height() && !moved; ++y) {
            QTest::mousePress(m_view.get(), Qt::LeftButton, {}, {strip.x(), y});
            QTest::mouseRelease(m_view.get(), Qt::LeftButton, {}, {strip.x(), y});
            moved = scale() != before;
        }
        QVERIFY(moved);
        QCOMPARE(scale().begin(), Duration(0));
    }
};

QTEST_MAIN(TimelineViewTest)
#include "tst_timelineview.moc"
