// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/timeline/chartlayout.h"

#include <algorithm>
#include <cmath>

namespace pipegantt {

namespace {

constexpr double kLargestPitch = 260;
constexpr double kRightMargin = 14; // half of the last number of the axis
constexpr double kAxisGap = 10;
constexpr double kMarkLength = 5;
constexpr double kSpace = 8;
constexpr double kOverviewHeight = 20;
constexpr double kHeightForBraces = 190;
constexpr double kHeightForOverview = 170;
constexpr double kFarAway = -10000;
constexpr double kLaneShare = 0.22; // of a row
constexpr double kLeastLane = 5;
constexpr double kLargestLane = 14;

} // namespace

QRectF ChartLayout::band(int row) const
{
    const Rows::Band band = rows.band(row);
    return {bars.left(), bars.top() + band.top / devicePixelRatio, bars.width(),
        band.height() / devicePixelRatio};
}

QRectF ChartLayout::lane(int row) const
{
    const Rows::Band lane = rows.lane(row);
    return {bars.left(), bars.top() + lane.top / devicePixelRatio, bars.width(),
        lane.height() / devicePixelRatio};
}

QRectF ChartLayout::row(int device, int chunk) const
{
    const int shown = find(device, chunk);
    return shown < 0 ? QRectF(bars.left(), kFarAway, bars.width(), 0) : band(shown);
}

int ChartLayout::deviceAt(double y) const
{
    const int row = rowAt(y);
    return row < 0 || order == nullptr ? row : order->at(row).device;
}

int ChartLayout::rowAt(double y) const
{
    const int yPx = static_cast<int>(std::floor((y - bars.top()) * devicePixelRatio));
    return yPx < 0 || yPx >= rows.heightPx ? -1 : rows.deviceAt(yPx);
}

Rows::Range ChartLayout::rowsAt(double y) const
{
    const int row = rowAt(y);
    if (row < 0 || rows.devices <= rows.heightPx)
        return {row, row + 1};
    return rows.sharing(static_cast<int>(std::floor((y - bars.top()) * devicePixelRatio)));
}

ChartLayout layOut(QSizeF size, const ChartNeeds& needs)
{
    const double ratio = needs.devicePixelRatio;
    const auto snapped = [ratio](double value) { return std::round(value * ratio) / ratio; };
    const double line = needs.lineHeight;
    const bool braces = needs.braces && size.height() >= kHeightForBraces;
    const bool overview = size.height() >= kHeightForOverview;

    const double left = snapped(needs.labelWidth);
    const double width = snapped(std::max(size.width() - left - kRightMargin, 16.0));
    const double flags = needs.flags && size.height() >= kHeightForBraces ? snapped(line + 6) : 0;
    const double top = flags + snapped(braces ? line + 14 : std::ceil(line / 2));
    const double axisHeight = kAxisGap + kMarkLength + 2 + line;
    const double below = axisHeight + 2 + line + (overview ? kSpace + kOverviewHeight : 0) + 2;
    const double height = snapped(
        std::clamp(size.height() - top - below, 8.0, std::max(kLargestPitch * needs.devices, 8.0)));

    ChartLayout layout;
    layout.devicePixelRatio = ratio;
    layout.rows = {needs.devices, std::max(1, static_cast<int>(std::lround(height * ratio))), 0};
    if (needs.lanes && layout.rows.pitch() * kLaneShare >= kLeastLane * ratio) {
        layout.rows.lanePx = static_cast<int>(
            std::lround(std::min(layout.rows.pitch() * kLaneShare, kLargestLane * ratio)));
    }
    layout.flags = flags > 0 ? QRectF(left, 0, width, flags) : QRectF();
    layout.braces = braces ? QRectF(left, flags, width, top - flags) : QRectF();
    layout.labels = QRectF(0, top, left, height);
    layout.bars = QRectF(left, top, width, height);
    layout.axis = QRectF(left, layout.bars.bottom(), width, axisHeight);
    layout.legend = QRectF(left, layout.axis.bottom() + 2, width, line);
    if (overview)
        layout.overview =
            QRectF(left, snapped(layout.legend.bottom() + kSpace), width, kOverviewHeight);
    return layout;
}

} // namespace pipegantt
