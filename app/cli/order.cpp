// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/order.h"

#include "app/cli/output.h"
#include "app/cli/planoptions.h"
#include "app/cli/searchprogress.h"
#include "core/format/ordercsv.h"
#include "core/format/quotable.h"
#include "core/format/sheetcsv.h"
#include "core/run/run.h"
#include "core/schedule/catalogue.h"

#include <CLI/CLI.hpp>

#include <memory>
#include <optional>
#include <string>
#include <utility>

namespace pipegantt {
namespace {

constexpr std::string_view kOldRuntime = "2.14";
constexpr std::string_view kNewRuntime = "2.15";

struct OrderOptions
{
    bool json = false;
    bool communication = false;
    std::string runtime {kOldRuntime};
};

std::optional<Runtime> runtimeNamed(std::string_view version)
{
    if (version == kOldRuntime)
        return Runtime::PyTorch214;
    return version == kNewRuntime ? std::optional(Runtime::PyTorch215) : std::nullopt;
}

/// A searched order is the one that is simulated; any other needs no simulation.
Result<Schedule> scheduleOf(const Plan& plan)
{
    if (plan.schedule == ScheduleKind::Auto) {
        SearchProgress progress(plan);
        return run(plan, progress.watch()).map([](Run&& searched) {
            return std::move(searched.schedule);
        });
    }
    Schedule schedule;
    return generate(plan, schedule).map([&schedule] { return std::move(schedule); });
}

ExitCode printOrder(const PlanOptions& planOptions, const OrderOptions& options)
{
    const std::optional<Runtime> runtime = runtimeNamed(options.runtime);
    if (!runtime) {
        return fail(Error(ErrorCode::UnknownChoice,
            {"torch", quotable(options.runtime),
                std::string(kOldRuntime) + ", " + std::string(kNewRuntime)}));
    }
    const auto plan = planOptions.plan();
    if (!plan)
        return fail(plan.error());
    const Result<Schedule> schedule = scheduleOf(*plan);
    if (!schedule)
        return fail(schedule.error());
    const Result<ActionSheet> sheet = options.communication
        ? communicationSheet(*plan, *schedule, *runtime)
        : orderSheet(*plan, *schedule);
    if (!sheet)
        return fail(sheet.error());
    return print(options.json ? sheetJson(*sheet) : sheetCsv(*sheet));
}

} // namespace

void addOrderCommand(CLI::App& app, std::function<ExitCode()>& action)
{
    CLI::App* const command =
        app.add_subcommand("order", "Print what each device runs, as PyTorch's schedule CSV");
    const auto options = std::make_shared<OrderOptions>();
    command->add_flag("--json", options->json, "Print JSON instead of CSV");
    command->add_flag("--communication", options->communication,
        "With sends, receives, unsharding and reductions: what\n"
        "PyTorch loads as compute_comms; without, compute_only");
    command
        ->add_option("--torch", options->runtime,
            "The PyTorch that the communication is for: 2.14 and\n"
            "before, or 2.15 and later, which wants waits in the\n"
            "order; the default is 2.14")
        ->type_name("VERSION");
    const auto planOptions = PlanOptions::addTo(*command);
    command->callback([&action, planOptions, options] {
        action = [planOptions, options] { return printOrder(*planOptions, *options); };
    });
}

} // namespace pipegantt
