// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/failonwarning.h"
#include "tests/ui/timeline/samplerun.h"
#include "ui/compare/comparecanvas.h"
#include "ui/compare/wipehandle.h"
#include "ui/timeline/timelineview.h"

#include <QApplication>
#include <QMouseEvent>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>
#include <QWheelEvent>

#include <cmath>

using namespace pipegantt;
using namespace Qt::StringLiterals;
using test::inSlots;

namespace {

void hover(QWidget& widget, QPointF where)
{
    QMouseEvent event(QEvent::MouseMove, where, widget.mapToGlobal(where), Qt::NoButton,
        Qt::NoButton, Qt::NoModifier);
    QApplication::sendEvent(&widget, &event);
}

} // namespace

class CompareCanvasTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QWidget> m_window;
    std::unique_ptr<CompareSet> m_set;
    TimelineView* m_chart = nullptr;
    CompareCanvas* m_canvas = nullptr;

    void setCurrent(std::shared_ptr<const Run> run)
    {
        m_chart->setRun(run);
        m_set->setCurrent(std::move(run));
        const std::vector<NamedRun> runs = m_set->comparable();
        m_chart->setCompanions({longestMakespan(runs), mostDevices(runs), kindsOf(runs)});
    }
    void pin(std::shared_ptr<const Run> run)
    {
        const auto before = m_set->current();
        setCurrent(std::move(run));
        QVERIFY(m_set->pinCurrent());
        if (before)
            setCurrent(before);
    }
    [[nodiscard]] QPointF place(std::size_t pane, int device, Duration when) const
    {
        const QRectF row = m_canvas->layOut().row(pane, device);
        return {row.left() + m_canvas->scale().toPx(when), row.center().y()};
    }
    [[nodiscard]] QRgb pixel(const QImage& image, std::size_t pane, int device, Duration when) const
    {
        // Beside the number, which is in the middle.
        const QRectF row = m_canvas->layOut().row(pane, device);
        return image.pixel(QPointF(place(pane, device, when).x(), row.bottom() - 2.5).toPoint());
    }

private slots:
    void init()
    {
        test::failOnWarning();
        m_window = std::make_unique<QWidget>();
        m_set = std::make_unique<CompareSet>();
        m_chart = new TimelineView;
        m_chart->viewport().setAnimated(false);
        m_canvas = new CompareCanvas(*m_set, *m_chart);
        auto* layout = new QVBoxLayout(m_window.get());
        layout->addWidget(m_canvas, 1);
        layout->addWidget(m_chart, 1);
        m_window->resize(1000, 640);
        // 33 and 57 slots.
        setCurrent(test::sampleRun(ScheduleKind::OneFOneB, 4, 8));
        pin(test::sampleRun(ScheduleKind::GPipe, 4, 16));
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }
    void cleanup()
    {
        m_window.reset();
        m_set.reset();
    }

    /// A millisecond is as wide in the one as in the other, and begins at the same x.
    void locksTheAxis()
    {
        const auto same = [this] {
            const QRectF bars = m_chart->barsArea();
            QCOMPARE(m_canvas->layOut().frame.bars.left(), bars.left());
            QCOMPARE(m_canvas->scale(), m_chart->viewport().scale());
        };
        m_canvas->grab();
        same();
        QCOMPARE(m_canvas->scale().end(), inSlots(57));
        m_chart->zoomIn();
        same();
        QWheelEvent wheel(QPointF(500, 40), m_canvas->mapToGlobal(QPointF(500, 40)), {}, {0, 240},
            Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        const double px = 500 - m_canvas->layOut().frame.bars.left();
        const Duration under = m_canvas->scale().toTime(px);
        QApplication::sendEvent(m_canvas, &wheel);
        QVERIFY(std::abs((m_canvas->scale().toTime(px) - under).count()) <= 1);
        same();
        QTest::mousePress(m_canvas, Qt::LeftButton, {}, {500, 40});
        QTest::mouseMove(m_canvas, {560, 40});
        QTest::mouseRelease(m_canvas, Qt::LeftButton, {}, {560, 40});
        QVERIFY(m_canvas->scale().begin() < under);
        same();
        QTest::mouseDClick(m_canvas, Qt::LeftButton, {}, {500, 40});
        QVERIFY(m_chart->viewport().isFitted());
        // More devices make the labels wider, in both.
        pin(test::sampleRun(ScheduleKind::GPipe, 128, 4));
        m_canvas->grab();
        same();
    }

    /// What the colours of the chart tell apart, they tell apart here too.
    void followsTheColors()
    {
        const Run& pinned = *m_set->baseline();
        const auto in = [&](OperationKind kind) {
            const std::size_t i = test::find(pinned, 0, kind, 0);
            const Duration middle =
                (pinned.timeline.start(0, i) + pinned.timeline.end(i)) / std::int64_t {2};
            return pixel(m_canvas->grab().toImage(), 0, 0, middle);
        };
        const auto forward = [&] { return in(OperationKind::Forward); };
        const auto backward = [&] { return in(OperationKind::Backward); };
        const QRgb byKind = forward();
        QVERIFY(byKind != backward());
        m_chart->setColorBy(ColorBy::Microbatch);
        QVERIFY(byKind != forward());
        QCOMPARE(forward(), backward());
        m_chart->setColorBy(ColorBy::IdleCause);
        QCOMPARE(forward(), backward());
        m_chart->setColorBy(ColorBy::Kind);
        QCOMPARE(forward(), byKind);
    }

    /// Sliding changes the current plan alone: no other is stretched.
    void neverRescalesAPlan()
    {
        m_canvas->grab();
        const double wide = m_canvas->scale().lengthPx(inSlots(1));
        for (const int microbatches : {4, 9, 16}) {
            setCurrent(test::sampleRun(ScheduleKind::OneFOneB, 4, microbatches));
            QCOMPARE(m_canvas->scale().lengthPx(inSlots(1)), wide);
        }
        // Only the longest of all decides.
        setCurrent(test::sampleRun(ScheduleKind::OneFOneB, 4, 64));
        QCOMPARE(m_chart->viewport().scale().end(), inSlots(67 * 3));
    }

    void showsNothingBehindAnEnd()
    {
        const QImage image = m_chart->grab().toImage();
        const QRectF bars = m_chart->barsArea();
        const double end = bars.left() + m_chart->viewport().scale().toPx(inSlots(33));
        for (double x = end + 1; x < bars.right(); x += 7)
            QCOMPARE(image.pixelColor(QPointF(x, bars.center().y()).toPoint()),
                QColor(lightTheme().window));
        // No card speaks of a bubble there.
        hover(*m_chart, {end + 20, bars.center().y()});
        QVERIFY(m_chart->cardText().isEmpty());
    }

    void drawsEveryArrangement_data()
    {
        QTest::addColumn<int>("arrangement");
        QTest::newRow("stacked") << 0;
        QTest::newRow("overlaid") << 1;
        QTest::newRow("wipe") << 2;
    }
    void drawsEveryArrangement()
    {
        QFETCH(int, arrangement);
        const auto shows = static_cast<Arrangement>(arrangement);
        m_canvas->setArrangement(shows);
        m_chart->setVisible(shows == Arrangement::Stacked);
        m_canvas->setWipe(0.5);
        const QImage image = m_canvas->grab().toImage();
        const QRgb forward = lightLook().fill(OperationKind::Forward).argb();
        const QRgb backward = lightLook().fill(OperationKind::Backward).argb();
        // GPipe: device 0 runs 16 forwards from 0, device 3 its first backward at 19.
        QCOMPARE(pixel(image, 0, 0, inSlots(4) + inSlots(1) / 4), forward);
        QCOMPARE(pixel(image, 0, 3, inSlots(19) + inSlots(1) / 2), backward);
        if (shows == Arrangement::Stacked)
            return;
        // 1F1B: device 0 runs its last backward until 33, then nothing.
        QCOMPARE(pixel(image, 1, 0, inSlots(32)), backward);
        QCOMPARE(pixel(image, 1, 0, inSlots(34)), QColor(lightTheme().window).rgb());
    }

    void pointsAtPlans()
    {
        m_canvas->setArrangement(Arrangement::Overlaid);
        m_canvas->grab();
        hover(*m_canvas, place(0, 0, inSlots(4) + inSlots(1) / 2));
        QVERIFY2(m_canvas->cardText().startsWith(u"forward 4 · device 0"_s),
            qPrintable(m_canvas->cardText()));
        QVERIFY(m_canvas->cardText().endsWith(u"Baseline: GPipe, P 4, M 16"_s));
        hover(*m_canvas, place(1, 0, inSlots(11)));
        QVERIFY(m_canvas->cardText().startsWith(u"backward 0 · device 0"_s));
        QVERIFY(m_canvas->cardText().endsWith(u"Current: 1F1B, P 4, M 8"_s));
        hover(*m_canvas, place(1, 0, inSlots(40)));
        QVERIFY(m_canvas->cardText().isEmpty());
    }

    void wipesByMouseAndKeys()
    {
        m_canvas->setArrangement(Arrangement::Wipe);
        m_chart->hide();
        m_canvas->grab();
        auto* handle = m_canvas->findChild<WipeHandle*>();
        QVERIFY(handle->isVisible());
        const QSignalSpy moved(m_canvas, &CompareCanvas::wipeMoved);
        const QRectF bars = m_canvas->layOut().frame.bars;
        QTest::mousePress(handle, Qt::LeftButton, {}, handle->rect().center());
        QTest::mouseMove(handle, handle->rect().center() + QPoint(qRound(bars.width() / 4), 0));
        QTest::mouseRelease(handle, Qt::LeftButton);
        QVERIFY(std::abs(m_canvas->wipe() - 0.75) < 0.01);
        handle->setFocus();
        QTest::keyClick(handle, Qt::Key_Left);
        QVERIFY(std::abs(m_canvas->wipe() - 0.73) < 0.01);
        QTest::keyClick(handle, Qt::Key_Home);
        QCOMPARE(m_canvas->wipe(), 0.0);
        // All of it is the current plan now, which has no bar behind 33.
        QImage image = m_canvas->grab().toImage();
        QCOMPARE(pixel(image, 1, 0, inSlots(40)), QColor(lightTheme().window).rgb());
        QTest::keyClick(handle, Qt::Key_End);
        QCOMPARE(m_canvas->wipe(), 1.0);
        image = m_canvas->grab().toImage();
        QVERIFY(pixel(image, 0, 0, inSlots(40)) != QColor(lightTheme().window).rgb());
        QVERIFY(moved.count() >= 4);
    }

    void playsOnePlayheadThroughAll()
    {
        m_chart->toEnd();
        // The longest plan says where the end is.
        QCOMPARE(m_chart->cursor(), std::optional(inSlots(57)));
        m_chart->playback().toStart();
        const QImage before = m_canvas->grab().toImage();
        for (int i = 0; i < 6; ++i)
            m_chart->stepForward();
        const QImage there = m_canvas->grab().toImage();
        QVERIFY(there != before);
        m_chart->stepForward();
        m_chart->stepBack();
        QCOMPARE(m_canvas->grab().toImage(), there);
    }

    /// What runs in the one plan is not outlined in the part of the other.
    void outlinesEachPlanOnItsSide()
    {
        setCurrent(test::sampleRun(ScheduleKind::OneFOneB, 6, 8));
        m_canvas->setArrangement(Arrangement::Wipe);
        m_chart->hide();
        m_canvas->setWipe(1);
        while (!m_chart->cursor() || *m_chart->cursor() < inSlots(8))
            m_chart->stepForward();
        const QImage image = m_canvas->grab().toImage();
        const QRectF row = m_canvas->layOut().frame.row(5);
        const int y = static_cast<int>(row.top() + 3);
        const int playhead = static_cast<int>(place(1, 5, *m_chart->cursor()).x());
        // GPipe has no device 5; behind the playhead its row is empty.
        for (int x = playhead + 4; x < playhead + 60; ++x)
            QCOMPARE(image.pixelColor(x, y), QColor(lightTheme().window));
    }

    void saysWhatCannotBeShown()
    {
        m_canvas->setArrangement(Arrangement::Overlaid);
        QVERIFY(m_canvas->trouble().isEmpty());
        setCurrent(test::sampleRun(ScheduleKind::OneFOneB, 1024, 2));
        m_canvas->grab();
        QVERIFY2(m_canvas->trouble().contains(u"1024 devices"_s), qPrintable(m_canvas->trouble()));
        auto real = std::make_shared<Run>(*test::sampleRun(ScheduleKind::OneFOneB, 4, 8));
        real->plan.unit = TimeUnit::Milliseconds;
        setCurrent(real);
        QVERIFY2(m_canvas->trouble().contains(u"no time axis"_s), qPrintable(m_canvas->trouble()));
        QCOMPARE(m_canvas->grab().toImage().size(), m_canvas->size());
        m_canvas->setArrangement(Arrangement::Stacked);
        QCOMPARE(m_canvas->grab().toImage().size(), m_canvas->size());
    }

    void namesMissingDevices()
    {
        setCurrent(test::sampleRun(ScheduleKind::OneFOneB, 6, 8));
        QVERIFY2(m_canvas->accessibleDescription().contains(u"no devices 4 – 5"_s),
            qPrintable(m_canvas->accessibleDescription()));
    }
};

QTEST_MAIN(CompareCanvasTest)
#include "tst_comparecanvas.moc"
