// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/format/planfile.h"

#include "core/base/text.h"
#include "core/format/jsontree.h"
#include "core/format/jsonwriter.h"
#include "core/format/plandraft.h"
#include "core/format/quotable.h"
#include "core/format/sheetcsv.h"
#include "core/format/timevalue.h"
#include "core/format/viewkeys.h"
#include "core/plan/planvalue.h"

#include <algorithm>
#include <optional>

namespace pipegantt {
namespace {

using Type = JsonValue::Type;

constexpr std::string_view kFormatKey = "format";
constexpr std::string_view kVersionKey = "version";

/// A plan needs four: the object, its view, a list, a mark. A little more, so that what is deeper
/// is told apart by its key.
constexpr std::size_t kMaxDepth = 8;

constexpr std::string_view kTimeWords =
    PIPEGANTT_TEXT("Error", "a number of slots, or a text such as \"250us\"");

constexpr std::string_view kRowWords =
    PIPEGANTT_TEXT("Error", "a row of actions, such as \"0F0,0B0\"");

/// What a key may hold, and in which words.
struct Legal
{
    bool number = false;
    bool string = false;
    bool list = false;
    std::string_view words;
};

Legal legalTypes(std::string_view key)
{
    const bool choice = std::ranges::find(choices(), key, &ChoiceInfo::key) != choices().end();
    if (key == kTimesSizeKey)
        return {.number = true, .words = PIPEGANTT_TEXT("Error", "a whole number")};
    const bool source = std::ranges::find(kTimesKeys, key) != kTimesKeys.end();
    if (key == kScheduleKey || key == kUnitKey || key == kLayoutKey || choice || source)
        return {.string = true, .words = PIPEGANTT_TEXT("Error", "a text")};
    if (key == kSliceWeightsKey || key == kPlacementKey)
        return {.list = true, .words = PIPEGANTT_TEXT("Error", "a list of whole numbers")};
    if (key == kOrderKey)
        return {.list = true, .words = PIPEGANTT_TEXT("Error", "a list of rows of actions")};
    const auto row = std::ranges::find(parameters(), key, &ParameterInfo::key);
    if (row == parameters().end())
        return {.list = true, .words = PIPEGANTT_TEXT("Error", "a list of times")};
    if (row->quantity == Quantity::Time)
        return {.number = true, .string = true, .words = kTimeWords};
    if (row->parameter == Parameter::MemoryLimit) {
        return {.number = true,
            .string = true,
            .words = PIPEGANTT_TEXT(
                "Error", "a number of micro-batches, or a text such as \"10GB\" or \"none\"")};
    }
    if (row->quantity == Quantity::Memory || row->quantity == Quantity::Bandwidth)
        return {.string = true, .words = PIPEGANTT_TEXT("Error", "a text such as \"1.6GB\"")};
    return {.number = true, .words = PIPEGANTT_TEXT("Error", "a whole number")};
}

Result<void> wrongType(std::string_view key, Type is, std::string_view mustBe)
{
    return failure(
        ErrorCode::WrongType, {std::string(key), std::string(typeWords(is)), std::string(mustBe)});
}

std::string legalKeys()
{
    std::string keys = std::string(kFormatKey) + ", " + std::string(kVersionKey);
    for (const std::string& key : planKeys())
        keys += ", " + key;
    return keys + ", " + std::string(kViewKey);
}

Result<void> unknownKey(std::string_view key)
{
    return failure(ErrorCode::UnknownKey, {quotable(key), legalKeys()});
}

bool isPlanKey(std::string_view key)
{
    return std::ranges::find(planKeys(), key) != planKeys().end();
}

Result<void> readMember(PlanDraft& draft, const JsonValue& member)
{
    if (!isPlanKey(member.key))
        return unknownKey(member.key);
    const Legal legal = legalTypes(member.key);
    const bool fits = (member.type == Type::Number && legal.number)
        || (member.type == Type::String && legal.string)
        || (member.type == Type::List && legal.list);
    if (!fits)
        return wrongType(member.key, member.type, legal.words);
    if (member.type != Type::List)
        return draft.set(member.key, member.text);

    const bool rows = member.key == kOrderKey;
    std::vector<std::string> texts;
    for (const JsonValue& element : member.children) {
        if (element.type != Type::String && (rows || element.type != Type::Number))
            return wrongType(member.key, element.type, rows ? kRowWords : kTimeWords);
        texts.push_back(element.text);
    }
    return draft.setList(member.key, texts);
}

/// The error of a number that no double holds, with what is legal under its key.
Error outOfRange(const Error& error)
{
    const std::string& key = error.facts[0];
    if (const std::optional<Error> ofView = viewOutOfRange(key, error.facts[1]))
        return *ofView;
    if (!isPlanKey(key))
        return key == kVersionKey ? Error(ErrorCode::UnknownVersion,
                   {quotable(error.facts[1]), std::to_string(kPlanVersion)})
                                  : unknownKey(key).error();
    JsonValue member {Type::Number, key, error.facts[1], {}};
    if (legalTypes(key).list)
        member = {Type::List, key, {}, {member}};
    PlanDraft draft;
    const Result<void> refused = readMember(draft, member);
    return refused ? error : refused.error();
}

/// Whether the text says that it is a plan, and one that this program reads.
Result<void> checkHeader(const JsonValue& root)
{
    const auto notAPlan = failure(ErrorCode::NotAPlanFile, {std::string(kPlanFormat)});
    if (root.type != Type::Object)
        return notAPlan;
    const auto format = std::ranges::find(root.children, kFormatKey, &JsonValue::key);
    if (format == root.children.end() || format->type != Type::String
        || format->text != kPlanFormat)
        return notAPlan;
    const auto version = std::ranges::find(root.children, kVersionKey, &JsonValue::key);
    if (version == root.children.end())
        return failure(ErrorCode::MissingKey, {std::string(kVersionKey)});
    if (version->type != Type::Number)
        return wrongType(kVersionKey, version->type, PIPEGANTT_TEXT("Error", "a whole number"));
    if (version->text != std::to_string(kPlanVersion)) {
        return failure(
            ErrorCode::UnknownVersion, {quotable(version->text), std::to_string(kPlanVersion)});
    }
    return {};
}

/// Writes the members of the object, one a line.
class PlanWriter
{
public:
    void quoted(std::string_view key, std::string_view text)
    {
        raw(key, '"' + std::string(text) + '"');
    }

    void raw(std::string_view key, std::string_view value)
    {
        m_text += m_text.empty() ? "{\n" : ",\n";
        m_text += "  \"" + std::string(key) + "\": " + std::string(value);
    }

    [[nodiscard]] std::string finish() const { return m_text + "\n}\n"; }

private:
    std::string m_text;
};

/// Whether the backward pass, given whole, splits into these parts again.
bool splitsEvenly(const StageTime& time)
{
    return stageTime(time.forward, time.backward()) == time;
}

Duration timeOf(const StageTime& time, Parameter parameter)
{
    switch (parameter) {
    case Parameter::Backward:
        return time.backward();
    case Parameter::InputGrad:
        return time.inputGrad;
    case Parameter::WeightGrad:
        return time.weightGrad;
    default:
        return time.forward;
    }
}

/// Whether a writer gives `parameter`: the backward pass whole where that is enough.
bool writes(Parameter parameter, bool whole)
{
    if (parameter == Parameter::Backward)
        return whole;
    return parameter == Parameter::Forward || !whole;
}

/// Writes a number that most plans leave as it is, where this one does not.
void writeIfUnusual(PlanWriter& writer, const Plan& plan, Parameter parameter)
{
    const ParameterInfo& row = info(parameter);
    const std::int64_t value = valueOf(plan, parameter);
    if (value == row.defaultValue)
        return;
    switch (row.quantity) {
    case Quantity::Time:
        return writer.raw(row.key, timeValue(Duration(value), plan.unit));
    case Quantity::Memory:
    case Quantity::Bandwidth:
        return writer.quoted(row.key, bytesExact(Bytes {value}));
    case Quantity::Count:
    case Quantity::Percent:
        break;
    }
    writer.raw(row.key, std::to_string(value));
}

void writeIntegers(PlanWriter& writer, std::string_view key, const std::vector<int>& numbers)
{
    if (numbers.empty())
        return;
    std::string list;
    for (const int number : numbers)
        list += (list.empty() ? "[" : ", ") + std::to_string(number);
    writer.raw(key, list + ']');
}

/// The order of a custom schedule, a device a line.
void writeOrder(PlanWriter& writer, const Plan& plan)
{
    if (plan.schedule != ScheduleKind::Custom || !plan.given.schedule)
        return;
    std::string list;
    for (const std::string& row :
        sheetRows(plan.given.sheet ? *plan.given.sheet : sheetOf(*plan.given.schedule))) {
        list += list.empty() ? "[\n    \"" : ",\n    \"";
        const bool feeds = row.ends_with('\n');
        list += row.substr(0, row.size() - (feeds ? 1 : 0)) + (feeds ? "\\n\"" : "\"");
    }
    writer.raw(kOrderKey, list + "\n  ]");
}

void writeSource(PlanWriter& writer, const TimeSource& source)
{
    if (!source.measured())
        return;
    writer.raw(kTimesModelKey, JsonWriter::quoted(source.model));
    writer.raw(kTimesDeviceKey, JsonWriter::quoted(source.device));
    writer.raw(kTimesDateKey, JsonWriter::quoted(source.date));
    writer.raw(kTimesSizeKey, std::to_string(source.microbatchSize));
}

void writeTimes(PlanWriter& writer, const Plan& plan)
{
    const auto key = [](Parameter p) { return info(p).key; };
    for (const Parameter p : kPerStageParameters) {
        if (writes(p, splitsEvenly(plan.time)))
            writer.raw(key(p), timeValue(timeOf(plan.time, p), plan.unit));
    }
    for (const Parameter p : {Parameter::Recompute, Parameter::Pair, Parameter::Optimizer,
             Parameter::Embedding, Parameter::Predictor, Parameter::Head})
        writeIfUnusual(writer, plan, p);
    writer.raw(key(Parameter::Comm), timeValue(plan.link.latency, plan.unit));
    for (const Parameter p : {Parameter::Bandwidth, Parameter::DevicesPerNode, Parameter::NodeComm,
             Parameter::NodeBandwidth, Parameter::Message, Parameter::Jitter, Parameter::Seed,
             Parameter::Effort})
        writeIfUnusual(writer, plan, p);
    if (plan.perStage.empty())
        return;
    const bool whole = std::ranges::all_of(plan.perStage, splitsEvenly);
    for (const Parameter p : kPerStageParameters) {
        if (!writes(p, whole))
            continue;
        std::string list;
        for (const StageTime& time : plan.perStage)
            list += (list.empty() ? "[" : ", ") + timeValue(timeOf(time, p), plan.unit);
        writer.raw(perStageKey(p), list + ']');
    }
}

} // namespace

Result<PlanFile> parsePlanFile(std::string_view json)
{
    if (json.size() > kMaxPlanFileBytes) {
        return failure(ErrorCode::FileTooLarge,
            {"The plan", std::to_string(json.size()), std::to_string(kMaxPlanFileBytes)});
    }
    const Result<JsonValue> root = parseJson(json, kMaxDepth);
    if (!root && root.error().code == ErrorCode::OutOfRange)
        return tl::unexpected<Error>(outOfRange(root.error()));
    if (!root)
        return failure(root);
    if (const Result<void> header = checkHeader(*root); !header)
        return failure(header);

    PlanDraft draft;
    for (const JsonValue& member : root->children) {
        if (member.key == kFormatKey || member.key == kVersionKey || member.key == kViewKey)
            continue;
        if (const Result<void> read = readMember(draft, member); !read)
            return failure(read);
    }
    const Result<Plan> plan = draft.finish();
    if (!plan)
        return failure(plan);
    const auto member = std::ranges::find(root->children, kViewKey, &JsonValue::key);
    if (member == root->children.end())
        return PlanFile {*plan, {}};
    // Its times are in the plan's unit.
    const Result<PlanView> view = readView(*member, plan->unit);
    if (!view)
        return failure(view);
    return PlanFile {*plan, *view};
}

Result<Plan> parsePlan(std::string_view json)
{
    return parsePlanFile(json).map([](PlanFile&& file) { return std::move(file.plan); });
}

std::string planText(const Plan& plan, const PlanView& view)
{
    const auto key = [](Parameter p) { return info(p).key; };
    PlanWriter writer;
    const auto count = [&](Parameter p, std::int64_t value) {
        writer.raw(key(p), std::to_string(value));
    };
    writer.quoted(kFormatKey, kPlanFormat);
    writer.raw(kVersionKey, std::to_string(kPlanVersion));
    writer.quoted(kScheduleKey, scheduleId(plan.schedule));
    count(Parameter::Stages, plan.stages);
    count(Parameter::Microbatches, plan.microbatches);
    count(Parameter::Chunks, plan.chunks);
    count(Parameter::Group, plan.group);
    writeIfUnusual(writer, plan, Parameter::Slices);
    writeIntegers(writer, kSliceWeightsKey, plan.sliceWeights);
    writeIntegers(writer, kPlacementKey, plan.placement);
    writeOrder(writer, plan);
    if (!plan.layout.empty())
        writer.quoted(kLayoutKey, layoutText(plan.layout));
    writer.quoted(info(Choice::BackwardOrder).key,
        info(Choice::BackwardOrder).ids[static_cast<std::size_t>(plan.backwardOrder)]);
    for (const Choice choice : {Choice::RecomputeStart, Choice::CommModel}) {
        const int index = chosen(plan, choice);
        if (index != 0)
            writer.quoted(info(choice).key, info(choice).ids[static_cast<std::size_t>(index)]);
    }
    writer.quoted(kUnitKey, unitName(plan.unit));
    writeSource(writer, plan.source);
    writeTimes(writer, plan);
    writer.quoted(key(Parameter::ActivationMemory), bytesExact(plan.activation));
    for (const Parameter p : {Parameter::EarlyRelease, Parameter::WeightMemory,
             Parameter::GradientMemory, Parameter::OptimizerMemory, Parameter::BufferMemory})
        writeIfUnusual(writer, plan, p);
    if (plan.memoryLimit.unit == MemoryLimit::Unit::Microbatches)
        writer.raw(key(Parameter::MemoryLimit), memoryLimitText(plan.memoryLimit));
    else
        writer.quoted(key(Parameter::MemoryLimit), memoryLimitText(plan.memoryLimit));
    count(Parameter::GlobalBatch, plan.globalBatch);
    count(Parameter::TargetEfficiency, plan.targetEfficiency);
    if (const std::string kept = viewText(view, plan.unit); !kept.empty())
        writer.raw(kViewKey, kept);
    return writer.finish();
}

} // namespace pipegantt
