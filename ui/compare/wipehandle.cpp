// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/compare/wipehandle.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace pipegantt {

using namespace Qt::StringLiterals;

namespace {

constexpr int kWidth = 18;
constexpr double kGripHeight = 34;
constexpr double kStep = 0.02;

} // namespace

WipeHandle::WipeHandle(QWidget* parent)
    : QWidget(parent)
    , m_theme(lightTheme())
{
    setObjectName(u"wipeHandle"_s);
    setCursor(Qt::SplitHCursor);
    setFocusPolicy(Qt::StrongFocus);
    retranslate();
}

void WipeHandle::setTheme(const Theme& theme)
{
    m_theme = theme;
    update();
}

void WipeHandle::place(const QRectF& bars, double above, double x)
{
    m_bars = bars;
    setGeometry(QRectF(x - kWidth / 2.0, bars.top() - above, kWidth, bars.height() + above + 4)
                    .toAlignedRect());
}

void WipeHandle::setShare(double share)
{
    m_share = share;
    retranslate();
}

void WipeHandle::retranslate()
{
    setAccessibleName(tr("Line of the wipe"));
    setAccessibleDescription(
        tr("%1 % of the axis show the baseline").arg(std::lround(m_share * 100)));
    setToolTip(
        tr("Left of the line the baseline, right of it the current plan. Drag it, or move it "
           "with the arrow keys."));
}

std::optional<double> WipeHandle::shareFor(int key) const
{
    switch (key) {
    case Qt::Key_Left:
        return m_share - kStep;
    case Qt::Key_Right:
        return m_share + kStep;
    case Qt::Key_Home:
        return 0.0;
    case Qt::Key_End:
        return 1.0;
    default:
        return std::nullopt;
    }
}

bool WipeHandle::event(QEvent* event)
{
    // The arrows are the playback's elsewhere; on the line they move it.
    if (event->type() == QEvent::ShortcutOverride) {
        auto* key = static_cast<QKeyEvent*>(event);
        if (key->modifiers() == Qt::NoModifier && shareFor(key->key())) {
            event->accept();
            return true;
        }
    }
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    return QWidget::event(event);
}

void WipeHandle::keyPressEvent(QKeyEvent* event)
{
    const auto share = shareFor(event->key());
    if (share && event->modifiers() == Qt::NoModifier)
        emit moved(std::clamp(*share, 0.0, 1.0));
    else
        QWidget::keyPressEvent(event);
}

void WipeHandle::mousePressEvent(QMouseEvent* event)
{
    event->accept();
}

void WipeHandle::mouseMoveEvent(QMouseEvent* event)
{
    if (!event->buttons().testFlag(Qt::LeftButton) || m_bars.width() <= 0)
        return;
    const double x = mapToParent(event->position()).x();
    emit moved(std::clamp((x - m_bars.left()) / m_bars.width(), 0.0, 1.0));
}

void WipeHandle::mouseReleaseEvent(QMouseEvent* event)
{
    event->accept();
}

void WipeHandle::focusInEvent(QFocusEvent*)
{
    update();
}

void WipeHandle::focusOutEvent(QFocusEvent*)
{
    update();
}

void WipeHandle::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double x = width() / 2.0;
    painter.fillRect(QRectF(x - 2.5, 0, 5, height()), m_theme.window);
    painter.fillRect(QRectF(x - 1, 0, 2, height()), m_theme.text);
    const double tall = std::min(kGripHeight, static_cast<double>(height()));
    const QRectF grip(x - 6, (height() - tall) / 2, 12, tall);
    painter.setPen(QPen(hasFocus() ? m_theme.accent : m_theme.text, hasFocus() ? 2.5 : 1.5));
    painter.setBrush(m_theme.card);
    painter.drawRoundedRect(grip, 5, 5);
    painter.setPen(QPen(m_theme.text, 1.5));
    for (const double side : {-1.0, 1.0}) {
        painter.drawLine(QPointF(x + side * 2, grip.center().y() - 6),
            QPointF(x + side * 2, grip.center().y() + 6));
    }
}

} // namespace pipegantt
