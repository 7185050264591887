// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/run/run.h"
#include "ui/timeline/roworder.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace pipegantt {

/// A run as its rows are shown: what it calls a device is a row of the chart, with the operations
/// that the row shows, at their exact times. For pictures: nothing is to be asked of it but what
/// runs when. The halves of a pair stand in the rows of their chunks, each for as long as the pair
/// runs; an optimizer step stands in every row of its device. Of an excerpt it has the times, not
/// the numbers of micro-batches.
struct ArrangedRun
{
    std::shared_ptr<const Run> run;
    /// The index in the run itself of each operation; empty where it is the same.
    std::vector<std::uint32_t> sources;

    [[nodiscard]] std::size_t sourceOf(std::size_t index) const
    {
        return sources.empty() ? index : sources[index];
    }
};

/// Whether the bar of the operation at `index` stands in a row of `chunk` of its device, or of the
/// whole device.
bool isShownBy(int chunk, const Schedule& schedule, std::size_t index);

/// `run` in the rows of `order`. The run itself where these are its devices; else
/// O(operations of the rows * rows of a device).
ArrangedRun arranged(const std::shared_ptr<const Run>& run, const RowOrder& order);

} // namespace pipegantt
