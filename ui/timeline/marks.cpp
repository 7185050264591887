// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/timeline/marks.h"

#include "ui/text/quantities.h"
#include "ui/timeline/markflags.h"

#include <algorithm>
#include <utility>

namespace pipegantt {

using namespace Qt::StringLiterals;

Marks::Marks(QObject* parent)
    : QObject(parent)
{
}

void Marks::setRun(std::shared_ptr<const Run> run)
{
    m_run = std::move(run);
    m_pointed.reset();
    emit changed();
}

void Marks::setMarks(std::vector<Mark> marks)
{
    // Whoever was chosen stays so, wherever it is in the list now.
    std::optional<std::size_t> chosen;
    if (m_chosen) {
        const auto same = std::ranges::find(marks, m_marks[*m_chosen].time, &Mark::time);
        if (same != marks.end())
            chosen = static_cast<std::size_t>(same - marks.begin());
    }
    m_chosen = chosen;
    m_pointed.reset();
    m_marks = std::move(marks);
    emit relaid();
    emit changed();
}

std::optional<Duration> Marks::place(std::size_t mark) const
{
    if (!m_run)
        return std::nullopt;
    const Duration held = heldTime(m_run->part(), m_marks[mark].time);
    return held <= m_run->timeline.makespan ? std::optional(held) : std::nullopt;
}

int Marks::beyond() const
{
    return static_cast<int>(m_marks.size() - places().size());
}

std::vector<Duration> Marks::places() const
{
    std::vector<Duration> places;
    for (std::size_t i = 0; i < m_marks.size(); ++i) {
        if (const auto when = place(i))
            places.push_back(*when);
    }
    return places;
}

std::optional<std::size_t> Marks::atHand() const
{
    return m_pointed ? m_pointed : m_chosen;
}

void Marks::choose(std::optional<std::size_t> mark)
{
    if (mark == m_chosen)
        return;
    m_chosen = mark;
    emit changed();
}

std::optional<std::size_t> Marks::flagAt(
    QPointF position, const ChartLayout& layout, const TimeScale& scale) const
{
    if (layout.flags.isEmpty() || position.y() >= layout.bars.top())
        return std::nullopt;
    const std::vector<Flag> flags = flagsOf(*this, layout, scale, unit());
    // What is painted last lies on top.
    const auto hit = std::find_if(flags.rbegin(), flags.rend(),
        [&](const Flag& flag) { return flag.place.adjusted(-2, -1, 1, 3).contains(position); });
    return hit == flags.rend() ? std::nullopt : std::optional(hit->mark);
}

QRectF Marks::flag(std::size_t mark, const ChartLayout& layout, const TimeScale& scale) const
{
    const auto when = place(mark);
    return when ? wholeFlag(layout.bars.left() + scale.toPx(*when),
               MarkWords::name(m_marks[mark], unit()), layout)
                : QRectF();
}

bool Marks::pointAt(QPointF position, const ChartLayout& layout, const TimeScale& scale)
{
    const auto pointed = flagAt(position, layout, scale);
    if (pointed != m_pointed) {
        m_pointed = pointed;
        emit changed();
    }
    return pointed.has_value();
}

bool Marks::press(QPointF position, const ChartLayout& layout, const TimeScale& scale)
{
    const auto pressed = flagAt(position, layout, scale);
    if (pressed)
        choose(pressed);
    return pressed.has_value();
}

bool Marks::doubleClick(QPointF position, const ChartLayout& layout, const TimeScale& scale)
{
    if (!press(position, layout, scale))
        return false;
    emit namingAsked(*m_chosen);
    return true;
}

std::optional<std::size_t> Marks::beside(Duration from, int step) const
{
    const std::vector<Duration> known = places();
    if (known.empty())
        return std::nullopt;
    // Those without a place are the last ones, so that both lists count alike.
    const std::size_t last = known.size() - 1;
    if (m_chosen && place(*m_chosen) == from) {
        const std::size_t chosen = *m_chosen;
        if (step > 0)
            return chosen == last ? 0 : chosen + 1;
        return chosen == 0 ? last : chosen - 1;
    }
    if (step > 0) {
        const auto next = std::ranges::upper_bound(known, from);
        return next == known.end() ? 0 : static_cast<std::size_t>(next - known.begin());
    }
    const auto next = std::ranges::lower_bound(known, from);
    return next == known.begin() ? last : static_cast<std::size_t>(next - known.begin()) - 1;
}

void Marks::paint(const ChartSurface& on, std::optional<Duration> overviewEnd) const
{
    if (!m_run || m_marks.empty())
        return;
    paintFlags(on, *this, unit());
    if (overviewEnd)
        paintInOverview(on, places(), *overviewEnd);
}

TimeUnit Marks::unit() const
{
    return m_run ? m_run->plan.unit : TimeUnit::Slots;
}

QString MarkWords::name(const Mark& mark, TimeUnit unit)
{
    return mark.name.empty() ? durationText(mark.time, unit) : QString::fromStdString(mark.name);
}

QString MarkWords::whole(const Mark& mark, TimeUnit unit)
{
    const QString time = durationText(mark.time, unit);
    return mark.name.empty() ? time : name(mark, unit) + u" · "_s + time;
}

QString MarkWords::beyond(int count)
{
    return count == 1 ? tr("1 mark beyond the end") : tr("%1 marks beyond the end").arg(count);
}

} // namespace pipegantt
