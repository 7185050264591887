// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/failonwarning.h"
#include "tests/ui/timeline/samplerun.h"
#include "ui/timeline/gesture.h"
#include "ui/timeline/timelineview.h"

#include <QApplication>
#include <QNativeGestureEvent>
#include <QPointingDevice>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include <cmath>

using namespace pipegantt;
using namespace Qt::StringLiterals;
using test::inSlots;

/// The chart under mouse, wheel and keys as a person uses them.
class GesturesTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<TimelineView> m_view;
    std::shared_ptr<const Run> m_run;

    [[nodiscard]] const TimeScale& scale() const { return m_view->viewport().scale(); }
    [[nodiscard]] const std::optional<ChartBox>& box() const
    {
        return m_view->analysis().selection().box();
    }
    [[nodiscard]] double barsLeft() const
    {
        return m_view->placeOf(0, 0).left() - scale().toPx(m_run->timeline.start(0));
    }
    /// A point of the row of `device`, `slot` slots from the start.
    [[nodiscard]] QPoint at(int device, double slot) const
    {
        const Duration time(std::llround(slot * 1e9));
        return {static_cast<int>(std::lround(barsLeft() + scale().toPx(time))),
            m_view->placeOf(device, m_run->schedule.rowBegin(device)).center().toPoint().y()};
    }
    void drag(QPoint from, QPoint to, Qt::MouseButton button = Qt::LeftButton,
        Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::mousePress(m_view.get(), button, modifiers, from);
        QTest::mouseMove(m_view.get(), (from + to) / 2);
        QTest::mouseMove(m_view.get(), to);
        QTest::mouseRelease(m_view.get(), button, modifiers, to);
    }
    void wheel(QPoint where, int delta, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWheelEvent event(where, m_view->mapToGlobal(where), {}, {0, delta}, Qt::NoButton,
            modifiers, Qt::NoScrollPhase, false);
        QApplication::sendEvent(m_view.get(), &event);
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
        m_view->show();
        QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
        m_view->setFocus();
    }

    void cleanup() { m_view.reset(); }

    void pressesBegin_data()
    {
        QTest::addColumn<int>("button");
        QTest::addColumn<int>("modifiers");
        QTest::addColumn<QString>("place");
        QTest::addColumn<int>("gesture");
        const auto add = [](const char* name, Qt::MouseButton button, Qt::KeyboardModifier modifier,
                             const QString& place, Gesture gesture) {
            QTest::newRow(name) << static_cast<int>(button) << static_cast<int>(modifier) << place
                                << static_cast<int>(gesture);
        };
        add("on rows", Qt::LeftButton, Qt::NoModifier, u"rows"_s, Gesture::Select);
        add("beside them", Qt::LeftButton, Qt::NoModifier, {}, Gesture::None);
        add("on an operation that moves", Qt::LeftButton, Qt::NoModifier, u"rows movable"_s,
            Gesture::MoveOperation);
        add("there with Shift", Qt::LeftButton, Qt::ShiftModifier, u"rows movable"_s,
            Gesture::Select);
        add("with Alt", Qt::LeftButton, Qt::AltModifier, u"rows movable"_s, Gesture::Measure);
        add("on an edge", Qt::LeftButton, Qt::NoModifier, u"rows movable edge"_s,
            Gesture::ResizeSelection);
        add("on an edge with Shift", Qt::LeftButton, Qt::ShiftModifier, u"rows edge"_s,
            Gesture::Select);
        add("in the middle", Qt::MiddleButton, Qt::NoModifier, u"rows movable"_s, Gesture::Pan);
        add("with Space", Qt::LeftButton, Qt::NoModifier, u"rows movable space"_s, Gesture::Pan);
        add("in the overview", Qt::LeftButton, Qt::NoModifier, u"overview space"_s,
            Gesture::MoveWindow);
        add("at the right", Qt::RightButton, Qt::NoModifier, u"rows"_s, Gesture::None);
    }

    void pressesBegin()
    {
        QFETCH(int, button);
        QFETCH(int, modifiers);
        QFETCH(QString, place);
        const Gesture gesture = gestureOf({
            .button = static_cast<Qt::MouseButton>(button),
            .modifiers = Qt::KeyboardModifiers(modifiers),
            .spaceHeld = place.contains(u"space"_s),
            .onOverview = place.contains(u"overview"_s),
            .onRows = place.contains(u"rows"_s),
            .onSelectionEdge = place.contains(u"edge"_s),
            .onMovable = place.contains(u"movable"_s),
        });
        QTEST(static_cast<int>(gesture), "gesture");
    }

    void aDragSelectsABoxThatSnaps()
    {
        QSignalSpy settled(&m_view->analysis().selection(), &Selection::settled);
        // A few pixels beside the edges at 4 and at 12 slots.
        drag(at(0, 4) + QPoint(3, 0), at(2, 12) - QPoint(4, 0));
        QCOMPARE(box(), (ChartBox {inSlots(4), inSlots(12), 0, 2}));
        QCOMPARE(settled.count(), 1);
        QVERIFY(m_view->viewport().isFitted());
        // A click elsewhere takes it away.
        QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, at(3, 20));
        QVERIFY(!box());
        QCOMPARE(settled.count(), 2);
    }

    void backwardsAndUpwardsIsTheSameBox()
    {
        drag(at(2, 12), at(0, 4));
        QCOMPARE(box(), (ChartBox {inSlots(4), inSlots(12), 0, 2}));
    }

    void aDragThatLeavesTheChartStopsAtItsEdge()
    {
        drag(at(1, 24), {1500, 2000});
        QCOMPARE(box(), (ChartBox {inSlots(24), inSlots(33), 1, 3}));
    }

    void aBoxDraggedBeyondTheEdgeBringsMore()
    {
        m_view->viewport().glideToWindow(inSlots(6), inSlots(15));
        const ChartLayout& layout = m_view->layout();
        const QPoint from = at(1, 12);
        const QPoint beyond(static_cast<int>(layout.bars.right()) + 90, at(2, 0).y());
        QTest::mousePress(m_view.get(), Qt::LeftButton, {}, from);
        QTest::mouseMove(m_view.get(), (from + beyond) / 2);
        QTest::mouseMove(m_view.get(), beyond);
        // To the end of the run, with the box behind it, and the begin where it was.
        QTRY_COMPARE(scale().end(), m_run->timeline.makespan);
        QTRY_COMPARE(box(), (ChartBox {inSlots(12), inSlots(33), 1, 2}));
        // And back, to the left.
        QTest::mouseMove(m_view.get(), {static_cast<int>(layout.bars.left()) - 90, at(0, 0).y()});
        QTRY_COMPARE(scale().begin(), Duration::zero());
        QTRY_COMPARE(box(), (ChartBox {inSlots(0), inSlots(12), 0, 1}));
        const TimeScale there = scale();
        QTest::mouseRelease(m_view.get(), Qt::LeftButton, {}, at(0, 3));
        QCOMPARE(scale(), there);
        QCOMPARE(EdgeScroll::stepPx(100, QRectF(0, 0, 100, 10)), 0.0);
        QVERIFY(EdgeScroll::stepPx(500, QRectF(0, 0, 100, 10))
            < EdgeScroll::stepPx(150, QRectF(0, 0, 100, 10)));
    }

    void edgesAreDragged()
    {
        drag(at(1, 4), at(2, 12));
        const QRectF place = m_view->analysis().selection().place(m_view->layout(), scale());
        const QPoint left(static_cast<int>(place.left()), static_cast<int>(place.center().y()));
        drag(left, {at(0, 2).x(), left.y()});
        QCOMPARE(box(), (ChartBox {inSlots(2), inSlots(12), 1, 2}));
        const QPoint bottom(static_cast<int>(place.center().x()), static_cast<int>(place.bottom()));
        drag(bottom, {bottom.x(), at(3, 0).y()});
        QCOMPARE(box(), (ChartBox {inSlots(2), inSlots(12), 1, 3}));
        // Beyond the other edge it turns over.
        const QPoint right(static_cast<int>(place.right()), at(2, 0).y());
        drag(right, {at(0, 0).x(), right.y()});
        QCOMPARE(box(), (ChartBox {inSlots(0), inSlots(2), 1, 3}));
    }

    void escapeTakesABoxAway()
    {
        drag(at(0, 4), at(2, 12));
        m_view->clear();
        QVERIFY(!box());
        // Also while the mouse is at it.
        QTest::mousePress(m_view.get(), Qt::LeftButton, {}, at(0, 4));
        QTest::mouseMove(m_view.get(), at(1, 10));
        QVERIFY(box());
        m_view->clear();
        QTest::mouseMove(m_view.get(), at(2, 12));
        QVERIFY(!box());
        QTest::mouseRelease(m_view.get(), Qt::LeftButton, {}, at(2, 12));
        QVERIFY(!box());
    }

    void zoomToSelectionShowsTheBox()
    {
        drag(at(0, 10), at(2, 20));
        m_view->zoomToSelection();
        QVERIFY(scale().begin() <= inSlots(10));
        QVERIFY(scale().begin() > inSlots(9));
        QVERIFY(scale().end() >= inSlots(20));
        QVERIFY(scale().end() < inSlots(21));
        m_view->clear();
        m_view->fit();
        m_view->zoomToSelection();
        QVERIFY(m_view->viewport().isFitted());
        m_view->nextOperation();
        m_view->zoomToSelection();
        QVERIFY(scale().end() < inSlots(2));
    }

    void keysSelectABox()
    {
        m_view->nextOperation();
        m_view->extendLater();
        QCOMPARE(box(), (ChartBox {inSlots(0), inSlots(2), 0, 0}));
        m_view->extendDown();
        m_view->extendDown();
        QCOMPARE(box(), (ChartBox {inSlots(0), inSlots(2), 0, 2}));
        // The gap of device 2 until 2, then its first forward.
        m_view->extendLater();
        QCOMPARE(box(), (ChartBox {inSlots(0), inSlots(3), 0, 2}));
        m_view->extendUp();
        m_view->extendEarlier();
        QCOMPARE(box(), (ChartBox {inSlots(0), inSlots(2), 0, 1}));
        m_view->selectAll();
        QCOMPARE(box(), (ChartBox {inSlots(0), inSlots(33), 0, 3}));
    }

    void keysExtendToTheLeftOfWhereTheyBegan()
    {
        for (int i = 0; i < 3; ++i)
            m_view->nextOperation();
        m_view->extendEarlier();
        QCOMPARE(box(), (ChartBox {inSlots(1), inSlots(3), 0, 0}));
        m_view->extendLater();
        QCOMPARE(box(), (ChartBox {inSlots(2), inSlots(3), 0, 0}));
        m_view->extendLater();
        QCOMPARE(box(), (ChartBox {inSlots(2), inSlots(4), 0, 0}));
    }

    void aShorterRunCutsTheBox()
    {
        m_view->selectAll();
        m_view->setRun(test::sampleRun(ScheduleKind::OneFOneB, 2, 4));
        QCOMPARE(box(), (ChartBox {inSlots(0), inSlots(15), 0, 1}));
        m_view->setRun(m_run);
        drag(at(3, 20), at(3, 30));
        m_view->setRun(test::sampleRun(ScheduleKind::OneFOneB, 2, 4));
        QVERIFY(!box());
    }

    void spaceAndDragPanAndDoNotPlay()
    {
        wheel({500, 100}, 600);
        const TimeScale before = scale();
        QTest::keyPress(m_view.get(), Qt::Key_Space);
        drag({500, 100}, {400, 100});
        QTest::keyRelease(m_view.get(), Qt::Key_Space);
        QVERIFY(scale().begin() > before.begin());
        QVERIFY(!m_view->isPlaying());
        QVERIFY(!box());
        QTest::keyPress(m_view.get(), Qt::Key_Space);
        QVERIFY(!m_view->isPlaying());
        QTest::keyRelease(m_view.get(), Qt::Key_Space);
        QVERIFY(m_view->isPlaying());
    }

    void twoFingersZoomWhereTheyAre()
    {
        const QPoint where(600, 100);
        const Duration under = scale().toTime(600 - barsLeft());
        const Duration span = scale().end() - scale().begin();
        QNativeGestureEvent pinch(Qt::ZoomNativeGesture, QPointingDevice::primaryPointingDevice(),
            2, where, where, m_view->mapToGlobal(where), 0.5, {});
        QApplication::sendEvent(m_view.get(), &pinch);
        QVERIFY(std::abs(((scale().end() - scale().begin()) * 3 - span * 2).count()) <= 6);
        QVERIFY(std::abs((scale().toTime(600 - barsLeft()) - under).count()) <= 1);
    }

    void aWheelGlidesAndIsInterrupted()
    {
        m_view->viewport().setAnimated(true);
        const Duration span = scale().end() - scale().begin();
        wheel({500, 100}, 120);
        QCOMPARE(scale().end() - scale().begin(), span);
        QTRY_VERIFY(scale().end() - scale().begin() < span);
        // Another notch goes on from here, at once without a jump, and both add up.
        const TimeScale there = scale();
        wheel({500, 100}, 120);
        QCOMPARE(scale(), there);
        const double both = static_cast<double>(span.count()) / (1.25 * 1.25);
        QTRY_VERIFY(
            std::abs(static_cast<double>((scale().end() - scale().begin()).count()) - both) < 10);
        // A touchpad follows the fingers.
        const Duration before = scale().end() - scale().begin();
        wheel({500, 100}, 7);
        QVERIFY(scale().end() - scale().begin() < before);
        // A key pans from where the glide leads.
        const Duration begin = scale().begin();
        m_view->panRight();
        m_view->panRight();
        QTRY_VERIFY(scale().begin() > begin + (scale().end() - scale().begin()) / 4);
    }

    void altAndDragMeasure()
    {
        drag(at(0, 4) + QPoint(2, 0), at(0, 12) - QPoint(2, 0), Qt::LeftButton, Qt::AltModifier);
        Rulers& rulers = m_view->analysis().rulers();
        QCOMPARE(rulers.first(), std::optional(inSlots(4)));
        QCOMPARE(rulers.second(), std::optional(inSlots(12)));
        QVERIFY(!box());
        QCOMPARE(RulerWords::between(*m_run, inSlots(12), inSlots(4)),
            u"Δ 8 slots · 24.2 % of the makespan · 13 operations"_s);
        m_view->clear();
        QVERIFY(!rulers.first());
    }

    void keysMeasure()
    {
        Rulers& rulers = m_view->analysis().rulers();
        m_view->nextOperation();
        m_view->nextOperation();
        m_view->measureHere();
        QCOMPARE(rulers.first(), std::optional(inSlots(1)));
        QVERIFY(!rulers.second());
        m_view->nextOperation();
        m_view->measureHere();
        QCOMPARE(rulers.second(), std::optional(inSlots(2)));
        m_view->measureHere();
        QCOMPARE(rulers.first(), std::optional(inSlots(2)));
        QVERIFY(!rulers.second());
    }
};

QTEST_MAIN(GesturesTest)
#include "tst_gestures.moc"
