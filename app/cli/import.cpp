// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/import.h"

#include "app/cli/output.h"
#include "app/cli/planoptions.h"
#include "core/format/file.h"
#include "core/format/jsonwriter.h"
#include "core/format/planfile.h"
#include "core/schedule/catalogue.h"
#include "core/schedule/recognize.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

namespace pipegantt {
namespace {

struct ImportOptions
{
    std::string output;
    bool json = false;
};

/// What an imported order is, beside its plan.
struct Summary
{
    const Plan& plan;
    std::vector<Plan> known;
    bool communicates = false;
    std::int64_t idleCells = 0;
};

Summary summarize(const Plan& plan)
{
    Summary summary {plan, recognize(plan)};
    if (plan.given.sheet) {
        summary.communicates = hasCommunication(*plan.given.sheet);
        summary.idleCells =
            std::ranges::count(plan.given.sheet->actions(), ActionType::Idle, &Action::type);
    }
    return summary;
}

std::string_view layoutId(const Placement& placement)
{
    switch (placement.layout()) {
    case Placement::Layout::Loop:
        return placement.chunks() == 1 ? "linear" : "loop";
    case Placement::Layout::Wave:
        return placement.chunks() == 2 ? "v" : "wave";
    case Placement::Layout::Bidirectional:
        return "bidirectional";
    case Placement::Layout::Given:
        break;
    }
    return "given";
}

/// `1F1B`, and after which choices the catalogue asks where its own would not do.
std::string nameOf(const Plan& known)
{
    std::string name(entry(known.schedule).title);
    if (known.group != 0)
        name += " in groups of " + std::to_string(known.group);
    if (known.backwardOrder != BackwardOrder::Ascending)
        name += " with backward passes descending";
    return name;
}

std::string recognized(const Summary& summary)
{
    if (summary.known.empty())
        return "This is no order of the catalogue.\n";
    std::string text = "This is " + nameOf(summary.known.front());
    for (std::size_t i = 1; i < summary.known.size(); ++i)
        text += (i == 1 ? ", the same here as " : ", ") + nameOf(summary.known[i]);
    return text + ".\n";
}

std::string summaryText(const Summary& summary)
{
    const Schedule& order = *summary.plan.given.schedule;
    std::string text = recognized(summary);
    const auto line = [&text](const char* name, const std::string& value) {
        text += std::string(name) + value + '\n';
    };
    line("devices        ", std::to_string(order.devices()));
    line("stages         ",
        std::to_string(order.placement().modelStages()) + ", layout "
            + std::string(layoutId(order.placement())));
    line("micro-batches  ", std::to_string(order.microbatches()));
    if (order.slices() > 1)
        line("slices         ", std::to_string(order.slices()));
    line("operations     ", std::to_string(order.operations().size()));
    if (summary.idleCells > 0)
        line("idle cells     ", std::to_string(summary.idleCells));
    line("communication  ", summary.communicates ? "given, and matched" : "none");
    return text;
}

std::string summaryJson(const Summary& summary)
{
    const Schedule& order = *summary.plan.given.schedule;
    JsonWriter json;
    json.beginObject();
    const auto number = [&json](std::string_view key, std::int64_t value) {
        json.key(key);
        json.number(value);
    };
    number("devices", order.devices());
    number("stages", order.placement().modelStages());
    number("microbatches", order.microbatches());
    number("slices", order.slices());
    number("operations", static_cast<std::int64_t>(order.operations().size()));
    number("idle_cells", summary.idleCells);
    json.key("communication");
    json.boolean(summary.communicates);
    json.key("layout");
    json.string(layoutId(order.placement()));
    json.key("device_of_stage");
    json.beginList(JsonWriter::Layout::OneLine);
    for (int stage = 0; stage < order.placement().modelStages(); ++stage)
        json.number(order.placement().deviceOf(stage));
    json.endList();
    json.key("recognized");
    json.beginList(JsonWriter::Layout::OneLine);
    for (const Plan& known : summary.known)
        json.string(scheduleId(known.schedule));
    json.endList();
    json.endObject();
    return json.finish();
}

ExitCode importOrder(const PlanOptions& planOptions, const ImportOptions& options)
{
    const auto plan = planOptions.plan();
    if (!plan)
        return fail(plan.error());
    if (plan->schedule != ScheduleKind::Custom) {
        return fail(Error(ErrorCode::BadCommandLine,
            {"import reads a schedule CSV, such as order prints; the plan named here generates its "
             "order. See pipegantt-cli import --help."}));
    }
    Schedule schedule;
    if (const Result<void> runs = generate(*plan, schedule); !runs)
        return fail(runs.error());
    if (!options.output.empty()) {
        const Result<void> written = writeFileAtomically(options.output, planText(*plan));
        if (!written)
            return fail(written.error());
    }
    const Summary summary = summarize(*plan);
    return print(options.json ? summaryJson(summary) : summaryText(summary));
}

} // namespace

void addImportCommand(CLI::App& app, std::function<ExitCode()>& action)
{
    CLI::App* const command =
        app.add_subcommand("import", "Check a schedule CSV, say what it is, and make it a plan");
    const auto options = std::make_shared<ImportOptions>();
    command->add_option("-o,--output", options->output, "The plan file (*.pgantt) to write")
        ->type_name("FILE");
    command->add_flag("--json", options->json, "Print JSON instead of text");
    const auto planOptions = PlanOptions::addTo(*command);
    command->callback([&action, planOptions, options] {
        action = [planOptions, options] { return importOrder(*planOptions, *options); };
    });
}

} // namespace pipegantt
