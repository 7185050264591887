// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/failonwarning.h"
#include "tests/ui/timeline/samplerun.h"
#include "ui/timeline/card.h"
#include "ui/timeline/hover.h"

#include <QTest>

using namespace pipegantt;
using namespace Qt::StringLiterals;
using test::inSlots;

class HoverTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }

    /// Behind the break of an excerpt are the micro-batches and times of the whole run.
    void saysWhatIsTrueOfABillion()
    {
        const auto run = test::sampleRun(ScheduleKind::OneFOneB, 4, 1'000'000'000);
        const std::size_t last = run->schedule.rowEnd(0) - 1;
        const HoverText text = HoverWords::describe(*run, targetOf(*run, 0, last));
        QCOMPARE(text.title, u"backward 999999999 · device 0"_s);
        QCOMPARE(text.lines.at(0), u"3000000007 – 3000000009 (2 slots)"_s);
        QCOMPARE(
            text.lines.at(1), u"waited for backward 999999999 of device 1 (ended at 3000000007)"_s);
        // The first one that waited across it.
        const Break& torn = run->excerpt->breaks.front();
        const HoverTarget after = targetOf(*run, 0, torn.first.front());
        const std::int64_t ended = run->excerpt->trueTime(after.begin).count() / inSlots(1).count();
        QVERIFY(HoverWords::describe(*run, after).lines.at(1).contains(QString::number(ended)));
    }

    void says_data()
    {
        QTest::addColumn<int>("device");
        QTest::addColumn<double>("slot");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QStringList>("lines");
        QTest::newRow("the six-slot bubble")
            << 0 << 5.0 << u"Bubble · 6 slots · device 0"_s
            << QStringList {
                   u"waits for backward 0 of device 1 (ends at 10)"_s, u"dependency 6 slots"_s};
        QTest::newRow("the first operation")
            << 0 << 0.5 << u"forward 0 · device 0"_s
            << QStringList {u"0 – 1 (1 slot)"_s, u"starts with the iteration"_s};
        QTest::newRow("after a bubble")
            << 0 << 11.0 << u"backward 0 · device 0"_s
            << QStringList {
                   u"10 – 12 (2 slots)"_s, u"waited for backward 0 of device 1 (ended at 10)"_s};
        QTest::newRow("after its device")
            << 0 << 12.5 << u"forward 4 · device 0"_s
            << QStringList {
                   u"12 – 13 (1 slot)"_s, u"waited for its own device: backward 0 (ended at 12)"_s};
        QTest::newRow("warm-up") << 2 << 1.0 << u"Bubble · 2 slots · device 2"_s
                                 << QStringList {u"waits for forward 0 of device 1 (ends at 2)"_s,
                                        u"warm-up: the first micro-batch has not arrived yet"_s};
        QTest::newRow("drain")
            << 3 << 30.0 << u"Bubble · 6 slots · device 3"_s
            << QStringList {u"drain: its work is done; backward 7 of device 0 ends at 33"_s};
    }

    void says()
    {
        QFETCH(int, device);
        QFETCH(double, slot);
        const auto run = test::sampleRun(ScheduleKind::OneFOneB, 4, 8);
        const TimeScale scale(inSlots(0), inSlots(33), 3300);
        const HoverText text =
            HoverWords::describe(*run, targetAt(*run, scale, device, slot * 100, 3));
        QTEST(text.title, "title");
        QTEST(text.lines, "lines");
    }

    void saysHowLongAMessageTravels()
    {
        const auto run = test::sampleRun(ScheduleKind::OneFOneB, 2, 1, inSlots(1) / 2);
        const TimeScale scale(inSlots(0), run->timeline.makespan, 1000);
        const HoverText bubble =
            HoverWords::describe(*run, targetAt(*run, scale, 1, scale.toPx(inSlots(1)), 3));
        QCOMPARE(bubble.lines.last(), u"its message travels for 0.5 slots"_s);
    }

    void tellsIdleTimeByCause()
    {
        const auto run = test::sampleRun(ScheduleKind::OneFOneB, 4, 8, inSlots(1) / 2);
        const TimeScale scale(inSlots(0), run->timeline.makespan, 3300);
        const HoverText bubble =
            HoverWords::describe(*run, targetAt(*run, scale, 0, scale.toPx(inSlots(6)), 3));
        QVERIFY(bubble.lines[1].startsWith(u"dependency "_s));
        QVERIFY(bubble.lines[1].contains(u" · message "_s));
    }

    void namesBothHalvesOfAPair()
    {
        const auto run = test::sampleRun(ScheduleKind::DualPipe, 4, 8);
        const TimeScale scale(inSlots(0), run->timeline.makespan, 2600);
        const auto at = [&](int device, double slot) {
            return HoverWords::describe(*run, targetAt(*run, scale, device, slot * 100, 3));
        };
        const HoverText pair = at(0, 8);
        QCOMPARE(pair.title,
            u"forward 3 with backward 5 of the second direction · device 0 · stages 0 and 3"_s);
        QCOMPARE(pair.lines,
            (QStringList {u"7 – 10 (3 slots)"_s,
                u"waited for its own device: forward 5 of the second direction (ended at 7)"_s}));
        // What follows a pair waits for the pair, never for the half of it that takes no time.
        QCOMPARE(at(0, 10.5).lines.first(),
            u"waits for forward 6 of the second direction with backward 0 of device 1 (ends at 11)"_s);
        QCOMPARE(at(0, 17.5).title,
            u"forward 7 of the second direction with backward 1 · device 0 · stages 3 and 0"_s);
        QCOMPARE(at(0, 3.5).title, u"forward 4 of the second direction · device 0 · stage 3"_s);
    }

    void aNarrowPairIsOneOperation()
    {
        const auto run = test::sampleRun(ScheduleKind::DualPipe, 4, 8);
        const TimeScale scale(inSlots(0), run->timeline.makespan, 26);
        const HoverTarget target = targetAt(*run, scale, 0, 8, 3);
        QCOMPARE(target.kind, HoverTarget::Kind::Operation);
        QCOMPARE(target.begin, inSlots(7));
    }

    void chunksHaveStages()
    {
        const auto run = test::sampleRun(ScheduleKind::DualPipeV, 2, 4);
        const std::size_t last = run->schedule.rowEnd(0) - 1;
        QCOMPARE(HoverWords::describe(*run, targetOf(*run, 0, last)).title,
            u"weight gradient 3 of chunk 0 · device 0 · stage 0"_s);
    }

    void gathersWhatIsTooNarrow()
    {
        const auto run = test::sampleRun(ScheduleKind::OneFOneB, 4, 1024);
        const TimeScale scale(inSlots(0), run->timeline.makespan, 100);
        const HoverTarget target = targetAt(*run, scale, 1, 50, 3);
        QCOMPARE(target.kind, HoverTarget::Kind::Column);
        const HoverText text = HoverWords::describe(*run, target);
        QVERIFY2(text.title.contains(u"operations · device 1"_s), qPrintable(text.title));
        QVERIFY2(text.lines.first().endsWith(u"100.0 % busy"_s), qPrintable(text.lines.first()));
        QCOMPARE(text.lines.last(), u"zoom in to see them"_s);
        QVERIFY(!causeOf(*run, target));
    }

    void pointsAtNothingOutside()
    {
        const auto run = test::sampleRun(ScheduleKind::OneFOneB, 4, 8);
        const TimeScale scale(inSlots(0), inSlots(33), 330);
        QCOMPARE(targetAt(*run, scale, 0, -1, 3).kind, HoverTarget::Kind::Nothing);
        QCOMPARE(targetAt(*run, scale, 0, 330, 3).kind, HoverTarget::Kind::Nothing);
        QCOMPARE(targetAt(*run, scale, 0, 329.9, 3).kind, HoverTarget::Kind::Operation);
    }

    void theCardNeverCoversItsBar()
    {
        const QRectF area(0, 0, 600, 300);
        const QSizeF size(240, 60);
        for (int top = 0; top < 260; top += 20) {
            for (int left = 0; left < 560; left += 40) {
                const QRectF bar(left, top, 40, 40);
                const QRectF cause(300, 120, 40, 40);
                const QRectF card = placeCard(size, {bar, cause, bar.center(), area});
                QVERIFY(!card.intersects(bar));
                QVERIFY(!card.intersects(cause));
                QVERIFY(area.contains(card));
            }
        }
    }
};

QTEST_MAIN(HoverTest)
#include "tst_hover.moc"
