// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/window/windowtest.h"
#include "ui/plan/valueslider.h"
#include "ui/timeline/timelineview.h"
#include "ui/window/actions.h"

#include <QBackingStore>

using namespace pipegantt;
using namespace Qt::StringLiterals;

/// What the colours of the chart tell apart, and that a picture is always the last one.
class ChartColorsTest : public test::WindowTest
{
    Q_OBJECT

private:
    [[nodiscard]] TimelineView* chart() const { return m_window->findChild<TimelineView*>(); }

    [[nodiscard]] QAction* action(const QString& text) const
    {
        for (QAction* action : m_window->QWidget::actions() + chart()->actions()) {
            if (withoutMnemonic(action->text()) == text)
                return action;
        }
        return nullptr;
    }

    [[nodiscard]] QImage screen() const
    {
        QApplication::processEvents();
        return static_cast<const QImage*>(m_window->backingStore()->paintDevice())->copy();
    }

    [[nodiscard]] QImage picture() const { return chart()->grab().toImage(); }

private slots:
    void initTestCase() { loadBundledFonts(); }
    void init() { openAfresh(); }
    void cleanup() { closeAll(); }

    void aKeyGoesThroughThem()
    {
        const QStringList texts {u"Colour by kind of work"_s, u"Colour by micro-batch"_s,
            u"Colour by chunk"_s, u"Colour by stage"_s, u"Colour by cause of idle time"_s};
        chart()->setFocus();
        QVERIFY(action(texts[0])->isChecked());
        QList<QImage> seen;
        for (qsizetype i = 1; i <= texts.size(); ++i) {
            seen << picture();
            QTest::keyClick(chart(), Qt::Key_C);
            const auto at = static_cast<std::size_t>(i) % kColorByCount;
            QCOMPARE(chart()->colorBy(), static_cast<ColorBy>(at));
            QVERIFY(action(texts[static_cast<qsizetype>(at)])->isChecked());
            if (at == 0)
                QCOMPARE(picture(), seen[0]);
            else
                QVERIFY(!seen.contains(picture()));
        }
    }

    void theyAreRemembered()
    {
        action(u"Colour by stage"_s)->trigger();
        QCOMPARE(chart()->colorBy(), ColorBy::Stage);
        m_window.reset();
        open();
        QCOMPARE(chart()->colorBy(), ColorBy::Stage);
        QVERIFY(action(u"Colour by stage"_s)->isChecked());
    }

    void theLastValueOfADragIsShown_data()
    {
        QTest::addColumn<QString>("key");
        QTest::newRow("stages") << u"stages"_s;
        QTest::newRow("micro-batches") << u"microbatches"_s;
        QTest::newRow("forward") << u"forward"_s;
    }

    // Over the whole range, there and back, faster than anything can follow.
    void theLastValueOfADragIsShown()
    {
        QFETCH(QString, key);
        ValueSlider* slider = m_window->findChild<NumberSlider*>(key)->slider();
        const QPoint left(8, slider->height() / 2);
        const QPoint right(slider->width() - 8, slider->height() / 2);
        QTest::mousePress(slider, Qt::LeftButton, {}, left);
        for (int turn = 0; turn < 2; ++turn) {
            const QPoint to = turn % 2 == 0 ? right : left + QPoint(slider->width() / 3, 0);
            for (int i = 1; i <= 60; ++i)
                QTest::mouseMove(slider, left + (to - left) * i / 60);
        }
        QTest::mouseRelease(slider, Qt::LeftButton, {}, left + QPoint(slider->width() / 3, 0));
        QTRY_VERIFY(m_window->run()->plan == plan());
        const QImage shown = screen();
        for (QWidget* widget : m_window->findChildren<QWidget*>())
            widget->update();
        QCOMPARE(screen(), shown);
    }
};

QTEST_MAIN(ChartColorsTest)
#include "tst_chartcolors.moc"
