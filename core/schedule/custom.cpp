// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

// An order that nobody's rule makes: imported from a schedule CSV, or edited by hand. It is checked
// when it is given (givenorder.cpp, edit.cpp) and copied here; the plan's times apply to it. P, M
// and V are the order's own.
//
// The file format is PyTorch's: torch/distributed/pipelining/schedules.py, _Action.from_str.
//
//   0F0,0F1,0B0,0B1
//   1F0,1B0,1F1,1B1

#include "core/schedule/custom.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>

namespace pipegantt {
namespace {

Result<void> requireGiven(Parameter parameter, int value, int given)
{
    if (value == given)
        return {};
    return failure(ErrorCode::NotAsGiven,
        {std::string(info(parameter).key), std::to_string(value), std::to_string(given)});
}

Result<void> check(const Plan& plan)
{
    if (!plan.given.schedule)
        return failure(ErrorCode::NoGivenOrder, {std::string(scheduleId(plan.schedule))});
    Plan given = plan;
    adoptGivenShape(given);
    return requireGiven(Parameter::Stages, plan.stages, given.stages)
        .and_then([&] {
            return requireGiven(Parameter::Microbatches, plan.microbatches, given.microbatches);
        })
        .and_then([&] { return requireGiven(Parameter::Chunks, plan.chunks, given.chunks); });
}

Placement placement(const Plan& plan)
{
    return plan.given.schedule ? plan.given.schedule->placement()
                               : Placement::loop(plan.stages, plan.chunks);
}

ClosedForm claims(const Plan&)
{
    ClosedForm form;
    form.gap = FormulaGap::NoFormula;
    return form;
}

void generate(const Plan& plan, Schedule& schedule)
{
    const Schedule& given = *plan.given.schedule;
    schedule.reset(given.placement(), given.microbatches(), given.slices());
    const bool trains = std::ranges::any_of(
        given.row(0), [](PackedOperation one) { return makesGradient(one.kind()); });
    schedule.setStepsAtEnd(plan.optimizer > Duration::zero() && trains && !endsWithStep(given));
    schedule.setRecomputesEarly(plan.recomputeStart == RecomputeStart::Early);
    for (int device = 0; device < given.devices(); ++device) {
        for (const PackedOperation operation : given.row(device))
            schedule.append(operation.kind(), operation.chunk(), operation.unit());
        schedule.finishDevice();
    }
}

constexpr std::array kParameters {Parameter::Recompute, Parameter::Pair, Parameter::Optimizer};
constexpr std::array kChoices {Choice::RecomputeStart};

} // namespace

const CatalogueEntry& customEntry()
{
    static const CatalogueEntry kEntry {
        .kind = ScheduleKind::Custom,
        .id = scheduleId(ScheduleKind::Custom),
        .title = "Custom",
        .year = 2024,
        .paper = "An order of your own, in the format of PyTorch, "
                 "torch/distributed/pipelining/schedules.py",
        .summary = PIPEGANTT_TEXT(
            "Schedule", "An order that is given: imported from a schedule CSV, or edited by hand."),
        .constraints = PIPEGANTT_TEXT("Schedule", "P, M and V of the order"),
        .parameters = kParameters,
        .choices = kChoices,
        .bubbleFormula = "as simulated",
        .makespanFormula = "as simulated",
        .memoryFormula = "as simulated",
        .exactWhen = {},
        .placement = placement,
        .closedForm = claims,
        .check = check,
        .generate = generate,
    };
    return kEntry;
}

} // namespace pipegantt
