// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/version.h"
#include "core/format/planfile.h"
#include "core/plan/parameter.h"
#include "core/plan/preset.h"
#include "core/schedule/catalogue.h"
#include "tests/support/failonwarning.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace pipegantt;
using namespace Qt::StringLiterals;

namespace {

/// What one run of the program gave back.
struct Outcome
{
    int exitCode = -1;
    QByteArray out;
    QByteArray err;
};

QString text(std::string_view view)
{
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

} // namespace

/// Runs the built program as a user does.
class TestCli : public QObject
{
    Q_OBJECT

    QTemporaryDir m_directory;

    QString path(const QString& name) const { return m_directory.filePath(name); }

    void writeFile(const QString& name, const QByteArray& bytes) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }

    QByteArray content(const QString& name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot be opened");
    }

    /// Runs in the temporary directory, without any display.
    Outcome runProgram(const QStringList& arguments, const QString& standardOutput = {}) const
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const QString& name : {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"QT_QPA_PLATFORM"_s})
            environment.remove(name);
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(m_directory.path());
        if (!standardOutput.isEmpty())
            process.setStandardOutputFile(standardOutput);
        process.start(QStringLiteral(PIPEGANTT_CLI), arguments);
        if (!process.waitForFinished() || process.exitStatus() != QProcess::NormalExit)
            return {};
        return {
            process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }

    Outcome runLine(const QString& line) const
    {
        return runProgram(line.split(u' ', Qt::SkipEmptyParts));
    }

    static QJsonObject json(const QByteArray& bytes)
    {
        return QJsonDocument::fromJson(bytes).object();
    }

private slots:
    void init()
    {
        test::failOnWarning();
        QVERIFY(m_directory.isValid());
        for (const QString& name : QDir(m_directory.path()).entryList(QDir::Files | QDir::Hidden))
            QVERIFY(QFile::remove(path(name)));
    }

    void saysItsVersion()
    {
        const Outcome outcome = runLine(u"--version"_s);
        QCOMPARE(outcome.exitCode, 0);
        QCOMPARE(QString::fromUtf8(outcome.out), u"pipegantt-cli "_s + text(kVersion) + u'\n');
        QVERIFY(outcome.err.isEmpty());
    }

    void helps_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("names");
        QTest::newRow("program") << u"--help"_s << u"simulate"_s;
        QTest::newRow("schedules") << u"schedules --help"_s << u"--json"_s;
        QTest::newRow("simulate") << u"simulate --help"_s << u"From 1 to 1024; the default is 4."_s;
        QTest::newRow("order") << u"order --help"_s << u"--backward-order"_s;
        QTest::newRow("export") << u"export --help"_s << u".svg, .png, .pdf, .csv, .json"_s;
    }
    void helps()
    {
        QFETCH(QString, line);
        QFETCH(QString, names);
        const Outcome outcome = runLine(line);
        QCOMPARE(outcome.exitCode, 0);
        QVERIFY(outcome.err.isEmpty());
        // Descriptions are broken into lines; a sentence may run over the end of one.
        const QString out = QString::fromUtf8(outcome.out).simplified();
        QVERIFY2(out.contains(names), qPrintable(out));
        QVERIFY2(out.contains(u"Exit status"), qPrintable(out));
    }

    void helpNamesEveryParameter()
    {
        const QByteArray out = runLine(u"simulate --help"_s).out;
        for (const ParameterInfo& row : parameters())
            QVERIFY2(out.contains(("--" + std::string(row.key) + ' ').c_str()), row.key.data());
    }

    void listsSchedules()
    {
        const QJsonArray schedules =
            json(runLine(u"schedules --json"_s).out)[u"schedules"].toArray();
        QCOMPARE(schedules.size(), static_cast<qsizetype>(catalogue().size()));
        const QByteArray words = runLine(u"schedules"_s).out;
        for (const CatalogueEntry& schedule : catalogue())
            QVERIFY(words.contains(std::string(schedule.paper).c_str()));
    }

    /// The numbers of the teaching note.
    void simulatesTheNote_data()
    {
        QTest::addColumn<QString>("plan");
        QTest::addColumn<QString>("bubble");
        QTest::addColumn<int>("exitCode");
        const auto row = [](const QString& plan, const QString& bubble, int exitCode) {
            QTest::newRow(qPrintable(plan)) << plan << bubble << exitCode;
        };
        row(u"--schedule naive --stages 4"_s, u"75.0 %"_s, 0);
        row(u"--schedule inference --stages 4 --microbatches 4"_s, u"42.9 %"_s, 0);
        row(u"--schedule gpipe --stages 4 --microbatches 16"_s, u"15.8 %"_s, 0);
        row(u"--stages 8 --microbatches 8"_s, u"46.7 %"_s, 0);
        row(u"--stages 8 --microbatches 32"_s, u"17.9 %"_s, 0);
        row(u"--stages 8 --microbatches 128 --memory-limit 40"_s, u"5.2 %"_s, 0);
        row(u"--schedule gpipe --stages 8 --microbatches 128 --memory-limit 40"_s, u"5.2 %"_s, 3);
    }
    void simulatesTheNote()
    {
        QFETCH(QString, plan);
        QFETCH(QString, bubble);
        QFETCH(int, exitCode);
        const Outcome outcome = runLine(u"simulate "_s + plan);
        QCOMPARE(outcome.exitCode, exitCode);
        const QString out = QString::fromUtf8(outcome.out);
        QVERIFY2(out.contains(QRegularExpression(
                     u"^bubble +"_s + bubble, QRegularExpression::MultilineOption)),
            qPrintable(out));
        QCOMPARE(outcome.err.isEmpty(), exitCode == 0);
    }

    void elidesManyDevices()
    {
        const QByteArray out = runLine(u"simulate --stages 20"_s).out;
        QVERIFY2(out.contains("4 devices more"), out.constData());
        QVERIFY(out.contains("\n7 "));
        QVERIFY(!out.contains("\n8 "));
        QVERIFY(!out.contains("\n11 "));
        QVERIFY(out.contains("\n12 "));
    }

    void readsPlansFromFiles()
    {
        Plan plan;
        plan.schedule = ScheduleKind::GPipe;
        plan.stages = 3;
        writeFile(u"a.pgantt"_s, QByteArray::fromStdString(planText(plan)));
        const QJsonObject same = json(runLine(u"simulate a.pgantt --json"_s).out);
        QCOMPARE(same[u"schedule"], u"gpipe"_s);
        QCOMPARE(same[u"stages"], 3);
        const QJsonObject changed =
            json(runLine(u"simulate a.pgantt --json --microbatches 9 --forward 4"_s).out);
        QCOMPARE(changed[u"stages"], 3);
        QCOMPARE(changed[u"microbatches"], 9);
        QCOMPARE(changed[u"ideal"], 9 * 6);
    }

    void knowsEveryPreset()
    {
        for (const Preset& preset : presets()) {
            const Outcome outcome =
                runProgram({u"simulate"_s, u"--json"_s, u"--preset"_s, text(preset.id)});
            QVERIFY(outcome.exitCode == 0 || outcome.exitCode == 3);
            QCOMPARE(json(outcome.out)[u"stages"], preset.plan.stages);
        }
    }

    void takesTimesForEachStage()
    {
        const QJsonObject result =
            json(runLine(u"simulate --json --schedule inference --stages 2 --microbatches 2 "
                         u"--forward-per-stage 250us,1.5ms"_s)
                     .out);
        QCOMPARE(result[u"unit"], u"us"_s);
        QCOMPARE(result[u"makespan"], 3250);
    }

    void printsOrder()
    {
        QCOMPARE(runLine(u"order --stages 2 --microbatches 2"_s).out,
            "0F0,0F1,0B0,0B1\r\n1F0,1B0,1F1,1B1\r\n");
        const QJsonArray devices =
            json(runLine(u"order --json --stages 2 --microbatches 2"_s).out)[u"devices"].toArray();
        QCOMPARE(devices[1].toArray()[1], u"1B0"_s);
    }

    void exportsByName_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("begins");
        QTest::newRow("svg") << u"a.svg"_s << QByteArray("<?xml");
        QTest::newRow("png") << u"a.png"_s << QByteArray("\x89PNG\r\n");
        QTest::newRow("pdf") << u"a.pdf"_s << QByteArray("%PDF-");
        QTest::newRow("csv") << u"a.csv"_s << QByteArray("device,stage,");
        QTest::newRow("json") << u"a.json"_s << QByteArray("{\n  \"schedule\"");
    }
    void exportsByName()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, begins);
        const Outcome outcome = runProgram({u"export"_s, u"--stages"_s, u"4"_s, u"-o"_s, file});
        QCOMPARE(outcome.exitCode, 0);
        QCOMPARE(outcome.err, "");
        QCOMPARE(outcome.out, "");
        const QByteArray bytes = content(file);
        QCOMPARE(bytes.left(begins.size()), begins);

        const Outcome again =
            runProgram({u"export"_s, u"--stages"_s, u"4"_s, u"--json"_s, u"-o"_s, file});
        const QJsonObject written = json(again.out);
        QCOMPARE(written[u"file"], file);
        QCOMPARE(written[u"format"], file.mid(2));
        QCOMPARE(written[u"bytes"], content(file).size());
        if (!file.endsWith(u"pdf"_s))
            QCOMPARE(content(file), bytes);
    }

    void exportFollowsItsOptions()
    {
        QCOMPARE(runLine(u"export --stages 4 -o a.svg --lang zh_CN --width 84mm --theme dark"_s)
                     .exitCode,
            0);
        const QString svg = QString::fromUtf8(content(u"a.svg"_s));
        QVERIFY(svg.contains(u"width=\"84mm\""));
        QVERIFY(svg.contains(u"气泡"));
        QCOMPARE(runLine(u"export --stages 4 -o a.png --dpi 100 --width 127"_s).exitCode, 0);
        QCOMPARE(QImage::fromData(content(u"a.png"_s)).width(), 500);
    }

    void exportsToStandardOutput()
    {
        const QByteArray out = runLine(u"simulate --stages 4 --json"_s).out;
        QVERIFY(QFile::link(u"/dev/stdout"_s, path(u"out.json"_s)));
        QCOMPARE(runLine(u"export --stages 4 -o out.json"_s).out, out);
    }

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
            u"A command is missing; the commands are schedules, simulate, order, export."_s);
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
        row(u"export -o a.svg"_s, 2, u"No plan is given"_s);
        // Values.
        row(u"simulate --stages four"_s, 4, u"stages is “four”, which is not a number"_s);
        row(u"simulate --stages 0"_s, 4, u"stages is 0; it must be from 1 to 1024"_s);
        row(u"simulate --stages -3"_s, 4, u"stages is -3; it must be from 1 to 1024"_s);
        row(u"simulate --stages 1025"_s, 4, u"from 1 to 1024"_s);
        row(u"simulate --stages 4.5"_s, 4, u"whole number from 1 to 1024"_s);
        row(u"simulate --stages 1e3"_s, 4, u"“1e3”"_s);
        row(u"simulate --stages 99999999999999999999"_s, 4, u"99999999999999999999"_s);
        row(u"simulate --stages="_s, 2, u"--stages needs a value"_s);
        row(u"simulate --microbatches 1000001"_s, 4, u"from 1 to 1000000"_s);
        row(u"simulate --chunks 33"_s, 4, u"from 1 to 32"_s);
        row(u"simulate --schedule zb-h1"_s, 4, u"naive, inference, gpipe, 1f1b"_s);
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
        row(u"simulate --stages 1024 --microbatches 1000000"_s, 3, u"operations"_s);
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
        writeFile(u"broken.pgantt"_s, "{\n\"format\": ");
        writeFile(u"newer.pgantt"_s, R"({"format": "pipegantt-plan", "version": 2})");
        QVERIFY(QFile::link(u"/dev/full"_s, path(u"full.csv"_s)));
        const QStringList before = QDir(m_directory.path()).entryList(QDir::Files | QDir::Hidden);

        const Outcome outcome = runLine(line);
        const QString err = QString::fromUtf8(outcome.err);
        QVERIFY2(outcome.exitCode == exitCode, qPrintable(err));
        QVERIFY2(err.contains(says), qPrintable(err));
        QVERIFY2(err.startsWith(u"pipegantt-cli: "_s), qPrintable(err));
        QCOMPARE(err.count(u'\n'), 1);
        QVERIFY(outcome.out.isEmpty());
        QCOMPARE(QDir(m_directory.path()).entryList(QDir::Files | QDir::Hidden), before);
    }

    void measuresEvenWhatDoesNotFit()
    {
        const Outcome some = runLine(
            u"simulate --json --schedule gpipe --stages 8 --microbatches 128 --memory-limit 40"_s);
        QCOMPARE(some.exitCode, 3);
        QCOMPARE(json(some.out)[u"fits_memory"], false);
        QVERIFY2(some.err.contains("at most 40 micro-batches"), some.err.constData());
        const Outcome none = runLine(u"simulate --json --stages 2 --memory-limit 1MB"_s);
        QCOMPARE(none.exitCode, 3);
        QVERIFY2(none.err.contains("not even one micro-batch fits"), none.err.constData());
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

QTEST_GUILESS_MAIN(TestCli)
#include "tst_cli.moc"
