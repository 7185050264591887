// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/format/comparisontable.h"
#include "tests/support/failonwarning.h"
#include "tests/support/plans.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace pipegantt;
using test::planOf;

namespace {

std::vector<ComparedPlan> rows()
{
    Comparison comparison;
    Plan tight = planOf(ScheduleKind::GPipe, 4, 8);
    tight.memoryLimit = {MemoryLimit::Unit::Microbatches, 4};
    Plan chunked = planOf(ScheduleKind::Inference, 2, 4);
    chunked.chunks = 2;
    chunked.group = 2;
    return {comparison.row(tight), comparison.row(chunked),
        comparison.row(planOf(ScheduleKind::Naive, 4, 2)),
        Comparison(1).row(planOf(ScheduleKind::OneFOneB, 4, 8))};
}

} // namespace

class TestComparisonTable : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }

    void writesMarkdown()
    {
        const std::vector<ComparedPlan> two {rows()[0], rows()[1]};
        QCOMPARE(QString::fromStdString(markdownTable(comparisonTable(two))),
            QStringLiteral(
                "| Schedule  |  P |  M |  V | Bubble | Span bubble | Makespan | Peak memory | "
                "Micro-batches held | Messages | Weight copies | Notes |\n"
                "| --------- | -: | -: | -: | -----: | ----------: | -------: | ----------: | "
                "-----------------: | -------: | ------------: | ----- |\n"
                "| GPipe     |  4 |  8 |  1 | 27.3 % |      27.3 % | 33 slots |        8 GB | "
                "                 8 |       48 |             1 | over the memory limit |\n"
                "| Inference |  2 |  4 |  2 | 11.1 % |       0.0 % |  9 slots |      500 MB | "
                "               0.5 |       12 |             1 | forward only, N = 2 |\n"));
    }

    void escapesMarkdown()
    {
        const TextTable table {{"a|b", "c"}, {false, false}, {{"1\n2", "x|y"}}};
        QCOMPARE(QString::fromStdString(markdownTable(table)),
            QStringLiteral("| a\\|b | c  |\n| ---- | -- |\n| 1 2  | x\\|y |\n"));
    }

    void countsCharactersNotBytes()
    {
        const TextTable table {{"气泡率", "c"}, {true, false}, {{"1", "x"}}};
        QCOMPARE(QString::fromStdString(markdownTable(table)).split(u'\n')[2],
            QStringLiteral("|   1 | x  |"));
    }

    void saysWhyNot()
    {
        const TextTable table = comparisonTable(rows());
        QCOMPARE(table.rows[2][4], std::string("-"));
        QVERIFY(table.rows[2].back().starts_with("microbatches is 2; the naive schedule"));
        QCOMPARE(table.rows[3].back(), std::string("too large to compare"));
        for (const auto& cells : table.rows)
            QCOMPARE(cells.size(), table.header.size());
    }

    void writesCsv()
    {
        const QStringList lines = QString::fromStdString(comparisonCsv(rows())).split(u'\n');
        QCOMPARE(lines.size(), 6);
        QCOMPARE(lines[0],
            QStringLiteral("schedule,title,year,stages,microbatches,chunks,slices,group,legal,"
                           "reason,unit,makespan,bubble_ratio,span_bubble_ratio,peak_memory_bytes,"
                           "peak_microbatches,fits_memory,messages,weight_copies"));
        QCOMPARE(lines[2],
            QStringLiteral("inference,Inference,2020,2,4,2,1,2,true,,slots,9,0.1111111111111111,0,"
                           "500000000,0.5,true,12,1"));
        // A sentence has commas: it is quoted.
        QVERIFY(lines[3].startsWith(
            QStringLiteral("naive,Naive,2018,4,2,1,1,0,false,\"microbatches is 2; ")));
        QVERIFY(lines[3].endsWith(QStringLiteral("any number.\",slots,,,,,,,,")));
        QVERIFY(lines[5].isEmpty());
    }

    void writesJson()
    {
        const QByteArray bytes = QByteArray::fromStdString(comparisonJson(rows()));
        const QJsonArray plans =
            QJsonDocument::fromJson(bytes).object()[QStringLiteral("plans")].toArray();
        QCOMPARE(plans.size(), 4);
        const auto member = [&plans](int row, const char* key) {
            return plans[row].toObject().value(QString::fromLatin1(key));
        };
        QCOMPARE(member(0, "schedule"), QStringLiteral("gpipe"));
        QCOMPARE(member(0, "makespan"), 33);
        QCOMPARE(member(0, "fits_memory"), false);
        QVERIFY(member(0, "reason").isNull());
        QCOMPARE(member(2, "legal"), false);
        QVERIFY(member(2, "makespan").isNull());
        QCOMPARE(member(3, "legal"), true);
        QVERIFY(member(3, "bubble_ratio").isNull());
    }
};

QTEST_APPLESS_MAIN(TestComparisonTable)
#include "tst_comparisontable.moc"
