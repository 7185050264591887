// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/schedule/vpattern.h"

#include <algorithm>

namespace pipegantt {
namespace {

/// A pass in the grid: its leg of the walk through the V, or a weight gradient of either chunk.
constexpr int kLegs = 4;
constexpr int kWeightGrad = kLegs;
constexpr int kPeriod = 6;

std::size_t sizeOf(int count)
{
    return static_cast<std::size_t>(count);
}

bool isForward(int pass)
{
    return pass < 2;
}

bool isInputGrad(int pass)
{
    return pass == 2 || pass == 3;
}

int slotsOf(const VBlock& block, int microbatches)
{
    int last = 0;
    for (const auto& offsets : block)
        last = std::max(last, std::ranges::max(offsets));
    return last + kPeriod * (microbatches - 1) + 1;
}

} // namespace

/// How far a sweep over the grid, in the order of time, has come.
struct VPattern::Progress
{
    enum class Phase : std::uint8_t
    {
        WarmUp, ///< until the first micro-batch is back at the first device
        Steady,
        Drain, ///< from a device's last forward of the first chunk on
    };

    explicit Progress(int devices)
        : done(sizeOf(devices))
        , released(sizeOf(devices))
        , lastWeightGrad(sizeOf(devices), -1)
    {
    }

    /// The micro-batch of the next pass of `leg` on `device`, which is thereby counted.
    int next(int leg, int device) { return done[sizeOf(device)][sizeOf(leg)]++; }
    void enter(int pass, int device)
    {
        if (phase == Phase::WarmUp && pass == kLegs - 1 && device == 0)
            phase = Phase::Steady;
    }

    Phase phase = Phase::WarmUp;
    std::vector<std::array<int, kLegs>> done;
    /// Input gradients of legs 2 and 3 whose weight gradient has been met.
    std::vector<std::array<int, 2>> released;
    std::vector<int> lastWeightGrad;
};

VPattern::VPattern(const VBlock& block, int microbatches)
    : m_microbatches(microbatches)
    , m_grid(static_cast<int>(block.size()), slotsOf(block, microbatches))
    , m_slotOf(kLegs * block.size() * sizeOf(microbatches))
{
    for (int device = 0; device < m_grid.devices(); ++device) {
        for (int leg = 0; leg < kLegs; ++leg) {
            for (int i = 0; i < microbatches; ++i) {
                const int slot = block[sizeOf(device)][sizeOf(leg)] + kPeriod * i;
                m_grid.set(device, slot, static_cast<std::uint8_t>(leg));
            }
        }
    }
}

void VPattern::squeeze()
{
    addWeightGrads();
    squeezeWithWeightGrads();
    pack();
    removeWeightGrads();
    squeezeDrain();
    addWeightGrads();
    pack();
    removeWeightGrads();
}

/// Puts a weight gradient into every free slot that one waits at, and the rest behind.
void VPattern::addWeightGrads()
{
    for (int device = 0; device < m_grid.devices(); ++device) {
        int waiting = 0;
        int passes = 0;
        int slot = 0;
        for (; passes < kLegs * m_microbatches; ++slot) {
            if (!m_grid.isFree(device, slot)) {
                ++passes;
                waiting += isInputGrad(m_grid.at(device, slot)) ? 1 : 0;
            } else if (waiting > 0) {
                m_grid.set(device, slot, kWeightGrad);
                --waiting;
            }
        }
        for (; waiting > 0; --waiting)
            m_grid.set(device, slot++, kWeightGrad);
    }
}

void VPattern::removeWeightGrads()
{
    for (int slot = 0; slot < m_grid.slots(); ++slot) {
        for (int device = 0; device < m_grid.devices(); ++device) {
            if (m_grid.at(device, slot) == kWeightGrad)
                m_grid.set(device, slot, SlotGrid::kFree);
        }
    }
}

/// Moves every pass to the earliest slot that keeps each device's order.
void VPattern::pack()
{
    Progress progress(m_grid.devices());
    std::vector<int> next(sizeOf(m_grid.devices()));
    for (int slot = 0; slot < m_grid.slots(); ++slot) {
        for (int device = 0; device < m_grid.devices(); ++device) {
            const std::uint8_t pass = m_grid.at(device, slot);
            if (pass == SlotGrid::kFree)
                continue;
            int& to = next[sizeOf(device)];
            if (pass != kWeightGrad) {
                const int i = progress.next(pass, device);
                const bool turns = device == (pass % 2 == 0 ? 0 : m_grid.devices() - 1);
                if (!turns)
                    to = std::max(
                        to, m_slotOf[cell(pass, device + (pass % 2 == 0 ? -1 : 1), i)] + 1);
                m_slotOf[cell(pass, device, i)] = to;
            }
            if (to < slot)
                m_grid.move(device, slot, to);
            ++to;
        }
    }
}

/// The first slot after all that pass `leg` of `microbatch` waits for.
int VPattern::earliest(int leg, int device, int microbatch) const
{
    int after = -1;
    const int before = device + (leg % 2 == 0 ? -1 : 1);
    if (before >= 0 && before < m_grid.devices())
        after = m_slotOf[cell(leg, before, microbatch)];
    if (leg > 0)
        after = std::max(after, m_slotOf[cell(leg - 1, device, microbatch)]);
    if (microbatch > 0)
        after = std::max(after, m_slotOf[cell(leg, device, microbatch - 1)]);
    return after + 1;
}

void VPattern::squeezeWithWeightGrads()
{
    countActivations();
    Progress progress(m_grid.devices());
    for (int slot = 0; slot < m_grid.slots(); ++slot) {
        for (int device = 0; device < m_grid.devices(); ++device) {
            const int pass = m_grid.at(device, slot);
            if (pass == SlotGrid::kFree)
                continue;
            progress.enter(pass, device);
            const int to = place(progress, pass, device, slot);
            if (to < slot)
                m_grid.move(device, slot, to);
        }
    }
}

/// The slot for the pass that stands in `slot`, and what follows from it for memory.
int VPattern::place(Progress& progress, int pass, int device, int slot)
{
    const bool steady = progress.phase == Progress::Phase::Steady;
    if (pass == kWeightGrad)
        return placeWeightGrad(progress, device, slot);
    const int i = progress.next(pass, device);
    if (steady && pass == 0 && i + 1 == m_microbatches)
        progress.phase = Progress::Phase::Drain;
    int to = slot;
    if (!steady) {
        const int first = earliest(pass, device, i);
        to = isForward(pass) ? placeForward(device, first, slot)
                             : m_grid.firstFree(device, first, slot);
    }
    m_slotOf[cell(pass, device, i)] = to;
    return to;
}

/// The earliest free slot from `earliest` on from which the activations may live until `slot`.
int VPattern::placeForward(int device, int earliest, int slot)
{
    int from = slot;
    while (from > earliest && m_alive[moment(device, from - 1)] < m_limit)
        --from;
    const int to = m_grid.firstFree(device, from, slot);
    for (int i = to; i < slot; ++i)
        ++m_alive[moment(device, i)];
    return to;
}

/// The k-th weight gradient of a device comes after the one before and after the k-th input
/// gradient, of either chunk.
int VPattern::placeWeightGrad(Progress& progress, int device, int slot)
{
    auto& released = progress.released[sizeOf(device)];
    const auto slotOfNext = [&](int leg) {
        const int i = released[sizeOf(leg - 2)];
        return i < progress.done[sizeOf(device)][sizeOf(leg)] ? m_slotOf[cell(leg, device, i)]
                                                              : m_grid.slots();
    };
    const int upper = slotOfNext(2);
    const int lower = slotOfNext(3);
    ++released[upper < lower ? 0 : 1];
    int& last = progress.lastWeightGrad[sizeOf(device)];
    if (progress.phase == Progress::Phase::Steady) {
        last = slot;
        return slot;
    }
    last = m_grid.firstFree(device, std::max(last, std::min(upper, lower)) + 1, slot);
    for (int i = last; i < slot; ++i)
        --m_alive[moment(device, i)];
    return last;
}

/// Chunks alive after each slot, weight gradients being in the grid.
void VPattern::countActivations()
{
    m_alive.resize(sizeOf(m_grid.devices()) * sizeOf(m_grid.slots()));
    m_limit = 0;
    for (int device = 0; device < m_grid.devices(); ++device) {
        int alive = 0;
        for (int slot = 0; slot < m_grid.slots(); ++slot) {
            const int pass = m_grid.at(device, slot);
            alive += isForward(pass) ? 1 : 0;
            alive -= pass == kWeightGrad ? 1 : 0;
            m_alive[moment(device, slot)] = static_cast<std::int16_t>(alive);
            m_limit = std::max(m_limit, alive);
        }
    }
}

/// Lets the drain flow into the slots that the weight gradients had, as far as memory allows where
/// these take the free slots that remain.
void VPattern::squeezeDrain()
{
    countImplied();
    Progress progress(m_grid.devices());
    for (int slot = 0; slot < m_grid.slots(); ++slot) {
        for (int device = 0; device < m_grid.devices(); ++device) {
            const int pass = m_grid.at(device, slot);
            if (pass == SlotGrid::kFree)
                continue;
            progress.enter(pass, device);
            const bool drain = progress.phase == Progress::Phase::Drain;
            const int i = progress.next(pass, device);
            if (progress.phase == Progress::Phase::Steady && pass == 0 && i + 1 == m_microbatches)
                progress.phase = Progress::Phase::Drain;
            m_slotOf[cell(pass, device, i)] =
                drain ? placeImplied(device, earliest(pass, device, i), slot) : slot;
        }
    }
}

/// Moves the pass in `slot` to the earliest free slot that memory allows, and returns that.
int VPattern::placeImplied(int device, int earliest, int slot)
{
    for (int to = m_grid.firstFree(device, earliest, slot); to < slot;
         to = m_grid.firstFree(device, to + 1, slot)) {
        m_grid.move(device, slot, to);
        if (replayImplied(device, to, slot, false)) {
            replayImplied(device, to, slot, true);
            return to;
        }
        m_grid.move(device, to, slot);
    }
    return slot;
}

void VPattern::countImplied()
{
    m_alive.assign(sizeOf(m_grid.devices()) * sizeOf(m_grid.slots()), 0);
    m_waiting.assign(m_alive.size(), 0);
    m_limit = 2 * m_microbatches;
    for (int device = 0; device < m_grid.devices(); ++device)
        replayImplied(device, 0, m_grid.slots(), true);
    m_limit = std::ranges::max(m_alive);
}

/// Recounts the chunks alive on `device` from slot `from` on, a free slot being taken by a weight
/// gradient if one waits, until the count agrees with the one kept, but to `until` at least. False
/// where the limit is passed; keeps the new count if `keep`.
bool VPattern::replayImplied(int device, int from, int until, bool keep)
{
    int alive = from == 0 ? 0 : m_alive[moment(device, from - 1)];
    int waiting = from == 0 ? 0 : m_waiting[moment(device, from - 1)];
    for (int slot = from; slot < m_grid.slots(); ++slot) {
        const int pass = m_grid.at(device, slot);
        if (pass != SlotGrid::kFree) {
            alive += isForward(pass) ? 1 : 0;
            waiting += isInputGrad(pass) ? 1 : 0;
        } else if (waiting > 0) {
            --alive;
            --waiting;
        }
        std::int16_t& aliveBefore = m_alive[moment(device, slot)];
        std::int16_t& waitingBefore = m_waiting[moment(device, slot)];
        if (slot >= until && alive == aliveBefore && waiting == waitingBefore)
            return true;
        if (alive > m_limit)
            return false;
        if (keep) {
            aliveBefore = static_cast<std::int16_t>(alive);
            waitingBefore = static_cast<std::int16_t>(waiting);
        }
    }
    return true;
}

void VPattern::write(Schedule& schedule) const
{
    constexpr std::array kChunkOf {0, 1, 1, 0};
    for (int device = 0; device < m_grid.devices(); ++device) {
        std::array<int, kLegs> done {};
        std::array<int, 2> weightGrads {};
        const auto waits = [&](int chunk) {
            return weightGrads[sizeOf(chunk)] < done[sizeOf(kLegs - 1 - chunk)];
        };
        const auto appendWeightGrad = [&](int chunk) {
            schedule.append(OperationKind::WeightGrad, chunk, weightGrads[sizeOf(chunk)]++);
        };
        int passes = 0;
        for (int slot = 0; passes < kLegs * m_microbatches; ++slot) {
            const int pass = m_grid.at(device, slot);
            if (pass != SlotGrid::kFree) {
                ++passes;
                schedule.append(isForward(pass) ? OperationKind::Forward : OperationKind::InputGrad,
                    kChunkOf[sizeOf(pass)], done[sizeOf(pass)]++);
            } else if (waits(1)) {
                appendWeightGrad(1);
            } else if (waits(0)) {
                appendWeightGrad(0);
            }
        }
        while (waits(1))
            appendWeightGrad(1);
        while (waits(0))
            appendWeightGrad(0);
        schedule.finishDevice();
    }
}

} // namespace pipegantt
