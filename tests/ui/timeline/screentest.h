// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/failonwarning.h"
#include "tests/support/slowpicture.h"
#include "tests/ui/timeline/samplerun.h"
#include "ui/theme/theme.h"
#include "ui/timeline/timelineview.h"

#include <QApplication>
#include <QBackingStore>
#include <QMouseEvent>
#include <QTest>

#include <cmath>
#include <memory>

namespace pipegantt::test {

/// What of a chart in a window is on the screen, in device pixels.
class ScreenTest : public QObject
{
protected:
    /// A window with the chart somewhere in it, at places that no scale factor makes whole.
    void open(std::shared_ptr<const Run> run)
    {
        m_run = std::move(run);
        m_window = std::make_unique<QWidget>();
        m_window->resize(733, 521);
        m_view = new TimelineView(m_window.get());
        m_view->viewport().setAnimated(false);
        m_view->setGeometry(37, 23, 611, 431);
        m_view->setRun(m_run);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }

    [[nodiscard]] QImage screen() const
    {
        QApplication::processEvents();
        const auto* image = static_cast<const QImage*>(m_window->backingStore()->paintDevice());
        return image->convertToFormat(QImage::Format_RGB32).copy();
    }

    /// The pixels of the row of a device: its bars over the whole makespan, where that is on
    /// screen.
    [[nodiscard]] QRect rowPixels(int device) const
    {
        const double ratio = m_view->devicePixelRatioF();
        const std::size_t first = m_run->schedule.rowBegin(device);
        const QRectF place = m_view->placeOf(device, first);
        const double perTime =
            m_view->viewport().scale().lengthPx(Duration(1'000'000'000'000)) / 1e12;
        const double left =
            place.left() - perTime * static_cast<double>(m_run->timeline.start(first).count());
        const double width = m_view->viewport().scale().width();
        const QPointF origin = QPointF(m_view->pos()) * ratio;
        return {qRound(origin.x()) + qRound(left * ratio),
            qRound(origin.y()) + qRound(place.top() * ratio), qRound(width * ratio),
            qRound(place.height() * ratio)};
    }

    /// The idle share that the rows on screen tell.
    [[nodiscard]] double idleOnScreen(const Look& look) const
    {
        const QImage image = screen();
        double sum = 0;
        const int devices = m_run->schedule.devices();
        for (int device = 0; device < devices; ++device) {
            const QRect row = rowPixels(device);
            double idle = 0;
            for (int y = row.top(); y <= row.bottom(); ++y) {
                for (int x = row.left(); x <= row.right(); ++x)
                    idle += idleOf(image.pixel(x, y), look);
            }
            sum += idle / row.width() / row.height();
        }
        return sum / devices;
    }

    std::shared_ptr<const Run> m_run;
    std::unique_ptr<QWidget> m_window;
    TimelineView* m_view = nullptr;
};

} // namespace pipegantt::test
