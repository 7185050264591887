// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/simulate/blocking.h"

#include "core/schedule/deadlock.h"
#include "core/schedule/dependency.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <vector>

namespace pipegantt {
namespace {

/// One message, named by the result that it carries.
struct Message
{
    StageResult result;
    bool outgoing = false;
};

/// What a device exchanges with one other device between two operations: at most two results of a
/// pair, and two inputs of the next.
struct Call
{
    int peer = 0;
    std::array<Message, 4> messages;
    int size = 0;
    /// When the device came to it, and what ended then.
    std::int64_t arrival = 0;
    Precursor arrivedAfter;
    /// The end of the last message so far, and which one it was.
    std::int64_t end = 0;
    Precursor last;

    [[nodiscard]] std::span<Message> pending()
    {
        return {messages.data(), static_cast<std::size_t>(size)};
    }
    void drop(std::size_t at) { messages[at] = messages[static_cast<std::size_t>(--size)]; }
};

class Rendezvous
{
public:
    Rendezvous(const Schedule& schedule, SimulationScratch& scratch, Timeline& timeline)
        : m_schedule(schedule)
        , m_scratch(scratch)
        , m_timeline(timeline)
        , m_ticks(timeline.lay<std::int64_t>(schedule, 1, false))
        , m_units(static_cast<std::size_t>(schedule.units()))
        , m_devices(static_cast<std::size_t>(schedule.devices()))
    {
        const std::size_t results = static_cast<std::size_t>(schedule.stages()) * m_units;
        for (auto* const makers : {&m_forwardMakers, &m_gradientMakers})
            makers->assign(results, kNoMaker);
        for (auto* const arrived : {&m_activationArrived, &m_gradientArrived})
            arrived->assign(results, false);
        const std::size_t operations = schedule.operations().size();
        timeline.precursors.assign(operations, {});
        timeline.messages.assign(operations, {});
        scratch.state.cursors.resize(m_devices.size());
        for (std::size_t device = 0; device < m_devices.size(); ++device)
            scratch.state.cursors[device] = schedule.rowBegin(static_cast<int>(device));
    }

    Result<void> run()
    {
        for (bool upwards = true; !allDone(); upwards = !upwards) {
            bool moved = false;
            for (int i = 0; i < m_schedule.devices(); ++i)
                moved = advance(upwards ? i : m_schedule.devices() - 1 - i) || moved;
            if (!moved && !allDone() && !takeWhatIsSent())
                return tl::unexpected(explainDeadlock(m_schedule, m_scratch.state.cursors));
        }
        m_timeline.makespan = {};
        for (const std::int64_t end : m_ticks.ends)
            m_timeline.makespan = std::max(m_timeline.makespan, Duration(end));
        return {};
    }

private:
    static constexpr std::int32_t kNoMaker = -1;

    struct Device
    {
        std::int64_t clock = 0;
        /// What ended at `clock`.
        Precursor after;
        /// Calls of the present gap that are done.
        int callsDone = 0;
        std::optional<Call> call;
        bool done = false;
    };

    [[nodiscard]] bool allDone() const { return std::ranges::all_of(m_devices, &Device::done); }

    Device& at(int device) { return m_devices[static_cast<std::size_t>(device)]; }

    /// Runs `device` until it has to wait; whether it went on at all.
    bool advance(int device)
    {
        Device& self = at(device);
        bool moved = false;
        while (!self.done) {
            if (!self.call) {
                // Coming to a call lets others go on, too.
                if (!enterNextCall(device) && !runNext(device))
                    return moved;
                moved = true;
                continue;
            }
            if (self.call->size > 0)
                return moved;
            if (self.call->end > self.clock) {
                self.clock = self.call->end;
                self.after = self.call->last;
            }
            self.call.reset();
            ++self.callsDone;
            moved = true;
        }
        return moved;
    }

    /// Enters the next call of the gap that `device` is in; false where there is none.
    bool enterNextCall(int device)
    {
        Device& self = at(device);
        std::array<Message, 4> messages;
        const int size = messagesOfGap(device, messages);
        std::array<int, 4> peers {};
        int calls = 0;
        for (int i = 0; i < size; ++i) {
            const int peer = peerOf(messages[static_cast<std::size_t>(i)]);
            if (std::find(peers.begin(), peers.begin() + calls, peer) == peers.begin() + calls)
                peers[static_cast<std::size_t>(calls++)] = peer;
        }
        if (self.callsDone >= calls)
            return false;
        Call call;
        call.peer = peers[static_cast<std::size_t>(self.callsDone)];
        call.arrival = self.clock;
        call.arrivedAfter = self.after;
        for (int i = 0; i < size; ++i) {
            const Message& message = messages[static_cast<std::size_t>(i)];
            // What was taken early needs no call any more.
            if (peerOf(message) == call.peer && !arrived(message.result))
                call.messages[static_cast<std::size_t>(call.size++)] = message;
        }
        self.call = call;
        meet(device, call.peer);
        return true;
    }

    /// Lets every message travel that both devices now hold in their calls.
    void meet(int device, int peer)
    {
        Call& mine = *at(device).call;
        std::optional<Call>& theirs = at(peer).call;
        if (!theirs || theirs->peer != device)
            return;
        for (int i = mine.size - 1; i >= 0; --i) {
            const StageResult result = mine.messages[static_cast<std::size_t>(i)].result;
            const auto same = std::ranges::find(theirs->pending(), result, &Message::result);
            if (same == theirs->pending().end())
                continue;
            const bool outgoing = mine.messages[static_cast<std::size_t>(i)].outgoing;
            travel(result, outgoing ? mine : *theirs, outgoing ? *theirs : mine);
            theirs->drop(static_cast<std::size_t>(same - theirs->pending().begin()));
            mine.drop(static_cast<std::size_t>(i));
        }
    }

    void travel(const StageResult& result, Call& sender, Call& receiver)
    {
        const std::size_t maker = makerOf(result);
        MessageTimes& times = m_timeline.messages[maker];
        times.start = std::max(sender.arrival, receiver.arrival);
        times.after =
            receiver.arrival > sender.arrival ? receiver.arrivedAfter : sender.arrivedAfter;
        times.end = times.start + hopOf(result);
        for (Call* const call : {&sender, &receiver}) {
            if (times.end > call->end) {
                call->end = times.end;
                call->last = Precursor::messageOf(maker);
            }
        }
        arrivals(result.kind)[slotOf(result)] = true;
    }

    /// Where no device could go on: each takes what others are sending to it. False where nobody
    /// sends.
    bool takeWhatIsSent()
    {
        bool taken = false;
        for (Device& sender : m_devices) {
            if (!sender.call)
                continue;
            for (int i = sender.call->size - 1; i >= 0; --i) {
                const Message message = sender.call->messages[static_cast<std::size_t>(i)];
                std::optional<Call>& receiver = at(peerOf(message)).call;
                if (!message.outgoing || !receiver)
                    continue;
                travel(message.result, *sender.call, *receiver);
                sender.call->drop(static_cast<std::size_t>(i));
                taken = true;
            }
        }
        return taken;
    }

    /// Runs the operation at the cursor, a pair as one, if what it needs is on its own device by
    /// now; false where it is not, or the row is done.
    bool runNext(int device)
    {
        Device& self = at(device);
        std::size_t& cursor = m_scratch.state.cursors[static_cast<std::size_t>(device)];
        if (cursor == m_schedule.rowEnd(device)) {
            self.done = true;
            return true;
        }
        for (const StageResult& needed : dependenciesOf(m_schedule, device, cursor)) {
            const bool here = m_schedule.deviceOf(needed.stage) == device;
            if (here ? maker(needed) == kNoMaker : !arrived(needed))
                return false;
        }
        const std::size_t end = blockEnd(device, cursor);
        for (; cursor < end; ++cursor) {
            m_ticks.starts[cursor] = self.clock;
            m_timeline.precursors[cursor] = self.after;
            self.clock += m_scratch.costs.duration(m_schedule, device, cursor);
            self.after = Precursor::operation(cursor);
            m_ticks.ends[cursor] = self.clock;
            if (const auto made = resultOf(device, cursor))
                makers(made->kind)[slotOf(*made)] = static_cast<std::int32_t>(cursor);
        }
        self.callsDone = 0;
        return true;
    }

    /// The end of the operation at `index`, of a pair that of both its halves.
    [[nodiscard]] std::size_t blockEnd(int device, std::size_t index) const
    {
        const bool pair = m_schedule.operations()[index].kind() == OperationKind::Pair;
        return std::min(index + (pair ? 2 : 1), m_schedule.rowEnd(device));
    }

    /// The messages before the operation at the cursor: sends, then receives.
    int messagesOfGap(int device, std::array<Message, 4>& messages) const
    {
        const std::size_t cursor = m_scratch.state.cursors[static_cast<std::size_t>(device)];
        int size = 0;
        const auto add = [&](const StageResult& result, bool outgoing) {
            messages[static_cast<std::size_t>(size++)] = {result, outgoing};
        };
        std::size_t before = cursor;
        if (before > m_schedule.rowBegin(device))
            --before;
        if (before > m_schedule.rowBegin(device)
            && m_schedule.operations()[before].kind() == OperationKind::PairedBackward)
            --before;
        for (; before < cursor; ++before) {
            const auto made = resultOf(device, before);
            if (made && receiverOf(*made) != device)
                add(*made, true);
        }
        if (cursor == m_schedule.rowEnd(device))
            return size;
        for (std::size_t next = cursor; next < blockEnd(device, cursor); ++next) {
            const PackedOperation operation = m_schedule.operations()[next];
            const auto needed = remoteDependency(
                m_schedule, m_schedule.stageOf(device, operation.chunk()), operation);
            if (needed && m_schedule.deviceOf(needed->stage) != device)
                add(*needed, false);
        }
        return size;
    }

    /// What the operation at `index` makes for another stage, if anything.
    [[nodiscard]] std::optional<StageResult> resultOf(int device, std::size_t index) const
    {
        const PackedOperation operation = m_schedule.operations()[index];
        const int stage = m_schedule.stageOf(device, operation.chunk());
        if (isForward(operation.kind()))
            return StageResult {ResultKind::Activation, stage, operation.unit()};
        if (makesGradient(operation.kind()))
            return StageResult {ResultKind::Gradient, stage, operation.unit()};
        return std::nullopt;
    }

    /// The device that waits for `result`; its own where none does.
    [[nodiscard]] int receiverOf(const StageResult& result) const
    {
        const Placement& placement = m_schedule.placement();
        const bool activation = result.kind == ResultKind::Activation;
        if (activation ? placement.isLast(result.stage) : placement.isFirst(result.stage))
            return placement.deviceOf(result.stage);
        return placement.deviceOf(result.stage + (activation ? 1 : -1));
    }

    [[nodiscard]] int peerOf(const Message& message) const
    {
        return message.outgoing ? receiverOf(message.result)
                                : m_schedule.deviceOf(message.result.stage);
    }

    [[nodiscard]] std::int64_t hopOf(const StageResult& result) const
    {
        return result.kind == ResultKind::Activation
            ? m_scratch.costs.activationHop(result.stage + 1)
            : m_scratch.costs.gradientHop(result.stage - 1);
    }

    [[nodiscard]] std::size_t slotOf(const StageResult& result) const
    {
        return static_cast<std::size_t>(result.stage) * m_units
            + static_cast<std::size_t>(result.unit);
    }
    std::vector<std::int32_t>& makers(ResultKind kind)
    {
        return kind == ResultKind::Activation ? m_forwardMakers : m_gradientMakers;
    }
    std::vector<bool>& arrivals(ResultKind kind)
    {
        return kind == ResultKind::Activation ? m_activationArrived : m_gradientArrived;
    }
    std::int32_t maker(const StageResult& result) { return makers(result.kind)[slotOf(result)]; }
    std::size_t makerOf(const StageResult& result)
    {
        return static_cast<std::size_t>(maker(result));
    }
    bool arrived(const StageResult& result) { return arrivals(result.kind)[slotOf(result)]; }

    const Schedule& m_schedule;
    SimulationScratch& m_scratch;
    Timeline& m_timeline;
    TickArrays<std::int64_t>& m_ticks;
    std::size_t m_units;
    std::vector<Device> m_devices;
    /// The operation that made each result, and whether another device has it, by stage and unit.
    std::vector<std::int32_t> m_forwardMakers;
    std::vector<std::int32_t> m_gradientMakers;
    std::vector<bool> m_activationArrived;
    std::vector<bool> m_gradientArrived;
};

} // namespace

Result<void> simulateBlocking(
    const Schedule& schedule, SimulationScratch& scratch, Timeline& timeline)
{
    return Rendezvous(schedule, scratch, timeline).run();
}

} // namespace pipegantt
