// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/format/ordercsv.h"
#include "core/run/run.h"
#include "tests/support/failonwarning.h"

#include <QTest>

using namespace pipegantt;

class TestOrderCsv : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }

    void writesPyTorchRows_data()
    {
        QTest::addColumn<int>("schedule");
        QTest::addColumn<QByteArray>("csv");
        QTest::newRow("gpipe") << static_cast<int>(ScheduleKind::GPipe)
                               << QByteArray("0F0,0F1,0B0,0B1\r\n1F0,1F1,1B0,1B1\r\n");
        QTest::newRow("1f1b") << static_cast<int>(ScheduleKind::OneFOneB)
                              << QByteArray("0F0,0F1,0B0,0B1\r\n1F0,1B0,1F1,1B1\r\n");
        QTest::newRow("inference")
            << static_cast<int>(ScheduleKind::Inference) << QByteArray("0F0,0F1\r\n1F0,1F1\r\n");
    }
    void writesPyTorchRows()
    {
        QFETCH(int, schedule);
        QFETCH(QByteArray, csv);
        Plan plan;
        plan.schedule = static_cast<ScheduleKind>(schedule);
        plan.stages = 2;
        plan.microbatches = 2;
        const Result<Run> result = run(plan);
        QVERIFY(result.has_value());
        QCOMPARE(QByteArray::fromStdString(orderCsv(result->schedule)), csv);
    }

    /// A chunk's actions carry the stage of the model, not the device.
    void namesStagesOfChunks()
    {
        Schedule schedule;
        schedule.reset(2, 2, 1);
        for (int device = 0; device < 2; ++device) {
            schedule.append(OperationKind::Forward, 0, 0);
            schedule.append(OperationKind::InputGrad, 1, 0);
            schedule.finishDevice();
        }
        QCOMPARE(orderCsv(schedule), std::string("0F0,2I0\r\n1F0,3I0\r\n"));
        QCOMPARE(orderJson(schedule),
            std::string(
                "{\n  \"devices\": [\n    [\"0F0\", \"2I0\"],\n    [\"1F0\", \"3I0\"]\n  ]\n}\n"));
    }
};

QTEST_APPLESS_MAIN(TestOrderCsv)
#include "tst_ordercsv.moc"
