// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/run/run.h"
#include "core/simulate/memorycursor.h"
#include "core/simulate/memoryprofile.h"
#include "tests/support/failonwarning.h"
#include "tests/support/plans.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace pipegantt;
using test::planOf;

class TestMemoryCursor : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }

    void saysWhatTheProfileSays_data()
    {
        QTest::addColumn<int>("schedule");
        QTest::addColumn<int>("microbatches");
        QTest::newRow("1F1B") << static_cast<int>(ScheduleKind::OneFOneB) << 8;
        QTest::newRow("GPipe, long rows") << static_cast<int>(ScheduleKind::GPipe) << 6000;
        QTest::newRow("zero bubble") << static_cast<int>(ScheduleKind::ZbV) << 12;
        QTest::newRow("recompute") << static_cast<int>(ScheduleKind::OneFOneBRecompute) << 8;
        QTest::newRow("forward only") << static_cast<int>(ScheduleKind::Inference) << 5;
    }
    void saysWhatTheProfileSays()
    {
        QFETCH(int, schedule);
        QFETCH(int, microbatches);
        Plan plan = planOf(static_cast<ScheduleKind>(schedule), 4, microbatches);
        const KindShape& shape = shapeOf(plan.schedule);
        plan.chunks = shape.chunks > 0 ? shape.chunks : shape.usualChunks;
        plan.state.weights = Bytes {70};
        const Result<Run> done = run(plan);
        QVERIFY(done);
        MemoryCursor cursor(done->plan, done->schedule, done->timeline);
        std::mt19937 random(7);
        std::vector<MemoryStep> steps;
        for (int device = 0; device < done->schedule.devices(); ++device) {
            memoryProfile(done->plan, done->schedule, done->timeline, device, 1U << 24U, steps);
            // Forwards, then to and fro.
            std::vector<std::size_t> visits(steps.size());
            for (std::size_t i = 0; i < steps.size(); ++i)
                visits[i] = i;
            for (int i = 0; i < 200; ++i)
                visits.push_back(random() % steps.size());
            for (const std::size_t visit : visits) {
                QCOMPARE(cursor.heldOn(device, steps[visit].when), steps[visit].held);
                if (visit > 0 && steps[visit].when > steps[visit - 1].when) {
                    QCOMPARE(cursor.heldOn(device, steps[visit].when - Duration(1)),
                        steps[visit - 1].held);
                }
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestMemoryCursor)
#include "tst_memorycursor.moc"
