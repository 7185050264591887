// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/planner/microbatchtrade.h"

#include <chrono>

namespace pipegantt {
namespace {

double perSecond(double samples, Duration time)
{
    return samples / std::chrono::duration<double>(time).count();
}

} // namespace

MicrobatchTrade microbatchTrade(
    Comparison& comparison, std::span<const Plan> plans, ScheduleKind kind)
{
    MicrobatchTrade trade;
    trade.kind = kind;
    for (const Plan& plan : plans) {
        TradePoint point;
        point.microbatchSize = plan.source.microbatchSize;
        point.stageRate = perSecond(
            static_cast<double>(point.microbatchSize), plan.time.forward + plan.time.backward());
        point.row = comparison.catalogueRow(plan, kind);
        if (point.row.isMeasured()) {
            point.rate = perSecond(static_cast<double>(plan.globalBatch), point.row.makespan);
            const bool sooner =
                !trade.best || point.row.makespan < trade.points[*trade.best].row.makespan;
            if (point.row.fits && sooner)
                trade.best = trade.points.size();
        }
        trade.points.push_back(std::move(point));
    }
    return trade;
}

} // namespace pipegantt
