// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/format/timesfile.h"
#include "tests/app/cli/commandlinetest.h"
#include "tests/support/sampletimes.h"

#include <QJsonArray>

#include <csignal>

using namespace pipegantt;
using namespace Qt::StringLiterals;
using test::Outcome;

/// What `measure` does, and what `--times` makes of it.
class TestCliMeasure : public test::CommandLineTest
{
    Q_OBJECT

    const QString kSmall =
        u"measure --model gpt2-124m --sequence 8 --micro-batch-sizes 2,1 --rounds 2"_s;

    void writeTimes(const QString& name, const StageTimes& times) const
    {
        writeFile(name, QByteArray::fromStdString(timesText(times)));
    }

private slots:
    void init() { startAfresh(); }

    void measuresThisMachine()
    {
        const Outcome outcome = runLine(kSmall + u" -o times.json"_s);
        QCOMPARE(outcome.exitCode, 0);
        QVERIFY2(outcome.out.startsWith("gpt2-124m, 1 layer, 8 tokens a sample, float32\n"),
            outcome.out.constData());
        QVERIFY(outcome.err.contains("measuring micro-batch 1, layers: 0 %\n"));
        QVERIFY(outcome.err.contains("measuring micro-batch 2, head: "));
        QVERIFY(outcome.err.contains(" left\n"));
        const Result<StageTimes> times = readTimes(path(u"times.json"_s).toStdString());
        QVERIFY(times.has_value());
        QCOMPARE(sizesText(*times), "1, 2");
        QVERIFY(times->sizes[1].head.has_value());
    }

    void jsonIsTheFile()
    {
        const Outcome outcome = runLine(kSmall + u" --layers-only --json -o times.json"_s);
        QCOMPARE(outcome.out, content(u"times.json"_s));
        QVERIFY(parseTimes(outcome.out.toStdString()).has_value());
    }

    void addsSizesToAFile()
    {
        const QString line =
            u"measure --model gpt2-124m --sequence 8 --layers-only --rounds 1 -o times.json "_s;
        QCOMPARE(runLine(line + u"--micro-batch-sizes 4,1"_s).exitCode, 0);
        const std::string file = path(u"times.json"_s).toStdString();
        const SizeTimes four = readTimes(file)->sizes[1];
        const Outcome outcome = runLine(line + u"--micro-batch-sizes 2,1 --add --json"_s);
        QCOMPARE(outcome.exitCode, 0);
        QCOMPARE(outcome.out, content(u"times.json"_s));
        QCOMPARE(sizesText(*readTimes(file)), "1, 2, 4");
        QCOMPARE(readTimes(file)->sizes[2], four);
        const Outcome other = runLine(line + u"--layers-per-stage 2 --add"_s);
        QCOMPARE(other.exitCode, 4);
        QCOMPARE(other.err,
            "pipegantt-cli: times.json: The stage times are wrong at layers-per-stage: it is 1; it "
            "must be 2.\n");
        QCOMPARE(sizesText(*readTimes(file)), "1, 2, 4");
    }

    /// As Ctrl+C in a terminal.
    void anInterruptKeepsWhatIsDone()
    {
        QProcess process;
        process.setWorkingDirectory(QFileInfo(path(u"x"_s)).path());
        process.start(QStringLiteral(PIPEGANTT_CLI),
            {u"measure"_s, u"--model"_s, u"gpt2-124m"_s, u"--sequence"_s, u"8"_s,
                u"--layers-only"_s, u"--rounds"_s, u"1"_s, u"--micro-batch-sizes"_s, u"1,1024"_s,
                u"-o"_s, u"times.json"_s});
        process.setReadChannel(QProcess::StandardError);
        QByteArray words;
        while (!words.contains("micro-batch 1024") && process.waitForReadyRead())
            words += process.readAllStandardError();
        QVERIFY2(words.contains("micro-batch 1024"), words.constData());
        QCOMPARE(::kill(static_cast<pid_t>(process.processId()), SIGINT), 0);
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 0);
        words += process.readAllStandardError();
        QVERIFY2(words.endsWith("Stopped; kept are the micro-batches of 1.\n"), words.constData());
        QCOMPARE(sizesText(*readTimes(path(u"times.json"_s).toStdString())), "1");
    }

    void plansWithWhatWasMeasured()
    {
        writeTimes(u"times.json"_s, test::sampleTimes(true));
        const Outcome outcome = runLine(
            u"simulate --times times.json --micro-batch-size 2 --stages 4 --microbatches 8 --json"_s);
        QCOMPARE(outcome.err, "");
        QCOMPARE(outcome.exitCode, 0);
        const QJsonObject result = json(outcome.out);
        QCOMPARE(result[u"unit"], u"ms"_s);
        const QJsonObject times = result[u"times"].toObject();
        QCOMPARE(times[u"source"], u"measured"_s);
        QCOMPARE(times[u"model"], u"llama3-8b"_s);
        QCOMPARE(times[u"device"], u"NVIDIA “H200”"_s);
        QCOMPARE(times[u"microbatch_size"], 2);
        // F, I and W of the last stage: 6 units of 18 + 6 ms, for each of 8 micro-batches.
        QVERIFY(result[u"makespan"].toDouble() > 8 * 6 * 24);
        const QByteArray text = runLine(u"simulate --times times.json --micro-batch-size 1"_s).out;
        QVERIFY2(text.contains("measured with llama3-8b in micro-batches of 1 on NVIDIA “H200”, "
                               "2026-11-25T09:30:00Z"),
            text.constData());
    }

    void otherTimesSayWhereTheyAreFrom()
    {
        QCOMPARE(json(runLine(u"simulate --stages 2 --json"_s).out)[u"times"].toObject(),
            (QJsonObject {{u"source"_s, u"slots"_s}}));
        QCOMPARE(json(runLine(u"simulate --forward 1ms --backward 2ms --json"_s).out)[u"times"]
                     .toObject(),
            (QJsonObject {{u"source"_s, u"given"_s}}));
    }

    void everyCommandTakesThem()
    {
        writeTimes(u"times.json"_s, test::sampleTimes(true));
        const QString plan = u" --times times.json --micro-batch-size 1 --stages 4"_s;
        const QByteArray compared = runLine(u"compare"_s + plan).out;
        QVERIFY2(compared.contains("1F1B"), compared.constData());
        QCOMPARE(runLine(u"export -o a.svg"_s + plan).exitCode, 0);
        // The figure carries its plan, and the plan where its times are from.
        QVERIFY(content(u"a.svg"_s).contains("times-device"));
    }

    /// 12 samples: sizes 1 and 2 make M = 12 and 6. Two cost 1.8 times what one does.
    void tradesTheBubbleForTheSize()
    {
        writeTimes(u"times.json"_s, test::sampleTimes(false));
        const QString line = u"trade --times times.json --stages 4 --global-batch 12"_s;
        const QJsonObject result = json(runLine(line + u" --json"_s).out);
        QCOMPARE(result[u"global_batch"], 12);
        const QJsonObject first = result[u"schedules"][0].toObject();
        QCOMPARE(first[u"schedule"], u"1f1b"_s);
        const QJsonValue points = first[u"points"];
        // 60 ms for the passes of one, (M + P - 1) of them.
        QCOMPARE(points[0][u"microbatches"], 12);
        QCOMPARE(points[0][u"makespan"], 15 * 60);
        QCOMPARE(points[1][u"makespan"], 9 * 108);
        QCOMPARE(first[u"best_microbatch_size"], 1);
        const Outcome outcome = runLine(line);
        QCOMPARE(outcome.exitCode, 0);
        QVERIFY2(outcome.out.contains("12 samples a batch on 4 stages\n"), outcome.out.constData());
        QVERIFY(outcome.out.contains("<- soonest"));
        QVERIFY(outcome.out.contains("\nGPipe "));
    }

    /// So that what was measured on one machine opens in the window of another.
    void aPlanFileKeepsThem()
    {
        writeTimes(u"times.json"_s, test::sampleTimes(true));
        const QString plan = u" --times times.json --micro-batch-size 2 --stages 4"_s;
        const Outcome outcome = runLine(u"export -o measured.pgantt"_s + plan);
        QCOMPARE(outcome.exitCode, 0);
        QCOMPARE(runLine(u"simulate --json measured.pgantt"_s).out,
            runLine(u"simulate --json"_s + plan).out);
    }

    void refusals_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("said");
        const auto row = [](const QString& line, int code, const QString& said) {
            QTest::newRow(qPrintable(line)) << line << code << said;
        };
        const QString measure = u"measure --model llama3-8b "_s;
        row(u"measure"_s, 2, u"--model is required"_s);
        row(u"measure --model llama9"_s, 4, u"model is “llama9”; it must be one of"_s);
        row(measure + u"--layers-per-stage 33"_s, 4, u"layers-per-stage is 33"_s);
        row(measure + u"--micro-batch-sizes 1,x"_s, 4, u"micro-batch-sizes is “x”"_s);
        row(measure + u"--micro-batch-sizes 1,,2"_s, 4, u"micro-batch-sizes is “”"_s);
        row(measure + u"--sequence 0"_s, 4, u"sequence is 0"_s);
        row(measure + u"--rounds 0"_s, 4, u"rounds is 0"_s);
        row(measure + u"--type int4"_s, 4, u"type is “int4”"_s);
        row(measure + u"--type bfloat16"_s, 4, u"type is “bfloat16”; it must be one of float32."_s);
        row(measure + u"--device tpu"_s, 4, u"device is “tpu”"_s);
        row(measure + u"--add"_s, 2, u"--add needs -o"_s);
        row(measure + u"--add -o nowhere.json"_s, 1, u"Cannot read nowhere.json"_s);
        row(measure + u"--tensor-parallel 16"_s, 3, u"key and value heads 8"_s);
        row(u"measure --model mixtral-8x7b"_s, 3, u"mixtral-8x7b has experts"_s);
        row(measure + u"--layers-per-stage 32 --micro-batch-sizes 4096"_s, 3,
            u"A stage with micro-batches of"_s);
        const QString times = u"simulate --times times.json "_s;
        row(times, 4, u"The stage times are of micro-batches of 1, 2; say which"_s);
        row(times + u"--micro-batch-size 3"_s, 4, u"micro-batch-size is 3;"_s);
        row(times + u"--micro-batch-size 1 --model llama3-70b"_s, 4,
            u"times.json: The stage times are of the model llama3-8b; the plan asks for llama3-70b."_s);
        row(times + u"--micro-batch-size 1 --forward 1ms"_s, 3,
            u"times and forward are both given"_s);
        row(times + u"--micro-batch-size 1 --comm 1"_s, 4, u"comm is in slots"_s);
        row(times + u"--micro-batch-size 1 --global-batch 9 --microbatches 8"_s, 3,
            u"global-batch is 9, but 8 micro-batches of 1 samples make 8"_s);
        const QString trade = u"trade --times times.json "_s;
        row(u"trade --stages 4"_s, 2, u"Name the file of --times"_s);
        row(trade + u"--microbatches 4"_s, 2, u"Name the file of --times"_s);
        row(trade + u"--micro-batch-size 1"_s, 2, u"Name the file of --times"_s);
        row(trade + u"--stages 4 --global-batch 0"_s, 4,
            u"global-batch is 0; it must be from 1 to 1000000000."_s);
        row(u"simulate --micro-batch-size 1"_s, 2, u"--micro-batch-size requires --times"_s);
        row(u"simulate --times nowhere.json"_s, 1, u"Cannot read nowhere.json"_s);
        row(u"simulate --times plan.json"_s, 4, u"plan.json: These are no stage times"_s);
    }
    void refusals()
    {
        QFETCH(QString, line);
        QFETCH(int, code);
        QFETCH(QString, said);
        writeTimes(u"times.json"_s, test::sampleTimes(true));
        writeFile(u"plan.json"_s, R"({"format": "pipegantt-plan", "version": 1})");
        const Outcome outcome = runLine(line);
        const QString words = QString::fromUtf8(outcome.err);
        QVERIFY2(words.contains(said), qPrintable(words));
        QCOMPARE(outcome.exitCode, code);
        QCOMPARE(outcome.out, "");
        QVERIFY(!words.trimmed().contains(u'\n'));
    }

    void checksThisMachine()
    {
        const Outcome outcome = runLine(u"check"_s);
        QCOMPARE(outcome.exitCode, 0);
        QCOMPARE(outcome.err, "");
        QVERIFY2(outcome.out.endsWith(" results agree with the definition in 64 bits.\n"),
            outcome.out.constData());
        QVERIFY(!outcome.out.contains("WRONG"));
        const QJsonArray results = json(runLine(u"check --json"_s).out)[u"results"].toArray();
        QVERIFY(results.size() > 30);
        QVERIFY(results[0][u"agrees"].toBool());
        const Outcome refused = runLine(u"check --type bfloat16"_s);
        QCOMPARE(refused.exitCode, 4);
        QCOMPARE(refused.err, "pipegantt-cli: type is “bfloat16”; it must be one of float32.\n");
    }

    void whyThereIsNoCuda()
    {
        qputenv("PIPEGANTT_CUDA_PLUGIN", "/nowhere/plugin.so");
        const Outcome outcome = runLine(u"measure --model gpt2-124m --device cuda:0"_s);
        qunsetenv("PIPEGANTT_CUDA_PLUGIN");
        QCOMPARE(outcome.exitCode, 3);
        QCOMPARE(outcome.err,
            "pipegantt-cli: CUDA is not available: there is no plugin at /nowhere/plugin.so.\n");
    }
};

QTEST_GUILESS_MAIN(TestCliMeasure)
#include "tst_climeasure.moc"
