// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/text.h"
#include "core/base/time.h"
#include "core/format/file.h"
#include "core/format/jsontree.h"
#include "core/format/quotable.h"
#include "core/format/timesfile.h"
#include "core/format/timeskeys.h"
#include "core/format/wholenumber.h"
#include "core/model/modelpreset.h"

#include <algorithm>
#include <initializer_list>
#include <limits>
#include <optional>
#include <vector>

namespace pipegantt {
namespace {

using Type = JsonValue::Type;

/// The file, its sizes, a size, a part, a pass; a little more, so that what is deeper is named by
/// its key.
constexpr std::size_t kMaxDepth = 8;

constexpr std::int64_t kMostSamples = 1'000'000;
constexpr std::int64_t kMostBytes = 1'000'000'000'000'000;

/// Reads members of one object. After the first error, of whatever object, nothing more is read:
/// values are then empty and mean nothing.
class ObjectReader
{
public:
    ObjectReader(const JsonValue& object, std::string place, std::optional<Error>& error)
        : m_object(object)
        , m_place(std::move(place))
        , m_error(error)
    {
        if (object.type != Type::Object)
            wrong(m_place.empty() ? "its top" : m_place, typeWords(object.type),
                typeWords(Type::Object));
    }

    /// No other keys than these.
    void hasOnly(const std::vector<std::string_view>& keys)
    {
        for (const JsonValue& member : m_object.children) {
            if (m_error || std::ranges::find(keys, member.key) != keys.end())
                continue;
            std::string legal;
            for (const std::string_view key : keys)
                legal += (legal.empty() ? "" : ", ") + std::string(key);
            m_error = Error(ErrorCode::TimesUnknownKey, {quotable(member.key), legal});
        }
    }

    [[nodiscard]] bool has(std::string_view key) const { return find(key) != nullptr; }

    std::string text(std::string_view key)
    {
        const JsonValue* const member = need(key, Type::String);
        return member == nullptr ? std::string() : quotable(member->text);
    }

    std::int64_t number(std::string_view key, std::int64_t least, std::int64_t most)
    {
        const JsonValue* const member = need(key, Type::Number);
        if (member == nullptr)
            return least;
        return take(wholeNumber(placeOf(key), member->text, least, most)).value_or(least);
    }

    Duration time(std::string_view key)
    {
        const JsonValue* const member = need(key, Type::String);
        if (member == nullptr)
            return {};
        const std::optional<ParsedTime> time = take(parseTime(member->text, placeOf(key)));
        if (!time)
            return {};
        if (time->unit == TimeUnit::Slots && !time->unitless)
            wrong(placeOf(key), PIPEGANTT_TEXT("Error", "in slots"),
                PIPEGANTT_TEXT("Error", "a text such as \"250us\""));
        return time->value;
    }

    ObjectReader object(std::string_view key)
    {
        const JsonValue* const member = need(key, Type::Object);
        static const JsonValue kNothing {Type::Object, {}, {}, {}};
        return {member == nullptr ? kNothing : *member, placeOf(key), m_error};
    }

    std::vector<ObjectReader> objects(std::string_view key)
    {
        std::vector<ObjectReader> list;
        const JsonValue* const member = need(key, Type::List);
        if (member == nullptr)
            return list;
        for (const JsonValue& element : member->children) {
            list.emplace_back(
                element, placeOf(key) + '[' + std::to_string(list.size()) + ']', m_error);
        }
        return list;
    }

    void wrong(const std::string& place, std::string_view is, std::string_view mustBe)
    {
        if (!m_error) {
            m_error = Error(ErrorCode::TimesSyntax, {place, std::string(is), std::string(mustBe)});
        }
    }

    /// Keeps the error of `result`.
    template <class T>
    std::optional<T> take(const Result<T>& result)
    {
        if (result)
            return *result;
        if (!m_error)
            m_error = result.error();
        return std::nullopt;
    }

    [[nodiscard]] std::string placeOf(std::string_view key) const
    {
        return m_place.empty() ? std::string(key) : m_place + '.' + std::string(key);
    }

private:
    [[nodiscard]] const JsonValue* find(std::string_view key) const
    {
        const auto member = std::ranges::find(m_object.children, key, &JsonValue::key);
        return member == m_object.children.end() ? nullptr : &*member;
    }

    const JsonValue* need(std::string_view key, Type type)
    {
        if (m_error)
            return nullptr;
        const JsonValue* const member = find(key);
        if (member == nullptr) {
            m_error = Error(ErrorCode::TimesMissingKey, {placeOf(key)});
            return nullptr;
        }
        if (member->type == type)
            return member;
        wrong(placeOf(key), typeWords(member->type), typeWords(type));
        return nullptr;
    }

    const JsonValue& m_object;
    std::string m_place;
    std::optional<Error>& m_error;
};

PassTime readPass(ObjectReader reader)
{
    reader.hasOnly({times_key::kMedian, times_key::kLower, times_key::kUpper, times_key::kSamples});
    PassTime time;
    time.median = reader.time(times_key::kMedian);
    time.lower = reader.time(times_key::kLower);
    time.upper = reader.time(times_key::kUpper);
    time.samples = static_cast<int>(reader.number(times_key::kSamples, 1, kMostSamples));
    if (time.lower > time.median || time.median > time.upper || time.lower < Duration::zero()) {
        reader.wrong(reader.placeOf(times_key::kMedian),
            PIPEGANTT_TEXT("Error", "not between the quartiles"),
            PIPEGANTT_TEXT("Error", "between them"));
    }
    return time;
}

PartTimes readPart(ObjectReader reader)
{
    std::vector<std::string_view> keys;
    keys.reserve(kStagePasses.size() + times_key::kAmounts.size());
    for (const StagePass pass : kStagePasses)
        keys.push_back(passName(pass));
    for (const times_key::Amount& amount : times_key::kAmounts)
        keys.push_back(amount.key);
    reader.hasOnly(keys);
    PartTimes part;
    for (const StagePass pass : kStagePasses)
        part.passes[static_cast<std::size_t>(pass)] = readPass(reader.object(passName(pass)));
    for (const times_key::Amount& amount : times_key::kAmounts)
        part.*amount.bytes = {reader.number(amount.key, 0, kMostBytes)};
    return part;
}

SizeTimes readSize(ObjectReader reader)
{
    const std::string_view embedding = partName(StagePart::Embedding);
    const std::string_view head = partName(StagePart::Head);
    reader.hasOnly({times_key::kSize, partName(StagePart::Layers), embedding, head});
    SizeTimes size;
    size.microbatch = reader.number(times_key::kSize, 1, kMostMicrobatchSize);
    size.layers = readPart(reader.object(partName(StagePart::Layers)));
    if (reader.has(embedding) || reader.has(head)) {
        size.embedding = readPart(reader.object(embedding));
        size.head = readPart(reader.object(head));
    }
    return size;
}

StageShape readStage(ObjectReader& reader)
{
    StageShape stage;
    if (const auto model = reader.take(modelFromId(reader.text(times_key::kModel))))
        stage.model = *model;
    const auto number = [&](std::string_view key) {
        return reader.number(key, 0, std::numeric_limits<int>::max());
    };
    stage.layers = static_cast<int>(number(times_key::kLayers));
    stage.sequence = number(times_key::kSequence);
    stage.tensorParallel = static_cast<int>(number(times_key::kTensorParallel));
    const std::string type = reader.text(times_key::kType);
    for (const ElementType known : {ElementType::Float32, ElementType::Bfloat16}) {
        if (type == elementName(known))
            stage.element = known;
    }
    if (type != elementName(stage.element)) {
        reader.take(Result<int>(failure(
            ErrorCode::UnknownChoice, {std::string(times_key::kType), type, "float32, bfloat16"})));
    }
    return stage;
}

void readSizes(ObjectReader& reader, StageTimes& times)
{
    for (ObjectReader& element : reader.objects(times_key::kSizes)) {
        const SizeTimes size = readSize(element);
        if (!times.sizes.empty() && times.sizes.back().microbatch >= size.microbatch) {
            element.wrong(element.placeOf(times_key::kSize),
                PIPEGANTT_TEXT("Error", "no larger than the one before"),
                PIPEGANTT_TEXT("Error", "larger"));
        }
        const StageShape stage = stageOf(times.stage, StagePart::Layers, size.microbatch);
        if (const Result<void> checked = checkStage(stage); !checked)
            element.take(Result<int>(failure(checked)));
        times.sizes.push_back(size);
    }
    if (times.sizes.empty()) {
        reader.wrong(std::string(times_key::kSizes), PIPEGANTT_TEXT("Error", "empty"),
            PIPEGANTT_TEXT("Error", "a list of at least one size"));
    }
}

/// The errors of JSON itself speak of plans.
Error asTimes(const Error& error)
{
    switch (error.code) {
    case ErrorCode::JsonSyntax:
        return {ErrorCode::TimesSyntax,
            {"line " + error.facts[0] + ", column " + error.facts[1],
                PIPEGANTT_TEXT("Error", "no valid JSON"),
                PIPEGANTT_TEXT("Error", "UTF-8 text in JSON")}};
    case ErrorCode::DuplicateKey:
        return {ErrorCode::TimesSyntax,
            {error.facts[0], PIPEGANTT_TEXT("Error", "given twice"),
                PIPEGANTT_TEXT("Error", "given once")}};
    case ErrorCode::NestedTooDeep:
        return {ErrorCode::TimesSyntax, {"its depth", error.facts[0], "at most " + error.facts[1]}};
    case ErrorCode::OutOfRange:
        return {ErrorCode::TimesSyntax,
            {error.facts[0], quotable(error.facts[1]), PIPEGANTT_TEXT("Error", "a whole number")}};
    default:
        return error;
    }
}

/// Whether the text says that it is stage times, and such as this program reads.
std::optional<Error> headerError(const JsonValue& root)
{
    const auto find = [&root](std::string_view key) {
        return std::ranges::find(root.children, key, &JsonValue::key);
    };
    const auto format = find(times_key::kFormat);
    if (root.type != Type::Object || format == root.children.end() || format->type != Type::String
        || format->text != kTimesFormat)
        return Error(ErrorCode::NotATimesFile, {std::string(kTimesFormat)});
    const auto version = find(times_key::kVersion);
    if (version == root.children.end())
        return Error(ErrorCode::TimesMissingKey, {std::string(times_key::kVersion)});
    if (version->text != std::to_string(kTimesVersion) || version->type != Type::Number) {
        return Error(
            ErrorCode::TimesVersion, {quotable(version->text), std::to_string(kTimesVersion)});
    }
    return std::nullopt;
}

} // namespace

Result<StageTimes> parseTimes(std::string_view json)
{
    const Result<JsonValue> root = parseJson(json, kMaxDepth);
    if (!root)
        return tl::unexpected<Error>(asTimes(root.error()));
    std::optional<Error> error = headerError(*root);
    if (error)
        return tl::unexpected<Error>(*error);
    ObjectReader reader(*root, {}, error);
    reader.hasOnly({times_key::kFormat, times_key::kVersion, times_key::kModel, times_key::kLayers,
        times_key::kSequence, times_key::kType, times_key::kTensorParallel, times_key::kMachine,
        times_key::kDevice, times_key::kSoftware, times_key::kDate, times_key::kSizes});
    StageTimes times;
    times.stage = readStage(reader);
    times.machine = reader.text(times_key::kMachine);
    times.device = reader.text(times_key::kDevice);
    times.software = reader.text(times_key::kSoftware);
    times.date = reader.text(times_key::kDate);
    if (!error)
        readSizes(reader, times);
    if (error)
        return tl::unexpected<Error>(*error);
    return times;
}

Result<StageTimes> readTimes(const std::string& path)
{
    return readFile(path, kMaxTimesFileBytes).and_then([](const std::string& bytes) {
        return parseTimes(bytes);
    });
}

} // namespace pipegantt
