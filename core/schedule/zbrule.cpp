// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/schedule/zbrule.h"

#include <algorithm>

namespace pipegantt {
namespace {

/// Legs of the linear walk.
constexpr int kUp = 0;
constexpr int kDown = 1;

std::size_t sizeOf(int count)
{
    return static_cast<std::size_t>(count);
}

} // namespace

ZbRule::ZbRule(const Walk& walk)
    : m_walk(walk)
    , m_microbatches(sizeOf(walk.microbatches()))
    , m_initial(sizeOf(walk.devices()))
    , m_wanted(sizeOf(walk.devices()))
    , m_forwardEnds(sizeOf(walk.devices()) * m_microbatches)
    , m_inputGradEnds(m_forwardEnds.size())
{
    for (int d = 0; d < walk.devices(); ++d) {
        Device& device = m_initial[sizeOf(d)];
        device.forwardTime = walk.pass(kUp, d);
        device.inputGradTime = walk.pass(kDown, d);
        device.weightGradTime = walk.weightGrad(0, d);
        device.hopUp = walk.hop(kUp, d);
        device.hopDown = walk.hop(kDown, d);
    }
}

bool ZbRule::run(const ZbChoices& choices, const ZbMemory& memory, std::int64_t longestSpan,
    Draft& draft, Quality& quality)
{
    m_choices = choices;
    m_memory = memory;
    m_draft = &draft;
    m_draft->reset(m_walk);
    m_devices = m_initial;
    for (int d = 0; d < m_walk.devices(); ++d)
        m_devices[sizeOf(d)].idleAllowed = longestSpan - m_walk.work(d);
    m_mostIdle = 0;
    m_tooLong = false;

    warmUp();
    for (int round = 1; round < m_walk.microbatches(); ++round) {
        if (!runRound() || m_tooLong)
            return false;
    }
    for (int d = 0; d < m_walk.devices(); ++d) {
        while (m_devices[sizeOf(d)].weightGrads < m_walk.microbatches())
            putWeightGrad(d);
    }
    quality = this->quality();
    return !m_tooLong;
}

/// The first micro-batch there and back, with as many forwards before its gradient as time and
/// memory allow, more of them the nearer a device is to the first.
void ZbRule::warmUp()
{
    const int devices = m_walk.devices();
    for (int d = 0; d < devices; ++d)
        putForward(d);
    const Device& last = m_devices.back();
    std::int64_t gradientEnd = last.clock + last.inputGradTime;
    m_wanted.back() = 0;
    for (int d = devices - 2; d >= 0; --d) {
        const Device& device = m_devices[sizeOf(d)];
        const std::int64_t arrival = gradientEnd + device.hopDown;
        const int extra = extraForwards(device, arrival);
        m_wanted[sizeOf(d)] = extra;
        gradientEnd =
            std::max(device.clock + extra * device.forwardTime, arrival) + device.inputGradTime;
    }
    for (int d = 1; d < devices; ++d) {
        int& wanted = m_wanted[sizeOf(d)];
        const int before = m_wanted[sizeOf(d) - 1];
        // With all of its forwards a device may draw level with the one before, else it stays back.
        const bool all = m_devices[sizeOf(d)].forwards + wanted == m_walk.microbatches();
        wanted = std::min(wanted, all ? before : std::max(0, before - 1));
    }
    for (int d = 0; d < devices; ++d) {
        for (int i = 0; i < m_wanted[sizeOf(d)]; ++i)
            putForward(d);
    }
    for (int d = devices - 1; d >= 0; --d)
        putInputGrad(d);
}

/// How many forwards `device` can run until the first gradient is there.
int ZbRule::extraForwards(const Device& device, std::int64_t gradientAt) const
{
    std::int64_t memory = device.memory;
    std::int64_t clock = device.clock;
    int extra = 0;
    while (device.forwards + extra < m_walk.microbatches()
        && memory + m_memory.all <= m_memory.limit) {
        const bool full = m_choices.keepFirstGradPunctual ? clock + device.forwardTime > gradientAt
                                                          : clock >= gradientAt;
        if (full)
            break;
        memory += m_memory.all;
        clock += device.forwardTime;
        ++extra;
    }
    return extra;
}

/// One forward where it is wanted, up the devices, then one input gradient each, down them.
bool ZbRule::runRound()
{
    chooseForwards();
    for (int d = 0; d < m_walk.devices(); ++d) {
        const Device& device = m_devices[sizeOf(d)];
        // With uneven stages a device may have no forward left for its next input gradient.
        const bool wanted = m_wanted[sizeOf(d)] > 0 || device.forwards == device.inputGrads;
        if (wanted && !placeForward(d))
            return false;
    }
    for (int d = m_walk.devices() - 1; d >= 0; --d) {
        if (!placeInputGrad(d))
            return false;
    }
    return true;
}

/// A device runs no forward where one after it skips one, so that the leads do not grow.
void ZbRule::chooseForwards()
{
    bool skipped = false;
    for (int d = m_walk.devices() - 1; d >= 0; --d) {
        const Device& device = m_devices[sizeOf(d)];
        const bool left = device.forwards < m_walk.microbatches();
        if (left && m_choices.favourInputGrads && d + 1 < m_walk.devices())
            skipped = skipped || skipsForward(device, m_devices[sizeOf(d) + 1]);
        m_wanted[sizeOf(d)] = left && !skipped ? 1 : 0;
    }
}

/// Whether `device`, two forwards or more ahead of `next`, had better wait for the next gradient.
bool ZbRule::skipsForward(const Device& device, const Device& next) const
{
    if (device.forwards < next.forwards + 2)
        return false;
    const std::int64_t gradientAt =
        next.clock + next.forwardTime + next.inputGradTime + device.hopDown;
    if (device.clock >= gradientAt)
        return true;
    std::int64_t memory = device.memory + m_memory.all;
    std::int64_t makingRoom = 0;
    for (int w = device.weightGrads; memory > m_memory.limit && w < device.inputGrads; ++w) {
        makingRoom += device.weightGradTime;
        memory -= m_memory.kept;
    }
    if (device.clock + device.forwardTime + makingRoom <= gradientAt)
        return false;
    return gradientAt - device.clock <= m_mostIdle - device.idle;
}

bool ZbRule::placeForward(int d)
{
    const Device& device = m_devices[sizeOf(d)];
    if (d > 0 && m_devices[sizeOf(d) - 1].forwards == device.forwards)
        return true;
    if (!makeRoom(d, m_memory.all))
        return false;
    if (d > 0)
        fillGap(d, forwardEnd(d - 1, device.forwards) + device.hopUp);
    putForward(d);
    return true;
}

bool ZbRule::placeInputGrad(int d)
{
    const Device& device = m_devices[sizeOf(d)];
    if (device.forwards == device.inputGrads || !makeRoom(d, m_memory.kept - m_memory.all))
        return false;
    if (d + 1 < m_walk.devices())
        fillGap(d, inputGradEnd(d + 1, device.inputGrads) + device.hopDown);
    // The first device's gradients are the last of their micro-batch: nothing waits for them.
    if (d == 0 && device.forwards == m_walk.microbatches()) {
        while (device.weightGrads < device.inputGrads)
            putWeightGrad(d);
    }
    putInputGrad(d);
    return true;
}

bool ZbRule::makeRoom(int d, std::int64_t need)
{
    const Device& device = m_devices[sizeOf(d)];
    while (device.memory + need > m_memory.limit) {
        if (device.weightGrads == device.inputGrads)
            return false;
        putWeightGrad(d);
    }
    return true;
}

/// Weight gradients while they fit before `until`, and one that does not where waiting would make
/// the device the one that idles longest.
void ZbRule::fillGap(int d, std::int64_t until)
{
    const Device& device = m_devices[sizeOf(d)];
    while (device.weightGrads < device.inputGrads && device.clock + device.weightGradTime <= until)
        putWeightGrad(d);
    if (device.weightGrads == device.inputGrads || device.clock >= until)
        return;
    if (m_choices.fillShortGaps || until - device.clock > m_mostIdle - device.idle)
        putWeightGrad(d);
}

void ZbRule::putForward(int d)
{
    Device& device = m_devices[sizeOf(d)];
    const int microbatch = device.forwards;
    if (d > 0) {
        const std::int64_t ready = forwardEnd(d - 1, microbatch) + device.hopUp;
        if (microbatch > 0)
            wait(device, ready);
        else
            device.clock = std::max(device.clock, ready);
    }
    device.clock += device.forwardTime;
    forwardEnd(d, microbatch) = device.clock;
    device.memory += m_memory.all;
    ++device.forwards;
    device.peak = std::max(device.peak, device.forwards - device.weightGrads);
    device.earlyPeak = std::max(device.earlyPeak, device.forwards - device.inputGrads);
    m_draft->append(d, OperationKind::Forward, 0, microbatch);
}

void ZbRule::putInputGrad(int d)
{
    Device& device = m_devices[sizeOf(d)];
    const int microbatch = device.inputGrads;
    if (d + 1 < m_walk.devices())
        wait(device, inputGradEnd(d + 1, microbatch) + device.hopDown);
    device.clock += device.inputGradTime;
    inputGradEnd(d, microbatch) = device.clock;
    device.memory -= m_memory.all - m_memory.kept;
    ++device.inputGrads;
    m_draft->append(d, OperationKind::InputGrad, 0, microbatch);
}

void ZbRule::putWeightGrad(int d)
{
    Device& device = m_devices[sizeOf(d)];
    device.clock += device.weightGradTime;
    device.memory -= m_memory.kept;
    m_draft->append(d, OperationKind::WeightGrad, 0, device.weightGrads);
    ++device.weightGrads;
}

void ZbRule::wait(Device& device, std::int64_t until)
{
    if (until <= device.clock)
        return;
    device.idle += until - device.clock;
    device.clock = until;
    m_mostIdle = std::max(m_mostIdle, device.idle);
    m_tooLong = m_tooLong || device.idle > device.idleAllowed;
}

Quality ZbRule::quality() const
{
    Quality quality;
    for (int d = 0; d < m_walk.devices(); ++d) {
        const Device& device = m_devices[sizeOf(d)];
        quality.span = std::max(quality.span, m_walk.work(d) + device.idle);
        quality.makespan = std::max(quality.makespan, device.clock);
        quality.peaks.push_back(device.peak);
        quality.earlyPeaks.push_back(device.earlyPeak);
    }
    return quality;
}

} // namespace pipegantt
