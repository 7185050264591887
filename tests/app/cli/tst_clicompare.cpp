// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/planfile.h"
#include "core/schedule/catalogue.h"
#include "tests/app/cli/commandlinetest.h"

#include <QJsonArray>

using namespace pipegantt;
using namespace Qt::StringLiterals;
using test::Outcome;

/// What `compare` does.
class TestCliCompare : public test::CommandLineTest
{
    Q_OBJECT

    QJsonArray plansOf(const QString& line) const
    {
        const Outcome outcome = runLine(u"compare --json "_s + line);
        return json(outcome.out)[u"plans"].toArray();
    }

    static QStringList idsOf(const QJsonArray& plans)
    {
        QStringList ids;
        for (const QJsonValue& plan : plans)
            ids += plan[u"schedule"].toString();
        return ids;
    }

private slots:
    void init() { startAfresh(); }

    void onePlanMeetsTheCatalogue()
    {
        const QJsonArray plans = plansOf(u"--stages 4 --microbatches 8"_s);
        QCOMPARE(plans.size(), static_cast<qsizetype>(catalogue().size()));
        for (qsizetype i = 0; i < plans.size(); ++i) {
            const CatalogueEntry& known = catalogue()[static_cast<std::size_t>(i)];
            QCOMPARE(plans[i][u"schedule"].toString().toStdString(), std::string(known.id));
            QCOMPARE(plans[i][u"legal"].toBool(), plans[i][u"reason"].isNull());
        }
        QCOMPARE(plansOf(u"--catalogue --stages 4 --microbatches 8"_s), plans);
    }

    void comparesPlansAsTheyAre()
    {
        Plan plan;
        plan.schedule = ScheduleKind::GPipe;
        plan.stages = 3;
        writeFile(u"a.pgantt"_s, QByteArray::fromStdString(planText(plan)));
        const Outcome outcome =
            runLine(u"compare a.pgantt -- a.pgantt --microbatches 2 -- --stages 2 --json"_s);
        QCOMPARE(outcome.exitCode, 0);
        QCOMPARE(outcome.err, "");
        const QJsonArray plans = json(outcome.out)[u"plans"].toArray();
        QCOMPARE(idsOf(plans), (QStringList {u"gpipe"_s, u"gpipe"_s, u"1f1b"_s}));
        QCOMPARE(plans[0][u"stages"], 3);
        QCOMPARE(plans[1][u"microbatches"], 2);
        QCOMPARE(plans[2][u"makespan"], 27);
    }

    /// A row says what `simulate` says.
    void agreesWithSimulate()
    {
        const QString plan = u"--schedule gpipe --stages 5 --microbatches 9 --comm 0.5"_s;
        const QJsonObject simulated = json(runLine(u"simulate --json "_s + plan).out);
        const QJsonArray compared = plansOf(plan + u" -- --stages 2"_s);
        for (const QString& key : {u"makespan"_s, u"bubble_ratio"_s, u"span_bubble_ratio"_s,
                 u"peak_memory_bytes"_s, u"fits_memory"_s})
            QCOMPARE(compared[0][key], simulated[key]);
    }

    void sorts_data()
    {
        QTest::addColumn<QString>("order");
        QTest::addColumn<QString>("key");
        QTest::newRow("bubble") << u"bubble"_s << u"bubble_ratio"_s;
        QTest::newRow("memory") << u"memory"_s << u"peak_memory_bytes"_s;
        QTest::newRow("makespan") << u"makespan"_s << u"makespan"_s;
        QTest::newRow("year") << u"year"_s << u"year"_s;
    }
    void sorts()
    {
        QFETCH(QString, order);
        QFETCH(QString, key);
        const QJsonArray plans = plansOf(u"--stages 4 --microbatches 8 --sort "_s + order);
        QCOMPARE(plans.size(), static_cast<qsizetype>(catalogue().size()));
        for (qsizetype i = 1; i < plans.size(); ++i) {
            if (!plans[i][key].isNull())
                QVERIFY(plans[i - 1][key].toDouble() <= plans[i][key].toDouble());
        }
    }

    void writesTables()
    {
        const QByteArray markdown = runLine(u"compare --stages 4 --markdown"_s).out;
        QVERIFY2(markdown.startsWith("| Schedule"), markdown.constData());
        QCOMPARE(markdown.count('\n'), static_cast<qsizetype>(catalogue().size()) + 2);
        const QByteArray csv = runLine(u"compare --stages 4 --csv"_s).out;
        QVERIFY2(csv.startsWith("schedule,title,year,"), csv.constData());
        QCOMPARE(csv.count('\n'), static_cast<qsizetype>(catalogue().size()) + 1);
        const QByteArray lines = runLine(u"compare --stages 4"_s).out;
        QVERIFY2(lines.startsWith("Schedule "), lines.constData());
        QVERIFY(lines.contains("\n1F1B "));
    }

    /// What the window shows beside the baseline.
    void saysDifferences()
    {
        const QString plans =
            u"compare --differences --schedule gpipe --stages 4 -- --stages 4 --microbatches 16"_s;
        const QByteArray lines = runLine(plans).out;
        QVERIFY2(lines.contains("1F1B, P 4, M 16"), lines.constData());
        QVERIFY2(lines.contains("+24 slots, longer"), lines.constData());
        QVERIFY2(lines.contains("-4 GB, less"), lines.constData());
        QVERIFY2(lines.contains("\nDevice"), lines.constData());
        const QByteArray markdown = runLine(plans + u" --markdown"_s).out;
        QVERIFY2(markdown.contains("\n| Device |"), markdown.constData());
        const QByteArray csv = runLine(plans + u" --csv"_s).out;
        QCOMPARE(csv.count('\n'), 1 + 2 + 8);
        QVERIFY2(csv.contains(",all,slots,57,24,"), csv.constData());
    }

    void refusesDifferences_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QString>("words");
        QTest::newRow("one plan") << u"--stages 4"_s << 2 << u"two plans or more"_s;
        QTest::newRow("JSON") << u"--stages 4 --json -- --stages 2"_s << 2 << u"--csv"_s;
        QTest::newRow("slots and time")
            << u"--stages 4 -- --forward 2ms --backward 3ms"_s << 4 << u"no time axis"_s;
        QTest::newRow("cannot run")
            << u"--stages 4 -- --schedule naive --microbatches 8"_s << 3 << u"microbatches is 8"_s;
    }
    void refusesDifferences()
    {
        QFETCH(QString, line);
        QFETCH(int, exitCode);
        QFETCH(QString, words);
        const Outcome outcome = runLine(u"compare --differences "_s + line);
        QCOMPARE(outcome.exitCode, exitCode);
        QVERIFY2(outcome.err.contains(words.toUtf8()), outcome.err.constData());
        QVERIFY(outcome.out.isEmpty());
    }

    /// The others are still compared.
    void aPlanThatCannotRunIsAFault()
    {
        const Outcome outcome =
            runLine(u"compare --stages 4 -- --schedule naive --microbatches 8"_s);
        QCOMPARE(outcome.exitCode, 3);
        QVERIFY(outcome.out.contains("27.3 %"));
        QVERIFY(outcome.err.contains("microbatches is 8"));
    }
};

QTEST_GUILESS_MAIN(TestCliCompare)
#include "tst_clicompare.moc"
