// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/time.h"
#include "core/order/schedule.h"
#include "core/plan/plan.h"
#include "core/schedule/dependency.h"
#include "core/simulate/costs.h"
#include "core/simulate/timeline.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace pipegantt {

/// A stretch of time that something else waited for: an operation that ran, or a message that
/// travelled.
struct CausalStep
{
    enum class Kind : std::uint8_t
    {
        Operation,
        Message,
    };
    Kind kind = Kind::Operation;
    /// The operation, or the one whose result the message carries: index into
    /// Schedule::operations().
    std::size_t operation = 0;
    /// Where it ran.
    int device = 0;
    Duration begin {};
    Duration end {};

    friend bool operator==(const CausalStep&, const CausalStep&) = default;
};

/// Walks through a run against time: from an operation to what ended when it began, and so on to
/// the start of the iteration. Each step ends where the one that waited for it begins. Refers to
/// the schedule and the timeline, which must outlive it.
class CausalWalk
{
public:
    /// For a few steps: each looks through a row.
    CausalWalk(const Plan& plan, const Schedule& schedule, const Timeline& timeline);

    /// Lets each step take no more than a look, for 8 bytes a stage and unit. O(operations).
    void index();

    /// The step that the operation at `index` on `device` is.
    [[nodiscard]] CausalStep stepOf(int device, std::size_t index) const;

    /// What `step` waited for; nothing where it began with the iteration. Of an operation that both
    /// its device and a message allowed at once, the device.
    [[nodiscard]] std::optional<CausalStep> before(const CausalStep& step) const;

private:
    [[nodiscard]] std::optional<CausalStep> resolved(Precursor precursor) const;
    [[nodiscard]] std::optional<CausalStep> arrivedLast(int device, std::size_t index) const;
    [[nodiscard]] std::optional<std::size_t> makerOf(const StageResult& result) const;
    [[nodiscard]] int deviceAt(std::size_t index) const;

    const Schedule& m_schedule;
    const Timeline& m_timeline;
    Costs m_costs;
    /// By stage and unit, activations and then gradients; empty without an index.
    std::vector<std::int32_t> m_makers;
};

} // namespace pipegantt
