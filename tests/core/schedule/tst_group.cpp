// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/schedule/catalogue.h"
#include "core/schedule/group.h"
#include "core/schedule/validate.h"
#include "tests/support/failonwarning.h"
#include "tests/support/plans.h"

#include <QTest>

using namespace pipegantt;

class TestGroup : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }
    void namesItsOwnGroup_data();
    void namesItsOwnGroup();
    void refusesExactlyWhatDeadlocks();
};

void TestGroup::namesItsOwnGroup_data()
{
    QTest::addColumn<int>("stages");
    QTest::addColumn<int>("microbatches");
    QTest::addColumn<int>("group");
    QTest::newRow("P divides M") << 4 << 8 << 4;
    QTest::newRow("fewer than P") << 4 << 3 << 3;
    QTest::newRow("PyTorch's two rounds") << 4 << 10 << 5;
    QTest::newRow("one group of all") << 4 << 7 << 7;
    QTest::newRow("a last group of P") << 4 << 9 << 5;
    QTest::newRow("one device") << 1 << 5 << 1;
}

void TestGroup::namesItsOwnGroup()
{
    QFETCH(int, stages);
    QFETCH(int, microbatches);
    const Plan plan = test::planOf(ScheduleKind::Interleaved, stages, microbatches);
    QTEST(groupSize(plan), "group");
}

void TestGroup::refusesExactlyWhatDeadlocks()
{
    // The condition against the order itself, for every group of many shapes.
    int refused = 0;
    Schedule schedule;
    for (const ScheduleKind kind : {ScheduleKind::Interleaved, ScheduleKind::InterleavedZb}) {
        const CatalogueEntry& known = entry(kind);
        for (int stages = 1; stages < 8; ++stages) {
            for (int chunks = 2; chunks < 5; ++chunks) {
                for (int microbatches = 1; microbatches < 13; ++microbatches) {
                    Plan plan = test::planOf(kind, stages, microbatches);
                    plan.chunks = chunks;
                    for (plan.group = 0; plan.group <= microbatches; ++plan.group) {
                        const bool legal = known.check(plan).has_value();
                        schedule.reset(placementOf(plan), microbatches);
                        known.generate(plan, schedule);
                        QCOMPARE(validate(schedule).has_value(), legal);
                        QVERIFY(legal || plan.group != 0);
                        refused += legal ? 0 : 1;
                    }
                }
            }
        }
    }
    QVERIFY(refused > 500);
}

QTEST_APPLESS_MAIN(TestGroup)
#include "tst_group.moc"
