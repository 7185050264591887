// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/search/bound.h"
#include "core/search/search.h"
#include "core/search/windows.h"
#include "tests/support/failonwarning.h"
#include "tests/support/searchproblems.h"

#include <QTest>

#include <algorithm>

using namespace pipegantt;

class TestWindows : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }
    void refutesWhatTheWorkAlonePermits();
    void keepsEveryOrderThatEndsInTime();
};

void TestWindows::refutesWhatTheWorkAlonePermits()
{
    // Device 0 holds four units and sees the first gradient after seven slots: three of them pass.
    const SearchProblem problem = test::pipelineProblem(4, 8, {}, 4);
    QCOMPARE(problem.workOf(0), std::int64_t {24});
    std::int64_t steps = 0;
    Windows windows(problem);
    QVERIFY(windows.walksLattices());
    QVERIFY(!windows.narrow(latestEndsFor(problem, 26), 100, steps));
    QVERIFY(windows.narrow(latestEndsFor(problem, 27), 100, steps));
    // The last device starts after three slots and has none to lose from then on.
    const std::size_t first = problem.node(3, Pass::Forward, 0);
    QCOMPARE(windows.earliestStart(first), std::int64_t {3});
    QCOMPARE(windows.latestEnd(first), std::int64_t {4});
    QVERIFY(steps > 0);
}

void TestWindows::keepsEveryOrderThatEndsInTime()
{
    // Whatever order a search finds, with and without lattices its makespan is not refuted.
    std::mt19937 random(7);
    for (int i = 0; i < 150; ++i) {
        const SearchProblem problem = test::randomSearchProblem(random);
        const bool fits = [&] {
            for (int device = 0; device < problem.devices; ++device) {
                if (problem.leastMemory(device) > problem.limits[static_cast<std::size_t>(device)])
                    return false;
            }
            return true;
        }();
        if (!fits)
            continue;
        SearchEffort effort;
        effort.steps = 200'000;
        const SearchResult result = search(problem, {}, effort);
        for (const std::size_t points : {std::size_t {0}, Windows::kMostPoints}) {
            std::int64_t steps = 0;
            Windows windows(problem, points);
            QVERIFY(windows.narrow(latestEndsFor(problem, result.score.makespan), 100, steps));
        }
    }
}

QTEST_APPLESS_MAIN(TestWindows)
#include "tst_windows.moc"
