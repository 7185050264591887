// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/search/order.h"
#include "core/search/problem.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <random>
#include <vector>

namespace pipegantt {

/// Runs orders of one problem, each pass as early as it can, and knows of the last one why it ended
/// when it did. Keeps its memory between runs.
class Replay
{
public:
    explicit Replay(const SearchProblem& problem);

    /// Nothing where an operation is missing or twice there, where the order deadlocks, or where a
    /// device passes its memory. O(operations).
    std::optional<OrderScore> run(const Order& order);

    /// A critical path of the last run, which was a success: places in the order of operations that
    /// started when the one before them on their device ended, on a way back from the end. Where a
    /// message came at the same instant, `random` decides which way is taken.
    void criticalPlaces(std::mt19937_64& random, std::vector<std::size_t>& places) const;

private:
    static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

    struct Device
    {
        std::size_t cursor = 0;
        std::int64_t start = 0;
        std::int64_t clock = 0;
        std::int64_t held = 0;
        std::int64_t peak = 0;
    };
    /// Why an operation started when it did.
    struct Cause
    {
        bool device = false; ///< the one before it on its device ended then
        std::size_t message = kNone; ///< the place of the one whose result came then
    };

    std::size_t advance(const Order& order, int device);
    bool runs(Device& device, int stage, Pass pass);
    [[nodiscard]] bool holds(Device& device, const SearchStage& stage, Pass pass) const;
    [[nodiscard]] OrderScore score();

    const SearchProblem& m_problem;
    std::vector<std::int64_t> m_ends;
    std::vector<std::size_t> m_places;
    std::vector<std::array<int, kPassCount>> m_done;
    std::vector<Device> m_devices;
    std::vector<Cause> m_causes;
    std::size_t m_last = 0;
};

} // namespace pipegantt
