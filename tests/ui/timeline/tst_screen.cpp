// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Reads numbers back from a window's pixels on the screen, at the scale factor of the environment.

#include "tests/ui/timeline/screentest.h"

#include <QWheelEvent>

using namespace pipegantt;

class ScreenTruthTest : public test::ScreenTest
{
    Q_OBJECT

private:
    void compare(double seen, double exact)
    {
        QVERIFY2(std::abs(seen - exact) < 0.0001,
            qPrintable(QStringLiteral("%1 instead of %2 at %3")
                           .arg(seen, 0, 'f', 6)
                           .arg(exact, 0, 'f', 6)
                           .arg(m_view->devicePixelRatioF())));
    }

    void hover(QPointF where)
    {
        QMouseEvent event(QEvent::MouseMove, where, m_view->mapToGlobal(where), Qt::NoButton,
            Qt::NoButton, Qt::NoModifier);
        QApplication::sendEvent(m_view, &event);
    }

private slots:
    void initTestCase() { loadBundledFonts(); }
    void init() { test::failOnWarning(); }
    void cleanup() { m_window.reset(); }

    void theWindowTellsTheBubble_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }

    void theWindowTellsTheBubble()
    {
        QFETCH(bool, dark);
        open(test::sampleRun(ScheduleKind::OneFOneB, 12, 1500));
        m_view->setTheme(dark ? darkTheme() : lightTheme());
        compare(idleOnScreen(dark ? darkLook() : lightLook()), m_run->metrics.bubbleRatio.value());
    }

    // A pointer that wanders repaints from what is kept: not a pixel is another one.
    void hoveringChangesNoBar()
    {
        open(test::sampleRun(ScheduleKind::OneFOneB, 12, 1500));
        const QImage before = screen();
        const QRect last = rowPixels(11);
        hover(m_view->placeOf(1, m_run->schedule.rowBegin(1) + 500).center());
        QCOMPARE(m_view->target().kind, HoverTarget::Kind::Column);
        const QImage during = screen();
        QVERIFY(during != before);
        QCOMPARE(during.copy(last), before.copy(last));
        m_view->clear();
        QCOMPARE(screen(), before);
    }

    // Of any number of runs in a row the last one is on the screen.
    void theLastRunIsShown()
    {
        open(test::sampleRun(ScheduleKind::OneFOneB, 12, 1500));
        for (int microbatches = 100; microbatches <= 1500; microbatches += 200) {
            for (const int more : {0, 50, 100}) {
                m_run = test::sampleRun(ScheduleKind::OneFOneB, 12, microbatches + more);
                m_view->setRun(m_run);
            }
            const QImage shown = screen();
            m_view->repaint();
            QCOMPARE(screen(), shown);
        }
        compare(idleOnScreen(lightLook()), m_run->metrics.bubbleRatio.value());
    }

    // While a window of time moves over millions of operations it is painted from few values, and
    // exactly as soon as it stands still.
    void stillnessIsExact()
    {
        open(test::sampleRun(ScheduleKind::OneFOneB, 8, 80'000));
        compare(idleOnScreen(lightLook()), m_run->metrics.bubbleRatio.value());
        const auto nudge = [this](int notches) {
            const QPointF where(300, 100);
            QWheelEvent event(where, m_view->mapToGlobal(where), {}, {0, 120 * notches},
                Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
            QApplication::sendEvent(m_view, &event);
            QApplication::processEvents();
            return true;
        };
        bool zoomedIn = false;
        QTRY_VERIFY(nudge((zoomedIn = !zoomedIn) ? 1 : -1) && m_view->isApproximate());
        QTRY_VERIFY(!m_view->isApproximate());
        m_view->viewport().zoomAt(100, 2);
        m_view->fit();
        m_view->clear();
        QVERIFY(!screen().isNull() && m_view->isApproximate());
        QTRY_VERIFY(!m_view->isApproximate());
        compare(idleOnScreen(lightLook()), m_run->metrics.bubbleRatio.value());
    }

    void everyColouringTellsTheBubble()
    {
        open(test::sampleRun(ScheduleKind::Interleaved, 8, 1200));
        for (std::size_t by = 0; by < kColorByCount; ++by) {
            m_view->setColorBy(static_cast<ColorBy>(by));
            compare(idleOnScreen(lightLook()), m_run->metrics.bubbleRatio.value());
        }
    }
};

QTEST_MAIN(ScreenTruthTest)
#include "tst_screen.moc"
