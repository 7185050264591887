// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/export/pagepreview.h"

#include "ui/export/pagepainter.h"

#include <QPainter>

namespace pipegantt {

PagePreview::PagePreview(QWidget* parent)
    : QWidget(parent)
{
    setMinimumSize(320, 200);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleName(tr("Preview of the figure"));
}

void PagePreview::setPage(Page page)
{
    m_page = std::move(page);
    m_painted = {};
    setAccessibleDescription(
        QString::fromStdString(m_page.title) + u'\n' + QString::fromStdString(m_page.description));
    update();
}

QSize PagePreview::sizeHint() const
{
    return {640, 420};
}

void PagePreview::paintEvent(QPaintEvent* /*event*/)
{
    if (m_page.width <= 0 || m_page.height <= 0)
        return;
    const double ratio = devicePixelRatioF();
    const QSizeF shown =
        QSizeF(m_page.width, m_page.height).scaled(QSizeF(size()), Qt::KeepAspectRatio);
    const QSize pixels = (shown * ratio).toSize().expandedTo(QSize(1, 1));
    if (m_painted.size() != pixels) {
        m_painted = QPixmap(pixels);
        QPainter painter(&m_painted);
        paintPage(painter, m_page, QRectF(QPointF(), pixels));
        painter.end();
        m_painted.setDevicePixelRatio(ratio);
    }
    QPainter painter(this);
    painter.drawPixmap(
        QPointF((width() - shown.width()) / 2, (height() - shown.height()) / 2), m_painted);
}

} // namespace pipegantt
