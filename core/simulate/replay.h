// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/largearray.h"
#include "core/order/schedule.h"
#include "core/simulate/costs.h"
#include "core/simulate/timeline.h"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace pipegantt {

/// What one pass of one device needs and makes: arrays by unit, in which a negative end says "not
/// yet". Where it needs or makes nothing, the mask is 0 and the array one cell.
template <class Tick>
struct PassPlan
{
    const Tick* own = nullptr; ///< what its own stage has to have done before
    const Tick* remote = nullptr; ///< the result of another stage
    Tick* result = nullptr;
    std::uint32_t ownMask = 0;
    std::uint32_t remoteMask = 0;
    std::uint32_t resultMask = 0;
    Tick hop = 0; ///< from the end of `remote` to the start that it allows
    Tick length = 0;
};

/// What a Replay works in, kept between runs.
template <class Tick>
struct ReplayMemory
{
    /// End of the forward and of the gradient-producing pass of each (stage, unit).
    LargeArray<Tick> forwards;
    LargeArray<Tick> gradients;
    std::vector<PassPlan<Tick>> plans;
    Tick nothing = 0;
    Tick sink = 0;
};

/// How far each device is: its next operation, and when it is free.
struct ReplayState
{
    std::vector<std::size_t> cursors;
    std::vector<std::int64_t> clocks;
};

/// Runs the devices of a schedule: each runs on until it has to wait. Times are in ticks of which
/// `tick` picoseconds divide all costs; clocks have 64 bits, what is kept has those of a Tick.
template <class Tick>
class Replay
{
public:
    static constexpr Tick kNotYet = -1;

    Replay(const Schedule& schedule, const Costs& costs, std::int64_t tick, ReplayState& state,
        ReplayMemory<Tick>& memory, TickArrays<Tick>& ticks)
        : m_schedule(schedule)
        , m_operations(schedule.operations())
        , m_costs(costs)
        , m_tick(tick)
        , m_state(state)
        , m_memory(memory)
        , m_ticks(ticks)
        , m_stride(strideOf(static_cast<std::size_t>(schedule.units())))
        , m_chunkBits(
              static_cast<int>(std::bit_width(static_cast<std::size_t>(schedule.chunks()) - 1)))
    {
        const std::size_t results = static_cast<std::size_t>(schedule.stages()) * m_stride;
        memory.forwards.assign(results, kNotYet);
        memory.gradients.assign(results, kNotYet);
        state.clocks.assign(static_cast<std::size_t>(schedule.devices()), 0);
        state.cursors.resize(state.clocks.size());
        memory.plans.resize(
            state.cursors.size() * (kOperationKindCount << static_cast<unsigned>(m_chunkBits)));
        for (int device = 0; device < schedule.devices(); ++device) {
            state.cursors[static_cast<std::size_t>(device)] = schedule.rowBegin(device);
            if (costs.isPlain())
                costs.layLengths(schedule, device, tick, ticks.lengthsOf(device));
            layPlans(device);
        }
    }

    /// Runs `device` until it has to wait or comes to `end`; returns how many operations it ran.
    std::size_t advance(int device, std::size_t end)
    {
        if (m_schedule.slices() > 1)
            return m_costs.isPlain() ? advance<true, true>(device, end)
                                     : advance<false, true>(device, end);
        return m_costs.isPlain() ? advance<true, false>(device, end)
                                 : advance<false, false>(device, end);
    }

    /// Fetches what `advance` will read and write first, some devices ahead.
    void prefetch(int device) const
    {
        const std::size_t cursor = m_state.cursors[static_cast<std::size_t>(device)];
        if (cursor >= m_operations.size())
            return;
        const PackedOperation operation = m_operations[cursor];
        const PassPlan<Tick>& plan = plansOf(device)[placeOf(operation)];
        const auto unit = static_cast<std::uint32_t>(operation.unit());
        __builtin_prefetch(m_ticks.ends.data() + cursor, 1);
        __builtin_prefetch(plan.remote + (unit & plan.remoteMask));
        __builtin_prefetch(plan.result + (unit & plan.resultMask), 1);
    }
    void prefetchRow(int device) const
    {
        __builtin_prefetch(m_operations.data() + m_state.cursors[static_cast<std::size_t>(device)]);
    }

    /// Whether a time did not fit a Tick: what there is of the result is wrong.
    [[nodiscard]] bool isTooWide() const { return m_tooWide; }
    /// The same for a time that is to come.
    void look(std::int64_t time)
    {
        m_tooWide = m_tooWide || time > std::numeric_limits<Tick>::max();
    }

    [[nodiscard]] const Schedule& schedule() const { return m_schedule; }
    [[nodiscard]] const Costs& costs() const { return m_costs; }
    [[nodiscard]] ReplayState& state() { return m_state; }
    [[nodiscard]] TickArrays<Tick>& ticks() { return m_ticks; }
    [[nodiscard]] const PassPlan<Tick>& planOf(int device, PackedOperation operation) const
    {
        return plansOf(device)[placeOf(operation)];
    }

private:
    void layPlans(int device)
    {
        for (std::size_t kind = 0; kind < kOperationKindCount; ++kind) {
            for (int chunk = 0; chunk < m_schedule.chunks(); ++chunk) {
                const int stage = m_schedule.stageOf(device, chunk);
                const PackedOperation operation(static_cast<OperationKind>(kind), chunk, 0);
                if (stage >= 0)
                    plansOf(device)[placeOf(operation)] = planOf(device, stage, operation);
            }
        }
    }

    [[nodiscard]] PassPlan<Tick> planOf(int device, int stage, PackedOperation operation)
    {
        constexpr std::uint32_t all = ~std::uint32_t {0};
        const OperationKind kind = operation.kind();
        const Placement& placement = m_schedule.placement();
        const std::size_t first = static_cast<std::size_t>(stage) * m_stride;
        Tick* const forwards = m_memory.forwards.data() + first;
        Tick* const gradients = m_memory.gradients.data() + first;
        PassPlan<Tick> plan;
        plan.own = plan.remote = &m_memory.nothing;
        plan.result = &m_memory.sink;
        if (m_costs.isPlain())
            plan.length = m_ticks.lengthsOf(device)[operation.pass()];
        const auto isOwn = [&](const Tick* own) {
            plan.own = own;
            plan.ownMask = all;
        };
        const auto comes = [&](const Tick* remote, std::int64_t hop) {
            plan.remote = remote;
            plan.remoteMask = all;
            plan.hop = static_cast<Tick>(hop / m_tick);
        };
        const bool early = kind == OperationKind::Recompute && m_schedule.recomputesEarly();
        if (isForward(kind)) {
            if (!placement.isFirst(stage))
                comes(forwards - m_stride, m_costs.activationHop(stage));
        } else if (makesGradient(kind) || kind == OperationKind::Recompute) {
            isOwn(forwards);
            if (!early && !placement.isLast(stage))
                comes(gradients + m_stride, m_costs.gradientHop(stage));
        } else if (kind == OperationKind::WeightGrad) {
            isOwn(gradients);
        }
        if (isForward(kind) || makesGradient(kind)) {
            plan.result = isForward(kind) ? forwards : gradients;
            plan.resultMask = all;
        }
        return plan;
    }

    template <bool kTabled, bool kSliced>
    std::size_t advance(int device, std::size_t end)
    {
        const auto row = static_cast<std::size_t>(device);
        const PassPlan<Tick>* const plans = plansOf(device);
        const std::size_t first = m_state.cursors[row];
        std::int64_t clock = m_state.clocks[row];
        std::size_t cursor = first;
        for (; cursor < end; ++cursor) {
            const PackedOperation operation = m_operations[cursor];
            const PassPlan<Tick>& plan = plans[placeOf(operation)];
            const auto unit = static_cast<std::uint32_t>(operation.unit());
            std::int64_t start = clock;
            if (operation.kind() != OperationKind::PairedBackward) { // its Pair has waited for it
                start = std::max(clock, readyAt<kSliced>(plan, operation));
                if (operation.kind() == OperationKind::Pair && start != kNever) {
                    const PackedOperation other = m_operations[cursor + 1];
                    start = std::max(start, readyAt<kSliced>(plans[placeOf(other)], other));
                }
                if (start == kNever)
                    break;
            }
            if constexpr (kTabled) {
                clock = start + plan.length;
            } else {
                const std::int64_t length = m_costs.duration(m_schedule, device, cursor);
                clock = start + (m_tick == 1 ? length : length / m_tick);
                m_ticks.starts[cursor] = static_cast<Tick>(start);
            }
            m_ticks.ends[cursor] = static_cast<Tick>(clock);
            plan.result[unit & plan.resultMask] = static_cast<Tick>(clock);
        }
        m_state.cursors[row] = cursor;
        m_state.clocks[row] = clock;
        look(clock);
        return cursor - first;
    }

    /// When the results that the operation needs are there; kNever if one is not. What its own
    /// stage made is there when the device comes to it, if it stands before it in the row.
    template <bool kSliced>
    [[nodiscard]] std::int64_t readyAt(const PassPlan<Tick>& plan, PackedOperation operation) const
    {
        const auto unit = static_cast<std::uint32_t>(operation.unit());
        const Tick own = plan.own[unit & plan.ownMask];
        const Tick remote = plan.remote[unit & plan.remoteMask];
        if ((own | remote) < 0)
            return kNever;
        if constexpr (kSliced) {
            // The slice before, or of a gradient the slice behind it.
            const int slices = m_schedule.slices();
            if (isForward(operation.kind())) {
                if (operation.unit() % slices != 0 && plan.result[unit - 1] < 0)
                    return kNever;
            } else if (makesGradient(operation.kind())) {
                if ((operation.unit() + 1) % slices != 0 && plan.result[unit + 1] < 0)
                    return kNever;
            }
        }
        return std::int64_t {remote} + plan.hop;
    }

    [[nodiscard]] std::size_t placeOf(PackedOperation operation) const
    {
        return static_cast<std::size_t>(operation.kind()) << static_cast<unsigned>(m_chunkBits)
            | static_cast<std::size_t>(operation.chunk());
    }
    [[nodiscard]] const PassPlan<Tick>* plansOf(int device) const
    {
        return m_memory.plans.data()
            + (static_cast<std::size_t>(device) * kOperationKindCount
                << static_cast<unsigned>(m_chunkBits));
    }
    [[nodiscard]] PassPlan<Tick>* plansOf(int device)
    {
        return m_memory.plans.data()
            + (static_cast<std::size_t>(device) * kOperationKindCount
                << static_cast<unsigned>(m_chunkBits));
    }

    /// An odd number of cache lines: stages that are a power of two apart would share the same few
    /// places of the cache.
    static std::size_t strideOf(std::size_t units)
    {
        constexpr std::size_t line = 64 / sizeof(Tick);
        return ((units + line - 1) / line | 1U) * line;
    }

    static constexpr std::int64_t kNever = std::numeric_limits<std::int64_t>::max();

    const Schedule& m_schedule;
    std::span<const PackedOperation> m_operations;
    const Costs& m_costs;
    std::int64_t m_tick;
    ReplayState& m_state;
    ReplayMemory<Tick>& m_memory;
    TickArrays<Tick>& m_ticks;
    std::size_t m_stride; ///< between the results of two stages
    int m_chunkBits;
    bool m_tooWide = false;
};

} // namespace pipegantt
