// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/format/viewkeys.h"

#include "core/base/text.h"
#include "core/format/jsonwriter.h"
#include "core/format/quotable.h"
#include "core/format/timevalue.h"
#include "core/format/wholenumber.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>
#include <vector>

namespace pipegantt {
namespace {

using Type = JsonValue::Type;

/// A member that a view may have.
struct Field
{
    std::string_view key;
    /// Where it stands, for sentences.
    std::string_view path;
    bool number;
    bool string;
    bool list;
    std::string_view words;
};

constexpr std::string_view kTimeWords =
    PIPEGANTT_TEXT("Error", "a number of slots, or a text such as \"250us\"");
constexpr std::string_view kMarkWords = PIPEGANTT_TEXT("Error", "an object with a time and a name");
constexpr std::string_view kSavedWords =
    PIPEGANTT_TEXT("Error", "an object with a key, begin and end, colors and rows");

constexpr std::string_view kMarksPath = "view.marks";
constexpr std::string_view kSavedPath = "view.saved";

constexpr std::array kViewFields {
    Field {"marks", kMarksPath, false, false, true, PIPEGANTT_TEXT("Error", "a list of marks")},
    Field {
        "saved", kSavedPath, false, false, true, PIPEGANTT_TEXT("Error", "a list of saved views")},
};
constexpr std::array kMarkFields {
    Field {"time", "view.marks.time", true, true, false, kTimeWords},
    Field {"name", "view.marks.name", false, true, false, PIPEGANTT_TEXT("Error", "a text")},
};
constexpr std::array kSavedFields {
    Field {"key", "view.saved.key", true, false, false, PIPEGANTT_TEXT("Error", "a whole number")},
    Field {"begin", "view.saved.begin", true, true, false, kTimeWords},
    Field {"end", "view.saved.end", true, true, false, kTimeWords},
    Field {"colors", "view.saved.colors", false, true, false, PIPEGANTT_TEXT("Error", "a text")},
    Field {"rows", "view.saved.rows", false, true, false, PIPEGANTT_TEXT("Error", "a text")},
};

constexpr std::int64_t kMostKey = PlanView::kSavedCount;

tl::unexpected<Error> wrongType(std::string_view path, Type is, std::string_view mustBe)
{
    return failure(
        ErrorCode::WrongType, {std::string(path), std::string(typeWords(is)), std::string(mustBe)});
}

/// Whether `object` is one, with no other members than `fields`, each of a legal type.
Result<void> checkMembers(const JsonValue& object, std::string_view path,
    std::span<const Field> fields, std::string_view words)
{
    if (object.type != Type::Object)
        return wrongType(path, object.type, words);
    for (const JsonValue& member : object.children) {
        const auto field = std::ranges::find(fields, member.key, &Field::key);
        if (field == fields.end()) {
            std::string legal;
            for (const Field& known : fields)
                legal += (legal.empty() ? "" : ", ") + std::string(known.path);
            return failure(ErrorCode::UnknownKey,
                {std::string(path) + '.' + quotable(member.key), std::move(legal)});
        }
        const bool fits = (member.type == Type::Number && field->number)
            || (member.type == Type::String && field->string)
            || (member.type == Type::List && field->list);
        if (!fits)
            return wrongType(field->path, member.type, field->words);
    }
    return {};
}

const JsonValue* find(const JsonValue& object, std::string_view key)
{
    const auto member = std::ranges::find(object.children, key, &JsonValue::key);
    return member == object.children.end() ? nullptr : &*member;
}

tl::unexpected<Error> missing(std::string_view path)
{
    return failure(ErrorCode::MissingKey, {std::string(path)});
}

Error outOfRange(std::string_view path, std::string_view time)
{
    return {ErrorCode::OutOfRange, {std::string(path), quotable(time), "0", "9000000 s"}};
}

/// A time of a view, in the unit of the plan or another one of its kind.
Result<Duration> readTime(const JsonValue& member, std::string_view path, TimeUnit unit)
{
    const Result<ParsedTime> time = parseTime(quotable(member.text), path);
    if (!time)
        return failure(time);
    if (time->value < Duration::zero())
        return tl::unexpected<Error>(outOfRange(path, member.text));
    if (!time->unitless && (time->unit == TimeUnit::Slots) != (unit == TimeUnit::Slots)) {
        return failure(ErrorCode::MixedTimeUnits,
            {std::string(path), std::string(unitName(time->unit)), "unit",
                std::string(unitName(unit))});
    }
    return time->value;
}

Result<void> readMark(PlanView& view, const JsonValue& object, TimeUnit unit)
{
    if (Result<void> legal = checkMembers(object, kMarksPath, kMarkFields, kMarkWords); !legal)
        return legal;
    const JsonValue* const time = find(object, "time");
    if (time == nullptr)
        return missing("view.marks.time");
    const Result<Duration> when = readTime(*time, "view.marks.time", unit);
    if (!when)
        return failure(when);
    const JsonValue* const name = find(object, "name");
    return addMark(view, {*when, name == nullptr ? std::string() : name->text}, unit);
}

Result<std::optional<SavedView::Window>> readWindow(const JsonValue& object, TimeUnit unit)
{
    const JsonValue* const begin = find(object, "begin");
    const JsonValue* const end = find(object, "end");
    if (begin == nullptr && end == nullptr)
        return std::nullopt;
    if (begin == nullptr || end == nullptr)
        return missing(begin == nullptr ? "view.saved.begin" : "view.saved.end");
    const Result<Duration> from = readTime(*begin, "view.saved.begin", unit);
    if (!from)
        return failure(from);
    const Result<Duration> to = readTime(*end, "view.saved.end", unit);
    if (!to)
        return failure(to);
    if (*to <= *from)
        return failure(ErrorCode::ViewEmpty, {quotable(begin->text), quotable(end->text)});
    return SavedView::Window {*from, *to};
}

/// The index of what stands under `key` in `legal`; the first where nothing does.
Result<std::size_t> readChoice(
    const JsonValue& object, std::string_view key, std::span<const std::string_view> legal)
{
    const JsonValue* const member = find(object, key);
    if (member == nullptr)
        return std::size_t {0};
    const auto known = std::ranges::find(legal, member->text);
    if (known != legal.end())
        return static_cast<std::size_t>(known - legal.begin());
    std::string words;
    for (const std::string_view each : legal)
        words += (words.empty() ? "" : ", ") + std::string(each);
    return failure(ErrorCode::UnknownChoice,
        {"view.saved." + std::string(key), quotable(member->text), std::move(words)});
}

Result<void> readSaved(PlanView& view, const JsonValue& object, TimeUnit unit)
{
    if (Result<void> legal = checkMembers(object, kSavedPath, kSavedFields, kSavedWords); !legal)
        return legal;
    const JsonValue* const keyMember = find(object, "key");
    if (keyMember == nullptr)
        return missing("view.saved.key");
    const Result<std::int64_t> key =
        wholeNumber("view.saved.key", quotable(keyMember->text), 1, kMostKey);
    if (!key)
        return failure(key);
    std::optional<SavedView>& saved = view.saved[static_cast<std::size_t>(*key) - 1];
    if (saved)
        return failure(ErrorCode::ViewTwice, {std::to_string(*key)});
    const Result<std::optional<SavedView::Window>> window = readWindow(object, unit);
    if (!window)
        return failure(window);
    const Result<std::size_t> coloring = readChoice(object, "colors", kColorings);
    if (!coloring)
        return failure(coloring);
    const Result<std::size_t> rows = readChoice(object, "rows", kRowKinds);
    if (!rows)
        return failure(rows);
    saved = SavedView {*window, *coloring, *rows};
    return {};
}

/// `"marks": [ … ]`, an element a line.
std::string listText(std::string_view key, const std::vector<std::string>& elements)
{
    std::string text = "    \"" + std::string(key) + "\": [";
    for (std::size_t i = 0; i < elements.size(); ++i)
        text += (i == 0 ? "\n      {" : ",\n      {") + elements[i] + '}';
    return text + "\n    ]";
}

} // namespace

Result<PlanView> readView(const JsonValue& value, TimeUnit unit)
{
    if (const Result<void> legal = checkMembers(value, kViewKey, kViewFields,
            PIPEGANTT_TEXT("Error", "an object with marks and saved views"));
        !legal)
        return failure(legal);
    PlanView view;
    for (const JsonValue& member : value.children) {
        for (const JsonValue& element : member.children) {
            const Result<void> read = member.key == "marks" ? readMark(view, element, unit)
                                                            : readSaved(view, element, unit);
            if (!read)
                return failure(read);
        }
    }
    return view;
}

std::optional<Error> viewOutOfRange(std::string_view key, std::string_view number)
{
    if (key == "key") {
        return Error(ErrorCode::OutOfRange,
            {"view.saved.key", quotable(number), "1", std::to_string(kMostKey)});
    }
    for (const std::span<const Field> fields : {std::span<const Field>(kViewFields),
             std::span<const Field>(kMarkFields), std::span<const Field>(kSavedFields)}) {
        const auto field = std::ranges::find(fields, key, &Field::key);
        if (field == fields.end())
            continue;
        if (!field->number)
            return wrongType(field->path, Type::Number, field->words).value();
        return outOfRange(field->path, number);
    }
    return std::nullopt;
}

std::string viewText(const PlanView& view, TimeUnit unit)
{
    std::vector<std::string> marks;
    for (const Mark& mark : view.marks) {
        marks.push_back("\"time\": " + timeValue(mark.time, unit));
        if (!mark.name.empty())
            marks.back() += ", \"name\": " + JsonWriter::quoted(mark.name);
    }
    std::vector<std::string> saved;
    for (std::size_t i = 0; i < view.saved.size(); ++i) {
        const std::optional<SavedView>& one = view.saved[i];
        if (!one)
            continue;
        saved.push_back("\"key\": " + std::to_string(i + 1));
        if (one->window) {
            saved.back() += ", \"begin\": " + timeValue(one->window->begin, unit)
                + ", \"end\": " + timeValue(one->window->end, unit);
        }
        saved.back() += R"(, "colors": )" + JsonWriter::quoted(kColorings[one->coloring])
            + R"(, "rows": )" + JsonWriter::quoted(kRowKinds[one->rows]);
    }
    std::string text;
    for (const auto& [key, elements] :
        {std::pair<std::string_view, const std::vector<std::string>&>("marks", marks),
            std::pair<std::string_view, const std::vector<std::string>&>("saved", saved)}) {
        if (!elements.empty())
            text += (text.empty() ? "{\n" : ",\n") + listText(key, elements);
    }
    return text.empty() ? text : text + "\n  }";
}

} // namespace pipegantt
