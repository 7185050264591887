// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/compare.h"

#include "app/cli/output.h"
#include "app/cli/planoptions.h"
#include "app/cli/textlines.h"
#include "core/format/comparisontable.h"
#include "core/format/differencetable.h"
#include "core/format/quotable.h"
#include "core/planner/planname.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

namespace pipegantt {
namespace {

struct NamedOrder
{
    std::string_view id;
    ComparisonOrder order;
};

constexpr std::array kOrders {
    NamedOrder {"catalogue", ComparisonOrder::Catalogue},
    NamedOrder {"year", ComparisonOrder::Year},
    NamedOrder {"bubble", ComparisonOrder::Bubble},
    NamedOrder {"span-bubble", ComparisonOrder::SpanBubble},
    NamedOrder {"makespan", ComparisonOrder::Makespan},
    NamedOrder {"memory", ComparisonOrder::Memory},
    NamedOrder {"messages", ComparisonOrder::Messages},
};

std::string orderNames()
{
    std::string names;
    for (const NamedOrder& named : kOrders)
        names += (names.empty() ? "" : ", ") + std::string(named.id);
    return names;
}

/// What the line asks for, and the plans to compare.
struct Request
{
    bool catalogue = false;
    bool json = false;
    bool csv = false;
    bool markdown = false;
    bool differences = false;
    std::string sort;
    std::vector<std::shared_ptr<const PlanOptions>> plans;
    /// The parsers of the further plans, which their options read from.
    std::vector<std::unique_ptr<CLI::App>> parsers;
};

void addTo(CLI::App& command, Request& request)
{
    command.add_flag(
        "--catalogue", request.catalogue, "Every schedule at the plan, as with one\nplan alone");
    command.add_flag("--json", request.json, "Print JSON instead of text");
    command.add_flag("--csv", request.csv, "Print CSV instead of text");
    command.add_flag("--markdown", request.markdown, "Print a Markdown table");
    command.add_flag("--differences", request.differences,
        "How the plans differ from the first one, as a\nwhole and device by device");
    command
        .add_option("--sort", request.sort,
            "The least first: " + orderNames()
                + ".\nThe default is the order of the line, or of\n"
                  "the catalogue")
        ->type_name("ORDER");
    request.plans.push_back(PlanOptions::addTo(command));
}

void parseFurther(const std::vector<PlanArguments>& further, Request& request)
{
    for (PlanArguments arguments : further) {
        auto parser = std::make_unique<CLI::App>("", kCompareCommand);
        parser->option_defaults()->multi_option_policy(CLI::MultiOptionPolicy::Throw);
        addTo(*parser, request);
        std::ranges::reverse(arguments); // as CLI11 wants it
        parser->parse(std::move(arguments));
        request.parsers.push_back(std::move(parser));
    }
}

Error usage(const std::string& words)
{
    return {ErrorCode::BadCommandLine, {words}};
}

std::string linesText(const TextTable& table)
{
    TextLines lines;
    lines.add(table.header);
    for (const std::vector<std::string>& row : table.rows)
        lines.add(row);
    lines.alignRight(table.numeric);
    return lines.text();
}

std::string outputText(const Request& request, std::span<const ComparedPlan> rows)
{
    if (request.json)
        return comparisonJson(rows);
    if (request.csv)
        return comparisonCsv(rows);
    return request.markdown ? markdownTable(comparisonTable(rows))
                            : linesText(comparisonTable(rows));
}

/// The plans, run, beside the first of them.
ExitCode printDifferences(const Request& request)
{
    if (request.plans.size() < 2)
        return fail(
            usage("--differences needs two plans or more, each behind a -- from the next."));
    if (request.json || !request.sort.empty() || request.catalogue) {
        return fail(usage("--differences goes with --csv and --markdown, and not with --json, "
                          "--sort or --catalogue."));
    }
    std::vector<Run> runs;
    runs.reserve(request.plans.size());
    std::vector<NamedRun> named;
    for (const auto& options : request.plans) {
        const auto plan = options->plan();
        if (!plan)
            return fail(plan.error());
        Result<Run> done = run(*plan);
        if (!done)
            return fail(done.error());
        runs.push_back(std::move(*done));
        named.push_back({planName(runs.back().plan), &runs.back()});
        if (const Result<void> checked = checkCommonTime(named.front(), named.back()); !checked)
            return fail(checked.error());
    }
    if (request.csv)
        return print(differenceCsv(named));
    const auto text = request.markdown ? markdownTable : linesText;
    return print(text(differenceTable(named)) + '\n' + text(deviceDifferenceTable(named)));
}

ExitCode printComparison(const Request& request)
{
    if (request.json + request.csv + request.markdown > 1)
        return fail(usage("--json, --csv and --markdown cannot be given together."));
    if (request.differences)
        return printDifferences(request);
    if (request.catalogue && request.plans.size() > 1)
        return fail(
            usage("--catalogue compares the schedules at one plan, and several are given."));
    const auto* order = std::ranges::find(kOrders, request.sort, &NamedOrder::id);
    if (!request.sort.empty() && order == kOrders.end()) {
        return fail(
            Error(ErrorCode::UnknownChoice, {"sort", quotable(request.sort), orderNames()}));
    }
    Comparison comparison;
    std::vector<ComparedPlan> rows;
    for (const auto& options : request.plans) {
        const auto plan = options->plan();
        if (!plan)
            return fail(plan.error());
        if (request.plans.size() == 1)
            rows = comparison.catalogueRows(*plan);
        else
            rows.push_back(comparison.row(*plan));
    }
    if (order != kOrders.end())
        sortRows(rows, order->order);
    const ExitCode printed = print(outputText(request, rows));
    if (printed != ExitCode::Ok || request.plans.size() == 1)
        return printed;
    // A plan that was asked for by itself has to run.
    const auto refused =
        std::ranges::find_if(rows, [](const ComparedPlan& row) { return row.refusal.has_value(); });
    return refused == rows.end() ? ExitCode::Ok : fail(*refused->refusal);
}

} // namespace

void addCompareCommand(
    CLI::App& app, std::function<ExitCode()>& action, const std::vector<PlanArguments>& further)
{
    CLI::App* const command = app.add_subcommand(kCompareCommand,
        "Compare plans, each behind a -- from the next, or every schedule at one plan");
    const auto request = std::make_shared<Request>();
    addTo(*command, *request);
    command->callback([&action, &further, request] {
        parseFurther(further, *request);
        action = [request] { return printComparison(*request); };
    });
}

} // namespace pipegantt
