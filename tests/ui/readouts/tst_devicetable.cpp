// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/failonwarning.h"
#include "tests/support/plans.h"
#include "tests/support/pseudotranslator.h"
#include "ui/readouts/devicetable.h"

#include <QApplication>
#include <QClipboard>
#include <QMimeData>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace pipegantt;
using namespace Qt::StringLiterals;

class tst_devicetable : public QObject
{
    Q_OBJECT

    std::unique_ptr<DeviceTable> m_table;
    std::shared_ptr<const Run> m_run;

    void show(int stages, int microbatches, Duration hop = {})
    {
        Plan plan = test::planOf(ScheduleKind::OneFOneB, stages, microbatches);
        plan.link.latency = hop;
        m_run = std::make_shared<const Run>(run(plan).value());
        m_table->setRun(m_run);
        QTRY_VERIFY(!m_table->model().isBusy());
    }

    [[nodiscard]] QString cell(int row, DeviceColumn column) const
    {
        return m_table->view().model()->index(row, static_cast<int>(column)).data().toString();
    }

    [[nodiscard]] qint64 number(int row, DeviceColumn column) const
    {
        return m_table->view()
            .model()
            ->index(row, static_cast<int>(column))
            .data(DeviceModel::kNumberRole)
            .toLongLong();
    }

private slots:
    void init()
    {
        test::failOnWarning();
        m_table = std::make_unique<DeviceTable>();
        m_table->resize(1100, 300);
        m_table->show();
        QVERIFY(QTest::qWaitForWindowActive(m_table.get()));
        show(4, 8);
    }

    void cleanup() { m_table.reset(); }

    void aRowIsADevice()
    {
        QCOMPARE(m_table->view().model()->rowCount(), 4);
        QCOMPARE(cell(0, DeviceColumn::Device), u"device 0"_s);
        QCOMPARE(cell(0, DeviceColumn::Busy), u"24 slots"_s);
        QCOMPARE(cell(0, DeviceColumn::Bubble), u"27.3 %"_s);
        QCOMPARE(cell(3, DeviceColumn::Span), u"24 slots"_s);
        QCOMPARE(cell(0, DeviceColumn::PeakChunks), u"4"_s);
        QCOMPARE(cell(3, DeviceColumn::Drain), u"6 slots"_s);
    }

    /// The causes are all of the idle time.
    void causesAddUp()
    {
        show(6, 10, test::slotTime(1) / 4);
        for (int row = 0; row < 6; ++row) {
            qint64 sum = 0;
            for (int column = static_cast<int>(DeviceColumn::WarmUp); column < kDeviceColumnCount;
                 ++column)
                sum += number(row, static_cast<DeviceColumn>(column));
            QCOMPARE(sum, number(row, DeviceColumn::Idle));
            QVERIFY(number(row, DeviceColumn::Message) > 0);
        }
    }

    void returnSortsByTheColumnOfTheKeys()
    {
        QTableView& view = m_table->view();
        view.setFocus();
        view.setCurrentIndex(view.model()->index(0, static_cast<int>(DeviceColumn::PeakChunks)));
        QTest::keyClick(&view, Qt::Key_Return);
        QCOMPARE(cell(0, DeviceColumn::PeakChunks), u"4"_s);
        QTest::keyClick(&view, Qt::Key_Return);
        QCOMPARE(cell(0, DeviceColumn::PeakChunks), u"1"_s);
        QCOMPARE(cell(0, DeviceColumn::Device), u"device 3"_s);
        // A new run keeps the order and what is selected.
        show(4, 16);
        QCOMPARE(cell(0, DeviceColumn::Device), u"device 3"_s);
        QVERIFY(view.currentIndex().isValid());
    }

    void copiesMarkdownAndExactNumbers()
    {
        QTableView& view = m_table->view();
        view.setFocus();
        QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
        const QMimeData* copied = QGuiApplication::clipboard()->mimeData();
        QVERIFY(copied->text().contains(u"| device 3 "_s));
        const QStringList lines = QString::fromUtf8(copied->data(u"text/csv"_s)).split(u'\n');
        QCOMPARE(lines.size(), 6);
        QVERIFY(lines[0].startsWith(u"device,busy_ps,idle_ps,bubble_ratio"_s));
        QCOMPARE(lines[1].section(u',', 1, 1).toLongLong(), test::slotTime(24).count());
        QCOMPARE(lines[1].section(u',', 3, 3).toDouble(), 9.0 / 33);
        // Selected rows alone.
        view.selectRow(1);
        QTest::keyClick(&view, Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(m_table->csv().split(u'\n').size(), 4);
    }

    void pointsAndIsPointedAt()
    {
        const QSignalSpy pointed(m_table.get(), &DeviceTable::devicePointed);
        QTableView& view = m_table->view();
        const auto middle = [&view](int row) {
            return view.visualRect(view.model()->index(row, 1)).center();
        };
        QTest::mouseMove(view.viewport(), middle(2));
        QTRY_COMPARE(pointed.count(), 1);
        QCOMPARE(pointed.last().first().value<std::optional<int>>(), std::optional(2));
        const QImage before = m_table->grab().toImage();
        m_table->highlight(1);
        QVERIFY(m_table->grab().toImage() != before);
        view.setFocus();
        view.setCurrentIndex(view.model()->index(3, 0));
        QCOMPARE(pointed.last().first().value<std::optional<int>>(), std::optional(3));
    }

    void worksOnlyInSight()
    {
        m_table->hide();
        const auto before = m_table->model().run();
        Plan plan = test::planOf(ScheduleKind::GPipe, 4, 8);
        m_table->setRun(std::make_shared<const Run>(run(plan).value()));
        QCOMPARE(m_table->model().run(), before);
        m_table->show();
        QVERIFY(m_table->model().run() != before);
    }

    void theLanguageSwitches()
    {
        const test::PseudoLanguage language;
        QCoreApplication::sendPostedEvents();
        QVERIFY(test::isPseudo(m_table->view().model()->headerData(1, Qt::Horizontal).toString()));
        QVERIFY(test::isPseudo(cell(0, DeviceColumn::Device)));
    }
};

QTEST_MAIN(tst_devicetable)
#include "tst_devicetable.moc"
