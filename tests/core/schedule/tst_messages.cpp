// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/sentence.h"
#include "core/format/sheetcsv.h"
#include "core/schedule/givenorder.h"
#include "tests/support/failonwarning.h"

#include <QTest>

using namespace pipegantt;

class TestMessages : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }

    void acceptsWhatRuns_data()
    {
        QTest::addColumn<QByteArray>("csv");
        QTest::newRow("two devices")
            << QByteArray("0F0,0SEND_F0,0RECV_B0,0B0\r\n1RECV_F0,1F0,1B0,1SEND_B0\r\n");
        QTest::newRow("sharded and reduced")
            << QByteArray("0UNSHARD,0F0,0SEND_F0,0RECV_B0,0B0,0REDUCE_GRAD,0RESHARD\r\n"
                          "1UNSHARD,1RECV_F0,1F0,1B0,1SEND_B0,1REDUCE_GRAD,1RESHARD\r\n");
        QTest::newRow("with waits") << QByteArray(
            "0F0,0SEND_F0,0RECV_B0,0B0,0WAIT_SEND_F0,0REDUCE_GRAD,0WAIT_REDUCE_GRAD\r\n"
            "1RECV_F0,1F0,1B0,1SEND_B0,1REDUCE_GRAD,1WAIT_REDUCE_GRAD,1WAIT_SEND_B0\r\n");
        QTest::newRow("nothing between stages of one device")
            << QByteArray("0F0,0SEND_F0,3RECV_F0,3F0,3B0,3SEND_B0,0RECV_B0,0B0\r\n"
                          "1RECV_F0,1F0,2F0,2SEND_F0,2RECV_B0,2B0,1B0,1SEND_B0\r\n");
    }
    void acceptsWhatRuns()
    {
        QFETCH(QByteArray, csv);
        const Result<GivenOrder> order = parseSheet(csv.toStdString()).and_then([](ActionSheet s) {
            return givenOrder(std::move(s));
        });
        QVERIFY2(order.has_value(), order ? "" : sentence(order.error()).c_str());
        QVERIFY(order->sheet != nullptr);
        QCOMPARE(QByteArray::fromStdString(sheetCsv(*order->sheet)), csv);
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("csv");
        QTest::addColumn<QByteArray>("says");
        const auto row = [](const char* name, const char* csv, const char* says) {
            QTest::newRow(name) << QByteArray(csv) << QByteArray(says);
        };
        row("no send", "0F0,0RECV_B0,0B0\n1RECV_F0,1F0,1B0,1SEND_B0\n",
            "Row 2, column 1: “1RECV_F0” has no partner; 0SEND_F0 is missing.");
        row("no receive", "0F0,0SEND_F0,0RECV_B0,0B0\n1F0,1B0,1SEND_B0\n",
            "Row 1, column 2: “0SEND_F0” has no partner; 1RECV_F0 is missing.");
        row("neither", "0F0,0RECV_B0,0B0\n1F0,1B0,1SEND_B0\n",
            "Row 2, column 1: “1F0” has no partner; 1RECV_F0 is missing.");
        row("sent before it is made", "0SEND_F0,0F0,0RECV_B0,0B0\n1RECV_F0,1F0,1B0,1SEND_B0\n",
            "Row 1, column 1: “0SEND_F0” needs “0F0”, which stands in column 2");
        row("received after it is needed", "0F0,0SEND_F0,0B0,0RECV_B0\n1RECV_F0,1F0,1B0,1SEND_B0\n",
            "Row 1, column 3: “0B0” needs “0RECV_B0”, which stands in column 4");
        row("sent twice", "0F0,0SEND_F0,0SEND_F0,0RECV_B0,0B0\n1RECV_F0,1F0,1B0,1SEND_B0\n",
            "Row 1, column 3: “0SEND_F0” stands already in row 1, column 2");
        row("a stage of another row", "0F0,0SEND_F0,0RECV_B0,0B0,1SEND_B0\n1RECV_F0,1F0,1B0\n",
            "Row 1, column 5: “1SEND_B0” runs stage 1, which row 2 runs already");
        row("a micro-batch that nobody runs",
            "0F0,0SEND_F0,0SEND_F1,0RECV_B0,0B0\n1RECV_F0,1F0,1B0,1SEND_B0\n",
            "Row 1, column 3: “0SEND_F1” cannot stand here: no operation runs this stage");
        row("beyond the last stage",
            "0F0,0SEND_F0,0RECV_B0,0B0\n1RECV_F0,1F0,1SEND_F0,1B0,1SEND_B0\n",
            "Row 2, column 3: “1SEND_F0” cannot stand here: the pipeline ends at this stage");
        row("before the first stage",
            "0RECV_F0,0F0,0SEND_F0,0RECV_B0,0B0\n1RECV_F0,1F0,1B0,1SEND_B0\n",
            "Row 1, column 1: “0RECV_F0” cannot stand here: the pipeline ends at this stage");
        row("to itself", "0F0,0SEND_F0,1RECV_F0,1F0,1B0,0B0\n",
            "Row 1, column 2: “0SEND_F0” cannot stand here: both stages are on this device");
        row("idle", "0F0,,0SEND_F0,0RECV_B0,0B0\n1RECV_F0,1F0,1B0,1SEND_B0\n",
            "Row 1, column 2: “” cannot stand here: an order with communication has no idle cells");
        row("in another order",
            "0F0,0SEND_F0,0F1,0SEND_F1,0RECV_B0,0B0,0RECV_B1,0B1\n"
            "1RECV_F1,1RECV_F0,1F0,1B0,1SEND_B0,1F1,1B1,1SEND_B1\n",
            "Row 2, column 1: “1RECV_F1” cannot stand here: a device must receive the messages");
        row("sent too late", "0F0,0RECV_B0,0B0,0SEND_F0\n1RECV_F0,1F0,1B0,1SEND_B0\n",
            "Row 1, column 3: “0B0” waits for ever: 0B0 (row 1, column 3) waits for 1SEND_B0 (row "
            "2, column 4); 1F0 (row 2, column 2) waits for 0SEND_F0 (row 1, column 4).");
        row("unsharded twice", "0UNSHARD,0UNSHARD,0F0,0B0\n",
            "Row 1, column 2: “0UNSHARD” cannot stand here: its stage is unsharded already");
        row("resharded before", "0RESHARD,0F0,0B0,0UNSHARD\n",
            "Row 1, column 1: “0RESHARD” cannot stand here: its stage is not unsharded");
        row("works sharded", "0UNSHARD,0F0,0RESHARD,0B0\n",
            "Row 1, column 4: “0B0” cannot stand here: its stage is not unsharded");
        row("reduced twice", "0F0,0B0,0REDUCE_GRAD,0REDUCE_GRAD\n",
            "Row 1, column 4: “0REDUCE_GRAD” stands already in row 1, column 3");
        row("reduced too early", "0F0,0REDUCE_GRAD,0B0\n",
            "Row 1, column 3: “0B0” cannot stand here: the gradients of its stage are reduced");
        row("waits for nothing", "0F0,0B0,0WAIT_REDUCE_GRAD\n",
            "Row 1, column 3: “0WAIT_REDUCE_GRAD” has no partner; 0REDUCE_GRAD is missing.");
        row("a wait too few",
            "0F0,0SEND_F0,0RECV_B0,0B0,0WAIT_SEND_F0\n1RECV_F0,1F0,1B0,1SEND_B0\n",
            "Row 2, column 4: “1SEND_B0” has no partner; 1WAIT_SEND_B0 is missing.");
        row("waits before it sends",
            "0F0,0WAIT_SEND_F0,0SEND_F0,0RECV_B0,0B0\n"
            "1RECV_F0,1F0,1B0,1SEND_B0,1WAIT_SEND_B0\n",
            "Row 1, column 2: “0WAIT_SEND_F0” needs “0SEND_F0”, which stands in column 3");
        row("two pipelines", "0F0,1F1,1B1,0B0,0REDUCE_GRAD\n0F1,1F0,1B0,0B1\n",
            "Row 1, column 5: “0REDUCE_GRAD” cannot stand here: communication is written for one");
    }
    void refuses()
    {
        QFETCH(QByteArray, csv);
        QFETCH(QByteArray, says);
        const Result<GivenOrder> order = parseSheet(csv.toStdString()).and_then([](ActionSheet s) {
            return givenOrder(std::move(s));
        });
        QVERIFY(!order.has_value());
        const QByteArray text = QByteArray::fromStdString(sentence(order.error()));
        QVERIFY2(text.contains(says), text.constData());
    }
};

QTEST_APPLESS_MAIN(TestMessages)
#include "tst_messages.moc"
