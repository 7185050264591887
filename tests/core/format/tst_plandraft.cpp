// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/sentence.h"
#include "core/format/plandraft.h"
#include "core/format/quotable.h"
#include "tests/support/failonwarning.h"

#include <QTest>

#include <set>

using namespace pipegantt;
using namespace std::chrono_literals;

class TestPlanDraft : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }

    void knowsEachKeyOnce()
    {
        const std::set<std::string> keys(planKeys().begin(), planKeys().end());
        QCOMPARE(keys.size(), planKeys().size());
        QCOMPARE(keys.size(),
            kParameterCount + kPerStageParameters.size() + kChoiceCount + kTimesKeys.size() + 6);
        for (const ParameterInfo& row : parameters())
            QVERIFY(keys.contains(std::string(row.key)));
    }

    void changesNothingByItself()
    {
        Plan plan;
        plan.stages = 2;
        plan.perStage = {plan.time, stageTime(1ms, 3ms)};
        QVERIFY(PlanDraft(plan).finish() == plan);
    }

    void oneTimeReplacesAList()
    {
        Plan plan;
        plan.stages = 2;
        plan.perStage = {stageTime(1ms, 2ms), stageTime(5ms, 2ms)};
        PlanDraft draft(plan);
        QVERIFY(draft.set("forward", "3"));
        const Result<Plan> changed = draft.finish();
        QVERIFY(changed.has_value());
        QVERIFY(changed->perStage.empty());
        QVERIFY(changed->time == stageTime(3ms, 2ms));
    }

    void aListOfAnotherLengthIsRefused()
    {
        Plan plan;
        plan.stages = 2;
        plan.perStage = {stageTime(1ms, 2ms), stageTime(5ms, 2ms)};
        PlanDraft draft(plan);
        QVERIFY(draft.set("stages", "3"));
        const std::vector<std::string> times {"1", "2", "3"};
        QVERIFY(draft.setList("forward-per-stage", times));
        QCOMPARE(draft.finish().error().code, ErrorCode::PerStageCount);
        QVERIFY(draft.setList("backward-per-stage", times));
        QCOMPARE(draft.finish()->perStage.size(), std::size_t {3});
    }

    void partOfTheBackwardKeepsTheOther()
    {
        PlanDraft draft;
        QVERIFY(draft.set("input-grad", "5"));
        QVERIFY(draft.finish()->time == (StageTime {1ms, 5ms, 1ms}));
    }

    void unitOfTheResult_data()
    {
        QTest::addColumn<int>("start");
        QTest::addColumn<QString>("forward");
        QTest::addColumn<QString>("backward");
        QTest::addColumn<QString>("comm");
        QTest::addColumn<int>("unit");
        const int abstractSlots = static_cast<int>(TimeUnit::Slots);
        const int us = static_cast<int>(TimeUnit::Microseconds);
        const int ms = static_cast<int>(TimeUnit::Milliseconds);
        const int s = static_cast<int>(TimeUnit::Seconds);
        const int mixed = -1;
        QTest::newRow("slots") << abstractSlots << "2"
                               << "4"
                               << "" << abstractSlots;
        QTest::newRow("unit of the first") << abstractSlots << "250us"
                                           << "1ms"
                                           << "" << us;
        QTest::newRow("zero is unitless") << abstractSlots << "1ms"
                                          << "2ms"
                                          << "0" << ms;
        QTest::newRow("unit of the plan stays") << s << ""
                                                << "2ms"
                                                << "" << s;
        QTest::newRow("another forward, another unit") << s << "2ms"
                                                       << ""
                                                       << "" << ms;
        QTest::newRow("all replaced") << s << "2"
                                      << "3"
                                      << "1" << abstractSlots;
        QTest::newRow("slots and ms") << abstractSlots << "2"
                                      << "4ms"
                                      << "" << mixed;
        QTest::newRow("ms, and the backward left in slots") << abstractSlots << "1ms"
                                                            << ""
                                                            << "" << mixed;
        QTest::newRow("comm in ms") << abstractSlots << ""
                                    << ""
                                    << "1ms" << mixed;
        QTest::newRow("slots into a real plan") << ms << "2"
                                                << ""
                                                << "" << mixed;
    }
    void unitOfTheResult()
    {
        QFETCH(int, start);
        QFETCH(QString, forward);
        QFETCH(QString, backward);
        QFETCH(QString, comm);
        QFETCH(int, unit);
        Plan plan;
        plan.unit = static_cast<TimeUnit>(start);
        PlanDraft draft(plan);
        if (!forward.isEmpty())
            QVERIFY(draft.set("forward", forward.toStdString()));
        if (!backward.isEmpty())
            QVERIFY(draft.set("backward", backward.toStdString()));
        if (!comm.isEmpty())
            QVERIFY(draft.set("comm", comm.toStdString()));
        const Result<Plan> changed = draft.finish();
        QCOMPARE(changed ? static_cast<int>(changed->unit) : -1, unit);
        if (!changed)
            QCOMPARE(changed.error().code, ErrorCode::MixedTimeUnits);
    }

    void inferenceNeedsNoBackwardTime()
    {
        PlanDraft draft;
        QVERIFY(draft.set("schedule", "inference"));
        QVERIFY(draft.set("forward", "250us"));
        QVERIFY(draft.finish().has_value());
    }

    void naiveRunsOneBatchUnlessTold()
    {
        PlanDraft draft;
        QVERIFY(draft.set("schedule", "naive"));
        QCOMPARE(draft.finish()->microbatches, 1);
        QVERIFY(draft.set("microbatches", "4"));
        QCOMPARE(draft.finish()->microbatches, 4);
    }

    void aLayoutReplacesAList()
    {
        Plan start;
        start.perStage.assign(4, start.time);
        PlanDraft draft(start);
        QVERIFY(draft.set("layout", "Et|t|t|tL").has_value());
        const Result<Plan> plan = draft.finish();
        QVERIFY(plan.has_value());
        QVERIFY(plan->perStage.empty());
        QCOMPARE(plan->layout.size(), std::size_t {4});
        PlanDraft back(*plan);
        QVERIFY(back.set("layout", "").has_value());
        QVERIFY(back.finish()->layout.empty());
    }

    void aLayoutAndAListAreRefused()
    {
        PlanDraft draft;
        QVERIFY(draft.set("layout", "Et|t|t|tL").has_value());
        const std::vector<std::string> times(4, "2");
        QVERIFY(draft.setList("forward-per-stage", times).has_value());
        const Result<Plan> plan = draft.finish();
        QVERIFY(!plan.has_value());
        QVERIFY(plan.error() == Error(ErrorCode::LayoutWithTimes, {"forward-per-stage"}));
    }

    void quotesSafely()
    {
        QCOMPARE(quotable("gpipe"), std::string("gpipe"));
        QCOMPARE(quotable("a\nb\x1b[31m\x7f"), std::string("a?b?[31m?"));
        std::string chinese;
        while (chinese.size() < 200)
            chinese += "流";
        const QString shown = QString::fromStdString(quotable(chinese));
        QVERIFY(shown.endsWith(u'…'));
        QVERIFY(!shown.contains(QChar::ReplacementCharacter));
    }
};

QTEST_APPLESS_MAIN(TestPlanDraft)
#include "tst_plandraft.moc"
