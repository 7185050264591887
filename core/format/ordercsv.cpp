// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/format/ordercsv.h"

#include <string_view>

namespace pipegantt {
namespace {

/// Appends the actions of `device`, each between `quote`s, with `separator` between them.
void appendRow(const Schedule& schedule, int device, std::string_view quote,
    std::string_view separator, std::string& text)
{
    bool first = true;
    for (const PackedOperation operation : schedule.row(device)) {
        if (!first)
            text += separator;
        first = false;
        text += quote;
        text += actionText(schedule, schedule.stageOf(device, operation.chunk()), operation);
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
