// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/metrics/metrics.h"

#include "core/metrics/rowcount.h"
#include "core/schedule/closedform.h"

#include <algorithm>
#include <chrono>
#include <limits>
#include <numeric>
#include <optional>
#include <span>

namespace pipegantt {
namespace {

/// What the operations of several rows are.
struct Occurrence
{
    unsigned kinds = 0; ///< a bit for each kind
    std::int64_t shortest = 0;
};

/// Measures one row.
class RowMeasure
{
public:
    RowMeasure(const Plan& plan, const Schedule& schedule, const Timeline& timeline, int device)
        : m_schedule(schedule)
        , m_operations(schedule.operations())
        , m_timeline(timeline)
        , m_device(device)
        , m_begin(schedule.rowBegin(device))
        , m_end(schedule.rowEnd(device))
        , m_model(plan, schedule, device)
    {
    }

    DeviceMetrics measured(Occurrence& occurrence)
    {
        count(occurrence);
        m_metrics.span = m_timeline.end(m_end - 1) - m_timeline.start(m_device, m_begin);
        HeldActivations most;
        if (m_model.isPlain())
            most.whole = m_metrics.peakHeldChunks = m_releases ? m_metrics.peakChunks : 1;
        else
            most = weighed();
        m_metrics.stateMemory = m_model.state();
        m_metrics.peakMemory = m_model.total(most);
        m_metrics.fits = m_model.fits(most);
        return m_metrics;
    }

private:
    void count(Occurrence& occurrence)
    {
        const RowCount row = countRow(m_schedule, m_device);
        m_metrics.peakChunks = row.peak;
        m_metrics.peakChunksReleaseAtInputGrad = row.peakAtInputGrad;
        m_metrics.peakOperation = m_model.keepsActivations() ? row.peakOperation : m_begin;
        for (std::size_t pass = 0; pass < row.passes.size(); ++pass) {
            if (row.passes[pass] == 0)
                continue;
            const OperationKind kind = PackedOperation::kindOf(pass);
            occurrence.kinds |= 1U << static_cast<unsigned>(kind);
            m_releases = m_releases || makesGradient(kind);
        }
        m_timeline.visitRow(m_device, [&](const auto& times) { add(times, row, occurrence); });
    }

    template <class Times>
    void add(const Times& times, const RowCount& row, Occurrence& occurrence)
    {
        std::int64_t busy = 0;
        std::int64_t shortest = std::numeric_limits<std::int64_t>::max();
        const auto take = [&](std::int64_t length, std::int64_t count) {
            busy += count * length;
            shortest = std::min(shortest, length == 0 ? shortest : length);
        };
        if constexpr (Times::isTabled()) {
            for (std::size_t pass = 0; pass < row.passes.size(); ++pass) {
                if (row.passes[pass] > 0)
                    take(times.lengthOf(pass), row.passes[pass]);
            }
        } else {
            for (std::size_t i = m_begin; i < m_end; ++i)
                take(times.lengthTick(i), 1);
        }
        m_metrics.busy = Duration(busy * times.tick());
        if (shortest < std::numeric_limits<std::int64_t>::max())
            occurrence.shortest = std::min(occurrence.shortest, shortest * times.tick());
    }

    /// What is held at the peak where what is left of activations differs.
    HeldActivations weighed()
    {
        HeldActivations held;
        HeldActivations most;
        Bytes peak {-1};
        for (std::size_t i = m_begin; i < m_end; ++i) {
            m_model.begin(m_operations[i], held);
            m_metrics.peakHeldChunks = std::max(m_metrics.peakHeldChunks, held.whole + held.rest);
            if (const Bytes now = m_model.activations(held); now > peak) {
                peak = now;
                most = held;
                m_metrics.peakOperation = i;
            }
            m_model.end(m_operations[i], held);
        }
        return most;
    }

    const Schedule& m_schedule;
    std::span<const PackedOperation> m_operations;
    const Timeline& m_timeline;
    int m_device;
    std::size_t m_begin;
    std::size_t m_end;
    MemoryModel m_model;
    DeviceMetrics m_metrics;
    bool m_releases = false;
};

/// factor * value + more, in units of `unit`, which divides both; nothing where it does not fit.
std::optional<std::int64_t> scaled(
    std::int64_t factor, std::int64_t value, std::int64_t more, std::int64_t unit)
{
    std::int64_t result = 0;
    if (__builtin_mul_overflow(factor, value / unit, &result)
        || __builtin_add_overflow(result, more / unit, &result))
        return std::nullopt;
    return result;
}

/// Idle time of all devices over all their time. In picoseconds, or where their sum leaves 64 bits,
/// in the largest unit of which all of them are whole numbers.
std::optional<Ratio> bubbleOf(const Metrics& metrics)
{
    const std::int64_t makespan = metrics.makespan.count();
    const auto devices = static_cast<std::int64_t>(metrics.devices.size());
    std::int64_t unit = 1;
    if (!scaled(devices, makespan, 0, unit)) {
        unit = makespan;
        for (const DeviceMetrics& device : metrics.devices)
            unit = std::gcd(unit, device.idle.count());
    }
    const std::optional<std::int64_t> all = scaled(devices, makespan, 0, unit);
    if (!all)
        return std::nullopt;
    std::int64_t idle = 0;
    for (const DeviceMetrics& device : metrics.devices)
        idle += device.idle.count() / unit;
    return Ratio {idle, *all};
}

/// The makespan of the batch in one piece over this one, in such a unit.
std::optional<Ratio> speedUpOf(const Plan& plan, Duration makespan)
{
    const UncutTime uncut = uncutTime(plan);
    std::int64_t unit = 1;
    if (!scaled(uncut.units, uncut.unit.count(), uncut.hops.count(), unit))
        unit = std::gcd(std::gcd(makespan.count(), uncut.unit.count()), uncut.hops.count());
    const auto whole = scaled(uncut.units, uncut.unit.count(), uncut.hops.count(), unit);
    if (!whole)
        return std::nullopt;
    return Ratio {*whole, makespan.count() / unit};
}

} // namespace

Result<void> summarize(const Plan& plan, Metrics& metrics)
{
    metrics.span = {};
    metrics.ideal = {};
    metrics.peakDevice = 0;
    metrics.fits = true;
    for (std::size_t device = 0; device < metrics.devices.size(); ++device) {
        DeviceMetrics& one = metrics.devices[device];
        one.idle = metrics.makespan - one.busy;
        metrics.fits = metrics.fits && one.fits;
        metrics.span = std::max(metrics.span, one.span);
        metrics.ideal = std::max(metrics.ideal, one.busy);
        const auto& peak = metrics.devices[static_cast<std::size_t>(metrics.peakDevice)];
        if (one.peakMemory > peak.peakMemory)
            metrics.peakDevice = static_cast<int>(device);
    }
    metrics.peakMemory = metrics.devices[static_cast<std::size_t>(metrics.peakDevice)].peakMemory;

    const std::optional<Ratio> bubble = bubbleOf(metrics);
    const std::optional<Ratio> speedUp = speedUpOf(plan, metrics.makespan);
    if (!bubble || !speedUp) {
        return failure(ErrorCode::TimeOverflow,
            {std::to_string(
                std::chrono::duration_cast<std::chrono::seconds>(Duration::max()).count())});
    }
    const std::int64_t makespan = metrics.makespan.count();
    const std::int64_t span = metrics.span.count();
    const std::int64_t ideal = metrics.ideal.count();
    metrics.bubbleRatio = *bubble;
    metrics.bubbleOverIdeal = {makespan - ideal, ideal};
    metrics.spanBubbleRatio = {span - ideal, span};
    metrics.efficiency = {bubble->denominator - bubble->numerator, bubble->denominator};
    metrics.speedUp = *speedUp;
    return {};
}

Result<void> measure(
    const Plan& plan, const Schedule& schedule, const Timeline& timeline, Metrics& metrics)
{
    metrics.makespan = timeline.makespan;
    metrics.devices.resize(static_cast<std::size_t>(schedule.devices()));
    Occurrence occurrence {.shortest = timeline.makespan.count()};
    for (int device = 0; device < schedule.devices(); ++device) {
        metrics.devices[static_cast<std::size_t>(device)] =
            RowMeasure(plan, schedule, timeline, device).measured(occurrence);
    }
    for (std::size_t kind = 0; kind < kOperationKindCount; ++kind)
        metrics.kinds[kind] = (occurrence.kinds >> kind & 1U) != 0;
    metrics.shortest = Duration(occurrence.shortest);
    return summarize(plan, metrics);
}

} // namespace pipegantt
