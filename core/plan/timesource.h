// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <string>

namespace pipegantt {

/// Where the stage times of a plan were measured; empty for times that were given by hand. They are
/// of micro-batches of one size, and say nothing about another.
struct TimeSource
{
    std::string model;
    std::string device;
    /// When, as `2026-11-25T09:30:00Z`.
    std::string date;
    std::int64_t microbatchSize = 0;

    [[nodiscard]] bool measured() const { return !model.empty(); }

    friend bool operator==(const TimeSource&, const TimeSource&) = default;
};

} // namespace pipegantt
