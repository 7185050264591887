// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/simulate/excerpt.h"

namespace pipegantt {

Duration Excerpt::delay(Duration when) const
{
    Duration all {};
    for (const Break& one : breaks) {
        if (when >= one.at)
            all += one.leftOut;
    }
    return all;
}

std::int64_t Excerpt::heldBeyond(int device, Duration when) const
{
    std::int64_t all = 0;
    for (const Break& one : breaks) {
        if (when >= one.at)
            all += one.heldBytes[static_cast<std::size_t>(device)];
    }
    return all;
}

std::int64_t Excerpt::trueMicrobatch(
    const Schedule& schedule, int device, std::size_t index, Duration from) const
{
    const PackedOperation operation = schedule.operations()[index];
    const std::int64_t held = operation.unit() / schedule.slices();
    const auto place =
        static_cast<std::size_t>(device) * static_cast<std::size_t>(schedule.chunks())
        + static_cast<std::size_t>(operation.chunk());
    if (place >= shifts.size())
        return held;
    const Shift& shift = shifts[place][static_cast<std::size_t>(operation.kind())];
    const bool after = shift.at < breaks.size()
        && (from >= breaks[shift.at].at
            || index >= breaks[shift.at].first[static_cast<std::size_t>(device)]);
    return held + (after ? shift.after : shift.before);
}

Duration trueTime(const Excerpt* excerpt, Duration when)
{
    return excerpt == nullptr ? when : excerpt->trueTime(when);
}

Duration heldTime(const Excerpt* excerpt, Duration when)
{
    if (excerpt == nullptr)
        return when;
    Duration delay {};
    for (const Break& one : excerpt->breaks) {
        if (when < one.at + delay)
            break;
        delay += one.leftOut;
        if (when < one.at + delay)
            return one.at;
    }
    return when - delay;
}

std::int64_t trueMicrobatch(
    const Excerpt* excerpt, const Schedule& schedule, int device, std::size_t index, Duration from)
{
    return excerpt == nullptr ? schedule.operations()[index].unit() / schedule.slices()
                              : excerpt->trueMicrobatch(schedule, device, index, from);
}

} // namespace pipegantt
