// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/simulate/flights.h"

#include <algorithm>

namespace pipegantt {
namespace {

/// A message in blocking calls waits for both ends. Its device stands still meanwhile, but for the
/// one pass that a call with two messages may lie behind.
constexpr std::size_t kMostBlockedPasses = 4;

} // namespace

Flights::Flights(const Plan& plan, const Schedule& schedule, const Timeline& timeline)
    : m_schedule(schedule)
    , m_timeline(timeline)
{
    m_costs.lay(plan, schedule);
    for (int stage = 0; stage < schedule.stages(); ++stage) {
        m_longestHop =
            std::max({m_longestHop, m_costs.activationHop(stage), m_costs.gradientHop(stage)});
    }
}

void Flights::find(Duration begin, Duration end, std::vector<Flight>& found) const
{
    found.clear();
    const bool blocking = !m_timeline.messages.empty();
    for (int device = 0; device < m_schedule.devices(); ++device) {
        const std::size_t first = m_schedule.rowBegin(device);
        std::size_t next = m_timeline.firstEndAfter(device, end);
        std::size_t looked = 0;
        while (next > first) {
            --next;
            const bool far = blocking
                ? m_timeline.end(next) < begin && ++looked > kMostBlockedPasses
                : m_timeline.end(next) + Duration(m_longestHop) < begin;
            if (far)
                break;
            addOf(device, next, begin, end, found);
        }
    }
}

void Flights::addOf(
    int device, std::size_t index, Duration begin, Duration end, std::vector<Flight>& found) const
{
    const PackedOperation operation = m_schedule.operations()[index];
    const int stage = m_schedule.stageOf(device, operation.chunk());
    const bool forward = isForward(operation.kind());
    const Placement& placement = m_schedule.placement();
    if (forward ? placement.isLast(stage)
                : !makesGradient(operation.kind()) || placement.isFirst(stage))
        return;
    const int beside = forward ? stage + 1 : stage - 1;
    const int to = m_schedule.deviceOf(beside);
    if (to == device)
        return;
    Flight flight {forward ? ResultKind::Activation : ResultKind::Gradient, index, operation.unit(),
        device, to, m_timeline.end(index), {}};
    if (m_timeline.messages.empty()) {
        flight.arrives = flight.sent
            + Duration(forward ? m_costs.activationHop(beside) : m_costs.gradientHop(beside));
    } else {
        flight.sent = Duration(m_timeline.messages[index].start);
        flight.arrives = Duration(m_timeline.messages[index].end);
    }
    if (flight.sent <= end && flight.arrives >= begin)
        found.push_back(flight);
}

} // namespace pipegantt
