// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/run/run.h"
#include "core/schedule/catalogue.h"
#include "core/schedule/closedform.h"
#include "core/simulate/diagram.h"
#include "tests/support/failonwarning.h"
#include "tests/support/plans.h"

#include <QTest>

#include <cmath>

using namespace pipegantt;

class TestHanayo : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }
    void drawsOneWave();
    void comesNearTheFormula_data();
    void comesNearTheFormula();
    void keepsBoundedMemory();
    void refusesHalfAWave();
};

void TestHanayo::drawsOneWave()
{
    Plan plan = test::planOf(ScheduleKind::Hanayo, 4, 4);
    plan.chunks = 2;
    const Result<Run> done = run(plan);
    QVERIFY(done.has_value());
    QCOMPARE(diagram(done->schedule, done->timeline, test::slotTime(1)),
        std::string("device 0 | F0 F1 F2 F3 .  .  .  f0 b0 -- f1 b1 -- f2 b2 -- f3 b3 -- .  .  .  "
                    ".  B0 -- .  B1 -- .  .  B2 -- .  .  B3 --\n"
                    "device 1 | .  F0 F1 F2 F3 .  f0 .  f1 .  b0 -- f2 b1 -- f3 b2 -- .  b3 -- B0 "
                    "-- .  B1 -- .  .  B2 -- .  .  B3 -- .  .\n"
                    "device 2 | .  .  F0 F1 F2 f0 F3 f1 .  f2 .  f3 b0 -- .  b1 -- .  B0 -- b2 -- "
                    "B1 -- b3 -- B2 -- .  .  B3 -- .  .  .  .\n"
                    "device 3 | .  .  .  F0 f0 F1 f1 F2 f2 F3 f3 .  .  .  b0 -- B0 -- b1 -- B1 -- "
                    "b2 -- B2 -- b3 -- B3 -- .  .  .  .  .  .\n"));
}

void TestHanayo::comesNearTheFormula_data()
{
    QTest::addColumn<int>("stages");
    QTest::addColumn<int>("waves");
    QTest::addColumn<double>("bubble");
    QTest::addColumn<double>("formula");
    // M = P, B = 2F; the paper's (2P-2)/(3PW+P-1).
    QTest::newRow("P=4 W=1") << 4 << 1 << 0.3333 << 0.4;
    QTest::newRow("P=4 W=2") << 4 << 2 << 0.2131 << 0.2222;
    QTest::newRow("P=4 W=4") << 4 << 4 << 0.1193 << 0.1176;
    QTest::newRow("P=8 W=1") << 8 << 1 << 0.3684 << 0.4516;
    QTest::newRow("P=8 W=2") << 8 << 2 << 0.2381 << 0.2545;
    QTest::newRow("P=8 W=4") << 8 << 4 << 0.1351 << 0.1359;
}

void TestHanayo::comesNearTheFormula()
{
    QFETCH(int, stages);
    QFETCH(int, waves);
    QFETCH(double, bubble);
    QFETCH(double, formula);
    Plan plan = test::planOf(ScheduleKind::Hanayo, stages, stages);
    plan.chunks = 2 * waves;
    const auto rounded = [](Ratio ratio) { return std::round(ratio.value() * 10'000) / 10'000; };
    QCOMPARE(rounded(run(plan)->metrics.bubbleRatio), bubble);
    QCOMPARE(rounded(closedForm(plan).bubbleRatio()), formula);
    QVERIFY(closedForm(plan).gap == FormulaGap::Conditions);
}

void TestHanayo::keepsBoundedMemory()
{
    for (const int chunks : {2, 4}) {
        Plan plan = test::planOf(ScheduleKind::Hanayo, 4, 40);
        plan.chunks = chunks;
        const Metrics metrics = run(plan)->metrics;
        for (const DeviceMetrics& device : metrics.devices)
            QVERIFY(device.peakChunks <= std::int64_t {7} * chunks);
        // 1F1B has 3/43.
        QVERIFY(!((Ratio {3, 43}) < metrics.bubbleRatio));
    }
}

void TestHanayo::refusesHalfAWave()
{
    Plan plan = test::planOf(ScheduleKind::Hanayo, 4, 8);
    plan.chunks = 3;
    QVERIFY(run(plan).error() == (Error {ErrorCode::NeedsEven, {"chunks", "3", "hanayo"}}));
}

QTEST_APPLESS_MAIN(TestHanayo)
#include "tst_hanayo.moc"
