// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/failonwarning.h"
#include "tests/ui/timeline/samplerun.h"
#include "ui/timeline/arrangedrun.h"

#include <QTest>

using namespace pipegantt;

/// Which rows are shown, and what runs in them.
class tst_roworder : public QObject
{
    Q_OBJECT

    static std::vector<int> keys(const RowOrder& order)
    {
        std::vector<int> all;
        for (const ChartRow& row : order.shown())
            all.push_back(row.key);
        return all;
    }

    using Keys = std::vector<int>;

private slots:
    void init() { test::failOnWarning(); }

    void rowsAreDevicesChunksOrStages()
    {
        RowOrder order;
        order.setPlacement(Placement::wave(3, 2));
        QVERIFY(order.isPlain());
        QCOMPARE(keys(order), (Keys {0, 1, 2}));
        order.setBy(RowsBy::Stage);
        QCOMPARE(keys(order), (Keys {0, 1, 2, 3, 4, 5}));
        QCOMPARE(order.at(3), (ChartRow {2, 1, 3}));
        order.setBy(RowsBy::Chunk);
        QCOMPARE(keys(order), (Keys {0, 5, 1, 4, 2, 3}));
        QCOMPARE(order.find(1, 1), 3);
        QVERIFY(!order.isPlain());
    }

    void hidesPinsAndMoves()
    {
        RowOrder order;
        order.setPlacement(Placement::loop(5, 1));
        order.hide(1);
        QCOMPARE(keys(order), (Keys {0, 2, 3, 4}));
        QCOMPARE(order.hidden(), 1);
        QCOMPARE(order.find(1, 0), -1);
        order.togglePin(3);
        QCOMPARE(keys(order), (Keys {4, 0, 2, 3}));
        QCOMPARE(order.pinned(), 1);
        order.move(1, 3);
        QCOMPARE(keys(order), (Keys {4, 2, 3, 0}));
        // Above the pinned ones is no place for the others.
        order.move(2, 0);
        QCOMPARE(keys(order), (Keys {4, 3, 2, 0}));
        order.showAll();
        // Where it was when it was hidden.
        QCOMPARE(keys(order), (Keys {4, 1, 3, 2, 0}));
        order.togglePin(0);
        QCOMPARE(order.pinned(), 0);
        QVERIFY(!order.isPlain());
    }

    void theLastRowStays()
    {
        RowOrder order;
        order.setPlacement(Placement::loop(2, 1));
        order.hide(0);
        order.hide(0);
        QCOMPARE(keys(order), (Keys {1}));
    }

    void anotherPlanKeepsWhatItCan()
    {
        RowOrder order;
        order.setPlacement(Placement::loop(4, 1));
        order.hide(3);
        order.move(0, 2);
        QCOMPARE(keys(order), (Keys {1, 2, 0}));
        order.setPlacement(Placement::loop(6, 1));
        QCOMPARE(keys(order), (Keys {1, 2, 0, 4, 5}));
        order.setPlacement(Placement::loop(2, 1));
        QCOMPARE(keys(order), (Keys {1, 0}));
        QCOMPARE(order.hidden(), 0);
    }

    void zoomsAndScrolls()
    {
        RowOrder order;
        order.setPlacement(Placement::loop(64, 1));
        order.zoom(32, 4);
        QCOMPARE(order.size(), 16);
        QVERIFY(order.find(32, 0) >= 0);
        QVERIFY(!order.window().isWhole());
        order.scroll(1000);
        QCOMPARE(keys(order).back(), 63);
        order.reveal(5, 0);
        QCOMPARE(keys(order).front(), 5);
        order.togglePin(0);
        order.scroll(20);
        QCOMPARE(keys(order).front(), 5);
        for (int i = 0; i < 20; ++i)
            order.zoom(3, 0.5);
        QVERIFY(order.window().isWhole());
        QCOMPARE(order.size(), 64);
    }

    void theSameRunIsNotCopied()
    {
        const auto run = test::sampleRun(ScheduleKind::OneFOneB, 4, 8);
        RowOrder order;
        order.setPlacement(run->schedule.placement());
        QCOMPARE(arranged(run, order).run, run);
    }

    void rowsHoldWhatTheyName_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("by");
        for (const ScheduleKind kind : {ScheduleKind::Interleaved, ScheduleKind::ZbV,
                 ScheduleKind::Chimera, ScheduleKind::DualPipe, ScheduleKind::DualPipeV}) {
            for (const RowsBy by : {RowsBy::Device, RowsBy::Chunk, RowsBy::Stage}) {
                QTest::addRow("%d by %d", static_cast<int>(kind), static_cast<int>(by))
                    << static_cast<int>(kind) << static_cast<int>(by);
            }
        }
    }

    /// Each row runs the operations of its stage at their times, and nothing else.
    void rowsHoldWhatTheyName()
    {
        QFETCH(int, kind);
        QFETCH(int, by);
        const auto run = test::sampleRun(static_cast<ScheduleKind>(kind), 4, 8);
        RowOrder order;
        order.setPlacement(run->schedule.placement());
        order.setBy(static_cast<RowsBy>(by));
        // Hidden and shown again: another order, a copy in each case.
        order.move(0, order.size() - 1);
        const ArrangedRun shown = arranged(run, order);
        QVERIFY(shown.run != run);
        QCOMPARE(shown.run->schedule.devices(), order.size());
        QCOMPARE(shown.run->timeline.makespan, run->timeline.makespan);
        const Schedule& schedule = shown.run->schedule;
        for (int row = 0; row < order.size(); ++row) {
            const ChartRow& named = order.at(row);
            Duration busy {};
            Duration last {};
            for (std::size_t i = schedule.rowBegin(row); i < schedule.rowEnd(row); ++i) {
                QVERIFY(shown.run->timeline.start(i) >= last);
                last = shown.run->timeline.end(i);
                busy += last - shown.run->timeline.start(i);
                const std::size_t source = shown.sourceOf(i);
                QVERIFY(source >= run->schedule.rowBegin(named.device));
                QVERIFY(source < run->schedule.rowEnd(named.device));
                QCOMPARE(run->timeline.start(source), shown.run->timeline.start(i));
                QCOMPARE(schedule.stageOf(row, schedule.operations()[i].chunk()),
                    run->schedule.stageOf(named.device, schedule.operations()[i].chunk()));
            }
            QCOMPARE(busy.count(), busyOf(*run, named));
        }
        QCOMPARE(schedule.placement().pipelines(), run->schedule.placement().pipelines());
    }

private:
    /// What the row's own operations take, counted from the run: the halves of a pair both run for
    /// as long as it does.
    static std::int64_t busyOf(const Run& run, const ChartRow& row)
    {
        std::int64_t busy = 0;
        const auto& operations = run.schedule.operations();
        for (std::size_t i = run.schedule.rowBegin(row.device); i < run.schedule.rowEnd(row.device);
             ++i) {
            const std::int64_t length = (run.timeline.end(i) - run.timeline.start(i)).count();
            const bool pair = operations[i].kind() == OperationKind::Pair;
            const bool mine = row.chunk == ChartRow::kWholeDevice
                || operations[i].chunk() == row.chunk
                || operations[i].kind() == OperationKind::OptimizerStep
                || (pair && operations[i + 1].chunk() == row.chunk);
            busy += mine ? length : 0;
        }
        return busy;
    }
};

QTEST_APPLESS_MAIN(tst_roworder)
#include "tst_roworder.moc"
