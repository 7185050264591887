// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/planfile.h"
#include "tests/app/cli/commandlinetest.h"

using namespace pipegantt;
using namespace Qt::StringLiterals;
using test::Outcome;

/// What the command line refuses, with which words and which exit code.
class TestCliRefusals : public test::CommandLineTest
{
    Q_OBJECT

private slots:
    void init() { startAfresh(); }

    void refuses_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QString>("says");
        const auto row = [](const QString& line, int exitCode, const QString& says) {
            QTest::newRow(qPrintable(line)) << line << exitCode << says;
        };
        // The command line.
        row(u""_s, 2,
            u"A command is missing; the commands are schedules, simulate, order, export, compare, import, measure, trade, check."_s);
        row(u"frobnicate"_s, 2, u"“frobnicate” is no command"_s);
        row(u"--frobnicate"_s, 2, u"“--frobnicate”"_s);
        row(u"simulate"_s, 2, u"No plan is given"_s);
        row(u"simulate --json"_s, 2, u"No plan is given"_s);
        row(u"order"_s, 2, u"No plan is given"_s);
        row(u"simulate --stagse 4"_s, 2,
            u"“--stagse” is not understood here. See pipegantt-cli simulate --help."_s);
        row(u"simulate --stages"_s, 2, u"--stages needs a value"_s);
        row(u"simulate --stages 4 --stages 5"_s, 2, u"--stages is given more than once"_s);
        row(u"simulate good.pgantt another.pgantt"_s, 2, u"“another.pgantt” is not understood"_s);
        row(u"simulate good.pgantt --preset x"_s, 2, u"cannot be given together"_s);
        row(u"simulate --backward 2 --input-grad 1"_s, 2,
            u"--backward and --input-grad cannot be given together."_s);
        row(u"schedules extra"_s, 2, u"“extra” is not understood"_s);
        row(u"export --stages 4"_s, 2, u"--output is required"_s);
        row(u"export --stages 4 -o a.bmp"_s, 2, u".svg, .png, .pdf, .csv, .json"_s);
        row(u"export --stages 4 -o svg"_s, 2, u"the name must end in"_s);
        row(u"export --stages 4 -o x.trace.json"_s, 2, u"the name must end in"_s);
        row(u"export --stages 4 -o x.svg --width 174.00001mm"_s, 4, u"multiple of 0.001mm"_s);
        row(u"export -o a.svg"_s, 2, u"No plan is given"_s);
        row(u"compare"_s, 2, u"No plan is given"_s);
        row(u"compare --stages 4 --"_s, 2, u"No plan is given"_s);
        row(u"compare --stages 4 -- --stagse 5"_s, 2,
            u"“--stagse” is not understood here. See pipegantt-cli compare --help."_s);
        row(u"compare --stages 4 --json --csv"_s, 2, u"cannot be given together"_s);
        row(u"compare --stages 4 --json -- --stages 5 --markdown"_s, 2,
            u"cannot be given together"_s);
        row(u"compare --catalogue --stages 4 -- --stages 5"_s, 2, u"several are given"_s);
        row(u"compare --stages 4 --sort colour"_s, 4, u"sort is “colour”; it must be one of"_s);
        row(u"compare --stages 4 -- --stages 0"_s, 4, u"stages is 0; it must be from 1 to 1024"_s);
        row(u"order --stages 4 --communication --torch 1.0"_s, 4,
            u"torch is “1.0”; it must be one of 2.14, 2.15"_s);
        row(u"order --schedule dualpipe --microbatches 8 --communication"_s, 3,
            u"PyTorch, which does not know two pipelines"_s);
        row(u"import"_s, 2, u"No plan is given"_s);
        row(u"import --stages 4"_s, 2, u"import reads a schedule CSV"_s);
        row(u"import none.csv"_s, 1, u"Cannot read none.csv"_s);
        row(u"import bad.csv"_s, 4, u"bad.csv: Row 2, column 1: “1F0x” is no action"_s);
        row(u"simulate order.csv --stages 3"_s, 3,
            u"stages is 3; the order of the custom schedule is for 2"_s);
        row(u"simulate order.csv --forward 0"_s, 4, u"forward is 0"_s);
        row(u"simulate --schedule custom"_s, 3, u"has no order yet"_s);
        row(u"import order.csv -o /none/x.pgantt"_s, 1, u"Cannot write /none/x.pgantt"_s);
        // Values.
        row(u"simulate --stages four"_s, 4, u"stages is “four”, which is not a number"_s);
        row(u"simulate --stages 0"_s, 4, u"stages is 0; it must be from 1 to 1024"_s);
        row(u"simulate --stages -3"_s, 4, u"stages is -3; it must be from 1 to 1024"_s);
        row(u"simulate --stages 1025"_s, 4, u"from 1 to 1024"_s);
        row(u"simulate --stages 4.5"_s, 4, u"whole number from 1 to 1024"_s);
        row(u"simulate --stages 1e3"_s, 4, u"“1e3”"_s);
        row(u"simulate --stages 99999999999999999999"_s, 4, u"99999999999999999999"_s);
        row(u"simulate --stages="_s, 2, u"--stages needs a value"_s);
        row(u"simulate --microbatches 1000000001"_s, 4, u"from 1 to 1000000000"_s);
        row(u"simulate --chunks 33"_s, 4, u"from 1 to 32"_s);
        row(u"simulate --schedule 2f2b"_s, 4, u"naive, inference, gpipe, "_s);
        row(u"simulate --preset none"_s, 4, u"no-micro-batches"_s);
        row(u"simulate --backward-order up"_s, 4, u"ascending, descending"_s);
        row(u"simulate --forward 0"_s, 4, u"forward is 0"_s);
        row(u"simulate --forward 1h"_s, 4, u"slots, us, ms, s"_s);
        row(u"simulate --forward inf"_s, 4, u"forward"_s);
        row(u"simulate --forward 0.0000000001"_s, 4, u"multiple"_s);
        row(u"simulate --forward 1ms --backward 2"_s, 4,
            u"all times in slots or all in real time"_s);
        row(u"simulate --forward 1ms"_s, 4, u"backward is in slots"_s);
        row(u"simulate --stages 2 --forward-per-stage 1,2,3"_s, 4,
            u"lists 3 times; the model has 2 stages"_s);
        row(u"simulate --stages 2 --forward-per-stage 1,,2"_s, 4, u"forward-per-stage"_s);
        row(u"simulate --memory-limit 10XB"_s, 4, u"GB"_s);
        row(u"simulate --memory-limit 0"_s, 4, u"memory-limit"_s);
        row(u"simulate --activation-memory lots"_s, 4, u"activation-memory"_s);
        row(u"simulate --global-batch -1"_s, 4, u"global-batch"_s);
        row(u"simulate --target-efficiency 100"_s, 4, u"from 1 to 99"_s);
        row(u"export --stages 4 -o a.svg --width 1m"_s, 4, u"width"_s);
        row(u"export --stages 4 -o a.svg --width 10mm"_s, 4, u"from 40mm to 1200mm"_s);
        row(u"export --stages 4 -o a.svg --lang fr"_s, 4, u"en, zh_CN"_s);
        row(u"export --stages 4 -o a.svg --theme pink"_s, 4, u"light, dark"_s);
        row(u"export --stages 4 -o a.png --dpi 1"_s, 4, u"from 30 to 2400"_s);
        row(u"export --stages 4 -o a.png --dpi x"_s, 4, u"dpi"_s);
        row(u"export --stages 4 -o a.png --dpi 2400 --width 1200"_s, 4, u"pixels"_s);
        // Plan files.
        row(u"simulate broken.pgantt"_s, 4,
            u"broken.pgantt: The plan is not valid JSON at line 2"_s);
        row(u"simulate newer.pgantt"_s, 4, u"newer.pgantt: The plan is of version 2"_s);
        row(u"order /dev/zero"_s, 4, u"/dev/zero"_s);
        // Plans that cannot be run.
        row(u"simulate --schedule naive --microbatches 2"_s, 3, u"must be 1"_s);
        row(u"simulate --schedule gpipe --chunks 2"_s, 3, u"chunks is 2"_s);
        row(u"order --stages 1024 --microbatches 1000000"_s, 3, u"operations"_s);
        row(u"export --stages 1024 --microbatches 1000000 -o a.csv"_s, 3, u"operations"_s);
        row(u"simulate --stages 1024 --microbatches 1000000 --jitter 3"_s, 3, u"jitter is 3 %"_s);
        row(u"simulate --stages 1024 --microbatches 1000000 --schedule auto"_s, 3,
            u"that of auto is searched"_s);
        row(u"simulate --schedule looped-bfs --stages 2 --chunks 2 --microbatches 100000000 "
            u"--forward-per-stage 1,3,1,1"_s,
            3, u"repeat themselves all together"_s);
        row(u"order --schedule naive --microbatches 2"_s, 3, u"must be 1"_s);
        // Files.
        row(u"simulate missing.pgantt"_s, 1,
            u"Cannot read missing.pgantt: No such file or directory."_s);
        row(u"simulate ."_s, 1, u"Is a directory"_s);
        row(u"export --stages 4 -o missing/a.svg"_s, 1, u"No such file or directory"_s);
        row(u"export --stages 4 -o good.pgantt/a.svg"_s, 1, u"Not a directory"_s);
        row(u"export --stages 4 -o full.csv"_s, 1, u"No space left on device"_s);
    }
    void refuses()
    {
        QFETCH(QString, line);
        QFETCH(int, exitCode);
        QFETCH(QString, says);
        writeFile(u"good.pgantt"_s, QByteArray::fromStdString(planText({})));
        writeFile(u"order.csv"_s, "0F0,0B0\r\n1F0,1B0\r\n");
        writeFile(u"bad.csv"_s, "0F0,0B0\r\n1F0x,1B0\r\n");
        writeFile(u"broken.pgantt"_s, "{\n\"format\": ");
        writeFile(u"newer.pgantt"_s, R"({"format": "pipegantt-plan", "version": 2})");
        QVERIFY(QFile::link(u"/dev/full"_s, path(u"full.csv"_s)));
        const QStringList before = QDir(path({})).entryList(QDir::Files | QDir::Hidden);

        const Outcome outcome = runLine(line);
        const QString err = QString::fromUtf8(outcome.err);
        QVERIFY2(outcome.exitCode == exitCode, qPrintable(err));
        QVERIFY2(err.contains(says), qPrintable(err));
        QVERIFY2(err.startsWith(u"pipegantt-cli: "_s), qPrintable(err));
        QCOMPARE(err.count(u'\n'), 1);
        QVERIFY(outcome.out.isEmpty());
        QCOMPARE(QDir(path({})).entryList(QDir::Files | QDir::Hidden), before);
    }

    void measuresEvenWhatDoesNotFit()
    {
        const Outcome some = runLine(
            u"simulate --json --schedule gpipe --stages 8 --microbatches 128 --memory-limit 40"_s);
        QCOMPARE(some.exitCode, 3);
        QCOMPARE(json(some.out)[u"fits_memory"], false);
        QVERIFY2(some.err.contains("M = 40 or less"), some.err.constData());
        const Outcome none = runLine(u"simulate --json --stages 2 --memory-limit 1MB"_s);
        QCOMPARE(none.exitCode, 3);
        QVERIFY2(none.err.contains("no number of micro-batches fits"), none.err.constData());
    }

    void saysThatStandardOutputIsFull_data()
    {
        QTest::addColumn<QString>("line");
        for (const QString& line : {u"schedules"_s, u"simulate --stages 4"_s, u"order --stages 4"_s,
                 u"--help"_s, u"--version"_s, u"simulate --help"_s})
            QTest::newRow(qPrintable(line)) << line;
    }
    void saysThatStandardOutputIsFull()
    {
        QFETCH(QString, line);
        const Outcome outcome = runProgram(line.split(u' '), u"/dev/full"_s);
        QCOMPARE(outcome.exitCode, 1);
        QVERIFY2(outcome.err.contains("Cannot write the standard output: No space left"),
            outcome.err.constData());
    }

    void saysThatItsReaderIsGone()
    {
        QProcess reader;
        QProcess process;
        process.setStandardOutputProcess(&reader);
        process.start(QStringLiteral(PIPEGANTT_CLI),
            {u"order"_s, u"--stages"_s, u"64"_s, u"--microbatches"_s, u"5000"_s});
        reader.start(u"true"_s, QStringList());
        QVERIFY(reader.waitForFinished());
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 1);
        QVERIFY(process.readAllStandardError().contains("Broken pipe"));
    }
};

QTEST_GUILESS_MAIN(TestCliRefusals)
#include "tst_clirefusals.moc"
