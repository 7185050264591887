// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/plan/plan.h"
#include "tests/support/failonwarning.h"
#include "ui/plan/costssection.h"
#include "ui/plan/numberslider.h"
#include "ui/plan/plandocument.h"

#include <QComboBox>
#include <QLineEdit>
#include <QTest>
#include <QToolButton>

using namespace pipegantt;
using namespace Qt::StringLiterals;

/// The real section on a real document, driven by keys.
class tst_costssection : public QObject
{
    Q_OBJECT

    std::unique_ptr<PlanDocument> m_document;
    std::unique_ptr<PlanEdit> m_edit;
    std::unique_ptr<CostsSection> m_section;

    [[nodiscard]] const Plan& plan() const { return m_document->plan(); }
    [[nodiscard]] NumberSlider* number(const QString& key) const
    {
        return m_section->findChild<NumberSlider*>(key);
    }
    [[nodiscard]] QToolButton* fold() const
    {
        return m_section->findChild<QToolButton*>(u"costs"_s);
    }
    void type(const QString& key, const QString& text) const
    {
        QLineEdit* field = number(key)->field();
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, text);
        QTest::keyClick(field, Qt::Key_Return);
    }

private slots:
    void init()
    {
        test::failOnWarning();
        m_document = std::make_unique<PlanDocument>();
        m_edit = std::make_unique<PlanEdit>(*m_document);
        m_section = std::make_unique<CostsSection>(*m_edit);
        connect(
            m_document.get(), &PlanDocument::planChanged, m_section.get(), &PlanSection::refresh);
        m_section->resize(280, 600);
        m_section->setVisible(true);
        QVERIFY(QTest::qWaitForWindowExposed(m_section.get()));
    }

    void cleanup() { m_section.reset(); }

    void isFoldedUntilAskedFor()
    {
        QVERIFY(!number(u"jitter"_s)->isVisible());
        fold()->setFocus();
        QTest::keyClick(fold(), Qt::Key_Space);
        QVERIFY(number(u"jitter"_s)->isVisible());
        QVERIFY(number(u"weights-memory"_s)->isVisible());
        QTest::keyClick(fold(), Qt::Key_Space);
        QVERIFY(!number(u"jitter"_s)->isVisible());
    }

    void setsTheCostsOfThePlan()
    {
        fold()->click();
        type(u"message"_s, u"64 MB"_s);
        type(u"bandwidth"_s, u"50 GB/s"_s);
        type(u"weights-memory"_s, u"12"_s);
        QCOMPARE(plan().message.value, 64'000'000);
        QCOMPARE(plan().link.bandwidth, 50'000'000'000);
        QCOMPARE(plan().state.weights.value, 12'000'000'000);
        QCOMPARE(m_document->history().count(), 3);
        m_document->history().undo();
        QCOMPARE(plan().state.weights.value, 0);
        auto* messages = m_section->findChild<QComboBox*>(u"comm-model"_s);
        messages->setFocus();
        QTest::keyClick(messages, Qt::Key_Down);
        QVERIFY(plan().commModel == CommModel::Blocking);
    }

    void theFoldSaysWhatIsSet()
    {
        const QString usual = fold()->text();
        Plan plan;
        plan.jitter = 10;
        plan.state.gradients = {2'000'000'000};
        m_document->change(plan, u"Set two"_s);
        QVERIFY(fold()->text() != usual);
        QVERIFY(fold()->text().contains(u'2'));
    }

    void showsWhatCanMatter()
    {
        fold()->click();
        QVERIFY(!number(u"node-comm"_s)->isVisible());
        QVERIFY(!number(u"pair"_s)->isVisible());
        type(u"devices-per-node"_s, u"2"_s);
        QVERIFY(number(u"node-comm"_s)->isVisible());
        Plan next = plan();
        next.schedule = ScheduleKind::DualPipe;
        m_document->change(next, u"Run two directions"_s);
        QVERIFY(number(u"pair"_s)->isVisible());
        next.schedule = ScheduleKind::Inference;
        m_document->change(next, u"Only forward"_s);
        QVERIFY(!number(u"early-release"_s)->isVisible());
    }

    void refusesWithASentence()
    {
        fold()->click();
        type(u"jitter"_s, u"200"_s);
        QCOMPARE(plan().jitter, 0);
        QVERIFY(!number(u"jitter"_s)->sentence().isEmpty());
    }
};

QTEST_MAIN(tst_costssection)
#include "tst_costssection.moc"
