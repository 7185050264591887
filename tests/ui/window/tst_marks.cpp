// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/window/markedwindow.h"
#include "ui/palette/commandpalette.h"
#include "ui/palette/palettemodel.h"
#include "ui/timeline/markeditor.h"
#include "ui/timeline/snap.h"

#include <QListView>

#include <cmath>

using namespace pipegantt;
using namespace Qt::StringLiterals;

/// Marks in the whole window, by keys and mouse.
class TestMarks : public test::MarkedWindow
{
    Q_OBJECT

private:
    [[nodiscard]] MarkEditor* editor() const { return m_window->findChild<MarkEditor*>(); }
    /// The point of the chart at an instant, in the middle of a row.
    [[nodiscard]] QPoint at(double slot, int row = 0) const
    {
        const ChartLayout& layout = chart()->layout();
        return {static_cast<int>(std::lround(
                    layout.bars.left() + chart()->viewport().scale().toPx(inSlots(slot)))),
            layout.band(row).center().toPoint().y()};
    }
    /// As a mouse that was elsewhere.
    void point(QPoint where)
    {
        QTest::mouseMove(chart(), where + QPoint(30, 2));
        QTest::mouseMove(chart(), where);
    }
    void markAtSlot(double slot)
    {
        point(at(slot));
        press(Qt::Key_M);
    }
    /// The middle of the flag of a mark.
    [[nodiscard]] QPoint flag(std::size_t mark) const
    {
        return chart()
            ->marks()
            .flag(mark, chart()->layout(), chart()->viewport().scale())
            .center()
            .toPoint();
    }

private slots:
    void initTestCase() { loadBundledFonts(); }
    void init() { openMarked(); }
    void cleanup() { closeAll(); }

    void aKeyMarksWhereThePointerIs()
    {
        QVERIFY(chart()->layout().flags.isEmpty());
        QVERIFY(!m_window->document().isModified());
        // A few pixels beside the edge of a bar.
        point(at(1) + QPoint(3, 0));
        press(Qt::Key_M);
        QCOMPARE(view().marks.size(), std::size_t {1});
        QCOMPARE(view().marks[0].time, inSlots(1));
        QVERIFY(m_window->document().isModified());
        QVERIFY(!chart()->layout().flags.isEmpty());
        // Once more is the same mark.
        press(Qt::Key_M);
        QCOMPARE(view().marks.size(), std::size_t {1});
        QCOMPARE(m_window->document().history().count(), 1);
        m_window->document().history().undo();
        QVERIFY(view().marks.empty());
        QVERIFY(!m_window->document().isModified());
        QVERIFY(chart()->layout().flags.isEmpty());
    }

    void aKeyMarksThePlayheadAndTheSelection()
    {
        // The mouse elsewhere.
        QTest::mouseMove(m_window.get(), QPoint(5, 5));
        chart()->playback().goTo(inSlots(17));
        press(Qt::Key_M);
        QCOMPARE(view().marks[0].time, inSlots(17));
        press(Qt::Key_End);
        press(Qt::Key_M);
        QCOMPARE(view().marks[1].time, inSlots(33));
        press(Qt::Key_Escape);
        press(Qt::Key_Period);
        press(Qt::Key_Period);
        press(Qt::Key_M);
        QCOMPARE(view().marks[0].time, chart()->target().begin);
    }

    void marksAreNamedInPlace()
    {
        markAtSlot(9);
        press(Qt::Key_M, Qt::ShiftModifier);
        QTRY_COMPARE(QApplication::focusWidget(), editor());
        // Letters, digits and marks of the chart are text here.
        QTest::keyClicks(editor(), u"Mn1 k"_s);
        QTest::keyClick(editor(), Qt::Key_Backspace);
        QTest::keyClick(editor(), Qt::Key_Return);
        QCOMPARE(QApplication::focusWidget(), chart());
        QVERIFY(!editor()->isVisible());
        QCOMPARE(view().marks.size(), std::size_t {1});
        QCOMPARE(view().marks[0].name, std::string("Mn1"));
        // Esc leaves it, and does not clear the chart.
        press(Qt::Key_M, Qt::ShiftModifier);
        QCOMPARE(editor()->text(), u"Mn1"_s);
        QTest::keyClicks(editor(), u"x"_s);
        QTest::keyClick(editor(), Qt::Key_Escape);
        QCOMPARE(view().marks[0].name, std::string("Mn1"));
        QVERIFY(chart()->marks().chosen());
        m_window->document().history().undo();
        QCOMPARE(view().marks[0].name, std::string());
        m_window->document().history().redo();
        QCOMPARE(view().marks[0].name, std::string("Mn1"));
    }

    void withoutAMarkNamingSetsOne()
    {
        point(at(12));
        press(Qt::Key_M, Qt::ShiftModifier);
        QTRY_COMPARE(QApplication::focusWidget(), editor());
        QTest::keyClicks(editor(), u"here"_s);
        // A click elsewhere takes the name.
        QTest::mouseClick(chart(), Qt::LeftButton, {}, at(20, 2));
        field(u"stages"_s)->setFocus();
        QCOMPARE(view().marks.size(), std::size_t {1});
        QCOMPARE(view().marks[0].name, std::string("here"));
    }

    void keysWalkAndRemove()
    {
        QVERIFY(!action(ActionId::NextMark)->isEnabled());
        QVERIFY(m_window->actions().reason(ActionId::NextMark).contains(u"no mark yet"_s));
        setSlots({3, 9, 21});
        QVERIFY(!action(ActionId::RemoveMark)->isEnabled());
        press(Qt::Key_N);
        QCOMPARE(chart()->cursor(), inSlots(3));
        press(Qt::Key_N);
        press(Qt::Key_N);
        QCOMPARE(chart()->cursor(), inSlots(21));
        press(Qt::Key_N);
        QCOMPARE(chart()->cursor(), inSlots(3));
        press(Qt::Key_N, Qt::ShiftModifier);
        QCOMPARE(chart()->cursor(), inSlots(21));
        press(Qt::Key_N, Qt::ShiftModifier);
        QCOMPARE(chart()->cursor(), inSlots(9));
        press(Qt::Key_Delete);
        QCOMPARE(view().marks.size(), std::size_t {2});
        QVERIFY(!markAt(view(), inSlots(9)));
        QVERIFY(!chart()->marks().chosen());
        // On from the playhead.
        press(Qt::Key_N);
        QCOMPARE(chart()->cursor(), inSlots(21));
        m_window->document().history().undo();
        QCOMPARE(view().marks.size(), std::size_t {3});
        QCOMPARE(chart()->marks().chosen(), std::optional(std::size_t {2}));
    }

    void walkingMovesTheWindow()
    {
        setSlots({3, 30});
        chart()->viewport().glideToWindow(inSlots(0), inSlots(6));
        press(Qt::Key_N);
        press(Qt::Key_N);
        QVERIFY(chart()->viewport().scale().begin() > inSlots(6));
        QVERIFY(chart()->viewport().scale().end() > inSlots(30));
    }

    void flagsAnswerTheMouse()
    {
        setSlots({9, 21});
        QTest::mouseClick(chart(), Qt::LeftButton, {}, flag(1));
        QCOMPARE(chart()->marks().chosen(), std::optional(std::size_t {1}));
        QVERIFY(!chart()->analysis().selection().box());
        point(flag(0));
        QCOMPARE(chart()->marks().atHand(), std::optional(std::size_t {0}));
        QTest::mouseDClick(chart(), Qt::LeftButton, {}, flag(0));
        QTRY_COMPARE(QApplication::focusWidget(), editor());
        QTest::mouseRelease(chart(), Qt::LeftButton, {}, flag(0));
        QTest::keyClicks(editor(), u"first"_s);
        QTest::keyClick(editor(), Qt::Key_Enter);
        QCOMPARE(view().marks[0].name, std::string("first"));
        QVERIFY(chart()->viewport().isFitted());
        point(at(15, 2));
        press(Qt::Key_Escape);
        QVERIFY(!chart()->marks().atHand());
    }

    void flagsAreDrawnAndNeverOverlap()
    {
        const QImage before = chart()->grab().toImage();
        setSlots({9, 9.2, 9.4, 20, 32.9});
        const QImage after = chart()->grab().toImage();
        QVERIFY(before != after);
        PlanView named = view();
        for (std::size_t i = 0; i < named.marks.size(); ++i)
            QVERIFY(renameMark(named, i, "a rather long name of a mark", TimeUnit::Slots));
        m_window->document().changeView(named, u"names"_s);
        const QImage names = chart()->grab().toImage();
        QVERIFY(names != after);
        // The pole goes through all rows: down to the axis its column is another one.
        const QPoint foot(at(20).x(), static_cast<int>(chart()->layout().axis.top()) + 4);
        QVERIFY(names.pixelColor(foot).lightness() < 60
            || names.pixelColor(foot - QPoint(1, 0)).lightness() < 60);
    }

    void cursorsSnapToMarks()
    {
        const Run& run = *m_window->run();
        const TimeScale& scale = chart()->viewport().scale();
        const Duration mark = inSlots(10.4);
        const double px = scale.toPx(mark) + 4;
        const Duration marks[] = {mark};
        QVERIFY(snappedTime(run, scale, 0, px) != mark);
        QCOMPARE(snappedTime(run, scale, 0, px, marks), mark);
        setSlots({10.4});
        point(at(10.4) + QPoint(4, 0));
        press(Qt::Key_X);
        QCOMPARE(chart()->analysis().rulers().first(), std::optional(mark));
    }

    void marksBeyondTheEndAreKept()
    {
        setSlots({9, 30, 32});
        edit(2);
        QTRY_COMPARE(m_window->run()->plan.microbatches, 2);
        QCOMPARE(chart()->marks().beyond(), 2);
        QCOMPARE(view().marks.size(), std::size_t {3});
        QCOMPARE(MarkWords::beyond(2), u"2 marks beyond the end"_s);
        press(Qt::Key_N);
        press(Qt::Key_N);
        QCOMPARE(chart()->cursor(), inSlots(9));
        QVERIFY(!chart()->grab().isNull());
        m_window->document().history().undo();
        QTRY_COMPARE(chart()->marks().beyond(), 0);
    }

    void marksHoldTrueTimesBesideABreak()
    {
        Plan large = plan();
        large.microbatches = 1'000'000'000;
        m_window->document().change(large, u"edit"_s);
        QTRY_VERIFY(m_window->run()->excerpt);
        const Run& run = *m_window->run();
        QVERIFY(run.excerpt->isPart());
        press(Qt::Key_End);
        press(Qt::Key_M);
        QCOMPARE(view().marks[0].time, run.metrics.makespan);
        QCOMPARE(chart()->marks().place(0), std::optional(run.timeline.makespan));
        // What is left out stands at the break.
        const Break& gap = run.excerpt->breaks.front();
        PlanView changed = view();
        QVERIFY(addMark(changed, {gap.at + gap.leftOut / 2, "within"}, TimeUnit::Slots));
        m_window->document().changeView(changed, u"mark"_s);
        QCOMPARE(chart()->marks().place(0), std::optional(gap.at));
        QCOMPARE(chart()->marks().beyond(), 0);
    }

    void everyMarkIsInThePalette()
    {
        setSlots({9, 21});
        PlanView named = view();
        QVERIFY(renameMark(named, 1, "drain begins", TimeUnit::Slots));
        m_window->document().changeView(named, u"name"_s);
        QTest::keySequence(m_window.get(), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P));
        m_window->findChild<QLineEdit*>(u"commandSearch"_s)->setText(u"drain beg"_s);
        auto* model =
            qobject_cast<PaletteModel*>(m_window->findChild<QListView*>(u"commandList"_s)->model());
        QCOMPARE(model->command(0).title, u"Go to mark drain begins"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(chart()->cursor(), inSlots(21));
        QVERIFY(chart()->hasFocus());
    }
};

QTEST_MAIN(TestMarks)
#include "tst_marks.moc"
