// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/plan/valuescale.h"

#include <QSlider>

namespace pipegantt {

/// A slider over the values of a number instead of bare positions. The mouse jumps to where it is
/// pressed and drags from there; the wheel is left to the panel, which scrolls.
class ValueSlider : public QSlider
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ValueSlider)

public:
    explicit ValueSlider(const NumberSpec& spec, QWidget* parent = nullptr);

    void setSpec(const NumberSpec& spec);
    /// Shows `value` without a signal.
    void showValue(std::int64_t value);

signals:
    /// A drag or a held key begins, and ends; every `proposed` between them belongs together.
    void gestureBegan();
    void gestureEnded();
    void proposed(qint64 value);

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    [[nodiscard]] int positionAt(double x) const;
    [[nodiscard]] double handleCentre() const;
    void endGesture();

    ValueScale m_scale;
    std::int64_t m_value = 0;
    double m_grip = 0;
    bool m_showing = false;
    bool m_inGesture = false;
};

} // namespace pipegantt
