// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/format/ordercsv.h"

#include <string_view>

namespace pipegantt {
namespace {

/// The action that begins at `index`, a pair as one; nothing for passes that PyTorch's orders do
/// not know and for the second half of a pair.
std::string cellAt(const Schedule& schedule, int device, std::size_t index)
{
    const auto action = [&](std::size_t at) {
        const PackedOperation operation = schedule.operations()[at];
        return actionText(schedule, schedule.stageOf(device, operation.chunk()), operation);
    };
    switch (schedule.operations()[index].kind()) {
    case OperationKind::Recompute:
    case OperationKind::OptimizerStep:
    case OperationKind::PairedBackward:
        return {};
    case OperationKind::Pair:
        return '(' + action(index) + ';' + action(index + 1) + ")OVERLAP_F_B";
    default:
        break;
    }
    return action(index);
}

/// Appends the actions of `device`, each between `quote`s, with `separator` between them.
void appendRow(const Schedule& schedule, int device, std::string_view quote,
    std::string_view separator, std::string& text)
{
    bool first = true;
    for (std::size_t i = schedule.rowBegin(device); i < schedule.rowEnd(device); ++i) {
        const std::string cell = cellAt(schedule, device, i);
        if (cell.empty())
            continue;
        if (!first)
            text += separator;
        first = false;
        text += quote;
        text += cell;
        text += quote;
    }
}

} // namespace

std::string orderCsv(const Schedule& schedule)
{
    std::string csv;
    for (int device = 0; device < schedule.devices(); ++device) {
        appendRow(schedule, device, "", ",", csv);
        csv += "\r\n";
    }
    return csv;
}

std::string orderJson(const Schedule& schedule)
{
    std::string json = "{\n  \"devices\": [";
    for (int device = 0; device < schedule.devices(); ++device) {
        json += device == 0 ? "\n    [" : ",\n    [";
        appendRow(schedule, device, "\"", ", ", json);
        json += ']';
    }
    return json + "\n  ]\n}\n";
}

} // namespace pipegantt
