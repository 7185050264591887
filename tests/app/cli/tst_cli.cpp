// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/version.h"
#include "core/format/planfile.h"
#include "core/plan/parameter.h"
#include "core/plan/preset.h"
#include "core/schedule/catalogue.h"
#include "tests/app/cli/commandlinetest.h"

#include <QImage>
#include <QJsonArray>
#include <QRegularExpression>

using namespace pipegantt;
using namespace Qt::StringLiterals;
using test::Outcome;

namespace {

QString text(std::string_view view)
{
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

} // namespace

/// What the command line does.
class TestCli : public test::CommandLineTest
{
    Q_OBJECT

private slots:
    void init() { startAfresh(); }

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

    void saysWhatMessagesCost()
    {
        const QString plan = u"simulate --forward 2ms --backward 4ms --message 64MB "
                             u"--bandwidth 50GB --jitter 3 --seed 5 --comm-model "_s;
        const QByteArray blocking = runLine(plan + u"blocking"_s).out;
        QVERIFY2(blocking.contains("messages of 64 MB at 50 GB/s, messages block, "
                                   "jitter 3 % of seed 5\n"),
            blocking.constData());
        QVERIFY(!runLine(plan + u"asynchronous"_s).out.contains("messages block"));
        const auto makespan = [](const QByteArray& out) {
            return QRegularExpression(u"makespan +([0-9.]+) ms"_s)
                .match(QString::fromUtf8(out))
                .captured(1)
                .toDouble();
        };
        QVERIFY(makespan(blocking) > makespan(runLine(plan + u"asynchronous"_s).out));
    }

    void saysWhatDevicesWaitFor()
    {
        const QByteArray out =
            runLine(u"simulate --stages 3 --microbatches 3 --forward-per-stage 1,2,1 --comm 1"_s)
                .out;
        QVERIFY2(out.contains(QByteArray("warm-up   drain   message   dependency   imbalance")),
            out.constData());
        QVERIFY2(out.contains("\n  0F0 -> 1F0 -> 2F0 2B0 -> 1B0"), out.constData());
        // Of causes that there are none of, there is no column.
        QVERIFY(!runLine(u"simulate --stages 3 --microbatches 3"_s).out.contains("imbalance"));
    }

    void readsLayouts()
    {
        const QByteArray out =
            runLine(u"simulate --layout Et*3|(tt|)*29,m|L --microbatches 64"_s).out;
        QVERIFY2(out.startsWith("1F1B, 32 stages, 64 micro-batches\n"
                                "layout Et*3|(tt|)*29,m|L, hop latency 0 slots\n"),
            out.constData());
        // Half as many devices hold two stages each.
        QVERIFY(runLine(u"simulate --schedule interleaved-1f1b --layout Et|t|t|t|t|t|t|tL"_s)
                    .out.contains("4 stages, 8 micro-batches, 2 chunks on each device"));
        const Outcome wrong = runLine(u"simulate --layout Et|x|L"_s);
        QCOMPARE(wrong.exitCode, 4);
        QVERIFY2(wrong.err.contains("at character 4, “x”"), wrong.err.constData());
        QCOMPARE(runLine(u"simulate --stages 0 --schedule looped-bfs --layout EtL"_s).exitCode, 4);
        QCOMPARE(runLine(u"simulate --layout E|L --head 0"_s).exitCode, 4);
    }

    void countsAllThatADeviceHolds()
    {
        const QString plan =
            u"simulate --stages 4 --weights-memory 2GB --gradients-memory 1GB --memory-limit "_s;
        const Outcome fits = runLine(plan + u"7GB"_s);
        QCOMPARE(fits.exitCode, 0);
        QVERIFY2(fits.out.contains("4 micro-batches on device 0 and 3 GB of model state, within "
                                   "the limit of 7 GB"),
            fits.out.constData());
        QVERIFY2(fits.out.contains("7 GB at 3 by 0F3"), fits.out.constData());
        QCOMPARE(runLine(plan + u"6.99GB"_s).exitCode, 3);
        QCOMPARE(runLine(plan + u"4"_s).exitCode, 0);
        const Outcome never = runLine(plan + u"2GB"_s);
        QCOMPARE(never.exitCode, 3);
        QVERIFY2(never.err.contains("Device 0 holds 3 GB of weights"), never.err.constData());
        const Outcome searched = runLine(plan + u"3.5GB --schedule auto"_s);
        QCOMPARE(searched.exitCode, 3);
        QVERIFY2(searched.err.contains("the smallest limit that works is 4GB"),
            searched.err.constData());
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

    void importsWhatOrderPrints()
    {
        const QByteArray csv = runLine(u"order --stages 3 --microbatches 5"_s).out;
        writeFile(u"order.csv"_s, csv);
        const Outcome imported = runLine(u"import order.csv -o order.pgantt"_s);
        QCOMPARE(imported.exitCode, 0);
        QVERIFY2(imported.out.startsWith("This is 1F1B, the same here as Seq1F1B, PipeDream"),
            imported.out.constData());
        QCOMPARE(runLine(u"order order.csv"_s).out, csv);
        QCOMPARE(runLine(u"order order.pgantt"_s).out, csv);
        const QJsonObject summary = json(runLine(u"import order.csv --json"_s).out);
        QCOMPARE(summary[u"devices"], 3);
        QCOMPARE(summary[u"microbatches"], 5);
        QCOMPARE(summary[u"recognized"].toArray().first(), u"1f1b"_s);
    }

    void printsCommunication()
    {
        QCOMPARE(runLine(u"order --stages 2 --microbatches 1 --communication"_s).out,
            "0UNSHARD,0F0,0SEND_F0,0RECV_B0,0B0,0REDUCE_GRAD,0RESHARD\r\n"
            "1UNSHARD,1RECV_F0,1F0,1B0,1SEND_B0,1REDUCE_GRAD,1RESHARD\r\n");
        const QByteArray waiting =
            runLine(u"order --stages 2 --microbatches 1 --communication --torch 2.15"_s).out;
        QVERIFY(waiting.contains("0B0,0WAIT_SEND_F0,0REDUCE_GRAD,0WAIT_REDUCE_GRAD"));
        writeFile(u"waiting.csv"_s, waiting);
        QCOMPARE(runLine(u"order waiting.csv --communication"_s).out, waiting);
        QCOMPARE(runLine(u"order waiting.csv"_s).out, "0F0,0B0\r\n1F0,1B0\r\n");
    }

    /// A schedule CSV stands wherever a plan does, and the options change its times.
    void takesAScheduleCsvForAPlan()
    {
        writeFile(u"order.csv"_s, runLine(u"order --stages 4 --microbatches 8"_s).out);
        for (const QString& times : {u""_s, u" --forward 2 --comm 1"_s, u" --input-grad 3"_s}) {
            const QJsonObject given = json(runLine(u"simulate order.csv --json"_s + times).out);
            const QJsonObject made =
                json(runLine(u"simulate --stages 4 --microbatches 8 --json"_s + times).out);
            QCOMPARE(given[u"schedule"], u"custom"_s);
            QCOMPARE(given[u"makespan"], made[u"makespan"]);
            QCOMPARE(given[u"devices"], made[u"devices"]);
        }
        QCOMPARE(runLine(u"export order.csv -o order.svg"_s).exitCode, 0);
        QVERIFY(content(u"order.svg"_s).startsWith("<?xml"));
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
};

QTEST_GUILESS_MAIN(TestCli)
#include "tst_cli.moc"
