// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/format/differencetable.h"
#include "tests/support/failonwarning.h"
#include "tests/ui/timeline/samplerun.h"
#include "ui/compare/differencepanel.h"
#include "ui/text/differencespeech.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace pipegantt;
using namespace Qt::StringLiterals;

class DifferencePanelTest : public QObject
{
    Q_OBJECT

    static QString cell(const QTableView& view, int row, int column)
    {
        return view.model()->index(row, column).data().toString();
    }

private slots:
    void init() { test::failOnWarning(); }

    void showsWhatTheCommandLineWrites()
    {
        CompareSet set;
        set.setCurrent(test::sampleRun(ScheduleKind::GPipe, 4, 8));
        QVERIFY(set.pinCurrent());
        DifferencePanel panel(set);
        panel.resize(800, 300);
        panel.show();
        set.setCurrent(test::sampleRun(ScheduleKind::OneFOneB, 4, 16));
        const auto* plans = panel.findChild<QTableView*>(u"differencePlans"_s);
        const auto* devices = panel.findChild<QTableView*>(u"differenceDevices"_s);
        QCOMPARE(plans->model()->rowCount(), 2);
        QCOMPARE(cell(*plans, 0, 0), u"Baseline: GPipe, P 4, M 8"_s);
        QCOMPARE(cell(*plans, 0, 2), u"–"_s);
        QCOMPARE(cell(*plans, 1, 2), u"+24 slots, longer"_s);
        QCOMPARE(cell(*plans, 1, 8), u"−4 GB, less"_s);
        QCOMPARE(devices->model()->rowCount(), 8);
        const std::vector<NamedRun> runs = set.comparable();
        const TextTable table = deviceDifferenceTable(runs, windowSpeech());
        for (int row = 0; row < 8; ++row) {
            for (int column = 0; column < devices->model()->columnCount(); ++column) {
                QCOMPARE(cell(*devices, row, column),
                    differenceCell(table.rows[static_cast<std::size_t>(row)]
                                             [static_cast<std::size_t>(column)]));
            }
        }
        QCOMPARE(panel.csv().toStdString(), differenceCsv(runs));

        // It follows the sliders.
        set.setCurrent(test::sampleRun(ScheduleKind::OneFOneB, 4, 8));
        QCOMPARE(cell(*plans, 1, 2), u"the same"_s);
    }

    void copies()
    {
        CompareSet set;
        set.setCurrent(test::sampleRun(ScheduleKind::GPipe, 2, 4));
        QVERIFY(set.pinCurrent());
        DifferencePanel panel(set);
        panel.show();
        const auto buttons = panel.findChildren<QPushButton*>();
        QCOMPARE(buttons.size(), 2);
        QTest::mouseClick(buttons[0], Qt::LeftButton);
        const QMimeData* mime = QGuiApplication::clipboard()->mimeData();
        QVERIFY(mime->text().startsWith(u"| Plan "_s));
        QVERIFY(mime->data(u"text/csv"_s).startsWith("plan,device,unit,"));
        QTest::mouseClick(buttons[1], Qt::LeftButton);
        QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"plan,device,unit,"_s));
    }

    void saysWhatToDoFirst()
    {
        CompareSet set;
        DifferencePanel panel(set);
        panel.show();
        QVERIFY(!panel.findChild<QTableView*>(u"differencePlans"_s)->isVisible());
        QVERIFY(panel.markdown().isEmpty());
        QVERIFY(panel.csv().isEmpty());
    }
};

QTEST_MAIN(DifferencePanelTest)
#include "tst_differencepanel.moc"
