// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

// V-Half and V-Min: the V layout with half, or a third, of the memory of 1F1B.
//
// Paper: Qi et al., Pipeline Parallelism with Controllable Memory, 2405.15362, sections 4 and 5. A
// block says when each device runs the four passes of a micro-batch; the shorter a chunk's life
// from its forward to its weight gradient, the fewer are alive when the block repeats every six
// slots. The repetition is then squeezed at both ends within its own memory (see vpattern.cpp). The
// order depends on P and M alone, as in the authors' runtime.
//
// V-Min, F = I = W, four devices and six micro-batches (small letters: the second chunk):
//
//   device 0 | F0 F1 F2 .  .  .  .  f0 i0 w0 f1 i1 w1 .  .  I0 W0 F3 .  f2 i2 I1 w2 W1 F4 f3 i3 …
//   device 1 | .  F0 F1 .  .  .  f0 .  f1 i0 w0 F2 .  .  I0 i1 w1 W0 f2 F3 I1 i2 w2 W1 f3 F4 I2 …
//   device 2 | .  .  F0 F1 .  f0 .  f1 .  .  i0 w0 F2 I0 W0 .  i1 f2 w1 I1 F3 W1 i2 f3 w2 I2 F4 …
//   device 3 | .  .  .  F0 f0 F1 f1 .  .  .  .  i0 I0 w0 W0 F2 f2 i1 I1 w1 W1 F3 f3 i2 I2 w2 W2 …
//
// and V-Half:
//
//   device 0 | F0 F1 F2 F3 F4 .  .  f0 i0 w0 f1 i1 w1 f2 .  .  I0 i2 w2 f3 W0 F5 I1 i3 w3 f4 i4 …
//   device 1 | .  F0 F1 F2 F3 .  f0 .  f1 i0 w0 f2 i1 w1 .  I0 W0 F4 f3 i2 w2 I1 F5 W1 f4 i3 w3 …
//   device 2 | .  .  F0 F1 F2 f0 .  f1 .  f2 i0 w0 F3 i1 I0 w1 W0 f3 F4 .  I1 i2 w2 f4 W1 F5 I2 …
//   device 3 | .  .  .  F0 f0 F1 f1 F2 f2 .  .  i0 w0 I0 W0 F3 f3 i1 w1 I1 F4 W1 f4 i2 I2 w2 F5 …
//
// With F = I = W and M ≥ 2P a device idles, in passes of a chunk: V-Half 3P-7 (P even, 1 for P = 2)
// or 3P-4 (P odd), holding ⌊(P+2)/2⌋ micro-batches; V-Min 4P-7 (P a multiple of 3) or 4P-5, holding
// ⌊(P+4)/3⌋.

#include "core/schedule/controllable.h"

#include "core/base/text.h"
#include "core/schedule/vpattern.h"

#include <cstdlib>

namespace pipegantt {
namespace {

VBlock halfBlock(int devices)
{
    const int pause = devices % 2 == 0 ? 3 : 0;
    VBlock block;
    for (int device = 0; device < devices; ++device)
        block.push_back({2 * device, 3 * devices - device - 2, 3 * devices + pause + 2 * device - 1,
            6 * devices + pause - device - 2});
    return block;
}

VBlock minimalBlock(int devices)
{
    const int pause = devices % 3 == 0 ? 2 : 0;
    VBlock block;
    for (int device = 0; device < devices; ++device)
        block.push_back({device, 2 * devices - device - 1, 2 * devices + pause + device,
            4 * devices + pause - device - 1});
    return block;
}

void repeat(const VBlock& block, const Plan& plan, Schedule& schedule)
{
    VPattern pattern(block, plan.microbatches);
    pattern.squeeze();
    pattern.write(schedule);
}

void generateHalf(const Plan& plan, Schedule& schedule)
{
    repeat(halfBlock(plan.stages), plan, schedule);
}

void generateMinimal(const Plan& plan, Schedule& schedule)
{
    repeat(minimalBlock(plan.stages), plan, schedule);
}

/// The form of an idle time of `passes` passes of a chunk. One device idles never, and no formula
/// says so.
ClosedForm chunkForm(const Plan& plan, int passes)
{
    const bool exact = hasEqualPasses(plan) && plan.microbatches >= 2 * plan.stages;
    const std::int64_t work = std::int64_t {6} * plan.microbatches;
    if (plan.stages > 1)
        return passesForm(plan, passes, work, exact);
    ClosedForm form = passesForm(plan, 0, work, exact);
    form.gap = FormulaGap::NoFormula;
    return form;
}

ClosedForm claimsOfHalf(const Plan& plan)
{
    return chunkForm(plan, std::abs(6 * ((plan.stages - 1) / 2) - 1));
}

ClosedForm claimsOfMinimal(const Plan& plan)
{
    return chunkForm(plan, 4 * plan.stages - (plan.stages % 3 == 0 ? 7 : 5));
}

Placement placement(const Plan& plan)
{
    return Placement::wave(plan.stages, 2);
}

constexpr std::string_view kPaper = "Qi et al., Pipeline Parallelism with Controllable Memory, "
                                    "NeurIPS 2024, arXiv 2405.15362";
constexpr std::string_view kConstraints =
    PIPEGANTT_TEXT("Schedule", "two chunks on each device; any M");
constexpr std::string_view kExactWhen = PIPEGANTT_TEXT("Schedule", "F = I = W and M ≥ 2P");

} // namespace

const CatalogueEntry& vHalfEntry()
{
    static const CatalogueEntry kEntry {
        .kind = ScheduleKind::VHalf,
        .id = scheduleId(ScheduleKind::VHalf),
        .title = "V-Half",
        .year = 2024,
        .paper = kPaper,
        .summary = PIPEGANTT_TEXT("Schedule",
            "A V whose building block keeps chunks alive for a shorter time: half the memory of "
            "1F1B at half its bubble."),
        .constraints = kConstraints,
        .parameters = {},
        .choices = {},
        .bubbleFormula = "i/(i+6M), i = |6⌊(P-1)/2⌋-1|",
        .makespanFormula = "(6M+|6⌊(P-1)/2⌋-1|) F",
        .memoryFormula = "⌊(P+2)/2⌋",
        .exactWhen = kExactWhen,
        .placement = placement,
        .closedForm = claimsOfHalf,
        .check = requireChunks,
        .generate = generateHalf,
    };
    return kEntry;
}

const CatalogueEntry& vMinEntry()
{
    static const CatalogueEntry kEntry {
        .kind = ScheduleKind::VMin,
        .id = scheduleId(ScheduleKind::VMin),
        .title = "V-Min",
        .year = 2024,
        .paper = kPaper,
        .summary = PIPEGANTT_TEXT("Schedule",
            "A V whose building block is as short as can be: a third of the memory of 1F1B at two "
            "thirds of its bubble; passes of unequal times cost it idle time in every round."),
        .constraints = kConstraints,
        .parameters = {},
        .choices = {},
        .bubbleFormula = "i/(i+6M), i = 4P-5-2(⌊P/3⌋-⌊(P-1)/3⌋)",
        .makespanFormula = "(6M+4P-5-2(⌊P/3⌋-⌊(P-1)/3⌋)) F",
        .memoryFormula = "⌊(P+4)/3⌋",
        .exactWhen = kExactWhen,
        .placement = placement,
        .closedForm = claimsOfMinimal,
        .check = requireChunks,
        .generate = generateMinimal,
    };
    return kEntry;
}

} // namespace pipegantt
