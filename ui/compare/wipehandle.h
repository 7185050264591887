// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

#include <optional>

namespace pipegantt {

/// The line of a wipe: dragged, or moved with the arrow keys, Home and End.
class WipeHandle : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WipeHandle)

public:
    explicit WipeHandle(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    /// Stands at `x` over `bars`, and `above` them.
    void place(const QRectF& bars, double above, double x);
    /// The part of the bars left of it, 0 to 1; what it starts from.
    void setShare(double share);

signals:
    /// A person moves it to `share` of the width.
    void moved(double share);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    [[nodiscard]] std::optional<double> shareFor(int key) const;
    void retranslate();

    Theme m_theme;
    QRectF m_bars;
    double m_share = 0.5;
};

} // namespace pipegantt
