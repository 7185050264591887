// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/schedule/draft.h"

#include <algorithm>
#include <cassert>
#include <limits>

namespace pipegantt {
namespace {

constexpr std::int64_t kNotYet = -1;
constexpr std::int64_t kNever = std::numeric_limits<std::int64_t>::max();

std::size_t sizeOf(int count)
{
    return static_cast<std::size_t>(count);
}

int legOf(const Walk& walk, PackedOperation operation)
{
    return operation.kind() == OperationKind::Forward ? operation.chunk()
                                                      : walk.legs() - 1 - operation.chunk();
}

/// Peaks of one row, by the pass that releases.
int peakOf(std::span<const PackedOperation> row, OperationKind release)
{
    int alive = 0;
    int peak = 0;
    for (const PackedOperation operation : row) {
        alive += operation.kind() == OperationKind::Forward ? 1 : 0;
        alive -= operation.kind() == release ? 1 : 0;
        peak = std::max(peak, alive);
    }
    return peak;
}

std::size_t nextWeightGrad(std::span<const PackedOperation> row, std::size_t from)
{
    while (from < row.size() && row[from].kind() != OperationKind::WeightGrad)
        ++from;
    return from;
}

/// Runs `advance` for device after device, there and back, until all operations have run.
template <typename Advance>
void sweep(const Walk& walk, Advance advance)
{
    std::size_t left = sizeOf(walk.devices()) * walk.rowLength();
    for (bool upwards = true; left > 0; upwards = !upwards) {
        std::size_t moved = 0;
        for (int i = 0; i < walk.devices(); ++i)
            moved += advance(upwards ? i : walk.devices() - 1 - i);
        assert(moved > 0);
        left -= moved;
    }
}

} // namespace

bool isNoWorse(const Quality& a, const Quality& b)
{
    return a.span <= b.span && a.makespan <= b.makespan
        && std::ranges::equal(a.peaks, b.peaks, std::ranges::less_equal())
        && std::ranges::equal(a.earlyPeaks, b.earlyPeaks, std::ranges::less_equal());
}

bool improvesOn(const Quality& a, const Quality& b)
{
    if (isNoWorse(a, b))
        return !isNoWorse(b, a);
    return a.span < b.span && a.makespan <= b.makespan
        && std::ranges::max(a.peaks) <= std::ranges::max(b.peaks)
        && std::ranges::max(a.earlyPeaks) <= std::ranges::max(b.earlyPeaks);
}

void Draft::reset(const Walk& walk)
{
    m_rowLength = walk.rowLength();
    m_operations.resize(sizeOf(walk.devices()) * m_rowLength);
    m_sizes.assign(sizeOf(walk.devices()), 0);
}

void Draft::write(Schedule& schedule) const
{
    for (int device = 0; device < devices(); ++device) {
        for (const PackedOperation operation : row(device))
            schedule.append(operation.kind(), operation.chunk(), operation.unit());
        schedule.finishDevice();
    }
}

void BestDraft::offerHandMade(const Walk& walk, Draft& draft)
{
    DraftClock clock(walk);
    clock.advanceWeightGrads(draft, clock.measure(draft));
    Quality quality = clock.measure(draft);
    const bool shorter =
        !isEmpty() && quality.span < m_quality.span && quality.makespan <= m_quality.makespan;
    if (shorter)
        take(draft, quality);
    else
        offerInstead(draft, quality);
}

DraftClock::DraftClock(const Walk& walk)
    : m_walk(walk)
    , m_passes(sizeOf(walk.legs() * walk.devices()) * sizeOf(walk.microbatches()))
{
}

Quality DraftClock::measure(const Draft& draft)
{
    m_devices.assign(sizeOf(m_walk.devices()), {});
    std::ranges::fill(m_passes, kNotYet);
    sweep(m_walk, [&](int device) { return run(draft, device); });

    Quality quality;
    for (int device = 0; device < m_walk.devices(); ++device) {
        const Device& measured = m_devices[sizeOf(device)];
        quality.span = std::max(quality.span, measured.clock - measured.start);
        quality.makespan = std::max(quality.makespan, measured.clock);
        quality.peaks.push_back(peakOf(draft.row(device), OperationKind::WeightGrad));
        quality.earlyPeaks.push_back(peakOf(draft.row(device), OperationKind::InputGrad));
    }
    return quality;
}

/// Runs `device` until it has to wait; returns how many operations it ran.
std::size_t DraftClock::run(const Draft& draft, int d)
{
    Device& device = m_devices[sizeOf(d)];
    const std::span<const PackedOperation> row = draft.row(d);
    const std::size_t first = device.cursor;
    for (; device.cursor < row.size(); ++device.cursor) {
        const std::int64_t ready = readyAt(d, row[device.cursor]);
        if (ready == kNotYet)
            break;
        if (device.cursor == 0)
            device.start = ready;
        start(std::max(device.clock, ready), device, d, row[device.cursor]);
    }
    return device.cursor - first;
}

void DraftClock::start(std::int64_t at, Device& device, int d, PackedOperation operation)
{
    device.clock = at + duration(d, operation);
    if (operation.kind() != OperationKind::WeightGrad)
        m_passes[slot(legOf(m_walk, operation), d, operation.unit())] = device.clock;
}

void DraftClock::advanceWeightGrads(Draft& draft, const Quality& quality)
{
    measure(draft);
    findLatestStarts(draft, quality);
    for (int d = 0; d < m_walk.devices(); ++d) {
        m_devices[sizeOf(d)] = {};
        m_devices[sizeOf(d)].weightGrad = nextWeightGrad(draft.row(d), 0);
    }
    std::ranges::fill(m_passes, kNotYet);
    m_advanced.reset(m_walk);
    sweep(m_walk, [&](int device) { return runAdvancing(draft, m_advanced, device); });
    std::swap(draft, m_advanced);
}

/// As `run`, with weight gradients ahead of their turn wherever what they push back may wait.
std::size_t DraftClock::runAdvancing(const Draft& draft, Draft& advanced, int d)
{
    Device& device = m_devices[sizeOf(d)];
    const std::span<const PackedOperation> row = draft.row(d);
    const std::int64_t* latest = &m_latest[sizeOf(d) * row.size()];
    const auto emit = [&](PackedOperation operation, std::int64_t at) {
        start(at, device, d, operation);
        advanced.append(d, operation.kind(), operation.chunk(), operation.unit());
    };
    const auto emitWeightGrad = [&] {
        emit(row[device.weightGrad], device.clock);
        device.weightGrad = nextWeightGrad(row, device.weightGrad + 1);
    };
    const auto mayAdvance = [&](std::int64_t until) {
        if (device.weightGrad == row.size() || device.weightGrad < device.cursor)
            return false;
        const PackedOperation next = row[device.weightGrad];
        return next.unit() < device.inputGrads[sizeOf(next.chunk())]
            && device.clock + duration(d, next) <= until;
    };
    const std::size_t first = device.cursor;
    for (; device.cursor < row.size(); ++device.cursor) {
        const PackedOperation operation = row[device.cursor];
        if (operation.kind() == OperationKind::WeightGrad) {
            if (device.cursor == device.weightGrad)
                emitWeightGrad();
            continue;
        }
        const std::int64_t ready = readyAt(d, operation);
        if (ready == kNotYet)
            break;
        while (mayAdvance(latest[device.cursor]))
            emitWeightGrad();
        emit(operation, std::max(device.clock, ready));
        if (operation.kind() == OperationKind::InputGrad)
            ++device.inputGrads[sizeOf(operation.chunk())];
    }
    return device.cursor - first;
}

/// The latest starts that keep `quality`, from the ends of the rows backwards.
void DraftClock::findLatestStarts(const Draft& draft, const Quality& quality)
{
    m_latest.resize(sizeOf(m_walk.devices()) * m_walk.rowLength());
    std::ranges::fill(m_passes, kNotYet);
    for (int d = 0; d < m_walk.devices(); ++d) {
        Device& device = m_devices[sizeOf(d)];
        device.cursor = draft.row(d).size();
        device.clock = std::min(quality.makespan, device.start + quality.span);
    }
    sweep(m_walk, [&](int device) { return runBackwards(draft, device); });
}

std::size_t DraftClock::runBackwards(const Draft& draft, int d)
{
    Device& device = m_devices[sizeOf(d)];
    const std::span<const PackedOperation> row = draft.row(d);
    const std::size_t first = device.cursor;
    for (; device.cursor > 0; --device.cursor) {
        const PackedOperation operation = row[device.cursor - 1];
        const std::int64_t due = dueAt(d, operation);
        if (due == kNotYet)
            break;
        device.clock = std::min(device.clock, due) - duration(d, operation);
        m_latest[sizeOf(d) * row.size() + device.cursor - 1] = device.clock;
        if (operation.kind() != OperationKind::WeightGrad)
            m_passes[slot(legOf(m_walk, operation), d, operation.unit())] = device.clock;
    }
    return first - device.cursor;
}

/// When what `operation` waits for is there; kNotYet if it is not. A device's own passes stand
/// before it in the row.
std::int64_t DraftClock::readyAt(int device, PackedOperation operation) const
{
    const int leg = legOf(m_walk, operation);
    if (operation.kind() == OperationKind::WeightGrad || m_walk.turns(leg, device))
        return 0;
    const std::int64_t end = m_passes[slot(leg, Walk::before(leg, device), operation.unit())];
    return end == kNotYet ? kNotYet : end + m_walk.hop(leg, device);
}

/// When the next device waits for `operation`; kNotYet if that is not known.
std::int64_t DraftClock::dueAt(int device, PackedOperation operation) const
{
    const int leg = legOf(m_walk, operation);
    const int next = device + device - Walk::before(leg, device);
    if (operation.kind() == OperationKind::WeightGrad || next < 0 || next >= m_walk.devices())
        return kNever;
    const std::int64_t start = m_passes[slot(leg, next, operation.unit())];
    return start == kNotYet ? kNotYet : start - m_walk.hop(leg, next);
}

std::int64_t DraftClock::duration(int device, PackedOperation operation) const
{
    return operation.kind() == OperationKind::WeightGrad
        ? m_walk.weightGrad(operation.chunk(), device)
        : m_walk.pass(legOf(m_walk, operation), device);
}

std::size_t DraftClock::slot(int leg, int device, int microbatch) const
{
    return (sizeOf(leg) * sizeOf(m_walk.devices()) + sizeOf(device)) * sizeOf(m_walk.microbatches())
        + sizeOf(microbatch);
}

} // namespace pipegantt
