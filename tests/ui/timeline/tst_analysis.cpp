// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/failonwarning.h"
#include "tests/ui/timeline/samplerun.h"
#include "ui/readouts/totalscard.h"
#include "ui/timeline/findbar.h"
#include "ui/timeline/timelineview.h"

#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QMimeData>
#include <QTest>
#include <QVBoxLayout>

using namespace pipegantt;
using namespace Qt::StringLiterals;
using test::inSlots;

/// What is laid over the chart to find out about a run.
class AnalysisTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QWidget> m_window;
    TimelineView* m_view = nullptr;
    FindBar* m_find = nullptr;
    std::shared_ptr<const Run> m_run;

    void point(int device, OperationKind kind, int unit)
    {
        m_view->showTarget(targetOf(*m_run, device, test::find(*m_run, device, kind, unit)));
    }
    [[nodiscard]] QString title() const { return m_view->cardText().section(u'\n', 0, 0); }

private slots:
    void init()
    {
        test::failOnWarning();
        m_run = test::sampleRun(ScheduleKind::OneFOneB, 4, 8);
        m_window = std::make_unique<QWidget>();
        m_view = new TimelineView;
        m_find = new FindBar(*m_view);
        auto* layout = new QVBoxLayout(m_window.get());
        layout->addWidget(m_find);
        layout->addWidget(m_view, 1);
        m_view->viewport().setAnimated(false);
        m_window->resize(1000, 420);
        m_view->setRun(m_run);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_view->setFocus();
    }

    void cleanup() { m_window.reset(); }

    void aBoxHasTotals()
    {
        Analysis& analysis = m_view->analysis();
        analysis.selection().select({inSlots(3), inSlots(11), 0, 1});
        QTRY_VERIFY(analysis.totals().totals());
        const BoxTotals totals = *analysis.totals().totals();
        QCOMPARE(totals.devices.size(), std::size_t {2});
        QVERIFY(totals.all.busy() + totals.all.idle.total() == 2 * inSlots(8));
        // Another run has other totals of the same box.
        m_view->setRun(test::sampleRun(ScheduleKind::GPipe, 4, 8));
        QTRY_VERIFY(analysis.totals().totals());
        QVERIFY(analysis.totals().totals()->all.busy() != totals.all.busy());
        m_view->clear();
        QVERIFY(!analysis.totals().totals());
    }

    void totalsAreReadAndCopied()
    {
        TotalsCard card;
        QVERIFY(card.isHidden());
        m_view->selectAll();
        QTRY_VERIFY(m_view->analysis().totals().totals());
        card.setContent(m_run, m_view->analysis().totals().totals(), nullptr);
        QVERIFY(!card.isHidden());
        const QString text = card.text();
        QVERIFY(text.startsWith(u"Selection\t0 slots – 33 slots · 4 devices\n"_s));
        QVERIFY(text.contains(u"Busy\t64\t96 slots\t72.7 %\n"_s));
        QVERIFY(text.contains(u"  backward\t32\t64 slots\t48.5 %\n"_s));
        QVERIFY(text.contains(u"Idle\t\t36 slots\t27.3 %\n"_s));
        QVERIFY(text.contains(u"  warm-up\t\t6 slots\t4.5 %\n"_s));
        QVERIFY(text.contains(u"  drain\t\t12 slots\t9.1 %\n"_s));
        QVERIFY(text.contains(u"  waiting for a dependency\t\t18 slots\t13.6 %\n"_s));
        QVERIFY(text.contains(u"Messages sent\t48\t\t\n"_s));
        QVERIFY(text.contains(u"  device 3\t16\t24 slots\t72.7 %\n"_s));
        card.copy();
        QCOMPARE(QApplication::clipboard()->text(), text);
        const QByteArray csv = QApplication::clipboard()->mimeData()->data(u"text/csv"_s);
        QVERIFY(csv.contains("all,idle,,36,0.272727,\n"));
        card.setContent(m_run, std::nullopt, nullptr);
        QVERIFY(card.isHidden());
    }

    void theCriticalPathIsOutlinedAndCounted()
    {
        const QImage before = m_view->grab().toImage();
        CriticalOverlay& critical = m_view->analysis().critical();
        critical.setShown(true);
        QTRY_VERIFY(critical.path());
        QVERIFY(m_view->grab().toImage() != before);
        TotalsCard card;
        card.setContent(m_run, std::nullopt, critical.path());
        QVERIFY(card.text().contains(u"Critical path\t"_s));
        QVERIFY(card.text().contains(u"\t33 slots\t100.0 %\n"_s));
        // Of another run it is another one, and in far too little room a line.
        m_view->setRun(test::sampleRun(ScheduleKind::OneFOneB, 16, 2048));
        QVERIFY(!critical.path());
        const QImage dense = m_view->grab().toImage();
        QTRY_VERIFY(critical.path());
        QVERIFY(m_view->grab().toImage() != dense);
        critical.setShown(false);
        QCOMPARE(m_view->grab().toImage(), dense);
    }

    void dependenciesAreDrawnAndCounted()
    {
        point(1, OperationKind::Forward, 2);
        const QStringList plain = m_view->cardText().split(u'\n');
        const QImage before = m_view->grab().toImage();
        m_view->nextLinks();
        Links& links = m_view->analysis().links();
        QCOMPARE(links.depth(), Links::Depth::Step);
        QCOMPARE(links.into().size(), std::size_t {1});
        QCOMPARE(links.outOf().size(), std::size_t {2});
        QCOMPARE(m_view->cardText().split(u'\n').constLast(), u"needs 1, is needed by 2"_s);
        QVERIFY(m_view->grab().toImage() != before);
        m_view->nextLinks();
        QCOMPARE(links.depth(), Links::Depth::Chain);
        // Forward 0 of device 0, then 0 and 1 of its own led to it.
        QCOMPARE(links.chain().self, std::size_t {3});
        QVERIFY(m_view->cardText().contains(u"chain: 3 steps led here"_s));
        m_view->nextLinks();
        QCOMPARE(m_view->cardText().split(u'\n'), plain);
    }

    void longChainsSayThatTheyAreCut()
    {
        m_run = test::sampleRun(ScheduleKind::GPipe, 4, 1000);
        m_view->setRun(m_run);
        m_view->nextLinks();
        m_view->nextLinks();
        point(3, OperationKind::Forward, 500);
        QVERIFY(m_view->cardText().contains(u"the 300 nearest are drawn"_s));
        QVERIFY(!m_view->grab().isNull());
    }

    void keysWalkAlongDependencies()
    {
        point(1, OperationKind::Forward, 3);
        m_view->predecessor();
        QCOMPARE(title(), u"forward 3 · device 0"_s);
        m_view->successor();
        QCOMPARE(title(), u"forward 3 · device 1"_s);
        m_view->successor();
        m_view->successor();
        QCOMPARE(title(), u"forward 3 · device 3"_s);
        m_view->successor();
        QCOMPARE(title(), u"backward 3 · device 3"_s);
        m_view->successor();
        QCOMPARE(title(), u"backward 3 · device 2"_s);
        m_view->predecessor();
        QCOMPARE(title(), u"backward 3 · device 3"_s);
    }

    void searchesAreTypedAndWalked()
    {
        QVERIFY(m_find->isHidden());
        m_find->open();
        QVERIFY(!m_find->isHidden());
        QTRY_COMPARE(QApplication::focusWidget(), m_find->field());
        const QImage before = m_view->grab().toImage();
        QTest::keyClicks(m_find->field(), u"F3"_s);
        QTRY_COMPARE(m_find->said(), u"4 found"_s);
        QVERIFY(m_view->grab().toImage() != before);
        QTest::keyClick(m_find->field(), Qt::Key_Return);
        QCOMPARE(m_find->said(), u"1 of 4"_s);
        QCOMPARE(title(), u"forward 3 · device 0"_s);
        QTest::keyClick(m_find->field(), Qt::Key_Return);
        QCOMPARE(title(), u"forward 3 · device 1"_s);
        QTest::keyClick(m_find->field(), Qt::Key_Return, Qt::ShiftModifier);
        QTest::keyClick(m_find->field(), Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(m_find->said(), u"4 of 4"_s);
        QCOMPARE(title(), u"forward 3 · device 3"_s);
        // Another run is searched by itself.
        m_view->setRun(test::sampleRun(ScheduleKind::OneFOneB, 2, 8));
        QTRY_COMPARE(m_find->said(), u"2 found"_s);
        QTest::keyClick(m_find->field(), Qt::Key_Escape);
        QVERIFY(m_find->isHidden());
        QVERIFY(!m_view->analysis().finder().hits());
    }

    void searchesSayWhatTheyDoNotUnderstand()
    {
        m_find->open();
        m_find->field()->setText(u"bubble ＞ 5"_s);
        QTRY_COMPARE(m_find->said(), u"2 found"_s);
        QTest::keyClick(m_find->field(), Qt::Key_Return);
        QCOMPARE(title(), u"Bubble · 6 slots · device 0"_s);
        m_find->field()->setText(u"W7"_s);
        QTRY_COMPARE(m_find->said(), u"nothing found"_s);
        m_find->field()->setText(u"coffee"_s);
        QVERIFY(m_find->said().startsWith(u"The search is “coffee”; it must be one of F12"_s));
    }
};

QTEST_MAIN(AnalysisTest)
#include "tst_analysis.moc"
