// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/browser/coversheet.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>

namespace pipegantt {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMarginPx = 24;
constexpr QColor kVeil(0, 0, 0, 110);

} // namespace

CoverSheet::CoverSheet(QWidget* parent, QSize largest)
    : QWidget(parent)
    , m_panel(new QFrame(this))
    , m_largest(largest)
{
    m_panel->setObjectName(u"sheet"_s);
    setVisible(false);
    parent->installEventFilter(this);
}

void CoverSheet::open()
{
    if (!isVisible())
        m_before = QApplication::focusWidget();
    setGeometry(parentWidget()->rect());
    setVisible(true);
    raise();
}

void CoverSheet::dismiss()
{
    if (!isVisible())
        return;
    setVisible(false);
    if (m_before)
        m_before->setFocus();
}

bool CoverSheet::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(watched, event);
}

void CoverSheet::paintEvent(QPaintEvent* /*event*/)
{
    QPainter(this).fillRect(rect(), kVeil);
}

void CoverSheet::resizeEvent(QResizeEvent* /*event*/)
{
    const QSize room = size() - QSize(2 * kMarginPx, 2 * kMarginPx);
    const QSize taken = room.boundedTo(m_largest);
    m_panel->setGeometry(QRect(QPoint((width() - taken.width()) / 2, kMarginPx), taken));
}

void CoverSheet::mousePressEvent(QMouseEvent* event)
{
    if (!m_panel->geometry().contains(event->position().toPoint()))
        dismiss();
    event->accept();
}

void CoverSheet::wheelEvent(QWheelEvent* event)
{
    // What lies under the veil does not move.
    event->accept();
}

void CoverSheet::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        dismiss();
    // Keys of the window behind do nothing while it is covered.
    event->accept();
}

bool CoverSheet::focusNextPrevChild(bool next)
{
    QWidget* const from = QApplication::focusWidget();
    if (from == nullptr || !isAncestorOf(from))
        return false;
    for (QWidget* at = from;;) {
        at = next ? at->nextInFocusChain() : at->previousInFocusChain();
        if (at == from)
            return false;
        if (isAncestorOf(at) && at->isVisible() && at->isEnabled()
            && (at->focusPolicy() & Qt::TabFocus) != 0 && at->focusProxy() == nullptr) {
            at->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
            return true;
        }
    }
}

} // namespace pipegantt
