// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/simulate.h"

#include "app/cli/output.h"
#include "app/cli/planoptions.h"
#include "app/cli/resulttext.h"
#include "app/cli/searchprogress.h"
#include "core/format/resultjson.h"
#include "core/plan/memorylimit.h"
#include "core/planner/recommendation.h"
#include "core/run/run.h"

#include <CLI/CLI.hpp>

#include <algorithm>

namespace pipegantt {
namespace {

Error doesNotFit(const Run& result)
{
    const Plan& plan = result.plan;
    const std::vector<DeviceMetrics>& devices = result.metrics.devices;
    auto worst = devices.begin() + result.metrics.peakDevice;
    if (worst->fits)
        worst = std::ranges::find(devices, false, &DeviceMetrics::fits);
    const auto at = static_cast<int>(worst - devices.begin());
    const std::string device = std::to_string(at);
    const std::string peak = bytesText(worst->peakMemory);
    const std::string limit = bytesText(limitOn(plan, result.schedule, at).value_or(Bytes {}));
    const Bytes state = worst->stateMemory;
    if (plan.memoryLimit.unit == MemoryLimit::Unit::Bytes && state.value > plan.memoryLimit.amount)
        return {ErrorCode::StateDoesNotFit, {device, bytesText(state), limit}};
    const std::int64_t most = microbatchesThatFit(plan).value_or(0);
    if (most == 0)
        return {ErrorCode::NothingFitsMemory, {device, peak, limit}};
    return {ErrorCode::DoesNotFitMemory, {device, peak, limit, std::to_string(most)}};
}

ExitCode printResult(const PlanOptions& options, bool json)
{
    const auto plan = options.plan();
    if (!plan)
        return fail(plan.error());
    const Result<Run> result = [&plan] {
        SearchProgress progress(*plan);
        return run(*plan, progress.watch());
    }();
    if (!result)
        return fail(result.error());
    const ExitCode printed = print(json ? resultJson(*result) : resultText(*result));
    // A plan that does not fit is still measured in full: its numbers say by how much.
    if (printed != ExitCode::Ok || result->metrics.fits)
        return printed;
    return fail(doesNotFit(*result));
}

} // namespace

void addSimulateCommand(CLI::App& app, std::function<ExitCode()>& action)
{
    CLI::App* const command =
        app.add_subcommand("simulate", "Simulate a plan and print bubble, makespan and memory");
    const auto json = std::make_shared<bool>(false);
    command->add_flag("--json", *json, "Print JSON instead of text");
    const auto options = PlanOptions::addTo(*command);
    command->callback([&action, options, json] {
        action = [options, json] { return printResult(*options, *json); };
    });
}

} // namespace pipegantt
