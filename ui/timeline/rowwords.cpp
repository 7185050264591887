// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the chart says of its rows.

#include "core/figure/coverage.h"
#include "ui/text/quantities.h"
#include "ui/timeline/chartrows.h"

#include <numeric>

namespace pipegantt {

QString ChartRows::stageName(int device, int chunk) const
{
    const Placement& placement = m_run->schedule.placement();
    const int stage = placement.stageOf(device, chunk);
    // A second direction has the model's stages again.
    if (placement.pipelineOf(stage) > 0)
        return tr("stage %1, back").arg(placement.modelStage(stage));
    return tr("stage %1").arg(placement.modelStage(stage));
}

QString ChartRows::name(int row) const
{
    const ChartRow& shown = m_order.at(row);
    switch (m_order.by()) {
    case RowsBy::Device:
        break;
    case RowsBy::Chunk:
        return tr("device %1 · chunk %2").arg(shown.device).arg(shown.chunk);
    case RowsBy::Stage:
        return m_run ? stageName(shown.device, shown.chunk) : QString();
    }
    return tr("device %1").arg(shown.device);
}

QString ChartRows::hiddenText() const
{
    QStringList parts;
    const RowOrder::Window window = m_order.window();
    if (!window.isWhole())
        parts += tr("rows %1 – %2 of %3").arg(window.first).arg(window.last - 1).arg(window.of);
    if (m_order.hidden() == 1)
        parts += tr("1 row hidden");
    else if (m_order.hidden() > 1)
        parts += tr("%1 rows hidden").arg(m_order.hidden());
    return parts.join(QStringLiteral(" · "));
}

HoverText ChartRows::describe(const HoverTarget& target) const
{
    const bool ofChunk = target.chunk != ChartRow::kWholeDevice;
    if (target.kind == HoverTarget::Kind::Bubble && ofChunk)
        return describeRest(target);
    if (target.kind == HoverTarget::Kind::Column
        && (ofChunk || (target.devices > 1 && !m_order.isPlain())))
        return describeGathered(target);
    return HoverWords::describe(*m_run, target);
}

/// A stage that does not run is no bubble: its device may run another.
HoverText ChartRows::describeRest(const HoverTarget& target) const
{
    const RangeWork work =
        workIn(m_run->schedule, m_run->timeline, target.device, target.begin, target.end);
    const Duration busy(std::accumulate(work.byKind.begin(), work.byKind.end(), std::int64_t {0}));
    const Duration length = target.end - target.begin;
    const TimeUnit unit = m_run->plan.unit;
    HoverText text {tr("%1 does not run · %2")
                        .arg(stageName(target.device, target.chunk), durationText(length, unit)),
        {}};
    if (busy > Duration::zero())
        text.lines
            << tr("device %1 runs others for %2").arg(target.device).arg(durationText(busy, unit));
    if (busy < length)
        text.lines << tr("device %1 is idle for %2")
                          .arg(target.device)
                          .arg(durationText(length - busy, unit));
    return text;
}

HoverText ChartRows::describeGathered(const HoverTarget& target) const
{
    const int row = m_order.find(target.device, target.chunk);
    if (row < 0)
        return {};
    HoverTarget inPicture = target;
    inPicture.device = row;
    HoverText text = HoverWords::describe(picture(), inPicture);
    RangeWork work;
    for (int each = row; each < row + target.devices; ++each)
        work += workIn(picture().schedule, picture().timeline, each, target.begin, target.end);
    QString where = name(row);
    if (target.devices > 1)
        where = tr("%1 rows from %2 on", "how many, the name of the first")
                    .arg(target.devices)
                    .arg(where);
    else if (target.chunk != ChartRow::kWholeDevice)
        where = stageName(target.device, target.chunk);
    text.title =
        tr("%1 operations · %2", "and the name of a row").arg(work.operationCount()).arg(where);
    return text;
}

} // namespace pipegantt
