// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/timeline/devicepixels.h"

#include <QImage>
#include <QPainter>
#include <QRegion>

namespace pipegantt {

/// Keeps the picture of a layer on which others change. What is new is painted straight to the
/// screen, so that a picture that changes with every frame costs no copy; only what is shown again
/// is kept.
class LayerCache
{
public:
    /// The layer looks otherwise from now on.
    void invalidate() { m_state = State::New; }
    /// Whether the next call paints the layer afresh.
    [[nodiscard]] bool isNew() const { return m_state == State::New; }

    /// Shows the layer, which `paint` paints on a painter for the whole of `size`. `exposed` is
    /// what of it the screen asks for.
    template <class Paint>
    void show(
        QPainter& painter, QSize size, double devicePixelRatio, const QRegion& exposed, Paint paint)
    {
        if (m_state == State::New) {
            m_state = State::Shown;
            paint(painter, exposed);
            return;
        }
        const QSize pixels = (QSizeF(size) * devicePixelRatio).toSize();
        if (m_state == State::Shown || m_image.size() != pixels) {
            if (m_image.size() != pixels)
                m_image = QImage(pixels, QImage::Format_RGB32);
            m_image.setDevicePixelRatio(devicePixelRatio);
            QPainter onto(&m_image);
            paint(onto, QRect(QPoint(0, 0), size));
            m_state = State::Kept;
        }
        m_image.setDevicePixelRatio(1);
        drawAligned(painter, QPointF(0, 0), m_image);
    }

private:
    enum class State
    {
        New,
        Shown, ///< on the screen, and nowhere else
        Kept,
    };

    QImage m_image;
    State m_state = State::New;
};

} // namespace pipegantt
