// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/timeline/devicepixels.h"

#include <QPaintEngine>

namespace pipegantt {

void alignToPixels(QPainter& painter)
{
    const QTransform transform = painter.deviceTransform();
    if (transform.type() > QTransform::TxScale)
        return;
    const QPointF origin = transform.map(QPointF(0, 0));
    const QPointF away = QPointF(origin.toPoint()) - origin;
    painter.translate(away.x() / transform.m11(), away.y() / transform.m22());
}

void drawAligned(QPainter& painter, QPointF corner, const QImage& image)
{
    const QTransform transform = painter.deviceTransform();
    const QPoint pixel = transform.map(corner).toPoint();
    painter.save();
    // So that the coordinates are those of the device.
    painter.setWorldTransform(QTransform::fromTranslate(pixel.x(), pixel.y()) * transform.inverted()
        * painter.worldTransform());
    painter.drawImage(QRectF(QPointF(0, 0), QSizeF(image.size())), image,
        QRectF(QPointF(0, 0), QSizeF(image.size())));
    painter.restore();
}

std::optional<Canvas> canvasUnder(const QPainter& painter, const QRectF& place, QSize size)
{
    const QPaintEngine* engine = painter.paintEngine();
    if (engine == nullptr || engine->type() != QPaintEngine::Raster || painter.hasClipping())
        return std::nullopt;
    QPaintDevice* device = engine->paintDevice();
    if (device == nullptr || device->devType() != QInternal::Image)
        return std::nullopt;
    const auto* image = static_cast<const QImage*>(device);
    if (image->format() != QImage::Format_RGB32
        && image->format() != QImage::Format_ARGB32_Premultiplied)
        return std::nullopt;
    const QTransform& transform = painter.deviceTransform();
    if (transform.type() > QTransform::TxScale || transform.m11() != image->devicePixelRatio())
        return std::nullopt;
    const QPoint corner = transform.map(place.topLeft()).toPoint();
    if (!QRect(QPoint(0, 0), image->size()).contains(QRect(corner, size)))
        return std::nullopt;
    // Not `bits()`, which would give the image a copy of its own while it is painted on.
    auto* line = const_cast<uchar*>(image->constScanLine(corner.y())); // NOLINT(*-const-cast)
    return Canvas {reinterpret_cast<std::uint32_t*>(line) + corner.x(), image->bytesPerLine() / 4,
        size.width(), size.height()};
}

} // namespace pipegantt
