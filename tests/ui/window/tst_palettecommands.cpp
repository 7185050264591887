// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/window/windowtest.h"
#include "ui/palette/commandpalette.h"
#include "ui/plan/valueslider.h"
#include "ui/timeline/timelineview.h"

#include <QListView>

using namespace pipegantt;
using namespace Qt::StringLiterals;

/// The command palette in the window, by keyboard alone.
class tst_palettecommands : public test::WindowTest
{
    Q_OBJECT

    [[nodiscard]] CommandPalette* palette() const { return m_window->findChild<CommandPalette*>(); }

    [[nodiscard]] PaletteModel* model() const
    {
        return qobject_cast<PaletteModel*>(
            m_window->findChild<QListView*>(u"commandList"_s)->model());
    }

    /// Opens the palette and types.
    void type(const QString& text)
    {
        QTest::keySequence(m_window.get(), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P));
        QVERIFY(palette()->isVisible());
        auto* search = m_window->findChild<QLineEdit*>(u"commandSearch"_s);
        QVERIFY(search->hasFocus());
        search->setText(text);
    }

    void press(Qt::Key key) { QTest::keyClick(QApplication::focusWidget(), key); }

    [[nodiscard]] const PaletteCommand* found(const QString& title) const
    {
        for (int i = 0; i < model()->rowCount(); ++i) {
            if (model()->command(i).title == title)
                return &model()->command(i);
        }
        return nullptr;
    }

private slots:
    void initTestCase() { loadBundledFonts(); }
    void init() { openAfresh(); }
    void cleanup() { closeAll(); }

    void everyActionIsThere()
    {
        for (const QString& language : Language::available()) {
            m_window->setLanguage(language);
            type({});
            for (const QAction* action : m_window->actions().all()) {
                if (action == m_window->actions()[ActionId::Palette])
                    continue;
                const PaletteCommand* command = found(withoutMnemonic(action->text()));
                QVERIFY2(command, qPrintable(action->text()));
                QVERIFY(!command->keys.isEmpty());
                QCOMPARE(command->reason.isEmpty(), action->isEnabled());
            }
            press(Qt::Key_Escape);
            QVERIFY(!palette()->isVisible());
        }
    }

    void schedulesSwitch()
    {
        type(u"zbv"_s);
        QCOMPARE(model()->command(0).title, u"Switch to ZB-V"_s);
        press(Qt::Key_Return);
        QVERIFY(!palette()->isVisible());
        QCOMPARE(plan().schedule, ScheduleKind::ZbV);
        // What runs now cannot be switched to, and says so.
        type(u"zbv"_s);
        QVERIFY(!found(u"Switch to ZB-V"_s)->reason.isEmpty());
        press(Qt::Key_Return);
        QVERIFY(palette()->isVisible());
    }

    void numbersGetTheFocus()
    {
        type(u"micro-batches"_s);
        press(Qt::Key_Return);
        auto* microbatches = m_window->findChild<NumberSlider*>(u"microbatches"_s);
        QVERIFY(microbatches->slider()->hasFocus());
        press(Qt::Key_Right);
        QCOMPARE(plan().microbatches, 9);
        // Out of a closed fold.
        type(u"jitter"_s);
        press(Qt::Key_Return);
        auto* jitter = m_window->findChild<NumberSlider*>(u"jitter"_s);
        QVERIFY(jitter->isVisible());
        QVERIFY(jitter->slider()->hasFocus());
    }

    void englishIsUnderstoodInChinese()
    {
        m_window->setLanguage(u"zh_CN"_s);
        type(u"zoom in"_s);
        QCOMPARE(model()->command(0).title,
            withoutMnemonic(m_window->actions()[ActionId::ZoomIn]->text()));
        m_window->findChild<QLineEdit*>(u"commandSearch"_s)->setText(u"微批次"_s);
        QVERIFY(model()->rowCount() > 0);
        QCOMPARE(model()->command(0).id, u"plan/microbatches"_s);
    }

    void chartCommandsActOnTheChart()
    {
        auto* timeline = m_window->findChild<TimelineView*>();
        field(u"stages"_s)->setFocus();
        type(u"next operation"_s);
        press(Qt::Key_Return);
        QVERIFY(timeline->hasFocus());
        QVERIFY(timeline->cardText().startsWith(u"forward 0"_s));
    }

    void recentComesFirst()
    {
        type(u"gpt-3 m=32 gpipe"_s);
        const QString title = model()->command(0).title;
        press(Qt::Key_Return);
        type({});
        QCOMPARE(model()->command(0).title, title);
        QCOMPARE(m_settings->value(setting::kRecentCommands).size(), 1);
    }

    void arrowsWalkAndEscapeLeaves()
    {
        auto* stages = field(u"stages"_s);
        stages->setFocus();
        type({});
        auto* list = m_window->findChild<QListView*>(u"commandList"_s);
        press(Qt::Key_Down);
        QCOMPARE(list->currentIndex().row(), 1);
        press(Qt::Key_Up);
        press(Qt::Key_Up);
        QCOMPARE(list->currentIndex().row(), model()->rowCount() - 1);
        press(Qt::Key_PageUp);
        QVERIFY(list->currentIndex().row() < model()->rowCount() - 2);
        press(Qt::Key_Escape);
        QVERIFY(stages->hasFocus());
    }
};

QTEST_MAIN(tst_palettecommands)
#include "tst_palettecommands.moc"
