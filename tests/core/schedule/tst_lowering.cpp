// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/sentence.h"
#include "core/format/ordercsv.h"
#include "core/format/planinput.h"
#include "core/format/sheetcsv.h"
#include "core/schedule/catalogue.h"
#include "core/schedule/lowering.h"
#include "core/schedule/pythonset.h"
#include "tests/support/failonwarning.h"
#include "tests/support/plans.h"

#include <QTest>

using namespace pipegantt;

class TestLowering : public QObject
{
    Q_OBJECT

private:
    static Result<std::string> lowered(const std::string& csv, Runtime runtime)
    {
        return parseScheduleCsv(csv).and_then([&](const Plan& plan) {
            return communicationSheet(plan, *plan.given.schedule, runtime).map(sheetCsv);
        });
    }

private slots:
    void init() { test::failOnWarning(); }

    /// What the lowering of PyTorch 2.14.1 and of 2.15.0 prints.
    void addsWhatPyTorchAdds_data()
    {
        QTest::addColumn<QByteArray>("computing");
        QTest::addColumn<QByteArray>("old");
        QTest::addColumn<QByteArray>("waiting");
        const auto row = [](const char* name, const char* computing, const char* old,
                             const char* waiting) {
            QTest::newRow(name) << QByteArray(computing) << QByteArray(old) << QByteArray(waiting);
        };
        row("1F1B", "0F0,0F1,0B0,0B1\r\n1F0,1B0,1F1,1B1\r\n",
            "0UNSHARD,0F0,0SEND_F0,0F1,0SEND_F1,0RECV_B0,0B0,0RECV_B1,0B1,0REDUCE_GRAD,0RESHARD\r\n"
            "1UNSHARD,1RECV_F0,1F0,1RECV_F1,1B0,1SEND_B0,1F1,1B1,1SEND_B1,1REDUCE_GRAD,"
            "1RESHARD\r\n",
            "0UNSHARD,0F0,0SEND_F0,0F1,0SEND_F1,0RECV_B0,0B0,0WAIT_SEND_F0,0RECV_B1,0B1,"
            "0WAIT_SEND_F1,0REDUCE_GRAD,0WAIT_REDUCE_GRAD,0RESHARD\r\n"
            "1UNSHARD,1RECV_F0,1F0,1RECV_F1,1B0,1SEND_B0,1F1,1B1,1SEND_B1,1REDUCE_GRAD,"
            "1WAIT_REDUCE_GRAD,1RESHARD,1WAIT_SEND_B0,1WAIT_SEND_B1\r\n");
        row("V, split", "0F0,3F0,3I0,0I0,3W0,0W0\r\n1F0,2F0,2I0,2W0,1B0\r\n",
            "0UNSHARD,3UNSHARD,0F0,0SEND_F0,3RECV_F0,3F0,3I0,3SEND_B0,0RECV_B0,0I0,3W0,"
            "3REDUCE_GRAD,3RESHARD,0W0,0REDUCE_GRAD,0RESHARD\r\n"
            "1UNSHARD,2UNSHARD,1RECV_F0,1F0,2F0,2SEND_F0,2RECV_B0,2I0,2W0,2REDUCE_GRAD,2RESHARD,"
            "1B0,1SEND_B0,1REDUCE_GRAD,1RESHARD\r\n",
            "0UNSHARD,3UNSHARD,0F0,0SEND_F0,3RECV_F0,3F0,3I0,3SEND_B0,0RECV_B0,0I0,0WAIT_SEND_F0,"
            "3W0,3REDUCE_GRAD,3WAIT_REDUCE_GRAD,3RESHARD,0W0,0REDUCE_GRAD,0WAIT_REDUCE_GRAD,"
            "0RESHARD,3WAIT_SEND_B0\r\n"
            "1UNSHARD,2UNSHARD,1RECV_F0,1F0,2F0,2SEND_F0,2RECV_B0,2I0,2WAIT_SEND_F0,2W0,"
            "2REDUCE_GRAD,2WAIT_REDUCE_GRAD,2RESHARD,1B0,1SEND_B0,1REDUCE_GRAD,1WAIT_REDUCE_GRAD,"
            "1RESHARD,1WAIT_SEND_B0\r\n");
        row("idle cells vanish", ",0F0,,0B0\r\n1F0,,1B0\r\n",
            "0UNSHARD,0F0,0SEND_F0,0RECV_B0,0B0,0REDUCE_GRAD,0RESHARD\r\n"
            "1UNSHARD,1RECV_F0,1F0,1B0,1SEND_B0,1REDUCE_GRAD,1RESHARD\r\n",
            "0UNSHARD,0F0,0SEND_F0,0RECV_B0,0B0,0WAIT_SEND_F0,0REDUCE_GRAD,0WAIT_REDUCE_GRAD,"
            "0RESHARD\r\n"
            "1UNSHARD,1RECV_F0,1F0,1B0,1SEND_B0,1REDUCE_GRAD,1WAIT_REDUCE_GRAD,1RESHARD,"
            "1WAIT_SEND_B0\r\n");
        row("a pair", "0F0,0F1,1F0,(1F1;1B0)OVERLAP_F_B,0B0,1B1,0B1\r\n",
            "0UNSHARD,1UNSHARD,0F0,0F1,1F0,(1F1;1B0)OVERLAP_F_B,0B0,1B1,1REDUCE_GRAD,1RESHARD,0B1,"
            "0REDUCE_GRAD,0RESHARD\r\n",
            "0UNSHARD,1UNSHARD,0F0,0F1,1F0,(1F1;1B0)OVERLAP_F_B,0B0,1B1,1REDUCE_GRAD,"
            "1WAIT_REDUCE_GRAD,1RESHARD,0B1,0REDUCE_GRAD,0WAIT_REDUCE_GRAD,0RESHARD\r\n");
        row("three stages active of five",
            "0F0,1F0,2F0,3F0,4F0,0F1,4B0,3B0,2B0,1B0,0B0,1F1,2F1,3F1,4F1,4B1,3B1,2B1,1B1,0B1\r\n",
            "0UNSHARD,1UNSHARD,2UNSHARD,0F0,0RESHARD,3UNSHARD,1F0,1RESHARD,4UNSHARD,2F0,2RESHARD,"
            "0UNSHARD,3F0,4F0,0F1,0RESHARD,2UNSHARD,4B0,4RESHARD,1UNSHARD,3B0,3RESHARD,0UNSHARD,"
            "2B0,1B0,0B0,0RESHARD,3UNSHARD,1F1,1RESHARD,4UNSHARD,2F1,3F1,4F1,4B1,4REDUCE_GRAD,"
            "4RESHARD,1UNSHARD,3B1,3REDUCE_GRAD,3RESHARD,0UNSHARD,2B1,2REDUCE_GRAD,2RESHARD,1B1,"
            "1REDUCE_GRAD,1RESHARD,0B1,0REDUCE_GRAD,0RESHARD\r\n",
            "0UNSHARD,1UNSHARD,2UNSHARD,0F0,0RESHARD,3UNSHARD,1F0,1RESHARD,4UNSHARD,2F0,2RESHARD,"
            "0UNSHARD,3F0,4F0,0F1,0RESHARD,2UNSHARD,4B0,4RESHARD,1UNSHARD,3B0,3RESHARD,0UNSHARD,"
            "2B0,1B0,0B0,0RESHARD,3UNSHARD,1F1,1RESHARD,4UNSHARD,2F1,3F1,4F1,4B1,4REDUCE_GRAD,"
            "4WAIT_REDUCE_GRAD,4RESHARD,1UNSHARD,3B1,3REDUCE_GRAD,3WAIT_REDUCE_GRAD,3RESHARD,"
            "0UNSHARD,2B1,2REDUCE_GRAD,2WAIT_REDUCE_GRAD,2RESHARD,1B1,1REDUCE_GRAD,"
            "1WAIT_REDUCE_GRAD,1RESHARD,0B1,0REDUCE_GRAD,0WAIT_REDUCE_GRAD,0RESHARD\r\n");
    }
    void addsWhatPyTorchAdds()
    {
        QFETCH(QByteArray, computing);
        QFETCH(QByteArray, old);
        QFETCH(QByteArray, waiting);
        const std::string csv = computing.toStdString();
        QCOMPARE(QByteArray::fromStdString(lowered(csv, Runtime::PyTorch214).value()), old);
        QCOMPARE(QByteArray::fromStdString(lowered(csv, Runtime::PyTorch215).value()), waiting);
    }

    /// What is lowered is accepted by the strict reader, deadlocks and all, and printed as it came.
    void lowersEveryScheduleWithoutDeadlock()
    {
        int lowerable = 0;
        for (const CatalogueEntry& known : catalogue()) {
            Plan plan = test::planOf(known.kind, 4, known.kind == ScheduleKind::Naive ? 1 : 8);
            plan.chunks = std::max(shapeOf(known.kind).chunks, shapeOf(known.kind).usualChunks);
            plan.slices = 2;
            Schedule schedule;
            if (!generate(plan, schedule))
                continue;
            for (const Runtime runtime : {Runtime::PyTorch214, Runtime::PyTorch215}) {
                const Result<ActionSheet> sheet = communicationSheet(plan, schedule, runtime);
                if (!sheet) {
                    QVERIFY(sheet.error().code == ErrorCode::NotInPyTorch);
                    continue;
                }
                ++lowerable;
                const std::string csv = sheetCsv(*sheet);
                const Result<Plan> read = parseScheduleCsv(csv);
                QVERIFY2(read.has_value(), read ? "" : sentence(read.error()).c_str());
                QCOMPARE(sheetCsv(communicationSheet(*read, schedule, runtime).value()), csv);
                QCOMPARE(sheetCsv(orderSheet(*read, schedule)), orderCsv(schedule));
            }
        }
        QVERIFY(lowerable >= 8);
    }

    void refusesWhatPyTorchCannotSay_data()
    {
        QTest::addColumn<QByteArray>("csv");
        QTest::addColumn<QByteArray>("says");
        const auto row = [](const char* name, const char* csv, const char* says) {
            QTest::newRow(name) << QByteArray(csv) << QByteArray(says);
        };
        row("two pipelines", "0F0,1F1,1B1,0B0\r\n0F1,1F0,1B0,0B1\r\n", "two pipelines");
        row("slices", "0F0.0,0F0.1,0B0.1,0B0.0\r\n", "slices of the sequence");
        row("recomputation", "0F0,0R0,0B0\r\n", "recomputation");
        row("optimizer steps", "0F0,0B0,0O0\r\n", "optimizer steps");
    }
    void refusesWhatPyTorchCannotSay()
    {
        QFETCH(QByteArray, csv);
        QFETCH(QByteArray, says);
        const Result<std::string> sheet = lowered(csv.toStdString(), Runtime::PyTorch214);
        QVERIFY(!sheet.has_value() && sheet.error().code == ErrorCode::NotInPyTorch);
        QVERIFY(sentence(sheet.error()).find(says.toStdString()) != std::string::npos);
    }

    /// As CPython 3.10 to 3.13 walk it.
    void walksASetAsPythonDoes()
    {
        PythonSet set;
        for (const int number : {16, 8, 3, 0})
            set.add(number);
        QCOMPARE(set.numbers(), (std::vector<int> {16, 8, 3, 0}));
        set.remove(16);
        set.add(24);
        QCOMPARE(set.numbers(), (std::vector<int> {24, 8, 3, 0}));
        set.add(5);
        QCOMPARE(set.numbers(), (std::vector<int> {0, 3, 5, 8, 24}));
        QVERIFY(set.has(24) && !set.has(16));
    }
};

QTEST_APPLESS_MAIN(TestLowering)
#include "tst_lowering.moc"
