// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/order.h"

#include "app/cli/output.h"
#include "app/cli/planoptions.h"
#include "app/cli/searchprogress.h"
#include "core/format/ordercsv.h"
#include "core/format/sheetcsv.h"
#include "core/run/run.h"
#include "core/schedule/catalogue.h"

#include <CLI/CLI.hpp>

namespace pipegantt {
namespace {

ExitCode printOrder(const PlanOptions& options, bool json)
{
    const auto plan = options.plan();
    if (!plan)
        return fail(plan.error());
    // A searched order is the one that is simulated; any other needs no simulation.
    if (plan->schedule == ScheduleKind::Auto) {
        const Result<Run> searched = [&plan] {
            SearchProgress progress(*plan);
            return run(*plan, progress.watch());
        }();
        if (!searched)
            return fail(searched.error());
        return print(json ? orderJson(searched->schedule) : orderCsv(searched->schedule));
    }
    Schedule schedule;
    if (const Result<void> generated = generate(*plan, schedule); !generated)
        return fail(generated.error());
    const ActionSheet sheet = orderSheet(*plan, schedule);
    return print(json ? sheetJson(sheet) : sheetCsv(sheet));
}

} // namespace

void addOrderCommand(CLI::App& app, std::function<ExitCode()>& action)
{
    CLI::App* const command =
        app.add_subcommand("order", "Print what each device runs, as PyTorch's compute-only CSV");
    const auto json = std::make_shared<bool>(false);
    command->add_flag("--json", *json, "Print JSON instead of CSV");
    const auto options = PlanOptions::addTo(*command);
    command->callback([&action, options, json] {
        action = [options, json] { return printOrder(*options, *json); };
    });
}

} // namespace pipegantt
