// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/charts/axisticks.h"

#include "core/figure/ticks.h"

#include <qcustomplot.h>

#include <algorithm>
#include <bit>
#include <cmath>

namespace pipegantt {

using namespace Qt::StringLiterals;

namespace {

constexpr double kTimeSpacingPx = 56;

/// The least of 1, 2, 5, 10, … that is at least `least`.
double niceStep(double least)
{
    const double power = std::pow(10.0, std::floor(std::log10(least)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * power >= least)
            return factor * power;
    }
    return 10 * power;
}

} // namespace

void setPowerTicks(QCPAxis& axis, int maximum, double widthPx)
{
    const int doublings = std::countr_zero(static_cast<unsigned>(maximum));
    const double labelPx =
        QFontMetricsF(axis.tickLabelFont()).horizontalAdvance(QString::number(maximum) + u"00"_s);
    const int step = std::max(1, static_cast<int>(std::ceil(doublings * labelPx / widthPx)));
    const auto powers = QSharedPointer<QCPAxisTickerText>::create();
    for (int power = 0; power <= doublings; power += step)
        powers->addTick(1 << power, QString::number(1 << power));
    axis.setTicker(powers);
    axis.setRange(1, maximum);
}

double levelStep(double top, double rows)
{
    double step = niceStep(std::max(1.0, top / std::max(1.0, std::floor(rows))));
    while (2 * step > top && step > 1)
        step = niceStep(step / 2.5);
    return step;
}

void setLevelTicks(
    QCPAxis& axis, double top, double rows, const std::function<QString(std::int64_t)>& text)
{
    const auto levels = QSharedPointer<QCPAxisTickerText>::create();
    const double step = levelStep(top, rows);
    for (double level = 0; level <= top; level += step)
        levels->addTick(level, text(std::llround(level)));
    axis.setTicker(levels);
    axis.setRange(0, top);
}

void setTimeTicks(QCPAxis& axis, Duration begin, Duration end, TimeUnit unit, double widthPx,
    const Excerpt* excerpt)
{
    const auto times = QSharedPointer<QCPAxisTickerText>::create();
    const TimeScale scale(begin, end, widthPx);
    // Numbers of a billion micro-batches are long.
    const double spacing = excerpt == nullptr ? kTimeSpacingPx : 2 * kTimeSpacingPx;
    for (const Tick& tick : ticks(scale, unit, spacing, excerpt))
        times->addTick(static_cast<double>(tick.when.count()), QString::fromStdString(tick.label));
    axis.setTicker(times);
    axis.setRange(static_cast<double>(begin.count()), static_cast<double>(end.count()));
}

} // namespace pipegantt
