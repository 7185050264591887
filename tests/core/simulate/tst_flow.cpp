// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/run/run.h"
#include "core/simulate/causalchain.h"
#include "core/simulate/criticalpath.h"
#include "core/simulate/flow.h"
#include "tests/support/failonwarning.h"
#include "tests/support/plans.h"

#include <QTest>

#include <algorithm>
#include <string>

using namespace pipegantt;
using test::slotTime;

class TestFlow : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }
    void isWhatPassesNeed_data();
    void isWhatPassesNeed();
    void comesAsItGoes_data();
    void comesAsItGoes();
    void takesTheTimeOfItsMessage();
    void chainsLeadThroughTheCriticalPath_data();
    void chainsLeadThroughTheCriticalPath();
    void chainsHaveNoGap_data();
    void chainsHaveNoGap();
    void chainsAreCut();
};

namespace {

/// `F0@1`
std::string nameOf(const Run& run, int device, std::size_t index)
{
    const PackedOperation operation = run.schedule.operations()[index];
    return operationLetter(operation.kind()) + std::to_string(operation.unit()) + '@'
        + std::to_string(device);
}

std::size_t find(const Run& run, int device, OperationKind kind, int unit)
{
    std::size_t i = run.schedule.rowBegin(device);
    while (run.schedule.operations()[i] != PackedOperation(kind, 0, unit))
        ++i;
    return i;
}

} // namespace

void TestFlow::isWhatPassesNeed_data()
{
    QTest::addColumn<int>("device");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("needs");
    QTest::addColumn<QString>("users");
    QTest::newRow("the first forward") << 0 << static_cast<int>(OperationKind::Forward) << ""
                                       << "F2@1 I2@0";
    QTest::newRow("a forward in between") << 1 << static_cast<int>(OperationKind::Forward) << "F2@0"
                                          << "F2@2 I2@1";
    QTest::newRow("the last forward") << 2 << static_cast<int>(OperationKind::Forward) << "F2@1"
                                      << "I2@2";
    QTest::newRow("an input gradient")
        << 1 << static_cast<int>(OperationKind::InputGrad) << "F2@1 I2@2"
        << "I2@0 W2@1";
    QTest::newRow("a weight gradient") << 1 << static_cast<int>(OperationKind::WeightGrad) << "I2@1"
                                       << "";
}

void TestFlow::isWhatPassesNeed()
{
    QFETCH(int, device);
    QFETCH(int, kind);
    QFETCH(QString, needs);
    QFETCH(QString, users);
    const Result<Run> done = run(test::planOf(ScheduleKind::ZbH1, 3, 6));
    QVERIFY(done);
    const Flows flows(done->plan, done->schedule, done->timeline);
    const std::size_t index = find(*done, device, static_cast<OperationKind>(kind), 2);
    QStringList into;
    for (const Flow& flow : flows.into(device, index)) {
        QCOMPARE(flow.user, index);
        into << QString::fromStdString(nameOf(*done, flow.makerDevice, flow.maker));
    }
    QCOMPARE(into.join(u' '), needs);
    QStringList outOf;
    for (const Flow& flow : flows.outOf(device, index)) {
        QCOMPARE(flow.maker, index);
        outOf << QString::fromStdString(nameOf(*done, flow.userDevice, flow.user));
    }
    outOf.sort();
    QStringList expected = users.split(u' ', Qt::SkipEmptyParts);
    expected.sort();
    QCOMPARE(outOf, expected);
}

void TestFlow::comesAsItGoes_data()
{
    QTest::addColumn<unsigned>("seed");
    for (unsigned seed = 0; seed < 24; ++seed)
        QTest::addRow("plan %u", seed) << seed;
}

/// What an operation needs is needed by it, and nothing comes before it is there.
void TestFlow::comesAsItGoes()
{
    QFETCH(unsigned, seed);
    std::mt19937 random(seed);
    const Result<Run> done = run(test::randomPlan(random));
    QVERIFY(done);
    const Flows flows(done->plan, done->schedule, done->timeline);
    std::vector<Flow> coming;
    std::vector<Flow> going;
    for (int device = 0; device < done->schedule.devices(); ++device) {
        for (std::size_t i = done->schedule.rowBegin(device); i < done->schedule.rowEnd(device);
             ++i) {
            if (done->schedule.operations()[i].kind() == OperationKind::PairedBackward)
                continue;
            for (const Flow& flow : flows.into(device, i)) {
                QVERIFY(flow.arrived <= done->timeline.start(i));
                coming.push_back(flow);
            }
            for (const Flow& flow : flows.outOf(device, i))
                going.push_back(flow);
        }
    }
    QVERIFY(!coming.empty());
    const auto before = [](const Flow& a, const Flow& b) {
        return std::pair(a.maker, a.user) < std::pair(b.maker, b.user);
    };
    std::ranges::sort(coming, before);
    std::ranges::sort(going, before);
    QVERIFY(coming == going);
}

void TestFlow::takesTheTimeOfItsMessage()
{
    Plan plan = test::planOf(ScheduleKind::OneFOneB, 2, 2);
    plan.link.latency = slotTime(3);
    const Result<Run> done = run(plan);
    const Flows flows(done->plan, done->schedule, done->timeline);
    const auto into = flows.into(1, find(*done, 1, OperationKind::Forward, 1));
    QCOMPARE(into.size(), std::size_t {1});
    QVERIFY(into[0].left == slotTime(2));
    QVERIFY(into[0].arrived == slotTime(5));
}

void TestFlow::chainsLeadThroughTheCriticalPath_data()
{
    comesAsItGoes_data();
}

/// From any operation of the critical path the chain back is the path's own beginning.
void TestFlow::chainsLeadThroughTheCriticalPath()
{
    QFETCH(unsigned, seed);
    std::mt19937 random(seed);
    const Result<Run> done = run(test::randomPlan(random));
    QVERIFY(done);
    const Flows flows(done->plan, done->schedule, done->timeline);
    CausalWalk walk(done->plan, done->schedule, done->timeline);
    walk.index();
    const CriticalPath path = criticalPath(done->plan, done->schedule, done->timeline);
    for (std::size_t i = 0; i < path.steps.size(); ++i) {
        const CausalStep& step = path.steps[i];
        if (step.kind == CausalStep::Kind::Message
            || done->schedule.operations()[step.operation].kind() == OperationKind::PairedBackward)
            continue;
        const CausalChain chain =
            causalChain(done->schedule, walk, flows, step.device, step.operation, 100'000);
        QVERIFY(!chain.cut);
        QCOMPARE(chain.self, i);
        QVERIFY(std::equal(
            path.steps.begin(), path.steps.begin() + static_cast<long>(i), chain.steps.begin()));
    }
}

void TestFlow::chainsHaveNoGap_data()
{
    comesAsItGoes_data();
}

void TestFlow::chainsHaveNoGap()
{
    QFETCH(unsigned, seed);
    std::mt19937 random(seed);
    const Result<Run> done = run(test::randomPlan(random));
    QVERIFY(done);
    const Flows flows(done->plan, done->schedule, done->timeline);
    CausalWalk walk(done->plan, done->schedule, done->timeline);
    walk.index();
    const int device = done->schedule.devices() / 2;
    for (std::size_t i = done->schedule.rowBegin(device); i < done->schedule.rowEnd(device); ++i) {
        const CausalChain chain = causalChain(done->schedule, walk, flows, device, i, 100'000);
        QVERIFY(chain.steps.front().begin == Duration::zero());
        for (std::size_t step = 1; step < chain.steps.size(); ++step)
            QVERIFY(chain.steps[step].begin == chain.steps[step - 1].end);
    }
}

void TestFlow::chainsAreCut()
{
    const Result<Run> done = run(test::planOf(ScheduleKind::GPipe, 2, 50));
    const Flows flows(done->plan, done->schedule, done->timeline);
    CausalWalk walk(done->plan, done->schedule, done->timeline);
    walk.index();
    const CausalChain chain =
        causalChain(done->schedule, walk, flows, 1, find(*done, 1, OperationKind::Forward, 30), 10);
    QVERIFY(chain.cut);
    QCOMPARE(chain.self, std::size_t {10});
    QCOMPARE(chain.steps.size(), std::size_t {21});
}

QTEST_APPLESS_MAIN(TestFlow)
#include "tst_flow.moc"
