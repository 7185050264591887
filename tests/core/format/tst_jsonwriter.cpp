// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/format/jsonwriter.h"
#include "tests/support/failonwarning.h"

#include <QTest>

using namespace pipegantt;

class TestJsonWriter : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }

    void laysOutLinesAndOneLine()
    {
        JsonWriter json;
        json.beginObject();
        json.key("exact");
        json.raw("0.000000000001");
        json.key("rows");
        json.beginList();
        json.beginObject(JsonWriter::Layout::OneLine);
        json.key("list");
        json.beginList();
        json.number(1);
        json.boolean(false);
        json.null();
        json.endList();
        json.endObject();
        json.endList();
        json.key("none");
        json.beginList();
        json.endList();
        json.endObject();
        QCOMPARE(json.finish(),
            std::string("{\n  \"exact\": 0.000000000001,\n  \"rows\": [\n"
                        "    {\"list\": [1, false, null]}\n  ],\n  \"none\": []\n}\n"));
    }

    void escapesText_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("quotes") << QByteArray("a\"b\\") << QByteArray("\"a\\\"b\\\\\"\n");
        QTest::newRow("control") << QByteArray("\n\x01") << QByteArray("\"\\n\\u0001\"\n");
        QTest::newRow("Chinese") << QByteArray("气泡") << QByteArray("\"气泡\"\n");
        QTest::newRow("not UTF-8") << QByteArray("a\xff") << QByteArray("\"a\xef\xbf\xbd\"\n");
    }
    void escapesText()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, json);
        JsonWriter writer;
        writer.string(text.toStdString());
        QCOMPARE(QByteArray::fromStdString(writer.finish()), json);
    }

    void ratiosReadBackAsTheSameDouble()
    {
        for (std::int64_t denominator = 1; denominator < 200; ++denominator) {
            const Ratio ratio {3, denominator};
            JsonWriter json;
            json.ratio(ratio);
            QCOMPARE(std::stod(json.finish()), ratio.value());
        }
    }
};

QTEST_APPLESS_MAIN(TestJsonWriter)
#include "tst_jsonwriter.moc"
