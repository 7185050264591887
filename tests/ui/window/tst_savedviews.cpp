// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/window/markedwindow.h"
#include "ui/window/banner.h"
#include "ui/window/session.h"
#include "ui/window/shortcutsheet.h"

#include <QLabel>
#include <QMenu>

using namespace pipegantt;
using namespace Qt::StringLiterals;

/// Saved views in the whole window, by keys.
class TestSavedViews : public test::MarkedWindow
{
    Q_OBJECT

private slots:
    void initTestCase() { loadBundledFonts(); }
    void init() { openMarked(); }
    void cleanup() { closeAll(); }

    void viewsAreKeptAndShown()
    {
        QVERIFY(!action(ActionId::ShowView1)->isEnabled());
        chart()->viewport().glideToWindow(inSlots(6), inSlots(18));
        press(Qt::Key_C);
        press(Qt::Key_1, Qt::ControlModifier);
        QVERIFY(m_window->document().isModified());
        press(Qt::Key_F);
        press(Qt::Key_G);
        press(Qt::Key_C);
        press(Qt::Key_9, Qt::ControlModifier);
        press(Qt::Key_1);
        QCOMPARE(chart()->viewport().scale().begin(), inSlots(6));
        QCOMPARE(chart()->viewport().scale().end(), inSlots(18));
        QCOMPARE(chart()->colorBy(), ColorBy::Microbatch);
        QVERIFY(action(ActionId::ColorByMicrobatch)->isChecked());
        QCOMPARE(chart()->rows().order().by(), RowsBy::Device);
        press(Qt::Key_9);
        QVERIFY(chart()->viewport().isFitted());
        QCOMPARE(chart()->colorBy(), ColorBy::Chunk);
        QCOMPARE(chart()->rows().order().by(), RowsBy::Chunk);
        QVERIFY(action(ActionId::RowsByChunk)->isChecked());
        // One undo step each; nothing was kept under the others.
        QCOMPARE(m_window->document().history().count(), 2);
        press(Qt::Key_5);
        QCOMPARE(chart()->colorBy(), ColorBy::Chunk);
        m_window->document().history().undo();
        QVERIFY(!view().saved[8]);
        QVERIFY(!action(ActionId::ShowView9)->isEnabled());
    }

    void viewsGlide()
    {
        chart()->viewport().glideToWindow(inSlots(6), inSlots(18));
        press(Qt::Key_2, Qt::ControlModifier);
        press(Qt::Key_F);
        chart()->viewport().setAnimated(true);
        press(Qt::Key_2);
        QVERIFY(chart()->viewport().scale().begin() < inSlots(6));
        QTRY_COMPARE(chart()->viewport().scale().begin(), inSlots(6));
    }

    void aViewBeyondTheEndSaysSo()
    {
        chart()->viewport().glideToWindow(inSlots(27), inSlots(33));
        press(Qt::Key_3, Qt::ControlModifier);
        press(Qt::Key_F);
        edit(2);
        QTRY_COMPARE(m_window->run()->plan.microbatches, 2);
        auto* banner = m_window->findChild<Banner*>();
        press(Qt::Key_3);
        QVERIFY(banner->isVisible());
        QCOMPARE(banner->accessibleName(),
            u"View 3 begins at 27 slots, but this run ends at 15 slots."_s);
        QVERIFY(chart()->viewport().isFitted());
    }

    void theyAreSavedOpenedAndRestored()
    {
        setSlots({9});
        chart()->viewport().glideToWindow(inSlots(6), inSlots(18));
        press(Qt::Key_1, Qt::ControlModifier);
        const PlanView kept = view();
        const QString file = path(u"marked.pgantt"_s);
        QVERIFY(m_window->document().save(file));
        QVERIFY(!m_window->document().isModified());
        m_window->files().createNew();
        QVERIFY(view() == PlanView());
        QVERIFY(chart()->marks().all().empty());
        QVERIFY(m_window->files().open(file));
        QVERIFY(view() == kept);
        QCOMPARE(chart()->marks().all().size(), std::size_t {1});
        // Edits that were never saved come back at the next start.
        setSlots({12});
        storeSession(m_window->document(), *m_settings);
        PlanDocument again;
        QVERIFY(restoreSession(again, *m_settings));
        QVERIFY(again.view() == view());
        QVERIFY(again.isModified());
    }

    void theSheetGathersTheDigits()
    {
        const ShortcutSheet sheet;
        QStringList lines;
        for (const QLabel* label : sheet.findChildren<QLabel*>())
            lines += label->text();
        QVERIFY(lines.contains(u"1 … 9"_s));
        QVERIFY(lines.contains(u"Ctrl+1 … Ctrl+9"_s));
        QCOMPARE(lines.count(u"Show the view that is kept under the digit"_s), 1);
        // In the menu they have submenus of their own.
        for (const QMenu* menu : m_window->findChildren<QMenu*>())
            QVERIFY(menu->title() != u"&Marks"_s || menu->actions().size() < 12);
    }
};

QTEST_MAIN(TestSavedViews)
#include "tst_savedviews.moc"
