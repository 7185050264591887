// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/check.h"

#include "app/cli/output.h"
#include "app/cli/textlines.h"
#include "core/base/time.h"
#include "core/format/memberwriter.h"
#include "core/format/quotable.h"
#include "gpu/device/devices.h"
#include "gpu/measure/check.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <memory>
#include <optional>

namespace pipegantt {
namespace {

struct Options
{
    std::string device = "cpu";
    std::string type;
    bool json = false;
};

std::string number(double value)
{
    std::array<char, 32> text {};
    std::snprintf(text.data(), text.size(), "%.1e", value);
    return text.data();
}

std::string heading(const StageDevice& device, ElementType element)
{
    return device.name() + ", " + std::string(elementName(element)) + ", " + device.software();
}

std::string resultTable(const std::vector<CheckedResult>& results)
{
    TextLines table;
    table.add({"stage", "passes", "result", "error", "limit", ""});
    for (const CheckedResult& one : results) {
        table.add({one.stage, one.passes, std::string(tensorName(one.tensor)), number(one.error),
            number(one.limit), one.agrees() ? "" : "WRONG"});
    }
    return table.text();
}

std::string resultJson(
    const StageDevice& device, ElementType element, const std::vector<CheckedResult>& results)
{
    JsonWriter json;
    MemberWriter member(json, TimeUnit::Slots);
    json.beginObject();
    member.string("device", device.name());
    member.string("software", device.software());
    member.string("type", elementName(element));
    json.key("results");
    json.beginList();
    for (const CheckedResult& one : results) {
        json.beginObject(JsonWriter::Layout::OneLine);
        member.string("stage", one.stage);
        member.string("passes", one.passes);
        member.string("result", tensorName(one.tensor));
        json.key("relative_error");
        // JSON has no word for what is no number.
        json.raw(std::isfinite(one.error) ? number(one.error) : "null");
        json.key("limit");
        json.raw(number(one.limit));
        member.boolean("agrees", one.agrees());
        json.endObject();
    }
    json.endList();
    json.endObject();
    return json.finish();
}

ExitCode runCheck(const Options& options)
{
    const Result<std::unique_ptr<StageDevice>> device =
        openDevice(options.device, cudaPluginPath());
    if (!device)
        return fail(device.error());
    std::string legal;
    std::optional<ElementType> element;
    for (const ElementType type : (*device)->elements()) {
        legal += (legal.empty() ? "" : ", ") + std::string(elementName(type));
        if (!element && (options.type.empty() || options.type == elementName(type)))
            element = type;
    }
    if (!element)
        return fail(Error(ErrorCode::UnknownChoice, {"type", quotable(options.type), legal}));
    const Result<std::vector<CheckedResult>> results = checkDevice(**device, *element);
    if (!results)
        return fail(results.error());
    const auto wrong = std::ranges::count_if(
        *results, [](const CheckedResult& result) { return !result.agrees(); });
    const std::string all = std::to_string(results->size());
    const ExitCode printed = print(options.json
            ? resultJson(**device, *element, *results)
            : heading(**device, *element) + "\n\n" + resultTable(*results)
                + (wrong == 0 ? "\nAll " + all + " results agree with the definition in 64 bits.\n"
                              : ""));
    if (printed != ExitCode::Ok || wrong == 0)
        return printed;
    return fail(Error(ErrorCode::DeviceFailed,
        {(*device)->name(),
            std::to_string(wrong) + " of " + all + " results differ from the definition"}));
}

} // namespace

void addCheckCommand(CLI::App& app, std::function<ExitCode()>& action)
{
    CLI::App* const command = app.add_subcommand(
        "check", "Check what a device computes against the definition in 64 bits");
    const auto options = std::make_shared<Options>();
    command
        ->add_option("--device", options->device,
            wrapped("cpu, or cuda:0 and so on where the CUDA plugin is; the default is cpu."))
        ->type_name("DEVICE");
    command
        ->add_option("--type", options->type,
            wrapped("float32 or bfloat16; the default is what measure takes on the device."))
        ->type_name("TYPE");
    command->add_flag("--json", options->json, "Print JSON instead of text.");
    command->callback([&action, options] { action = [options] { return runCheck(*options); }; });
}

} // namespace pipegantt
