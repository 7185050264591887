// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/timeline/rulers.h"

#include "core/figure/coverage.h"
#include "ui/text/quantities.h"

#include <algorithm>

namespace pipegantt {

using namespace Qt::StringLiterals;

Rulers::Rulers(QObject* parent)
    : QObject(parent)
{
}

void Rulers::set(Duration time)
{
    if (m_first && !m_second) {
        m_second = time;
    } else {
        m_first = time;
        m_second.reset();
    }
    emit changed();
}

void Rulers::begin(Duration time)
{
    m_first = time;
    m_second.reset();
    emit changed();
}

void Rulers::dragTo(Duration time)
{
    if (m_second == time)
        return;
    m_second = time;
    emit changed();
}

void Rulers::clear()
{
    if (!m_first)
        return;
    m_first.reset();
    m_second.reset();
    emit changed();
}

std::size_t operationsBetween(const Run& run, Duration begin, Duration end)
{
    const bool pairs = run.metrics.kinds[static_cast<std::size_t>(OperationKind::Pair)];
    std::size_t count = 0;
    for (int device = 0; device < run.schedule.devices(); ++device) {
        if (pairs) {
            const RangeWork work = workIn(run.schedule, run.timeline, device, begin, end);
            count += static_cast<std::size_t>(work.operationCount());
            continue;
        }
        const IndexRange range = visibleOperations(run.timeline, device, begin, end);
        count += range.last - range.first;
    }
    return count;
}

namespace {

/// Operations that a break leaves out, on all devices.
std::size_t operationsLeftOut(const Run& run, const Break& one)
{
    std::size_t inPeriod = 0;
    for (int device = 0; device < run.schedule.devices(); ++device) {
        inPeriod += one.first[static_cast<std::size_t>(device)]
            - run.timeline.firstStartAfter(device, one.at - one.period - Duration(1));
    }
    return inPeriod * static_cast<std::size_t>(one.leftOut / one.period);
}

} // namespace

QString RulerWords::between(const Run& run, Duration a, Duration b)
{
    const auto [begin, end] = std::minmax(a, b);
    std::size_t count = operationsBetween(run, begin, end);
    if (run.excerpt) {
        for (const Break& one : run.excerpt->breaks) {
            if (begin < one.at && one.at <= end)
                count += operationsLeftOut(run, one);
        }
    }
    const Duration length = trueTime(run.part(), end) - trueTime(run.part(), begin);
    return tr("Δ %1 · %2 of the makespan · %3")
        .arg(durationText(length, run.plan.unit),
            percentText({length.count(), std::max<std::int64_t>(1, run.metrics.makespan.count())}),
            count == 1 ? tr("1 operation") : tr("%1 operations").arg(count));
}

QString RulerWords::at(const Run& run, QChar name, Duration time)
{
    return u"%1  %2"_s.arg(name).arg(durationText(trueTime(run.part(), time), run.plan.unit));
}

namespace {

/// A line from one cursor to the other with what lies between them: over the rows where there is
/// room, else under the axis.
void paintDifference(const ChartSurface& on, const QString& words, Duration begin, Duration end)
{
    const QRectF area = on.layout.bars;
    const double left = std::clamp(on.x(begin), area.left(), area.right());
    const double right = std::clamp(on.x(end), area.left(), area.right());
    const double height = chipSize(words).height();
    const bool above = on.layout.braces.height() >= height + 4;
    const double top = above ? area.top() - height - 4 : chipTop(on.layout) + height + 2;
    const double y = above ? top + height / 2 : on.layout.axis.top() + 10;
    on.painter.fillRect(QRectF(left, y - 2.5, right - left, 5), on.theme.window);
    on.painter.fillRect(QRectF(left, y - 1, right - left, 2), on.theme.text);
    if (above) {
        for (const double x : {left, right})
            on.painter.fillRect(QRectF(x - 1, y - 5, 2, area.top() - y + 5), on.theme.text);
    }
    paintChip(on, words, (left + right) / 2, top, {on.theme.text, on.theme.window});
}

} // namespace

void paintRulers(const ChartSurface& on, const Run& run, const Rulers& rulers)
{
    const ChipColors colors {on.theme.text, on.theme.window};
    const double top = chipTop(on.layout);
    const auto paintOne = [&](Duration time, QChar name) {
        if (!on.shows(time))
            return;
        paintUpright(on, time, on.theme.text, Qt::DashLine);
        paintChip(on, RulerWords::at(run, name, time), on.x(time), top, colors);
    };
    if (!rulers.first())
        return;
    if (rulers.second())
        paintDifference(on, RulerWords::between(run, *rulers.first(), *rulers.second()),
            std::min(*rulers.first(), *rulers.second()),
            std::max(*rulers.first(), *rulers.second()));
    paintOne(*rulers.first(), u'A');
    if (rulers.second())
        paintOne(*rulers.second(), u'B');
}

} // namespace pipegantt
