// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/simulate/traffic.h"

#include <algorithm>

namespace pipegantt {

Traffic::Traffic(const Plan& plan, const Schedule& schedule, const Timeline& timeline)
    : m_schedule(schedule)
    , m_timeline(timeline)
{
    m_costs.lay(plan, schedule);
    for (int stage = 0; stage < schedule.stages(); ++stage) {
        m_longestHop = std::max({m_longestHop, Duration(m_costs.activationHop(stage)),
            Duration(m_costs.gradientHop(stage))});
    }
}

std::optional<Message> Traffic::of(int device, std::size_t index) const
{
    const PackedOperation operation = m_schedule.operations()[index];
    const bool gradient = makesGradient(operation.kind());
    if (!gradient && !isForward(operation.kind()))
        return std::nullopt;
    const Placement& placement = m_schedule.placement();
    const int stage = m_schedule.stageOf(device, operation.chunk());
    if (gradient ? placement.isFirst(stage) : placement.isLast(stage))
        return std::nullopt;
    const int user = gradient ? stage - 1 : stage + 1;
    const int to = m_schedule.deviceOf(user);
    if (to == device)
        return std::nullopt;
    Message message {index, device, to, gradient, m_timeline.end(index), {}};
    if (m_timeline.messages.empty()) {
        message.end = message.begin
            + Duration(gradient ? m_costs.gradientHop(user) : m_costs.activationHop(user));
    } else {
        message.begin = Duration(m_timeline.messages[index].start);
        message.end = Duration(m_timeline.messages[index].end);
    }
    return message;
}

void Traffic::sentBy(int device, Duration begin, Duration end, std::vector<Message>& found) const
{
    // A blocking message may leave long after the operation that made it.
    const bool blocking = !m_timeline.messages.empty();
    const std::size_t first = blocking
        ? m_schedule.rowBegin(device)
        : m_timeline.firstEndAfter(device, begin - m_longestHop - Duration(1));
    for (std::size_t i = first; i < m_schedule.rowEnd(device) && m_timeline.end(i) < end; ++i) {
        const std::optional<Message> message = of(device, i);
        if (message && message->begin < end && message->end > begin)
            found.push_back(*message);
    }
}

void Traffic::receivedBy(
    int device, Duration begin, Duration end, std::vector<Message>& found) const
{
    for (const int sender : sendersTo(device)) {
        const auto from = static_cast<std::ptrdiff_t>(found.size());
        sentBy(sender, begin, end, found);
        const auto elsewhere = std::remove_if(found.begin() + from, found.end(),
            [device](const Message& message) { return message.to != device; });
        found.erase(elsewhere, found.end());
    }
}

std::vector<int> Traffic::sendersTo(int device) const
{
    const Placement& placement = m_schedule.placement();
    std::vector<int> senders;
    const auto add = [&](int stage) {
        const int sender = m_schedule.deviceOf(stage);
        if (sender != device && std::ranges::find(senders, sender) == senders.end())
            senders.push_back(sender);
    };
    for (int chunk = 0; chunk < m_schedule.chunks(); ++chunk) {
        const int stage = m_schedule.stageOf(device, chunk);
        if (stage < 0)
            continue;
        if (!placement.isFirst(stage))
            add(stage - 1);
        if (!placement.isLast(stage))
            add(stage + 1);
    }
    return senders;
}

} // namespace pipegantt
