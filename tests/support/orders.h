// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/order/schedule.h"

#include <string>
#include <vector>

namespace pipegantt::test {

/// A schedule written as the papers list it, one row a device: `F0 F1 B0 B1`. One chunk a device.
inline Schedule scheduleOf(const std::vector<std::string>& rows, int microbatches)
{
    Schedule schedule;
    schedule.reset(static_cast<int>(rows.size()), 1, microbatches);
    for (const std::string& row : rows) {
        std::size_t at = 0;
        while (at < row.size()) {
            const std::size_t end = std::min(row.find(' ', at), row.size());
            const std::string letters = "FIWB";
            const auto kind = static_cast<OperationKind>(letters.find(row[at]));
            schedule.append(kind, 0, std::stoi(row.substr(at + 1, end - at - 1)));
            at = end + 1;
        }
        schedule.finishDevice();
    }
    return schedule;
}

/// The order of `device` in the same spelling.
inline std::string orderOf(const Schedule& schedule, int device)
{
    std::string order;
    for (const PackedOperation operation : schedule.row(device)) {
        if (!order.empty())
            order += ' ';
        order += operationLetter(operation.kind()) + std::to_string(operation.unit());
    }
    return order;
}

} // namespace pipegantt::test
