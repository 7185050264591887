// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/compare/comparelayout.h"

#include <algorithm>
#include <cmath>

namespace pipegantt {

namespace {

constexpr double kRightMargin = 14; // as in the chart: half of the last number of the axis
constexpr double kTitleGap = 3;
constexpr double kPaneGap = 8;
constexpr double kAxisHeight = 17;
constexpr double kLegendGap = 2;
constexpr double kLargestPitch = 260;
constexpr double kLeastRow = 13;
constexpr double kLeastRows = 24;
constexpr double kMostOfLeast = 64;
constexpr double kGroupGapShare = 0.18;

/// Height in device pixels that `devices` rows fill of `heightPx`, each as high as the others of
/// `most` rows.
int shareOf(int heightPx, int devices, int most)
{
    const int pitch = heightPx / most;
    return pitch > 0
        ? pitch * devices
        : std::max(1, static_cast<int>(static_cast<double>(heightPx) * devices / most));
}

} // namespace

QRectF CompareLayout::row(std::size_t plan, int device) const
{
    const ChartLayout& chart = panes[plan].chart;
    if (arrangement != Arrangement::Overlaid)
        return chart.row(device);
    const Rows::Band band = chart.rows.band(device);
    // Its own rows lie close together; here the other plans' come between.
    const double apart = device * (pitchPx - chart.rows.pitch()) / devicePixelRatio;
    return {chart.bars.left(), chart.bars.top() + band.top / devicePixelRatio + apart,
        chart.bars.width(), band.height() / devicePixelRatio};
}

std::optional<CompareLayout::Spot> CompareLayout::at(QPointF position, double dividerX) const
{
    for (std::size_t plan = 0; plan < panes.size(); ++plan) {
        const ChartLayout& chart = panes[plan].chart;
        if (position.x() < chart.bars.left() || position.x() >= chart.bars.right())
            continue;
        if (arrangement == Arrangement::Wipe && (position.x() < dividerX) != (plan == 0))
            continue;
        if (arrangement != Arrangement::Overlaid) {
            const int device = chart.deviceAt(position.y());
            if (device >= 0)
                return Spot {plan, device};
            continue;
        }
        const double down = (position.y() - frame.bars.top()) * devicePixelRatio;
        const int device = static_cast<int>(std::floor(down / std::max(pitchPx, 1)));
        if (device < 0 || device >= chart.rows.devices)
            continue;
        const QRectF place = row(plan, device);
        if (position.y() >= place.top() && position.y() < place.bottom())
            return Spot {plan, device};
    }
    return std::nullopt;
}

namespace {

void stack(CompareLayout& layout, QSizeF size, const CompareNeeds& needs)
{
    const double ratio = needs.devicePixelRatio;
    const auto snapped = [ratio](double value) { return std::round(value * ratio) / ratio; };
    const double title = snapped(needs.lineHeight + kTitleGap);
    int devices = 0;
    for (const int own : needs.devices)
        devices += own;
    const auto count = static_cast<double>(needs.devices.size());
    const double height = size.height() - count * (title + kPaneGap);
    const int allPx = std::max(static_cast<int>(std::floor(height * ratio)), 1);
    double y = 0;
    for (std::size_t plan = 0; plan < layout.panes.size(); ++plan) {
        CompareLayout::Pane& pane = layout.panes[plan];
        const int heightPx = std::min(shareOf(allPx, needs.devices[plan], devices),
            static_cast<int>(kLargestPitch * ratio) * needs.devices[plan]);
        pane.title = QRectF(0, y, size.width(), title);
        y = snapped(y + title);
        pane.chart.bars.moveTop(y);
        pane.chart.bars.setHeight(heightPx / ratio);
        pane.chart.rows = {needs.devices[plan], heightPx};
        pane.chart.labels = QRectF(0, y, pane.chart.bars.left(), heightPx / ratio);
        y = snapped(y + heightPx / ratio + kPaneGap);
    }
}

void share(CompareLayout& layout, QSizeF size, const CompareNeeds& needs)
{
    const double ratio = needs.devicePixelRatio;
    const auto snapped = [ratio](double value) { return std::round(value * ratio) / ratio; };
    const bool wipe = layout.arrangement == Arrangement::Wipe;
    const double top = snapped(wipe ? needs.lineHeight + kTitleGap : kPaneGap);
    const double below = kAxisHeight + kLegendGap + 2 * needs.lineHeight + 2;
    const int most = *std::ranges::max_element(needs.devices);
    const auto plans = static_cast<int>(needs.devices.size());
    const int allPx =
        std::clamp(static_cast<int>(std::floor((size.height() - top - below) * ratio)), 1,
            static_cast<int>(kLargestPitch * ratio) * most);

    ChartLayout& frame = layout.frame;
    layout.pitchPx = std::max(allPx / most, 1);
    const int heightPx = allPx >= most ? layout.pitchPx * most : allPx;
    frame.bars.moveTop(top);
    frame.bars.setHeight(heightPx / ratio);
    frame.rows = {most, heightPx};
    frame.labels = QRectF(0, top, needs.labelWidth, heightPx / ratio);
    frame.axis = QRectF(
        frame.bars.left(), frame.bars.bottom(), frame.bars.width(), kAxisHeight + needs.lineHeight);
    frame.legend = QRectF(
        frame.bars.left(), frame.axis.bottom() + kLegendGap, frame.bars.width(), needs.lineHeight);

    const int gap = std::max(1, static_cast<int>(layout.pitchPx * kGroupGapShare));
    const int strip = std::max((layout.pitchPx - gap) / plans, 1);
    layout.tooThin = !wipe && (allPx < most || layout.pitchPx < plans + 1);
    for (std::size_t plan = 0; plan < layout.panes.size(); ++plan) {
        const int devices = needs.devices[plan];
        ChartLayout& chart = layout.panes[plan].chart;
        const int ownPx = wipe ? shareOf(heightPx, devices, most) : strip * devices;
        const double down = wipe ? 0 : static_cast<double>(plan) * strip / ratio;
        chart.bars.moveTop(top + down);
        chart.bars.setHeight(ownPx / ratio);
        chart.rows = {devices, ownPx};
        if (wipe)
            layout.panes[plan].title = QRectF(frame.bars.left(), 0, frame.bars.width(), top);
    }
}

} // namespace

CompareLayout layOutComparison(QSizeF size, const CompareNeeds& needs)
{
    const double ratio = needs.devicePixelRatio;
    const auto snapped = [ratio](double value) { return std::round(value * ratio) / ratio; };
    CompareLayout layout;
    layout.arrangement = needs.arrangement;
    layout.devicePixelRatio = ratio;
    layout.panes.resize(needs.devices.size());
    const double left = needs.axis.isEmpty() ? snapped(needs.labelWidth) : needs.axis.left();
    const double width = needs.axis.isEmpty()
        ? snapped(std::max(size.width() - left - kRightMargin, 16.0))
        : needs.axis.width();
    layout.frame.bars = QRectF(left, 0, width, 1);
    layout.frame.devicePixelRatio = ratio;
    for (CompareLayout::Pane& pane : layout.panes) {
        pane.chart.bars = layout.frame.bars;
        pane.chart.devicePixelRatio = ratio;
    }
    if (layout.panes.empty())
        return layout;
    if (needs.arrangement == Arrangement::Stacked)
        stack(layout, size, needs);
    else
        share(layout, size, needs);
    return layout;
}

double leastComparisonHeight(const CompareNeeds& needs)
{
    if (needs.arrangement == Arrangement::Stacked) {
        double height = 0;
        for (const int devices : needs.devices) {
            height += needs.lineHeight + kTitleGap + kPaneGap
                + std::clamp(devices * kLeastRow, kLeastRows,
                    kMostOfLeast / static_cast<double>(needs.devices.size()) + kLeastRows / 2);
        }
        return height;
    }
    return 2 * kLeastRows + kAxisHeight + kLegendGap + 3 * needs.lineHeight + kTitleGap;
}

} // namespace pipegantt
