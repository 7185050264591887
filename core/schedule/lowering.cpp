// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

// From operations alone to operations and communication, in PyTorch's order: the passes of
// torch/distributed/pipelining/schedules.py one after the other, _add_unshard_reshard,
// _add_reduce_grad, _add_send_recv and, from 2.15 on, _add_wait_send.
//
//   0F0,0B0     0UNSHARD,0F0,0SEND_F0,0RECV_B0,0B0,0REDUCE_GRAD,0RESHARD
//   1F0,1B0     1UNSHARD,1RECV_F0,1F0,1B0,1SEND_B0,1REDUCE_GRAD,1RESHARD

#include "core/schedule/lowering.h"

#include "core/base/text.h"
#include "core/schedule/messagetable.h"
#include "core/schedule/sharding.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace pipegantt {
namespace {

constexpr std::string_view kTwoPipelines =
    PIPEGANTT_TEXT("Error", "two pipelines over the same devices");
constexpr std::string_view kSlices = PIPEGANTT_TEXT("Error", "slices of the sequence");
constexpr std::string_view kRecomputation = PIPEGANTT_TEXT("Error", "recomputation as an action");
constexpr std::string_view kSteps = PIPEGANTT_TEXT("Error", "optimizer steps as actions");

using Row = std::vector<Action>;

bool isWeightGrad(ActionType type)
{
    const std::optional<OperationKind> kind = operationOf(type);
    return kind && releasesActivations(*kind);
}

bool makesActivation(ActionType type)
{
    const std::optional<OperationKind> kind = operationOf(type);
    return kind && isForward(*kind);
}

bool makesGradientOf(ActionType type)
{
    const std::optional<OperationKind> kind = operationOf(type);
    return kind && makesGradient(*kind);
}

/// What PyTorch's orders have no word for; empty where they can say all.
std::string_view unknownToPyTorch(const ActionSheet& sheet, const Placement& placement)
{
    if (placement.pipelines() > 1)
        return kTwoPipelines;
    for (const Action& action : sheet.actions()) {
        if (action.slice >= 0)
            return kSlices;
        if (action.type == ActionType::Recompute)
            return kRecomputation;
        if (action.type == ActionType::OptimizerStep)
            return kSteps;
    }
    return {};
}

/// REDUCE_GRAD behind the last weight gradient of each stage; behind a pair for both its halves.
Row withReductions(const Row& row, int microbatches, int stages, Runtime runtime)
{
    Row reduced;
    std::vector<int> done(static_cast<std::size_t>(stages), 0);
    for (const Action& action : row) {
        reduced.push_back(action);
        const bool last = isWeightGrad(action.type) && ++done[action.stage] == microbatches;
        if (!last)
            continue;
        reduced.push_back({ActionType::ReduceGrad, action.stage});
        if (runtime == Runtime::PyTorch215)
            reduced.push_back({ActionType::WaitReduceGrad, action.stage});
    }
    return reduced;
}

/// Puts sends and receives into all rows at once, a round after the other, one action of each
/// device in a round.
class SendReceive
{
public:
    SendReceive(const std::vector<Row>& rows, const Placement& placement, int microbatches)
        : m_rows(rows)
        , m_placement(placement)
        , m_microbatches(static_cast<std::size_t>(microbatches))
        , m_there(2 * static_cast<std::size_t>(placement.stages()) * m_microbatches)
        , m_next(rows.size(), 0)
        , m_lowered(rows.size())
    {
    }

    std::vector<Row> lower()
    {
        // Every order that is legal moves on in each round.
        for (bool moved = true; moved;) {
            moved = false;
            for (std::size_t device = 0; device < m_rows.size(); ++device)
                moved = step(device) || moved;
        }
        return std::move(m_lowered);
    }

private:
    bool step(std::size_t device)
    {
        const Row& row = m_rows[device];
        std::size_t& next = m_next[device];
        if (next == row.size())
            return false;
        const std::size_t end = next + (row[next].type == ActionType::Pair ? 2 : 1);
        for (std::size_t i = next; i < end; ++i) {
            if (!isReady(row[i]))
                return false;
        }
        m_lowered[device].insert(m_lowered[device].end(),
            row.begin() + static_cast<std::ptrdiff_t>(next),
            row.begin() + static_cast<std::ptrdiff_t>(end));
        for (; next < end; ++next)
            handOn(row[next], device);
        return true;
    }

    /// Whether what the action needs of another stage is at its device.
    [[nodiscard]] bool isReady(const Action& action) const
    {
        if (makesActivation(action.type) && !m_placement.isFirst(action.stage))
            return m_there[at(false, action.stage, action.microbatch)];
        if (makesGradientOf(action.type) && !m_placement.isLast(action.stage))
            return m_there[at(true, action.stage, action.microbatch)];
        return true;
    }

    /// Gives what the action makes to the stage that needs it, by a message if that is elsewhere.
    void handOn(const Action& action, std::size_t device)
    {
        const bool forward = makesActivation(action.type);
        const bool backward = makesGradientOf(action.type);
        if ((!forward && !backward) || (forward && m_placement.isLast(action.stage))
            || (backward && m_placement.isFirst(action.stage)))
            return;
        const int stage = action.stage + (forward ? 1 : -1);
        m_there[at(backward, stage, action.microbatch)] = true;
        const auto receiver = static_cast<std::size_t>(m_placement.deviceOf(stage));
        if (receiver == device)
            return;
        Action send = action;
        send.type = forward ? ActionType::SendForward : ActionType::SendBackward;
        m_lowered[device].push_back(send);
        m_lowered[receiver].push_back(*otherEnd(send));
    }

    [[nodiscard]] std::size_t at(bool gradient, int stage, int microbatch) const
    {
        const auto part = 2 * static_cast<std::size_t>(stage) + (gradient ? 1 : 0);
        return part * m_microbatches + static_cast<std::size_t>(microbatch);
    }

    const std::vector<Row>& m_rows;
    const Placement& m_placement;
    std::size_t m_microbatches;
    /// For each (stage, activation or gradient, micro-batch) whether its device has what it needs.
    std::vector<bool> m_there;
    std::vector<std::size_t> m_next;
    std::vector<Row> m_lowered;
};

/// Behind the backward pass of a forward send its wait, since that proves the message used; all
/// other waits at the end, in the order of the sends.
Row withWaits(const Row& row, int microbatches, int stages)
{
    std::vector<bool> sent(
        static_cast<std::size_t>(stages) * static_cast<std::size_t>(microbatches));
    const auto forwardSent = [&](const Action& action) {
        return sent.begin() + std::ptrdiff_t {action.stage} * microbatches + action.microbatch;
    };
    Row waited;
    for (const Action& action : row) {
        waited.push_back(action);
        if (action.type == ActionType::SendForward)
            *forwardSent(action) = true;
        if (!makesGradientOf(action.type) || !*forwardSent(action))
            continue;
        waited.push_back({ActionType::WaitSendForward, action.stage, -1, action.microbatch});
        *forwardSent(action) = false;
    }
    for (const Action& action : row) {
        const bool pending = action.type == ActionType::SendBackward
            || (action.type == ActionType::SendForward && *forwardSent(action));
        if (pending)
            waited.push_back(waitOf(action));
    }
    return waited;
}

} // namespace

Result<ActionSheet> lower(
    const ActionSheet& computing, const Placement& placement, int microbatches, Runtime runtime)
{
    const std::string_view unknown = unknownToPyTorch(computing, placement);
    if (!unknown.empty())
        return failure(ErrorCode::NotInPyTorch, {std::string(unknown)});
    std::vector<Row> rows;
    for (int row = 0; row < computing.rows(); ++row) {
        const Row sharded = withSharding(computing.row(row), runtime);
        rows.push_back(withReductions(sharded, microbatches, placement.stages(), runtime));
    }
    ActionSheet lowered;
    for (const Row& row : SendReceive(rows, placement, microbatches).lower()) {
        const bool waits = runtime == Runtime::PyTorch215;
        for (const Action& action : waits ? withWaits(row, microbatches, placement.stages()) : row)
            lowered.append(action);
        lowered.finishRow();
    }
    return lowered;
}

} // namespace pipegantt
