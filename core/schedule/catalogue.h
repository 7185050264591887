// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/error.h"
#include "core/order/schedule.h"
#include "core/plan/choice.h"
#include "core/plan/parameter.h"
#include "core/plan/plan.h"
#include "core/schedule/closedform.h"

#include <cstdint>
#include <span>
#include <string_view>

namespace pipegantt {

/// When a device's weights change.
enum class WeightUpdates : std::uint8_t
{
    EachIteration, ///< once all gradients of the iteration are there
    EachMicrobatch, ///< after every backward pass, while other micro-batches are in flight
    DoubleBuffered, ///< once an iteration, without waiting for the micro-batches in flight
};

/// What is known about one published schedule, and how to make it.
struct CatalogueEntry
{
    ScheduleKind kind;
    std::string_view id;
    /// As the literature calls it; not translated.
    std::string_view title;
    int year;
    /// Where it is from: authors, title, venue. Not translated.
    std::string_view paper;
    /// What it does in one sentence; translated under the context "Schedule".
    std::string_view summary;
    /// When it can run, in words; translated under the context "Schedule".
    std::string_view constraints;
    /// The parameters it reads besides P, M and the times.
    std::span<const Parameter> parameters;
    /// The choices it reads besides how messages travel.
    std::span<const Choice> choices;
    bool hasBackward = true;
    /// Copies of the weights on each device.
    int weightCopies = 1;
    WeightUpdates updates = WeightUpdates::EachIteration;
    /// Bubble ratio for equal stages and no latency, as a formula.
    std::string_view bubbleFormula;
    /// Makespan for equal stages and no latency, as a formula.
    std::string_view makespanFormula;
    /// Peak activations of the first device in micro-batches, as a formula.
    std::string_view memoryFormula;
    /// When the formulas are exact beyond equal stages and no latency, translated under the context
    /// "Schedule"; empty where there is no other condition.
    std::string_view exactWhen;
    /// Where its stages are; the loop where there is none.
    Placement (*placement)(const Plan& plan) = nullptr;
    /// The formulas at a plan that has passed both checks.
    ClosedForm (*closedForm)(const Plan& plan);
    /// The rule's own conditions; ranges are checked by `checkPlan`.
    Result<void> (*check)(const Plan& plan);
    /// Appends every device's order. The plan has passed both checks.
    void (*generate)(const Plan& plan, Schedule& schedule);
};

/// Every schedule, in the order of history.
std::span<const CatalogueEntry> catalogue();

const CatalogueEntry& entry(ScheduleKind kind);

/// Checks the plan and writes its schedule into `schedule`, reusing its memory. O(operations).
Result<void> generate(const Plan& plan, Schedule& schedule);

/// Where the stages of `plan` are under its schedule.
Placement placementOf(const Plan& plan);

/// Whether `kind` reads `parameter`, or asks for `choice`.
bool reads(ScheduleKind kind, Parameter parameter);
bool reads(ScheduleKind kind, Choice choice);

/// The check of every schedule that runs a fixed number of chunks a device.
Result<void> requireChunks(const Plan& plan);

} // namespace pipegantt
