// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/timeline/edgescroll.h"

#include <algorithm>
#include <chrono>

namespace pipegantt {

namespace {

constexpr auto kTick = std::chrono::milliseconds(16);
constexpr double kPart = 0.4; // of the distance in a tick
constexpr double kLeast = 2;
constexpr double kMost = 48;

} // namespace

EdgeScroll::EdgeScroll(QObject* parent)
    : QObject(parent)
{
    m_timer.setInterval(kTick);
    connect(&m_timer, &QTimer::timeout, this, [this] { emit asked(m_step, m_position); });
}

double EdgeScroll::stepPx(double x, const QRectF& area)
{
    const auto step = [](double away) { return std::clamp(away * kPart, kLeast, kMost); };
    if (x < area.left())
        return step(area.left() - x);
    return x > area.right() ? -step(x - area.right()) : 0;
}

void EdgeScroll::follow(QPointF position, const QRectF& area)
{
    m_position = position;
    m_step = stepPx(position.x(), area);
    if (m_step == 0)
        stop();
    else if (!m_timer.isActive())
        m_timer.start();
}

void EdgeScroll::stop()
{
    m_timer.stop();
}

} // namespace pipegantt
