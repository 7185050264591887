// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/sentence.h"
#include "core/plan/modellayout.h"
#include "core/plan/parameter.h"
#include "core/plan/plan.h"
#include "core/run/run.h"
#include "tests/support/failonwarning.h"
#include "tests/support/plans.h"

#include <QTest>

using namespace pipegantt;

class TestModelLayout : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }
    void readsTheLayoutOfMegatron();
    void readsEverySpelling_data();
    void readsEverySpelling();
    void writesWhatItReads();
    void namesWhereItIsWrong_data();
    void namesWhereItIsWrong();
    void refusesToUnrollForEver();
    void givesStagesTheirTimes();
    void mustHaveAsManyStagesAsTheModel();
    void becomesAListOfTimes();
};

void TestModelLayout::readsTheLayoutOfMegatron()
{
    // The example of pipeline_parallel_layer_layout.py: Ettt, 29 times tt, m, L.
    const Result<ModelLayout> layout = parseLayout("Et*3|(tt|)*29,m|L");
    QVERIFY(layout.has_value());
    QCOMPARE(layout->size(), std::size_t {32});
    QVERIFY(layout->front() == (StageContents {true, 3, 0, false}));
    for (std::size_t stage = 1; stage < 30; ++stage)
        QVERIFY((*layout)[stage] == (StageContents {false, 2, 0, false}));
    QVERIFY((*layout)[30] == (StageContents {false, 0, 1, false}));
    QVERIFY(layout->back() == (StageContents {false, 0, 0, true}));
    QCOMPARE(layoutText(*layout), std::string("Et*3|(tt|)*29,m|L"));
}

void TestModelLayout::readsEverySpelling_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("canonical");
    QTest::newRow("one stage") << QByteArray("EtttL") << QByteArray("Et*3,L");
    QTest::newRow("nothing but ends") << QByteArray("E|L") << QByteArray("E|L");
    QTest::newRow("group between letters") << QByteArray("Et(t|t)*1,L") << QByteArray("Ett|tL");
    QTest::newRow("group without a bar") << QByteArray("E(tt)*3|L") << QByteArray("Et*6|L");
    QTest::newRow("bar first in a group")
        << QByteArray("Et(|tt)*3,L") << QByteArray("Et|tt|tt|ttL");
    QTest::newRow("product in a group")
        << QByteArray("E(t*4|)*3,tL") << QByteArray("Et*4|t*4|t*4|tL");
    QTest::newRow("empty stages") << QByteArray("E|*4,L") << QByteArray("E|(|)*3,L");
    QTest::newRow("commas and spaces") << QByteArray("E, t *2 | t,,L ") << QByteArray("Ett|tL");
    QTest::newRow("layers and predictors")
        << QByteArray("Et*3|t*3,m*3,L") << QByteArray("Et*3|t*3,m*3,L");
}

void TestModelLayout::readsEverySpelling()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, canonical);
    const Result<ModelLayout> layout = parseLayout(text.toStdString());
    QVERIFY(layout.has_value());
    const std::string written = layoutText(*layout);
    QVERIFY(parseLayout(written) == layout);
    QCOMPARE(layoutText(*parseLayout(written)), written);
    QCOMPARE(QByteArray::fromStdString(written), canonical);
}

void TestModelLayout::writesWhatItReads()
{
    std::mt19937 random(3);
    const auto upTo = [&random](
                          int most) { return std::uniform_int_distribution<int>(0, most)(random); };
    for (int i = 0; i < 2'000; ++i) {
        ModelLayout layout(static_cast<std::size_t>(1 + upTo(12)));
        for (StageContents& stage : layout)
            stage.layers = upTo(1) * upTo(4);
        layout.front().embedding = true;
        layout.back().loss = true;
        if (upTo(1) == 0) {
            StageContents& with =
                layout[layout.size() - 1 - static_cast<std::size_t>(upTo(1)) % layout.size()];
            with.predictors = upTo(4);
            if (&with != &layout.back())
                layout.back().layers = 0;
        }
        const std::string text = layoutText(layout);
        const Result<ModelLayout> read = parseLayout(text);
        QVERIFY2(read.has_value() && *read == layout, text.c_str());
    }
}

void TestModelLayout::namesWhereItIsWrong_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("sentence");
    const auto row = [](const char* text, const char* at, const char* found, const char* legal) {
        QTest::newRow(text) << QByteArray(text)
                            << "The layout is wrong at character " + QByteArray(at) + ", “" + found
                + "”; there may stand: " + legal + '.';
    };
    row("", "1", "end", "E");
    row("tt|L", "1", "t", "E");
    row("Et|E|L", "4", "E", "t m L |");
    row("Et|x|L", "4", "x", "E t m L | (");
    row("Et|层|L", "4", "层", "E t m L | (");
    row("Et|t", "5", "end", "t m L |");
    row("EtL|t", "4", "|", "end");
    row("EtL|", "4", "|", "end");
    row("Em|tL", "4", "t", "L |");
    row("Emt|L", "3", "t", "m L |");
    row("Em|m|L", "4", "m", "L |");
    row("E(tt|", "6", "end", "E t m L | )");
    row("E((t)*2|)*2L", "3", "(", "E t m L | (");
    row("E()*2L", "3", ")", "E t m L |");
    row("E(t|)L", "6", "L", "*");
    row("Et*|L", "4", "|", "1 … 10000");
    row("Et*0|L", "4", "0", "1 … 10000");
    row("Et*10001|L", "4", "1", "1 … 10000");
    row("Et)L", "3", ")", "E t m L | (");
}

void TestModelLayout::namesWhereItIsWrong()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, sentence);
    const Result<ModelLayout> layout = parseLayout(text.toStdString());
    QVERIFY(!layout.has_value());
    QCOMPARE(QByteArray::fromStdString(pipegantt::sentence(layout.error())), sentence);
}

void TestModelLayout::refusesToUnrollForEver()
{
    for (const char* const text : {"E(t*10000|)*10000,L", "Et*10000(|t*10000)*9999L"}) {
        const Result<ModelLayout> layout = parseLayout(text);
        QVERIFY(!layout.has_value());
        QVERIFY(layout.error().code == ErrorCode::OutOfRange);
    }
}

void TestModelLayout::givesStagesTheirTimes()
{
    Plan plan = test::planOf(ScheduleKind::GPipe, 3, 4);
    plan.layout = *parseLayout("Ettt|tttt|ttmL");
    plan.embedding = 50;
    plan.predictor = 150;
    plan.head = 20;
    plan.time = {Duration(10), Duration(20), Duration(15)};
    QVERIFY(plan.timeOf(0) == (StageTime {Duration(35), Duration(70), Duration(52)}));
    QVERIFY(plan.timeOf(1) == (StageTime {Duration(40), Duration(80), Duration(60)}));
    QVERIFY(plan.timeOf(2) == (StageTime {Duration(37), Duration(74), Duration(55)}));
    QVERIFY(!hasEqualStages(plan));
    // GPipe is as long as all stages once, and the slowest for every other micro-batch.
    QVERIFY(
        run(plan)->metrics.makespan == Duration(35 + 40 + 37 + 122 + 140 + 129 + 3 * (40 + 140)));
    plan.layout = *parseLayout("Ett|tt|ttL");
    plan.embedding = plan.head = 0;
    QVERIFY(hasEqualStages(plan));
}

void TestModelLayout::mustHaveAsManyStagesAsTheModel()
{
    Plan plan = test::planOf(ScheduleKind::OneFOneB, 4, 4);
    plan.layout = *parseLayout("Et|t|tL");
    QVERIFY(checkPlan(plan).error() == Error(ErrorCode::LayoutStages, {"3", "4", "1", "4"}));
    plan.layout = *parseLayout("E|t|t|L");
    QVERIFY(checkPlan(plan).has_value());
    QVERIFY(run(plan).has_value());
    plan.head = 0;
    plan.layout = *parseLayout("E|(|)*2,L");
    QVERIFY(checkPlan(plan).error() == Error(ErrorCode::LayoutWithoutWork, {"E|||L"}));
    plan.head = 100;
    plan.perStage.assign(4, plan.time);
    QVERIFY(checkPlan(plan).error().code == ErrorCode::LayoutWithTimes);
    plan.perStage.clear();
    plan.time.forward = Duration(info(Parameter::Forward).maximum);
    plan.layout = *parseLayout("E|t*10000|t|L");
    QVERIFY(checkPlan(plan).error().code == ErrorCode::OutOfRange);
}

void TestModelLayout::becomesAListOfTimes()
{
    Plan plan = test::planOf(ScheduleKind::OneFOneB, 2, 4);
    plan.layout = *parseLayout("Ettt|tL");
    const Plan listed = withListedTimes(plan);
    QVERIFY(listed.layout.empty());
    QVERIFY(run(listed)->metrics.makespan == run(plan)->metrics.makespan);
}

QTEST_APPLESS_MAIN(TestModelLayout)
#include "tst_modellayout.moc"
