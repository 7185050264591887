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

} // namespace

QRectF ChartLayout::row(int device) const
{
    const Rows::Band band = rows.band(device);
    return {bars.left(), bars.top() + band.top / devicePixelRatio, bars.width(),
        band.height() / devicePixelRatio};
}

int ChartLayout::deviceAt(double y) const
{
    const int yPx = static_cast<int>(std::floor((y - bars.top()) * devicePixelRatio));
    return yPx < 0 || yPx >= rows.heightPx ? -1 : rows.deviceAt(yPx);
}

Rows::Range ChartLayout::devicesAt(double y) const
{
    const int device = deviceAt(y);
    if (device < 0 || rows.devices <= rows.heightPx)
        return {device, device + 1};
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
    const double top = snapped(braces ? line + 14 : std::ceil(line / 2));
    const double axisHeight = kAxisGap + kMarkLength + 2 + line;
    const double below = axisHeight + 2 + line + (overview ? kSpace + kOverviewHeight : 0) + 2;
    const double height = snapped(
        std::clamp(size.height() - top - below, 8.0, std::max(kLargestPitch * needs.devices, 8.0)));

    ChartLayout layout;
    layout.devicePixelRatio = ratio;
    layout.rows = {needs.devices, std::max(1, static_cast<int>(std::lround(height * ratio)))};
    layout.braces = braces ? QRectF(left, 0, width, top) : QRectF();
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
