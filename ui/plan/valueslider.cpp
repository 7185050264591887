// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/plan/valueslider.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QScopedValueRollback>
#include <QStyle>

#include <cmath>
#include <optional>

namespace pipegantt {

namespace {

// The handle of the style sheet, with its border.
constexpr int kHandleWidthPx = 16;
// Beside the longest name in the narrowest panel.
constexpr int kMinimumWidthPx = 32;

} // namespace

ValueSlider::ValueSlider(const NumberSpec& spec, QWidget* parent)
    : QSlider(Qt::Horizontal, parent)
    , m_scale(spec)
{
    setFocusPolicy(Qt::StrongFocus);
    setMinimumWidth(kMinimumWidthPx);
    setSpec(spec);
    connect(this, &QSlider::valueChanged, this, [this](int position) {
        if (!m_showing)
            emit proposed(m_scale.valueAt(position));
    });
}

void ValueSlider::setSpec(const NumberSpec& spec)
{
    const QScopedValueRollback showing(m_showing, true);
    m_scale = ValueScale(spec);
    setRange(0, m_scale.positions());
    showValue(m_value);
}

void ValueSlider::showValue(std::int64_t value)
{
    const QScopedValueRollback showing(m_showing, true);
    m_value = value;
    setSliderPosition(m_scale.positionOf(value));
    setValue(sliderPosition());
}

int ValueSlider::positionAt(double x) const
{
    const int at = static_cast<int>(std::lround(x)) - kHandleWidthPx / 2;
    const int position =
        QStyle::sliderValueFromPosition(minimum(), maximum(), at, width() - kHandleWidthPx);
    return layoutDirection() == Qt::RightToLeft ? maximum() - position : position;
}

double ValueSlider::handleCentre() const
{
    return kHandleWidthPx / 2.0
        + QStyle::sliderPositionFromValue(minimum(), maximum(), sliderPosition(),
            width() - kHandleWidthPx, layoutDirection() == Qt::RightToLeft);
}

void ValueSlider::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || m_inGesture) {
        event->ignore();
        return;
    }
    m_inGesture = true;
    setSliderDown(true);
    emit gestureBegan();
    // Taken by the handle, the value stays until the mouse moves.
    const double x = event->position().x();
    const double offset = x - handleCentre();
    m_grip = std::abs(offset) <= kHandleWidthPx / 2.0 ? offset : 0;
    if (m_grip == 0 && offset != 0)
        setSliderPosition(positionAt(x));
    event->accept();
}

void ValueSlider::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_inGesture || !(event->buttons() & Qt::LeftButton)) {
        event->ignore();
        return;
    }
    setSliderPosition(positionAt(event->position().x() - m_grip));
    event->accept();
}

void ValueSlider::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton) {
        event->ignore();
        return;
    }
    setSliderDown(false);
    endGesture();
    event->accept();
}

void ValueSlider::keyPressEvent(QKeyEvent* event)
{
    const int forward = layoutDirection() == Qt::RightToLeft ? -1 : 1;
    std::optional<std::int64_t> next;
    switch (event->key()) {
    case Qt::Key_Right:
        next = m_scale.stepped(m_value, forward);
        break;
    case Qt::Key_Left:
        next = m_scale.stepped(m_value, -forward);
        break;
    case Qt::Key_Up:
        next = m_scale.stepped(m_value, 1);
        break;
    case Qt::Key_Down:
        next = m_scale.stepped(m_value, -1);
        break;
    case Qt::Key_PageUp:
        next = m_scale.leapt(m_value, 1);
        break;
    case Qt::Key_PageDown:
        next = m_scale.leapt(m_value, -1);
        break;
    case Qt::Key_Home:
        next = m_scale.valueAt(0);
        break;
    case Qt::Key_End:
        next = m_scale.valueAt(m_scale.positions());
        break;
    default:
        QSlider::keyPressEvent(event);
        return;
    }
    if (!event->isAutoRepeat() && !m_inGesture) {
        m_inGesture = true;
        emit gestureBegan();
    }
    if (*next != m_value)
        emit proposed(*next);
    event->accept();
}

void ValueSlider::keyReleaseEvent(QKeyEvent* event)
{
    if (!event->isAutoRepeat() && !isSliderDown())
        endGesture();
    QSlider::keyReleaseEvent(event);
}

void ValueSlider::focusOutEvent(QFocusEvent* event)
{
    setSliderDown(false);
    endGesture();
    QSlider::focusOutEvent(event);
}

void ValueSlider::wheelEvent(QWheelEvent* event)
{
    event->ignore();
}

void ValueSlider::endGesture()
{
    if (m_inGesture) {
        m_inGesture = false;
        emit gestureEnded();
    }
}

} // namespace pipegantt
