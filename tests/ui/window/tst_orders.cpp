// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/ordercsv.h"
#include "core/format/planfile.h"
#include "tests/ui/window/windowtest.h"
#include "ui/browser/schedulebrowser.h"
#include "ui/timeline/timelineview.h"
#include "ui/window/banner.h"

#include <QFile>
#include <QLabel>
#include <QMimeData>

using namespace pipegantt;
using namespace Qt::StringLiterals;

/// Orders of one's own in the window: imported, begun from any schedule, moved about, named.
class tst_orders : public test::WindowTest
{
    Q_OBJECT

private:
    [[nodiscard]] TimelineView& chart() const { return *m_window->findChild<TimelineView*>(); }
    [[nodiscard]] QString recognized() const
    {
        return m_window->findChild<QLabel*>(u"recognized"_s)->text();
    }
    void trigger(ActionId id) { m_window->actions()[id]->trigger(); }
    void writeOrder(const QByteArray& csv)
    {
        QFile file(path(u"order.csv"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(csv);
    }
    [[nodiscard]] bool shows(const Plan& plan) const { return m_window->run()->plan == plan; }

private slots:
    void initTestCase() { loadBundledFonts(); }
    void init() { openAfresh(); }
    void cleanup() { closeAll(); }

    void importsAScheduleCsvAsANewPlan()
    {
        writeOrder("0F0,0F1,0B0,0F2,0B1,0B2\r\n1F0,1B0,1F1,1B1,1F2,1B2\r\n");
        QVERIFY(m_window->files().open(path(u"order.csv"_s)));
        QVERIFY(plan().schedule == ScheduleKind::Custom);
        QCOMPARE(plan().stages, 2);
        QCOMPARE(plan().microbatches, 3);
        // Saving must not put a plan where the order was.
        QVERIFY(m_window->document().path().isEmpty());
        QVERIFY(m_window->document().isModified());
        QTRY_COMPARE(recognized(), u"This is 1F1B"_s);
        m_window->setLanguage(u"zh_CN"_s);
        QTRY_VERIFY(recognized() != u"This is 1F1B"_s && recognized().contains(u"1F1B"_s));
    }

    void saysWhatIsWrongWithACell()
    {
        writeOrder("0F0,0B0\r\n1F0,1X0\r\n");
        const auto words = answer(QMessageBox::Ok);
        QVERIFY(!m_window->files().open(path(u"order.csv"_s)));
        QVERIFY2(words->contains(u"Row 2, column 2: “1X0”"_s), qPrintable(*words));
        QVERIFY(plan().schedule != ScheduleKind::Custom);
    }

    void takesADroppedOrder()
    {
        writeOrder("0F0,0B0\r\n1F0,1B0\r\n");
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(path(u"order.csv"_s))});
        QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(m_window.get(), &enter);
        QDropEvent drop({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(m_window.get(), &drop);
        QTRY_VERIFY(plan().schedule == ScheduleKind::Custom);
    }

    void editsTheOrderOfAnySchedule()
    {
        const Plan before = plan();
        QVERIFY(m_window->actions()[ActionId::EditOrder]->isEnabled());
        QVERIFY(!m_window->actions()[ActionId::MoveLater]->isEnabled());
        trigger(ActionId::EditOrder);
        QVERIFY(plan().schedule == ScheduleKind::Custom);
        QCOMPARE(plan().stages, before.stages);
        QTRY_VERIFY(shows(plan()));
        QTRY_COMPARE(recognized(), u"This is 1F1B"_s);
        QVERIFY(!m_window->actions()[ActionId::EditOrder]->isEnabled());

        // A legal step: the second forward of the first device before the first one.
        chart().setFocus();
        QTest::keyClick(&chart(), Qt::Key_Period);
        trigger(ActionId::MoveLater);
        QTRY_VERIFY(shows(plan()));
        QVERIFY(orderCsv(*plan().given.schedule).starts_with("0F1,0F0,"));
        QTRY_VERIFY(recognized() != u"This is 1F1B"_s);

        m_window->document().history().undo();
        QTRY_COMPARE(recognized(), u"This is 1F1B"_s);
        m_window->document().history().undo();
        QCOMPARE(plan(), before);
        QTRY_VERIFY(shows(before));
        QTRY_VERIFY(recognized().isEmpty());
    }

    void refusesWithASentence()
    {
        trigger(ActionId::EditOrder);
        QTRY_VERIFY(shows(plan()));
        const Plan before = plan();
        chart().setFocus();
        // The last device runs F0 and B0 first, which needs it.
        for (int i = 0; i < 4; ++i)
            QTest::keyClick(&chart(), Qt::Key_Down);
        trigger(ActionId::MoveLater);
        auto* banner = m_window->findChild<Banner*>();
        QVERIFY(chart().refusal().has_value());
        QVERIFY(banner->isVisible());
        QVERIFY2(banner->accessibleName().contains(u"cannot move there"_s),
            qPrintable(banner->accessibleName()));
        QCOMPARE(plan(), before);
    }

    void choosesCustomByEditingWhatIsThere()
    {
        auto* browser = m_window->findChild<ScheduleBrowser*>();
        emit browser->chosen(ScheduleKind::Custom, Cut {});
        QVERIFY(plan().schedule == ScheduleKind::Custom);
        emit browser->chosen(ScheduleKind::GPipe, Cut {});
        QVERIFY(plan().schedule == ScheduleKind::GPipe);
        // The order is kept for the way back.
        emit browser->chosen(ScheduleKind::Custom, Cut {});
        QVERIFY(plan().schedule == ScheduleKind::Custom);
    }

    void sessionKeepsTheOrder()
    {
        writeOrder(",0F0,,0B0\r\n1F0,1B0,\r\n");
        QVERIFY(m_window->files().open(path(u"order.csv"_s)));
        const Plan before = plan();
        QTRY_VERIFY(m_settings->value(setting::kPlan).contains(u"custom"_s));
        m_window.reset();
        open();
        m_window->restore();
        QCOMPARE(plan(), before);
        QVERIFY(m_window->document().isModified());
    }

    void locksTheNumbersOfTheOrder()
    {
        QVERIFY(field(u"stages"_s)->isEnabled());
        trigger(ActionId::EditOrder);
        QVERIFY(!field(u"stages"_s)->isEnabled());
        QVERIFY(!field(u"microbatches"_s)->isEnabled());
    }
};

QTEST_MAIN(tst_orders)
#include "tst_orders.moc"
