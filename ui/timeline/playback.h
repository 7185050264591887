// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/time.h"
#include "core/run/run.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace pipegantt {

/// Walks a cursor through simulated time: with the clock while it plays, or from one event to the
/// next. An event is an instant at which any operation starts or ends.
class Playback : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Playback)

public:
    /// Real time since any fixed moment.
    using Clock = std::function<std::chrono::nanoseconds()>;

    explicit Playback(QObject* parent = nullptr);
    ~Playback() override = default;

    /// Replaces the steady clock, so that tests decide how late it is.
    void setClock(Clock clock) { m_clock = std::move(clock); }
    /// Stops; the cursor stays where the new run reaches it.
    void setRun(std::shared_ptr<const Run> run);

    /// Where in time it stands; nowhere until it is first moved and after `clear`.
    [[nodiscard]] std::optional<Duration> cursor() const { return m_cursor; }
    [[nodiscard]] bool isPlaying() const { return m_playing; }
    /// Simulated time in a second of real time; a whole run takes ten seconds at first.
    [[nodiscard]] Duration perSecond() const;

    /// Plays or pauses; at the end it starts again.
    void toggle();
    void stepForward();
    void stepBack();
    void toStart();
    void toEnd();
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

private:
    void moveTo(std::optional<Duration> cursor);
    void setPlaying(bool playing);
    void setPace(int pace);

    std::shared_ptr<const Run> m_run;
    std::optional<Duration> m_cursor;
    Clock m_clock;
    QTimer m_timer;
    /// Where and when the present stretch of playing began.
    Duration m_from {};
    std::chrono::nanoseconds m_since {};
    int m_pace = 0; ///< powers of the square root of two
    bool m_playing = false;
};

} // namespace pipegantt
