// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/format/totalscsv.h"
#include "core/run/run.h"
#include "tests/support/failonwarning.h"
#include "tests/support/plans.h"

#include <QTest>

#include <vector>

using namespace pipegantt;

class TestTotalsCsv : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }

    void saysAllOfABox()
    {
        Plan plan = test::planOf(ScheduleKind::OneFOneB, 2, 3);
        plan.message = {1000};
        const Result<Run> done = run(plan);
        const BoxReader reader(done->plan, done->schedule, done->timeline);
        const std::vector<int> first {0};
        const BoxTotals totals = reader.read(test::slotTime(1), test::slotTime(5), first);
        const std::string lines = "all,busy,2,2,0.500000,\n"
                                  "all,forward,1,1,0.250000,\n"
                                  "all,backward,1,1,0.250000,\n"
                                  "all,idle,,2,0.500000,\n"
                                  "all,warm-up,,0,0.000000,\n"
                                  "all,drain,,0,0.000000,\n"
                                  "all,message,,0,0.000000,\n"
                                  "all,dependency,,2,0.500000,\n"
                                  "all,imbalance,,0,0.000000,\n"
                                  "all,messages-sent,1,,,1000\n";
        QString device = QString::fromStdString(lines);
        device.replace(QStringLiteral("all,"), QStringLiteral("0,"));
        QCOMPARE(QString::fromStdString(totalsCsv(totals, TimeUnit::Slots)),
            QStringLiteral("devices,part,count,time_slots,share,bytes\n")
                + QString::fromStdString(lines) + device);
    }
};

QTEST_APPLESS_MAIN(TestTotalsCsv)
#include "tst_totalscsv.moc"
