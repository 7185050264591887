// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QPointF>
#include <QRectF>
#include <QTimer>

namespace pipegantt {

/// Asks for more of the chart while the mouse drags something beyond its left or right edge: the
/// farther beyond, the faster.
class EdgeScroll : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EdgeScroll)

public:
    explicit EdgeScroll(QObject* parent = nullptr);
    ~EdgeScroll() override = default;

    /// The mouse is at `position`, and drags.
    void follow(QPointF position, const QRectF& area);
    /// The mouse has let go.
    void stop();

    /// How far to move in a tick, to the right by pixels; 0 within the area.
    static double stepPx(double x, const QRectF& area);

signals:
    void asked(double px, QPointF position);

private:
    QTimer m_timer;
    QPointF m_position;
    double m_step = 0;
};

} // namespace pipegantt
