// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/format/comparisontable.h"

#include "core/base/sentence.h"
#include "core/format/jsonwriter.h"
#include "core/schedule/catalogue.h"

#include <algorithm>

namespace pipegantt {
namespace {

/// `8`, or `4.25` where a device holds parts of a micro-batch.
std::string microbatchesText(Ratio ratio)
{
    std::string text = ratioNumber(ratio, 2);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.'))
        text.pop_back();
    return text;
}

std::string timeText(Duration time, TimeUnit unit)
{
    return timeNumber(time, unit) + ' ' + std::string(unitName(unit));
}

/// Characters, of which those in UTF-8 take several bytes.
std::size_t lengthOf(std::string_view text)
{
    return static_cast<std::size_t>(std::ranges::count_if(
        text, [](char c) { return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U; }));
}

std::string markdownCell(std::string_view text)
{
    std::string cell;
    for (const char c : text) {
        if (c == '|')
            cell += '\\';
        cell += c == '\n' ? ' ' : c;
    }
    return cell;
}

/// One measure or fact of a row, ready for both CSV and JSON.
struct Field
{
    std::string_view key;
    std::string text;
    bool isNumber = true;
};

std::vector<Field> fieldsOf(const ComparedPlan& row)
{
    const Plan& plan = row.plan;
    const bool measured = row.isMeasured();
    const auto word = [](std::string_view key, std::string_view text) {
        return Field {key, std::string(text), false};
    };
    const auto number = [](std::string_view key, std::int64_t value) {
        return Field {key, std::to_string(value)};
    };
    const auto measure = [measured](std::string_view key, const std::string& text) {
        return Field {key, measured ? text : std::string()};
    };
    return {
        word("schedule", scheduleId(plan.schedule)),
        word("title", entry(plan.schedule).title),
        number("year", entry(plan.schedule).year),
        number("stages", plan.stages),
        number("microbatches", plan.microbatches),
        number("chunks", plan.chunks),
        number("slices", plan.units() / plan.microbatches),
        number("group", reads(plan.schedule, Parameter::Group) ? plan.group : 0),
        Field {"legal", row.refusal ? "false" : "true"},
        word("reason", row.refusal ? sentence(*row.refusal) : std::string()),
        word("unit", unitName(plan.unit)),
        measure("makespan", timeNumber(row.makespan, plan.unit)),
        measure("bubble_ratio", JsonWriter::ratioText(row.bubbleRatio)),
        measure("span_bubble_ratio", JsonWriter::ratioText(row.spanBubbleRatio)),
        measure("peak_memory_bytes", std::to_string(row.peakMemory.value)),
        measure("peak_microbatches", JsonWriter::ratioText(row.peakActivations)),
        measure("fits_memory", row.fits ? "true" : "false"),
        measure("messages", std::to_string(row.messages)),
        measure("weight_copies", std::to_string(row.weightCopies)),
    };
}

void appendLine(std::string& text, const std::vector<std::string>& cells,
    const std::vector<std::size_t>& widths, const std::vector<bool>& numeric)
{
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const std::string padding(widths[i] - std::min(widths[i], lengthOf(cells[i])), ' ');
        text += "| " + (numeric[i] ? padding + cells[i] : cells[i] + padding) + ' ';
    }
    text += "|\n";
}

} // namespace

std::string comparisonNote(const ComparedPlan& row)
{
    if (row.refusal)
        return sentence(*row.refusal);
    const Plan& plan = row.plan;
    std::vector<std::string> notes;
    if (!entry(plan.schedule).hasBackward)
        notes.emplace_back("forward only");
    if (plan.slicesInUse() > 1)
        notes.push_back("S = " + std::to_string(plan.slices));
    if (reads(plan.schedule, Parameter::Group) && plan.group != 0)
        notes.push_back("N = " + std::to_string(plan.group));
    if (row.tooLarge)
        notes.emplace_back("too large to compare");
    else if (!row.fits)
        notes.emplace_back("over the memory limit");
    std::string text;
    for (const std::string& note : notes)
        text += (text.empty() ? "" : ", ") + note;
    return text;
}

TextTable comparisonTable(std::span<const ComparedPlan> rows)
{
    TextTable table;
    table.header = {"Schedule", "P", "M", "V", "Bubble", "Span bubble", "Makespan", "Peak memory",
        "Micro-batches held", "Messages", "Weight copies", "Notes"};
    table.numeric.assign(table.header.size(), true);
    table.numeric.front() = false;
    table.numeric.back() = false;
    for (const ComparedPlan& row : rows) {
        const Plan& plan = row.plan;
        std::vector<std::string> cells {std::string(entry(plan.schedule).title),
            std::to_string(plan.stages), std::to_string(plan.microbatches),
            std::to_string(plan.chunks)};
        if (row.isMeasured()) {
            cells.insert(cells.end(),
                {percentNumber(row.bubbleRatio) + " %", percentNumber(row.spanBubbleRatio) + " %",
                    timeText(row.makespan, plan.unit), bytesText(row.peakMemory),
                    microbatchesText(row.peakActivations), std::to_string(row.messages),
                    std::to_string(row.weightCopies)});
        } else {
            cells.insert(cells.end(), table.header.size() - cells.size() - 1, "-");
        }
        cells.push_back(comparisonNote(row));
        table.rows.push_back(std::move(cells));
    }
    return table;
}

std::string markdownTable(const TextTable& table)
{
    std::vector<std::vector<std::string>> lines {table.header};
    lines.insert(lines.end(), table.rows.begin(), table.rows.end());
    constexpr std::size_t leastWidth = 2; // of the line under the header: `-:`
    std::vector<std::size_t> widths(table.header.size(), leastWidth);
    for (std::vector<std::string>& line : lines) {
        for (std::size_t i = 0; i < line.size(); ++i) {
            line[i] = markdownCell(line[i]);
            widths[i] = std::max(widths[i], lengthOf(line[i]));
        }
    }
    // Words after the last number are not padded: a reason may be long.
    if (!table.numeric.back())
        widths.back() = std::max(leastWidth, lengthOf(lines.front().back()));
    std::vector<std::string> rule;
    for (std::size_t i = 0; i < widths.size(); ++i)
        rule.push_back(std::string(widths[i] - 1, '-') + (table.numeric[i] ? ':' : '-'));
    lines.insert(lines.begin() + 1, rule);
    std::string text;
    for (const std::vector<std::string>& line : lines)
        appendLine(text, line, widths, table.numeric);
    return text;
}

std::string csvCell(std::string_view text)
{
    if (text.find_first_of(",\"\r\n") == std::string_view::npos)
        return std::string(text);
    std::string cell = "\"";
    for (const char c : text) {
        if (c == '"')
            cell += '"';
        cell += c;
    }
    return cell + '"';
}

std::string comparisonCsv(std::span<const ComparedPlan> rows)
{
    std::string csv;
    const auto appendRow = [&csv](const std::vector<Field>& fields, auto&& text) {
        for (std::size_t i = 0; i < fields.size(); ++i)
            csv += (i == 0 ? "" : ",") + csvCell(text(fields[i]));
        csv += '\n';
    };
    appendRow(fieldsOf({}), [](const Field& field) { return field.key; });
    for (const ComparedPlan& row : rows)
        appendRow(fieldsOf(row), [](const Field& field) { return std::string_view(field.text); });
    return csv;
}

std::string comparisonJson(std::span<const ComparedPlan> rows)
{
    JsonWriter json;
    json.beginObject();
    json.key("plans");
    json.beginList();
    for (const ComparedPlan& row : rows) {
        json.beginObject();
        for (const Field& field : fieldsOf(row)) {
            json.key(field.key);
            if (field.text.empty())
                json.null();
            else if (field.isNumber)
                json.raw(field.text);
            else
                json.string(field.text);
        }
        json.endObject();
    }
    json.endList();
    json.endObject();
    return json.finish();
}

} // namespace pipegantt
