// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/simulate/causalwalk.h"

namespace pipegantt {
namespace {

constexpr std::int32_t kNoMaker = -1;

} // namespace

CausalWalk::CausalWalk(const Plan& plan, const Schedule& schedule, const Timeline& timeline)
    : m_schedule(schedule)
    , m_timeline(timeline)
{
    m_costs.lay(plan, schedule);
}

void CausalWalk::index()
{
    const auto units = static_cast<std::size_t>(m_schedule.units());
    const std::size_t results = static_cast<std::size_t>(m_schedule.stages()) * units;
    m_makers.assign(2 * results, kNoMaker);
    for (int device = 0; device < m_schedule.devices(); ++device) {
        for (std::size_t i = m_schedule.rowBegin(device); i < m_schedule.rowEnd(device); ++i) {
            const PackedOperation operation = m_schedule.operations()[i];
            const bool forward = isForward(operation.kind());
            if (!forward && !makesGradient(operation.kind()))
                continue;
            const auto stage =
                static_cast<std::size_t>(m_schedule.stageOf(device, operation.chunk()));
            const std::size_t slot = stage * units + static_cast<std::size_t>(operation.unit());
            m_makers[forward ? slot : results + slot] = static_cast<std::int32_t>(i);
        }
    }
}

CausalStep CausalWalk::stepOf(int device, std::size_t index) const
{
    return {CausalStep::Kind::Operation, index, device, m_timeline.start(device, index),
        m_timeline.end(index)};
}

std::optional<CausalStep> CausalWalk::before(const CausalStep& step) const
{
    if (step.kind == CausalStep::Kind::Message) {
        return m_timeline.messages.empty() ? stepOf(step.device, step.operation)
                                           : resolved(m_timeline.messages[step.operation].after);
    }
    const bool first = step.operation == m_schedule.rowBegin(step.device);
    if (!first && m_timeline.end(step.operation - 1) == step.begin)
        return stepOf(step.device, step.operation - 1);
    if (!m_timeline.precursors.empty())
        return resolved(m_timeline.precursors[step.operation]);
    if (step.begin == Duration::zero())
        return std::nullopt;
    return arrivedLast(step.device, step.operation);
}

std::optional<CausalStep> CausalWalk::resolved(Precursor precursor) const
{
    if (!precursor.exists())
        return std::nullopt;
    const std::size_t index = precursor.index();
    const int device = deviceAt(index);
    if (!precursor.isMessage())
        return stepOf(device, index);
    const MessageTimes& times = m_timeline.messages[index];
    return CausalStep {
        CausalStep::Kind::Message, index, device, Duration(times.start), Duration(times.end)};
}

/// The input that let an operation start after its device had waited: its message, or where that
/// took no time, the operation that made it.
std::optional<CausalStep> CausalWalk::arrivedLast(int device, std::size_t index) const
{
    const Duration start = m_timeline.start(device, index);
    for (const StageResult& result : dependenciesOf(m_schedule, device, index)) {
        const auto maker = makerOf(result);
        if (!maker)
            continue;
        const int from = m_schedule.deviceOf(result.stage);
        const bool activation = result.kind == ResultKind::Activation;
        Duration hop {};
        if (from != device) {
            hop = Duration(activation ? m_costs.activationHop(result.stage + 1)
                                      : m_costs.gradientHop(result.stage - 1));
        }
        const Duration ended = m_timeline.end(*maker);
        if (ended + hop != start)
            continue;
        if (hop == Duration::zero())
            return stepOf(from, *maker);
        return CausalStep {CausalStep::Kind::Message, *maker, from, ended, start};
    }
    return std::nullopt;
}

std::optional<std::size_t> CausalWalk::makerOf(const StageResult& result) const
{
    if (m_makers.empty())
        return findMaker(m_schedule, result);
    const auto units = static_cast<std::size_t>(m_schedule.units());
    const std::size_t slot =
        static_cast<std::size_t>(result.stage) * units + static_cast<std::size_t>(result.unit);
    const bool activation = result.kind == ResultKind::Activation;
    const std::int32_t maker = m_makers[activation ? slot : m_makers.size() / 2 + slot];
    if (maker == kNoMaker)
        return std::nullopt;
    return static_cast<std::size_t>(maker);
}

int CausalWalk::deviceAt(std::size_t index) const
{
    int low = 0;
    int high = m_schedule.devices() - 1;
    while (low < high) {
        const int middle = low + (high - low) / 2;
        if (index < m_schedule.rowEnd(middle))
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

} // namespace pipegantt
