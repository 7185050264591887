// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/search/order.h"
#include "tests/support/failonwarning.h"
#include "tests/support/searchproblems.h"

#include <QTest>

using namespace pipegantt;

class TestOrder : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }
    void scoresAsThePapersDo_data();
    void scoresAsThePapersDo();
    void addsWhatComesAfterwards();
    void runsOneUnitAfterTheOther();
    void refusesWhatIsNoOrder_data();
    void refusesWhatIsNoOrder();
};

void TestOrder::scoresAsThePapersDo_data()
{
    QTest::addColumn<QByteArray>("one");
    QTest::addColumn<QByteArray>("two");
    QTest::addColumn<int>("hop");
    QTest::addColumn<int>("makespan");
    QTest::addColumn<int>("span");
    QTest::addColumn<int>("peak");
    // Two devices, three micro-batches, F = I = W = 1: rows of Zero Bubble 2401.10241, Fig. 3.
    QTest::newRow("ZB-H1") << QByteArray("FFIWFIWIW") << QByteArray("FIFIWFIWW") << 0 << 10 << 10
                           << 2;
    QTest::newRow("ZB-H2") << QByteArray("FFFIWIWIW") << QByteArray("FIFIFIWWW") << 0 << 10 << 9
                           << 3;
    QTest::newRow("one by one") << QByteArray("FIWFIWFIW") << QByteArray("FIWFIWFIW") << 0 << 15
                                << 15 << 1;
    QTest::newRow("latency") << QByteArray("FIWFIWFIW") << QByteArray("FIWFIWFIW") << 2 << 27 << 27
                             << 1;
}

void TestOrder::scoresAsThePapersDo()
{
    QFETCH(QByteArray, one);
    QFETCH(QByteArray, two);
    QFETCH(int, hop);
    QFETCH(int, makespan);
    QFETCH(int, span);
    QFETCH(int, peak);
    const SearchProblem problem = test::pipelineProblem(2, 3, {1, 1, 1, hop}, 0);
    const auto score = scoreOf(problem, test::orderOf({one.toStdString(), two.toStdString()}));
    QVERIFY(score.has_value());
    QCOMPARE(score->makespan, std::int64_t {makespan});
    QCOMPARE(score->span, std::int64_t {span});
    QCOMPARE(score->peak, std::int64_t {peak});
}

void TestOrder::addsWhatComesAfterwards()
{
    SearchProblem problem = test::pipelineProblem(2, 1, {}, 0);
    problem.afterwards = {5, 0};
    problem.finish();
    QCOMPARE(scoreOf(problem, test::orderOf({"FIW", "FIW"}))->makespan, std::int64_t {10});
}

void TestOrder::runsOneUnitAfterTheOther()
{
    QCOMPARE(scoreOf(test::pipelineProblem(3, 4, {1, 2, 3, 1}, 1),
                 serialOrder(test::pipelineProblem(3, 4, {1, 2, 3, 1}, 1)))
                 ->peak,
        std::int64_t {1});
    std::mt19937 random(17);
    for (int i = 0; i < 100; ++i) {
        SearchProblem problem = test::randomSearchProblem(random);
        std::int64_t peak = 0;
        for (int device = 0; device < problem.devices; ++device) {
            peak = std::max(peak, problem.leastMemory(device));
            problem.limits[static_cast<std::size_t>(device)] = problem.leastMemory(device);
        }
        const auto score = scoreOf(problem, serialOrder(problem));
        QVERIFY(score.has_value());
        QCOMPARE(score->peak, peak);
    }
}

void TestOrder::refusesWhatIsNoOrder_data()
{
    QTest::addColumn<QByteArray>("one");
    QTest::addColumn<QByteArray>("two");
    QTest::addColumn<int>("limit");
    QTest::newRow("too short") << QByteArray("FFIIW") << QByteArray("FFIIWW") << 0;
    QTest::newRow("one forward too many") << QByteArray("FFFIIW") << QByteArray("FFIIWW") << 0;
    QTest::newRow("gradient before its forward")
        << QByteArray("IFFIWW") << QByteArray("FFIIWW") << 0;
    QTest::newRow("weight gradient before its input gradient")
        << QByteArray("FFWIIW") << QByteArray("FFIIWW") << 0;
    QTest::newRow("deadlock") << QByteArray("FIWFIW") << QByteArray("FFIIWW") << 0;
    QTest::newRow("more memory than there is") << QByteArray("FFIIWW") << QByteArray("FFIIWW") << 1;
}

void TestOrder::refusesWhatIsNoOrder()
{
    QFETCH(QByteArray, one);
    QFETCH(QByteArray, two);
    QFETCH(int, limit);
    const SearchProblem problem = test::pipelineProblem(2, 2, {}, limit);
    QVERIFY(!scoreOf(problem, test::orderOf({one.toStdString(), two.toStdString()})));
}

QTEST_APPLESS_MAIN(TestOrder)
#include "tst_order.moc"
