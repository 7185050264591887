// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

// DualPipe and DualPipeV: a forward pass of one direction runs together with a backward pass of the
// other, so that the messages of one hide under the work of the other.
//
// DualPipe, DeepSeek-V3, 2412.19437, Fig. 5, and the authors' code: two pipelines over the same P
// devices, M/2 micro-batches each way; a device holds a stage of each. DualPipeV cuts the picture
// at the middle: P devices hold 2P stages in a V, and all M micro-batches go one way. Both are
// eight steps on each device, with h = min(r, P-1-r) and H = P/2 for DualPipe, h = r and H = P for
// DualPipeV, N micro-batches each way. 0 is the chunk that micro-batches reach first on the device,
// 1 the other; F&B is a pair; W comes in the order of the I:
//
//   1  2 (H-h-1) times      F0
//   2  h+1 times            F0 F1
//   3  H-h-1 times          I1 W F1
//   4  N - 2H + h+1 times   F0&B1 F1&B0; where the directions meet (h = H-1) the first is F0, B1
//   5  H-h-1 times          B1 F1&B0
//   6  h+1 times            B1 B0, from the middle on with the input gradient alone
//   7  H-h-1 times          W I0
//   8  h+1 times            W
//
// DualPipe with four devices and eight micro-batches, 4 to 7 up in small letters; F = I = W = 1. A
// pair is written by its forward:
//
//   device 0 | F0 F1 F2 f4 i4 w4 f5 F3 -- -- .  f6 -- -- b6 -- .  f7 -- -- b7 -- I2 W2 I3 W3
//   device 1 | .  F0 f4 F1 f5 F2 b4 -- f6 -- -- F3 -- -- f7 -- -- b6 -- B2 -- .  i7 I3 w7 W3
//   device 2 | .  f4 F0 f5 F1 f6 B0 -- F2 -- -- f7 -- -- F3 -- -- B2 -- b6 -- .  I3 i7 W3 w7
//   device 3 | f4 f5 f6 F0 I0 W0 F1 f7 -- -- .  F2 -- -- B2 -- .  F3 -- -- B3 -- i6 w6 i7 w7
//
// Idle time of a device (P/2-1) (F&B + B - 3W), as the authors state it: exact for F = I ≥ W. For
// I ≤ F it is (P/2-1) (F&B + F - W - min(I,W)). A pair shorter than F + B leaves the outer devices,
// which run fewer pairs, less idle than that. For DualPipeV P stands in place of P/2.

#include "core/schedule/dualpipe.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>

namespace pipegantt {
namespace {

constexpr std::array kParameters {Parameter::Pair};

bool isCutInHalf(const Plan& plan)
{
    return plan.schedule == ScheduleKind::DualPipeV;
}

/// H: how many devices lie between an end of the pipelines and where the directions meet.
int devicesToMiddle(const Plan& plan)
{
    return isCutInHalf(plan) ? plan.stages : plan.stages / 2;
}

Result<void> checkEven(std::string_view what, int value)
{
    if (value % 2 == 0)
        return {};
    return failure(ErrorCode::NeedsEven,
        {std::string(what), std::to_string(value),
            std::string(scheduleId(ScheduleKind::DualPipe))});
}

Result<void> checkEnough(const Plan& plan)
{
    if (plan.microbatches >= 2 * plan.stages)
        return requireChunks(plan);
    return failure(ErrorCode::NeedsAtLeast,
        {"microbatches", std::to_string(plan.microbatches), std::string(scheduleId(plan.schedule)),
            std::to_string(2 * plan.stages)});
}

Result<void> checkBothWays(const Plan& plan)
{
    return checkEven("stages", plan.stages)
        .and_then([&] { return checkEven("microbatches", plan.microbatches); })
        .and_then([&] { return checkEnough(plan); });
}

/// The makespan where the input gradient takes no longer than the forward: the device that runs
/// most pairs, one in the middle, is idle for as long as the formula says.
std::optional<Duration> exactMakespan(const Plan& plan, Duration pair, Duration work)
{
    const StageTime& time = plan.timeOf(0);
    const Duration apart = time.forward + time.backward();
    if (time.inputGrad > time.forward || pair > apart
        || pair < std::max(time.forward, time.backward()))
        return std::nullopt;
    const int middle = devicesToMiddle(plan);
    const std::int64_t eachWay = isCutInHalf(plan) ? plan.microbatches : plan.microbatches / 2;
    const std::int64_t pairs = 2 * (eachWay - middle) - 1;
    const Duration idle = (middle - 1)
        * (pair + time.forward - time.weightGrad - std::min(time.inputGrad, time.weightGrad));
    return work - pairs * (apart - pair) + idle;
}

ClosedForm claims(const Plan& plan)
{
    const StageTime& time = plan.timeOf(0);
    const Duration apart = time.forward + time.backward();
    const Duration pair = plan.pair > Duration::zero() ? plan.pair : apart;
    const Duration work = plan.microbatches * (isCutInHalf(plan) ? 2 : 1) * apart;
    const Duration idle =
        (devicesToMiddle(plan) - 1) * (pair + time.backward() - 3 * time.weightGrad);
    ClosedForm form = timedForm(plan, std::max(idle, Duration::zero()), work);
    if (form.gap != FormulaGap::None)
        return form;
    form.makespan = exactMakespan(plan, pair, work);
    const bool holds = time.forward == time.inputGrad && time.weightGrad <= time.inputGrad;
    if (!holds || pair != apart)
        form.gap = FormulaGap::Conditions;
    return form;
}

/// One device's row, written step by step: which micro-batch each chunk takes next, and which
/// weight gradients are still to come.
class DeviceRow
{
public:
    DeviceRow(const Plan& plan, int device, Schedule& schedule)
        : m_schedule(schedule)
    {
        if (isCutInHalf(plan))
            return;
        const int nearer = 2 * device < plan.stages ? 0 : 1;
        for (int phase = 0; phase < 2; ++phase) {
            Chunk& chunk = m_chunks[static_cast<std::size_t>(phase)];
            chunk.index = phase == 0 ? nearer : 1 - nearer;
            chunk.nextForward = chunk.index * plan.microbatches / 2;
            chunk.nextBackward = chunk.nextForward;
        }
    }

    void forward(int phase)
    {
        Chunk& chunk = at(phase);
        m_schedule.append(OperationKind::Forward, chunk.index, chunk.nextForward++);
    }
    void backward(int phase)
    {
        Chunk& chunk = at(phase);
        m_schedule.append(OperationKind::Backward, chunk.index, chunk.nextBackward++);
    }
    void inputGrad(int phase)
    {
        Chunk& chunk = at(phase);
        m_deferred.emplace_back(OperationKind::WeightGrad, chunk.index, chunk.nextBackward);
        m_schedule.append(OperationKind::InputGrad, chunk.index, chunk.nextBackward++);
    }
    void weightGrad()
    {
        const PackedOperation next = m_deferred[m_nextDeferred++];
        m_schedule.append(next.kind(), next.chunk(), next.unit());
    }
    void pair(int forwardPhase)
    {
        Chunk& forwards = at(forwardPhase);
        Chunk& backwards = at(1 - forwardPhase);
        m_schedule.appendPair(
            forwards.index, forwards.nextForward++, backwards.index, backwards.nextBackward++);
    }
    void backwardOr(int phase, bool inputGradAlone)
    {
        if (inputGradAlone)
            inputGrad(phase);
        else
            backward(phase);
    }

private:
    struct Chunk
    {
        int index = 0;
        int nextForward = 0;
        int nextBackward = 0;
    };

    Chunk& at(int phase) { return m_chunks[static_cast<std::size_t>(phase)]; }

    Schedule& m_schedule;
    std::array<Chunk, 2> m_chunks {Chunk {0, 0, 0}, Chunk {1, 0, 0}};
    std::vector<PackedOperation> m_deferred;
    std::size_t m_nextDeferred = 0;
};

/// Steps 1 to 4, to the middle of the row. `before` is h, `behind` is H-h-1.
void appendFirstHalf(DeviceRow& row, int before, int behind, int rounds)
{
    for (int i = 0; i < 2 * behind; ++i)
        row.forward(0);
    for (int i = 0; i < before + 1; ++i) {
        row.forward(0);
        row.forward(1);
    }
    for (int i = 0; i < behind; ++i) {
        row.inputGrad(1);
        row.weightGrad();
        row.forward(1);
    }
    for (int i = 0; i < rounds; ++i) {
        if (i == 0 && behind == 0) {
            row.forward(0);
            row.backward(1);
        } else {
            row.pair(0);
        }
        row.pair(1);
    }
}

/// Steps 5 to 8.
void appendSecondHalf(DeviceRow& row, int before, int behind)
{
    for (int i = 0; i < behind; ++i) {
        row.backward(1);
        row.pair(1);
    }
    const int middle = (before + 1) / 2;
    for (int i = 0; i < before + 1; ++i) {
        row.backwardOr(1, before % 2 == 1 ? i >= middle : i > middle);
        row.backwardOr(0, i >= middle);
    }
    for (int i = 0; i < behind; ++i) {
        row.weightGrad();
        row.inputGrad(0);
    }
    for (int i = 0; i < before + 1; ++i)
        row.weightGrad();
}

void generate(const Plan& plan, Schedule& schedule)
{
    const int toMiddle = devicesToMiddle(plan);
    const int eachWay = isCutInHalf(plan) ? plan.microbatches : plan.microbatches / 2;
    for (int device = 0; device < plan.stages; ++device) {
        const int before = isCutInHalf(plan) ? device : std::min(device, plan.stages - 1 - device);
        const int behind = toMiddle - before - 1;
        DeviceRow row(plan, device, schedule);
        appendFirstHalf(row, before, behind, eachWay - 2 * toMiddle + before + 1);
        appendSecondHalf(row, before, behind);
        schedule.finishDevice();
    }
}

} // namespace

const CatalogueEntry& dualPipeEntry()
{
    static const CatalogueEntry kEntry {
        .kind = ScheduleKind::DualPipe,
        .id = scheduleId(ScheduleKind::DualPipe),
        .title = "DualPipe",
        .year = 2024,
        .paper = "DeepSeek-AI, DeepSeek-V3 Technical Report, arXiv 2412.19437, Fig. 5 and Table 2; "
                 "github.com/deepseek-ai/DualPipe",
        .summary = PIPEGANTT_TEXT("Schedule",
            "Two directions over the same devices; the forward pass of one runs together with the "
            "backward pass of the other, which hides their messages."),
        .constraints = PIPEGANTT_TEXT("Schedule", "P even; M even, at least 2P"),
        .parameters = kParameters,
        .choices = {},
        .weightCopies = 2,
        .bubbleFormula = "i/(i + M (F+B)), i = (P/2-1) (F&B + B - 3W)",
        .makespanFormula = "M (F+B) + (P/2-1) (F&B + B - 3W)",
        .memoryFormula = "P+1",
        .exactWhen = PIPEGANTT_TEXT("Schedule", "F = I ≥ W, and a pair takes F + B"),
        .placement = [](const Plan& plan) { return Placement::bidirectional(plan.stages); },
        .closedForm = claims,
        .check = checkBothWays,
        .generate = generate,
    };
    return kEntry;
}

const CatalogueEntry& dualPipeVEntry()
{
    static const CatalogueEntry kEntry {
        .kind = ScheduleKind::DualPipeV,
        .id = scheduleId(ScheduleKind::DualPipeV),
        .title = "DualPipeV",
        .year = 2025,
        .paper = "DeepSeek-AI and Sea AI Lab, DualPipeV (“cut-in-half”), "
                 "github.com/deepseek-ai/DualPipe; PyTorch ScheduleDualPipeV",
        .summary = PIPEGANTT_TEXT("Schedule",
            "DualPipe cut in half: two chunks in a V on each device take the place of the second "
            "direction, so that one copy of the weights is enough."),
        .constraints = PIPEGANTT_TEXT("Schedule", "V = 2; M at least 2P"),
        .parameters = kParameters,
        .choices = {},
        .bubbleFormula = "i/(i + 2M (F+B)), i = (P-1) (F&B + B - 3W)",
        .makespanFormula = "2M (F+B) + (P-1) (F&B + B - 3W)",
        .memoryFormula = "P+1/2",
        .exactWhen = PIPEGANTT_TEXT("Schedule", "F = I ≥ W, and a pair takes F + B"),
        .placement = [](const Plan& plan) { return Placement::wave(plan.stages, 2); },
        .closedForm = claims,
        .check = checkEnough,
        .generate = generate,
    };
    return kEntry;
}

} // namespace pipegantt
