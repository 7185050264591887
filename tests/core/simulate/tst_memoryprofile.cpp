// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/run/run.h"
#include "core/simulate/memoryprofile.h"
#include "tests/support/failonwarning.h"
#include "tests/support/plans.h"

#include <QTest>

#include <algorithm>

using namespace pipegantt;

class TestMemoryProfile : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }
    void stepsOfOneDevice();
    void inferenceKeepsNothing();
    void peakIsTheProfilesPeak();
    void gatheringKeepsThePeak();
};

void TestMemoryProfile::stepsOfOneDevice()
{
    // 1F1B, device 1 of 2: F0 at 1, B0 ends at 4 as F1 starts, B1 ends at 7.
    const Result<Run> done = run(test::planOf(ScheduleKind::OneFOneB, 2, 2));
    std::vector<MemoryStep> steps;
    memoryProfile(done->schedule, done->timeline, 1, 100, steps);
    const std::vector<MemoryStep> expected {{test::slotTime(0), 0}, {test::slotTime(1), 1},
        {test::slotTime(4), 1}, {test::slotTime(7), 0}};
    QVERIFY(steps == expected);
}

void TestMemoryProfile::inferenceKeepsNothing()
{
    const Result<Run> done = run(test::planOf(ScheduleKind::Inference, 2, 3));
    std::vector<MemoryStep> steps;
    memoryProfile(done->schedule, done->timeline, 0, 100, steps);
    QCOMPARE(std::ranges::max(steps, {}, &MemoryStep::chunks).chunks, std::int64_t {1});
    QCOMPARE(memoryPeak(done->schedule, 0).chunks, std::int64_t {1});
    QVERIFY(steps.back() == (MemoryStep {test::slotTime(3), 0}));
}

void TestMemoryProfile::peakIsTheProfilesPeak()
{
    std::mt19937 random(2);
    std::vector<MemoryStep> steps;
    for (int i = 0; i < 300; ++i) {
        const Result<Run> done = run(test::randomPlan(random));
        for (int device = 0; device < done->schedule.devices(); ++device) {
            memoryProfile(done->schedule, done->timeline, device, 1'000, steps);
            const std::int64_t most = std::ranges::max(steps, {}, &MemoryStep::chunks).chunks;
            const MemoryPeak peak = memoryPeak(done->schedule, device);
            QCOMPARE(peak.chunks, most);
            QCOMPARE(done->metrics.devices[static_cast<std::size_t>(device)].peakHeldChunks, most);
            QVERIFY(isForward(done->schedule.operations()[peak.operation].kind()));
            QVERIFY(std::ranges::is_sorted(steps, {}, &MemoryStep::when));
            QCOMPARE(steps.back().chunks, std::int64_t {0});
        }
    }
}

void TestMemoryProfile::gatheringKeepsThePeak()
{
    const Result<Run> done = run(test::planOf(ScheduleKind::OneFOneB, 8, 5'000));
    std::vector<MemoryStep> steps;
    for (const std::size_t most : {10U, 100U, 1'000U}) {
        memoryProfile(done->schedule, done->timeline, 0, most, steps);
        QVERIFY(steps.size() <= most);
        QVERIFY(steps.size() > most / 4);
        QCOMPARE(std::ranges::max(steps, {}, &MemoryStep::chunks).chunks, std::int64_t {8});
        QVERIFY(std::ranges::is_sorted(steps, {}, &MemoryStep::when));
        QVERIFY(steps.back() == (MemoryStep {done->metrics.makespan, 0}));
    }
}

QTEST_APPLESS_MAIN(TestMemoryProfile)
#include "tst_memoryprofile.moc"
