// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/run/beyond.h"

#include "core/run/flowshop.h"
#include "core/run/insertion.h"
#include "core/run/rhythm.h"
#include "core/schedule/catalogue.h"
#include "core/schedule/group.h"

#include <algorithm>
#include <chrono>
#include <limits>
#include <optional>
#include <string>
#include <utility>

namespace pipegantt {
namespace {

/// Micro-batches that the rule of the plan can do with more or fewer of: those of a group, of a
/// unit of Chimera, or one in each direction.
std::int64_t stepOf(const Plan& plan)
{
    if (plan.group > 0 && plan.chunks > 1 && reads(plan.schedule, Parameter::Group))
        return plan.group;
    switch (plan.schedule) {
    case ScheduleKind::Chimera:
        return plan.stages;
    case ScheduleKind::DualPipe:
        return 2;
    default:
        return 1;
    }
}

/// The plan with the group that all its micro-batches have, so that fewer have the same.
Plan withGroup(Plan plan)
{
    if (plan.chunks > 1 && reads(plan.schedule, Parameter::Group))
        plan.group = groupSize(plan);
    return plan;
}

/// value modulo divisor, from 0 on.
std::int64_t rest(std::int64_t value, std::int64_t divisor)
{
    const std::int64_t left = value % divisor;
    return left < 0 ? left + divisor : left;
}

std::int64_t saturated(std::int64_t base, std::int64_t periods, std::int64_t growth)
{
    std::int64_t sum = 0;
    if (__builtin_mul_overflow(periods, growth, &sum) || __builtin_add_overflow(sum, base, &sum))
        return std::numeric_limits<std::int64_t>::max();
    return sum;
}

/// Runs fewer micro-batches until their rhythm shows, then counts up to all of them.
class Beyond
{
public:
    Beyond(const Plan& plan, SimulationScratch& scratch, Run& into, std::int64_t mostOperations)
        : m_plan(withGroup(plan))
        , m_scratch(scratch)
        , m_into(into)
        , m_mostOperations(mostOperations)
        , m_step(stepOf(m_plan))
    {
    }

    Result<void> run()
    {
        constexpr std::int64_t kTimesTheStages = 4;
        const std::optional<FlowShop> shop = flowShop(m_plan);
        std::int64_t size = kTimesTheStages * std::max<std::int64_t>(m_plan.stages, m_step);
        for (;; size += size / 2) {
            const std::int64_t held = size + rest(m_plan.microbatches - size, m_step);
            if (held > m_plan.microbatches || !mayHold(held))
                return tl::unexpected(noRhythm());
            const Result<bool> done =
                shop && !shop->keepsPace ? tryFlowShop(*shop, held) : tryWith(held);
            if (!done)
                return failure(done);
            if (*done)
                return summarize(m_plan, m_into.metrics);
        }
    }

private:
    [[nodiscard]] bool mayHold(std::int64_t microbatches) const
    {
        Plan part = m_plan;
        part.microbatches = static_cast<int>(microbatches);
        return isHeldWhole(part) && operationCount(part) <= m_mostOperations;
    }

    /// Whether so many micro-batches, or a few more, show a rhythm that one more period confirms.
    Result<bool> tryWith(std::int64_t held)
    {
        // Some schedules need more micro-batches than these to run at all.
        if (!simulated(held, m_into))
            return false;
        const std::optional<Rhythm> first = findRhythm(m_into.schedule, m_into.timeline, m_step);
        if (!first)
            return false;
        const std::int64_t period = first->microbatches;
        const std::int64_t fitting = held + rest(m_plan.microbatches - held, period);
        if (fitting > m_plan.microbatches || !mayHold(fitting + period)
            || (fitting != held && !simulated(fitting, m_into)))
            return false;
        const std::optional<Rhythm> rhythm = rhythmOf(m_into.schedule, m_into.timeline, period);
        if (!rhythm || !simulated(fitting + period, m_longer))
            return false;
        m_into.excerpt = insertion(
            {m_into.schedule, m_into.timeline}, {m_longer.schedule, m_longer.timeline}, *rhythm);
        if (!m_into.excerpt)
            return false;
        if (const Result<void> measured = measureBoth(); !measured)
            return failure(measured);
        return peaksGrowEvenly() ? complete() : Result<bool>(false);
    }

    Result<void> measureBoth()
    {
        return measure(m_plan, m_into.schedule, m_into.timeline, m_into.metrics).and_then([&] {
            return measure(m_plan, m_longer.schedule, m_longer.timeline, m_longer.metrics);
        });
    }

    bool simulated(std::int64_t microbatches, Run& run)
    {
        Plan part = m_plan;
        part.microbatches = static_cast<int>(microbatches);
        run.timeline.release();
        return generate(part, run.schedule)
            .and_then([&] { return simulate(part, run.schedule, m_scratch, run.timeline); })
            .has_value();
    }

    /// A peak stays, or all activations of a period stay on top of it.
    [[nodiscard]] bool peaksGrowEvenly() const
    {
        const std::int64_t all = m_into.excerpt->period * m_into.schedule.slices();
        const auto even = [&](std::int64_t growth) {
            return growth == 0 || growth == all * m_into.schedule.chunks();
        };
        for (std::size_t i = 0; i < m_into.metrics.devices.size(); ++i) {
            const DeviceMetrics& less = m_into.metrics.devices[i];
            const DeviceMetrics& more = m_longer.metrics.devices[i];
            if (!even(more.peakChunks - less.peakChunks)
                || !even(more.peakHeldChunks - less.peakHeldChunks)
                || !even(more.peakChunksReleaseAtInputGrad - less.peakChunksReleaseAtInputGrad))
                return false;
        }
        return true;
    }

    /// Counts from the two runs up to all micro-batches.
    Result<bool> complete()
    {
        Excerpt& excerpt = *m_into.excerpt;
        const std::int64_t periods = (m_plan.microbatches - excerpt.microbatches) / excerpt.period;
        excerpt.leftOut = periods * excerpt.period;
        Metrics& metrics = m_into.metrics;
        const std::int64_t growth = (m_longer.metrics.makespan - metrics.makespan).count();
        std::int64_t makespan = 0;
        if (__builtin_mul_overflow(periods, growth, &makespan)
            || __builtin_add_overflow(makespan, metrics.makespan.count(), &makespan)) {
            return failure(ErrorCode::TimeOverflow,
                {std::to_string(
                    std::chrono::duration_cast<std::chrono::seconds>(Duration::max()).count())});
        }
        for (Break& one : excerpt.breaks)
            one.leftOut = periods * one.period;
        for (auto& kinds : excerpt.shifts) {
            for (Excerpt::Shift& shift : kinds) {
                shift.before *= periods;
                shift.after *= periods;
            }
        }
        metrics.makespan = Duration(makespan);
        for (int device = 0; device < m_into.schedule.devices(); ++device) {
            for (Break& one : excerpt.breaks)
                one.heldBytes.push_back(periods * heldInPeriod(one, device));
        }
        growDevices(periods);
        return true;
    }

    /// The numbers of a flow shop, of which two small runs hold the formula to the simulation.
    Result<bool> tryFlowShop(const FlowShop& whole, std::int64_t held)
    {
        if (!mayHold(held + 1) || !simulated(held, m_into) || !simulated(held + 1, m_longer))
            return false;
        m_into.excerpt = Excerpt {held, m_plan.microbatches - held, 1, {}, {}};
        if (const Result<void> measured = measureBoth(); !measured)
            return failure(measured);
        if (!peaksGrowEvenly() || !isShop(m_into) || !isShop(m_longer))
            return false;
        growDevices(m_into.excerpt->leftOut);
        m_into.metrics.makespan = whole.makespan;
        for (std::size_t i = 0; i < whole.spans.size(); ++i)
            m_into.metrics.devices[i].span = whole.spans[i];
        return true;
    }

    [[nodiscard]] bool isShop(const Run& run) const
    {
        Plan part = m_plan;
        part.microbatches = run.schedule.microbatches();
        const std::optional<FlowShop> shop = flowShop(part);
        return shop && shop->makespan == run.metrics.makespan
            && std::ranges::equal(shop->spans, run.metrics.devices, {}, {}, &DeviceMetrics::span);
    }

    /// What `device` holds more at the end of the period before a break than at its beginning. That
    /// is a number of whole micro-batches, so that no rounding comes in.
    [[nodiscard]] std::int64_t heldInPeriod(const Break& one, int device) const
    {
        const MemoryModel model(m_plan, m_into.schedule, device);
        const std::size_t end = one.first[static_cast<std::size_t>(device)];
        std::size_t i = end;
        HeldActivations change;
        while (i > m_into.schedule.rowBegin(device)
            && m_into.timeline.start(device, i - 1) >= one.at - one.period) {
            --i;
            model.begin(m_into.schedule.operations()[i], change);
            model.end(m_into.schedule.operations()[i], change);
        }
        // Activations of negative numbers would round the other way.
        const std::int64_t sign = change.whole < 0 ? -1 : 1;
        return sign
            * model
                  .activations({sign * change.whole, sign * change.rest, sign * change.checkpoints})
                  .value;
    }

    void growDevices(std::int64_t periods)
    {
        for (int device = 0; device < m_into.schedule.devices(); ++device)
            grow(device, periods);
    }

    void grow(int index, std::int64_t periods)
    {
        DeviceMetrics& device = m_into.metrics.devices[static_cast<std::size_t>(index)];
        const DeviceMetrics& longer = m_longer.metrics.devices[static_cast<std::size_t>(index)];
        device.busy += periods * (longer.busy - device.busy);
        device.span += periods * (longer.span - device.span);
        for (std::int64_t DeviceMetrics::*const peak : {&DeviceMetrics::peakChunks,
                 &DeviceMetrics::peakChunksReleaseAtInputGrad, &DeviceMetrics::peakHeldChunks})
            device.*peak += periods * (longer.*peak - device.*peak);
        device.peakMemory.value = saturated(
            device.peakMemory.value, periods, longer.peakMemory.value - device.peakMemory.value);
        if (const std::optional<Bytes> limit = limitOn(m_plan, m_into.schedule, index))
            device.fits = device.peakMemory <= *limit;
    }

    [[nodiscard]] Error noRhythm() const
    {
        return {ErrorCode::JumpNeedsRhythm,
            {std::to_string(m_plan.microbatches), tooManyOperations(m_plan).facts.back()}};
    }

    Plan m_plan;
    SimulationScratch& m_scratch;
    Run& m_into;
    Run m_longer;
    std::int64_t m_mostOperations;
    std::int64_t m_step;
};

} // namespace

Result<void> runBeyond(
    const Plan& plan, SimulationScratch& scratch, Run& into, std::int64_t mostOperations)
{
    into.plan = plan;
    into.lowerBound.reset();
    return checkCountable(plan).and_then(
        [&] { return Beyond(plan, scratch, into, mostOperations).run(); });
}

std::optional<std::vector<IdleCauses>> wholeIdleCauses(const Run& run)
{
    if (run.excerpt && !run.excerpt->isPart())
        return std::nullopt;
    std::vector<IdleCauses> all = idleCauses(run.plan, run.schedule, run.timeline);
    if (!run.excerpt)
        return all;
    const Excerpt& excerpt = *run.excerpt;
    Plan plan = withGroup(run.plan);
    plan.microbatches = static_cast<int>(excerpt.microbatches + excerpt.period);
    Run longer;
    SimulationScratch scratch;
    const bool ran =
        generate(plan, longer.schedule)
            .and_then([&] { return simulate(plan, longer.schedule, scratch, longer.timeline); })
            .has_value();
    if (!ran)
        return std::nullopt;
    const std::vector<IdleCauses> more = idleCauses(plan, longer.schedule, longer.timeline);
    const std::int64_t periods = excerpt.leftOut / excerpt.period;
    for (std::size_t i = 0; i < all.size(); ++i) {
        for (Duration IdleCauses::*const part : {&IdleCauses::warmUp, &IdleCauses::drain,
                 &IdleCauses::message, &IdleCauses::dependency, &IdleCauses::imbalance})
            all[i].*part += periods * (more[i].*part - all[i].*part);
    }
    return all;
}

} // namespace pipegantt
