// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/sentence.h"
#include "core/format/sheetcsv.h"
#include "tests/support/failonwarning.h"

#include <QTest>

using namespace pipegantt;

class TestSheetCsv : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }

    void writesWhatItRead_data()
    {
        QTest::addColumn<QByteArray>("csv");
        QTest::newRow("compute only") << QByteArray("0F0,0F1,0B0,0B1\r\n1F0,1B0,1F1,1B1\r\n");
        QTest::newRow("split") << QByteArray("0F0,0I0,0W0\r\n");
        QTest::newRow("idle cells") << QByteArray(",0F0,,,0B0,\r\n1F0,1B0,,\r\n");
        QTest::newRow("line feeds") << QByteArray("0F0,0B0\n1F0,1B0\n");
        QTest::newRow("pairs") << QByteArray("0F0,(0F7;7B3)OVERLAP_F_B,(7F12;0B3)OVERLAP_F_B\r\n");
        QTest::newRow("slices") << QByteArray("0F0.0,0F0.1,0B0.1,0B0.0\r\n");
        QTest::newRow("ours") << QByteArray("0F0,0R0,0B0,0O0\r\n");
        QTest::newRow("communication")
            << QByteArray("0UNSHARD,0F0,0SEND_F0,0RECV_B0,0B0,0REDUCE_GRAD,0RESHARD\r\n"
                          "1UNSHARD,1RECV_F0,1F0,1B0,1SEND_B0,1REDUCE_GRAD,1RESHARD\r\n");
        QTest::newRow("waits") << QByteArray(
            "0F0,0SEND_F0,0RECV_B0,0B0,0WAIT_SEND_F0,0REDUCE_GRAD,0WAIT_REDUCE_GRAD\r\n"
            "1RECV_F0,1F0,1B0,1SEND_B0,1WAIT_SEND_B0\r\n");
    }
    void writesWhatItRead()
    {
        QFETCH(QByteArray, csv);
        const Result<ActionSheet> sheet = parseSheet(csv.toStdString());
        QVERIFY2(sheet.has_value(), sheet ? "" : sentence(sheet.error()).c_str());
        QCOMPARE(QByteArray::fromStdString(sheetCsv(*sheet)), csv);
        const Result<ActionSheet> again = parseSheetRows(sheetRows(*sheet));
        QVERIFY(again.has_value() && *again == *sheet);
    }

    void passesOverSpace()
    {
        const Result<ActionSheet> sheet = parseSheet("\xef\xbb\xbf 0F0 ,\t,0B0\r\n1F0,1B0");
        QVERIFY(sheet.has_value());
        QCOMPARE(sheetCsv(*sheet), std::string("0F0,,0B0\r\n1F0,1B0\r\n"));
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("csv");
        QTest::addColumn<QByteArray>("says");
        const auto row = [](const char* name, const char* csv, const char* says) {
            QTest::newRow(name) << QByteArray(csv) << QByteArray(says);
        };
        row("a tail", "0F0,0F1x\r\n", "Row 1, column 2: “0F1x” is no action; nothing may stand");
        row("a second line", "0F0\r\n1F0,,hello\r\n",
            "Row 2, column 3: “hello” is no action; it must begin with the number of its stage");
        row("old grammar", "0F0,0BW0\r\n", "Row 1, column 2: “0BW0” is of PyTorch's old grammar");
        row("small letters", "0f0\r\n", "behind the stage must stand F, I, W, B, R, O, SEND_F");
        row("no micro-batch", "0F\r\n", "it must end in the number of a micro-batch");
        row("no micro-batch to send", "0SEND_F\r\n", "it must end in the number of a micro-batch");
        row("a micro-batch too many", "0UNSHARD3\r\n", "ends without a micro-batch");
        row("a leading zero", "0F03\r\n", "without leading zeros");
        row("a stage too large", "32768F0\r\n", "stages are numbered up to 32767");
        row("a number without end", "0F99999999999999999999\r\n", "micro-batches up to 999999");
        row("a negative number", "0F-1\r\n", "it must end in the number of a micro-batch");
        row("a slice too large", "0F0.64\r\n", "slices up to 63");
        row("a slice of a message", "0SEND_F0.1\r\n", "nothing may stand behind");
        row("quotation marks", "\"0F0\"\r\n", "without quotation marks");
        row("None", "0F0,None\r\n", "an idle cell is left empty");
        row("semicolons", "0F0;0B0\r\n", "separated by commas");
        row("a pair of forwards", "(0F0;0F1)OVERLAP_F_B\r\n", "a pair is a forward and a whole");
        row("a pair split", "(0F0;0I1)OVERLAP_F_B\r\n", "a pair is a forward and a whole");
        row("a pair of one", "(0F0)OVERLAP_F_B\r\n", "a pair is a forward and a whole");
        row("an open pair", "(0F0;0B1\r\n", "a pair is a forward and a whole");
        row("an old pair", "(0F0;0BW1)OVERLAP_F_B\r\n", "is of PyTorch's old grammar");
        row("a control character", "0F0\x01\r\n", "Row 1, column 1");
    }
    void refuses()
    {
        QFETCH(QByteArray, csv);
        QFETCH(QByteArray, says);
        const Result<ActionSheet> sheet = parseSheet(csv.toStdString());
        QVERIFY(!sheet.has_value());
        const QByteArray text = QByteArray::fromStdString(sentence(sheet.error()));
        QVERIFY2(text.contains(says), text.constData());
        QVERIFY2(!text.contains('%') && !text.contains('\x01'), text.constData());
    }
};

QTEST_APPLESS_MAIN(TestSheetCsv)
#include "tst_sheetcsv.moc"
