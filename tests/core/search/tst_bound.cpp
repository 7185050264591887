// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/search/bound.h"
#include "tests/support/failonwarning.h"
#include "tests/support/searchproblems.h"

#include <QTest>

#include <numeric>

using namespace pipegantt;

class TestBound : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }
    void stepsInWholeTimes();
    void startsWithTheWork();
    void knowsWhatLittleMemoryCosts_data();
    void knowsWhatLittleMemoryCosts();
    void stopsAtItsBudget();
};

void TestBound::stepsInWholeTimes()
{
    QCOMPARE(timeStep(test::pipelineProblem(2, 2, {12, 18, 6, 9}, 0)), std::int64_t {3});
    QCOMPARE(timeStep(test::pipelineProblem(1, 2, {12, 18, 6, 9}, 0)), std::int64_t {6});
    QCOMPARE(timeStep(test::pipelineProblem(1, 2, {0, 0, 0}, 0)), std::int64_t {1});
}

void TestBound::startsWithTheWork()
{
    const SearchProblem problem = test::pipelineProblem(3, 5, {2, 3, 4, 1}, 0);
    QCOMPARE(deviceStarts(problem), (std::vector<std::int64_t> {0, 3, 6}));
    QCOMPARE(plainBound(problem), std::int64_t {6 + 5 * 9});
}

void TestBound::knowsWhatLittleMemoryCosts_data()
{
    QTest::addColumn<int>("limit");
    QTest::addColumn<int>("bound");
    // Four devices, eight units, F = I = W = 1; with two units held, the search has to add one.
    QTest::newRow("no limit") << 0 << 27;
    QTest::newRow("4") << 4 << 27;
    QTest::newRow("3") << 3 << 31;
    QTest::newRow("2") << 2 << 40;
    QTest::newRow("1") << 1 << 72;
}

void TestBound::knowsWhatLittleMemoryCosts()
{
    QFETCH(int, limit);
    QFETCH(int, bound);
    const SearchProblem problem = test::pipelineProblem(4, 8, {}, limit);
    Windows windows(problem);
    std::int64_t steps = 0;
    QCOMPARE(lowerBound(problem, windows, plainBound(problem), 1000, 100'000'000, steps),
        std::int64_t {bound});
}

void TestBound::stopsAtItsBudget()
{
    const SearchProblem problem = test::pipelineProblem(4, 8, {}, 2);
    Windows windows(problem);
    std::int64_t steps = 0;
    QCOMPARE(lowerBound(problem, windows, 24, 1000, 0, steps), std::int64_t {24});
    QCOMPARE(lowerBound(problem, windows, 24, 24, 1'000'000, steps), std::int64_t {24});
}

QTEST_APPLESS_MAIN(TestBound)
#include "tst_bound.moc"
