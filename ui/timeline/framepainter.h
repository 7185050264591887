// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/figure/fills.h"
#include "core/figure/timescale.h"
#include "core/run/run.h"
#include "ui/theme/theme.h"
#include "ui/timeline/chartlayout.h"
#include "ui/timeline/chartrows.h"
#include "ui/timeline/phases.h"

#include <QCoreApplication>
#include <QPainter>

#include <array>
#include <functional>
#include <optional>
#include <vector>

namespace pipegantt {

/// Paints what stands around the bars: names of devices, time axis, names of phases, legend.
class FramePainter
{
    Q_DECLARE_TR_FUNCTIONS(FramePainter)

public:
    using KindSet = std::array<bool, kOperationKindCount>;

    FramePainter(QPainter& painter, const ChartLayout& layout, const Theme& theme);

    /// The names of devices, as many as fit.
    void paintDevices();
    /// The names of the rows, as many as fit, and a line below those that are pinned.
    void paintNames(const ChartRows& rows);
    void paintAxis(const TimeScale& scale, TimeUnit unit, const Excerpt* excerpt = nullptr);
    void paintPhases(const TimeScale& scale, const std::vector<Phase>& phases);
    /// What is on screen besides the run.
    struct LegendNeeds
    {
        ColorBy colorBy = ColorBy::Kind;
        bool stages = false; ///< whether a gap is where a stage does not run
        bool devices = false; ///< whether charts beside this one have rows of devices
        bool lanes = false; ///< whether messages are asked for
        bool traffic = false; ///< whether any message takes time
        /// Kinds that occur in charts beside this one.
        KindSet companions {};
    };
    /// What the colours tell apart, bubbles where there are any, and what shades and lines under
    /// bars mean.
    void paintLegend(const Run& run, const LegendNeeds& needs);

    static QString phaseText(Phase::Kind kind);
    /// Width of the column of names.
    static double labelWidth(int devices);
    static double labelWidth(const ChartRows& rows);
    static double lineHeight();

private:
    /// A word of the legend and what stands before it: fills side by side, a hatched bubble, or a
    /// bar of the second direction.
    struct LegendEntry
    {
        QString word;
        std::vector<QColor> fills;
        bool hatched = false;
        bool underlined = false;
        std::optional<IdleCause> cause = std::nullopt;
    };

    void paintNames(const std::function<QString(int)>& nameOf);
    [[nodiscard]] std::vector<LegendEntry> legendOf(const Run& run, const LegendNeeds& needs) const;
    [[nodiscard]] std::vector<LegendEntry> workOf(
        const Run& run, ColorBy colorBy, const KindSet& companions) const;
    [[nodiscard]] std::vector<LegendEntry> causesOf(const Run& run) const;
    [[nodiscard]] double hairline() const { return 1 / m_layout.devicePixelRatio; }
    void paintPattern(const QRectF& swatch, IdleCause cause);
    void paintSwatch(const QRectF& swatch, const LegendEntry& entry);

    QPainter& m_painter;
    const ChartLayout& m_layout;
    const Theme& m_theme;
};

/// A colour of the core as Qt's.
inline QColor toQColor(Color color)
{
    return {color.red, color.green, color.blue};
}

/// One of Qt as the core's, without transparency.
inline Color toColor(const QColor& color)
{
    return {static_cast<std::uint8_t>(color.red()), static_cast<std::uint8_t>(color.green()),
        static_cast<std::uint8_t>(color.blue())};
}

} // namespace pipegantt
