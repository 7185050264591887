// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/metrics/weightversions.h"

#include "core/schedule/catalogue.h"

namespace pipegantt {

WeightVersions weightVersions(const Plan& plan, const DeviceMetrics& device)
{
    switch (entry(plan.schedule).updates) {
    case WeightUpdates::EachMicrobatch:
        // Of the micro-batches in flight the newest sees an update by each of the others.
        return {device.peakChunks, device.peakChunks - 1};
    case WeightUpdates::DoubleBuffered:
        return {2, 1};
    case WeightUpdates::EachIteration:
        break;
    }
    return {};
}

} // namespace pipegantt
