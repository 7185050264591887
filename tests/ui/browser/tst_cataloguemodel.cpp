// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/planner/adaptation.h"
#include "core/schedule/catalogue.h"
#include "tests/support/failonwarning.h"
#include "tests/support/plans.h"
#include "ui/browser/cataloguefilter.h"
#include "ui/browser/comparisontext.h"
#include "ui/text/language.h"

#include <QMimeData>
#include <QSignalSpy>
#include <QTest>

using namespace pipegantt;
using namespace Qt::StringLiterals;

namespace {

int column(CatalogueColumn which)
{
    return static_cast<int>(which);
}

void fill(CatalogueModel& model, const Plan& plan)
{
    model.expect(plan, plan.schedule);
    Comparison comparison;
    const std::vector<ComparedPlan> rows = comparison.catalogueRows(plan);
    for (std::size_t i = 0; i < rows.size(); ++i)
        model.setRow(static_cast<int>(i), rows[i]);
}

QStringList shownIds(const CatalogueModel& model, const CatalogueFilter& filter)
{
    QStringList ids;
    for (int i = 0; i < filter.rowCount(); ++i) {
        const int row = filter.mapToSource(filter.index(i, 0)).row();
        ids += QString::fromUtf8(scheduleId(model.kindOf(row)).data());
    }
    return ids;
}

} // namespace

/// The catalogue as a model, searched, sorted and copied.
class TestCatalogueModel : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }

    void waitsForItsNumbers()
    {
        CatalogueModel model;
        QCOMPARE(model.rowCount(), static_cast<int>(catalogue().size()));
        QCOMPARE(model.columnCount(), kCatalogueColumnCount);
        const QModelIndex bubble =
            model.index(model.indexOf(ScheduleKind::OneFOneB), column(CatalogueColumn::Bubble));
        QCOMPARE(bubble.data().toString(), u"…"_s);
        QVERIFY(bubble.flags().testFlag(Qt::ItemIsEnabled));
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        fill(model, test::planOf(ScheduleKind::OneFOneB, 4, 8));
        QVERIFY(changed.size() > 0);
        QCOMPARE(bubble.data().toString(), u"27.3 %"_s);
        QCOMPARE(bubble.siblingAtColumn(column(CatalogueColumn::Makespan)).data().toString(),
            u"33 slots"_s);
        model.expect(Plan {}, ScheduleKind::GPipe);
        QCOMPARE(bubble.data().toString(), u"…"_s);
    }

    void saysWhyNot()
    {
        CatalogueModel model;
        fill(model, test::planOf(ScheduleKind::OneFOneB, 5, 3));
        const int row = model.indexOf(ScheduleKind::DualPipe);
        const QModelIndex index = model.index(row, column(CatalogueColumn::Notes));
        QVERIFY(!index.flags().testFlag(Qt::ItemIsEnabled));
        QVERIFY2(index.data().toString().contains(u"5"), qPrintable(index.data().toString()));
        QCOMPARE(index.siblingAtColumn(column(CatalogueColumn::Bubble)).data().toString(), u"–"_s);
        QVERIFY(model.index(row, 0).data(Qt::ToolTipRole).toString().contains(u"arXiv"_s));
        QVERIFY(model.runnable() < model.rowCount());
        QVERIFY(model.runnable() >= 4);
    }

    void everyRowSpeaks()
    {
        CatalogueModel model;
        fill(model, test::planOf(ScheduleKind::OneFOneB, 4, 8));
        for (int i = 0; i < model.rowCount(); ++i) {
            const QString spoken = model.index(i, 0).data(Qt::AccessibleTextRole).toString();
            const std::string_view title = catalogue()[static_cast<std::size_t>(i)].title;
            QVERIFY(spoken.contains(QString::fromUtf8(title.data())));
            QVERIFY(spoken.size() > 30);
        }
    }

    void searches_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("finds");
        QTest::addColumn<QString>("leaves");
        QTest::newRow("id") << u"dualpipev"_s << u"dualpipev"_s << u"1f1b"_s;
        QTest::newRow("title") << u"GPip"_s << u"gpipe"_s << u"chimera"_s;
        QTest::newRow("case") << u"CHIMERA"_s << u"chimera"_s << u"gpipe"_s;
        QTest::newRow("paper") << u"huang"_s << u"gpipe"_s << u"dualpipev"_s;
        QTest::newRow("number") << u"2107.06925"_s << u"chimera"_s << u"1f1b"_s;
        QTest::newRow("year") << u"2024"_s << u"dualpipe"_s << u"gpipe"_s;
        QTest::newRow("summary") << u"opposite directions"_s << u"chimera"_s << u"1f1b"_s;
        QTest::newRow("every word") << u"directions dualpipe"_s << u"dualpipe"_s << u"chimera"_s;
        QTest::newRow("hyphens") << u"dual-pipe-v"_s << u"dualpipev"_s << u"chimera"_s;
        QTest::newRow("Chinese") << u"预热"_s << u"1f1b"_s << u"naive"_s;
    }
    void searches()
    {
        QFETCH(QString, text);
        QFETCH(QString, finds);
        QFETCH(QString, leaves);
        CatalogueModel model;
        CatalogueFilter filter(model);
        filter.search(text);
        const QStringList ids = shownIds(model, filter);
        QVERIFY2(ids.contains(finds), qPrintable(ids.join(u' ')));
        QVERIFY2(!ids.contains(leaves), qPrintable(ids.join(u' ')));
        filter.search(u""_s);
        QCOMPARE(filter.rowCount(), model.rowCount());
    }

    void sortsEitherWay_data()
    {
        QTest::addColumn<int>("column");
        for (int i = 0; i < kCatalogueColumnCount; ++i)
            QTest::addRow("%d", i) << i;
    }
    void sortsEitherWay()
    {
        QFETCH(int, column);
        CatalogueModel model;
        fill(model, test::planOf(ScheduleKind::OneFOneB, 5, 3)); // some cannot run
        CatalogueFilter filter(model);
        const ComparisonOrder order = orderOf(static_cast<CatalogueColumn>(column));
        const bool byMeasure =
            order != ComparisonOrder::Catalogue && order != ComparisonOrder::Year;
        for (const Qt::SortOrder way : {Qt::AscendingOrder, Qt::DescendingOrder}) {
            filter.sort(column, way);
            QVERIFY(filter.headerData(column, Qt::Horizontal, Qt::DisplayRole)
                        .toString()
                        .endsWith(way == Qt::AscendingOrder ? u"▴"_s : u"▾"_s));
            for (int i = 1; i < filter.rowCount(); ++i) {
                const auto at = [&](int shown) -> const ComparedPlan& {
                    return model.compared(filter.mapToSource(filter.index(shown, 0)).row());
                };
                if (byMeasure)
                    QVERIFY(at(i - 1).isMeasured() || !at(i).isMeasured());
                if (byMeasure && !at(i).isMeasured())
                    continue;
                QVERIFY(way == Qt::AscendingOrder ? !comesBefore(at(i), at(i - 1), order)
                                                  : !comesBefore(at(i - 1), at(i), order));
            }
        }
    }

    void copiesWhatIsOnTheScreen()
    {
        CatalogueModel model;
        fill(model, test::planOf(ScheduleKind::OneFOneB, 4, 8));
        CatalogueFilter filter(model);
        filter.search(u"1f1b"_s);
        filter.sort(column(CatalogueColumn::Bubble));
        const QStringList lines =
            markdownText(model, filter, allRows(filter)).split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), filter.rowCount() + 2);
        QVERIFY(lines[0].startsWith(u"| Schedule"_s));
        QVERIFY(!lines[0].contains(u'▴'));
        QVERIFY2(lines.join(u'\n').contains(u"| 1F1B "_s), qPrintable(lines.join(u'\n')));
        const auto mime = comparisonMime(model, filter, {0});
        QCOMPARE(mime->text().count(u'\n'), 3);
        const QByteArray csv = mime->data(u"text/csv"_s);
        QVERIFY(csv.startsWith("schedule,title,"));
        QCOMPARE(csv.count('\n'), 2);
    }

    void speaksChinese()
    {
        Language language;
        language.use(u"zh_CN"_s);
        CatalogueModel model;
        fill(model, test::planOf(ScheduleKind::OneFOneB, 4, 8));
        CatalogueFilter filter(model);
        const QString markdown = markdownText(model, filter, allRows(filter));
        QVERIFY(markdown.contains(u"气泡率"_s));
        QVERIFY(markdown.contains(u"仅前向"_s));
        // Also what is written in the other language is found.
        filter.search(u"warm-up"_s);
        QVERIFY(shownIds(model, filter).contains(u"1f1b"_s));
        language.use(u"en"_s);
    }
};

QTEST_MAIN(TestCatalogueModel)
#include "tst_cataloguemodel.moc"
