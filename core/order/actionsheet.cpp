// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/order/actionsheet.h"

#include <algorithm>

namespace pipegantt {

CellPlace placeOf(const ActionSheet& sheet, std::size_t index)
{
    int row = 0;
    while (sheet.rowEnd(row) <= index)
        ++row;
    CellPlace place {row + 1, 0};
    for (std::size_t i = sheet.rowBegin(row); i <= index; ++i)
        place.column += std::size_t {sheet.actions()[i].type != ActionType::PairedBackward};
    return place;
}

bool hasCommunication(const ActionSheet& sheet)
{
    return std::ranges::any_of(sheet.actions(), isCommunication, &Action::type);
}

bool hasIdleCells(const ActionSheet& sheet)
{
    return std::ranges::count(sheet.actions(), ActionType::Idle, &Action::type) > 0;
}

ActionSheet computeOnly(const ActionSheet& sheet)
{
    ActionSheet computing;
    computing.setLineFeeds(sheet.lineFeeds());
    for (int row = 0; row < sheet.rows(); ++row) {
        for (const Action& action : sheet.row(row)) {
            if (!isCommunication(action.type))
                computing.append(action);
        }
        computing.finishRow();
    }
    return computing;
}

ActionSheet sheetOf(const Schedule& schedule)
{
    ActionSheet sheet;
    const Placement& placement = schedule.placement();
    for (int device = 0; device < schedule.devices(); ++device) {
        for (const PackedOperation operation : schedule.row(device)) {
            const Operation one = schedule.unpacked(operation);
            const int stage = placement.modelStage(placement.stageOf(device, one.chunk.value));
            sheet.append({actionType(one.kind), static_cast<std::uint16_t>(stage),
                static_cast<std::int16_t>(schedule.slices() > 1 ? one.slice.value : -1),
                one.microbatch.value});
        }
        sheet.finishRow();
    }
    return sheet;
}

std::string takeCell(std::span<const Action> actions, std::size_t& index)
{
    const Action& action = actions[index++];
    if (action.type != ActionType::Pair || index == actions.size())
        return actionText(action);
    return '(' + actionText(action) + ';' + actionText(actions[index++]) + ")OVERLAP_F_B";
}

} // namespace pipegantt
