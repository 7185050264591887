// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/plan/planview.h"

#include <algorithm>
#include <utility>

namespace pipegantt {
namespace {

std::string timeText(Duration time, TimeUnit unit)
{
    return timeNumber(time, unit) + ' ' + std::string(unitName(unit));
}

bool continuesCharacter(char c)
{
    return (static_cast<unsigned char>(c) & 0xc0U) == 0x80U;
}

bool isControl(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 || byte == 0x7f;
}

/// Whether `name`, which is UTF-8, is one line of a legal length.
Result<void> checkName(const std::string& name, Duration time, TimeUnit unit)
{
    const auto length = static_cast<std::size_t>(
        std::ranges::count_if(name, [](char c) { return !continuesCharacter(c); }));
    if (length <= kLongestMarkName && std::ranges::none_of(name, isControl))
        return {};
    return failure(ErrorCode::MarkName,
        {timeText(time, unit), std::to_string(length), std::to_string(kLongestMarkName)});
}

} // namespace

std::optional<std::size_t> markAt(const PlanView& view, Duration time)
{
    const auto place = std::ranges::lower_bound(view.marks, time, {}, &Mark::time);
    if (place == view.marks.end() || place->time != time)
        return std::nullopt;
    return static_cast<std::size_t>(place - view.marks.begin());
}

Result<void> addMark(PlanView& view, Mark mark, TimeUnit unit)
{
    if (view.marks.size() == kMostMarks)
        return failure(ErrorCode::TooManyMarks, {std::to_string(kMostMarks)});
    if (markAt(view, mark.time))
        return failure(ErrorCode::MarkTwice, {timeText(mark.time, unit)});
    if (Result<void> named = checkName(mark.name, mark.time, unit); !named)
        return named;
    const auto place = std::ranges::lower_bound(view.marks, mark.time, {}, &Mark::time);
    view.marks.insert(place, std::move(mark));
    return {};
}

Result<void> renameMark(PlanView& view, std::size_t index, std::string name, TimeUnit unit)
{
    Mark& mark = view.marks[index];
    if (Result<void> named = checkName(name, mark.time, unit); !named)
        return named;
    mark.name = std::move(name);
    return {};
}

} // namespace pipegantt
