// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/simulate/diagram.h"

#include <algorithm>

namespace pipegantt {
namespace {

/// `F3`; a later chunk in small letters, as the Zero Bubble paper's tools print it; with slices
/// `F3.1`.
std::string cellText(const Schedule& schedule, PackedOperation operation)
{
    const Operation one = schedule.unpacked(operation);
    char letter = operationLetter(one.kind);
    if (one.chunk.value % 2 == 1)
        letter = static_cast<char>(letter - 'A' + 'a');
    std::string text = letter + std::to_string(one.microbatch.value);
    if (schedule.slices() > 1)
        text += '.' + std::to_string(one.slice.value);
    return text;
}

} // namespace

std::string diagram(const Schedule& schedule, const Timeline& timeline, Duration cell)
{
    std::size_t width = 2;
    for (const PackedOperation operation : schedule.operations())
        width = std::max(width, cellText(schedule, operation).size());
    const auto padded = [width](std::string text, char with) {
        text.resize(width, with);
        return text + ' ';
    };

    std::string text;
    const std::int64_t cells = timeline.makespan / cell;
    for (int device = 0; device < schedule.devices(); ++device) {
        std::string line = "device " + std::to_string(device) + " | ";
        std::size_t next = schedule.rowBegin(device);
        for (std::int64_t i = 0; i < cells; ++i) {
            const Duration now = i * cell;
            while (next < schedule.rowEnd(device) && timeline.end(next) <= now)
                ++next;
            const bool running =
                next < schedule.rowEnd(device) && timeline.start(device, next) <= now;
            if (!running)
                line += padded(".", ' ');
            else if (timeline.start(device, next) == now)
                line += padded(cellText(schedule, schedule.operations()[next]), ' ');
            else
                line += padded("", '-');
        }
        line.erase(line.find_last_not_of(' ') + 1);
        text += line + '\n';
    }
    return text;
}

} // namespace pipegantt
