// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/run/run.h"
#include "core/schedule/catalogue.h"
#include "core/schedule/closedform.h"
#include "core/simulate/diagram.h"
#include "tests/support/failonwarning.h"
#include "tests/support/plans.h"

#include <QTest>

using namespace pipegantt;

class TestSeq1F1B : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }
    void drawsTheSlices();
    void isOneFOneBWithoutSlices();
    void bubbleShrinksWithTheSlices_data();
    void bubbleShrinksWithTheSlices();
    void keepsAFewSlices();
};

void TestSeq1F1B::drawsTheSlices()
{
    Plan plan = test::planOf(ScheduleKind::Seq1F1B, 4, 2);
    plan.slices = 2;
    const Result<Run> done = run(plan);
    QVERIFY(done.has_value());
    QCOMPARE(diagram(done->schedule, done->timeline, test::slotTime(1)),
        std::string("device 0 | F0.0 F0.1 F1.0 F1.1 .    .    .    .    .    .    .    B0.1 ---- . "
                    "   B0.0 ---- .    B1.1 ---- B1.0 ----\n"
                    "device 1 | .    F0.0 F0.1 F1.0 F1.1 .    .    .    .    B0.1 ---- .    B0.0 "
                    "---- .    B1.1 ---- B1.0 ---- .    .\n"
                    "device 2 | .    .    F0.0 F0.1 F1.0 .    .    B0.1 ---- F1.1 B0.0 ---- .    "
                    "B1.1 ---- B1.0 ---- .    .    .    .\n"
                    "device 3 | .    .    .    F0.0 F0.1 B0.1 ---- F1.0 B0.0 ---- F1.1 B1.1 ---- "
                    "B1.0 ---- .    .    .    .    .    .\n"));
}

void TestSeq1F1B::isOneFOneBWithoutSlices()
{
    QVERIFY(run(test::planOf(ScheduleKind::Seq1F1B, 4, 8))->schedule
        == run(test::planOf(ScheduleKind::OneFOneB, 4, 8))->schedule);
}

void TestSeq1F1B::bubbleShrinksWithTheSlices_data()
{
    QTest::addColumn<int>("stages");
    QTest::addColumn<int>("microbatches");
    QTest::addColumn<int>("slices");
    QTest::addColumn<int>("makespan");
    QTest::newRow("P=2 M=4 S=2") << 2 << 4 << 2 << 27;
    QTest::newRow("P=2 M=8 S=4") << 2 << 8 << 4 << 99;
    QTest::newRow("P=4 M=8 S=2") << 4 << 8 << 2 << 57;
    QTest::newRow("P=4 M=8 S=4") << 4 << 8 << 4 << 105;
    QTest::newRow("P=4 M=1 S=4") << 4 << 1 << 4 << 21;
}

void TestSeq1F1B::bubbleShrinksWithTheSlices()
{
    QFETCH(int, stages);
    QFETCH(int, microbatches);
    QFETCH(int, slices);
    QFETCH(int, makespan);
    Plan plan = test::planOf(ScheduleKind::Seq1F1B, stages, microbatches);
    plan.slices = slices;
    QVERIFY(run(plan)->metrics.makespan == test::slotTime(makespan));
    QVERIFY(closedForm(plan).bubbleRatio() == run(plan)->metrics.bubbleRatio);
}

void TestSeq1F1B::keepsAFewSlices()
{
    for (const int microbatches : {1, 2, 6}) {
        Plan plan = test::planOf(ScheduleKind::Seq1F1B, 5, microbatches);
        plan.slices = 3;
        const Result<Run> done = run(plan);
        for (int device = 0; device < 5; ++device) {
            QCOMPARE(done->metrics.devices[static_cast<std::size_t>(device)].peakChunks,
                std::int64_t {std::min(5 - device + 2, 3 * microbatches)});
        }
    }
}

QTEST_APPLESS_MAIN(TestSeq1F1B)
#include "tst_seq1f1b.moc"
