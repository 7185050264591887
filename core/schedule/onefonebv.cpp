// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

// 1F1B-V: the V layout with whole backward passes, two thirds of the memory of 1F1B.
//
// Paper: Qi et al., Pipeline Parallelism with Controllable Memory, 2405.15362; the rule is that of
// the authors' scheduler (v1f1b.py). A micro-batch walks down the devices and up again, one slot a
// forward, then back, two slots a backward; after every third backward the walk rests for three
// slots, so that it can repeat every six. Passes then move ahead, in the order of time, into free
// slots, as long as no device holds more chunks than the repetition does.
//
// With B = 2F, four devices and six micro-batches (small letters: the second chunk):
//
//   device 0 | F0 F1 F2 F3 F4 .  .  f0 b0 -- f1 b1 -- f2 b2 -- .  .  .  .  .  .  f3 b3 -- B0 -- …
//   device 1 | .  F0 F1 F2 F3 .  f0 .  f1 .  b0 -- f2 b1 -- F4 b2 -- .  .  .  f3 B0 -- .  b3 -- …
//   device 2 | .  .  F0 F1 F2 f0 .  f1 .  f2 .  .  b0 -- F3 b1 -- F4 B0 -- f3 b2 -- .  B1 -- f4 …
//   device 3 | .  .  .  F0 f0 F1 f1 F2 f2 .  .  .  .  .  b0 -- B0 -- F3 f3 b1 -- B1 -- F4 f4 b2 …
//
// The paper has no closed form. With B = 2F and M ≥ P a device idles 5(P-1) forwards of a chunk
// where P = 3k+1, and about as much otherwise; it holds ⌊(2P+3)/3⌋ micro-batches.

#include "core/schedule/onefonebv.h"

#include "core/base/text.h"
#include "core/schedule/slotgrid.h"

#include <algorithm>
#include <array>

namespace pipegantt {
namespace {

/// Passes in the grid: the legs of the walk through the V (forward of chunk 0, of chunk 1, backward
/// of chunk 1, of chunk 0); a backward takes a second slot.
constexpr int kLegs = 4;
constexpr int kSecondHalf = kLegs;
constexpr int kPeriod = 6;

std::size_t sizeOf(int count)
{
    return static_cast<std::size_t>(count);
}

bool isForward(int pass)
{
    return pass < 2;
}

bool isBackward(int pass)
{
    return pass == 2 || pass == 3;
}

/// The order of one plan: a block repeated every six slots, its passes then moved ahead.
class RepeatedBlock
{
public:
    RepeatedBlock(int devices, int microbatches)
        : m_microbatches(microbatches)
        , m_grid(devices, 0)
        , m_slotOf(kLegs * sizeOf(devices) * sizeOf(microbatches))
    {
        place();
        countActivations();
    }

    void moveAhead();
    void write(Schedule& schedule) const;

private:
    void place();
    void repeat(int device, int leg, int slot);
    void countActivations();
    [[nodiscard]] int earliest(int leg, int device, int microbatch) const;
    [[nodiscard]] int placeForward(int device, int earliest, int slot);
    int placeBackward(int device, int earliest, int slot);

    [[nodiscard]] std::size_t cell(int leg, int device, int microbatch) const
    {
        return (sizeOf(leg) * sizeOf(m_grid.devices()) + sizeOf(device)) * sizeOf(m_microbatches)
            + sizeOf(microbatch);
    }
    [[nodiscard]] std::size_t moment(int device, int slot) const
    {
        return sizeOf(device) * sizeOf(m_grid.slots()) + sizeOf(slot);
    }

    int m_microbatches;
    SlotGrid m_grid;
    std::vector<int> m_slotOf;
    std::vector<std::int16_t> m_alive;
    int m_limit = 0;
};

/// Walks through the V once, pass after pass. A backward takes two slots; after every third one
/// the walk rests for three slots, which other micro-batches' forwards take in the repetition.
void RepeatedBlock::place()
{
    const int devices = m_grid.devices();
    int slot = 0;
    for (int leg = 0; leg < 2; ++leg) {
        for (int i = 0; i < devices; ++i)
            repeat(leg == 0 ? i : devices - 1 - i, leg, slot++);
    }
    slot += devices % 3 == 0 ? 3 : 0;
    int run = (3 - (devices + 2) % 3) % 3;
    for (int leg = 2; leg < kLegs; ++leg) {
        for (int i = 0; i < devices; ++i) {
            repeat(leg == 2 ? i : devices - 1 - i, leg, slot);
            slot += 2;
            if (++run == 3) {
                run = 0;
                slot += 3;
            }
        }
    }
}

/// Puts the pass of every micro-batch where the first one has it, a period later each.
void RepeatedBlock::repeat(int device, int leg, int slot)
{
    for (int i = 0; i < m_microbatches; ++i) {
        const int at = slot + kPeriod * i;
        m_grid.set(device, at, static_cast<std::uint8_t>(leg));
        if (isBackward(leg))
            m_grid.set(device, at + 1, kSecondHalf);
    }
}

/// Chunks alive after each slot; a backward releases in its second half.
void RepeatedBlock::countActivations()
{
    m_alive.resize(sizeOf(m_grid.devices()) * sizeOf(m_grid.slots()));
    for (int device = 0; device < m_grid.devices(); ++device) {
        int alive = 0;
        for (int slot = 0; slot < m_grid.slots(); ++slot) {
            const int pass = m_grid.at(device, slot);
            alive += isForward(pass) ? 1 : 0;
            alive -= pass == kSecondHalf ? 1 : 0;
            m_alive[moment(device, slot)] = static_cast<std::int16_t>(alive);
            m_limit = std::max(m_limit, alive);
        }
    }
}

/// Moves every pass, in the order of time, to the earliest free slots that its dependencies and
/// the peak of the repetition allow.
void RepeatedBlock::moveAhead()
{
    std::vector<std::array<int, kLegs>> done(sizeOf(m_grid.devices()));
    for (int slot = 0; slot < m_grid.slots(); ++slot) {
        for (int device = 0; device < m_grid.devices(); ++device) {
            const int pass = m_grid.at(device, slot);
            if (pass >= kLegs)
                continue;
            const int i = done[sizeOf(device)][sizeOf(pass)]++;
            const int first = earliest(pass, device, i);
            m_slotOf[cell(pass, device, i)] = isForward(pass) ? placeForward(device, first, slot)
                                                              : placeBackward(device, first, slot);
        }
    }
}

/// The first slot after all that pass `leg` of `microbatch` waits for.
int RepeatedBlock::earliest(int leg, int device, int microbatch) const
{
    int after = microbatch > 0 ? m_slotOf[cell(leg, device, microbatch - 1)] : -1;
    const int before = device + (leg % 2 == 0 ? -1 : 1);
    if (before >= 0 && before < m_grid.devices())
        after = std::max(after, m_slotOf[cell(leg, before, microbatch)]);
    else if (leg > 0)
        after = std::max(after, m_slotOf[cell(leg - 1, device, microbatch)]);
    return after + 1;
}

/// Moves a forward and returns its new slot.
int RepeatedBlock::placeForward(int device, int earliest, int slot)
{
    int from = slot;
    while (from > earliest && m_alive[moment(device, from - 1)] < m_limit)
        --from;
    const int to = m_grid.firstFree(device, from, slot);
    if (to == slot)
        return slot;
    for (int i = to; i < slot; ++i)
        ++m_alive[moment(device, i)];
    m_grid.move(device, slot, to);
    return to;
}

/// Moves both halves of a backward and returns the new slot of the second.
int RepeatedBlock::placeBackward(int device, int earliest, int slot)
{
    int to = m_grid.firstFree(device, earliest, slot);
    while (to < slot && !m_grid.isFree(device, to + 1))
        to = m_grid.firstFree(device, to + 1, slot);
    if (to == slot)
        return slot + 1;
    for (int i = to + 1; i <= slot; ++i)
        --m_alive[moment(device, i)];
    m_grid.move(device, slot, to);
    m_grid.move(device, slot + 1, to + 1);
    return to + 1;
}

void RepeatedBlock::write(Schedule& schedule) const
{
    for (int device = 0; device < m_grid.devices(); ++device) {
        std::array<int, kLegs> done {};
        for (int slot = 0; slot < m_grid.slots(); ++slot) {
            const int pass = m_grid.at(device, slot);
            if (pass >= kLegs)
                continue;
            schedule.append(isForward(pass) ? OperationKind::Forward : OperationKind::Backward,
                isForward(pass) ? pass : kLegs - 1 - pass, done[sizeOf(pass)]++);
        }
        schedule.finishDevice();
    }
}

void generate(const Plan& plan, Schedule& schedule)
{
    RepeatedBlock block(plan.stages, plan.microbatches);
    block.moveAhead();
    block.write(schedule);
}

ClosedForm claims(const Plan& plan)
{
    const StageTime& time = plan.timeOf(0);
    const bool exact = plan.stages % 3 == 1 && time.backward() == 2 * time.forward
        && plan.microbatches >= plan.stages;
    return passesForm(
        plan, std::int64_t {5} * (plan.stages - 1), std::int64_t {6} * plan.microbatches, exact);
}

Placement placement(const Plan& plan)
{
    return Placement::wave(plan.stages, 2);
}

} // namespace

const CatalogueEntry& oneFOneBVEntry()
{
    static const CatalogueEntry kEntry {
        .kind = ScheduleKind::OneFOneBV,
        .id = scheduleId(ScheduleKind::OneFOneBV),
        .title = "1F1B-V",
        .year = 2024,
        .paper = "Qi et al., Pipeline Parallelism with Controllable Memory, NeurIPS 2024, arXiv "
                 "2405.15362",
        .summary = PIPEGANTT_TEXT("Schedule",
            "1F1B on a V, with whole backward passes: two thirds of the memory of 1F1B."),
        .constraints = PIPEGANTT_TEXT("Schedule", "two chunks on each device; any M"),
        .parameters = {},
        .choices = {},
        .bubbleFormula = "5(P-1)/(5(P-1)+6M)",
        .makespanFormula = "(6M+5(P-1)) F",
        .memoryFormula = "⌊(2P+3)/3⌋",
        .exactWhen = PIPEGANTT_TEXT("Schedule", "B = 2F, P = 3k+1 and M ≥ P"),
        .placement = placement,
        .closedForm = claims,
        .check = requireChunks,
        .generate = generate,
    };
    return kEntry;
}

} // namespace pipegantt
