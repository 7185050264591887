// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/timeline/arrangedrun.h"

namespace pipegantt {

namespace {

/// Copies rows of a run to those of another.
class Copier
{
public:
    Copier(const Run& from, Run& to, std::vector<std::uint32_t>& sources)
        : m_from(from)
        , m_to(to)
        , m_sources(sources)
    {
    }

    void addRow(const ChartRow& row)
    {
        const Schedule& schedule = m_from.schedule;
        for (std::size_t i = schedule.rowBegin(row.device); i < schedule.rowEnd(row.device); ++i) {
            const PackedOperation operation = schedule.operations()[i];
            if (row.chunk == ChartRow::kWholeDevice)
                add(row.device, i, operation.kind());
            else if (operation.kind() == OperationKind::Pair)
                addPair(row, i);
            else if (operation.kind() == OperationKind::OptimizerStep
                || (operation.chunk() == row.chunk
                    && operation.kind() != OperationKind::PairedBackward))
                add(row.device, i, operation.kind());
        }
        m_to.schedule.finishDevice();
    }

    void finish()
    {
        m_to.timeline = Timeline::of(m_to.schedule, m_starts, m_ends);
        m_to.timeline.makespan = m_from.timeline.makespan;
    }

private:
    void add(int device, std::size_t index, OperationKind kind)
    {
        const PackedOperation operation = m_from.schedule.operations()[index];
        m_to.metrics.kinds[static_cast<std::size_t>(kind)] = true;
        m_to.schedule.append(kind, operation.chunk(), operation.unit());
        m_sources.push_back(static_cast<std::uint32_t>(index));
        m_starts.push_back(m_from.timeline.start(device, index).count());
        m_ends.push_back(m_from.timeline.end(index).count());
    }

    /// The halves of the pair at `index` that are of the row.
    void addPair(const ChartRow& row, std::size_t index)
    {
        const Schedule& schedule = m_from.schedule;
        const bool forward = schedule.operations()[index].chunk() == row.chunk;
        const bool backward = schedule.operations()[index + 1].chunk() == row.chunk;
        if (forward && backward) {
            add(row.device, index, OperationKind::Pair);
            add(row.device, index + 1, OperationKind::PairedBackward);
        } else if (forward) {
            add(row.device, index, OperationKind::Forward);
        } else if (backward) {
            add(row.device, index + 1, OperationKind::Backward);
            m_sources.back() = static_cast<std::uint32_t>(index);
            m_starts.back() = m_from.timeline.start(row.device, index).count();
        }
    }

    const Run& m_from;
    Run& m_to;
    std::vector<std::uint32_t>& m_sources;
    std::vector<std::int64_t> m_starts;
    std::vector<std::int64_t> m_ends;
};

} // namespace

bool isShownBy(int chunk, const Schedule& schedule, std::size_t index)
{
    const PackedOperation operation = schedule.operations()[index];
    return chunk == ChartRow::kWholeDevice || operation.chunk() == chunk
        || operation.kind() == OperationKind::OptimizerStep
        || (operation.kind() == OperationKind::Pair
            && schedule.operations()[index + 1].chunk() == chunk);
}

ArrangedRun arranged(const std::shared_ptr<const Run>& run, const RowOrder& order)
{
    if (!run || order.isPlain())
        return {run, {}};
    auto shown = std::make_shared<Run>();
    shown->plan = run->plan;
    shown->metrics = run->metrics;
    shown->metrics.kinds = {};
    shown->excerpt = run->excerpt;
    // They are of devices, and of kinds that halves of pairs have no more.
    if (shown->excerpt)
        shown->excerpt->shifts.clear();
    std::vector<int> devices;
    for (const ChartRow& row : order.shown())
        devices.push_back(row.device);
    shown->schedule.reset(Placement::arranged(run->schedule.placement(), devices),
        run->schedule.microbatches(), run->schedule.slices());
    ArrangedRun result;
    Copier copier(*run, *shown, result.sources);
    for (const ChartRow& row : order.shown())
        copier.addRow(row);
    copier.finish();
    result.run = std::move(shown);
    return result;
}

} // namespace pipegantt
