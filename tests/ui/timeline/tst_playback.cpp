// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/failonwarning.h"
#include "tests/ui/timeline/samplerun.h"
#include "ui/timeline/playback.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <vector>

using namespace pipegantt;
using namespace std::chrono_literals;
using test::inSlots;

class PlaybackTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }

    void stepsThroughEveryEventBothWays_data()
    {
        QTest::addColumn<int>("schedule");
        QTest::addColumn<int>("stages");
        QTest::addColumn<int>("microbatches");
        QTest::addColumn<qint64>("comm");
        QTest::newRow("1F1B") << static_cast<int>(ScheduleKind::OneFOneB) << 4 << 8 << 0LL;
        QTest::newRow("1F1B with latency")
            << static_cast<int>(ScheduleKind::OneFOneB) << 3 << 7 << 123'456'789LL;
        QTest::newRow("GPipe") << static_cast<int>(ScheduleKind::GPipe) << 5 << 3 << 0LL;
        QTest::newRow("one operation")
            << static_cast<int>(ScheduleKind::Inference) << 1 << 1 << 0LL;
    }

    void stepsThroughEveryEventBothWays()
    {
        QFETCH(int, schedule);
        QFETCH(int, stages);
        QFETCH(int, microbatches);
        QFETCH(qint64, comm);
        const auto run = test::sampleRun(
            static_cast<ScheduleKind>(schedule), stages, microbatches, Duration(comm));
        std::vector<std::int64_t> events;
        for (std::size_t i = 0; i < run->timeline.size(); ++i) {
            events.push_back(run->timeline.start(i).count());
            events.push_back(run->timeline.end(i).count());
        }
        std::ranges::sort(events);
        events.erase(std::ranges::unique(events).begin(), events.end());

        Playback playback;
        playback.setRun(run);
        std::vector<std::int64_t> seen;
        connect(&playback, &Playback::cursorChanged, this,
            [&] { seen.push_back(playback.cursor()->count()); });
        for (std::size_t i = 0; i < events.size() + 3; ++i)
            playback.stepForward();
        QCOMPARE(seen, events);
        seen.clear();
        for (std::size_t i = 0; i < events.size() + 3; ++i)
            playback.stepBack();
        std::ranges::reverse(events);
        events.erase(events.begin());
        QCOMPARE(seen, events);
    }

    void playsByTheClock()
    {
        const auto run = test::sampleRun(ScheduleKind::OneFOneB, 4, 8);
        std::chrono::nanoseconds now = 5s;
        Playback playback;
        playback.setClock([&now] { return now; });
        playback.setRun(run);
        const QSignalSpy playing(&playback, &Playback::playingChanged);
        playback.toggle();
        QCOMPARE(playback.cursor(), std::optional(inSlots(0)));
        QVERIFY(playback.isPlaying());
        now += 1s;
        playback.tick();
        QCOMPARE(playback.cursor(), std::optional(inSlots(33) / 10));
        now += 4s;
        playback.tick();
        QCOMPARE(playback.cursor(), std::optional(inSlots(33) / 2));
        playback.toggle();
        now += 100s;
        playback.tick();
        QCOMPARE(playback.cursor(), std::optional(inSlots(33) / 2));
        playback.toggle();
        now += 5s;
        playback.tick();
        QCOMPARE(playback.cursor(), std::optional(inSlots(33)));
        QVERIFY(!playback.isPlaying());
        QCOMPARE(playing.count(), 4);
        playback.toggle();
        QCOMPARE(playback.cursor(), std::optional(inSlots(0)));
    }

    void aNewPaceLeavesThePlayheadWhereItIs()
    {
        std::chrono::nanoseconds now = 0s;
        Playback playback;
        playback.setClock([&now] { return now; });
        playback.setRun(test::sampleRun(ScheduleKind::OneFOneB, 4, 8));
        playback.toggle();
        now += 2s;
        playback.faster();
        playback.faster();
        QCOMPARE(playback.cursor(), std::optional(inSlots(33) / 5));
        QCOMPARE(playback.perSecond(), inSlots(33) / 5);
        now += 1s;
        playback.tick();
        QCOMPARE(playback.cursor(), std::optional(inSlots(33) * 2 / 5));
    }

    void stepsByMicrobatchesAndPhases()
    {
        Playback playback;
        playback.setRun(test::sampleRun(ScheduleKind::OneFOneB, 4, 8));
        const auto at = [&playback] { return playback.cursor().value_or(Duration(-1)); };
        playback.setStep(PlaybackStep::Phase);
        for (const int slot : {0, 4, 24, 33, 33}) {
            playback.stepForward();
            QCOMPARE(at(), inSlots(slot));
        }
        for (const int slot : {24, 4, 0, 0}) {
            playback.stepBack();
            QCOMPARE(at(), inSlots(slot));
        }
        // From anywhere to the next, whatever the step is set to.
        for (const int slot : {1, 2, 3, 12, 15}) {
            playback.stepForward(PlaybackStep::Microbatch);
            QCOMPARE(at(), inSlots(slot));
        }
        playback.stepForward(PlaybackStep::Event);
        QVERIFY(at() > inSlots(15));
        playback.stepBack(PlaybackStep::Microbatch);
        QCOMPARE(at(), inSlots(15));
        QCOMPARE(playback.step(), PlaybackStep::Phase);
    }

    void goesOnToItsReach()
    {
        using namespace std::chrono_literals;
        std::chrono::nanoseconds now = 0s;
        Playback playback;
        playback.setClock([&now] { return now; });
        playback.setRun(test::sampleRun(ScheduleKind::OneFOneB, 4, 8));
        playback.setReach(inSlots(60));
        playback.toEnd();
        QCOMPARE(playback.cursor(), std::optional(inSlots(60)));
        playback.toggle();
        now = 5s;
        playback.tick();
        QCOMPARE(playback.cursor(), std::optional(inSlots(30)));
        playback.toEnd();
        playback.setReach(Duration(0));
        QVERIFY(!playback.cursor());
    }

    void keepsItsSpeedWithinBounds()
    {
        Playback playback;
        playback.setRun(test::sampleRun(ScheduleKind::OneFOneB, 4, 8));
        const QSignalSpy changed(&playback, &Playback::speedChanged);
        for (int i = 0; i < 30; ++i)
            playback.faster();
        QCOMPARE(playback.perSecond(), inSlots(33) * 8 / 10);
        for (int i = 0; i < 30; ++i)
            playback.slower();
        QCOMPARE(playback.perSecond(), inSlots(33) / 40);
        playback.setPace(0);
        QCOMPARE(playback.perSecond(), inSlots(33) / 10);
        QCOMPARE(changed.count(), 61);
    }

    void aShorterRunTakesThePlayheadAway()
    {
        Playback playback;
        playback.setRun(test::sampleRun(ScheduleKind::OneFOneB, 4, 8));
        playback.toEnd();
        playback.setRun(test::sampleRun(ScheduleKind::OneFOneB, 4, 9));
        QCOMPARE(playback.cursor(), std::optional(inSlots(33)));
        playback.setRun(test::sampleRun(ScheduleKind::OneFOneB, 4, 2));
        QVERIFY(!playback.cursor());
        playback.setRun(nullptr);
        playback.toggle();
        playback.stepForward();
        playback.stepBack();
        QVERIFY(!playback.cursor());
    }
};

QTEST_GUILESS_MAIN(PlaybackTest)
#include "tst_playback.moc"
