// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/sentence.h"
#include "core/format/ordercsv.h"
#include "core/format/planinput.h"
#include "core/schedule/catalogue.h"
#include "core/schedule/edit.h"
#include "core/schedule/validate.h"
#include "tests/support/failonwarning.h"
#include "tests/support/plans.h"

#include <QTest>

#include <random>

using namespace pipegantt;

class TestEdit : public QObject
{
    Q_OBJECT

private:
    static Schedule given(const char* csv) { return *parseScheduleCsv(csv)->given.schedule; }
    static Schedule made(ScheduleKind kind, int stages, int microbatches)
    {
        Plan plan = test::planOf(kind, stages, microbatches);
        plan.chunks = std::max(shapeOf(kind).chunks, shapeOf(kind).usualChunks);
        Schedule schedule;
        if (!generate(plan, schedule))
            schedule.reset(1, 1, 0);
        return schedule;
    }

private slots:
    void init() { test::failOnWarning(); }

    void movesWithinARow_data()
    {
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("to");
        QTest::addColumn<QByteArray>("row");
        QTest::newRow("later") << 0 << 2 << QByteArray("0F1,0F2,0F0,0B0,0B1,0B2");
        QTest::newRow("earlier") << 4 << 3 << QByteArray("0F0,0F1,0F2,0B1,0B0,0B2");
        QTest::newRow("to the end") << 3 << 5 << QByteArray("0F0,0F1,0F2,0B1,0B2,0B0");
        QTest::newRow("nowhere") << 3 << 3 << QByteArray("0F0,0F1,0F2,0B0,0B1,0B2");
        QTest::newRow("beyond the end") << 3 << 99 << QByteArray("0F0,0F1,0F2,0B1,0B2,0B0");
    }
    void movesWithinARow()
    {
        QFETCH(int, from);
        QFETCH(int, to);
        QFETCH(QByteArray, row);
        const Schedule before = given("0F0,0F1,0F2,0B0,0B1,0B2\r\n");
        const Edited after =
            moveOperation(before, 0, static_cast<std::size_t>(from), static_cast<std::size_t>(to));
        QVERIFY(after.has_value());
        QCOMPARE(QByteArray::fromStdString(orderCsv(*after)), row + "\r\n");
    }

    void movesAPairAsOne()
    {
        const Schedule before = given("0F0,(0F1;0B0)OVERLAP_F_B,0F2,0B1,0B2\r\n");
        // To either side of it, and it itself by either half; nothing comes in between.
        QCOMPARE(orderCsv(*moveOperation(before, 0, 1, 2)),
            std::string("0F0,0F2,(0F1;0B0)OVERLAP_F_B,0B1,0B2\r\n"));
        QCOMPARE(orderCsv(*moveOperation(before, 0, 2, 2)),
            std::string("0F0,0F2,(0F1;0B0)OVERLAP_F_B,0B1,0B2\r\n"));
        QCOMPARE(orderCsv(*moveOperation(before, 0, 3, 2)),
            std::string("0F0,(0F1;0B0)OVERLAP_F_B,0F2,0B1,0B2\r\n"));
        QCOMPARE(orderCsv(*moveOperation(before, 0, 3, 1)),
            std::string("0F0,0F2,(0F1;0B0)OVERLAP_F_B,0B1,0B2\r\n"));
    }

    void refusesToBreakADependencyOfTheRow()
    {
        const Schedule before = given("0F0,0F1,0B0,0B1\r\n");
        const Edited early = moveOperation(before, 0, 3, 0);
        QVERIFY(!early.has_value());
        QCOMPARE(sentence(early.error().error),
            std::string("0B1 cannot move there: 0F1 must come before 0B1, which needs it."));
        QCOMPARE(early.error().needs, (std::vector<Need> {{1, 0, 3, 0}}));
        const Edited late = moveOperation(before, 0, 0, 3);
        QVERIFY(!late.has_value());
        QCOMPARE(sentence(late.error().error),
            std::string("0F0 cannot move there: 0F0 must come before 0B0, which needs it."));
        QCOMPARE(late.error().needs, (std::vector<Need> {{0, 0, 2, 0}}));
    }

    void refusesADeadlockAndNamesItsCircle()
    {
        const Schedule before = given("0F0,0F1,0B0,0B1\r\n1F0,1B0,1F1,1B1\r\n");
        const Edited after = moveOperation(before, 1, 0, 2);
        QVERIFY2(!after.has_value(), "1F0 behind 1F1, whose result 1B0 cannot do without");
        const Edited circle =
            moveOperation(given("0F0,0F1,0B0,0B1\r\n1F0,1F1,1B1,1B0\r\n"), 0, 1, 2);
        QVERIFY(!circle.has_value());
        QVERIFY(circle.error().error.code == ErrorCode::MoveIntoDeadlock);
        QCOMPARE(sentence(circle.error().error),
            std::string("0F1 cannot move there: the devices would wait for each other for ever: "
                        "0B0 ← 1B0, 1F1 ← 0F1."));
        QCOMPARE(circle.error().needs.size(), std::size_t {2});
        const Need& first = circle.error().needs.front();
        QCOMPARE(first.userDevice, 0);
        QCOMPARE(first.makerDevice, 1);
    }

    void movesAStageToAnotherDevice()
    {
        const Schedule before = made(ScheduleKind::DualPipeV, 2, 4);
        const Edited after = moveStage(before, 3, 1);
        QVERIFY(after.has_value());
        QCOMPARE(after->deviceOf(3), 1);
        QCOMPARE(after->deviceOf(0), 0);
        QVERIFY(validate(*after).has_value());
        const Edited emptied = moveStage(*after, 0, 1);
        QVERIFY(!emptied.has_value());
        QCOMPARE(sentence(emptied.error().error),
            std::string("Stage 0 cannot move to device 1: its device would be left without a "
                        "stage."));
    }

    void exchangesLoneStages()
    {
        const Schedule before = given("0F0,0F1,0B0,0B1\r\n1F0,1B0,1F1,1B1\r\n");
        const Edited after = moveStage(before, 0, 1);
        QVERIFY(after.has_value());
        QCOMPARE(orderCsv(*after), std::string("1F0,1B0,1F1,1B1\r\n0F0,0F1,0B0,0B1\r\n"));
        QVERIFY(after->placement().layout() == Placement::Layout::Given);
        QCOMPARE(orderCsv(*moveStage(*after, 0, 0)), orderCsv(before));
    }

    void leavesTwoPipelinesTheirPlaces()
    {
        const Edited after = moveStage(made(ScheduleKind::Chimera, 4, 4), 1, 2);
        QVERIFY(!after.has_value() && after.error().error.code == ErrorCode::StageMoveRefused);
    }

    /// Whatever is moved wherever, the result is legal or refused with a reason and dependencies.
    void keepsEveryOrderLegal_data()
    {
        QTest::addColumn<int>("kind");
        for (const CatalogueEntry& known : catalogue()) {
            if (known.kind != ScheduleKind::Custom && known.kind != ScheduleKind::Auto)
                QTest::newRow(std::string(known.id).c_str()) << static_cast<int>(known.kind);
        }
    }
    void keepsEveryOrderLegal()
    {
        QFETCH(int, kind);
        const auto which = static_cast<ScheduleKind>(kind);
        Schedule schedule = made(which, 4, which == ScheduleKind::Naive ? 1 : 8);
        std::mt19937 random(3);
        const auto below = [&random](std::size_t most) {
            return std::uniform_int_distribution<std::size_t>(0, most - 1)(random);
        };
        int refused = 0;
        for (int i = 0; i < 300; ++i) {
            const auto device = static_cast<int>(below(4));
            const std::size_t length = schedule.row(device).size();
            const Edited after = below(4) == 0
                ? moveStage(schedule,
                    static_cast<int>(below(static_cast<std::size_t>(schedule.stages()))), device)
                : moveOperation(schedule, device, below(length), below(length));
            if (!after) {
                ++refused;
                QVERIFY(!sentence(after.error().error).empty());
                continue;
            }
            QVERIFY(validate(*after).has_value());
            QCOMPARE(after->operations().size(), schedule.operations().size());
            schedule = *after;
        }
        // Forward passes alone only ever wait for the device above.
        QVERIFY(refused > 0 || which == ScheduleKind::Inference);
    }
};

QTEST_APPLESS_MAIN(TestEdit)
#include "tst_edit.moc"
