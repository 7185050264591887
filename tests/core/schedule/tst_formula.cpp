// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/run/run.h"
#include "core/schedule/catalogue.h"
#include "core/schedule/formula.h"
#include "tests/support/failonwarning.h"
#include "tests/support/plans.h"

#include <QTest>

#include <limits>
#include <set>

using namespace pipegantt;

namespace {

// P = 4, M = 8, V = 2, N = 4, F = 1, I = 2 and W = 3 ps.
Plan plainPlan()
{
    Plan plan = test::planOf(ScheduleKind::Inference, 4, 8);
    plan.chunks = 2;
    plan.group = 4;
    plan.time = {Duration(1), Duration(2), Duration(3)};
    return plan;
}

// Plans of `kind` that its rule may accept, whose stages are equal and whose messages are free.
std::vector<Plan> plansOf(ScheduleKind kind)
{
    std::vector<Plan> plans;
    const KindShape& shape = shapeOf(kind);
    for (const int stages : {1, 2, 3, 4, 6, 8}) {
        for (const int microbatches : {1, 2, 3, 4, 6, 8, 12, 16, 24, 32}) {
            for (const StageTime& time : {StageTime {Duration(1), Duration(1), Duration(1)},
                     StageTime {Duration(2), Duration(2), Duration(2)},
                     StageTime {Duration(2), Duration(3), Duration(1)},
                     StageTime {Duration(10), Duration(12), Duration(9)}}) {
                Plan plan = test::planOf(kind, stages, microbatches);
                plan.chunks = shape.chunks == 0 ? std::max(shape.usualChunks, 1) : shape.chunks;
                plan.slices = shape.sliced ? 4 : 1;
                plan.time = time;
                plans.push_back(plan);
            }
        }
    }
    return plans;
}

} // namespace

class TestFormula : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }

    void values_data()
    {
        QTest::addColumn<QByteArray>("formula");
        QTest::addColumn<int>("numerator");
        QTest::addColumn<int>("denominator");
        const auto row = [](const char* formula, int numerator, int denominator = 1) {
            QTest::newRow(formula) << QByteArray(formula) << numerator << denominator;
        };
        row("1", 1);
        row("P", 4);
        row("V M", 16);
        row("(P-1)/(P-1+V M)", 3, 19);
        row("(M+P-1) (F+B)", 66);
        row("M(F+I+W)+(P-1)(F+I-W)", 48);
        row("2M(F+I+W)+(P-1)F", 99);
        row("min(2P-1, M)", 7);
        row("max(P, M, 3)", 8);
        row("⌊(P+3)/3⌋", 2);
        row("⌈(P+3)/3⌉", 3);
        row("⌊(1-P)/2⌋", -2);
        row("P/2+1", 3);
        row("P+1/2", 9, 2);
        row("(P+(V-1) N)/V", 4);
        row("(P-2) (min(F,B) + M/P |B-F|)", 18);
        row("|F-B|", 4);
        row("i/(i + M (F+B)), i = (P-1) F", 3, 51);
        row("M (F+B) + (P/2-1) (F&B + B - 3W)", 50);
    }
    void values()
    {
        QFETCH(QByteArray, formula);
        QFETCH(int, numerator);
        QFETCH(int, denominator);
        const std::optional<Ratio> value = formulaValue(formula.toStdString(), plainPlan());
        QVERIFY(value.has_value());
        QVERIFY(*value == (Ratio {numerator, denominator}));
    }

    void moreThanArithmeticHasNoValue_data()
    {
        QTest::addColumn<QByteArray>("formula");
        for (const char* formula : {"", "about P", "(P-1", "P)", "P/0", "P for odd P", "3P-7, 3P-4",
                 "Q", "P+", "i/(i+M)", "|P", "min(P", "99999999", "0 in steady state"})
            QTest::newRow(formula) << QByteArray(formula);
    }
    void moreThanArithmeticHasNoValue()
    {
        QFETCH(QByteArray, formula);
        QVERIFY(!formulaValue(formula.toStdString(), plainPlan()));
    }

    void whatLeavesTheRangeHasNoValue()
    {
        Plan plan = plainPlan();
        plan.time.forward = Duration(std::numeric_limits<std::int64_t>::max() / 4);
        QVERIFY(formulaValue("4F", plan));
        QVERIFY(!formulaValue("4F+4F", plan));
        QVERIFY(!formulaValue("F F", plan));
    }

    void parts_data()
    {
        QTest::addColumn<QByteArray>("formula");
        QTest::addColumn<int>("chunks");
        QTest::addColumn<QByteArrayList>("parts");
        QTest::newRow("textbook") << QByteArray("(P-1)/(P-1+M)") << 1
                                  << QByteArrayList {"P−1", "M", ""};
        QTest::newRow("one chunk")
            << QByteArray("(P-1)/(P-1+V M)") << 1 << QByteArrayList {"P−1", "M", ""};
        QTest::newRow("chunks") << QByteArray("(P-1)/(P-1+V M)") << 3
                                << QByteArrayList {"P−1", "V M", ""};
        QTest::newRow("times") << QByteArray("(P-1)(F+I-W)/((P-1)(F+I-W)+M(F+I+W))") << 1
                               << QByteArrayList {"(P−1)(F+I−W)", "M(F+I+W)", ""};
        QTest::newRow("named part") << QByteArray("i/(i + M (F+B)), i = (P-2) F") << 1
                                    << QByteArrayList {"i", "M (F+B)", "i = (P−2) F"};
        QTest::newRow("no sum") << QByteArray("(P-1)/P") << 1 << QByteArrayList {};
        QTest::newRow("another sum") << QByteArray("(P-1)/(P+M)") << 1 << QByteArrayList {};
        QTest::newRow("no share") << QByteArray("P-1") << 1 << QByteArrayList {};
    }
    void parts()
    {
        QFETCH(QByteArray, formula);
        QFETCH(int, chunks);
        QFETCH(QByteArrayList, parts);
        const std::optional<ShareFormula> share = shareFormula(formula.toStdString(), chunks);
        QCOMPARE(share.has_value(), !parts.empty());
        if (share)
            QVERIFY(*share
                == (ShareFormula {
                    parts[0].toStdString(), parts[1].toStdString(), parts[2].toStdString()}));
    }

    // What readers are shown as a formula is what the schedule's own claims count, and where these
    // hold it is the simulation.
    void formulasOfTheCatalogueSayWhatTheyCount_data()
    {
        QTest::addColumn<int>("kind");
        for (const CatalogueEntry& known : catalogue())
            QTest::newRow(known.id.data()) << static_cast<int>(known.kind);
    }
    void formulasOfTheCatalogueSayWhatTheyCount()
    {
        QFETCH(int, kind);
        const CatalogueEntry& known = entry(static_cast<ScheduleKind>(kind));
        for (const Plan& plan : plansOf(known.kind)) {
            if (!known.check(plan) || !checkPlan(plan))
                continue;
            const ClosedForm form = closedForm(plan);
            if (form.gap == FormulaGap::NoFormula)
                continue;
            const std::string where = "P=" + std::to_string(plan.stages)
                + " M=" + std::to_string(plan.microbatches)
                + " F=" + std::to_string(plan.time.forward.count());
            const std::optional<Ratio> bubble = formulaValue(known.bubbleFormula, plan);
            const std::optional<Ratio> makespan = formulaValue(known.makespanFormula, plan);
            if (bubble)
                QVERIFY2(*bubble == form.bubbleRatio(), where.c_str());
            if (form.gap != FormulaGap::None)
                continue;
            const Run simulated = run(plan).value();
            QVERIFY2(form.bubbleRatio() == simulated.metrics.bubbleRatio, where.c_str());
            if (makespan)
                QVERIFY2(
                    *makespan == (Ratio {simulated.metrics.makespan.count(), 1}), where.c_str());
        }
    }
};

QTEST_APPLESS_MAIN(TestFormula)
#include "tst_formula.moc"
