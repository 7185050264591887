// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/check.h"
#include "app/cli/compare.h"
#include "app/cli/export.h"
#include "app/cli/import.h"
#include "app/cli/measure.h"
#include "app/cli/order.h"
#include "app/cli/output.h"
#include "app/cli/schedules.h"
#include "app/cli/simulate.h"
#include "app/cli/trade.h"
#include "core/base/version.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <exception>
#include <functional>
#include <memory>
#include <new>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pipegantt {
namespace {

constexpr const char* kProgram = "pipegantt-cli";

/// CLI11's help without its remarks on which options exclude which.
class HelpFormatter : public CLI::Formatter
{
public:
    std::string make_option_opts(const CLI::Option* option) const override
    {
        return option->get_type_name().empty() ? "" : ' ' + option->get_type_name();
    }
};

/// `pipegantt-cli simulate`: the command that the user was in the middle of.
std::string commandInUse(const CLI::App& app)
{
    for (const CLI::App* const command : app.get_subcommands())
        return std::string(kProgram) + ' ' + command->get_name();
    return kProgram;
}

std::string commandNames(const CLI::App& app)
{
    std::string names;
    for (const CLI::App* const command : app.get_subcommands(nullptr))
        names += (names.empty() ? "" : ", ") + command->get_name();
    return names;
}

/// CLI11's fault as a sentence.
std::string usageSentence(const CLI::App& app, const CLI::ParseError& fault)
{
    const std::string message = fault.what();
    const auto unread = app.remaining(true);
    if (app.get_subcommands().empty()) {
        if (unread.empty())
            return "A command is missing; the commands are " + commandNames(app) + '.';
        return "“" + unread.front() + "” is no command; the commands are " + commandNames(app)
            + '.';
    }
    const auto is = [&fault](CLI::ExitCodes kind) {
        return fault.get_exit_code() == static_cast<int>(kind);
    };
    // Its messages end in the names that they are about.
    if (is(CLI::ExitCodes::ExtrasError))
        return "“" + message.substr(message.rfind(": ") + 2) + "” is not understood here.";
    constexpr std::string_view kExcludes = " excludes ";
    if (const std::size_t verb = message.find(kExcludes); verb != std::string::npos) {
        return message.substr(0, verb) + " and " + message.substr(verb + kExcludes.size())
            + " cannot be given together.";
    }
    if (is(CLI::ExitCodes::ArgumentMismatch)) {
        const std::string option = message.substr(0, message.find(':'));
        const bool repeated = message.find("At Most") != std::string::npos;
        return option + (repeated ? " is given more than once." : " needs a value behind it.");
    }
    return message + '.';
}

/// The arguments, and those behind each `--` of `compare`, where it stands between plans.
std::vector<PlanArguments> argumentsOf(int argc, char** argv)
{
    std::vector<PlanArguments> parts(1);
    const bool compares = argc > 1 && std::string_view(argv[1]) == kCompareCommand;
    for (int i = 1; i < argc; ++i) {
        if (compares && std::string_view(argv[i]) == "--")
            parts.emplace_back();
        else
            parts.back().emplace_back(argv[i]);
    }
    return parts;
}

ExitCode parse(CLI::App& app, PlanArguments arguments)
{
    try {
        std::ranges::reverse(arguments); // as CLI11 wants it
        app.parse(std::move(arguments));
    } catch (const CLI::ParseError& fault) {
        if (fault.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success)) {
            std::ostringstream text;
            std::ostringstream none;
            app.exit(fault, text, none);
            return print(text.str());
        }
        complain(usageSentence(app, fault) + " See " + commandInUse(app) + " --help.");
        return ExitCode::Usage;
    }
    return ExitCode::Ok;
}

ExitCode runCommandLine(int argc, char** argv)
{
    CLI::App app("Shows what a pipeline-parallel training schedule costs: bubble, makespan and "
                 "memory, simulated exactly.",
        kProgram);
    const auto formatter = std::make_shared<HelpFormatter>();
    formatter->column_width(34);
    app.formatter(formatter);
    app.footer(kExitCodeHelp);
    app.set_version_flag("--version", std::string(kProgram) + ' ' + std::string(kVersion));
    app.require_subcommand(1);
    app.option_defaults()->multi_option_policy(CLI::MultiOptionPolicy::Throw);

    std::vector<PlanArguments> arguments = argumentsOf(argc, argv);
    const std::vector<PlanArguments> further(arguments.begin() + 1, arguments.end());
    std::function<ExitCode()> action;
    addSchedulesCommand(app, action);
    addSimulateCommand(app, action);
    addOrderCommand(app, action);
    addExportCommand(app, action);
    addCompareCommand(app, action, further);
    addImportCommand(app, action);
    addMeasureCommand(app, action);
    addTradeCommand(app, action);
    addCheckCommand(app, action);
    for (CLI::App* const command : app.get_subcommands(nullptr))
        command->footer(kExitCodeHelp);

    const ExitCode parsed = parse(app, std::move(arguments.front()));
    return action ? action() : parsed;
}

} // namespace
} // namespace pipegantt

int main(int argc, char** argv)
{
    using namespace pipegantt;
    // A reader that goes away shows as a failed write, which is said like any other.
    std::signal(SIGPIPE, SIG_IGN);
    try {
        return static_cast<int>(runCommandLine(argc, argv));
    } catch (const std::bad_alloc&) {
        complain("This machine has no memory left for so large a plan; use fewer stages or "
                 "micro-batches.");
    } catch (const std::exception& fault) {
        complain(std::string("An unforeseen fault ended the program: ") + fault.what() + '.');
    }
    return static_cast<int>(ExitCode::InputOutput);
}
