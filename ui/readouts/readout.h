// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/readouts/readouttext.h"
#include "ui/theme/theme.h"

#include <QWidget>

namespace pipegantt {

/// One number with its name above and its formula below, its terms in the colours of the chart.
class Readout : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Readout)

public:
    explicit Readout(QWidget* parent = nullptr);

    void setText(const ReadoutText& text);
    [[nodiscard]] const ReadoutText& text() const { return m_text; }
    /// Keeps room for the lines of `tallest`, so that a change of the text moves nothing below.
    void setRoom(const ReadoutText& tallest);
    void setTheme(const Theme& theme);

    /// `scale` of the type, 1 for the theme's own sizes, for a width in pixels.
    [[nodiscard]] int heightFor(int widthPx, double scale) const;
    /// The height of the text that room is kept for.
    [[nodiscard]] int roomFor(int widthPx, double scale) const;
    /// The greatest scale up to `scale` at which the number fits into `widthPx`.
    [[nodiscard]] double fittingScale(int widthPx, double scale) const;
    void setScale(double scale);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    /// Paints the formulas from `top`, or only measures them without a painter; returns the bottom.
    double layOutLines(const std::vector<Formula>& lines, QPainter* painter, double top,
        double widthPx, double scale) const;
    [[nodiscard]] int heightOf(const std::vector<Formula>& lines, int widthPx, double scale) const;
    void paintPiece(QPainter& painter, const QRectF& box, const FormulaPiece& piece) const;
    void paintGauge(QPainter& painter, const QRectF& box) const;

    ReadoutText m_text;
    std::vector<Formula> m_room;
    const Theme* m_theme;
    double m_scale = 1;
};

} // namespace pipegantt
