// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/timeline/links.h"

#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <utility>

namespace pipegantt {

namespace {

constexpr std::size_t kMostSteps = 20'000; // of a chain, either way
constexpr double kHead = 7;
constexpr double kWidth = 1.75;
constexpr double kLeastBarPx = 3;

/// Where a line between two rows ends: at the edge of the row that faces the other.
double edgeTowards(const QRectF& row, const QRectF& other)
{
    if (row.top() == other.top())
        return row.center().y();
    return row.top() < other.top() ? row.bottom() : row.top();
}

void paintLine(const ChartSurface& on, QPointF from, QPointF to, const QColor& color,
    Qt::PenStyle style, bool head)
{
    QPainter& painter = on.painter;
    const double length = std::hypot(to.x() - from.x(), to.y() - from.y());
    if (length < 1)
        return;
    const QPointF unit = (to - from) / length;
    const QPointF across(-unit.y(), unit.x());
    const QPointF neck = head ? to - unit * std::min(kHead, length) : to;
    painter.setPen(QPen(on.theme.window, kWidth + 2.5));
    painter.drawLine(from, neck);
    painter.setPen(QPen(color, kWidth, style));
    painter.drawLine(from, neck);
    if (!head)
        return;
    QPainterPath tip(to);
    tip.lineTo(neck + across * (kHead / 2));
    tip.lineTo(neck - across * (kHead / 2));
    tip.closeSubpath();
    painter.setPen(QPen(on.theme.window, 1.5));
    painter.setBrush(color);
    painter.drawPath(tip);
    painter.setPen(Qt::NoPen);
    painter.drawEllipse(from, 2.5, 2.5);
    painter.setBrush(Qt::NoBrush);
}

/// The slope of the arrow is the way of the message; how long the result then lies there is dotted.
/// Nothing where one of the rows is not shown.
void paintFlow(const ChartSurface& on, int makerRow, int userRow, Duration left, Duration arrived,
    Duration used, const QColor& color)
{
    if (makerRow < 0 || userRow < 0)
        return;
    const QRectF from = on.layout.band(makerRow);
    const QRectF to = on.layout.band(userRow);
    const double userY = edgeTowards(to, from);
    const QPointF there(on.x(arrived), userY);
    if (used > arrived)
        paintLine(on, there, {on.x(used), userY}, color, Qt::DotLine, makerRow == userRow);
    if (makerRow != userRow)
        paintLine(on, {on.x(left), edgeTowards(from, to)}, there, color, Qt::SolidLine, true);
}

void paintOutline(const ChartSurface& on, const QRectF& place, const QColor& color)
{
    on.painter.setBrush(Qt::NoBrush);
    on.painter.setPen(QPen(on.theme.window, kWidth + 2));
    on.painter.drawRoundedRect(place, 2, 2);
    on.painter.setPen(QPen(color, kWidth));
    on.painter.drawRoundedRect(place, 2, 2);
}

} // namespace

Links::Links(QObject* parent)
    : QObject(parent)
{
}

void Links::setRun(std::shared_ptr<const Run> run)
{
    m_run = std::move(run);
    m_walk.reset();
    m_target = {};
    gather();
}

void Links::next()
{
    m_depth =
        m_depth == Depth::Chain ? Depth::None : static_cast<Depth>(static_cast<int>(m_depth) + 1);
    gather();
    emit changed();
}

void Links::follow(const HoverTarget& target)
{
    if (target == m_target)
        return;
    m_target = target;
    gather();
}

void Links::gather()
{
    m_into.clear();
    m_outOf.clear();
    m_chain = {};
    if (!m_run || m_target.kind != HoverTarget::Kind::Operation || m_depth == Depth::None)
        return;
    const Flows flows(m_run->plan, m_run->schedule, m_run->timeline);
    const int device = m_target.device;
    if (m_depth == Depth::Step) {
        m_into = flows.into(device, *m_target.operation);
        m_outOf = flows.outOf(device, *m_target.operation);
        return;
    }
    if (!m_walk) {
        m_walk = std::make_unique<CausalWalk>(m_run->plan, m_run->schedule, m_run->timeline);
        m_walk->index();
    }
    m_chain = causalChain(m_run->schedule, *m_walk, flows, device, *m_target.operation, kMostSteps);
}

QStringList Links::lines() const
{
    if (m_target.kind != HoverTarget::Kind::Operation || m_depth == Depth::None)
        return {};
    if (m_depth == Depth::Step)
        return {tr("needs %1, is needed by %2").arg(m_into.size()).arg(m_outOf.size())};
    const QString more = m_chain.cut ? tr("more than ") : QString();
    QStringList lines {tr("chain: %1%2 steps led here, %3 followed at once")
                           .arg(more)
                           .arg(m_chain.self)
                           .arg(m_chain.steps.size() - m_chain.self - 1)};
    if (m_chain.steps.size() > kMostArrows)
        lines << tr("the %1 nearest are drawn").arg(kMostArrows);
    return lines;
}

void Links::paint(const ChartSurface& on) const
{
    if (!m_run || m_depth == Depth::None)
        return;
    on.painter.save();
    on.painter.setRenderHint(QPainter::Antialiasing);
    on.painter.setClipRect(on.layout.bars.adjusted(-2, -2, 2, 2));
    if (m_depth == Depth::Step)
        paintSteps(on);
    else if (!m_chain.steps.empty())
        paintChain(on);
    on.painter.restore();
}

void Links::paintSteps(const ChartSurface& on) const
{
    const Timeline& times = m_run->timeline;
    const auto paintAll = [&](const std::vector<Flow>& flows, const QColor& color, bool makers) {
        for (const Flow& flow : flows) {
            const int device = makers ? flow.makerDevice : flow.userDevice;
            const std::size_t other = makers ? flow.maker : flow.user;
            const int row = rowOf(on, device, other);
            if (row >= 0)
                paintOutline(on,
                    on.place(row, times.start(device, other), times.end(other), kLeastBarPx),
                    color);
        }
        for (const Flow& flow : flows) {
            paintFlow(on, rowOf(on, flow.makerDevice, flow.maker),
                rowOf(on, flow.userDevice, flow.user), flow.left, flow.arrived,
                times.start(flow.userDevice, flow.user), color);
        }
    };
    paintAll(m_into, on.theme.text, true);
    paintAll(m_outOf, on.theme.accent, false);
}

void Links::paintChain(const ChartSurface& on) const
{
    // As many as may be drawn, those beside the operation itself.
    const auto& steps = m_chain.steps;
    const std::size_t half = kMostArrows / 2;
    const std::size_t first = m_chain.self > half ? m_chain.self - half : 0;
    const std::size_t last = std::min(first + kMostArrows, steps.size());
    for (std::size_t i = first; i < last; ++i) {
        const CausalStep& step = steps[i];
        if (step.kind != CausalStep::Kind::Operation || i == m_chain.self)
            continue;
        if (const int row = rowOf(on, step.device, step.operation); row >= 0) {
            paintOutline(on, on.place(row, step.begin, step.end, kLeastBarPx),
                i < m_chain.self ? on.theme.text : on.theme.accent);
        }
    }
    const CausalStep* before = nullptr;
    for (std::size_t i = first; i < last; ++i) {
        if (steps[i].kind == CausalStep::Kind::Message)
            continue;
        const int row = rowOf(on, steps[i].device, steps[i].operation);
        const int rowBefore =
            before == nullptr ? row : rowOf(on, before->device, before->operation);
        if (rowBefore != row) {
            paintFlow(on, rowBefore, row, before->end, steps[i].begin, steps[i].begin,
                i <= m_chain.self ? on.theme.text : on.theme.accent);
        }
        before = &steps[i];
    }
}

int Links::rowOf(const ChartSurface& on, int device, std::size_t operation) const
{
    return on.layout.find(device, m_run->schedule.operations()[operation].chunk());
}

} // namespace pipegantt
