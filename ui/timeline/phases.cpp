// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/timeline/phases.h"

#include <algorithm>

namespace pipegantt {

namespace {

bool runsForward(PackedOperation operation)
{
    return isForward(operation.kind());
}

// The first operation of a device's row that is no forward; the row's length if there is none.
std::size_t firstBackward(const Run& run, int device)
{
    const auto row = run.schedule.row(device);
    return static_cast<std::size_t>(std::ranges::find_if_not(row, runsForward) - row.begin());
}

// The last forward of a device's row that has one.
std::size_t lastForward(const Run& run, int device)
{
    const auto row = run.schedule.row(device);
    std::size_t last = row.size() - 1;
    while (last > 0 && !runsForward(row[last]))
        --last;
    return last;
}

} // namespace

std::vector<Phase> phasesOf(const Run& run)
{
    const Duration makespan = run.timeline.makespan;
    const std::size_t length = run.schedule.row(0).size();
    const std::size_t backward = firstBackward(run, 0);
    if (backward == 0 || backward >= length)
        return {};
    const std::size_t forward = lastForward(run, 0);
    if (forward > backward) {
        const Duration steady = run.timeline.end(backward - 1);
        const Duration drain = run.timeline.end(std::min(forward + 1, length - 1));
        std::vector<Phase> phases {
            {Phase::Kind::WarmUp, Duration::zero(), steady}, {Phase::Kind::Steady, steady, drain}};
        if (drain < makespan)
            phases.push_back({Phase::Kind::Drain, drain, makespan});
        return phases;
    }
    const int lastDevice = run.schedule.devices() - 1;
    const std::size_t turn = firstBackward(run, lastDevice);
    if (turn == run.schedule.row(lastDevice).size() || lastForward(run, lastDevice) > turn)
        return {};
    const Duration turned = run.timeline.start(run.schedule.rowBegin(lastDevice) + turn);
    return {{Phase::Kind::Forwards, Duration::zero(), turned},
        {Phase::Kind::Backwards, turned, makespan}};
}

} // namespace pipegantt
