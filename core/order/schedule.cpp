// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/order/schedule.h"

#include <atomic>

namespace pipegantt {
namespace {

std::uint64_t nextRevision()
{
    static std::atomic<std::uint64_t> last = 0;
    return ++last;
}

} // namespace

Schedule::Schedule()
    : m_rows(std::make_shared<ScheduleRows>())
{
}

Schedule::Schedule(const Schedule& other)
    : m_placement(other.m_placement)
    , m_microbatches(other.m_microbatches)
    , m_slices(other.m_slices)
    , m_recomputesEarly(other.m_recomputesEarly)
    , m_stepsAtEnd(other.m_stepsAtEnd)
    , m_rows(other.m_rows)
{
    // A schedule that is still being filled goes on growing.
    if (m_rows && m_rows->ends.size() != static_cast<std::size_t>(devices())) {
        m_rows = std::make_shared<ScheduleRows>(*m_rows);
        m_rows->revision = nextRevision();
    }
}

Schedule& Schedule::operator=(const Schedule& other)
{
    if (this != &other)
        *this = Schedule(other);
    return *this;
}

bool Schedule::isShared() const
{
    if (m_rows.use_count() > 1)
        return true;
    // The count is read relaxed; giving up a share makes what its last owner read happen before
    // what is written now.
    std::shared_ptr<ScheduleRows>(m_rows).reset();
    return false;
}

bool operator==(const Schedule& one, const Schedule& other)
{
    return one.m_placement == other.m_placement && one.m_microbatches == other.m_microbatches
        && one.m_slices == other.m_slices && one.m_recomputesEarly == other.m_recomputesEarly
        && one.m_stepsAtEnd == other.m_stepsAtEnd
        && (one.m_rows == other.m_rows || *one.m_rows == *other.m_rows);
}

void Schedule::reset(const Placement& placement, int microbatches, int slices)
{
    m_placement = placement;
    m_microbatches = microbatches;
    m_slices = slices;
    m_recomputesEarly = false;
    m_stepsAtEnd = false;
    if (!m_rows || isShared())
        m_rows = std::make_shared<ScheduleRows>();
    m_rows->revision = nextRevision();
    m_rows->operations.clear();
    m_rows->ends.clear();
    m_rows->ends.reserve(static_cast<std::size_t>(placement.devices()));
}

bool endsWithStep(const Schedule& schedule)
{
    return !schedule.operations().empty()
        && schedule.operations().back().kind() == OperationKind::OptimizerStep;
}

std::string actionText(const Schedule& schedule, int stage, PackedOperation operation)
{
    const Operation one = schedule.unpacked(operation);
    std::string text = std::to_string(schedule.placement().modelStage(stage));
    text += operationLetter(one.kind);
    text += std::to_string(one.microbatch.value);
    if (schedule.slices() > 1)
        text += '.' + std::to_string(one.slice.value);
    return text;
}

} // namespace pipegantt
