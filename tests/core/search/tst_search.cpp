// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/search/search.h"
#include "tests/support/failonwarning.h"
#include "tests/support/searchproblems.h"

#include <QTest>

#include <algorithm>

using namespace pipegantt;

namespace {

SearchResult searched(const SearchProblem& problem, int effort = 3, std::uint64_t seed = 1)
{
    SearchEffort how;
    how.steps = stepsFor(problem, effort);
    how.seed = seed;
    return search(problem, {}, how);
}

bool hasMemory(const SearchProblem& problem)
{
    for (int device = 0; device < problem.devices; ++device) {
        if (problem.leastMemory(device) > problem.limits[static_cast<std::size_t>(device)])
            return false;
    }
    return true;
}

/// Every word of one stage in which each pass of a unit comes after the one before.
std::vector<std::string> wordsOf(int units)
{
    std::vector<std::string> words;
    const auto extend = [&](auto&& self, const std::string& word, int f, int i, int w) -> void {
        if (w == units) {
            words.push_back(word);
            return;
        }
        if (f < units)
            self(self, word + 'F', f + 1, i, w);
        if (i < f)
            self(self, word + 'I', f, i + 1, w);
        if (w < i)
            self(self, word + 'W', f, i, w + 1);
    };
    extend(extend, "", 0, 0, 0);
    return words;
}

} // namespace

class TestSearch : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }
    void provesLectureSizes_data();
    void provesLectureSizes();
    void provesAllCostsOfLectureSizes();
    void equalsBruteForce();
    void reachesTheBoundOfLargerOnes_data();
    void reachesTheBoundOfLargerOnes();
    void shortensTheSpanAndLowersThePeak();
    void isLegalAndNoBetterThanItsBound();
    void isNeverWorseThanAStart();
    void findsTheSameAgain();
    void stopsWhenToldTo();
    void tellsOfProgress();
};

void TestSearch::provesLectureSizes_data()
{
    QTest::addColumn<int>("forward");
    QTest::addColumn<int>("inputGrad");
    QTest::addColumn<int>("weightGrad");
    QTest::addColumn<int>("limit");
    QTest::addColumn<int>("makespan");
    QTest::newRow("F=I=W=1, limit 4") << 1 << 1 << 1 << 4 << 27;
    QTest::newRow("F=I=W=1, limit 3") << 1 << 1 << 1 << 3 << 31;
    QTest::newRow("F=I=W=1, limit 2") << 1 << 1 << 1 << 2 << 41;
    QTest::newRow("F=I=W=1, limit 1") << 1 << 1 << 1 << 1 << 72;
    QTest::newRow("F=10 I=12 W=9, limit 4") << 10 << 12 << 9 << 4 << 287;
}

void TestSearch::provesLectureSizes()
{
    QFETCH(int, forward);
    QFETCH(int, inputGrad);
    QFETCH(int, weightGrad);
    QFETCH(int, limit);
    QFETCH(int, makespan);
    const SearchProblem problem =
        test::pipelineProblem(4, 8, {forward, inputGrad, weightGrad}, limit);
    const SearchResult result = searched(problem);
    QCOMPARE(result.score.makespan, std::int64_t {makespan});
    QCOMPARE(result.bound, std::int64_t {makespan});
    QVERIFY(result.isOptimal());
    QVERIFY(result.score.peak <= limit);
}

void TestSearch::provesAllCostsOfLectureSizes()
{
    std::mt19937 random(11);
    const auto from = [&random](int least, int most) {
        return std::uniform_int_distribution<int>(least, most)(random);
    };
    for (int i = 0; i < 200; ++i) {
        SearchProblem problem = test::pipelineProblem(from(1, 4), from(1, 8),
            {from(1, 30), from(1, 30), from(1, 30), from(0, 5)}, from(0, 8));
        if (i % 2 == 0) {
            for (SearchStage& stage : problem.stages)
                stage.durations = {from(1, 30), from(1, 30), from(1, 30)};
        }
        const SearchResult result = searched(problem);
        QVERIFY2(result.isOptimal(), qPrintable(QString::number(i)));
    }
}

void TestSearch::equalsBruteForce()
{
    std::mt19937 random(3);
    const auto from = [&random](int least, int most) {
        return std::uniform_int_distribution<int>(least, most)(random);
    };
    for (int i = 0; i < 60; ++i) {
        const int units = from(1, 3);
        SearchProblem problem =
            test::pipelineProblem(2, units, {1, 1, 1, from(0, 4)}, from(0, units));
        for (SearchStage& stage : problem.stages)
            stage.durations = {from(1, 9), from(1, 9), from(0, 9)};
        std::int64_t best = SearchProblem::kNever;
        const std::vector<std::string> words = wordsOf(units);
        for (const std::string& one : words) {
            for (const std::string& two : words) {
                if (const auto score = scoreOf(problem, test::orderOf({one, two})))
                    best = std::min(best, score->makespan);
            }
        }
        const SearchResult result = searched(problem);
        QCOMPARE(result.score.makespan, best);
        QCOMPARE(result.bound, best);
    }
}

void TestSearch::reachesTheBoundOfLargerOnes_data()
{
    QTest::addColumn<int>("devices");
    QTest::addColumn<int>("units");
    QTest::addColumn<QList<int>>("costs");
    QTest::addColumn<int>("limit");
    QTest::addColumn<int>("makespan");
    // The bubble of ZB-H1, (P-1)(F+I-W+4c), is the least that P units of memory allow; with twice
    // the memory only the way to the last device remains.
    QTest::newRow("P=8 M=32") << 8 << 32 << QList<int> {1, 1, 1, 0} << 8 << 96 + 7;
    QTest::newRow("P=8 M=32 uneven")
        << 8 << 32 << QList<int> {10, 12, 9, 1} << 8 << 992 + 7 * (10 + 12 - 9 + 4);
    QTest::newRow("P=8 M=32 twice") << 8 << 32 << QList<int> {10, 12, 9, 1} << 16 << 992 + 7 * 11;
    QTest::newRow("P=16 M=64") << 16 << 64 << QList<int> {5478, 5806, 3534, 200} << 16
                               << 64 * 14818 + 15 * (5478 + 5806 - 3534 + 800);
}

void TestSearch::reachesTheBoundOfLargerOnes()
{
    QFETCH(int, devices);
    QFETCH(int, units);
    QFETCH(QList<int>, costs);
    QFETCH(int, limit);
    QFETCH(int, makespan);
    const SearchResult result = searched(
        test::pipelineProblem(devices, units, {costs[0], costs[1], costs[2], costs[3]}, limit));
    QCOMPARE(result.score.makespan, std::int64_t {makespan});
    QVERIFY(result.isOptimal());
}

void TestSearch::shortensTheSpanAndLowersThePeak()
{
    // Zero Bubble's ZB-2p needs eight units for a span without bubble here; seven do.
    const SearchResult result = searched(test::pipelineProblem(4, 8, {}, 8));
    QCOMPARE(result.score.makespan, std::int64_t {27});
    QCOMPARE(result.score.span, std::int64_t {24});
    QCOMPARE(result.score.peak, std::int64_t {7});
}

void TestSearch::isLegalAndNoBetterThanItsBound()
{
    std::mt19937 random(5);
    int searches = 0;
    for (int i = 0; i < 300; ++i) {
        const SearchProblem problem = test::randomSearchProblem(random);
        if (!hasMemory(problem))
            continue;
        ++searches;
        SearchEffort effort;
        effort.steps = 300'000;
        const SearchResult result = search(problem, {}, effort);
        const auto score = scoreOf(problem, result.order);
        QVERIFY2(score.has_value(), qPrintable(QString::number(i)));
        QVERIFY(*score == result.score);
        QVERIFY(result.bound <= result.score.makespan);
        QVERIFY(result.bound > 0);
    }
    QVERIFY(searches > 200);
}

void TestSearch::isNeverWorseThanAStart()
{
    std::mt19937 random(9);
    for (int i = 0; i < 100; ++i) {
        const SearchProblem problem = test::randomSearchProblem(random);
        if (!hasMemory(problem))
            continue;
        SearchEffort effort;
        effort.steps = 500'000;
        const SearchResult good = search(problem, {}, effort);
        // Almost no effort, but somebody else's order to start from.
        effort.steps = 1;
        const std::vector<Order> starts {good.order};
        QVERIFY(!(good.score < search(problem, starts, effort).score));
    }
}

void TestSearch::findsTheSameAgain()
{
    std::mt19937 random(13);
    for (int i = 0; i < 20; ++i) {
        const SearchProblem problem = test::randomSearchProblem(random);
        if (!hasMemory(problem))
            continue;
        const SearchResult one = searched(problem, 1, 42);
        const SearchResult two = searched(problem, 1, 42);
        QVERIFY(one.order == two.order);
        QVERIFY(one.score == two.score);
        QCOMPARE(one.bound, two.bound);
    }
}

void TestSearch::stopsWhenToldTo()
{
    std::stop_source stop;
    stop.request_stop();
    SearchEffort effort;
    effort.steps = std::numeric_limits<std::int64_t>::max();
    effort.stop = stop.get_token();
    const SearchProblem problem = test::pipelineProblem(8, 32, {10, 12, 9, 0}, 5, 1);
    const SearchResult result = search(problem, {}, effort);
    QVERIFY(scoreOf(problem, result.order).has_value());
    const SearchProblem wave = test::pipelineProblem(4, 16, {10, 12, 9, 0}, 4, 2, true);
    QVERIFY2(scoreOf(wave, search(wave, {}, effort).order).has_value(),
        "there is always an order to go on with");
}

void TestSearch::tellsOfProgress()
{
    const SearchProblem problem = test::pipelineProblem(8, 16, {10, 12, 9, 1}, 6);
    std::vector<SearchState> states;
    SearchEffort effort;
    effort.steps = stepsFor(problem, 3);
    effort.progress = [&states](const SearchState& state) { states.push_back(state); };
    const SearchResult result = search(problem, {}, effort);
    QVERIFY(states.size() > 1);
    for (std::size_t i = 1; i < states.size(); ++i) {
        QVERIFY(states[i].best <= states[i - 1].best);
        QVERIFY(states[i].bound >= states[i - 1].bound);
    }
    QCOMPARE(states.back().best, result.score.makespan);
    QCOMPARE(states.back().bound, result.bound);
}

QTEST_APPLESS_MAIN(TestSearch)
#include "tst_search.moc"
