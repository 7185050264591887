// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/schedule/catalogue.h"

#include <algorithm>
#include <optional>

namespace pipegantt {

/// One forward, one backward; see onefoneb.cpp.
const CatalogueEntry& oneFOneBEntry();

/// Appends the rows of the whole family. A device warms up with `warmUp(device)` forwards, at most
/// all, then alternates a forward and what `backward(i)` appends for its i-th backward pass, called
/// with i from 0 on, then drains.
template <class WarmUp, class Backward>
void appendOneFOneB(const Plan& plan, Schedule& schedule, WarmUp warmUp, Backward backward)
{
    const int units = static_cast<int>(plan.units());
    for (int device = 0; device < plan.stages; ++device) {
        const int ahead = std::min(warmUp(device), units);
        for (int unit = 0; unit < ahead; ++unit)
            schedule.append(OperationKind::Forward, 0, unit);
        for (int unit = ahead; unit < units; ++unit) {
            schedule.append(OperationKind::Forward, 0, unit);
            backward(unit - ahead);
        }
        for (int i = units - ahead; i < units; ++i)
            backward(i);
        schedule.finishDevice();
    }
}

/// The makespan of 1F1B where each micro-batch takes `forward` and `backward` in every stage,
/// without optimizer steps: (M+P-1) (forward+backward), and with latency what the rounds of P
/// micro-batches leave unhidden. Nothing where stages or links differ, or where with latency a
/// round is not whole.
std::optional<Duration> oneFOneBMakespan(const Plan& plan, Duration forward, Duration backward);

} // namespace pipegantt
