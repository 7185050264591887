// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Group-interleaved: interleaved 1F1B in groups of N micro-batches, from half the devices on, with
// the backward in two parts, which shortens the warm-up.
//
// Paper: Wan et al., PipeOffload, 2503.01328 (generalized interleaved schedule); the rule is that
// of the authors' scheduler (group_interleaved_1f1b.py). Each device runs its forwards chunk by
// chunk within each group, as interleaved 1F1B does, one every three slots, and between two of them
// the input and weight gradient of one micro-batch; the first gradient comes after (V-1)N + P-r
// forwards.
//
// With F = I = W, four devices, two chunks (small letters: the second), four micro-batches, N = 4:
//
//   device 0 | F0 F1 F2 F3 f0 f1 f2 f3 .  .  .  i0 w0 .  i1 w1 .  i2 w2 .  i3 w3 I0 W0 I1 W1 I2 …
//   device 1 | .  F0 F1 F2 F3 f0 f1 f2 .  .  i0 w0 f3 i1 w1 .  i2 w2 .  i3 w3 I0 W0 I1 W1 I2 W2 …
//   device 2 | .  .  F0 F1 F2 F3 f0 f1 .  i0 w0 f2 i1 w1 f3 i2 w2 .  i3 w3 I0 W0 I1 W1 I2 W2 I3 …
//   device 3 | .  .  .  F0 F1 F2 F3 f0 i0 w0 f1 i1 w1 f2 i2 w2 f3 i3 w3 I0 W0 I1 W1 I2 W2 I3 W3 …
//
// With F = I = W and whole groups a device idles 2(P-1) + (V-1)(P-N) passes of a chunk and holds
// P + (V-1)N - r chunks.

#include "core/schedule/groupinterleaved.h"

#include "core/base/text.h"
#include "core/schedule/group.h"

#include <array>

namespace pipegantt {
namespace {

Result<void> check(const Plan& plan)
{
    const int least = (plan.stages + 1) / 2;
    if (groupSize(plan) >= least && groupSize(plan) <= plan.stages)
        return {};
    return failure(ErrorCode::GroupOutsideStages,
        {std::to_string(plan.group), std::to_string(least), std::to_string(plan.stages)});
}

/// The passes of whole groups, as they follow each other on a device: chunk by chunk in each group.
class GroupTable
{
public:
    explicit GroupTable(const Plan& plan)
        : m_group(groupSize(plan))
        , m_chunks(plan.chunks)
        , m_groups((plan.microbatches + m_group - 1) / m_group)
    {
    }

    [[nodiscard]] int size() const { return m_groups * m_group * m_chunks; }
    [[nodiscard]] int chunk(int index) const { return index / m_group % m_chunks; }
    [[nodiscard]] int microbatch(int index) const
    {
        return index / (m_group * m_chunks) * m_group + index % m_group;
    }

private:
    int m_group;
    int m_chunks;
    int m_groups;
};

/// A last group that is not whole leaves its places empty, so that the others keep theirs.
void generate(const Plan& plan, Schedule& schedule)
{
    const GroupTable table(plan);
    for (int device = 0; device < plan.stages; ++device) {
        const int warmUp = (plan.chunks - 1) * groupSize(plan) + plan.stages - 1 - device;
        for (int forward = 0; forward < table.size() + warmUp; ++forward) {
            if (forward < table.size() && table.microbatch(forward) < plan.microbatches) {
                schedule.append(
                    OperationKind::Forward, table.chunk(forward), table.microbatch(forward));
            }
            const int backward = forward - warmUp;
            if (backward >= 0 && table.microbatch(backward) < plan.microbatches) {
                const int chunk = plan.chunks - 1 - table.chunk(backward);
                schedule.append(OperationKind::InputGrad, chunk, table.microbatch(backward));
                schedule.append(OperationKind::WeightGrad, chunk, table.microbatch(backward));
            }
        }
        schedule.finishDevice();
    }
}

ClosedForm claims(const Plan& plan)
{
    const int idle = 2 * (plan.stages - 1) + (plan.chunks - 1) * (plan.stages - groupSize(plan));
    const bool exact = hasEqualPasses(plan) && plan.microbatches % groupSize(plan) == 0;
    return passesForm(plan, idle, 3 * plan.units() * plan.chunks, exact);
}

constexpr std::array kParameters {Parameter::Chunks, Parameter::Group};

} // namespace

const CatalogueEntry& groupInterleavedEntry()
{
    static const CatalogueEntry kEntry {
        .kind = ScheduleKind::GroupInterleaved,
        .id = scheduleId(ScheduleKind::GroupInterleaved),
        .title = "Group-interleaved",
        .year = 2025,
        .paper = "Wan et al., PipeOffload: Improving Scalability of Pipeline Parallelism with "
                 "Memory Optimization, ICML 2025, arXiv 2503.01328",
        .summary = PIPEGANTT_TEXT("Schedule",
            "Interleaved in groups as small as half the devices, with a short warm-up: less memory "
            "than interleaved 1F1B and a smaller bubble."),
        .constraints = PIPEGANTT_TEXT(
            "Schedule", "any M; N from half the devices, rounded up, to all of them"),
        .parameters = kParameters,
        .choices = {},
        .bubbleFormula = "(2(P-1)+(V-1)(P-N))/(2(P-1)+(V-1)(P-N)+3 V M)",
        .makespanFormula = "(3 V M+2(P-1)+(V-1)(P-N)) F",
        .memoryFormula = "(P+(V-1) N)/V",
        .exactWhen = PIPEGANTT_TEXT("Schedule", "F = I = W and M a multiple of N"),
        .closedForm = claims,
        .check = check,
        .generate = generate,
    };
    return kEntry;
}

} // namespace pipegantt
