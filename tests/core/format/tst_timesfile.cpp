// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/sentence.h"
#include "core/format/timesfile.h"
#include "tests/support/failonwarning.h"
#include "tests/support/sampletimes.h"

#include <QTest>

using namespace pipegantt;
using namespace Qt::StringLiterals;

class TestTimesFile : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }

    void whatIsWrittenIsRead()
    {
        for (const bool ends : {false, true}) {
            StageTimes times = test::sampleTimes(ends);
            times.sizes[0].layers.passes[0].median = Duration(9'876'543'210);
            const Result<StageTimes> read = parseTimes(timesText(times));
            QVERIFY2(read.has_value(), read ? "" : sentence(read.error()).c_str());
            QCOMPARE(*read, times);
            QCOMPARE(timesText(*read), timesText(times));
        }
    }

    void timesAreForReaders()
    {
        const QByteArray text = QByteArray::fromStdString(timesText(test::sampleTimes(false)));
        QVERIFY2(text.contains("\"forward\": {\"median\": \"10000us\", \"lower-quartile\": "
                               "\"9000us\", \"upper-quartile\": \"11000us\", \"samples\": 5}"),
            text.constData());
    }

    /// A change of the text, and what is said of it.
    void refusals_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QString>("said");
        const auto row = [](const char* from, const char* to, const QString& said) {
            QTest::addRow("%s to %s", from, to) << QByteArray(from) << QByteArray(to) << said;
        };
        row("pipegantt-stage-times", "pipegantt-plan", u"These are no stage times"_s);
        row("\"version\": 1", "\"version\": 2", u"The stage times are of version 2"_s);
        row("llama3-8b", "llama9", u"model is “llama9”; it must be one of gpt2-124m"_s);
        row("bfloat16", "int4", u"type is “int4”; it must be one of float32, bfloat16."_s);
        row("\"layers-per-stage\": 2", "\"layers-per-stage\": 33",
            u"layers-per-stage is 33; it must be from 1 to 32."_s);
        row("\"tensor-parallel\": 1", "\"tensor-parallel\": 3", u"llama3-8b has heads 32"_s);
        row("\"machine\"", "\"maschine\"",
            u"“maschine” is no key of stage times; the keys here are format"_s);
        row("\"machine\": \"node-7\",", "", u"The stage times have no “machine”"_s);
        row("\"node-7\"", "7",
            u"The stage times are wrong at machine: it is a number; it must be a text."_s);
        row("\"samples\": 5", "\"samples\": 0",
            u"sizes[0].layers.forward.samples is 0; it must be from 1"_s);
        row("\"samples\": 5", "\"samples\": 5, \"mean\": 3", u"“mean” is no key of stage times"_s);
        row("\"10000us\"", "\"10\"",
            u"The stage times are wrong at sizes[0].layers.forward.median: it is in slots"_s);
        row("\"10000us\"", "10", u"The stage times are wrong at sizes[0].layers.forward.median"_s);
        row("\"10000us\"", "\"10 days\"", u"sizes[0].layers.forward.median has the unit “days”"_s);
        row("\"10000us\"", "\"20ms\"",
            u"The stage times are wrong at sizes[0].layers.forward.median: it is not between"_s);
        row("\"weights-bytes\": 1000000", "\"weights-bytes\": -1",
            u"sizes[0].layers.weights-bytes"_s);
        row("\"micro-batch-size\": 2", "\"micro-batch-size\": 1",
            u"The stage times are wrong at sizes[1].micro-batch-size: it is no larger"_s);
        row("\"head\": {", "\"head\": [", u"The stage times are wrong at line "_s);
        row("\"date\": \"2026", "\"date\": \"x\", \"date\": \"2026",
            u"The stage times are wrong at date: it is given twice"_s);
    }
    void refusals()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QString, said);
        QByteArray text = QByteArray::fromStdString(timesText(test::sampleTimes(true)));
        const qsizetype at = text.indexOf(from);
        QVERIFY(at >= 0);
        text.replace(at, from.size(), to);
        const Result<StageTimes> read = parseTimes(text.toStdString());
        QVERIFY(!read);
        const QString words = QString::fromStdString(sentence(read.error()));
        QVERIFY2(words.startsWith(said), qPrintable(words));
        QCOMPARE(category(read.error().code) == ErrorCategory::InputOutput, false);
    }

    void oneEndNeedsTheOther()
    {
        StageTimes times = test::sampleTimes(true);
        times.sizes[1].head.reset();
        const Result<StageTimes> read = parseTimes(timesText(times));
        QVERIFY(!read);
        QCOMPARE(
            sentence(read.error()), "The stage times have no “sizes[1].head”; they must have one.");
    }

    /// Cut anywhere, a file is refused and not half read.
    void aTornFileIsRefused()
    {
        const std::string text = timesText(test::sampleTimes(true));
        for (std::size_t length = 0; length + 2 < text.size(); length += 97)
            QVERIFY(!parseTimes(text.substr(0, length)));
    }

    void aFileThatIsNotThereIsNamed()
    {
        const Result<StageTimes> read = readTimes("/nowhere/times.json");
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::CannotRead);
    }
};

QTEST_GUILESS_MAIN(TestTimesFile)
#include "tst_timesfile.moc"
