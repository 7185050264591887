// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/metrics/metrics.h"
#include "core/plan/plan.h"

#include <cstdint>

namespace pipegantt {

/// What updates without waiting for the micro-batches in flight cost a device (PipeDream, SOSP
/// 2019, §3.3; PipeDream-2BW 2006.09503, §3.1).
struct WeightVersions
{
    /// Versions of the weights that it keeps: with PipeDream one for each micro-batch in flight.
    std::int64_t versions = 1;
    /// By how many updates the weights that a gradient was computed with are older than those that
    /// it changes, at most.
    std::int64_t staleness = 0;

    friend bool operator==(const WeightVersions&, const WeightVersions&) = default;
};

/// Those of the device that `device` measures under `plan`.
WeightVersions weightVersions(const Plan& plan, const DeviceMetrics& device);

} // namespace pipegantt
