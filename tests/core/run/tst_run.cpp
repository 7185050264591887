// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/run/run.h"
#include "tests/support/failonwarning.h"
#include "tests/support/plans.h"

#include <QTest>

#include <array>
#include <cstdlib>
#include <new>
#include <random>
#include <thread>
#include <vector>

namespace {

/// Counts allocations of this program while it is switched on.
struct AllocationCount
{
    bool on = false;
    int count = 0;
} g_allocations;

/// aligned_alloc gives whole multiples of the alignment.
std::size_t wholeBlocks(std::size_t size, std::align_val_t alignment)
{
    const auto block = static_cast<std::size_t>(alignment);
    return (size + block - 1) / block * block;
}

} // namespace

void* operator new(std::size_t size)
{
    if (g_allocations.on)
        ++g_allocations.count;
    if (void* memory = std::malloc(size))
        return memory;
    throw std::bad_alloc();
}

void* operator new(std::size_t size, std::align_val_t alignment)
{
    if (g_allocations.on)
        ++g_allocations.count;
    if (void* memory =
            std::aligned_alloc(static_cast<std::size_t>(alignment), wholeBlocks(size, alignment)))
        return memory;
    throw std::bad_alloc();
}

void operator delete(void* memory) noexcept
{
    std::free(memory);
}

void operator delete(void* memory, std::size_t) noexcept
{
    std::free(memory);
}

void operator delete(void* memory, std::align_val_t) noexcept
{
    std::free(memory);
}

void operator delete(void* memory, std::size_t, std::align_val_t) noexcept
{
    std::free(memory);
}

using namespace pipegantt;

class TestRun : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }
    void aSliderTickAllocatesNothing();
    void aFailureIsTheFirstStepsFailure();
    void runsOfSeveralThreadsShareNothing();
};

void TestRun::aSliderTickAllocatesNothing()
{
    SimulationScratch scratch;
    Run buffer;
    Plan plan = test::planOf(ScheduleKind::OneFOneB, 64, 1024);
    QVERIFY(run(plan, scratch, buffer).has_value());
    g_allocations.on = true;
    bool allRan = true;
    for (const ScheduleKind kind : {ScheduleKind::OneFOneB, ScheduleKind::GPipe}) {
        for (const int microbatches : {1024, 1000, 512, 1}) {
            plan.schedule = kind;
            plan.microbatches = microbatches;
            allRan = run(plan, scratch, buffer).has_value() && allRan;
        }
    }
    g_allocations.on = false;
    QVERIFY(allRan);
    QCOMPARE(g_allocations.count, 0);
}

void TestRun::aFailureIsTheFirstStepsFailure()
{
    Plan plan = test::planOf(ScheduleKind::OneFOneB, 0, 8);
    QVERIFY(run(plan).error().code == ErrorCode::OutOfRange);
}

void TestRun::runsOfSeveralThreadsShareNothing()
{
    constexpr int kThreads = 4;
    constexpr int kPlans = 40;
    // Not a vector of bool, whose elements share bytes.
    std::array<int, kThreads> equal {};
    std::vector<std::thread> threads;
    for (int thread = 0; thread < kThreads; ++thread) {
        threads.emplace_back([&equal, thread] {
            std::mt19937 random(17);
            SimulationScratch scratch;
            Run reused;
            for (int i = 0; i < kPlans; ++i) {
                const Plan plan = test::randomPlan(random);
                const bool ran = run(plan, scratch, reused).has_value();
                equal[static_cast<std::size_t>(thread)] +=
                    ran && reused.metrics == run(plan)->metrics ? 1 : 0;
            }
        });
    }
    for (std::thread& thread : threads)
        thread.join();
    for (const int count : equal)
        QCOMPARE(count, kPlans);
}

QTEST_APPLESS_MAIN(TestRun)
#include "tst_run.moc"
