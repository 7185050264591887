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

void PagePreview::setBorder(const QColor& color)
{
    m_border = color;
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
    constexpr double edge = 1;
    const QSizeF shown =
        QSizeF(m_page.width, m_page.height)
            .scaled(QSizeF(size()) - QSizeF(2 * edge, 2 * edge), Qt::KeepAspectRatio);
    const QSize pixels = (shown * ratio).toSize().expandedTo(QSize(1, 1));
    if (m_painted.size() != pixels) {
        m_painted = QPixmap(pixels);
        QPainter painter(&m_painted);
        paintPage(painter, m_page, QRectF(QPointF(), pixels));
        painter.end();
        m_painted.setDevicePixelRatio(ratio);
    }
    QPainter painter(this);
    const QRectF area(
        QPointF((width() - shown.width()) / 2, (height() - shown.height()) / 2), shown);
    painter.fillRect(area.adjusted(-edge, -edge, edge, edge), m_border);
    painter.drawPixmap(area, m_painted, QRectF(QPointF(), pixels));
}

} // namespace pipegantt
