// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/schedule/messages.h"

#include "core/base/text.h"
#include "core/schedule/givenfault.h"
#include "core/schedule/messagetable.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace pipegantt {
namespace {

constexpr std::string_view kIdle =
    PIPEGANTT_TEXT("Error", "an order with communication has no idle cells");
constexpr std::string_view kNothingRuns =
    PIPEGANTT_TEXT("Error", "no operation runs this stage and micro-batch");
constexpr std::string_view kNobody =
    PIPEGANTT_TEXT("Error", "the pipeline ends at this stage, so there is nobody at the other end");
constexpr std::string_view kSameDevice =
    PIPEGANTT_TEXT("Error", "both stages are on this device, so nothing is sent");
constexpr std::string_view kUnsharded = PIPEGANTT_TEXT("Error", "its stage is unsharded already");
constexpr std::string_view kSharded =
    PIPEGANTT_TEXT("Error", "its stage is not unsharded; UNSHARD must come before");
constexpr std::string_view kReduced =
    PIPEGANTT_TEXT("Error", "the gradients of its stage are reduced already");
constexpr std::string_view kOtherOrder = PIPEGANTT_TEXT("Error",
    "a device must receive the messages of another in the order in which that one sends them");

/// The sheet's communication, action by action.
class MessageCheck
{
public:
    MessageCheck(const ActionSheet& sheet, const Placement& placement, int microbatches)
        : m_sheet(sheet)
        , m_placement(placement)
        , m_microbatches(microbatches)
        , m_table(sheet, placement.stages(), microbatches)
        , m_waits(std::ranges::any_of(sheet.actions(), isWait, &Action::type))
        , m_stages(static_cast<std::size_t>(placement.stages()))
    {
        for (const Action& action : sheet.actions()) {
            if (action.type == ActionType::Unshard && action.stage < placement.stages())
                m_stages[action.stage].shards = true;
        }
    }

    Result<void> check()
    {
        for (int row = 0; row < m_sheet.rows(); ++row) {
            for (std::size_t i = m_sheet.rowBegin(row); i < m_sheet.rowEnd(row); ++i) {
                Result<void> fits =
                    checkPlace(row, i).and_then([&] { return checkStage(i); }).and_then([&] {
                        return checkPartners(i);
                    });
                if (!fits)
                    return fits;
            }
        }
        return checkOrder().and_then([&] { return m_table.checkProgress(m_placement); });
    }

private:
    /// What is known of a stage on the way through its row.
    struct StageState
    {
        bool shards = false; ///< whether the sheet unshards it at all
        bool unsharded = false;
        std::optional<std::size_t> reduced;
        bool waitedFor = false;
    };

    static bool isWait(ActionType type)
    {
        return type == ActionType::WaitSendForward || type == ActionType::WaitSendBackward
            || type == ActionType::WaitReduceGrad;
    }

    [[nodiscard]] Result<void> refuse(std::size_t index, std::string_view why) const
    {
        return tl::unexpected(unsuited(m_sheet, index, why));
    }

    [[nodiscard]] Result<void> unmatched(std::size_t index, const Action& partner) const
    {
        const CellPlace place = placeOf(m_sheet, index);
        return failure(ErrorCode::MessageUnmatched,
            {std::to_string(place.row), std::to_string(place.column),
                actionText(m_sheet.actions()[index]), actionText(partner)});
    }

    /// Whether the action may stand in its row at all, and stands there once.
    [[nodiscard]] Result<void> checkPlace(int row, std::size_t index) const
    {
        const Action& action = m_sheet.actions()[index];
        if (action.type == ActionType::Idle)
            return refuse(index, kIdle);
        if (!isCommunication(action.type))
            return {};
        if (action.stage >= m_placement.stages() || action.microbatch >= m_microbatches)
            return refuse(index, kNothingRuns);
        const int device = m_placement.deviceOf(action.stage);
        if (device != row) {
            const CellPlace place = placeOf(m_sheet, index);
            return failure(ErrorCode::StageOnTwoDevices,
                {std::to_string(place.row), std::to_string(place.column), actionText(action),
                    std::to_string(action.stage), std::to_string(device + 1)});
        }
        if (const auto first = m_table.find(action); first && *first != index)
            return tl::unexpected(duplicate(m_sheet, index, *first));
        const std::optional<Action> other = otherEnd(action);
        if (!other)
            return {};
        if (other->stage >= m_placement.stages())
            return refuse(index, kNobody);
        return m_placement.deviceOf(other->stage) == row ? refuse(index, kSameDevice)
                                                         : Result<void>();
    }

    /// Unsharding, resharding and reducing of the action's stage.
    Result<void> checkStage(std::size_t index)
    {
        const Action& action = m_sheet.actions()[index];
        StageState& stage = m_stages[action.stage];
        const bool works = operationOf(action.type).has_value();
        switch (action.type) {
        case ActionType::Unshard:
            if (std::exchange(stage.unsharded, true))
                return refuse(index, kUnsharded);
            break;
        case ActionType::Reshard:
            if (!std::exchange(stage.unsharded, false))
                return refuse(index, kSharded);
            break;
        case ActionType::ReduceGrad:
            if (stage.reduced)
                return tl::unexpected(duplicate(m_sheet, index, *stage.reduced));
            stage.reduced = index;
            break;
        case ActionType::WaitReduceGrad:
            if (!stage.reduced)
                return unmatched(index, {ActionType::ReduceGrad, action.stage});
            stage.waitedFor = true;
            break;
        default:
            break;
        }
        if (works && stage.shards && !stage.unsharded)
            return refuse(index, kSharded);
        if (works && stage.reduced && action.type != ActionType::OptimizerStep)
            return refuse(index, kReduced);
        return {};
    }

    /// What must stand before the action in its row, and what anywhere.
    [[nodiscard]] Result<void> checkPartners(std::size_t index) const
    {
        const Action& action = m_sheet.actions()[index];
        if (const std::optional<Action> other = otherEnd(action); other && !m_table.find(*other))
            return unmatched(index, *other);
        for (const Action& before : m_table.neededBefore(action, m_placement)) {
            const std::optional<std::size_t> at = m_table.find(before);
            if (!at)
                return unmatched(index, before);
            if (*at > index)
                return tl::unexpected(beforeNeed(m_sheet, index, *at));
        }
        const bool sends =
            action.type == ActionType::SendForward || action.type == ActionType::SendBackward;
        if (m_waits && sends && !m_table.find(waitOf(action)))
            return unmatched(index, waitOf(action));
        return {};
    }

    /// Between each two devices, receives must come in the order of the sends.
    [[nodiscard]] Result<void> checkOrder() const
    {
        using Ends = std::pair<int, int>;
        std::map<Ends, std::vector<std::size_t>> receives;
        std::map<Ends, std::size_t> done;
        for (std::size_t i = 0; i < m_sheet.actions().size(); ++i) {
            if (const auto ends = receivedBetween(i))
                receives[*ends].push_back(i);
        }
        for (std::size_t i = 0; i < m_sheet.actions().size(); ++i) {
            const Action& action = m_sheet.actions()[i];
            const bool sends =
                action.type == ActionType::SendForward || action.type == ActionType::SendBackward;
            if (!sends)
                continue;
            const Action other = *otherEnd(action);
            const Ends ends {m_placement.deviceOf(action.stage), m_placement.deviceOf(other.stage)};
            const std::size_t receive = receives[ends][done[ends]++];
            if (m_sheet.actions()[receive] != other)
                return refuse(receive, kOtherOrder);
        }
        return {};
    }

    /// Sender and receiver, if the action at `index` receives.
    [[nodiscard]] std::optional<std::pair<int, int>> receivedBetween(std::size_t index) const
    {
        const Action& action = m_sheet.actions()[index];
        if (action.type != ActionType::ReceiveForward && action.type != ActionType::ReceiveBackward)
            return std::nullopt;
        return std::pair(
            m_placement.deviceOf(otherEnd(action)->stage), m_placement.deviceOf(action.stage));
    }

    const ActionSheet& m_sheet;
    const Placement& m_placement;
    int m_microbatches;
    MessageTable m_table;
    bool m_waits;
    std::vector<StageState> m_stages;
};

} // namespace

Result<void> checkMessages(const ActionSheet& sheet, const Placement& placement, int microbatches)
{
    return MessageCheck(sheet, placement, microbatches).check();
}

} // namespace pipegantt
