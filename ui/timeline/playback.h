// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/time.h"
#include "core/run/run.h"

#include <QObject>
#include <QTimer>

#include <array>
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace pipegantt {

/// How far a step of the playback goes.
enum class PlaybackStep : std::uint8_t
{
    Event, ///< an instant at which any operation starts or ends
    Microbatch, ///< one at which a micro-batch enters the pipeline or leaves it
    Phase, ///< one at which a phase begins or ends
};

/// Walks a cursor through simulated time: with the clock while it plays, or step by step.
class Playback : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Playback)

public:
    /// Real time since any fixed moment.
    using Clock = std::function<std::chrono::nanoseconds()>;

    /// The speeds, as powers of the square root of two: a quarter to eight times.
    static constexpr int kLeastPace = -4;
    static constexpr int kMostPace = 6;

    explicit Playback(QObject* parent = nullptr);
    ~Playback() override = default;

    /// Replaces the steady clock, so that tests decide how late it is.
    void setClock(Clock clock) { m_clock = std::move(clock); }
    /// Stops; the cursor stays where the new run reaches it.
    void setRun(std::shared_ptr<const Run> run);
    /// Goes on to `reach` where the run ends before it, as beside a longer one.
    void setReach(Duration reach);
    /// How far it goes: to the end of the run, or further.
    [[nodiscard]] Duration end() const;

    /// Where in time it stands; nowhere until it is first moved and after `clear`.
    [[nodiscard]] std::optional<Duration> cursor() const { return m_cursor; }
    [[nodiscard]] bool isPlaying() const { return m_playing; }
    /// Simulated time in a second of real time; a whole run takes ten seconds at first.
    [[nodiscard]] Duration perSecond() const;

    /// 2^(pace / 2) times as fast as at first.
    [[nodiscard]] int pace() const { return m_pace; }
    void setPace(int pace);
    /// What `stepForward` and `stepBack` step by.
    [[nodiscard]] PlaybackStep step() const { return m_step; }
    void setStep(PlaybackStep step);

    /// Plays or pauses; at the end it starts again.
    void toggle();
    void stepForward();
    void stepBack();
    /// A step of a kind, whatever `step` says.
    void stepForward(PlaybackStep step);
    void stepBack(PlaybackStep step);
    void toStart();
    void toEnd();
    /// Stops, with the cursor at `when` or the end that is nearer.
    void goTo(Duration when);
    /// Stops and takes the cursor away.
    void clear();
    void faster();
    void slower();
    /// Moves the cursor to where the clock says. The timer calls it while playing.
    void tick();

    /// The first event after `when`, and the last one before it. O(devices * log operations).
    [[nodiscard]] std::optional<Duration> eventAfter(Duration when) const;
    [[nodiscard]] std::optional<Duration> eventBefore(Duration when) const;

signals:
    void cursorChanged();
    void playingChanged(bool playing);
    void speedChanged();
    void stepChanged();

private:
    void moveTo(std::optional<Duration> cursor);
    void setPlaying(bool playing);
    [[nodiscard]] const std::vector<Duration>& marks(PlaybackStep step);

    std::shared_ptr<const Run> m_run;
    std::optional<Duration> m_cursor;
    Clock m_clock;
    QTimer m_timer;
    /// Where and when the present stretch of playing began.
    Duration m_from {};
    std::chrono::nanoseconds m_since {};
    Duration m_reach {};
    /// Of the run, once they have been asked for; by kind of step.
    std::array<std::optional<std::vector<Duration>>, 3> m_marks;
    int m_pace = 0;
    PlaybackStep m_step = PlaybackStep::Event;
    bool m_playing = false;
};

} // namespace pipegantt
