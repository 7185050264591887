// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/failonwarning.h"
#include "tests/ui/timeline/samplerun.h"
#include "ui/timeline/instant.h"
#include "ui/timeline/timelineview.h"

#include <QTest>

using namespace pipegantt;
using namespace Qt::StringLiterals;
using test::inSlots;

class InstantTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<TimelineView> m_view;
    std::shared_ptr<const Run> m_run;

    void show(std::shared_ptr<const Run> run)
    {
        m_run = std::move(run);
        m_view->setRun(m_run);
    }
    // In the middle of the lamp of a device.
    [[nodiscard]] QColor lamp(const QImage& image, int device) const
    {
        const QRectF row = m_view->placeOf(device, m_run->schedule.rowBegin(device));
        return image.pixelColor(
            QPointF(m_view->barsArea().left() - 5.5, row.center().y()).toPoint());
    }
    // How much of the gauge of a device is full, in pixels.
    [[nodiscard]] int gauge(const QImage& image, int device) const
    {
        const QRectF row = m_view->placeOf(device, m_run->schedule.rowBegin(device));
        const int y = static_cast<int>(row.bottom()) - 2;
        int filled = 0;
        for (int x = 0; x < m_view->barsArea().left() - 14; ++x)
            filled += image.pixelColor(x, y) == lightTheme().accent ? 1 : 0;
        return filled;
    }

private slots:
    void init()
    {
        test::failOnWarning();
        m_view = std::make_unique<TimelineView>();
        m_view->viewport().setAnimated(false);
        m_view->resize(1000, 420);
        show(test::sampleRun(ScheduleKind::OneFOneB, 4, 8));
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    }
    void cleanup() { m_view.reset(); }

    void saysWhatRuns()
    {
        // At 4, device 3 has begun B0, and device 0 waits.
        const QStringList lines = Instant::words(*m_run, inSlots(4));
        QCOMPARE(lines.size(), 4);
        QCOMPARE(lines[0], u"device 0: idle"_s);
        QCOMPARE(lines[3], u"device 3: backward 0"_s);
        QCOMPARE(Instant::briefly(*m_run, 3, inSlots(4)), u"B0"_s);
        QCOMPARE(Instant::briefly(*m_run, 0, inSlots(3)), u"F3"_s);
        QCOMPARE(Instant::briefly(*m_run, 0, m_run->timeline.makespan), u"idle"_s);
        const auto pairs = test::sampleRun(ScheduleKind::DualPipe, 4, 8);
        QString seen;
        for (Duration when {}; when < pairs->timeline.makespan; when += inSlots(1))
            seen += Instant::briefly(*pairs, 0, when) + u' ';
        QVERIFY2(seen.contains(u"|B"_s), qPrintable(seen));
    }

    void lightsDevicesAndFillsMemory()
    {
        while (!m_view->cursor() || *m_view->cursor() < inSlots(4))
            m_view->stepForward();
        const QImage image = m_view->grab().toImage();
        const Color backward = lightLook().fill(OperationKind::Backward);
        QCOMPARE(lamp(image, 3), QColor(backward.red, backward.green, backward.blue));
        QCOMPARE(lamp(image, 0), QColor(lightTheme().window));
        // Device 0 holds four micro-batches, the peak; device 3 one.
        QVERIFY(gauge(image, 0) > 30);
        QVERIFY(std::abs(gauge(image, 0) - 4 * gauge(image, 3)) <= 4);
    }

    void marksTravelWithTheirMessages()
    {
        show(test::sampleRun(ScheduleKind::OneFOneB, 4, 8, inSlots(2)));
        // F0 of device 0 ends at 1 and arrives at 3.
        const auto between = [this] {
            const QImage image = m_view->grab().toImage();
            const QRectF above = m_view->placeOf(0, m_run->schedule.rowBegin(0));
            const QRectF below = m_view->placeOf(1, m_run->schedule.rowBegin(1));
            const int x = static_cast<int>(
                m_view->barsArea().left() + m_view->viewport().scale().toPx(inSlots(2)));
            const int y = static_cast<int>((above.bottom() + below.top()) / 2);
            const Color forward = lightLook().fill(OperationKind::Forward);
            int found = 0;
            for (int dx = -9; dx <= 9; ++dx) {
                found +=
                    image.pixelColor(x + dx, y) == QColor(forward.red, forward.green, forward.blue)
                    ? 1
                    : 0;
            }
            return found;
        };
        QCOMPARE(between(), 0);
        m_view->stepForward();
        QCOMPARE(between(), 0);
        // At 2, half of the way.
        while (*m_view->cursor() < inSlots(2))
            m_view->stepForward();
        QVERIFY(between() > 3);
    }

    void theSameStepDrawsTheSamePicture()
    {
        show(test::sampleRun(ScheduleKind::ZbV, 4, 8, inSlots(1)));
        std::vector<QImage> seen;
        for (int i = 0; i < 40; ++i) {
            m_view->stepForward();
            seen.push_back(m_view->grab().toImage());
        }
        for (int i = 38; i >= 0; --i) {
            m_view->stepBack();
            QCOMPARE(m_view->grab().toImage(), seen[static_cast<std::size_t>(i)]);
        }
    }

    void manyDevicesAreNoTrouble()
    {
        show(test::sampleRun(ScheduleKind::OneFOneB, 512, 16));
        m_view->stepForward();
        QCOMPARE(m_view->grab().toImage().size(), m_view->size());
    }
};

QTEST_MAIN(InstantTest)
#include "tst_instant.moc"
