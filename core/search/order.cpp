// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/search/order.h"

#include <algorithm>
#include <array>

namespace pipegantt {
namespace {

/// One replay: every device runs on until it has to wait, over and over, up and down in turn.
class OrderReplay
{
public:
    OrderReplay(const SearchProblem& problem, const Order& order)
        : m_problem(problem)
        , m_order(order)
        , m_ends(problem.operations())
        , m_done(problem.stages.size())
        , m_devices(static_cast<std::size_t>(problem.devices))
    {
        for (int device = 0; device < problem.devices; ++device)
            m_devices[static_cast<std::size_t>(device)].cursor = problem.rowBegin(device);
    }

    std::optional<OrderScore> run()
    {
        if (m_order.size() != m_problem.operations())
            return std::nullopt;
        std::size_t left = m_order.size();
        for (bool up = true; left > 0; up = !up) {
            std::size_t moved = 0;
            for (int i = 0; i < m_problem.devices; ++i)
                moved += advance(up ? i : m_problem.devices - 1 - i);
            if (moved == 0)
                return std::nullopt;
            left -= moved;
        }
        OrderScore score;
        for (int d = 0; d < m_problem.devices; ++d) {
            const Device& device = m_devices[static_cast<std::size_t>(d)];
            const std::int64_t end =
                device.clock + m_problem.afterwards[static_cast<std::size_t>(d)];
            score.makespan = std::max(score.makespan, end);
            score.span = std::max(score.span, end - device.start);
            score.peak = std::max(score.peak, device.peak);
        }
        return score;
    }

private:
    struct Device
    {
        std::size_t cursor = 0;
        std::int64_t start = 0;
        std::int64_t clock = 0;
        std::int64_t held = 0;
        std::int64_t peak = 0;
    };

    std::size_t advance(int d)
    {
        Device& device = m_devices[static_cast<std::size_t>(d)];
        const std::size_t first = device.cursor;
        const std::size_t end = m_problem.rowEnd(d);
        const std::vector<int>& stages = m_problem.stagesOf(d);
        for (; device.cursor < end; ++device.cursor) {
            const std::uint8_t letter = m_order[device.cursor];
            const std::size_t place = letter / kPassCount;
            const auto pass = static_cast<Pass>(letter % kPassCount);
            if (place >= stages.size() || !runs(device, stages[place], pass))
                break;
        }
        return device.cursor - first;
    }

    /// Runs the next `pass` of stage `s` if it can be run by now.
    bool runs(Device& device, int s, Pass pass)
    {
        const SearchStage& stage = m_problem.stage(s);
        std::array<int, kPassCount>& done = m_done[static_cast<std::size_t>(s)];
        const int unit = done[static_cast<std::size_t>(pass)];
        if (unit == stage.units || static_cast<int>(pass) >= m_problem.passes()
            || (pass != Pass::Forward && done[static_cast<std::size_t>(pass) - 1] <= unit))
            return false;
        std::int64_t ready = 0;
        if (pass != Pass::WeightGrad) {
            const bool forward = pass == Pass::Forward;
            const int from = forward ? stage.previous : stage.next;
            if (from >= 0) {
                if (m_done[static_cast<std::size_t>(from)][static_cast<std::size_t>(pass)] <= unit)
                    return false;
                ready = m_ends[m_problem.node(from, pass, unit)]
                    + (forward ? stage.activationHop : stage.gradientHop);
            }
        }
        if (!holds(device, stage, pass))
            return false;
        const std::int64_t start = std::max(device.clock, ready);
        if (device.cursor == m_problem.rowBegin(stage.device))
            device.start = start;
        device.clock = start + stage.durationOf(pass);
        m_ends[m_problem.node(s, pass, unit)] = device.clock;
        ++done[static_cast<std::size_t>(pass)];
        return true;
    }

    /// Books the memory of `pass`; false where the device has not as much.
    bool holds(Device& device, const SearchStage& stage, Pass pass) const
    {
        switch (pass) {
        case Pass::Forward:
            device.held += stage.held;
            device.peak = std::max(device.peak, device.held);
            return device.held <= m_problem.limits[static_cast<std::size_t>(stage.device)];
        case Pass::InputGrad:
            device.held -=
                m_problem.splitBackward ? stage.held - stage.heldForWeightGrad : stage.held;
            break;
        case Pass::WeightGrad:
            device.held -= stage.heldForWeightGrad;
            break;
        }
        return true;
    }

    const SearchProblem& m_problem;
    const Order& m_order;
    std::vector<std::int64_t> m_ends;
    std::vector<std::array<int, kPassCount>> m_done;
    std::vector<Device> m_devices;
};

} // namespace

Order serialOrder(const SearchProblem& problem)
{
    Order order;
    order.reserve(problem.operations());
    for (int device = 0; device < problem.devices; ++device) {
        const std::vector<int>& stages = problem.stagesOf(device);
        // The stages of one pipeline lie together.
        for (std::size_t begin = 0, end = 0; begin < stages.size(); begin = end) {
            while (
                end < stages.size() && problem.lastOf(stages[end]) == problem.lastOf(stages[begin]))
                ++end;
            for (int unit = 0; unit < problem.stage(stages[begin]).units; ++unit) {
                for (std::size_t place = begin; place < end; ++place)
                    order.push_back(orderLetter(place, Pass::Forward));
                for (std::size_t place = end; place-- > begin;) {
                    order.push_back(orderLetter(place, Pass::InputGrad));
                    if (problem.splitBackward)
                        order.push_back(orderLetter(place, Pass::WeightGrad));
                }
            }
        }
    }
    return order;
}

std::optional<OrderScore> scoreOf(const SearchProblem& problem, const Order& order)
{
    return OrderReplay(problem, order).run();
}

} // namespace pipegantt
