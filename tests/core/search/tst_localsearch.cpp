// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/search/localsearch.h"
#include "tests/support/failonwarning.h"
#include "tests/support/searchproblems.h"

#include <QTest>

using namespace pipegantt;

class TestLocalSearch : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }
    void findsTheCriticalPath();
    void reachesTheOptimumFromTheSerialOrder();
    void onlyEverImproves();
};

void TestLocalSearch::findsTheCriticalPath()
{
    // F F I W I W on device 0 and F I F I W W on device 1: the last weight gradient of device 0
    // ends at 8, right behind its input gradient, whose message came at 6 from I1 of device 1.
    const SearchProblem problem = test::pipelineProblem(2, 2, {}, 0);
    Replay replay(problem);
    const auto score = replay.run(test::orderOf({"FFIWIW", "FIFIWW"}));
    QVERIFY(score.has_value());
    QCOMPARE(score->makespan, std::int64_t {7});
    std::mt19937_64 random(1);
    std::vector<std::size_t> places;
    replay.criticalPlaces(random, places);
    QVERIFY(!places.empty());
    QCOMPARE(places.front(), std::size_t {5});
}

void TestLocalSearch::reachesTheOptimumFromTheSerialOrder()
{
    const SearchProblem problem = test::pipelineProblem(4, 8, {}, 4);
    Order order = serialOrder(problem);
    OrderScore score = *scoreOf(problem, order);
    QCOMPARE(score.makespan, std::int64_t {72});
    std::int64_t steps = 0;
    QVERIFY(LocalSearch(problem, 1).improve(order, score, 27, 20'000'000, {}, steps));
    QCOMPARE(score.makespan, std::int64_t {27});
    QVERIFY(scoreOf(problem, order) == score);
}

void TestLocalSearch::onlyEverImproves()
{
    std::mt19937 random(23);
    for (int i = 0; i < 60; ++i) {
        const SearchProblem problem = test::randomSearchProblem(random);
        Order order = serialOrder(problem);
        const auto before = scoreOf(problem, order);
        if (!before)
            continue;
        OrderScore score = *before;
        std::int64_t steps = 0;
        const bool better = LocalSearch(problem, 5).improve(order, score, 0, 200'000, {}, steps);
        QCOMPARE(better, score < *before);
        QVERIFY(scoreOf(problem, order) == score);
        QVERIFY(steps > 0 || problem.operations() == 0);
    }
}

QTEST_APPLESS_MAIN(TestLocalSearch)
#include "tst_localsearch.moc"
