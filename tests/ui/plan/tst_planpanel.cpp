// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/plan/choice.h"
#include "core/schedule/catalogue.h"
#include "tests/support/failonwarning.h"
#include "ui/plan/numberslider.h"
#include "ui/plan/planpanel.h"
#include "ui/plan/schedulechooser.h"
#include "ui/plan/valueslider.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QTest>
#include <QWheelEvent>

using namespace pipegantt;
using namespace Qt::StringLiterals;

/// The real panel on a real document, driven as a person does.
class tst_planpanel : public QObject
{
    Q_OBJECT

    std::unique_ptr<PlanDocument> m_document;
    std::unique_ptr<PlanEdit> m_edit;
    std::unique_ptr<PlanPanel> m_panel;
    std::unique_ptr<ScheduleChooser> m_schedule;

    [[nodiscard]] NumberSlider* number(const QString& key) const
    {
        return m_panel->findChild<NumberSlider*>(key);
    }

    [[nodiscard]] const Plan& plan() const { return m_document->plan(); }

    static void type(QLineEdit* field, const QString& text)
    {
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, text);
        QTest::keyClick(field, Qt::Key_Return);
    }

    void choose(ScheduleKind kind) { QVERIFY(m_schedule->choose(kind)); }

    static QPoint at(const QSlider* slider, double share)
    {
        return {static_cast<int>(8 + share * (slider->width() - 16)), slider->height() / 2};
    }

private slots:
    void init()
    {
        test::failOnWarning();
        m_document = std::make_unique<PlanDocument>();
        m_edit = std::make_unique<PlanEdit>(*m_document);
        m_panel = std::make_unique<PlanPanel>(*m_edit);
        m_schedule = std::make_unique<ScheduleChooser>(*m_edit);
        m_panel->resize(312, 1200);
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
    }

    void cleanup()
    {
        m_panel.reset();
        m_schedule.reset();
    }

    void dragIsOneStep()
    {
        ValueSlider* slider = number(u"microbatches"_s)->slider();
        QTest::mousePress(slider, Qt::LeftButton, {}, at(slider, 0.3));
        for (double share = 0.3; share < 0.6; share += 0.02)
            QTest::mouseMove(slider, at(slider, share));
        QTest::mouseRelease(slider, Qt::LeftButton, {}, at(slider, 0.6));
        QVERIFY(plan().microbatches > 100);
        QCOMPARE(m_document->history().count(), 1);
        m_document->history().undo();
        QCOMPARE(plan(), Plan());
        QCOMPARE(number(u"microbatches"_s)->field()->text(), u"8"_s);
    }

    void dragBackLeavesNoStep()
    {
        ValueSlider* slider = number(u"stages"_s)->slider();
        QTest::mousePress(slider, Qt::LeftButton, {}, at(slider, 0.5));
        QVERIFY(plan().stages != 4);
        QTest::mouseMove(slider, at(slider, 0.7));
        for (double share = 0.7; share > 0 && plan().stages != 4; share -= 0.005)
            QTest::mouseMove(slider, at(slider, share));
        QTest::mouseRelease(slider, Qt::LeftButton);
        QCOMPARE(plan(), Plan());
        QCOMPARE(m_document->history().count(), 0);
    }

    void everyKeyPressIsAStep()
    {
        ValueSlider* slider = number(u"microbatches"_s)->slider();
        slider->setFocus();
        QTest::keyClick(slider, Qt::Key_Right);
        QCOMPARE(plan().microbatches, 9);
        QTest::keyClick(slider, Qt::Key_PageUp);
        QCOMPARE(plan().microbatches, 18);
        QLineEdit* field = number(u"microbatches"_s)->field();
        QTest::keyClick(field, Qt::Key_Down);
        QCOMPARE(plan().microbatches, 17);
        QCOMPARE(m_document->history().count(), 3);
    }

    void badTextLeavesThePlan_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("text");
        QTest::newRow("no number") << u"stages"_s << u"many"_s;
        QTest::newRow("zero stages") << u"stages"_s << u"0"_s;
        QTest::newRow("too many stages") << u"stages"_s << u"1025"_s;
        QTest::newRow("half a micro-batch") << u"microbatches"_s << u"1.5"_s;
        QTest::newRow("negative time") << u"forward"_s << u"-1"_s;
        QTest::newRow("other unit") << u"forward"_s << u"250us"_s;
        QTest::newRow("percent") << u"target-efficiency"_s << u"100"_s;
        QTest::newRow("memory") << u"activation-memory"_s << u"lots"_s;
    }

    void badTextLeavesThePlan()
    {
        QFETCH(QString, key);
        QFETCH(QString, text);
        NumberSlider* edited = number(key);
        type(edited->field(), text);
        QCOMPARE(plan(), Plan());
        QCOMPARE(m_document->history().count(), 0);
        QCOMPARE(edited->field()->text(), text);
        QVERIFY(!edited->sentence().isEmpty());
        // Another edit does not hide what is wrong; a good value does.
        type(number(u"global-batch"_s)->field(), u"64"_s);
        QVERIFY(!edited->sentence().isEmpty());
        QTest::keyClick(edited->field(), Qt::Key_Up);
        QVERIFY(edited->sentence().isEmpty());
    }

    void escapeTakesARefusedTextBack()
    {
        NumberSlider* stages = number(u"stages"_s);
        type(stages->field(), u"5000"_s);
        QVERIFY(!stages->sentence().isEmpty());
        // To look elsewhere first changes nothing.
        number(u"microbatches"_s)->field()->setFocus();
        QCOMPARE(stages->field()->text(), u"5000"_s);
        QVERIFY(!stages->sentence().isEmpty());
        stages->field()->setFocus();
        QTest::keyClick(stages->field(), Qt::Key_Escape);
        QCOMPARE(stages->field()->text(), u"4"_s);
        QVERIFY(stages->sentence().isEmpty());
        QVERIFY(!stages->field()->property("bad").toBool());
    }

    void budgetIsRefusedWithASentence()
    {
        // More than the budget can only be counted, and with jitter it cannot.
        Plan uneven = plan();
        uneven.jitter = 10;
        m_document->change(uneven, {});
        type(number(u"stages"_s)->field(), u"1024"_s);
        const Plan before = plan();
        type(number(u"microbatches"_s)->field(), u"1000000"_s);
        QCOMPARE(plan(), before);
        QVERIFY(number(u"microbatches"_s)->sentence().contains(u"no jitter"_s));
    }

    void naiveTakesMToOneAndGivesItBack()
    {
        choose(ScheduleKind::Naive);
        QCOMPARE(plan().microbatches, 1);
        QCOMPARE(m_document->history().count(), 1);
        QVERIFY(!number(u"microbatches"_s)->slider()->isEnabled());
        QVERIFY(!number(u"microbatches"_s)->sentence().isEmpty());
        choose(ScheduleKind::GPipe);
        QCOMPARE(plan().microbatches, 8);
        QVERIFY(number(u"microbatches"_s)->slider()->isEnabled());
        QVERIFY(number(u"microbatches"_s)->sentence().isEmpty());
        QCOMPARE(m_document->history().count(), 2);
    }

    /// What a schedule does not read is no furniture of the panel, and what it reads is there.
    void showsWhatTheScheduleReads()
    {
        for (const CatalogueEntry& known : catalogue()) {
            if (!m_schedule->choose(known.kind))
                continue;
            for (const Parameter parameter :
                {Parameter::Chunks, Parameter::Group, Parameter::Slices}) {
                const QString key = QString::fromUtf8(info(parameter).key.data());
                QVERIFY2(number(key)->isHidden() != reads(known.kind, parameter), qPrintable(key));
            }
            for (const ChoiceInfo& row : choices()) {
                if (row.choice == Choice::CommModel)
                    continue; // a cost, whatever the schedule
                const auto* words =
                    m_panel->findChild<QComboBox*>(QString::fromUtf8(row.key.data()));
                QCOMPARE(!words->isHidden(), reads(known.kind, row.choice));
                QCOMPARE(words->count(), 2);
            }
        }
    }

    void switchingKeepsTheWork()
    {
        type(number(u"forward"_s)->field(), u"3"_s);
        const Plan before = plan();
        QVERIFY(m_schedule->choose(ScheduleKind::DualPipeV));
        QCOMPARE(plan().chunks, 2);
        QCOMPARE(2 * plan().time.forward, before.time.forward);
        QCOMPARE(m_document->history().count(), 2);
        // From chunks to one batch and back: what a person set is there again.
        QVERIFY(m_schedule->choose(ScheduleKind::Naive));
        QCOMPARE(plan().time.forward, 8 * before.time.forward);
        QVERIFY(m_schedule->choose(ScheduleKind::OneFOneB));
        QCOMPARE(plan(), before);
        m_document->history().undo();
        QCOMPARE(plan().schedule, ScheduleKind::Naive);
    }

    void whatIsChangedInBetweenStays()
    {
        QVERIFY(m_schedule->choose(ScheduleKind::Naive));
        type(number(u"forward"_s)->field(), u"24"_s);
        type(number(u"stages"_s)->field(), u"6"_s);
        QVERIFY(m_schedule->choose(ScheduleKind::GPipe));
        QCOMPARE(plan().microbatches, 8);
        QCOMPARE(plan().time.forward, 3 * unitDuration(TimeUnit::Slots));
        QCOMPARE(plan().stages, 6);
        // What an adaptation does not touch does not keep the rest from coming back.
        QVERIFY(m_schedule->choose(ScheduleKind::DualPipeV) || plan().microbatches < 12);
        type(number(u"target-efficiency"_s)->field(), u"80"_s);
        QVERIFY(m_schedule->choose(ScheduleKind::GPipe));
        QCOMPARE(plan().time.forward, 3 * unitDuration(TimeUnit::Slots));
        QCOMPARE(plan().targetEfficiency, 80);
    }

    void aScheduleThatCannotRunIsRefused()
    {
        type(number(u"stages"_s)->field(), u"5"_s);
        const Plan before = plan();
        const Result<void> taken = m_schedule->choose(ScheduleKind::DualPipe);
        QVERIFY(!taken);
        QCOMPARE(taken.error().code, ErrorCode::NeedsEven);
        QCOMPARE(plan(), before);
    }

    void backwardOrderBelongsToGPipe()
    {
        auto* order = m_panel->findChild<QComboBox*>(u"backward-order"_s);
        QVERIFY(order->isHidden());
        choose(ScheduleKind::GPipe);
        QVERIFY(!order->isHidden());
        emit order->activated(1);
        QCOMPARE(plan().backwardOrder, BackwardOrder::Descending);
    }

    void stageTimesFollowP()
    {
        QTest::mouseClick(m_panel->findChild<QCheckBox*>(u"per-stage"_s), Qt::LeftButton, {},
            {6, m_panel->findChild<QCheckBox*>(u"per-stage"_s)->height() / 2});
        QCOMPARE(plan().perStage.size(), 4U);
        auto* list = m_panel->findChild<QLineEdit*>(u"forward-per-stage"_s);
        type(list, u"1, 1, 2, 3"_s);
        QCOMPARE(plan().perStage[3].forward, 3 * unitDuration(TimeUnit::Slots));
        const Plan before = plan();
        type(list, u"1, 1, 2"_s);
        QCOMPARE(plan(), before);
        QCOMPARE(list->text(), u"1, 1, 2"_s);

        // Down to two stages and back within one drag: the times come back.
        m_edit->begin();
        for (const int stages : {3, 2, 6, 4})
            QVERIFY(m_edit->propose(withStages(m_edit->base(), stages), u"drag"_s));
        m_edit->end();
        QCOMPARE(plan(), before);
        QVERIFY(m_edit->propose(withStages(plan(), 6), u"type"_s));
        QCOMPARE(plan().perStage.size(), 6U);
        QCOMPARE(plan().perStage[5], plan().time);
    }

    void limitKeepsItsWorthInEveryUnit()
    {
        auto* unit = m_panel->findChild<QComboBox*>(u"memory-limit-unit"_s);
        emit unit->activated(1);
        QCOMPARE(plan().memoryLimit, (MemoryLimit {MemoryLimit::Unit::Microbatches, 8}));
        emit unit->activated(2);
        QCOMPARE(plan().memoryLimit, (MemoryLimit {MemoryLimit::Unit::Bytes, 8'000'000'000}));
        type(number(u"memory-limit"_s)->field(), u"10"_s);
        QCOMPARE(plan().memoryLimit.amount, 10'000'000'000);
        emit unit->activated(0);
        QCOMPARE(plan().memoryLimit, MemoryLimit());
    }

    void wheelLeavesChoicesAlone()
    {
        for (QComboBox* each : m_panel->findChildren<QComboBox*>()) {
            const QPointF at = each->rect().center();
            QWheelEvent wheel(
                at, each->mapToGlobal(at), {}, {0, -120}, {}, {}, Qt::NoScrollPhase, false);
            QApplication::sendEvent(each, &wheel);
            // It is the panel's, to scroll.
            QVERIFY(!wheel.isAccepted());
            QCOMPARE(plan(), Plan());
        }
    }

    void namesAreWhole()
    {
        // Low, so that the scroll bar takes its part of the width.
        m_panel->resize(312, 400);
        QCoreApplication::processEvents();
        QVERIFY(m_panel->widget()->width() <= m_panel->viewport()->width());
        for (const NumberSlider* each : m_panel->findChildren<NumberSlider*>()) {
            if (!each->isVisible())
                continue;
            const auto* name = each->findChild<QLabel*>();
            QVERIFY2(name->width() >= name->sizeHint().width(), qPrintable(name->text()));
            QVERIFY(!each->slider()->geometry().intersects(each->field()->geometry()));
            QVERIFY(each->rect().contains(each->field()->geometry()));
        }
    }

    void everythingHasANameForAScreenReader()
    {
        QList<QWidget*> controls;
        for (QWidget* each : m_panel->findChildren<QLineEdit*>())
            controls += each;
        for (QWidget* each : m_panel->findChildren<QSlider*>())
            controls += each;
        for (QWidget* each : m_panel->findChildren<QComboBox*>())
            controls += each;
        QVERIFY(controls.size() > 20);
        for (const QWidget* control : controls) {
            QVERIFY2(!control->accessibleName().isEmpty(), qPrintable(control->objectName()));
            QVERIFY2(!control->toolTip().isEmpty(), qPrintable(control->accessibleName()));
        }
        for (const NumberSlider* each : m_panel->findChildren<NumberSlider*>()) {
            const auto labels = each->findChildren<QLabel*>();
            QVERIFY(std::ranges::any_of(
                labels, [&](const QLabel* label) { return label->buddy() == each->field(); }));
        }
    }
};

QTEST_MAIN(tst_planpanel)
#include "tst_planpanel.moc"
