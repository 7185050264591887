// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/schedules.h"

#include "app/cli/output.h"
#include "core/format/resultjson.h"
#include "core/schedule/catalogue.h"

#include <CLI/CLI.hpp>

#include <memory>
#include <string>

namespace pipegantt {
namespace {

std::string catalogueText()
{
    std::string text;
    const auto line = [&text](const char* name, std::string_view value) {
        text += "  " + std::string(name) + std::string(value) + '\n';
    };
    for (const CatalogueEntry& schedule : catalogue()) {
        if (!text.empty())
            text += '\n';
        text += std::string(schedule.id) + ": " + std::string(schedule.title) + '\n';
        line("", schedule.summary);
        line("paper     ", schedule.paper);
        line("runs with ", schedule.constraints);
        line("bubble    ", schedule.bubbleFormula);
        line("makespan  ", schedule.makespanFormula);
        line("memory    ",
            "activations of " + std::string(schedule.memoryFormula) + " (in micro-batches)");
    }
    return text;
}

} // namespace

void addSchedulesCommand(CLI::App& app, std::function<ExitCode()>& action)
{
    CLI::App* const command = app.add_subcommand("schedules", "List every schedule");
    const auto json = std::make_shared<bool>(false);
    command->add_flag("--json", *json, "Print JSON instead of text");
    command->callback([&action, json] {
        action = [json] { return print(*json ? catalogueJson() : catalogueText()); };
    });
}

} // namespace pipegantt
