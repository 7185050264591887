// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/format/actioncell.h"

#include "core/base/text.h"

#include <array>
#include <charconv>
#include <optional>

namespace pipegantt {
namespace {

// What a sheet can hold: 1024 devices of 32 chunks, and the limits of plans.
constexpr int kMostStage = 32'767;
constexpr int kMostMicrobatch = 999'999;
constexpr int kMostSlice = 63;

constexpr std::string_view kNoStage =
    PIPEGANTT_TEXT("Error", "it must begin with the number of its stage, as in 0F3");
constexpr std::string_view kNoType = PIPEGANTT_TEXT("Error",
    "behind the stage must stand F, I, W, B, R, O, SEND_F, RECV_F, SEND_B, RECV_B, UNSHARD, "
    "RESHARD, REDUCE_GRAD, WAIT_SEND_F, WAIT_SEND_B or WAIT_REDUCE_GRAD");
constexpr std::string_view kNoMicrobatch =
    PIPEGANTT_TEXT("Error", "it must end in the number of a micro-batch, as in 0F3");
constexpr std::string_view kWholeStage = PIPEGANTT_TEXT(
    "Error", "it is of a whole stage and ends without a micro-batch, as in 0UNSHARD");
constexpr std::string_view kLeadingZero =
    PIPEGANTT_TEXT("Error", "numbers are written without leading zeros");
constexpr std::string_view kTooLarge = PIPEGANTT_TEXT(
    "Error", "stages are numbered up to 32767, micro-batches up to 999999 and slices up to 63");
constexpr std::string_view kTail =
    PIPEGANTT_TEXT("Error", "nothing may stand behind the number of the micro-batch");
constexpr std::string_view kQuotes =
    PIPEGANTT_TEXT("Error", "cells are written without quotation marks");
constexpr std::string_view kNone = PIPEGANTT_TEXT("Error", "an idle cell is left empty");
constexpr std::string_view kSeparator =
    PIPEGANTT_TEXT("Error", "cells are separated by commas alone");
constexpr std::string_view kPair = PIPEGANTT_TEXT(
    "Error", "a pair is a forward and a whole backward pass, written as (0F7;7B3)OVERLAP_F_B");

constexpr std::string_view kPairEnd = ")OVERLAP_F_B";

template <class T>
using CellResult = tl::expected<T, CellFault>;

tl::unexpected<CellFault> fault(std::string_view legal)
{
    return tl::unexpected(CellFault {ErrorCode::CellSyntax, legal});
}

/// Takes a number off the front of `text`; `missing` is legal where there is none.
CellResult<int> takeNumber(std::string_view& text, int most, std::string_view missing)
{
    std::size_t digits = 0;
    while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9')
        ++digits;
    if (digits == 0)
        return fault(missing);
    if (digits > 1 && text.front() == '0')
        return fault(kLeadingZero);
    int number = 0;
    const auto read = std::from_chars(text.data(), text.data() + digits, number);
    if (read.ec != std::errc() || number > most)
        return fault(kTooLarge);
    text.remove_prefix(digits);
    return number;
}

/// The types that a cell can name; the halves of a pair are named as passes.
std::optional<ActionType> typeNamed(std::string_view name)
{
    for (std::size_t i = 0; i < kActionTypeCount; ++i) {
        const auto type = static_cast<ActionType>(i);
        const bool half = type == ActionType::Pair || type == ActionType::PairedBackward;
        if (!half && type != ActionType::Idle && actionName(type) == name)
            return type;
    }
    return std::nullopt;
}

CellResult<Action> readAction(std::string_view text)
{
    const CellResult<int> stage = takeNumber(text, kMostStage, kNoStage);
    if (!stage)
        return tl::unexpected(stage.error());
    std::size_t letters = 0;
    while (letters < text.size()
        && ((text[letters] >= 'A' && text[letters] <= 'Z') || text[letters] == '_'))
        ++letters;
    const std::string_view name = text.substr(0, letters);
    text.remove_prefix(letters);
    if (name == "BW")
        return tl::unexpected(CellFault {ErrorCode::CellOldGrammar, {}});
    const std::optional<ActionType> type = typeNamed(name);
    if (!type)
        return fault(kNoType);

    Action action {*type, static_cast<std::uint16_t>(*stage), -1, 0};
    if (!namesMicrobatch(*type)) {
        if (text.empty())
            return action;
        return fault(kWholeStage);
    }
    const CellResult<int> microbatch = takeNumber(text, kMostMicrobatch, kNoMicrobatch);
    if (!microbatch)
        return tl::unexpected(microbatch.error());
    action.microbatch = *microbatch;
    if (text.starts_with('.') && operationOf(*type)) {
        text.remove_prefix(1);
        const CellResult<int> slice = takeNumber(text, kMostSlice, kTail);
        if (!slice)
            return tl::unexpected(slice.error());
        action.slice = static_cast<std::int16_t>(*slice);
    }
    if (!text.empty())
        return fault(kTail);
    return action;
}

CellResult<void> readPair(std::string_view cell, ActionSheet& sheet)
{
    const std::size_t middle = cell.find(';');
    if (!cell.ends_with(kPairEnd) || middle == std::string_view::npos)
        return fault(kPair);
    CellResult<Action> forward = readAction(cell.substr(1, middle - 1));
    CellResult<Action> backward =
        readAction(cell.substr(middle + 1, cell.size() - kPairEnd.size() - middle - 1));
    for (const CellResult<Action>& half : {forward, backward}) {
        if (!half && half.error().code == ErrorCode::CellOldGrammar)
            return tl::unexpected(half.error());
        if (!half)
            return fault(kPair);
    }
    if (forward->type != ActionType::Forward || backward->type != ActionType::Backward)
        return fault(kPair);
    forward->type = ActionType::Pair;
    backward->type = ActionType::PairedBackward;
    sheet.append(*forward);
    sheet.append(*backward);
    return {};
}

} // namespace

tl::expected<void, CellFault> readCell(std::string_view cell, ActionSheet& sheet)
{
    if (cell.empty()) {
        sheet.append({});
        return {};
    }
    if (cell.starts_with('('))
        return readPair(cell, sheet);
    if (cell.find('"') != std::string_view::npos)
        return fault(kQuotes);
    if (cell == "None")
        return fault(kNone);
    if (cell.find_first_of(";\t ") != std::string_view::npos)
        return fault(kSeparator);
    const CellResult<Action> action = readAction(cell);
    if (!action)
        return tl::unexpected(action.error());
    sheet.append(*action);
    return {};
}

} // namespace pipegantt
