// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/window/windowtest.h"
#include "ui/charts/bubblechart.h"
#include "ui/readouts/totalscard.h"
#include "ui/timeline/findbar.h"
#include "ui/timeline/timelineview.h"

#include <QClipboard>

using namespace pipegantt;
using namespace Qt::StringLiterals;

/// The keys that look into the chart, in the whole window.
class TestChartKeys : public test::WindowTest
{
    Q_OBJECT

private:
    [[nodiscard]] TimelineView* chart() const { return m_window->findChild<TimelineView*>(); }
    [[nodiscard]] FindBar* find() const { return m_window->findChild<FindBar*>(); }
    [[nodiscard]] TotalsCard* totals() const { return m_window->findChild<TotalsCard*>(); }

private slots:
    void init()
    {
        openAfresh();
        chart()->setFocus();
    }
    void cleanup() { closeAll(); }

    void aSelectionOpensTheCardAndIsCopied()
    {
        QVERIFY(!totals()->isVisible());
        QTest::keyClick(chart(), Qt::Key_A, Qt::ControlModifier);
        QTRY_VERIFY(totals()->isVisible());
        QTest::keyClick(chart(), Qt::Key_C, Qt::ControlModifier);
        QVERIFY(QApplication::clipboard()->text().startsWith(u"Selection\t"_s));
        QTest::keyClick(chart(), Qt::Key_Escape);
        QTRY_VERIFY(!totals()->isVisible());
        QVERIFY(m_window->findChild<BubbleChart*>()->isVisible());
    }

    void theCriticalPathIsSwitched()
    {
        QTest::keyClick(chart(), Qt::Key_K);
        QTRY_VERIFY(totals()->isVisible());
        QVERIFY(totals()->text().startsWith(u"Critical path\t"_s));
        QTest::keyClick(chart(), Qt::Key_K);
        QTRY_VERIFY(!totals()->isVisible());
    }

    void aSearchBeginsInTheChartAndEndsThere()
    {
        QTest::keyClick(chart(), Qt::Key_Slash);
        QTRY_COMPARE(QApplication::focusWidget(), find()->field());
        // Letters are text here, and no keys of the chart.
        QTest::keyClicks(find()->field(), u"b3"_s);
        QTRY_COMPARE(find()->said(), u"4 found"_s);
        QTest::keyClick(find()->field(), Qt::Key_F3);
        QCOMPARE(find()->said(), u"1 of 4"_s);
        QTest::keyClick(find()->field(), Qt::Key_F3, Qt::ShiftModifier);
        QCOMPARE(find()->said(), u"4 of 4"_s);
        QTest::keyClick(find()->field(), Qt::Key_Escape);
        QCOMPARE(QApplication::focusWidget(), chart());
        QVERIFY(!find()->isVisible());
    }

    void dependenciesAreWalkedByKeys()
    {
        QTest::keyClick(chart(), Qt::Key_Period);
        QTest::keyClick(chart(), Qt::Key_BracketRight);
        QVERIFY(chart()->cardText().startsWith(u"forward 0 · device 1"_s));
        QTest::keyClick(chart(), Qt::Key_BracketLeft);
        QVERIFY(chart()->cardText().startsWith(u"forward 0 · device 0"_s));
        QTest::keyClick(chart(), Qt::Key_E);
        QVERIFY(chart()->cardText().contains(u"needs 0, is needed by 2"_s));
    }

    void boxesAndCursorsAreSetByKeys()
    {
        QTest::keyClick(chart(), Qt::Key_Period);
        QTest::keyClick(chart(), Qt::Key_Right, Qt::ShiftModifier);
        QTest::keyClick(chart(), Qt::Key_Down, Qt::ShiftModifier);
        const auto& box = chart()->analysis().selection().box();
        QVERIFY(box);
        QCOMPARE(box->lastRow, 1);
        QTest::keyClick(chart(), Qt::Key_Z);
        QTRY_VERIFY(!chart()->viewport().isFitted());
        QTest::keyClick(chart(), Qt::Key_X);
        QVERIFY(chart()->analysis().rulers().first());
    }
};

QTEST_MAIN(TestChartKeys)
#include "tst_chartkeys.moc"
