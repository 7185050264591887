// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/sentence.h"
#include "core/format/ordercsv.h"
#include "core/format/sheetcsv.h"
#include "core/schedule/catalogue.h"
#include "core/schedule/givenorder.h"
#include "tests/support/failonwarning.h"
#include "tests/support/plans.h"

#include <QTest>

#include <random>

using namespace pipegantt;

using Layout = Placement::Layout;

class TestGivenOrder : public QObject
{
    Q_OBJECT

private:
    static Result<GivenOrder> read(const std::string& csv)
    {
        return parseSheet(csv).and_then(
            [](ActionSheet sheet) { return givenOrder(std::move(sheet)); });
    }

private slots:
    void init() { test::failOnWarning(); }

    /// What `order` prints for a schedule of the catalogue is read back as the same order.
    void readsWhatTheCataloguePrints_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("stages");
        QTest::addColumn<int>("microbatches");
        for (const CatalogueEntry& known : catalogue()) {
            if (known.kind == ScheduleKind::Custom || known.kind == ScheduleKind::Auto)
                continue;
            for (const int stages : {1, 2, 3, 4, 8}) {
                for (const int microbatches : {1, 2, 5, 8, 16, 32}) {
                    Plan plan = test::planOf(known.kind, stages, microbatches);
                    plan.chunks =
                        std::max(shapeOf(known.kind).chunks, shapeOf(known.kind).usualChunks);
                    if (!checkPlan(plan) || !known.check(plan))
                        continue;
                    const QByteArray id = QByteArray::fromStdString(std::string(known.id));
                    QTest::addRow("%s P=%d M=%d", id.constData(), stages, microbatches)
                        << static_cast<int>(known.kind) << stages << microbatches;
                }
            }
        }
    }
    void readsWhatTheCataloguePrints()
    {
        QFETCH(int, kind);
        QFETCH(int, stages);
        QFETCH(int, microbatches);
        Plan plan = test::planOf(static_cast<ScheduleKind>(kind), stages, microbatches);
        const KindShape& shape = shapeOf(plan.schedule);
        plan.chunks = std::max(shape.chunks, shape.usualChunks);
        plan.slices = 3;
        Schedule schedule;
        QVERIFY(generate(plan, schedule).has_value());
        const std::string csv = orderCsv(schedule);
        const Result<GivenOrder> order = read(csv);
        QVERIFY2(order.has_value(), order ? "" : sentence(order.error()).c_str());

        Plan given;
        given.schedule = ScheduleKind::Custom;
        given.given = *order;
        adoptGivenShape(given);
        QCOMPARE(given.stages, plan.stages);
        QCOMPARE(given.microbatches, plan.microbatches);
        QCOMPARE(given.modelStages(), plan.modelStages());
        Schedule again;
        QVERIFY(generate(given, again).has_value());
        QCOMPARE(sheetCsv(orderSheet(given, again)), csv);
        for (int device = 0; device < stages; ++device) {
            for (int chunk = 0; chunk < again.chunks(); ++chunk)
                QCOMPARE(again.stageOf(device, chunk), schedule.stageOf(device, chunk));
        }
    }

    void seesWhereStagesAre_data()
    {
        QTest::addColumn<QByteArray>("csv");
        QTest::addColumn<int>("layout");
        QTest::addColumn<int>("chunks");
        const auto row = [](const char* name, const char* csv, Layout layout, int chunks) {
            QTest::newRow(name) << QByteArray(csv) << static_cast<int>(layout) << chunks;
        };
        row("one device", "0F0,0B0\r\n", Layout::Loop, 1);
        row("linear", "0F0,0B0\r\n1F0,1B0\r\n", Layout::Loop, 1);
        row("loop", "0F0,2F0,2B0,0B0\r\n1F0,3F0,3B0,1B0\r\n", Layout::Loop, 2);
        row("v", "0F0,3F0,3B0,0B0\r\n1F0,2F0,2B0,1B0\r\n", Layout::Wave, 2);
        row("turned", "1F0,1B0\r\n0F0,0B0\r\n", Layout::Given, 1);
        row("uneven", "0F0,1F0,1B0,0B0\r\n2F0,2B0\r\n", Layout::Given, 2);
        row("two pipelines", "0F0,1F1,1B1,0B0\r\n0F1,1F0,1B0,0B1\r\n", Layout::Bidirectional, 2);
    }
    void seesWhereStagesAre()
    {
        QFETCH(QByteArray, csv);
        QFETCH(int, layout);
        QFETCH(int, chunks);
        const Result<GivenOrder> order = read(csv.toStdString());
        QVERIFY2(order.has_value(), order ? "" : sentence(order.error()).c_str());
        QCOMPARE(static_cast<int>(order->schedule->placement().layout()), layout);
        QCOMPARE(order->schedule->chunks(), chunks);
        QVERIFY(order->sheet == nullptr);
    }

    void keepsTheCellsOfASheetThatSaysMore()
    {
        const std::string csv = ",0F0,,0B0\r\n1F0,1B0\r\n";
        const Result<GivenOrder> order = read(csv);
        QVERIFY(order.has_value() && order->sheet);
        QCOMPARE(sheetCsv(*order->sheet), csv);
        QCOMPARE(order->schedule->operations().size(), std::size_t {4});
    }

    /// Whatever a file holds, it is read or refused in words.
    void answersAnything()
    {
        std::mt19937 random(17);
        const auto below = [&random](std::size_t most) {
            return std::uniform_int_distribution<std::size_t>(0, most - 1)(random);
        };
        const std::string grammar = "0123456789FIWBROSENDCV_UHAG(),;.\r\n \x01\xff";
        const std::vector<std::string> seeds {
            "0F0,0F1,0B0,0B1\r\n1F0,1B0,1F1,1B1\r\n",
            "0F0,(0F1;0B0)OVERLAP_F_B,0I1,0W1\r\n",
            "0F0.0,0F0.1,0B0.1,0B0.0\r\n",
            "0UNSHARD,0F0,0SEND_F0,0RECV_B0,0B0,0REDUCE_GRAD,0RESHARD\r\n"
            "1RECV_F0,1F0,1B0,1SEND_B0,1REDUCE_GRAD\r\n",
            "0F0,1F1,1B1,0B0\r\n0F1,1F0,1B0,0B1\r\n",
        };
        int readable = 0;
        for (int i = 0; i < 20'000; ++i) {
            std::string csv = seeds[below(seeds.size())];
            for (std::size_t edits = 1 + below(3); edits > 0; --edits) {
                const std::size_t at = below(csv.size());
                const std::size_t how = below(3);
                if (how == 0)
                    csv[at] = grammar[below(grammar.size())];
                else if (how == 1)
                    csv.insert(at, 1, grammar[below(grammar.size())]);
                else if (csv.size() > 1)
                    csv.erase(at, 1);
            }
            const Result<GivenOrder> order = read(csv);
            readable += order ? 1 : 0;
            if (order)
                continue;
            const QByteArray text = QByteArray::fromStdString(sentence(order.error()));
            QVERIFY2(!text.contains('%') && text.contains("ow "), text.constData());
        }
        QVERIFY(readable > 0);
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("csv");
        QTest::addColumn<QByteArray>("says");
        const auto row = [](const char* name, const char* csv, const char* says) {
            QTest::newRow(name) << QByteArray(csv) << QByteArray(says);
        };
        row("nothing", "", "Row 1 runs nothing");
        row("an empty row", "0F0,0B0\n\n1F0,1B0\n", "Row 2 runs nothing");
        row("idle alone", "0F0,0B0\n,,\n", "Row 2 runs nothing");
        row("a duplicate", "0F0,0B0,0F0\n",
            "Row 1, column 3: “0F0” stands already in row 1, column 1");
        row("a duplicate in a pair", "0F0,0F1,(0F2;0B0)OVERLAP_F_B,0B2,0B1,0F2\n",
            "Row 1, column 6: “0F2” stands already in row 1, column 3");
        row("a stage on two rows", "0F0,0B0,\n1F0,0F1,1B0\n",
            "Row 2, column 2: “0F1” runs stage 0, which row 1 runs already");
        row("a stage on three rows", "0F0,1F1,1B1,0B0\n0F1,1F0,1B0,0B1\n0F0\n",
            "Row 2, column 1: “0F1” runs stage 0, which row 1 runs already");
        row("a stage left out", "0F0,0B0\n2F0,2B0\n",
            "No row runs stage 1; the stages from 0 to 2");
        row("a micro-batch left out", "0F0,0F2,0B0,0B2\n", "Row 1 has no “0F1”");
        row("a micro-batch of one stage", "0F0,0F1,0B0,0B1\n1F0,1B0\n", "Row 2 has no “1F1”");
        row("a far micro-batch", "0F999999,0B999999\n", "Row 1 has no “0F0”");
        row("a backward left out", "0F0,0F1,0B0\n", "Row 1 has no “0B1”");
        row("a weight gradient left out", "0F0,0I0\n", "Row 1 has no “0W0”");
        row("an input gradient left out", "0F0,0W0\n", "Row 1 has no “0I0”");
        row("whole and split", "0F0,0I0,0W0,0B0\n",
            "Row 1, column 4: “0B0” cannot stand here: the backward pass of a micro-batch through");
        row("old grammar without BW", "0F0,0B0,0W0\n",
            "Row 1, column 3: “0W0” is of PyTorch's old");
        row("backward first", "0B0,0F0\n",
            "Row 1, column 1: “0B0” needs “0F0”, which stands in column 2 of the same row");
        row("weights first", "0F0,0W0,0I0\n", "Row 1, column 2: “0W0” needs “0I0”");
        row("later stage first", "1F0,0F0,1B0,0B0\n", "Row 1, column 1: “1F0” needs “0F0”");
        row("recomputed too late", "0F0,0B0,0R0\n", "Row 1, column 2: “0B0” needs “0R0”");
        row("a deadlock", "0F0,0B0,0F1,0B1\n1F1,1B1,1F0,1B0\n",
            "Row 1, column 2: “0B0” waits for ever: 0B0 (row 1, column 2) waits for 1B0 (row 2, "
            "column 4); 1F1 (row 2, column 1) waits for 0F1 (row 1, column 3).");
        row("a slice here and there", "0F0.0,0F0.1,0B0.1,0B0\n",
            "Row 1, column 4: “0B0” cannot stand here: either each operation names its slice");
        row("one slice", "0F0.0,0B0.0\n", "a sequence of one slice is written without slices");
        row("a slice left out", "0F0.0,0F0.2,0B0.2,0B0.0\n", "Row 1 has no “0F0.1”");
        row("slices in the wrong order", "0F0.1,0F0.0,0B0.1,0B0.0\n",
            "Row 1, column 1: “0F0.1” needs “0F0.0”");
    }
    void refuses()
    {
        QFETCH(QByteArray, csv);
        QFETCH(QByteArray, says);
        const Result<GivenOrder> order = read(csv.toStdString());
        QVERIFY(!order.has_value());
        const QByteArray text = QByteArray::fromStdString(sentence(order.error()));
        QVERIFY2(text.contains(says), text.constData());
        QVERIFY2(!text.contains('%'), text.constData());
        QVERIFY(category(order.error().code) == ErrorCategory::Invalid);
    }
};

QTEST_APPLESS_MAIN(TestGivenOrder)
#include "tst_givenorder.moc"
