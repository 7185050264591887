// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/planoptions.h"

#include "app/cli/textlines.h"
#include "core/base/sentence.h"
#include "core/format/plandraft.h"
#include "core/format/planinput.h"
#include "core/format/quotable.h"
#include "core/plan/choice.h"
#include "core/plan/parameter.h"
#include "core/plan/preset.h"
#include "core/schedule/catalogue.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <optional>
#include <vector>

namespace pipegantt {
namespace {

constexpr const char* kFileOption = "PLAN";
constexpr const char* kPresetOption = "--preset";
constexpr const char* kPlanGroup = "Plan";

std::string optionName(std::string_view key)
{
    return "--" + std::string(key);
}

/// `From 1 to 1024; the default is 4.`
std::string range(const ParameterInfo& row)
{
    const auto slots = [](std::int64_t time) {
        return timeNumber(Duration(time), TimeUnit::Slots);
    };
    const std::string defaultText = "; the default is ";
    switch (row.quantity) {
    case Quantity::Time: {
        const std::string least = row.minimum == 0 ? "From 0" : "More than 0";
        const std::string inSeconds = timeNumber(Duration(row.maximum), TimeUnit::Seconds);
        return least + ", at most " + slots(row.maximum) + " slots or " + inSeconds + "s"
            + defaultText + slots(row.defaultValue) + ".";
    }
    case Quantity::Memory: {
        const std::string defaultValue = row.defaultValue == 0 && row.minimum > 0
            ? "none"
            : bytesExact(Bytes {row.defaultValue});
        return "From " + bytesExact(Bytes {row.minimum}) + " to " + bytesExact(Bytes {row.maximum})
            + defaultText + defaultValue + ".";
    }
    case Quantity::Bandwidth:
        return "A size for each second, such as 450GB; at most " + bytesExact(Bytes {row.maximum})
            + defaultText + std::to_string(row.defaultValue) + ".";
    case Quantity::Percent:
    case Quantity::Count:
        break;
    }
    return "From " + std::to_string(row.minimum) + " to " + std::to_string(row.maximum)
        + defaultText + std::to_string(row.defaultValue) + ".";
}

/// What stands for the value in `--help`: `P`, `T` for a time, `SIZE`.
std::string placeholder(const ParameterInfo& row)
{
    if (row.quantity == Quantity::Time)
        return "T";
    if (row.quantity == Quantity::Bandwidth)
        return "SIZE";
    if (row.quantity == Quantity::Memory)
        return row.parameter == Parameter::MemoryLimit ? "K|SIZE" : "SIZE";
    return row.symbol.empty() ? "N" : std::string(row.symbol);
}

template <class Range, class Projection>
std::string joined(const Range& items, Projection projection)
{
    std::string list;
    for (const auto& item : items)
        list += (list.empty() ? "" : ", ") + std::string(std::invoke(projection, item));
    return list;
}

void addOption(CLI::App& command, std::string_view key, std::string& text,
    const std::string& typeName, const std::string& help)
{
    command.add_option(optionName(key), text, wrapped(help))
        ->type_name(typeName)
        ->group(kPlanGroup);
}

} // namespace

std::shared_ptr<const PlanOptions> PlanOptions::addTo(CLI::App& command)
{
    auto options = std::make_shared<PlanOptions>();
    options->m_command = &command;
    CLI::Option* const file = command.add_option(kFileOption, options->m_file,
        wrapped("A plan file (*.pgantt) or a schedule CSV of PyTorch (*.csv). Options change its "
                "values."));
    file->type_name("");
    command
        .add_option(kPresetOption, options->m_preset,
            wrapped("Start from a preset: " + joined(presets(), &Preset::id) + "."))
        ->type_name("ID")
        ->group(kPlanGroup)
        ->excludes(file);

    const Plan defaults;
    auto& texts = options->m_texts;
    for (const std::string& key : planKeys())
        texts[key];
    const std::string schedule(kScheduleKey);
    addOption(command, schedule, texts[schedule], "ID",
        "The schedule: " + joined(catalogue(), &CatalogueEntry::id) + "; the default is "
            + std::string(scheduleId(defaults.schedule)) + ".");
    for (const ParameterInfo& row : parameters()) {
        const std::string key(row.key);
        addOption(command, key, texts[key], placeholder(row),
            std::string(row.definition) + ' ' + range(row));
        if (row.parameter == Parameter::Slices) {
            addOption(command, kSliceWeightsKey, texts[std::string(kSliceWeightsKey)], "N,N,...",
                "For slices that are not equal: by how much each takes longer than the times say, "
                "with commas between.");
            addOption(command, kPlacementKey, texts[std::string(kPlacementKey)], "D,D,...",
                "For the schedule auto: the device of each stage of the model, with commas "
                "between.");
            addOption(command, kLayoutKey, texts[std::string(kLayoutKey)], "LAYOUT",
                "What each stage of the model holds, as Megatron-LM spells it: E the embedding, t "
                "a transformer layer, m a module of multi-token prediction, L the loss; a bar "
                "between stages, x*n and (...)*n for repeats, such as \"Et*3|(tt|)*29,m|L\". All "
                "times are then of one layer.");
            for (const ChoiceInfo& choice : choices()) {
                addOption(command, choice.key, texts[std::string(choice.key)], "WORD",
                    std::string(choice.definition) + " One of "
                        + joined(choice.ids, std::identity()) + "; the default is "
                        + std::string(choice.ids.front()) + ".");
            }
        }
        if (row.parameter != Parameter::Comm)
            continue;
        for (const Parameter p : kPerStageParameters) {
            const std::string list = perStageKey(p);
            addOption(command, list, texts[list], "T,T,...",
                "The same as --" + std::string(info(p).key)
                    + ", a time for each stage, with commas between.");
        }
    }
    const auto excludes = [&](const std::string& a, const std::string& b) {
        command.get_option(optionName(a))->excludes(command.get_option(optionName(b)));
    };
    for (const Parameter part : {Parameter::InputGrad, Parameter::WeightGrad}) {
        excludes(std::string(info(part).key), std::string(info(Parameter::Backward).key));
        excludes(perStageKey(part), perStageKey(Parameter::Backward));
    }
    options->m_times.addTo(command);
    // Where times were measured is known by their file.
    for (const std::string_view key : kTimesKeys)
        texts.erase(std::string(key));
    // Plan files know the unit beside the numbers; a command line writes it behind each.
    texts.erase(std::string(kUnitKey));
    // Orders come in files alone.
    texts.erase(std::string(kOrderKey));
    return options;
}

tl::expected<Plan, LocatedError> PlanOptions::start() const
{
    if (!m_file.empty()) {
        const Result<PlanInput> input = readPlanInput(m_file);
        if (input)
            return input->plan;
        // Errors of the file itself name it.
        const bool named = category(input.error().code) == ErrorCategory::InputOutput
            || input.error().code == ErrorCode::FileTooLarge;
        return tl::unexpected(LocatedError {input.error(), named ? std::string() : m_file});
    }
    if (m_command->count(kPresetOption) == 0)
        return Plan {};
    const auto preset = std::ranges::find(presets(), m_preset, &Preset::id);
    if (preset == presets().end()) {
        return tl::unexpected(
            LocatedError {Error(ErrorCode::UnknownChoice,
                              {"preset", quotable(m_preset), joined(presets(), &Preset::id)}),
                {}});
    }
    return preset->plan;
}

bool PlanOptions::isGiven(const std::string& key) const
{
    return m_texts.contains(key) && m_command->count(optionName(key)) > 0;
}

/// Measured times say all that a stage takes.
Result<void> PlanOptions::checkTimes() const
{
    std::vector<std::string> keys {std::string(kLayoutKey)};
    for (const Parameter p : kPerStageParameters)
        keys.insert(keys.end(), {std::string(info(p).key), perStageKey(p)});
    for (const std::string& key : keys) {
        if (isGiven(key))
            return failure(ErrorCode::TimesWithTimes, {key});
    }
    return {};
}

/// `from` with all options. With measured times, M follows from the batch where `keepsBatch`.
tl::expected<Plan, LocatedError> PlanOptions::readOptions(const Plan& from, bool keepsBatch) const
{
    const auto unlocated = [](const Error& error) {
        return tl::unexpected(LocatedError {error, {}});
    };
    const Result<Plan> start = m_times.given() ? m_times.prepared(from) : Result<Plan>(from);
    if (!start)
        return unlocated(start.error());
    PlanDraft draft(*start);
    // In the order of the table, so that of several faults the same one is always named.
    for (const std::string& key : planKeys()) {
        if (!isGiven(key))
            continue;
        const std::string& text = m_texts.at(key);
        const Result<void> set =
            isListKey(key) ? draft.setList(key, splitAtCommas(text)) : draft.set(key, text);
        if (!set)
            return unlocated(set.error());
    }
    Result<Plan> plan = draft.finish();
    if (plan && m_times.given()) {
        plan = m_times.finished(*plan, [&](Parameter parameter) {
            return (keepsBatch && parameter == Parameter::GlobalBatch)
                || isGiven(std::string(info(parameter).key));
        });
    }
    if (!plan)
        return unlocated(plan.error());
    return *std::move(plan);
}

tl::expected<Plan, LocatedError> PlanOptions::plan() const
{
    const bool startsFrom = m_command->count(kFileOption) + m_command->count(kPresetOption) > 0;
    const bool gives = m_times.given()
        || std::ranges::any_of(m_texts, [this](const auto& text) { return isGiven(text.first); });
    if (!startsFrom && !gives) {
        return tl::unexpected(
            LocatedError {Error(ErrorCode::BadCommandLine,
                              {"No plan is given: name a plan file, a --preset, or options such as "
                               "--schedule gpipe --stages 8 --microbatches 32."}),
                {}});
    }
    const tl::expected<Plan, LocatedError> from = start();
    if (!from || !m_times.given())
        return from ? readOptions(*from, false) : from;
    if (const Result<void> checked = checkTimes(); !checked)
        return tl::unexpected(LocatedError {checked.error(), {}});
    return m_times.read().and_then([&] { return readOptions(*from, false); });
}

tl::expected<std::vector<Plan>, LocatedError> PlanOptions::plansOfEachSize() const
{
    const auto unlocated = [](const Error& error) {
        return tl::unexpected(LocatedError {error, {}});
    };
    const Error usage(ErrorCode::BadCommandLine,
        {"Name the file of --times that measure wrote and a --global-batch; the sizes of "
         "micro-batches are those in the file, and M follows from each."});
    const bool namesM = isGiven(std::string(info(Parameter::Microbatches).key));
    if (!m_times.given() || m_times.namesSize() || namesM)
        return unlocated(usage);
    if (const Result<void> checked = checkTimes(); !checked)
        return unlocated(checked.error());
    const tl::expected<Plan, LocatedError> from = start();
    if (!from)
        return tl::unexpected(from.error());
    const std::string batch(info(Parameter::GlobalBatch).key);
    if (from->globalBatch == 0 && !isGiven(batch))
        return unlocated(usage);
    // Sizes without a batch in common cannot be held against each other.
    if (isGiven(batch) && m_texts.at(batch).find_first_not_of('0') == std::string::npos)
        return unlocated(
            Error(ErrorCode::OutOfRange, {batch, m_texts.at(batch), "1", "1000000000"}));
    if (const auto read = m_times.read(); !read)
        return tl::unexpected(read.error());
    std::vector<Plan> plans;
    std::optional<LocatedError> undivided;
    for (const std::int64_t size : m_times.sizes()) {
        m_times.choose(size);
        tl::expected<Plan, LocatedError> plan = readOptions(*from, true);
        if (plan)
            plans.push_back(*std::move(plan));
        else if (plan.error().error.code != ErrorCode::TimesAgainstBatch)
            return tl::unexpected(plan.error());
        else
            undivided = plan.error();
    }
    if (plans.empty())
        return tl::unexpected(*undivided);
    return plans;
}

} // namespace pipegantt
