// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/schedule/zbvrule.h"

#include <algorithm>

namespace pipegantt {
namespace {

constexpr std::int64_t kNotYet = -1;

/// Memory of one chunk after its forward, and what of it stays after its input gradient: the ratio
/// of (34h + 5as) to 32h at s = 1024 and heads of 128.
constexpr std::int64_t kAll = 37;
constexpr std::int64_t kKept = 16;

std::size_t sizeOf(int count)
{
    return static_cast<std::size_t>(count);
}

} // namespace

ZbVRule::ZbVRule(const Walk& walk)
    : m_walk(walk)
    , m_microbatches(sizeOf(walk.microbatches()))
    , m_initial(sizeOf(walk.devices()))
    , m_devices(m_initial.size())
    , m_ends(kLegs * m_initial.size() * m_microbatches)
    , m_queues(2 * m_initial.size() * m_microbatches)
    , m_limit(std::int64_t {2} * walk.devices() * kAll)
{
    for (int d = 0; d < walk.devices(); ++d) {
        Device& device = m_initial[sizeOf(d)];
        for (int leg = 0; leg < kLegs; ++leg) {
            device.pass[sizeOf(leg)] = walk.pass(leg, d);
            device.hop[sizeOf(leg)] = walk.hop(leg, d);
        }
        device.weightGrad = {walk.weightGrad(0, d), walk.weightGrad(1, d)};
    }
}

bool ZbVRule::run(const ZbVChoices& choices, const std::vector<std::int64_t>& idleApproved,
    Draft& draft, Quality& quality)
{
    m_choices = choices;
    m_draft = &draft;
    m_draft->reset(m_walk);
    reset(idleApproved);
    warmUp();
    fillWarmUp();
    for (std::size_t round = 0; round < 2 * m_microbatches && !m_failed; ++round)
        runRound();
    if (m_failed)
        return false;
    for (int d = 0; d < m_walk.devices(); ++d) {
        while (hasWaiting(m_devices[sizeOf(d)]))
            putWeightGrad(d);
    }
    quality = this->quality();
    return true;
}

void ZbVRule::reset(const std::vector<std::int64_t>& idleApproved)
{
    m_devices = m_initial;
    std::ranges::fill(m_ends, kNotYet);
    m_mostIdle = 0;
    m_failed = false;
    const std::int64_t most = idleApproved.empty() ? 0 : std::ranges::max(idleApproved);
    for (int d = 0; d < m_walk.devices(); ++d) {
        Device& device = m_devices[sizeOf(d)];
        if (!idleApproved.empty())
            device.lead = most - idleApproved[sizeOf(d)];
    }
}

/// The first micro-batch to the turn and back, with forwards of the first chunk in the time before
/// it comes back.
void ZbVRule::warmUp()
{
    for (int d = 0; d < m_walk.devices(); ++d)
        put(0, d);
    put(1, m_walk.devices() - 1);
    for (int d = m_walk.devices() - 2; d >= 0; --d) {
        const Device& device = m_devices[sizeOf(d)];
        const std::int64_t back = m_ends[slot(1, d + 1, 0)] + device.hop[1];
        while (!m_failed && device.memory + kAll * (2 + 2 * d) <= m_limit
            && device.clock + device.pass[0] <= back && device.done[0] < m_walk.microbatches()) {
            for (int i = 0; i <= d; ++i)
                put(0, i);
        }
        put(1, d);
    }
}

/// Gives every device as many forwards as the one before it, the chunks in turn, so that the first
/// gradients can follow each other up the devices.
void ZbVRule::fillWarmUp()
{
    const int last = m_walk.devices() - 1;
    int leg = 0;
    for (int d = 1; d <= last; ++d) {
        const auto& done = m_devices[sizeOf(d)].done;
        const auto& before = m_devices[sizeOf(d) - 1].done;
        while (!m_failed
            && (done[0] + done[1] < before[0] + before[1]
                || (done[1] <= before[1] && before[1] < m_walk.microbatches()))) {
            for (int i = last; i >= d; --i) {
                if (m_devices[sizeOf(i)].done[sizeOf(leg)] < m_walk.microbatches())
                    put(leg, i);
            }
            leg = 1 - leg;
        }
    }
}

/// One input gradient, then one forward on each device.
void ZbVRule::runRound()
{
    m_down.clear();
    m_up.clear();
    for (int d = 0; d < m_walk.devices(); ++d)
        (nextInputGrad(d) == 2 ? m_down : m_up).push_back(d);
    std::ranges::reverse(m_up);
    for (const int d : m_up) {
        fillGap(d, 3, true);
        put(3, d);
    }
    for (const int d : m_down) {
        fillGap(d, 2, m_choices.fillBeforeInputGrads);
        put(2, d);
    }
    for (int d = 0; d < m_walk.devices(); ++d)
        placeForward(d);
}

/// The leg of the input gradient that `device` runs next.
int ZbVRule::nextInputGrad(int d) const
{
    const Device& device = m_devices[sizeOf(d)];
    if (device.done[3] >= device.done[2])
        return 2;
    if (d + 1 == m_walk.devices() || device.done[2] >= m_walk.microbatches())
        return 3;
    return m_ends[slot(3, d + 1, device.done[3])] == kNotYet ? 2 : 3;
}

/// The leg of the forward that `device` runs next; -1 where it has to wait.
int ZbVRule::nextForward(int d) const
{
    const Device& device = m_devices[sizeOf(d)];
    if (device.done[1] >= device.done[0])
        return 0;
    if (d + 1 == m_walk.devices() || m_ends[slot(1, d + 1, device.done[1])] != kNotYet)
        return 1;
    if (device.done[0] < m_walk.microbatches()
        && (d == 0 || m_ends[slot(0, d - 1, device.done[0])] != kNotYet))
        return 0;
    return -1;
}

void ZbVRule::placeForward(int d)
{
    const Device& device = m_devices[sizeOf(d)];
    if (device.done[1] >= m_walk.microbatches())
        return;
    const int leg = nextForward(d);
    if (leg < 0)
        return;
    while (device.memory + kAll > m_limit && hasWaiting(device))
        putWeightGrad(d);
    fillGap(d, leg, m_choices.fillBeforeForwards);
    put(leg, d);
}

/// Weight gradients while they fit before what `leg` waits for, and one that does not where waiting
/// would make the device the one that idles longest.
void ZbVRule::fillGap(int d, int leg, bool fillShort)
{
    if (m_walk.turns(leg, d))
        return;
    const Device& device = m_devices[sizeOf(d)];
    const int microbatch = device.done[sizeOf(leg)];
    if (!canRun(leg, d, microbatch))
        return;
    const std::int64_t until =
        m_ends[slot(leg, Walk::before(leg, d), microbatch)] + device.hop[sizeOf(leg)];
    while (hasWaiting(device)
        && device.clock + device.weightGrad[queued(d, device.queueBegin)] <= until)
        putWeightGrad(d);
    if (fillShort && hasWaiting(device)
        && until - device.clock > std::max(m_mostIdle, device.lead) - device.idle)
        putWeightGrad(d);
}

/// Whether `leg` of `microbatch` has all that it waits for, and room.
bool ZbVRule::canRun(int leg, int d, int microbatch) const
{
    const Device& device = m_devices[sizeOf(d)];
    if (microbatch >= m_walk.microbatches())
        return false;
    if (m_walk.isForward(leg) && device.memory + kAll > m_limit)
        return false;
    if (leg > 0 && device.done[sizeOf(leg) - 1] <= microbatch)
        return false;
    return m_walk.turns(leg, d) || m_ends[slot(leg, Walk::before(leg, d), microbatch)] != kNotYet;
}

void ZbVRule::put(int leg, int d)
{
    Device& device = m_devices[sizeOf(d)];
    const int microbatch = device.done[sizeOf(leg)];
    if (!canRun(leg, d, microbatch)) {
        m_failed = true;
        return;
    }
    if (!m_walk.turns(leg, d)) {
        const std::int64_t ready =
            m_ends[slot(leg, Walk::before(leg, d), microbatch)] + device.hop[sizeOf(leg)];
        // The wait for the very first forward is no idle time of the span.
        if (device.done[0] == 0)
            device.clock = ready;
        else
            wait(device, ready);
    }
    ++device.done[sizeOf(leg)];
    device.clock += device.pass[sizeOf(leg)];
    m_ends[slot(leg, d, microbatch)] = device.clock;
    const int chunk = m_walk.chunkOf(leg);
    if (m_walk.isForward(leg)) {
        device.memory += kAll;
        const int alive = device.done[0] + device.done[1];
        device.peak = std::max(device.peak, alive - static_cast<int>(device.queueBegin));
        device.earlyPeak = std::max(device.earlyPeak, alive - device.done[2] - device.done[3]);
        m_draft->append(d, OperationKind::Forward, chunk, microbatch);
        return;
    }
    device.memory -= kAll - kKept;
    queued(d, device.queueEnd++) = static_cast<std::uint8_t>(chunk);
    m_draft->append(d, OperationKind::InputGrad, chunk, microbatch);
}

void ZbVRule::wait(Device& device, std::int64_t until)
{
    if (until <= device.clock)
        return;
    device.idle += until - device.clock;
    device.clock = until;
    m_mostIdle = std::max(m_mostIdle, device.idle);
}

void ZbVRule::putWeightGrad(int d)
{
    Device& device = m_devices[sizeOf(d)];
    const std::size_t chunk = queued(d, device.queueBegin++);
    device.clock += device.weightGrad[chunk];
    device.memory -= kKept;
    m_draft->append(
        d, OperationKind::WeightGrad, static_cast<int>(chunk), device.weightGradsDone[chunk]++);
}

std::vector<std::int64_t> ZbVRule::idleTimes() const
{
    std::vector<std::int64_t> times;
    std::ranges::transform(m_devices, std::back_inserter(times), &Device::idle);
    return times;
}

Quality ZbVRule::quality() const
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
