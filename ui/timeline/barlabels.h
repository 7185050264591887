// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/figure/fills.h"
#include "core/figure/timescale.h"
#include "core/run/run.h"
#include "ui/timeline/chartlayout.h"

#include <QGlyphRun>
#include <QPainter>
#include <QRawFont>
#include <QVarLengthArray>

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace pipegantt {

/// Writes the micro-batch numbers into the bars that have room for them: in the middle of the part
/// that is visible, black or white by contrast. With slices a number is `3.1`, that of a pair
/// `7|3`. All numbers of one ink are one run of glyphs.
class BarLabels
{
public:
    /// The micro-batch of an operation in a row.
    using NumberOf = std::function<std::int64_t(int row, std::size_t index)>;

    /// Operations that start after `cursor` stay blank. Without `numberOf`, rows are devices.
    void paint(QPainter& painter, const Run& run, const ChartLayout& layout, const TimeScale& scale,
        const Fills& fills, std::optional<Duration> cursor, const NumberOf& numberOf = {});

private:
    struct Ink
    {
        QList<quint32> glyphs;
        QList<QPointF> positions;
    };

    /// Places in `m_glyphs` behind the digits.
    static constexpr std::size_t kPoint = 10;
    static constexpr std::size_t kBar = 11;
    static constexpr std::size_t kGlyphCount = 12;
    /// The glyphs of a number, as places in `m_glyphs`.
    using Number = QVarLengthArray<std::uint8_t, 32>;

    [[nodiscard]] static bool isLabelled(OperationKind kind);
    [[nodiscard]] double narrowestRoom(const Run& run, const TimeScale& scale) const;
    [[nodiscard]] double widestNumber(const Run& run, OperationKind kind) const;
    void layGlyphs(double pixelSize);
    void addRow(const Run& run, const ChartLayout& layout, const TimeScale& scale,
        const Fills& fills, std::optional<Duration> cursor, int device);
    void write(const Run& run, int device, std::size_t operation);
    void writeNumber(std::int64_t number);
    void writeUnit(const Run& run, int device, std::size_t operation);
    void add(QPointF centre, double room, Ink& ink);
    static void paintInk(QPainter& painter, const QRawFont& font, const Ink& ink, Color color);

    QRawFont m_font;
    double m_pixelSize = 0;
    std::array<quint32, kGlyphCount> m_glyphs {};
    std::array<double, kGlyphCount> m_advances {};
    double m_digitHeight = 0;
    NumberOf m_numberOf;
    Number m_number;
    std::array<bool, Fills::kCount> m_isWhiteOn {};
    Ink m_white;
    Ink m_black;
};

} // namespace pipegantt
