// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/failonwarning.h"
#include "ui/plan/simulation.h"

#include <QSignalSpy>
#include <QTest>

using namespace pipegantt;

namespace {

Plan withMicrobatches(int microbatches)
{
    Plan plan;
    plan.microbatches = microbatches;
    return plan;
}

/// A plan whose search takes long, and whose quick answer is not proven to be the best.
Plan longSearch()
{
    Plan plan;
    plan.schedule = ScheduleKind::Auto;
    plan.stages = 8;
    plan.microbatches = 32;
    plan.time = {Duration(10), Duration(12), Duration(9)};
    plan.memoryLimit = {MemoryLimit::Unit::Microbatches, 5};
    plan.effort = 10;
    return plan;
}

} // namespace

class tst_simulation : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }

    void latestRequestWins()
    {
        Simulation simulation;
        std::vector<int> shown;
        connect(
            &simulation, &Simulation::finished, this, [&](const std::shared_ptr<const Run>& run) {
                shown.push_back(run->plan.microbatches);
            });
        for (int m = 1; m <= 32; ++m)
            simulation.request(withMicrobatches(m));
        QVERIFY(simulation.isBusy());
        QTRY_VERIFY(!simulation.isBusy());
        QCOMPARE(shown, std::vector<int> {32});
    }

    void failureNamesThePlan()
    {
        Simulation simulation;
        QSignalSpy failed(&simulation, &Simulation::failed);
        QSignalSpy finished(&simulation, &Simulation::finished);
        Plan plan = withMicrobatches(2);
        plan.schedule = ScheduleKind::Naive;
        simulation.request(plan);
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(finished.count(), 0);
        simulation.request(withMicrobatches(2));
        QTRY_COMPARE(finished.count(), 1);
    }

    void runsThatAreHeldStayAsTheyAre()
    {
        Simulation simulation;
        std::vector<std::shared_ptr<const Run>> held;
        connect(&simulation, &Simulation::finished, this,
            [&](const std::shared_ptr<const Run>& run) { held.push_back(run); });
        for (int m = 1; m <= 4; ++m) {
            simulation.request(withMicrobatches(m));
            QTRY_COMPARE(held.size(), static_cast<std::size_t>(m));
        }
        for (int m = 1; m <= 4; ++m)
            QCOMPARE(held[static_cast<std::size_t>(m - 1)]->plan.microbatches, m);
    }

    void answersASearchQuicklyAndThenAgain()
    {
        Simulation simulation;
        QSignalSpy finished(&simulation, &Simulation::finished);
        QSignalSpy ended(&simulation, &Simulation::searchEnded);
        Plan plan = longSearch();
        plan.effort = 1;
        simulation.request(plan);
        QTRY_COMPARE(finished.count(), 1);
        QVERIFY(!simulation.isBusy());
        QTRY_COMPARE(ended.count(), 1);
        QVERIFY(!simulation.isSearching());
    }

    void stopsASearchWhenToldTo()
    {
        Simulation simulation;
        QSignalSpy finished(&simulation, &Simulation::finished);
        int told = 0;
        Duration best {};
        connect(&simulation, &Simulation::progressed, this,
            [&](const Plan& plan, const SearchState& state) {
                QCOMPARE(plan, longSearch());
                best = Duration(state.best);
                ++told;
            });
        simulation.request(longSearch());
        QTRY_VERIFY(told > 0);
        QVERIFY(simulation.isSearching());
        QVERIFY(best > Duration::zero());
        simulation.stopSearching();
        QTRY_VERIFY(!simulation.isSearching());
    }

    void aNewPlanEndsASearch()
    {
        Simulation simulation;
        std::vector<int> shown;
        connect(
            &simulation, &Simulation::finished, this, [&](const std::shared_ptr<const Run>& run) {
                shown.push_back(run->plan.microbatches);
            });
        simulation.request(longSearch());
        QTRY_VERIFY(simulation.isSearching());
        simulation.request(withMicrobatches(3));
        QVERIFY(simulation.isBusy());
        QTRY_VERIFY(!simulation.isBusy());
        QVERIFY(!simulation.isSearching());
        QCOMPARE(shown.back(), 3);
    }

    void givenUpBuffersAreReused()
    {
        Simulation simulation;
        const Run* last = nullptr;
        int answers = 0;
        bool reused = false;
        connect(
            &simulation, &Simulation::finished, this, [&](const std::shared_ptr<const Run>& run) {
                reused = reused || run.get() == last;
                last = run.get();
                ++answers;
            });
        for (int m = 1; m <= 3; ++m) {
            simulation.request(withMicrobatches(m));
            QTRY_COMPARE(answers, m);
        }
        QVERIFY(reused);
    }
};

QTEST_GUILESS_MAIN(tst_simulation)
#include "tst_simulation.moc"
