// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/run/run.h"
#include "core/schedule/catalogue.h"
#include "core/simulate/diagram.h"
#include "tests/support/failonwarning.h"
#include "tests/support/orders.h"
#include "tests/support/plans.h"

#include <QTest>

#include <map>
#include <string>
#include <tuple>

using namespace pipegantt;

namespace {

/// Megatron-LM's forward_backward_pipelining_without_interleaving, as the calls that each rank
/// makes, replayed until nothing changes.
class MegatronReplay
{
public:
    explicit MegatronReplay(const Plan& plan)
        : m_plan(plan)
    {
        for (int rank = 0; rank < plan.stages; ++rank)
            m_ranks.push_back(program(rank));
    }

    Duration makespan()
    {
        m_clocks.assign(m_ranks.size(), 0);
        m_cursors.assign(m_ranks.size(), 0);
        m_arrived.assign(m_ranks.size(), false);
        for (bool moved = true; moved;) {
            moved = false;
            for (std::size_t rank = 0; rank < m_ranks.size(); ++rank)
                moved = step(rank) || moved;
        }
        for (std::size_t rank = 0; rank < m_ranks.size(); ++rank)
            m_stuck = m_stuck || m_cursors[rank] < m_ranks[rank].size();
        return Duration(m_end);
    }
    [[nodiscard]] bool stuck() const { return m_stuck; }

private:
    /// A pass, or the messages of one call: letter, the lower rank of the link, micro-batch.
    struct Item
    {
        std::int64_t work = 0;
        std::vector<std::tuple<char, int, int>> messages;
    };

    std::vector<Item> program(int rank) const
    {
        const int last = m_plan.stages - 1;
        const int batches = m_plan.microbatches;
        const int warmUp = std::min(last - rank, batches);
        const StageTime time = m_plan.timeOf(rank);
        std::vector<Item> items;
        const auto call = [&](std::vector<std::tuple<char, int, int>> messages) {
            std::erase_if(messages,
                [&](const auto& one) { return std::get<1>(one) < 0 || std::get<1>(one) >= last; });
            if (!messages.empty())
                items.push_back({0, std::move(messages)});
        };
        const auto up = [rank](int batch) { return std::tuple('F', rank, batch); };
        const auto fromBelow = [rank](int batch) { return std::tuple('F', rank - 1, batch); };
        const auto down = [rank](int batch) { return std::tuple('B', rank - 1, batch); };
        const auto fromAbove = [rank](int batch) { return std::tuple('B', rank, batch); };
        for (int i = 0; i < warmUp; ++i) {
            call({fromBelow(i)});
            items.push_back({time.forward.count(), {}});
            call({up(i)});
        }
        const int steady = batches - warmUp;
        if (steady > 0)
            call({fromBelow(warmUp)});
        for (int i = 0; i < steady; ++i) {
            items.push_back({time.forward.count(), {}});
            call({up(warmUp + i), fromAbove(i)});
            items.push_back({time.backward().count(), {}});
            if (i + 1 == steady)
                call({down(i)});
            else
                call({down(i), fromBelow(warmUp + i + 1)});
        }
        for (int i = steady; i < batches; ++i) {
            call({fromAbove(i)});
            items.push_back({time.backward().count(), {}});
            call({down(i)});
        }
        return items;
    }

    bool step(std::size_t rank)
    {
        if (m_cursors[rank] == m_ranks[rank].size())
            return false;
        const Item& item = m_ranks[rank][m_cursors[rank]];
        if (item.work > 0) {
            m_clocks[rank] += item.work;
            m_end = std::max(m_end, m_clocks[rank]);
            ++m_cursors[rank];
            return true;
        }
        const bool comes = !m_arrived[rank];
        m_arrived[rank] = true;
        if (comes) {
            for (const auto& message : item.messages)
                m_posted[message].push_back(m_clocks[rank]);
            return true;
        }
        std::int64_t end = m_clocks[rank];
        for (const auto& message : item.messages) {
            const std::vector<std::int64_t>& posts = m_posted[message];
            if (posts.size() < 2)
                return false;
            const int link = std::get<1>(message);
            end = std::max(
                end, std::max(posts[0], posts[1]) + hopTime(m_plan, link, link + 1).count());
        }
        m_clocks[rank] = end;
        m_arrived[rank] = false;
        ++m_cursors[rank];
        return true;
    }

    const Plan& m_plan;
    std::vector<std::vector<Item>> m_ranks;
    std::vector<std::int64_t> m_clocks;
    std::vector<std::size_t> m_cursors;
    std::vector<bool> m_arrived;
    std::map<std::tuple<char, int, int>, std::vector<std::int64_t>> m_posted;
    std::int64_t m_end = 0;
    bool m_stuck = false;
};

Plan blocking(Plan plan)
{
    plan.commModel = CommModel::Blocking;
    return plan;
}

} // namespace

class TestBlocking : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }
    void sendsAreSeenInTheFigure();
    void runsAsMegatronDoes();
    void equalsAsynchronousWithoutSkewOrLatency_data();
    void equalsAsynchronousWithoutSkewOrLatency();
    void isNeverFasterThanAsynchronous();
    void meetsWhereEachSendsToTheOther();
    void takesWhatIsSentBeforeItIsNeeded();
    void namesTheDeadlockThatMessagesDoNotMake();
};

void TestBlocking::sendsAreSeenInTheFigure()
{
    // F = 1, B = 2, c = 1: device 0 cannot begin F1 before device 1 has taken F0.
    Plan plan = blocking(test::planOf(ScheduleKind::OneFOneB, 3, 3));
    plan.link.latency = test::slotTime(1);
    const Result<Run> done = run(plan);
    QVERIFY(done.has_value());
    QCOMPARE(diagram(done->schedule, done->timeline, test::slotTime(1)),
        std::string(
            "device 0 | F0 .  F1 .  .  F2 .  .  .  .  .  B0 -- .  .  .  B1 -- .  .  B2 --\n"
            "device 1 | .  .  F0 .  .  F1 .  .  B0 -- .  F2 .  B1 -- .  .  B2 -- .  .  .\n"
            "device 2 | .  .  .  .  F0 B0 -- .  F1 B1 -- .  .  F2 B2 -- .  .  .  .  .  .\n"));
}

void TestBlocking::runsAsMegatronDoes()
{
    std::mt19937 random(17);
    const auto upTo = [&random](
                          int most) { return std::uniform_int_distribution<int>(0, most)(random); };
    for (int i = 0; i < 300; ++i) {
        Plan plan = blocking(test::planOf(ScheduleKind::OneFOneB, 1 + upTo(6), 1 + upTo(15)));
        for (int stage = 0; stage < plan.stages; ++stage) {
            const StageTime time = stageTime(Duration(1 + upTo(9)), Duration(1 + upTo(19)));
            if (i % 2 == 0)
                plan.perStage.push_back(time);
        }
        plan.link.latency = Duration(upTo(5));
        plan.nodeLink.latency = Duration(upTo(20));
        plan.devicesPerNode = upTo(3);
        MegatronReplay megatron(plan);
        const Duration expected = megatron.makespan();
        QVERIFY(!megatron.stuck());
        QVERIFY(run(plan)->metrics.makespan == expected);
    }
}

void TestBlocking::equalsAsynchronousWithoutSkewOrLatency_data()
{
    QTest::addColumn<int>("kind");
    for (const ScheduleKind kind :
        {ScheduleKind::Naive, ScheduleKind::Inference, ScheduleKind::GPipe, ScheduleKind::OneFOneB})
        QTest::newRow(scheduleId(kind).data()) << static_cast<int>(kind);
}

void TestBlocking::equalsAsynchronousWithoutSkewOrLatency()
{
    QFETCH(int, kind);
    for (const int stages : {1, 2, 4, 7}) {
        for (const int microbatches : {1, 2, 8, 11}) {
            Plan plan = test::planOf(static_cast<ScheduleKind>(kind), stages, microbatches);
            if (plan.schedule == ScheduleKind::Naive)
                plan.microbatches = 1;
            const Result<Run> free = run(plan);
            const Result<Run> bound = run(blocking(plan));
            QVERIFY(free->timeline.size() == bound->timeline.size());
            for (std::size_t at = 0; at < free->timeline.size(); ++at) {
                QVERIFY(free->timeline.start(at) == bound->timeline.start(at));
                QVERIFY(free->timeline.end(at) == bound->timeline.end(at));
            }
        }
    }
}

void TestBlocking::isNeverFasterThanAsynchronous()
{
    std::mt19937 random(23);
    for (int i = 0; i < 1'000; ++i) {
        const Plan plan = test::randomPlan(random);
        const Result<Run> free = run(plan);
        const Result<Run> bound = run(blocking(plan));
        QVERIFY(free.has_value() && bound.has_value());
        for (std::size_t at = 0; at < free->timeline.size(); ++at) {
            QVERIFY(free->timeline.start(at) <= bound->timeline.start(at));
            QVERIFY(bound->timeline.end(at) - bound->timeline.start(at)
                == free->timeline.end(at) - free->timeline.start(at));
        }
    }
}

void TestBlocking::meetsWhereEachSendsToTheOther()
{
    // Chimera: both directions cross a link at once, so each of the two waits for the other alone.
    Plan plan = test::planOf(ScheduleKind::Chimera, 4, 8);
    plan.time = stageTime(test::slotTime(1), test::slotTime(1));
    const Result<Run> free = run(plan);
    const Result<Run> bound = run(blocking(plan));
    QVERIFY(bound.has_value());
    QVERIFY(free->metrics.makespan == bound->metrics.makespan);
}

void TestBlocking::takesWhatIsSentBeforeItIsNeeded()
{
    // Device 0 sends F1 before it takes B0, but device 1 needs F1 only after it has sent B0.
    const Schedule schedule = test::scheduleOf({"F0 F1 B0 B1", "F0 B0 F1 B1"}, 2);
    Plan plan = blocking(test::planOf(ScheduleKind::OneFOneB, 2, 2));
    plan.link.latency = test::slotTime(1);
    SimulationScratch scratch;
    Timeline timeline;
    QVERIFY(simulate(plan, schedule, scratch, timeline).has_value());
    QCOMPARE(diagram(schedule, timeline, test::slotTime(1)),
        std::string("device 0 | F0 .  F1 .  .  .  B0 -- .  .  B1 --\n"
                    "device 1 | .  .  F0 B0 -- .  F1 B1 -- .  .  .\n"));
}

void TestBlocking::namesTheDeadlockThatMessagesDoNotMake()
{
    const Schedule schedule = test::scheduleOf({"F0 B0 F1 B1", "F1 B1 F0 B0"}, 2);
    SimulationScratch scratch;
    Timeline timeline;
    const Plan plan = blocking(test::planOf(ScheduleKind::OneFOneB, 2, 2));
    const Result<void> done = simulate(plan, schedule, scratch, timeline);
    QVERIFY(!done.has_value());
    QVERIFY(done.error().code == ErrorCode::Deadlock);
}

QTEST_APPLESS_MAIN(TestBlocking)
#include "tst_blocking.moc"
