// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/timeline/viewport.h"

#include <algorithm>
#include <cmath>

namespace pipegantt {

namespace {

constexpr int kGlideMilliseconds = 180;
constexpr int kSpaceAround = 25; // the part of a range that stays free on either side

Duration between(Duration from, Duration to, double progress)
{
    return from + Duration(std::llround(static_cast<double>((to - from).count()) * progress));
}

} // namespace

Viewport::Viewport(QObject* parent)
    : QObject(parent)
{
    m_animation.setDuration(kGlideMilliseconds);
    m_animation.setEasingCurve(QEasingCurve::OutCubic);
    m_animation.setStartValue(0.0);
    m_animation.setEndValue(1.0);
    connect(&m_animation, &QVariantAnimation::valueChanged, this,
        [this](const QVariant& value) { glide(value.toDouble()); });
}

TimeScale Viewport::whole() const
{
    return {Duration::zero(), m_makespan, m_scale.width()};
}

void Viewport::setLimits(Duration makespan, Duration least)
{
    // A window that is on its way to the whole gets there, whatever the whole is now.
    const bool fitted = destination() == whole();
    m_makespan = std::max(makespan, Duration(1));
    m_least = std::clamp(least, Duration(1), m_makespan);
    m_animation.stop();
    show(fitted ? whole() : m_scale.confinedTo(m_makespan, m_least));
}

void Viewport::setWidth(double widthPx)
{
    const double width = std::max(widthPx, 1.0);
    if (width == m_scale.width())
        return;
    const TimeScale shown = destination();
    m_animation.stop();
    show({shown.begin(), shown.end(), width});
}

void Viewport::fit()
{
    glideTo(whole());
}

void Viewport::zoomAt(double px, double factor)
{
    m_animation.stop();
    show(m_scale.zoomedAt(px, factor).confinedTo(m_makespan, m_least));
}

void Viewport::glideZoom(double px, double factor)
{
    glideTo(destination().zoomedAt(px, factor).confinedTo(m_makespan, m_least));
}

void Viewport::glidePan(double px)
{
    glideTo(destination().pannedBy(px).confinedTo(m_makespan, m_least));
}

void Viewport::glideToRange(Duration begin, Duration end)
{
    const Duration space = (end - begin) / kSpaceAround;
    const TimeScale range(
        begin - space, std::max(end + space, begin + Duration(1)), m_scale.width());
    glideTo(range.confinedTo(m_makespan, m_least));
}

void Viewport::glideToWindow(Duration begin, Duration end)
{
    const TimeScale range(begin, std::max(end, begin + Duration(1)), m_scale.width());
    glideTo(range.confinedTo(m_makespan, m_least));
}

const TimeScale& Viewport::destination() const
{
    return m_animation.state() == QAbstractAnimation::Running ? m_to : m_scale;
}

void Viewport::panBy(double px)
{
    m_animation.stop();
    show(m_scale.pannedBy(px).confinedTo(m_makespan, m_least));
}

void Viewport::centreOn(Duration time)
{
    panBy(m_scale.width() / 2 - m_scale.toPx(time));
}

void Viewport::reveal(Duration begin, Duration end)
{
    if (begin >= m_scale.begin() && end <= m_scale.end())
        return;
    const Duration margin = (m_scale.end() - m_scale.begin()) / 8;
    if (begin < m_scale.begin() || end - begin > m_scale.end() - m_scale.begin())
        panBy(-m_scale.toPx(begin - margin));
    else
        panBy(m_scale.width() - m_scale.toPx(end + margin));
}

void Viewport::show(const TimeScale& scale)
{
    const bool same = scale == m_scale;
    m_scale = scale;
    m_fitted = scale == whole();
    if (!same)
        emit changed();
}

void Viewport::glideTo(const TimeScale& scale)
{
    m_animation.stop();
    if (!m_animated) {
        show(scale);
        return;
    }
    m_from = m_scale;
    m_to = scale;
    m_animation.start();
}

void Viewport::glide(double progress)
{
    show({between(m_from.begin(), m_to.begin(), progress),
        between(m_from.end(), m_to.end(), progress), m_scale.width()});
}

} // namespace pipegantt
