// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/order/operation.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pipegantt {

/// What one cell of PyTorch's schedule CSV asks a device to do. The first eight are the operations
/// of a schedule; the others are what a runtime does between them.
enum class ActionType : std::uint8_t
{
    Forward,
    InputGrad,
    WeightGrad,
    Backward,
    Recompute,
    OptimizerStep,
    Pair, ///< the forward half of a pair; its cell holds the PairedBackward behind it too
    PairedBackward,
    SendForward, ///< names the stage that sends; the receive names the one that receives
    ReceiveForward,
    SendBackward,
    ReceiveBackward,
    Unshard, ///< fetches the weights of a stage (FSDP)
    Reshard,
    ReduceGrad, ///< reduces the gradients of a stage over its replicas
    WaitSendForward, ///< the waits are of PyTorch 2.15 and later
    WaitSendBackward,
    WaitReduceGrad,
    Idle, ///< an empty cell: a slot in which nothing is run
};

inline constexpr std::size_t kActionTypeCount = 19;

constexpr ActionType actionType(OperationKind kind)
{
    return static_cast<ActionType>(kind);
}

/// The operation that the action is; nothing for communication and idle cells.
constexpr std::optional<OperationKind> operationOf(ActionType type)
{
    if (static_cast<std::size_t>(type) >= kOperationKindCount)
        return std::nullopt;
    return static_cast<OperationKind>(type);
}

constexpr bool isCommunication(ActionType type)
{
    return !operationOf(type) && type != ActionType::Idle;
}

/// Whether PyTorch's orders do not know the action, which is ours.
constexpr bool isOurs(ActionType type)
{
    return type == ActionType::Recompute || type == ActionType::OptimizerStep;
}

/// Whether the action is of one micro-batch; of a whole stage otherwise.
constexpr bool namesMicrobatch(ActionType type)
{
    switch (type) {
    case ActionType::Unshard:
    case ActionType::Reshard:
    case ActionType::ReduceGrad:
    case ActionType::WaitReduceGrad:
    case ActionType::Idle:
        return false;
    default:
        return true;
    }
}

/// `F`, `SEND_F`, `UNSHARD`: the name of the type in a cell; a half of a pair is the pass that it
/// is, an idle cell is empty.
std::string_view actionName(ActionType type);

/// One action of a stage of the model. Where two pipelines share the devices, the micro-batch says
/// which of them is meant.
struct Action
{
    ActionType type = ActionType::Idle;
    std::uint16_t stage = 0;
    /// The slice of the micro-batch; -1 where there are none.
    std::int16_t slice = -1;
    std::int32_t microbatch = 0;

    friend constexpr bool operator==(const Action&, const Action&) = default;
};

/// `0F3`, `2SEND_F0`, `1UNSHARD`, `1F2.0`.
std::string actionText(const Action& action);

} // namespace pipegantt
