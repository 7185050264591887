// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/window/windowtest.h"
#include "ui/charts/bubblechart.h"
#include "ui/charts/memorychart.h"
#include "ui/readouts/devicetable.h"
#include "ui/readouts/readoutbar.h"
#include "ui/timeline/timelineview.h"

#include <QMouseEvent>
#include <QTableView>
#include <QWheelEvent>

#include <cmath>

using namespace pipegantt;
using namespace Qt::StringLiterals;

/// Gantt chart, memory chart and device table point together, share one axis, and can be hidden.
class tst_linkedviews : public test::WindowTest
{
    Q_OBJECT

    TimelineView* m_timeline = nullptr;
    MemoryChart* m_memory = nullptr;
    DeviceTable* m_table = nullptr;

    static void hover(QWidget& widget, QPointF where)
    {
        QMouseEvent event(QEvent::MouseMove, where, widget.mapToGlobal(where), Qt::NoButton,
            Qt::NoButton, Qt::NoModifier);
        QApplication::sendEvent(&widget, &event);
    }

    static void wheel(QWidget& widget, QPointF where, int notches)
    {
        QWheelEvent event(where, widget.mapToGlobal(where), {}, {0, 120 * notches}, Qt::NoButton,
            Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(&widget, &event);
    }

    void press(int keys)
    {
        const auto combination = QKeyCombination::fromCombined(keys);
        QTest::keyClick(m_window.get(), combination.key(), combination.keyboardModifiers());
    }

    void findViews()
    {
        m_timeline = m_window->findChild<TimelineView*>();
        m_memory = m_window->findChild<MemoryChart*>();
        m_table = m_window->findChild<DeviceTable*>();
        m_timeline->viewport().setAnimated(false);
        QTRY_VERIFY(!m_memory->traces().devices.empty());
    }

private slots:
    void initTestCase() { loadBundledFonts(); }
    void init()
    {
        openAfresh();
        findViews();
    }
    void cleanup() { closeAll(); }

    void pointingMarksTheOthers()
    {
        press((Qt::ALT | Qt::Key_9).toCombined());
        QVERIFY(m_table->isVisible());
        QVERIFY(m_table->view().hasFocus());
        hover(*m_timeline, m_timeline->placeOf(2, m_window->run()->schedule.rowBegin(2)).center());
        QCOMPARE(m_memory->highlighted(), std::optional(2));
        QCOMPARE(m_table->highlighted(), std::optional(2));
        hover(*m_timeline, {400, 1});
        QVERIFY(!m_table->highlighted());

        m_table->view().setCurrentIndex(m_table->view().model()->index(1, 0));
        QCOMPARE(m_timeline->spotlight().device, std::optional(1));
        QCOMPARE(m_memory->highlighted(), std::optional(1));
        // No mark of another place stays while the chart itself is pointed at.
        hover(*m_timeline, m_timeline->placeOf(2, m_window->run()->schedule.rowBegin(2)).center());
        QVERIFY(!m_timeline->spotlight().device);

        // On the highest line, of device 0, while its peak lasts.
        const Duration when = 10 * unitDuration(TimeUnit::Slots);
        QPointF where(m_memory->xOf(when), 0);
        for (int y = 40; y < m_memory->height() && m_memory->highlighted() != 0; ++y) {
            where.setY(y);
            hover(*m_memory, where);
        }
        QCOMPARE(m_timeline->spotlight().device, std::optional(0));
        QVERIFY(m_timeline->spotlight().when.has_value());
        QVERIFY(std::abs((*m_timeline->spotlight().when - when).count())
            < unitDuration(TimeUnit::Slots).count());
        QCOMPARE(m_table->highlighted(), std::optional(0));
    }

    void keysMarkTheOthers()
    {
        m_timeline->setFocus();
        QTest::keyClick(m_timeline, Qt::Key_Period);
        QTest::keyClick(m_timeline, Qt::Key_Down);
        QCOMPARE(m_memory->highlighted(), std::optional(1));
        QTest::keyClick(m_timeline, Qt::Key_Escape);
        QVERIFY(!m_memory->highlighted());
    }

    /// One axis of time.
    void theMemoryChartFollowsTheWindow()
    {
        // At the right edge, which no label moves.
        const Duration instant = m_window->run()->timeline.makespan;
        m_memory->grab();
        const double before = m_memory->xOf(instant);
        const TimeScale whole = m_timeline->viewport().scale();
        m_timeline->setFocus();
        for (int i = 0; i < 4; ++i)
            QTest::keyClick(m_timeline, Qt::Key_W);
        QVERIFY(m_timeline->viewport().scale() != whole);
        const TimeScale& zoomed = m_timeline->viewport().scale();
        QVERIFY(m_memory->xOf(zoomed.begin()) < m_memory->xOf(zoomed.end()) - 100);
        QVERIFY(std::abs(m_memory->xOf(zoomed.begin()) - m_memory->xOf(Duration::zero())) > 20);
        // Gathered anew around the window, with the exact peak in it.
        QTRY_VERIFY(
            m_memory->traces().begin > Duration::zero() || m_memory->traces().end < whole.end());

        // And the other way: the wheel over the memory chart zooms both.
        const Duration span = zoomed.end() - zoomed.begin();
        wheel(*m_memory, QPointF(m_memory->width() / 2.0, m_memory->height() / 2.0), 1);
        QVERIFY(
            m_timeline->viewport().scale().end() - m_timeline->viewport().scale().begin() < span);
        QTest::mouseDClick(
            m_memory, Qt::LeftButton, {}, QPoint(m_memory->width() / 2, m_memory->height() / 2));
        QVERIFY(m_timeline->viewport().isFitted());
        QTRY_COMPARE(m_memory->traces().begin, Duration::zero());
        m_memory->grab();
        QVERIFY(std::abs(m_memory->xOf(instant) - before) < 1);
    }

    /// Where a longer plan is compared, the axes of both end with it.
    void theMemoryChartReachesAsFarAsTheChart()
    {
        m_window->actions()[ActionId::PinBaseline]->trigger();
        m_memory->grab();
        const TimeScale before = m_timeline->viewport().scale();
        const double edge = m_memory->xOf(before.end());
        Plan shorter = plan();
        shorter.microbatches = 4;
        m_window->document().change(shorter, u"shorter"_s);
        QTRY_COMPARE(m_window->run()->plan, shorter);
        QVERIFY(m_window->run()->timeline.makespan < before.end());
        QCOMPARE(m_timeline->viewport().scale().end(), before.end());
        QTRY_COMPARE(m_memory->traces().end, m_window->run()->timeline.makespan);
        m_memory->grab();
        QVERIFY(std::abs(m_memory->xOf(before.end()) - edge) < 1);
    }

    void everyPanelCanBeHidden()
    {
        struct Panel
        {
            int key;
            QWidget* widget;
        };
        const std::vector<Panel> panels {
            {(Qt::ALT | Qt::Key_5).toCombined(), m_window->findChild<QWidget*>(u"sidePanel"_s)},
            {(Qt::ALT | Qt::Key_6).toCombined(), m_window->findChild<ReadoutBar*>()},
            {(Qt::ALT | Qt::Key_7).toCombined(), m_window->findChild<BubbleChart*>()},
            {(Qt::ALT | Qt::Key_8).toCombined(), m_memory},
        };
        QVERIFY(!m_table->isVisible());
        const int height = m_timeline->height();
        for (const Panel& panel : panels) {
            QVERIFY(panel.widget->isVisible());
            press(panel.key);
            QVERIFY(!panel.widget->isVisible());
        }
        // What is left takes the room.
        QTRY_VERIFY(m_timeline->height() > height + 250);
        m_window->close();
        closeAll();
        m_language = std::make_unique<Language>();
        open();
        m_window->restore();
        findViews();
        QVERIFY(!m_memory->isVisible());
        QVERIFY(!m_window->findChild<ReadoutBar*>()->isVisible());
        press((Qt::ALT | Qt::Key_8).toCombined());
        QVERIFY(m_memory->isVisible());
    }

    void fitsASmallScreenWithTheTable()
    {
        m_window->resize(1024, 700);
        press((Qt::ALT | Qt::Key_9).toCombined());
        QCoreApplication::processEvents();
        QCOMPARE(m_window->size(), QSize(1024, 700));
        const QRect area = m_window->centralWidget()->rect();
        for (QWidget* view : std::initializer_list<QWidget*> {m_memory, m_table}) {
            QVERIFY(area.contains(
                QRect(view->mapTo(m_window->centralWidget(), QPoint()), view->size())));
        }
    }
};

QTEST_MAIN(tst_linkedviews)
#include "tst_linkedviews.moc"
