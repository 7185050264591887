// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/search/memoryrule.h"
#include "tests/support/failonwarning.h"
#include "tests/support/searchproblems.h"

#include <QTest>

using namespace pipegantt;

class TestMemoryRule : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }
    void admitsWhatFits();
    void leavesRoomForTheStagesThatFollow();
    void leavesRoomForTheOtherPipeline();
};

void TestMemoryRule::admitsWhatFits()
{
    const SearchProblem problem = test::pipelineProblem(2, 4, {}, 2);
    const MemoryRule rule(problem);
    QVERIFY(rule.isLocal());
    const std::vector<std::uint16_t> one {1, 0, 0, 0, 0, 0};
    QVERIFY(rule.admits(one, 0));
    const std::vector<std::uint16_t> two {2, 1, 0, 1, 1, 0};
    QVERIFY2(!rule.admits(two, 0), "an input gradient alone frees nothing");
    const std::vector<std::uint16_t> freed {2, 1, 1, 1, 1, 0};
    QVERIFY(rule.admits(freed, 0));
    const std::vector<std::uint16_t> all {4, 4, 4, 4, 4, 4};
    QVERIFY(!rule.admits(all, 0));
}

void TestMemoryRule::leavesRoomForTheStagesThatFollow()
{
    // V of two devices: stage 3 runs on device 0, too. With two forwards of stage 0, no memory is
    // left for stage 3, and neither unit ever returns.
    const SearchProblem problem = test::pipelineProblem(2, 4, {}, 2, 2, true);
    const MemoryRule rule(problem);
    QVERIFY(!rule.isLocal());
    std::vector<std::uint16_t> counts(12, 0);
    QVERIFY(rule.admits(counts, 0));
    counts[0] = 1;
    QVERIFY(!rule.admits(counts, 0));
    counts[3] = counts[6] = 1;
    QVERIFY2(rule.admits(counts, 3), "this is what the room was left for");
}

void TestMemoryRule::leavesRoomForTheOtherPipeline()
{
    // One unit a device: a unit of each direction would meet the other one in the middle.
    const SearchProblem problem = test::bidirectionalProblem(2, 4, {}, 1);
    const MemoryRule rule(problem);
    std::vector<std::uint16_t> counts(12, 0);
    QVERIFY(rule.admits(counts, 0));
    counts[0] = 1;
    QVERIFY(!rule.admits(counts, 2));
    QVERIFY(rule.admits(counts, 1));
}

QTEST_APPLESS_MAIN(TestMemoryRule)
#include "tst_memoryrule.moc"
