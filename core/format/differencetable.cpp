// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/format/differencetable.h"

#include "core/base/sentence.h"
#include "core/base/text.h"
#include "core/format/jsonwriter.h"

#include <cstdlib>
#include <utility>

namespace pipegantt {
namespace {

using Cells = std::vector<std::string>;

/// Which words a difference takes.
struct Sense
{
    const char* less;
    const char* more;
};

constexpr Sense kLength {
    PIPEGANTT_TEXT("Difference", "%1, shorter"), PIPEGANTT_TEXT("Difference", "%1, longer")};
constexpr Sense kAmount {
    PIPEGANTT_TEXT("Difference", "%1, less"), PIPEGANTT_TEXT("Difference", "%1, more")};

/// `magnitude` with the sign of `difference` and the word for it.
std::string signedText(std::int64_t difference, const std::string& magnitude, const Sense& sense,
    const DifferenceSpeech& speech)
{
    if (difference == 0)
        return speech.say(PIPEGANTT_TEXT("Difference", "the same"));
    const std::string facts[] = {(difference < 0 ? '-' : '+') + magnitude};
    return fillPlaceholders(speech.say(difference < 0 ? sense.less : sense.more), facts);
}

Cells header(std::initializer_list<const char*> texts, const DifferenceSpeech& speech)
{
    Cells cells;
    for (const char* text : texts)
        cells.push_back(speech.say(text));
    return cells;
}

constexpr const char* kDifference = PIPEGANTT_TEXT("Difference", "Difference");

std::string percentCell(Ratio ratio)
{
    return percentNumber(ratio) + " %";
}

} // namespace

DifferenceSpeech::DifferenceSpeech()
    : say([](const char* text) { return std::string(text); })
    , time([](Duration duration, TimeUnit unit) {
        return timeNumber(duration, unit) + ' ' + std::string(unitName(unit));
    })
{
}

std::string longerText(Duration difference, TimeUnit unit, const DifferenceSpeech& speech)
{
    return signedText(
        difference.count(), speech.time(std::chrono::abs(difference), unit), kLength, speech);
}

std::string moreTimeText(Duration difference, TimeUnit unit, const DifferenceSpeech& speech)
{
    return signedText(
        difference.count(), speech.time(std::chrono::abs(difference), unit), kAmount, speech);
}

std::string pointsText(Ratio difference, const DifferenceSpeech& speech)
{
    const Ratio magnitude {std::abs(difference.numerator), difference.denominator};
    constexpr int mostDecimals = 6;
    int decimals = 1;
    std::string number = percentNumber(magnitude, decimals);
    while (number.find_first_not_of("0.") == std::string::npos && decimals < mostDecimals)
        number = percentNumber(magnitude, ++decimals);
    const std::string facts[] = {number};
    const std::string points =
        fillPlaceholders(speech.say(PIPEGANTT_TEXT("Difference", "%1 points")), facts);
    return signedText(difference.numerator, points, kAmount, speech);
}

std::string moreBytesText(std::int64_t difference, const DifferenceSpeech& speech)
{
    return signedText(difference, bytesText(Bytes {std::abs(difference)}), kAmount, speech);
}

TextTable differenceTable(std::span<const NamedRun> runs, const DifferenceSpeech& speech)
{
    TextTable table;
    table.header =
        header({PIPEGANTT_TEXT("Difference", "Plan"), PIPEGANTT_TEXT("Difference", "Makespan"),
                   kDifference, PIPEGANTT_TEXT("Difference", "Bubble"), kDifference,
                   PIPEGANTT_TEXT("Difference", "Span bubble"), kDifference,
                   PIPEGANTT_TEXT("Difference", "Peak memory"), kDifference},
            speech);
    table.numeric.assign(table.header.size(), true);
    table.numeric.front() = false;
    const TimeUnit unit = runs.back().run->plan.unit;
    for (const NamedRun& named : runs) {
        const ComparedPlan row = comparedRun(*named.run);
        const bool baseline = &named == runs.data();
        const RunDifference from = differenceOf(*runs.front().run, *named.run);
        const auto cell = [baseline](std::string text) {
            return baseline ? std::string("-") : std::move(text);
        };
        table.rows.push_back({named.name, speech.time(row.makespan, unit),
            cell(longerText(from.makespan, unit, speech)), percentCell(row.bubbleRatio),
            cell(pointsText(from.bubbleRatio, speech)), percentCell(row.spanBubbleRatio),
            cell(pointsText(from.spanBubbleRatio, speech)), bytesText(row.peakMemory),
            cell(moreBytesText(from.peakMemory, speech))});
    }
    return table;
}

TextTable deviceDifferenceTable(std::span<const NamedRun> runs, const DifferenceSpeech& speech)
{
    TextTable table;
    table.header = header(
        {PIPEGANTT_TEXT("Difference", "Device"), PIPEGANTT_TEXT("Difference", "Plan"),
            PIPEGANTT_TEXT("Difference", "Busy"), kDifference, PIPEGANTT_TEXT("Difference", "Idle"),
            kDifference, PIPEGANTT_TEXT("Difference", "Peak memory"), kDifference},
        speech);
    table.numeric.assign(table.header.size(), true);
    table.numeric[1] = false;
    const TimeUnit unit = runs.back().run->plan.unit;
    const std::string missing = speech.say(PIPEGANTT_TEXT("Difference", "no such device"));
    for (int device = 0; device < mostDevices(runs); ++device) {
        for (const NamedRun& named : runs) {
            Cells cells {std::to_string(device), named.name};
            if (device >= named.run->schedule.devices()) {
                cells.push_back(missing);
                cells.resize(table.header.size(), "-");
                table.rows.push_back(std::move(cells));
                continue;
            }
            const DeviceMetrics& own = named.run->metrics.devices[static_cast<std::size_t>(device)];
            const bool baseline = &named == runs.data();
            const auto from =
                baseline ? std::nullopt : differenceOn(device, *runs.front().run, *named.run);
            cells.insert(cells.end(),
                {speech.time(own.busy, unit),
                    from ? moreTimeText(from->busy, unit, speech) : std::string("-"),
                    speech.time(own.idle, unit),
                    from ? moreTimeText(from->idle, unit, speech) : std::string("-"),
                    bytesText(own.peakMemory),
                    from ? moreBytesText(from->peakMemory, speech) : std::string("-")});
            table.rows.push_back(std::move(cells));
        }
    }
    return table;
}

std::string differenceCsv(std::span<const NamedRun> runs)
{
    std::string csv = "plan,device,unit,makespan,makespan_difference,bubble_ratio,"
                      "bubble_ratio_difference,span_bubble_ratio,span_bubble_ratio_difference,"
                      "busy,busy_difference,idle,idle_difference,peak_memory_bytes,"
                      "peak_memory_bytes_difference\n";
    const auto append = [&csv](const Cells& cells) {
        for (std::size_t i = 0; i < cells.size(); ++i)
            csv += (i == 0 ? "" : ",") + csvCell(cells[i]);
        csv += '\n';
    };
    const TimeUnit unit = runs.back().run->plan.unit;
    const std::string unitText(unitName(unit));
    const auto ratio = [](Ratio value) { return JsonWriter::ratioText(value); };
    const auto bytes = [](std::int64_t value) { return std::to_string(value); };
    const auto time = [unit](Duration value) { return timeNumber(value, unit); };
    for (const NamedRun& named : runs) {
        const bool baseline = &named == runs.data();
        const auto cell = [baseline](std::string text) {
            return baseline ? std::string() : std::move(text);
        };
        const ComparedPlan row = comparedRun(*named.run);
        const RunDifference from = differenceOf(*runs.front().run, *named.run);
        append({named.name, "all", unitText, time(row.makespan), cell(time(from.makespan)),
            ratio(row.bubbleRatio), cell(ratio(from.bubbleRatio)), ratio(row.spanBubbleRatio),
            cell(ratio(from.spanBubbleRatio)), {}, {}, {}, {}, bytes(row.peakMemory.value),
            cell(bytes(from.peakMemory))});
    }
    for (int device = 0; device < mostDevices(runs); ++device) {
        for (const NamedRun& named : runs) {
            if (device >= named.run->schedule.devices())
                continue;
            const DeviceMetrics& own = named.run->metrics.devices[static_cast<std::size_t>(device)];
            const bool baseline = &named == runs.data();
            const auto from =
                baseline ? std::nullopt : differenceOn(device, *runs.front().run, *named.run);
            append({named.name, std::to_string(device), unitText, {}, {}, {}, {}, {}, {},
                time(own.busy), from ? time(from->busy) : std::string(), time(own.idle),
                from ? time(from->idle) : std::string(), bytes(own.peakMemory.value),
                from ? bytes(from->peakMemory) : std::string()});
        }
    }
    return csv;
}

} // namespace pipegantt
