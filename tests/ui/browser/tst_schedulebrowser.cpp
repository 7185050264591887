// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/schedule/catalogue.h"
#include "tests/support/failonwarning.h"
#include "tests/support/plans.h"
#include "ui/browser/comparisonview.h"
#include "ui/browser/schedulebrowser.h"
#include "ui/browser/schedulelist.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace pipegantt;
using namespace Qt::StringLiterals;
using Page = ScheduleBrowser::Page;

/// The real browser over a real window, by mouse and by keyboard.
class TestScheduleBrowser : public QObject
{
    Q_OBJECT

    std::unique_ptr<QWidget> m_window;
    QLineEdit* m_behind = nullptr;
    ScheduleBrowser* m_browser = nullptr;
    std::unique_ptr<QSignalSpy> m_chosen;

    [[nodiscard]] QLineEdit* search() const { return m_browser->findChild<QLineEdit*>(); }
    [[nodiscard]] ScheduleList* list() const { return m_browser->findChild<ScheduleList*>(); }
    [[nodiscard]] ComparisonView* table() const { return m_browser->findChild<ComparisonView*>(); }

    [[nodiscard]] static QModelIndex rowOf(const QAbstractItemView* view, const QString& title)
    {
        for (int i = 0; i < view->model()->rowCount(); ++i) {
            if (view->model()->index(i, 0).data().toString() == title)
                return view->model()->index(i, 0);
        }
        return {};
    }

    void browse(const Plan& plan, Page page = Page::List)
    {
        m_browser->browse(plan, plan.schedule, page);
        QTRY_VERIFY(!m_browser->isBusy());
        QCoreApplication::processEvents();
    }

    [[nodiscard]] ScheduleKind chosen() const
    {
        return m_chosen->isEmpty() ? ScheduleKind::Naive
                                   : m_chosen->last().first().value<ScheduleKind>();
    }

private slots:
    void init()
    {
        test::failOnWarning();
        m_window = std::make_unique<QWidget>();
        m_behind = new QLineEdit(m_window.get());
        m_browser = new ScheduleBrowser(m_window.get());
        m_chosen = std::make_unique<QSignalSpy>(m_browser, &ScheduleBrowser::chosen);
        m_window->resize(1000, 700);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_behind->setFocus();
    }

    void cleanup()
    {
        m_chosen.reset();
        m_window.reset();
    }

    void opensOnTheSearchAndThePlansSchedule()
    {
        QVERIFY(!m_browser->isVisible());
        browse(test::planOf(ScheduleKind::GPipe, 4, 8));
        QVERIFY(search()->hasFocus());
        QCOMPARE(list()->currentIndex().data().toString(), u"GPipe"_s);
        QCOMPARE(m_browser->size(), m_window->size());
        const auto* state = m_browser->findChild<QLabel*>(u"scheduleState"_s);
        QVERIFY2(state->text().contains(u"P = 4, M = 8"_s), qPrintable(state->text()));
        m_window->resize(1200, 800);
        QTRY_COMPARE(m_browser->size(), QSize(1200, 800));
    }

    void escapeGivesTheFocusBack()
    {
        browse(Plan {});
        QTest::keyClick(search(), Qt::Key_Escape);
        QVERIFY(!m_browser->isVisible());
        QVERIFY(m_behind->hasFocus());
        QCOMPARE(m_chosen->size(), 0);
    }

    void aClickBesideItDismisses()
    {
        browse(Plan {});
        QTest::mouseClick(m_browser, Qt::LeftButton, {}, QPoint(5, 5));
        QVERIFY(!m_browser->isVisible());
        QCOMPARE(m_chosen->size(), 0);
    }

    void typingAndReturnChooses()
    {
        browse(Plan {});
        QTest::keyClicks(search(), u"chimera"_s);
        QCOMPARE(list()->model()->rowCount(), 1);
        QTest::keyClick(search(), Qt::Key_Return);
        QCOMPARE(m_chosen->size(), 1);
        QCOMPARE(chosen(), ScheduleKind::Chimera);
        QVERIFY(!m_browser->isVisible());
    }

    void arrowsWalkWhileTheSearchKeepsTheFocus()
    {
        browse(test::planOf(ScheduleKind::GPipe, 4, 8));
        QTest::keyClick(search(), Qt::Key_Down);
        QVERIFY(search()->hasFocus());
        const QString next = list()->currentIndex().data().toString();
        QVERIFY(next != u"GPipe"_s);
        QTest::keyClick(search(), Qt::Key_Up);
        QCOMPARE(list()->currentIndex().data().toString(), u"GPipe"_s);
        QTest::keyClick(search(), Qt::Key_Enter);
        QCOMPARE(chosen(), ScheduleKind::GPipe);
    }

    void aClickChooses()
    {
        browse(Plan {});
        const QRect row = list()->visualRect(rowOf(list(), u"GPipe"_s));
        QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, row.center());
        QCOMPARE(m_chosen->size(), 1);
        QCOMPARE(chosen(), ScheduleKind::GPipe);
    }

    void whatCannotRunCannotBeChosen()
    {
        browse(test::planOf(ScheduleKind::OneFOneB, 5, 8));
        QTest::keyClicks(search(), u"dualpipe cut in half"_s);
        search()->clear();
        QTest::keyClicks(search(), u"chimera"_s);
        QCOMPARE(list()->model()->rowCount(), 1);
        QTest::keyClick(search(), Qt::Key_Return);
        const QRect row = list()->visualRect(rowOf(list(), u"Chimera"_s));
        QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, row.center());
        QCOMPARE(m_chosen->size(), 0);
        QVERIFY(m_browser->isVisible());
    }

    /// What has no order yet begins with the order of the plan: that is for the window to do.
    void anOrderOfOnesOwnCanBeBegun()
    {
        browse(Plan {});
        QTest::keyClicks(search(), u"custom"_s);
        QTest::keyClick(search(), Qt::Key_Return);
        QCOMPARE(m_chosen->size(), 1);
        QCOMPARE(chosen(), ScheduleKind::Custom);
    }

    void saysThatNothingMatches()
    {
        browse(Plan {});
        QTest::keyClicks(search(), u"quantum"_s);
        QVERIFY(!list()->isVisible());
        bool said = false;
        for (const QLabel* label : m_browser->findChildren<QLabel*>())
            said = said || (label->isVisible() && label->text().contains(u"“quantum”"_s));
        QVERIFY(said);
        QTest::keyClick(search(), Qt::Key_Return);
        QCOMPARE(m_chosen->size(), 0);
        search()->clear();
        QVERIFY(list()->isVisible());
    }

    void whatIsTypedInTheListIsSearched()
    {
        browse(Plan {});
        list()->setFocus();
        QTest::keyClick(list(), Qt::Key_G);
        QVERIFY(search()->hasFocus());
        QCOMPARE(search()->text(), u"g"_s);
    }

    void tabStaysInside()
    {
        browse(Plan {});
        QSet<QWidget*> met;
        for (int i = 0; i < 30; ++i) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            QVERIFY(m_browser->isAncestorOf(QApplication::focusWidget()));
            met.insert(QApplication::focusWidget());
        }
        QVERIFY(met.contains(list()));
        QVERIFY(met.contains(m_browser->findChild<QComboBox*>()));
        QVERIFY(met.contains(search()));
        const QWidget* at = QApplication::focusWidget();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backtab, Qt::ShiftModifier);
        QCOMPARE(QApplication::focusWidget(), at);
    }

    void sortsByTheHeaderAndByTheField()
    {
        browse(test::planOf(ScheduleKind::OneFOneB, 4, 8));
        auto* order = m_browser->findChild<QComboBox*>(u"scheduleOrder"_s);
        const auto clickMemory = [this] {
            const QHeaderView* header = list()->header();
            const int memory = static_cast<int>(CatalogueColumn::PeakMemory);
            QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
                {header->sectionViewportPosition(memory) + 20, header->height() / 2});
        };
        clickMemory();
        QCOMPARE(list()->model()->index(0, 0).data().toString(), u"Inference"_s);
        QCOMPARE(order->currentText(), u"Peak memory"_s);
        clickMemory();
        QVERIFY(list()->model()->index(0, 0).data().toString() != u"Inference"_s);
        // By keyboard alone.
        order->setFocus();
        order->setCurrentIndex(0);
        QTest::keyClick(order, Qt::Key_Down);
        QCOMPARE(order->currentText(), u"Year"_s);
        QCOMPARE(list()->model()->index(0, 1).data().toString(), u"2018"_s);
        QTest::keyClick(order, Qt::Key_Down);
        const QString first = list()->model()->index(0, 0).data().toString();
        const QString last =
            list()->model()->index(list()->model()->rowCount() - 1, 0).data().toString();
        QVERIFY2(first != last, qPrintable(first));
    }

    void theTableIsCopied()
    {
        browse(Plan {}, Page::Table);
        QCOMPARE(m_browser->page(), Page::Table);
        QVERIFY(table()->isVisible());
        const int rows = static_cast<int>(catalogue().size());
        QTest::mouseClick(m_browser->findChild<QPushButton*>(u"copyMarkdown"_s), Qt::LeftButton);
        QCOMPARE(QApplication::clipboard()->text().count(u'\n'), rows + 2);
        QVERIFY(QApplication::clipboard()->text().startsWith(u"| Schedule"_s));
        QTest::mouseClick(m_browser->findChild<QPushButton*>(u"copyCsv"_s), Qt::LeftButton);
        QVERIFY(QApplication::clipboard()->text().startsWith(u"schedule,title"_s));

        table()->setFocus();
        QApplication::clipboard()->clear();
        QTest::keyClick(table(), Qt::Key_C, Qt::ControlModifier);
        const QMimeData* mime = QApplication::clipboard()->mimeData();
        QCOMPARE(mime->text().count(u'\n'), rows + 2);
        QCOMPARE(mime->data(u"text/csv"_s).count('\n'), rows + 1);
        // Two rows that are selected are two rows.
        const auto click = [this](int row, Qt::KeyboardModifiers modifiers) {
            const QRect cell = table()->visualRect(table()->model()->index(row, 0));
            QTest::mouseClick(table()->viewport(), Qt::LeftButton, modifiers, cell.center());
        };
        click(0, {});
        click(1, Qt::ShiftModifier);
        QTest::keyClick(table(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->mimeData()->text().count(u'\n'), 4);
        // A click in the table selects, Return chooses.
        QCOMPARE(m_chosen->size(), 0);
        table()->setCurrentIndex(rowOf(table(), u"GPipe"_s));
        QTest::keyClick(table(), Qt::Key_Return);
        QCOMPARE(chosen(), ScheduleKind::GPipe);
    }

    void pagesKeepTheSelection()
    {
        browse(test::planOf(ScheduleKind::GPipe, 4, 8));
        for (QToolButton* button : m_browser->findChildren<QToolButton*>()) {
            if (button->text() == u"Table"_s)
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QCOMPARE(m_browser->page(), Page::Table);
        QCOMPARE(table()->currentIndex().data().toString(), u"GPipe"_s);
    }

    void anotherPlanIsComparedAnew()
    {
        browse(test::planOf(ScheduleKind::OneFOneB, 4, 8));
        m_browser->setPlan(test::planOf(ScheduleKind::OneFOneB, 5, 8), ScheduleKind::OneFOneB);
        QTRY_VERIFY(!m_browser->isBusy());
        QCoreApplication::processEvents();
        const auto* state = m_browser->findChild<QLabel*>(u"scheduleState"_s);
        QVERIFY2(state->text().contains(u"P = 5"_s), qPrintable(state->text()));
        const QModelIndex chimera = rowOf(list(), u"Chimera"_s);
        QVERIFY(!chimera.flags().testFlag(Qt::ItemIsEnabled));
    }
};

QTEST_MAIN(TestScheduleBrowser)
#include "tst_schedulebrowser.moc"
