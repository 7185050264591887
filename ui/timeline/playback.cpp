// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/timeline/playback.h"

#include "ui/timeline/stepmarks.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>
#include <vector>

namespace pipegantt {

namespace {

constexpr int kFrameMilliseconds = 16;
constexpr double kWholeRunSeconds = 10;

} // namespace

Playback::Playback(QObject* parent)
    : QObject(parent)
    , m_clock([] {
        return std::chrono::duration_cast<std::chrono::nanoseconds>(
            std::chrono::steady_clock::now().time_since_epoch());
    })
{
    m_timer.setInterval(kFrameMilliseconds);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &Playback::tick);
}

void Playback::setRun(std::shared_ptr<const Run> run)
{
    setPlaying(false);
    m_run = std::move(run);
    m_marks = {};
    if (m_cursor && (!m_run || *m_cursor > end()))
        moveTo(std::nullopt);
}

void Playback::setReach(Duration reach)
{
    if (reach == m_reach)
        return;
    m_reach = reach;
    if (m_cursor && m_run && *m_cursor > end()) {
        setPlaying(false);
        moveTo(std::nullopt);
    }
}

Duration Playback::end() const
{
    return m_run ? std::max(m_run->timeline.makespan, m_reach) : Duration::zero();
}

Duration Playback::perSecond() const
{
    if (!m_run)
        return Duration::zero();
    const double whole = static_cast<double>(end().count());
    return Duration(std::llround(whole / kWholeRunSeconds * std::pow(2.0, m_pace / 2.0)));
}

void Playback::toggle()
{
    if (!m_run)
        return;
    if (m_playing) {
        tick();
        setPlaying(false);
        return;
    }
    if (!m_cursor || *m_cursor >= end())
        moveTo(Duration::zero());
    m_from = *m_cursor;
    m_since = m_clock();
    setPlaying(true);
}

void Playback::setStep(PlaybackStep step)
{
    if (step == m_step)
        return;
    m_step = step;
    emit stepChanged();
}

void Playback::stepForward()
{
    stepForward(m_step);
}

void Playback::stepBack()
{
    stepBack(m_step);
}

void Playback::stepForward(PlaybackStep step)
{
    setPlaying(false);
    if (!m_run)
        return;
    const Duration from = m_cursor.value_or(Duration(-1));
    if (step == PlaybackStep::Event) {
        if (const auto next = eventAfter(from))
            moveTo(next);
        return;
    }
    const auto next = std::ranges::upper_bound(marks(step), from);
    if (next != marks(step).end())
        moveTo(*next);
}

void Playback::stepBack(PlaybackStep step)
{
    setPlaying(false);
    if (!m_run)
        return;
    const Duration from = m_cursor.value_or(end() + Duration(1));
    if (step == PlaybackStep::Event) {
        if (const auto previous = eventBefore(from))
            moveTo(previous);
        return;
    }
    const auto next = std::ranges::lower_bound(marks(step), from);
    if (next != marks(step).begin())
        moveTo(*std::prev(next));
}

const std::vector<Duration>& Playback::marks(PlaybackStep step)
{
    std::optional<std::vector<Duration>>& marks = m_marks[static_cast<std::size_t>(step)];
    if (!marks)
        marks = step == PlaybackStep::Phase ? phaseMarks(*m_run) : microbatchMarks(*m_run);
    return *marks;
}

void Playback::toStart()
{
    setPlaying(false);
    if (m_run)
        moveTo(Duration::zero());
}

void Playback::toEnd()
{
    setPlaying(false);
    if (m_run)
        moveTo(end());
}

void Playback::goTo(Duration when)
{
    setPlaying(false);
    if (m_run)
        moveTo(std::clamp(when, Duration::zero(), end()));
}

void Playback::clear()
{
    setPlaying(false);
    moveTo(std::nullopt);
}

void Playback::faster()
{
    setPace(m_pace + 1);
}

void Playback::slower()
{
    setPace(m_pace - 1);
}

void Playback::setPace(int pace)
{
    if (m_playing)
        tick();
    m_pace = std::clamp(pace, kLeastPace, kMostPace);
    if (m_playing) {
        m_from = *m_cursor;
        m_since = m_clock();
    }
    emit speedChanged();
}

void Playback::tick()
{
    if (!m_playing)
        return;
    const std::chrono::duration<double> elapsed = m_clock() - m_since;
    const double moved = elapsed.count() * static_cast<double>(perSecond().count());
    const double left = static_cast<double>((end() - m_from).count());
    if (moved < left) {
        moveTo(m_from + Duration(std::llround(moved)));
        return;
    }
    moveTo(end());
    setPlaying(false);
}

std::optional<Duration> Playback::eventAfter(Duration when) const
{
    std::optional<Duration> found;
    const auto take = [&found](Duration event) { found = std::min(found.value_or(event), event); };
    const Schedule& schedule = m_run->schedule;
    const Timeline& timeline = m_run->timeline;
    for (int device = 0; device < schedule.devices(); ++device) {
        const std::size_t end = schedule.rowEnd(device);
        if (const std::size_t next = timeline.firstStartAfter(device, when); next != end)
            take(timeline.start(device, next));
        if (const std::size_t next = timeline.firstEndAfter(device, when); next != end)
            take(timeline.end(next));
    }
    return found;
}

std::optional<Duration> Playback::eventBefore(Duration when) const
{
    std::optional<Duration> found;
    const auto take = [&found](Duration event) { found = std::max(found.value_or(event), event); };
    const Schedule& schedule = m_run->schedule;
    const Timeline& timeline = m_run->timeline;
    const Duration justBefore = when - Duration(1);
    for (int device = 0; device < schedule.devices(); ++device) {
        const std::size_t begin = schedule.rowBegin(device);
        if (const std::size_t next = timeline.firstStartAfter(device, justBefore); next != begin)
            take(timeline.start(device, next - 1));
        if (const std::size_t next = timeline.firstEndAfter(device, justBefore); next != begin)
            take(timeline.end(next - 1));
    }
    return found;
}

void Playback::moveTo(std::optional<Duration> cursor)
{
    if (cursor == m_cursor)
        return;
    m_cursor = cursor;
    emit cursorChanged();
}

void Playback::setPlaying(bool playing)
{
    if (playing == m_playing)
        return;
    m_playing = playing;
    if (playing)
        m_timer.start();
    else
        m_timer.stop();
    emit playingChanged(playing);
}

} // namespace pipegantt
