// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/figure/timescale.h"

#include <QObject>
#include <QVariantAnimation>

namespace pipegantt {

/// Which window of time is on screen. Fitted, it shows the whole of every run; zoomed, it stays
/// where it is for as long as the run reaches that far.
class Viewport : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Viewport)

public:
    explicit Viewport(QObject* parent = nullptr);
    ~Viewport() override = default;

    /// Whether moves in steps glide; on at first.
    void setAnimated(bool animated) { m_animated = animated; }

    /// The makespan of the run, and the shortest window that makes sense in it.
    void setLimits(Duration makespan, Duration least);
    void setWidth(double widthPx);

    [[nodiscard]] const TimeScale& scale() const { return m_scale; }
    [[nodiscard]] Duration makespan() const { return m_makespan; }
    [[nodiscard]] bool isFitted() const { return m_fitted; }

    void fit();
    /// At once, so that the instant under `px` stays there.
    void zoomAt(double px, double factor);
    /// Gliding, around `px`. What comes during a glide starts from where the window is and adds to
    /// where the glide leads; what comes at once ends the glide.
    void glideZoom(double px, double factor);
    /// Gliding, to the right by `px`.
    void glidePan(double px);
    /// Gliding, so that [begin, end) fills the window but for a little space.
    void glideToRange(Duration begin, Duration end);
    /// Gliding, so that [begin, end) is the window.
    void glideToWindow(Duration begin, Duration end);
    /// At once, to the right by `px`.
    void panBy(double px);
    /// At once, so that `time` is in the middle.
    void centreOn(Duration time);
    /// Moves the window as little as shows [begin, end) with some space around it.
    void reveal(Duration begin, Duration end);

signals:
    void changed();

private:
    void show(const TimeScale& scale);
    void glideTo(const TimeScale& scale);
    void glide(double progress);
    /// Where the window will be once the glide is over.
    [[nodiscard]] const TimeScale& destination() const;
    [[nodiscard]] TimeScale whole() const;

    Duration m_makespan {1};
    Duration m_least {1};
    TimeScale m_scale {Duration(0), Duration(1), 1};
    TimeScale m_from = m_scale;
    TimeScale m_to = m_scale;
    QVariantAnimation m_animation;
    bool m_fitted = true;
    bool m_animated = true;
};

} // namespace pipegantt
