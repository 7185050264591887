// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/format/differencetable.h"
#include "core/format/planfile.h"
#include "tests/ui/window/windowtest.h"
#include "ui/browser/schedulebrowser.h"
#include "ui/compare/comparebar.h"
#include "ui/compare/comparecanvas.h"
#include "ui/compare/differencepanel.h"
#include "ui/compare/planchip.h"
#include "ui/compare/wipehandle.h"
#include "ui/readouts/readout.h"
#include "ui/timeline/timelineview.h"
#include "ui/window/comparedesk.h"

#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QGuiApplication>
#include <QLabel>
#include <QTableView>
#include <QToolButton>

using namespace pipegantt;
using namespace Qt::StringLiterals;

/// Plans compared and played in the window.
class tst_compare : public test::WindowTest
{
    Q_OBJECT

private:
    template <class Widget>
    [[nodiscard]] Widget& the(const QString& name = {}) const
    {
        auto* found = m_window->findChild<Widget*>(name);
        Q_ASSERT(found != nullptr);
        return *found;
    }
    [[nodiscard]] TimelineView& chart() const { return the<TimelineView>(); }
    [[nodiscard]] CompareCanvas& canvas() const { return the<CompareCanvas>(); }
    [[nodiscard]] CompareSet& set() const { return the<CompareDesk>().set(); }
    [[nodiscard]] QString firstLine(const QString& readout) const
    {
        return the<Readout>(readout).text().lines.front().plainText();
    }
    void press(int keys) const
    {
        const auto combination = QKeyCombination::fromCombined(keys);
        QTest::keyClick(m_window.get(), combination.key(), combination.keyboardModifiers());
    }
    void slideTo(int microbatches)
    {
        edit(microbatches);
        QTRY_COMPARE(m_window->run()->plan.microbatches, microbatches);
    }
    [[nodiscard]] QString written(const QString& name, const Plan& plan) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly))
            return {};
        file.write(QByteArray::fromStdString(planText(plan)));
        return path(name);
    }

private slots:
    void initTestCase() { loadBundledFonts(); }
    void init() { openAfresh(); }
    void cleanup() { closeAll(); }

    void pinsAndSlides()
    {
        QVERIFY(!canvas().isVisible());
        QVERIFY(!the<CompareBar>().isVisible());
        press((Qt::CTRL | Qt::Key_B).toCombined());
        QVERIFY(canvas().isVisible());
        QVERIFY(chart().isVisible());
        QCOMPARE(the<PlanChip>().title(), u"Baseline: 1F1B, P 4, M 8"_s);
        QCOMPARE(firstLine(u"makespan"_s), u"Δ the same"_s);
        slideTo(16);
        QCOMPARE(firstLine(u"makespan"_s), u"Δ +24 slots, longer"_s);
        QCOMPARE(firstLine(u"bubble"_s), u"Δ −11.5 points, less"_s);
        QCOMPARE(firstLine(u"peakMemory"_s), u"Δ the same"_s);
        QCOMPARE(set().pinned().front().run->plan.microbatches, 8);
        QCOMPARE(chart().viewport().scale().end(), m_window->run()->timeline.makespan);
        slideTo(4);
        // The baseline is the longest now, and the axis is its.
        QCOMPARE(chart().viewport().scale().end(), set().baseline()->timeline.makespan);
        canvas().grab();
        QCOMPARE(canvas().scale(), chart().viewport().scale());
        QCOMPARE(canvas().layOut().frame.bars.left(), chart().barsArea().left());

        QTest::mouseClick(&the<QToolButton>(u"unpin"_s), Qt::LeftButton);
        QVERIFY(!canvas().isVisible());
        QVERIFY(!firstLine(u"makespan"_s).startsWith(u"Δ"_s));
        QCOMPARE(chart().viewport().scale().end(), m_window->run()->timeline.makespan);
    }

    void pinsByItsButton()
    {
        QTest::mouseClick(&the<QToolButton>(u"pin"_s), Qt::LeftButton);
        QCOMPARE(set().pinned().size(), std::size_t {1});
    }

    void pinsAtMostThree()
    {
        for (int i = 0; i < 3; ++i)
            press((Qt::CTRL | Qt::Key_B).toCombined());
        QCOMPARE(set().pinned().size(), std::size_t {3});
        auto& banner = the<QWidget>(u"banner"_s);
        QVERIFY(!banner.isVisible());
        press((Qt::CTRL | Qt::Key_B).toCombined());
        QVERIFY(banner.isVisible());
        QVERIFY(banner.accessibleName().contains(u"Unpin one first"_s));
        press((Qt::CTRL | Qt::ALT | Qt::Key_B).toCombined());
        QVERIFY(set().isEmpty());
        QVERIFY(!banner.isVisible());
    }

    void swapsWithTheBaseline()
    {
        press((Qt::CTRL | Qt::Key_B).toCombined());
        slideTo(16);
        press((Qt::CTRL | Qt::SHIFT | Qt::Key_B).toCombined());
        QTRY_COMPARE(m_window->run()->plan.microbatches, 8);
        QCOMPARE(set().baseline()->plan.microbatches, 16);
        QCOMPARE(firstLine(u"makespan"_s), u"Δ −24 slots, shorter"_s);
        // One step of the history.
        m_window->document().history().undo();
        QTRY_COMPARE(m_window->run()->plan.microbatches, 16);
    }

    void addsFilesAndSchedules()
    {
        Plan plan;
        plan.schedule = ScheduleKind::GPipe;
        plan.microbatches = 12;
        const QString good = written(u"big.pgantt"_s, plan);
        the<CompareDesk>().addFiles({good});
        QTRY_COMPARE(set().pinned().size(), std::size_t {1});
        QCOMPARE(set().title(0), u"Baseline: big · GPipe, P 4, M 12"_s);
        press((Qt::CTRL | Qt::ALT | Qt::Key_K).toCombined());
        auto& browser = the<ScheduleBrowser>();
        QVERIFY(browser.isOpen());
        browser.dismiss();
        emit browser.chosen(ScheduleKind::ZbH1, Cut {});
        QTRY_COMPARE(set().pinned().size(), std::size_t {2});
        QVERIFY(set().pinned()[1].run->plan.schedule == ScheduleKind::ZbH1);
        // It joins the comparison and leaves the plan as it is.
        QVERIFY(this->plan().schedule == ScheduleKind::OneFOneB);
        emit browser.chosen(ScheduleKind::GPipe, Cut {});
        QVERIFY(this->plan().schedule == ScheduleKind::GPipe);

        QFile bad(path(u"bad.pgantt"_s));
        QVERIFY(bad.open(QIODevice::WriteOnly));
        bad.write("{");
        bad.close();
        the<CompareDesk>().addFiles({bad.fileName()});
        QVERIFY(the<QWidget>(u"banner"_s).isVisible());
    }

    void refusesSlotsBesideTime()
    {
        press((Qt::CTRL | Qt::Key_B).toCombined());
        Plan real = plan();
        real.unit = TimeUnit::Milliseconds;
        m_window->document().change(real, u"edit"_s);
        QTRY_VERIFY(m_window->run()->plan.unit == TimeUnit::Milliseconds);
        QVERIFY(!firstLine(u"makespan"_s).startsWith(u"Δ"_s));
        QVERIFY(the<PlanChip>().accessibleDescription().contains(u"no time axis"_s));
        canvas().grab();
        press((Qt::ALT | Qt::Key_2).toCombined());
        QVERIFY(canvas().trouble().contains(u"no time axis"_s));
    }

    void arrangesByKeys()
    {
        press((Qt::CTRL | Qt::Key_B).toCombined());
        slideTo(12);
        chart().setFocus();
        press((Qt::ALT | Qt::Key_2).toCombined());
        QVERIFY(!chart().isVisible());
        QVERIFY(canvas().hasFocus());
        QCOMPARE(canvas().shown().size(), std::size_t {2});
        // The chart's keys work here too.
        QTest::keyClick(&canvas(), Qt::Key_W);
        QTRY_VERIFY(!chart().viewport().isFitted());
        QTest::keyClick(&canvas(), Qt::Key_F);
        QTRY_VERIFY(chart().viewport().isFitted());
        QTest::keyClick(&canvas(), Qt::Key_End);
        QCOMPARE(chart().cursor(), std::optional(m_window->run()->timeline.makespan));
        press((Qt::ALT | Qt::Key_3).toCombined());
        auto& handle = the<WipeHandle>();
        QVERIFY(handle.isVisible());
        const double before = canvas().wipe();
        press((Qt::ALT | Qt::SHIFT | Qt::Key_Left).toCombined());
        QVERIFY(canvas().wipe() < before);
        // On the line the arrows move it, and not the playhead.
        handle.setFocus();
        const auto cursor = chart().cursor();
        QTest::keyClick(&handle, Qt::Key_Right);
        QCOMPARE(canvas().wipe(), before);
        QCOMPARE(chart().cursor(), cursor);
        press((Qt::ALT | Qt::Key_1).toCombined());
        QVERIFY(chart().isVisible());
    }

    void showsAndCopiesDifferences()
    {
        press((Qt::CTRL | Qt::Key_B).toCombined());
        slideTo(16);
        auto& panel = the<DifferencePanel>();
        QVERIFY(!panel.isVisible());
        press((Qt::CTRL | Qt::Key_D).toCombined());
        QVERIFY(panel.isVisible());
        const auto& devices = the<QTableView>(u"differenceDevices"_s);
        QCOMPARE(devices.model()->rowCount(), 8);
        press((Qt::CTRL | Qt::ALT | Qt::Key_C).toCombined());
        QVERIFY(QGuiApplication::clipboard()->text().contains(u"+24 slots, longer"_s));
        QCOMPARE(panel.csv().toStdString(), differenceCsv(set().comparable()));
        press((Qt::CTRL | Qt::Key_D).toCombined());
        QVERIFY(!panel.isVisible());
    }

    void survivesLanguageAndTheme()
    {
        press((Qt::CTRL | Qt::Key_B).toCombined());
        press((Qt::ALT | Qt::Key_3).toCombined());
        canvas().setWipe(0.3);
        m_window->setLanguage(u"zh_CN"_s);
        QTRY_VERIFY(the<PlanChip>().title().startsWith(u"基线"_s));
        m_window->setThemeChoice(ThemeChoice::Dark);
        QCOMPARE(set().pinned().size(), std::size_t {1});
        QCOMPARE(canvas().arrangement(), Arrangement::Wipe);
        QCOMPARE(canvas().wipe(), 0.3);
        QVERIFY(firstLine(u"makespan"_s).startsWith(u"Δ 相同"_s));
        m_window->setLanguage(u"en"_s);
        QTRY_VERIFY(the<PlanChip>().title().startsWith(u"Baseline"_s));
    }

    void isSavedWithTheSession()
    {
        press((Qt::CTRL | Qt::Key_B).toCombined());
        slideTo(16);
        press((Qt::CTRL | Qt::Key_B).toCombined());
        press((Qt::ALT | Qt::Key_2).toCombined());
        m_window->document().history().setClean();
        m_window->close();
        m_window.reset();
        open();
        QVERIFY(set().isEmpty());
        m_window->restore();
        QTRY_COMPARE(set().pinned().size(), std::size_t {2});
        QCOMPARE(set().pinned()[0].run->plan.microbatches, 8);
        QCOMPARE(set().pinned()[1].run->plan.microbatches, 16);
        QCOMPARE(canvas().arrangement(), Arrangement::Overlaid);
        QVERIFY(m_window->actions()[ActionId::ShowOverlaid]->isChecked());
    }

    void stepsByKeysAndShowsTheTime()
    {
        auto& time = the<QLabel>(u"time"_s);
        QCOMPARE(time.text(), u"33 slots"_s);
        const auto at = [this] { return chart().cursor()->count() / 1'000'000'000; };
        press((Qt::CTRL | Qt::SHIFT | Qt::Key_Right).toCombined());
        press((Qt::CTRL | Qt::SHIFT | Qt::Key_Right).toCombined());
        QCOMPARE(at(), 4);
        QCOMPARE(time.text(), u"4 of 33 slots · steady"_s);
        QVERIFY(time.toolTip().contains(u"device 3: backward 0"_s));
        press((Qt::CTRL | Qt::Key_Left).toCombined());
        QCOMPARE(at(), 3);
        auto& kind = the<QComboBox>(u"stepKind"_s);
        kind.setFocus();
        QTest::keyClick(&kind, Qt::Key_Down);
        QTest::keyClick(&kind, Qt::Key_Down);
        QCOMPARE(chart().playback().step(), PlaybackStep::Phase);
        m_window->actions()[ActionId::StepForward]->trigger();
        QCOMPARE(at(), 4);
        QVERIFY(chart().viewport().isFitted());
    }

    void choosesTheSpeed()
    {
        auto& speed = the<QComboBox>(u"speed"_s);
        QCOMPARE(speed.currentText(), u"×1"_s);
        m_window->actions()[ActionId::Faster]->trigger();
        QCOMPARE(speed.currentText(), u"×1.4"_s);
        m_window->actions()[ActionId::Faster]->trigger();
        QCOMPARE(speed.currentText(), u"×2"_s);
        QCOMPARE(speed.count(), 6);
        speed.setFocus();
        QTest::keyClick(&speed, Qt::Key_Home);
        QCOMPARE(chart().playback().pace(), -4);
        QCOMPARE(speed.currentText(), u"×¼"_s);
        QTest::keyClick(&speed, Qt::Key_End);
        QCOMPARE(speed.currentText(), u"×8"_s);
    }

    void fitsASmallWindow_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("en") << u"en"_s;
        QTest::newRow("zh") << u"zh_CN"_s;
    }
    void fitsASmallWindow()
    {
        QFETCH(QString, language);
        m_window->setLanguage(language);
        for (int i = 0; i < 3; ++i)
            press((Qt::CTRL | Qt::Key_B).toCombined());
        m_window->resize(1024, 768);
        QCoreApplication::processEvents();
        QCOMPARE(m_window->size(), QSize(1024, 768));
        for (const QWidget* widget :
            {static_cast<QWidget*>(&the<CompareBar>()), static_cast<QWidget*>(&canvas()),
                static_cast<QWidget*>(&chart()), m_window->findChild<QWidget*>(u"transport"_s)}) {
            const QRect place(widget->mapTo(m_window.get(), QPoint()), widget->size());
            QVERIFY2(m_window->rect().contains(place), qPrintable(widget->objectName()));
        }
        const QWidget& bar = *m_window->findChild<QWidget*>(u"transport"_s);
        for (const QWidget* child : bar.findChildren<QWidget*>(Qt::FindDirectChildrenOnly)) {
            if (child->isVisible())
                QVERIFY(bar.rect().contains(child->geometry()));
        }
    }
};

QTEST_MAIN(tst_compare)
#include "tst_compare.moc"
