// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/timeline/chartlayout.h"

#include <QPointF>
#include <QRectF>

#include <optional>
#include <vector>

namespace pipegantt {

/// How plans stand on the common time axis.
enum class Arrangement
{
    Stacked, ///< the pinned plans, one over the other; the current one in the chart below
    Overlaid, ///< all plans, their rows of a device under each other
    Wipe, ///< the baseline left of a line, the current plan right of it
};

/// What the layout depends on besides the size.
struct CompareNeeds
{
    Arrangement arrangement = Arrangement::Stacked;
    /// Of each plan that is shown, baseline first.
    std::vector<int> devices;
    double labelWidth = 60;
    double lineHeight = 16;
    double devicePixelRatio = 1;
    /// The bars of a chart whose axis is to be kept, from left to right; where empty, the width of
    /// the labels says where the axis begins.
    QRectF axis;
};

/// Where the parts of a comparison lie in its widget, in device-independent pixels. Rows lie on
/// whole device pixels, and those of one device are equally high in all plans.
struct CompareLayout
{
    /// A row of a plan.
    struct Spot
    {
        std::size_t plan = 0;
        int device = 0;

        friend bool operator==(const Spot&, const Spot&) = default;
    };
    /// A plan's own part.
    struct Pane
    {
        QRectF title; ///< empty where titles stand elsewhere
        /// Its bars, and rows of its own height without the gaps between plans.
        ChartLayout chart;
    };

    Arrangement arrangement = Arrangement::Stacked;
    std::vector<Pane> panes;
    /// Everything that all plans share: the rows of devices, labels, axis, legend.
    ChartLayout frame;
    double devicePixelRatio = 1;
    /// Overlaid: from a device to the next, in device pixels.
    int pitchPx = 0;
    /// Whether rows are thinner than a pixel, so that they cannot be told apart.
    bool tooThin = false;

    /// Where the row of a device of a plan is on screen.
    [[nodiscard]] QRectF row(std::size_t plan, int device) const;
    /// What is at `position`; with the wipe, `dividerX` says which plan.
    [[nodiscard]] std::optional<Spot> at(QPointF position, double dividerX) const;
};

/// Lays the comparison out in `size`. Stacked, `size` has no axis of its own.
CompareLayout layOutComparison(QSizeF size, const CompareNeeds& needs);

/// The least height that shows anything, in device-independent pixels.
double leastComparisonHeight(const CompareNeeds& needs);

} // namespace pipegantt
