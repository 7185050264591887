// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/run/run.h"
#include "core/simulate/idlecauses.h"
#include "core/simulate/idleparts.h"
#include "tests/support/failonwarning.h"
#include "tests/support/plans.h"

#include <QTest>

#include <array>

using namespace pipegantt;

class TestIdleParts : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }
    void areTheIdleTimeOfEachCause_data();
    void areTheIdleTimeOfEachCause();
};

void TestIdleParts::areTheIdleTimeOfEachCause_data()
{
    QTest::addColumn<ScheduleKind>("kind");
    QTest::addColumn<bool>("uneven");
    QTest::newRow("even") << ScheduleKind::OneFOneB << false;
    QTest::newRow("uneven") << ScheduleKind::OneFOneB << true;
    QTest::newRow("split") << ScheduleKind::ZbH1 << true;
    QTest::newRow("all forwards first") << ScheduleKind::GPipe << true;
}

// They lie between the operations, fill the gaps, and are as long together as the causes say.
void TestIdleParts::areTheIdleTimeOfEachCause()
{
    QFETCH(ScheduleKind, kind);
    QFETCH(bool, uneven);
    Plan plan = test::planOf(kind, 4, 12);
    if (uneven) {
        plan.link.latency = test::slotTime(1) / 3;
        for (int stage = 0; stage < 4; ++stage)
            plan.perStage.push_back(
                stageTime(test::slotTime(1 + stage % 3), test::slotTime(2 + stage % 2)));
    }
    const Result<Run> done = run(plan);
    QVERIFY(done.has_value());
    const IdleParts parts(plan, done->schedule, done->timeline);
    const auto all = idleCauses(plan, done->schedule, done->timeline);
    for (int device = 0; device < 4; ++device) {
        std::array<std::int64_t, kIdleCauseCount> sums {};
        std::int64_t clock = 0;
        std::size_t i = done->schedule.rowBegin(device);
        const auto skipWork = [&] {
            while (i < done->schedule.rowEnd(device) && done->timeline.start(i).count() == clock)
                clock = done->timeline.end(i++).count();
        };
        for (const IdlePart& part : parts.row(device)) {
            skipWork();
            QCOMPARE(part.begin, clock);
            QVERIFY(part.end > part.begin);
            clock = part.end;
            sums[static_cast<std::size_t>(part.cause)] += part.end - part.begin;
        }
        skipWork();
        QCOMPARE(clock, done->timeline.makespan.count());
        const IdleCauses& causes = all[static_cast<std::size_t>(device)];
        const std::array expected {causes.warmUp.count(), causes.drain.count(),
            causes.message.count(), causes.dependency.count(), causes.imbalance.count()};
        for (std::size_t cause = 0; cause < kIdleCauseCount; ++cause)
            QCOMPARE(sums[cause], expected[cause]);
    }
}

QTEST_APPLESS_MAIN(TestIdleParts)
#include "tst_idleparts.moc"
