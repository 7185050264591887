// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/run/linejump.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <limits>

namespace pipegantt {
namespace {

/// No message is waited for: far below every time, and a time can be added to it.
constexpr std::int64_t kNothing = std::numeric_limits<std::int64_t>::min() / 2;

enum class Pass : std::uint8_t
{
    Forward,
    Gradient, ///< of the input, or of all
    Recompute,
    Weight,
    Step,
};

/// The rule of one schedule.
struct LineRule
{
    /// What a device runs in a round, in this order.
    std::vector<Pass> round;
    /// How many forwards device d is ahead of the next one.
    int depth = 1;
    /// How many slots a device is behind the next one.
    int skew = 1;
    /// Whether the recomputation, not the pass behind it, waits for the gradient.
    bool recomputesWithGradient = false;
    /// Whether weight gradients run `depth` rounds a device late.
    bool splits = false;
};

std::optional<LineRule> ruleOf(const Plan& plan)
{
    LineRule rule;
    rule.round = {Pass::Forward, Pass::Gradient};
    switch (plan.schedule) {
    case ScheduleKind::OneFOneB:
    case ScheduleKind::PipeDream2BW:
        break;
    case ScheduleKind::EagerOneFOneB:
        rule.depth = 2;
        break;
    case ScheduleKind::PipeDream:
        if (plan.optimizer > Duration::zero())
            rule.round.push_back(Pass::Step);
        break;
    case ScheduleKind::OneFOneBRecompute:
        rule.round = {Pass::Forward, Pass::Recompute, Pass::Gradient};
        rule.recomputesWithGradient = plan.recomputeStart == RecomputeStart::WithGradient;
        rule.skew = rule.recomputesWithGradient ? 2 : 1;
        break;
    case ScheduleKind::ZbH1:
    case ScheduleKind::ZbH2:
        rule.round.push_back(Pass::Weight);
        rule.depth = plan.schedule == ScheduleKind::ZbH1 ? 1 : 2;
        rule.splits = true;
        break;
    default:
        return std::nullopt;
    }
    return rule;
}

/// Whole numbers modulo `divisor`, from 0 on.
std::int64_t modulo(std::int64_t value, std::int64_t divisor)
{
    const std::int64_t rest = value % divisor;
    return rest < 0 ? rest + divisor : rest;
}

/// What one slot reads and writes, by device.
struct SlotArrays
{
    const std::int64_t* before; ///< ends after the slot before
    const std::int64_t* forwards; ///< ends after the slot of the forwards that are waited for
    const std::int64_t* activationHops;
    const std::int64_t* gradientHops;
    const std::int64_t* times;
    std::int64_t* now; ///< no other row is it
};

/// When `device` can start its pass: its pass before is done, and what it waits for is there.
inline std::int64_t startOf(const SlotArrays& slot, int device)
{
    const std::int64_t activation = slot.forwards[device - 1] + slot.activationHops[device];
    const std::int64_t gradient = slot.before[device + 1] + slot.gradientHops[device];
    return std::max(slot.before[device], std::max(activation, gradient));
}

#if defined(__GNUC__) && !defined(__clang__) && defined(__x86_64__)                                \
    && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define PIPEGANTT_WIDEST                                                                           \
    __attribute__((optimize("O3"), target_clones("avx512f", "avx2", "default")))
#else
#define PIPEGANTT_WIDEST
#endif

/// A slot in which every device runs a pass. No pass depends on another of the slot, so that the
/// widest vectors of the machine take as many devices as they hold.
PIPEGANTT_WIDEST void stepFull(const SlotArrays& slot, int devices)
{
    const std::int64_t* const before = slot.before;
    const std::int64_t* const forwards = slot.forwards;
    const std::int64_t* const activationHops = slot.activationHops;
    const std::int64_t* const gradientHops = slot.gradientHops;
    const std::int64_t* const times = slot.times;
    std::int64_t* const __restrict now = slot.now;
    for (int device = 0; device < devices; ++device) {
        const std::int64_t activation = forwards[device - 1] + activationHops[device];
        const std::int64_t gradient = before[device + 1] + gradientHops[device];
        const std::int64_t ready = activation > gradient ? activation : gradient;
        const std::int64_t clock = before[device] > ready ? before[device] : ready;
        now[device] = clock + times[device];
    }
}

/// All devices, slot by slot.
class Line
{
public:
    Line(const Plan& plan, LineRule rule)
        : m_plan(plan)
        , m_rule(std::move(rule))
        , m_devices(plan.stages)
        , m_passes(static_cast<std::int64_t>(m_rule.round.size()))
        , m_depth(m_passes * m_rule.depth)
        , m_stride(m_devices + 2)
        , m_rows(static_cast<std::size_t>(m_depth * m_stride), 0)
        , m_starts(static_cast<std::size_t>(m_devices), 0)
    {
        layPasses();
    }

    std::optional<LineJump> run(std::int64_t mostSlots)
    {
        const auto [fullFrom, fullTo, end] = windows();
        std::vector<std::int64_t> snapshot;
        std::int64_t snapshotAt = 0;
        std::int64_t power = 1;
        std::int64_t waited = 0;
        bool jumped = false;
        std::int64_t slots = 0;
        for (std::int64_t t = 0; t < end; ++t, ++slots) {
            const bool full = t >= fullFrom && t < fullTo;
            if (slots > mostSlots)
                return std::nullopt;
            if (full)
                stepFull(arrays(t), m_devices);
            else
                stepEdge(t);
            if (jumped || !full || t - fullFrom < m_depth || modulo(t + 1, m_depth) != 0)
                continue;
            ++waited;
            if (!snapshot.empty()) {
                if (const auto growth = growthSince(snapshot)) {
                    const std::int64_t period = t - snapshotAt;
                    const std::int64_t periods = (fullTo - 1 - t) / period;
                    if (!advance(periods, *growth))
                        return std::nullopt;
                    t += periods * period;
                    jumped = true;
                    continue;
                }
            }
            if (snapshot.empty() || waited == power) {
                snapshot = m_rows;
                snapshotAt = t;
                power *= 2;
                waited = 0;
            }
        }
        return finished(end, slots);
    }

private:
    [[nodiscard]] int ahead(int device) const { return m_rule.depth * (m_devices - 1 - device); }
    [[nodiscard]] int late(int device) const { return m_rule.splits ? m_rule.depth * device : 0; }
    /// The unit that a pass of round k is of.
    [[nodiscard]] std::int64_t unitOf(Pass pass, std::int64_t round, int device) const
    {
        if (pass == Pass::Forward)
            return round + ahead(device);
        return pass == Pass::Weight ? round - late(device) : round;
    }
    /// Slots before round 0 of a device.
    [[nodiscard]] std::int64_t offset(int device) const
    {
        return m_passes * ahead(0) + std::int64_t {m_rule.skew} * (m_devices - 1 - device);
    }

    /// Lays out, for each slot modulo the rows that are kept, what each device runs.
    void layPasses()
    {
        const auto size = static_cast<std::size_t>(m_passes * m_devices);
        m_activationHops.assign(size, kNothing);
        m_gradientHops.assign(size, kNothing);
        m_times.resize(size);
        m_firsts.resize(size);
        m_firstForwards.resize(static_cast<std::size_t>(m_devices));
        std::size_t at = 0;
        for (std::int64_t phase = 0; phase < m_passes; ++phase) {
            for (int device = 0; device < m_devices; ++device, ++at) {
                const std::int64_t place = modulo(phase - offset(device), m_passes);
                const Pass pass = m_rule.round[static_cast<std::size_t>(place)];
                m_firsts[at] = firstSlot(pass, place, device);
                if (pass == Pass::Forward)
                    m_firstForwards[static_cast<std::size_t>(device)] = m_firsts[at];
                m_times[at] = timeOf(pass, device).count();
                if (pass == Pass::Forward && device > 0)
                    m_activationHops[at] = hopTime(m_plan, device - 1, device).count();
                if (waitsForGradient(pass) && device + 1 < m_devices)
                    m_gradientHops[at] = hopTime(m_plan, device + 1, device).count();
            }
        }
    }

    /// The slot of the pass of unit 0.
    [[nodiscard]] std::int64_t firstSlot(Pass pass, std::int64_t place, int device) const
    {
        return offset(device) - m_passes * unitOf(pass, 0, device) + place;
    }

    [[nodiscard]] bool waitsForGradient(Pass pass) const
    {
        return pass == (m_rule.recomputesWithGradient ? Pass::Recompute : Pass::Gradient);
    }

    [[nodiscard]] Duration timeOf(Pass pass, int device) const
    {
        const StageTime& time = m_plan.timeOf(device);
        switch (pass) {
        case Pass::Forward:
            return time.forward;
        case Pass::Gradient:
            return m_rule.splits ? time.inputGrad : time.backward();
        case Pass::Recompute:
            return m_plan.recompute > Duration::zero() ? m_plan.recompute : time.forward;
        case Pass::Weight:
            return time.weightGrad;
        case Pass::Step:
            break;
        }
        return m_plan.optimizer;
    }

    struct Windows
    {
        std::int64_t fullFrom = 0; ///< from here on every pass exists
        std::int64_t fullTo = 0; ///< to here
        std::int64_t end = 0;
    };
    [[nodiscard]] Windows windows() const
    {
        Windows all {0, std::numeric_limits<std::int64_t>::max(), 0};
        for (const std::int64_t first : m_firsts) {
            const std::int64_t after = first + m_passes * m_plan.units();
            all.fullFrom = std::max(all.fullFrom, first);
            all.fullTo = std::min(all.fullTo, after);
            all.end = std::max(all.end, after - m_passes + 1);
        }
        return all;
    }

    /// The ends after slot t, with a place before the first device and one behind the last.
    [[nodiscard]] std::int64_t* row(std::int64_t t)
    {
        return m_rows.data() + modulo(t, m_depth) * m_stride + 1;
    }

    /// What slot t reads and writes.
    [[nodiscard]] SlotArrays arrays(std::int64_t t)
    {
        const std::int64_t begin = modulo(t, m_passes) * m_devices;
        return {row(t - 1), row(t - m_depth + m_rule.skew), m_activationHops.data() + begin,
            m_gradientHops.data() + begin, m_times.data() + begin, row(t)};
    }

    /// A slot of the head or the tail, in which some devices run none.
    void stepEdge(std::int64_t t)
    {
        const SlotArrays slot = arrays(t);
        const std::int64_t* const firsts = m_firsts.data() + modulo(t, m_passes) * m_devices;
        const std::int64_t length = m_passes * m_plan.units();
        for (int device = 0; device < m_devices; ++device) {
            const bool runs = t >= firsts[device] && t < firsts[device] + length;
            const std::int64_t clock = runs ? startOf(slot, device) : slot.before[device];
            if (t == m_firstForwards[static_cast<std::size_t>(device)])
                m_starts[static_cast<std::size_t>(device)] = clock;
            slot.now[device] = runs ? clock + slot.times[device] : clock;
        }
    }

    /// By how much all ends have grown, if by one and the same.
    [[nodiscard]] std::optional<std::int64_t> growthSince(
        const std::vector<std::int64_t>& snapshot) const
    {
        const std::int64_t growth = m_rows[1] - snapshot[1];
        for (std::size_t begin = 1; begin < m_rows.size();
             begin += static_cast<std::size_t>(m_stride)) {
            for (std::size_t i = begin; i < begin + static_cast<std::size_t>(m_devices); ++i) {
                if (m_rows[i] - snapshot[i] != growth)
                    return std::nullopt;
            }
        }
        return growth;
    }

    bool advance(std::int64_t periods, std::int64_t growth)
    {
        std::int64_t all = 0;
        if (__builtin_mul_overflow(periods, growth, &all) || all > -kNothing)
            return false;
        for (std::int64_t& end : m_rows)
            end += all;
        return true;
    }

    [[nodiscard]] LineJump finished(std::int64_t end, std::int64_t slots)
    {
        LineJump jump;
        jump.simulatedSlots = slots;
        const bool stepsOnce =
            m_plan.optimizer > Duration::zero() && !shapeOf(m_plan.schedule).stepsEachMicrobatch;
        const Duration step = stepsOnce ? m_plan.optimizer : Duration::zero();
        for (int device = 0; device < m_devices; ++device) {
            const Duration last = Duration(row(end - 1)[device]) + step;
            jump.makespan = std::max(jump.makespan, last);
            jump.spans.push_back(last - Duration(m_starts[static_cast<std::size_t>(device)]));
            Duration work {};
            for (const Pass pass : m_rule.round)
                work += timeOf(pass, device);
            jump.busy.push_back(m_plan.units() * work + step);
            const std::int64_t alive = std::int64_t {ahead(device)} + 1 + late(device);
            jump.peaks.push_back(std::min(alive, m_plan.units()));
        }
        return jump;
    }

    const Plan& m_plan;
    LineRule m_rule;
    int m_devices;
    std::int64_t m_passes; ///< of a round
    std::int64_t m_depth; ///< slots whose ends are kept
    std::int64_t m_stride; ///< from one slot's ends to the next one's
    /// The ends of the last slots, slot modulo m_depth by device.
    std::vector<std::int64_t> m_rows;
    std::vector<std::int64_t> m_starts;
    /// For each slot modulo m_passes by device: how far the messages that a pass waits for travel,
    /// and how long it takes.
    std::vector<std::int64_t> m_activationHops;
    std::vector<std::int64_t> m_gradientHops;
    std::vector<std::int64_t> m_times;
    /// Beside them, the slot in which the pass of unit 0 is; and that of each device's forward.
    std::vector<std::int64_t> m_firsts;
    std::vector<std::int64_t> m_firstForwards;
};

} // namespace

std::optional<LineJump> lineJump(const Plan& plan, std::int64_t mostSlots)
{
    std::optional<LineRule> rule = ruleOf(plan);
    if (!rule || plan.chunks != 1 || !checkCountable(plan))
        return std::nullopt;
    return Line(plan, std::move(*rule)).run(mostSlots);
}

} // namespace pipegantt
