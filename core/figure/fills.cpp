// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/figure/fills.h"

#include <algorithm>

namespace pipegantt {

namespace {

/// Behind the colours of micro-batches, chunks and stages: work that is none of theirs.
constexpr std::size_t kOther = Look::kRamp;

static_assert(Look::kIdleCauses == kIdleCauseCount);

/// Of three chunks the middle one is nearer to the last: what is light is told apart more easily.
int shadeOf(int chunk, int chunks, int shades)
{
    return chunks == 1 ? 0 : (chunk * (shades - 1) + (chunks - 1) / 2) / (chunks - 1);
}

std::size_t passOf(std::size_t kind, int chunk)
{
    return PackedOperation(static_cast<OperationKind>(kind), chunk, 0).pass();
}

/// The optimizer runs for no micro-batch, chunk or stage alone.
bool hasUnit(std::size_t kind)
{
    return static_cast<OperationKind>(kind) != OperationKind::OptimizerStep;
}

} // namespace

Fills::Fills(const Look& look, int chunks)
    : m_bubble(look.bubble)
{
    layKinds(look, chunks);
    layChanges();
}

Fills::Fills(const Look& look, const Schedule& schedule, ColorBy by)
    : m_bubble(look.bubble)
{
    if (by == ColorBy::Kind) {
        layKinds(look, schedule.chunks());
        layChanges();
        return;
    }
    m_colors.fill(look.busy);
    for (std::size_t kind = 0; kind < kOperationKindCount; ++kind) {
        for (int chunk = 0; chunk < schedule.chunks(); ++chunk)
            m_row.m_byPass[passOf(kind, chunk)] = hasUnit(kind) ? 0 : kOther;
    }
    if (by == ColorBy::Microbatch) {
        std::ranges::copy(look.cycle, m_colors.begin());
        m_row.m_slices = schedule.slices();
    } else if (by == ColorBy::Chunk) {
        layRamp(look, schedule.chunks());
        for (std::size_t kind = 0; kind < kOperationKindCount; ++kind) {
            for (int chunk = 0; chunk < schedule.chunks() && hasUnit(kind); ++chunk)
                m_row.m_byPass[passOf(kind, chunk)] =
                    static_cast<std::uint8_t>(shadeOf(chunk, schedule.chunks(), m_steps));
        }
    } else if (by == ColorBy::Stage) {
        layRamp(look, schedule.placement().modelStages());
        m_byStage = &schedule;
    } else {
        std::ranges::copy(look.idleCauses, m_colors.begin() + 1);
        m_bubble = look.busy;
        m_row.m_byPass.fill(0);
    }
    layChanges();
}

RowFills Fills::row(int device) const
{
    RowFills row = m_row;
    if (m_byStage == nullptr)
        return row;
    const Placement& placement = m_byStage->placement();
    for (int chunk = 0; chunk < m_byStage->chunks(); ++chunk) {
        const int stage = placement.modelStage(m_byStage->stageOf(device, chunk));
        const auto step =
            static_cast<std::uint8_t>(shadeOf(stage, placement.modelStages(), m_steps));
        for (std::size_t kind = 0; kind < kOperationKindCount; ++kind) {
            if (hasUnit(kind))
                row.m_byPass[passOf(kind, chunk)] = step;
        }
    }
    return row;
}

void Fills::layKinds(const Look& look, int chunks)
{
    m_shades = chunks <= 2 ? chunks : kShades;
    for (std::size_t kind = 0; kind < kOperationKindCount; ++kind) {
        for (int chunk = 0; chunk < std::min(chunks, PackedOperation::kMaxChunks); ++chunk)
            m_row.m_byPass[passOf(kind, chunk)] = static_cast<std::uint8_t>(
                of(static_cast<OperationKind>(kind), shadeOf(chunk, chunks, m_shades)));
        const auto first = m_colors.begin() + static_cast<std::ptrdiff_t>(kind * kShades);
        if (chunks == 1)
            *first = look.fills[kind];
        else if (chunks == 2)
            std::ranges::copy(look.shades[kind].ofTwo, first);
        else
            std::ranges::copy(look.shades[kind].ofMany, first);
    }
}

// Of few things none has the two darkest steps: their numbers are read more easily.
void Fills::layRamp(const Look& look, int count)
{
    constexpr int kLast = static_cast<int>(Look::kRamp) - 1;
    m_steps = std::clamp(count, 1, kLast + 1);
    const int first = m_steps + 1 < kLast ? 2 : 0;
    for (int step = 0; step < m_steps; ++step) {
        const int at = m_steps == 1 ? kLast / 3 : first + step * (kLast - first) / (m_steps - 1);
        m_colors[static_cast<std::size_t>(step)] = look.ramp[static_cast<std::size_t>(at)];
    }
}

void Fills::layChanges()
{
    const auto step = [](std::uint8_t to, std::uint8_t from) {
        return static_cast<double>(to - from);
    };
    for (std::size_t fill = 0; fill < kCount; ++fill) {
        const Color color = m_colors[fill];
        m_changes[fill] = {step(color.blue, m_bubble.blue), step(color.green, m_bubble.green),
            step(color.red, m_bubble.red), 0};
    }
}

} // namespace pipegantt
