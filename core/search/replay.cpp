// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/search/replay.h"

#include <algorithm>

namespace pipegantt {

Replay::Replay(const SearchProblem& problem)
    : m_problem(problem)
    , m_ends(problem.operations())
    , m_places(problem.operations())
    , m_done(problem.stages.size())
    , m_devices(static_cast<std::size_t>(problem.devices))
    , m_causes(problem.operations())
{
}

std::optional<OrderScore> Replay::run(const Order& order)
{
    if (order.size() != m_problem.operations())
        return std::nullopt;
    for (int device = 0; device < m_problem.devices; ++device)
        m_devices[static_cast<std::size_t>(device)] = {m_problem.rowBegin(device), 0, 0, 0, 0};
    std::ranges::fill(m_done, std::array<int, kPassCount> {});
    std::size_t left = order.size();
    // Every device runs on until it has to wait, over and over, up and down in turn.
    for (bool up = true; left > 0; up = !up) {
        std::size_t moved = 0;
        for (int i = 0; i < m_problem.devices; ++i)
            moved += advance(order, up ? i : m_problem.devices - 1 - i);
        if (moved == 0)
            return std::nullopt;
        left -= moved;
    }
    return score();
}

OrderScore Replay::score()
{
    OrderScore score;
    for (int d = 0; d < m_problem.devices; ++d) {
        const Device& device = m_devices[static_cast<std::size_t>(d)];
        const std::int64_t end = device.clock + m_problem.afterwards[static_cast<std::size_t>(d)];
        if (end > score.makespan || d == 0)
            m_last = m_problem.rowEnd(d) - 1;
        score.makespan = std::max(score.makespan, end);
        score.span = std::max(score.span, end - device.start);
        score.peak = std::max(score.peak, device.peak);
    }
    return score;
}

std::size_t Replay::advance(const Order& order, int d)
{
    Device& device = m_devices[static_cast<std::size_t>(d)];
    const std::size_t first = device.cursor;
    const std::size_t end = m_problem.rowEnd(d);
    const std::vector<int>& stages = m_problem.stagesOf(d);
    for (; device.cursor < end; ++device.cursor) {
        const std::size_t place = order[device.cursor] / kPassCount;
        const auto pass = static_cast<Pass>(order[device.cursor] % kPassCount);
        if (place >= stages.size() || !runs(device, stages[place], pass))
            break;
    }
    return device.cursor - first;
}

bool Replay::runs(Device& device, int s, Pass pass)
{
    const SearchStage& stage = m_problem.stage(s);
    std::array<int, kPassCount>& done = m_done[static_cast<std::size_t>(s)];
    const auto at = static_cast<std::size_t>(pass);
    const int unit = done[at];
    if (unit == stage.units || static_cast<int>(pass) >= m_problem.passes())
        return false;
    if (pass != Pass::Forward
        && done[at - 1] < (pass == Pass::InputGrad ? m_problem.forwardsBefore(unit) : unit + 1))
        return false;
    std::int64_t ready = 0;
    std::size_t sender = kNone;
    const int from = pass == Pass::Forward ? stage.previous
        : pass == Pass::InputGrad          ? stage.next
                                           : -1;
    if (from >= 0) {
        if (m_done[static_cast<std::size_t>(from)][at] <= unit)
            return false;
        sender = m_problem.node(from, pass, unit);
        ready = m_ends[sender] + (pass == Pass::Forward ? stage.activationHop : stage.gradientHop);
    }
    if (!holds(device, stage, pass))
        return false;
    const bool first = device.cursor == m_problem.rowBegin(stage.device);
    const std::int64_t start = std::max(device.clock, ready);
    m_causes[device.cursor] = {!first && start == device.clock,
        sender != kNone && start == ready ? m_places[sender] : kNone};
    if (first)
        device.start = start;
    device.clock = start + m_problem.durationOf(stage, pass, unit);
    const std::size_t node = m_problem.node(s, pass, unit);
    m_ends[node] = device.clock;
    m_places[node] = device.cursor;
    ++done[at];
    return true;
}

bool Replay::holds(Device& device, const SearchStage& stage, Pass pass) const
{
    switch (pass) {
    case Pass::Forward:
        device.held += stage.held;
        device.peak = std::max(device.peak, device.held);
        return device.held <= m_problem.limits[static_cast<std::size_t>(stage.device)];
    case Pass::InputGrad:
        device.held -= m_problem.splitBackward ? stage.held - stage.heldForWeightGrad : stage.held;
        break;
    case Pass::WeightGrad:
        device.held -= stage.heldForWeightGrad;
        break;
    }
    return true;
}

void Replay::criticalPlaces(std::mt19937_64& random, std::vector<std::size_t>& places) const
{
    places.clear();
    for (std::size_t place = m_last;;) {
        const Cause& cause = m_causes[place];
        const bool tie = cause.device && cause.message != kNone;
        if (cause.device && (!tie || random() % 2 == 0)) {
            places.push_back(place);
            --place;
        } else if (cause.message != kNone) {
            place = cause.message;
        } else {
            return;
        }
    }
}

} // namespace pipegantt
