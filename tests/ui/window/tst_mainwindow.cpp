// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/preset.h"
#include "tests/ui/window/windowtest.h"
#include "ui/browser/comparisonview.h"
#include "ui/browser/schedulebrowser.h"
#include "ui/plan/planpanel.h"
#include "ui/plan/schedulechooser.h"
#include "ui/plan/valueslider.h"
#include "ui/readouts/recommendationcard.h"
#include "ui/text/quantities.h"
#include "ui/timeline/timelineview.h"
#include "ui/window/shortcutsheet.h"

#include <QCheckBox>
#include <QLabel>
#include <QMenuBar>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>

using namespace pipegantt;
using namespace Qt::StringLiterals;

/// Editing, keys, languages, themes and sizes.
class tst_mainwindow : public test::WindowTest
{
    Q_OBJECT

    /// `24.75 slots`
    static Duration slotsOf(const QString& text)
    {
        const std::string number = text.section(u' ', 0, 0).toStdString();
        return parseTime(number, "text").value().value;
    }

private slots:
    void initTestCase() { loadBundledFonts(); }
    void init() { openAfresh(); }
    void cleanup() { closeAll(); }

    void editsReachTheScreen()
    {
        QLineEdit* microbatches = field(u"microbatches"_s);
        microbatches->setFocus();
        microbatches->selectAll();
        QTest::keyClicks(microbatches, u"16"_s);
        QTest::keyClick(microbatches, Qt::Key_Return);
        QTRY_COMPARE(m_window->run()->plan.microbatches, 16);
        QVERIFY(m_window->isWindowModified());
        QTest::keySequence(m_window.get(), QKeySequence::Undo);
        QTRY_COMPARE(m_window->run()->plan.microbatches, 8);
        QVERIFY(!m_window->isWindowModified());
        QTest::keySequence(m_window.get(), QKeySequence(Qt::CTRL | Qt::Key_Y));
        QTRY_COMPARE(m_window->run()->plan.microbatches, 16);
    }

    void shortcutsWorkFromANumber_data()
    {
        QTest::addColumn<int>("undo");
        QTest::addColumn<int>("redo");
        QTest::newRow("y") << (Qt::CTRL | Qt::Key_Z).toCombined()
                           << (Qt::CTRL | Qt::Key_Y).toCombined();
        QTest::newRow("shift z") << (Qt::CTRL | Qt::Key_Z).toCombined()
                                 << (Qt::CTRL | Qt::SHIFT | Qt::Key_Z).toCombined();
    }

    void shortcutsWorkFromANumber()
    {
        QFETCH(int, undo);
        QFETCH(int, redo);
        const auto press = [](QWidget* at, int keys) {
            const auto combination = QKeyCombination::fromCombined(keys);
            QTest::keyClick(at, combination.key(), combination.keyboardModifiers());
        };
        QLineEdit* microbatches = field(u"microbatches"_s);
        microbatches->setFocus();
        microbatches->selectAll();
        QTest::keyClicks(microbatches, u"9"_s);
        // What is being typed is the field's to undo.
        press(microbatches, undo);
        QCOMPARE(microbatches->text(), u"8"_s);
        microbatches->selectAll();
        QTest::keyClicks(microbatches, u"9"_s);
        QTest::keyClick(microbatches, Qt::Key_Return);
        QCOMPARE(plan().microbatches, 9);
        QVERIFY(!microbatches->isUndoAvailable());
        press(microbatches, undo);
        QCOMPARE(plan().microbatches, 8);
        QCOMPARE(microbatches->text(), u"8"_s);
        press(microbatches, redo);
        QCOMPARE(plan().microbatches, 9);

        auto* timeline = m_window->findChild<TimelineView*>();
        QTest::keyClick(microbatches, Qt::Key_Space);
        QTRY_VERIFY(timeline->isPlaying());
        QCOMPARE(microbatches->text(), u"9"_s);
        QTest::keyClick(microbatches, Qt::Key_Space);
        QVERIFY(!timeline->isPlaying());
    }

    void recommendationIsApplied()
    {
        emit m_window->findChild<RecommendationCard*>()->applied(27);
        QCOMPARE(plan().microbatches, 27);
        QCOMPARE(m_window->document().history().count(), 1);
    }

    void refusalStaysOverTheLastGoodRun()
    {
        Plan impossible = plan();
        impossible.schedule = ScheduleKind::Naive;
        m_window->document().change(impossible, u"edit"_s);
        auto* banner = m_window->findChild<QWidget*>(u"banner"_s);
        QTRY_VERIFY(banner->isVisible());
        QVERIFY(!banner->accessibleName().isEmpty());
        QCOMPARE(m_window->run()->plan, Plan());
        m_window->document().history().undo();
        QTRY_VERIFY(!banner->isVisible());
    }

    void languageSwitchKeepsTheState()
    {
        edit(27);
        field(u"stages"_s)->setFocus();
        const QString file = m_window->menuBar()->actions().constFirst()->text();
        m_window->setLanguage(u"zh_CN"_s);
        QTRY_VERIFY(m_window->menuBar()->actions().constFirst()->text() != file);
        QCOMPARE(plan().microbatches, 27);
        QCOMPARE(m_window->document().history().count(), 1);
        QCOMPARE(field(u"microbatches"_s)->text(), u"27"_s);
        QVERIFY(field(u"forward"_s)->text().contains(u"时隙"_s));
        QVERIFY(m_window->windowTitle().contains(u"新方案"_s));
        // What is on the screen can be read back in every language.
        field(u"forward"_s)->setFocus();
        field(u"forward"_s)->setText(u"3 时隙"_s);
        field(u"forward"_s)->setModified(true);
        QTest::keyClick(field(u"forward"_s), Qt::Key_Return);
        QCOMPARE(plan().time.forward, 3 * unitDuration(TimeUnit::Slots));
        QCOMPARE(m_settings->value(setting::kLanguage), u"zh_CN"_s);
        m_window->setLanguage(u"en"_s);
        QTRY_COMPARE(m_window->menuBar()->actions().constFirst()->text(), file);
    }

    void everyActionHasAKeyOfItsOwn()
    {
        QSet<QString> keys;
        for (const ActionTable& table : actionTables()) {
            for (const ActionRow& row : table.rows) {
                QVERIFY(!row.allKeys().isEmpty());
                QVERIFY(!m_window->actions()[row.id]->text().isEmpty());
                for (const QKeySequence& sequence : row.allKeys()) {
                    QVERIFY2(!keys.contains(sequence.toString()), qPrintable(sequence.toString()));
                    keys.insert(sequence.toString());
                }
            }
        }
        const ShortcutSheet sheet;
        QStringList words;
        for (const QLabel* label : sheet.findChildren<QLabel*>())
            words += label->text();
        const QString all = words.join(u'\n');
        for (std::size_t i = 0; i < kActionCount; ++i) {
            const auto id = static_cast<ActionId>(i);
            QVERIFY(all.contains(m_window->actions()[id]->statusTip()));
            // Of a series the first and the last are written.
            const int number = actionRow(id).number;
            for (const QKeySequence& sequence : actionRow(id).allKeys()) {
                QVERIFY((number > 1 && number < 9) || all.contains(keyText(sequence)));
            }
        }
    }

    /// Letters are commands in the chart, and text elsewhere.
    void lettersAreTheChartsAlone()
    {
        auto* timeline = m_window->findChild<TimelineView*>();
        timeline->viewport().setAnimated(false);
        QVERIFY(!timeline->testAttribute(Qt::WA_InputMethodEnabled));
        QLineEdit* microbatches = field(u"microbatches"_s);
        microbatches->setFocus();
        QTest::keyClick(microbatches, Qt::Key_W);
        QVERIFY(timeline->viewport().isFitted());
        timeline->setFocus();
        QTest::keyClick(timeline, Qt::Key_W);
        QVERIFY(!timeline->viewport().isFitted());
        QTest::keyClick(timeline, Qt::Key_F);
        QVERIFY(timeline->viewport().isFitted());
        // The key of the whole window and the chart's own do the same.
        QTest::keySequence(m_window.get(), QKeySequence(Qt::CTRL | Qt::Key_Plus));
        QVERIFY(!timeline->viewport().isFitted());
    }

    void theSheetFitsASmallScreen()
    {
        for (const QString& language : Language::available()) {
            m_window->setLanguage(language);
            m_window->resize(1024, 700);
            ShortcutSheet sheet(m_window.get());
            sheet.show();
            QVERIFY(sheet.width() <= 1024);
            QVERIFY(sheet.height() <= 700);
        }
    }

    void unusableActionsSayWhy()
    {
        const Actions& actions = m_window->actions();
        QVERIFY(!actions[ActionId::Undo]->isEnabled());
        QVERIFY(!actions.reason(ActionId::Undo).isEmpty());
        edit(16);
        QVERIFY(actions[ActionId::Undo]->isEnabled());
        QVERIFY(actions.reason(ActionId::Undo).isEmpty());
    }

    void keysPlayTheSchedule()
    {
        auto* timeline = m_window->findChild<TimelineView*>();
        timeline->setFocus();
        QTest::keyClick(timeline, Qt::Key_Right);
        QVERIFY(timeline->cursor().has_value());
        QTest::keyClick(timeline, Qt::Key_Space);
        QTRY_VERIFY(timeline->isPlaying());
        // Also while a slider has the focus, which has no use for space.
        auto* slider = m_window->findChild<NumberSlider*>(u"stages"_s)->slider();
        slider->setFocus();
        QTest::keyClick(slider, Qt::Key_Space);
        QVERIFY(!timeline->isPlaying());
    }

    /// What a focused slider has a use for is not the chart's.
    void arrowsMoveAFocusedSlider()
    {
        auto* slider = m_window->findChild<NumberSlider*>(u"microbatches"_s)->slider();
        slider->setFocus();
        QTest::keyClick(slider, Qt::Key_Right);
        QCOMPARE(plan().microbatches, 9);
        QTest::keyClick(slider, Qt::Key_Left);
        QCOMPARE(plan().microbatches, 8);
        QVERIFY(!m_window->findChild<TimelineView*>()->cursor());
    }

    /// From the key to the chart by keyboard alone, and back with one undo.
    void aScheduleIsChosenByKeyboard_data()
    {
        QTest::addColumn<int>("key");
        QTest::newRow("Ctrl+K") << (Qt::CTRL | Qt::Key_K).toCombined();
        QTest::newRow("F4") << static_cast<int>(Qt::Key_F4);
    }

    void aScheduleIsChosenByKeyboard()
    {
        QFETCH(int, key);
        const Plan before = plan();
        QTest::keySequence(m_window.get(), QKeySequence(key));
        auto* browser = m_window->findChild<ScheduleBrowser*>();
        QVERIFY(browser->isVisible());
        QTest::keyClicks(QApplication::focusWidget(), u"dualpipev"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QVERIFY(!browser->isVisible());
        QCOMPARE(plan().schedule, ScheduleKind::DualPipeV);
        QTRY_COMPARE(m_window->run()->plan.schedule, ScheduleKind::DualPipeV);
        QCOMPARE(m_window->document().history().count(), 1);
        auto* chooser = m_window->findChild<ScheduleChooser*>();
        QVERIFY(chooser->text().contains(u"DualPipeV"_s));
        QTest::keySequence(m_window.get(), QKeySequence::Undo);
        QCOMPARE(plan(), before);
        QVERIFY(chooser->text().contains(u"1F1B"_s));
    }

    /// What a row says is what choosing it gives, whatever the plan is an adaptation of.
    void rowsSayWhatChoosingGives()
    {
        auto* chooser = m_window->findChild<ScheduleChooser*>();
        auto* browser = m_window->findChild<ScheduleBrowser*>();
        for (const ScheduleKind from : {ScheduleKind::OneFOneB, ScheduleKind::Naive,
                 ScheduleKind::DualPipeV, ScheduleKind::Auto}) {
            for (const ScheduleKind to : {ScheduleKind::GPipe, ScheduleKind::Inference,
                     ScheduleKind::DualPipe, ScheduleKind::Auto, ScheduleKind::OneFOneB}) {
                QVERIFY(chooser->choose(from));
                QTRY_COMPARE(m_window->run()->plan, plan());
                m_window->actions()[ActionId::Comparison]->trigger();
                QTRY_VERIFY(!browser->isBusy());
                QCoreApplication::processEvents();
                auto* table = browser->findChild<ComparisonView*>();
                const int row = CatalogueModel().indexOf(to);
                const QModelIndex index = table->model()->index(row, 0);
                const QString makespan =
                    index.siblingAtColumn(static_cast<int>(CatalogueColumn::Makespan))
                        .data()
                        .toString();
                table->setCurrentIndex(index);
                QTest::keyClick(table, Qt::Key_Return);
                QCOMPARE(plan().schedule, to);
                QTRY_COMPARE(m_window->run()->plan, plan());
                // A search goes on, and may find a better one.
                if (to != ScheduleKind::Auto)
                    QCOMPARE(
                        durationText(m_window->run()->metrics.makespan, plan().unit), makespan);
                else
                    QVERIFY2(m_window->run()->metrics.makespan <= slotsOf(makespan),
                        qPrintable(makespan));
            }
        }
    }

    void theButtonOpensTheList()
    {
        auto* browser = m_window->findChild<ScheduleBrowser*>();
        auto* chooser = m_window->findChild<ScheduleChooser*>();
        for (const Qt::Key key : {Qt::Key_Down, Qt::Key_Return, Qt::Key_Space}) {
            chooser->setFocus();
            QTest::keyClick(chooser, key);
            QVERIFY(browser->isVisible());
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
            QVERIFY(chooser->hasFocus());
        }
        QTest::mouseClick(chooser, Qt::LeftButton);
        QVERIFY(browser->isVisible());
        QCOMPARE(browser->page(), ScheduleBrowser::Page::List);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(!browser->isVisible());
        QTest::keySequence(m_window.get(), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_K));
        QCOMPARE(browser->page(), ScheduleBrowser::Page::Table);
        // An edit elsewhere, an undo for example, is compared anew.
        edit(16);
        QTRY_VERIFY(!browser->isBusy());
    }

    void themesSwitch()
    {
        m_window->setThemeChoice(ThemeChoice::Light);
        QCOMPARE(qApp->palette().color(QPalette::WindowText), lightTheme().text);
        QTest::keySequence(m_window.get(), QKeySequence(Qt::CTRL | Qt::Key_T));
        QCOMPARE(qApp->palette().color(QPalette::WindowText), darkTheme().text);
        QCOMPARE(m_settings->value(setting::kTheme), u"dark"_s);
    }

    void lowWindowScrollsTheCardWithTheNumbers()
    {
        m_window->setThemeChoice(ThemeChoice::Dark);
        auto* panel = m_window->findChild<PlanPanel*>();
        auto* card = m_window->findChild<RecommendationCard*>();
        m_window->resize(1440, 1000);
        QTRY_VERIFY(!panel->isAncestorOf(card));
        QTRY_VERIFY(card->isVisible());
        m_window->resize(1024, 730);
        QTRY_VERIFY(panel->isAncestorOf(card));
        QTRY_VERIFY(card->isVisible());
        QVERIFY(panel->viewport()->height() > 500);
        const auto* headline = card->findChild<QLabel*>(u"headline"_s);
        QTRY_COMPARE(headline->palette().color(QPalette::WindowText), darkTheme().text);

        // What a check mark opens at the lower edge comes into sight.
        auto* perStage = m_window->findChild<QCheckBox*>(u"per-stage"_s);
        panel->resize(panel->width(), 420);
        panel->verticalScrollBar()->setValue(0);
        perStage->click();
        auto* list = m_window->findChild<QLineEdit*>(u"backward-per-stage"_s);
        QTRY_VERIFY(panel->viewport()->rect().contains(
            QRect(list->mapTo(panel->viewport(), QPoint()), list->size())));

        m_window->resize(1440, 1000);
        QTRY_VERIFY(!panel->isAncestorOf(card));
        QTRY_VERIFY(card->isVisible());
    }

    void fitsASmallScreen_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("English") << u"en"_s;
        QTest::newRow("Chinese") << u"zh_CN"_s;
    }

    void fitsASmallScreen()
    {
        QFETCH(QString, language);
        m_window->setLanguage(language);
        QCoreApplication::processEvents();
        QVERIFY(m_window->minimumSizeHint().width() <= 1024);
        // With a title bar, and a panel of the desktop.
        QVERIFY(m_window->minimumSizeHint().height() <= 700);
    }
};

QTEST_MAIN(tst_mainwindow)
#include "tst_mainwindow.moc"
