// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/failonwarning.h"
#include "tests/ui/timeline/samplerun.h"
#include "ui/timeline/stepmarks.h"

#include <QTest>

#include <algorithm>

using namespace pipegantt;
using test::inSlots;

namespace {

std::vector<Duration> slotsOf(std::initializer_list<int> counts)
{
    std::vector<Duration> times;
    for (const int count : counts)
        times.push_back(inSlots(count));
    return times;
}

} // namespace

class StepMarksTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }

    void findsWhereMicrobatchesEnterAndLeave()
    {
        // GPipe on two devices: forwards at 0, 1, 2; backwards of device 0 end at 8, 10, 12.
        const auto gpipe = test::sampleRun(ScheduleKind::GPipe, 2, 3);
        QCOMPARE(microbatchMarks(*gpipe), slotsOf({0, 1, 2, 8, 10, 12}));
        // 1F1B on four: F4 of device 0 follows B0, which ends at 12.
        const auto onefoneb = test::sampleRun(ScheduleKind::OneFOneB, 4, 5);
        QCOMPARE(microbatchMarks(*onefoneb), slotsOf({0, 1, 2, 3, 12, 15, 18, 21, 24}));
    }

    /// Whatever the schedule, each micro-batch has its two instants among them, and nothing else.
    void countsEachMicrobatch_data()
    {
        QTest::addColumn<int>("schedule");
        for (const ScheduleKind kind : {ScheduleKind::Interleaved, ScheduleKind::ZbV,
                 ScheduleKind::Chimera, ScheduleKind::DualPipe, ScheduleKind::Inference})
            QTest::addRow("%d", static_cast<int>(kind)) << static_cast<int>(kind);
    }
    void countsEachMicrobatch()
    {
        QFETCH(int, schedule);
        const auto run = test::sampleRun(static_cast<ScheduleKind>(schedule), 4, 8);
        const std::vector<Duration> marks = microbatchMarks(*run);
        QVERIFY(std::ranges::is_sorted(marks));
        QVERIFY(marks.size() <= 16);
        QCOMPARE(marks.front(), Duration(0));
        QCOMPARE(marks.back(), run->timeline.makespan);
    }

    void findsPhases()
    {
        const auto onefoneb = test::sampleRun(ScheduleKind::OneFOneB, 4, 8);
        QCOMPARE(phaseMarks(*onefoneb), slotsOf({0, 4, 24, 33}));
        const auto forwardOnly = test::sampleRun(ScheduleKind::Inference, 2, 2);
        QCOMPARE(phaseMarks(*forwardOnly), slotsOf({0, 3}));
    }
};

QTEST_APPLESS_MAIN(StepMarksTest)
#include "tst_stepmarks.moc"
