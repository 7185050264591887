// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/figure/look.h"
#include "core/figure/timescale.h"
#include "core/run/run.h"
#include "ui/timeline/chartlayout.h"

#include <QGlyphRun>
#include <QPainter>
#include <QRawFont>

#include <array>
#include <optional>
#include <vector>

namespace pipegantt {

/// Writes the micro-batch numbers into the bars that have room for them: in the middle of the part
/// that is visible, black or white by contrast. All numbers of one ink are one run of glyphs.
class BarLabels
{
public:
    /// Operations that start after `cursor` stay blank.
    void paint(QPainter& painter, const Run& run, const ChartLayout& layout, const TimeScale& scale,
        const Look& look, std::optional<Duration> cursor);

private:
    struct Ink
    {
        QList<quint32> glyphs;
        QList<QPointF> positions;
    };

    static double narrowestRoom(const Run& run, const TimeScale& scale);
    [[nodiscard]] double widestNumber(const Run& run) const;
    void layDigits(double pixelSize);
    void addRow(const Run& run, const ChartLayout& layout, const TimeScale& scale, const Look& look,
        std::optional<Duration> cursor, int device);
    void add(int number, QPointF centre, double room, Ink& ink);
    static void paintInk(QPainter& painter, const QRawFont& font, const Ink& ink, Color color);

    QRawFont m_font;
    double m_pixelSize = 0;
    std::array<quint32, 10> m_digits {};
    std::array<double, 10> m_advances {};
    double m_digitHeight = 0;
    Ink m_white;
    Ink m_black;
};

} // namespace pipegantt
