// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/order/action.h"

#include <array>

namespace pipegantt {
namespace {

/// In the order of the enumeration.
constexpr std::array<std::string_view, kActionTypeCount> kNames {"F", "I", "W", "B", "R", "O", "F",
    "B", "SEND_F", "RECV_F", "SEND_B", "RECV_B", "UNSHARD", "RESHARD", "REDUCE_GRAD", "WAIT_SEND_F",
    "WAIT_SEND_B", "WAIT_REDUCE_GRAD", ""};

} // namespace

static_assert(static_cast<std::size_t>(ActionType::Idle) + 1 == kActionTypeCount);
static_assert(actionType(OperationKind::PairedBackward) == ActionType::PairedBackward);

std::string_view actionName(ActionType type)
{
    return kNames[static_cast<std::size_t>(type)];
}

std::string actionText(const Action& action)
{
    if (action.type == ActionType::Idle)
        return {};
    std::string text = std::to_string(action.stage);
    text += actionName(action.type);
    if (namesMicrobatch(action.type))
        text += std::to_string(action.microbatch);
    if (action.slice >= 0)
        text += '.' + std::to_string(action.slice);
    return text;
}

} // namespace pipegantt
