// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/time.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace pipegantt {

/// When each operation of a schedule runs. The arrays lie beside `Schedule::operations()`: same
/// index, same operation; within a device's row both starts and ends ascend. Picoseconds.
struct Timeline
{
    std::vector<std::int64_t> starts;
    std::vector<std::int64_t> ends;
    /// The end of the last operation of all.
    Duration makespan {};

    [[nodiscard]] Duration start(std::size_t index) const { return Duration(starts[index]); }
    [[nodiscard]] Duration end(std::size_t index) const { return Duration(ends[index]); }

    friend bool operator==(const Timeline&, const Timeline&) = default;
};

} // namespace pipegantt
