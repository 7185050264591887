// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/format/ordercsv.h"

#include "core/format/sheetcsv.h"

namespace pipegantt {
namespace {

/// The schedule without the passes that PyTorch's orders do not know.
ActionSheet pyTorchSheet(const Schedule& schedule)
{
    const ActionSheet whole = sheetOf(schedule);
    ActionSheet known;
    for (int row = 0; row < whole.rows(); ++row) {
        for (const Action& action : whole.row(row)) {
            if (!isOurs(action.type))
                known.append(action);
        }
        known.finishRow();
    }
    return known;
}

} // namespace

ActionSheet orderSheet(const Plan& plan, const Schedule& schedule)
{
    if (plan.schedule == ScheduleKind::Custom && plan.given.sheet)
        return computeOnly(*plan.given.sheet);
    return pyTorchSheet(schedule);
}

Result<ActionSheet> communicationSheet(const Plan& plan, const Schedule& schedule, Runtime runtime)
{
    if (plan.schedule == ScheduleKind::Custom && plan.given.sheet
        && hasCommunication(*plan.given.sheet))
        return *plan.given.sheet;
    return lower(
        orderSheet(plan, schedule), schedule.placement(), schedule.microbatches(), runtime);
}

std::string orderCsv(const Schedule& schedule)
{
    return sheetCsv(pyTorchSheet(schedule));
}

std::string orderJson(const Schedule& schedule)
{
    return sheetJson(pyTorchSheet(schedule));
}

std::string sheetJson(const ActionSheet& sheet)
{
    std::string json = "{\n  \"devices\": [";
    for (int row = 0; row < sheet.rows(); ++row) {
        json += row == 0 ? "\n    [" : ",\n    [";
        const std::span<const Action> actions = sheet.row(row);
        for (std::size_t i = 0; i < actions.size();) {
            json += i == 0 ? "\"" : ", \"";
            json += takeCell(actions, i) + '"';
        }
        json += ']';
    }
    return json + "\n  ]\n}\n";
}

} // namespace pipegantt
