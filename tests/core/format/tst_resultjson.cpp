// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/format/resultcsv.h"
#include "core/format/resultjson.h"
#include "core/schedule/catalogue.h"
#include "tests/support/failonwarning.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace pipegantt;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

class TestResultJson : public QObject
{
    Q_OBJECT

    static Run runOf(ScheduleKind schedule, int stages, int microbatches)
    {
        Plan plan;
        plan.schedule = schedule;
        plan.stages = stages;
        plan.microbatches = microbatches;
        return *run(plan);
    }

    static QJsonObject parsed(const std::string& json)
    {
        QJsonParseError fault;
        const QJsonDocument document =
            QJsonDocument::fromJson(QByteArray::fromStdString(json), &fault);
        return fault.error == QJsonParseError::NoError ? document.object() : QJsonObject();
    }

private slots:
    void init() { test::failOnWarning(); }

    void holdsTheContractsKeys()
    {
        const QJsonObject json = parsed(resultJson(runOf(ScheduleKind::GPipe, 8, 32)));
        for (const QString& key : {u"schedule"_s, u"stages"_s, u"microbatches"_s, u"chunks"_s,
                 u"unit"_s, u"makespan"_s, u"span"_s, u"ideal"_s, u"bubble_ratio"_s,
                 u"bubble_over_ideal"_s, u"span_bubble_ratio"_s, u"devices"_s})
            QVERIFY2(json.contains(key), qPrintable(key));
        QCOMPARE(json[u"schedule"], u"gpipe"_s);
        QCOMPARE(json[u"unit"], u"slots"_s);
        QCOMPARE(json[u"makespan"], 39 * 3);
        QCOMPARE(json[u"ideal"], 32 * 3);
        QCOMPARE(json[u"bubble_ratio"].toDouble(), 7.0 / 39);
        QCOMPARE(json[u"bubble_over_ideal"].toDouble(), 7.0 / 32);
        const QJsonArray devices = json[u"devices"].toArray();
        QCOMPARE(devices.size(), 8);
        const QJsonObject device = devices[0].toObject();
        for (const auto& [key, value] :
            {std::pair {u"busy"_s, 96}, {u"idle"_s, 21}, {u"span"_s, 117}, {u"peak_chunks"_s, 32},
                {u"peak_chunks_release_at_input_grad"_s, 32}, {u"peak_held_chunks"_s, 32},
                {u"weight_versions"_s, 1}, {u"staleness"_s, 0}})
            QCOMPARE(device[key], value);
        const QJsonObject form = json[u"closed_form"].toObject();
        QCOMPARE(form[u"bubble_ratio"].toDouble(), 7.0 / 39);
        QCOMPARE(form[u"exact"], true);
        QVERIFY(json[u"recommendation"].toObject().contains(u"microbatches"));
    }

    void causesAddUpToIdleTime()
    {
        Plan plan;
        plan.perStage.assign(4, plan.time);
        plan.perStage[2].forward *= 3;
        plan.link.latency = unitDuration(TimeUnit::Slots);
        const QJsonArray devices = parsed(resultJson(*run(plan)))[u"devices"].toArray();
        QCOMPARE(devices.size(), 4);
        for (const QJsonValue& device : devices) {
            double sum = 0;
            for (const QString& cause :
                {u"warm_up"_s, u"drain"_s, u"message"_s, u"dependency"_s, u"imbalance"_s})
                sum += device[u"idle_by_cause"][cause].toDouble(-1e9);
            QCOMPARE(sum, device[u"idle"].toDouble());
        }
    }

    void memoryOfEachDeviceIsListed()
    {
        Plan plan;
        plan.schedule = ScheduleKind::Chimera;
        plan.state = {{100}, {200}, {400}, {50}};
        plan.activation = {10};
        const QJsonObject json = parsed(resultJson(*run(plan)));
        const QJsonArray devices = json[u"devices"].toArray();
        QCOMPARE(devices.size(), 4);
        for (const QJsonValue& device : devices) {
            const QJsonObject memory = device[u"memory"].toObject();
            QCOMPARE(memory[u"weights"], 200);
            QCOMPARE(memory[u"gradients"], 400);
            QCOMPARE(memory[u"optimizer"], 400);
            QCOMPARE(memory[u"buffers"], 50);
            const QJsonObject peak = memory[u"peak"].toObject();
            QCOMPARE(peak[u"bytes"].toInt(), 1'050 + peak[u"activations"].toInt());
            QCOMPARE(peak[u"activations"].toInt(), 10 * device[u"peak_held_chunks"].toInt());
            int most = 0;
            double when = 0;
            for (const QJsonValue& step : memory[u"over_time"].toArray()) {
                if (step[1].toInt() > most)
                    when = step[0].toDouble();
                most = std::max(most, step[1].toInt());
            }
            QCOMPARE(most, peak[u"bytes"].toInt());
            QCOMPARE(when, peak[u"when"].toDouble());
            QCOMPARE(memory[u"over_time"].toArray().last()[1], 1'050);
        }
        QCOMPARE(json[u"peak_memory_bytes"].toInt(),
            devices[json[u"peak_device"].toInt()][u"memory"][u"peak"][u"bytes"].toInt());
    }

    void criticalPathReachesFromZeroToTheMakespan()
    {
        Plan plan;
        plan.link.latency = unitDuration(TimeUnit::Slots);
        const QJsonObject json = parsed(resultJson(*run(plan)));
        const QJsonObject path = json[u"critical_path"].toObject();
        QCOMPARE(path[u"work"].toDouble() + path[u"travel"].toDouble(), json[u"makespan"]);
        double now = 0;
        for (const QJsonValue& step : path[u"steps"].toArray()) {
            QCOMPARE(step[u"begin"].toDouble(), now);
            now = step[u"end"].toDouble();
        }
        QCOMPARE(now, json[u"makespan"].toDouble());
        QCOMPARE(path[u"steps"][0][u"operation"], u"0F0"_s);
        QCOMPARE(path[u"steps"][1][u"message_of"], u"0F0"_s);
    }

    void longCriticalPathsAreMeasuredAlone()
    {
        const QJsonObject json = parsed(resultJson(runOf(ScheduleKind::GPipe, 2, 6'000)));
        QVERIFY(json[u"critical_path"][u"steps"].isNull());
        QCOMPARE(json[u"critical_path"][u"work"], json[u"makespan"]);
    }

    /// A time is the exact decimal of its picoseconds, which no double holds.
    void timesAreExact()
    {
        Plan plan;
        plan.schedule = ScheduleKind::Inference;
        plan.stages = 1;
        plan.microbatches = 3;
        plan.unit = TimeUnit::Seconds;
        plan.time = {Duration(123'456'789'012'345), 1s, 1s};
        const std::string json = resultJson(*run(plan));
        QVERIFY(json.find("\"makespan\": 370.370367037035,") != std::string::npos);
    }

    void saysWhyTheFormulaDiffers()
    {
        Plan plan;
        plan.link.latency = 1ms;
        const QJsonObject form = parsed(resultJson(*run(plan)))[u"closed_form"].toObject();
        QCOMPARE(form[u"exact"], false);
        QCOMPARE(form[u"gap"], u"hop-latency"_s);
    }

    void listsTheCatalogue()
    {
        const QJsonArray schedules = parsed(catalogueJson())[u"schedules"].toArray();
        QCOMPARE(schedules.size(), static_cast<qsizetype>(catalogue().size()));
        const QJsonObject gpipe = schedules[2].toObject();
        QCOMPARE(gpipe[u"id"], u"gpipe"_s);
        for (const QString& key : {u"title"_s, u"paper"_s, u"constraints"_s})
            QVERIFY2(!gpipe[key].toString().isEmpty(), qPrintable(key));
        const QJsonArray parameters = gpipe[u"parameters"].toArray();
        QVERIFY(parameters.contains(u"microbatches"_s));
        QVERIFY(parameters.contains(u"backward-order"_s));
    }

    void tabulatesOperations()
    {
        QCOMPARE(operationsCsv(runOf(ScheduleKind::OneFOneB, 2, 2)),
            std::string("device,stage,chunk,kind,microbatch,start,end\n"
                        "0,0,0,F,0,0,1\n"
                        "0,0,0,F,1,1,2\n"
                        "0,0,0,B,0,4,6\n"
                        "0,0,0,B,1,7,9\n"
                        "1,1,0,F,0,1,2\n"
                        "1,1,0,B,0,2,4\n"
                        "1,1,0,F,1,4,5\n"
                        "1,1,0,B,1,5,7\n"));
    }
};

QTEST_APPLESS_MAIN(TestResultJson)
#include "tst_resultjson.moc"
