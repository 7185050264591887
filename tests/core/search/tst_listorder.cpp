// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/search/listorder.h"
#include "core/search/staircase.h"
#include "tests/support/failonwarning.h"
#include "tests/support/searchproblems.h"

#include <QTest>

#include <algorithm>

using namespace pipegantt;

/// The orders that a search starts from.
class TestListOrder : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }
    void prefersGradients();
    void isLegalWithinAnyMemory();
    void climbsTheStairsOfZeroBubble_data();
    void climbsTheStairsOfZeroBubble();
};

void TestListOrder::prefersGradients()
{
    const SearchProblem problem = test::pipelineProblem(2, 3, {}, 2);
    QVERIFY(listOrder(problem) == test::orderOf({"FFIWIFWIW", "FIFIWWFIW"}));
}

void TestListOrder::isLegalWithinAnyMemory()
{
    std::mt19937 random(21);
    for (int i = 0; i < 300; ++i) {
        SearchProblem problem = test::randomSearchProblem(random);
        // Two pipelines may wait for each other's memory, which only a search looks for.
        if (problem.lastOf(problem.downstream().front())
            != problem.lastOf(problem.downstream().back()))
            continue;
        for (int device = 0; device < problem.devices; ++device) {
            std::int64_t& limit = problem.limits[static_cast<std::size_t>(device)];
            limit = std::max(limit, problem.leastMemory(device));
        }
        const auto score = scoreOf(problem, listOrder(problem));
        QVERIFY(score.has_value());
        QVERIFY(!(*scoreOf(problem, serialOrder(problem)) < *score) || problem.devices == 1);
    }
}

void TestListOrder::climbsTheStairsOfZeroBubble_data()
{
    QTest::addColumn<int>("limit");
    QTest::addColumn<int>("makespan");
    // (P-1)(F+I-W+4c) above the work with P units, the way to the last device with 2P - 1.
    QTest::newRow("ZB-H1") << 8 << 32 * 31 + 7 * (10 + 12 - 9 + 4);
    QTest::newRow("ZB-H2") << 15 << 32 * 31 + 7 * (10 + 12 - 2 * 9 + 2) + 7 * (10 + 1);
}

void TestListOrder::climbsTheStairsOfZeroBubble()
{
    QFETCH(int, limit);
    QFETCH(int, makespan);
    const SearchProblem problem = test::pipelineProblem(8, 32, {10, 12, 9, 1}, limit);
    std::int64_t best = SearchProblem::kNever;
    for (const Order& order : staircaseOrders(problem)) {
        const auto score = scoreOf(problem, order);
        QVERIFY(score.has_value());
        QVERIFY(score->peak <= limit);
        best = std::min(best, score->makespan);
    }
    QVERIFY(best <= makespan);
    QVERIFY(staircaseOrders(test::pipelineProblem(4, 4, {}, 0, 2)).empty());
}

QTEST_APPLESS_MAIN(TestListOrder)
#include "tst_listorder.moc"
