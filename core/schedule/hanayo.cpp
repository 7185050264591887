// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Hanayo: the model runs over the devices there and back in W waves, V = 2 W chunks a device, so
// that the pipeline fills faster without a second copy of the weights.
//
// Paper: Liu et al., Hanayo: Harnessing Wave-like Pipeline Parallelism for Enhanced Large Model
// Training Efficiency, 2308.15762, Fig. 5 and 6. The order here is made by one rule, at F = 1 and
// B = 2: a free device runs, of all that is ready, the pass of the oldest micro-batch, and of that
// one the pass nearest to its end. The paper gives the bubble of M = P micro-batches with B = 2 F
// as (2P-2)/(3PW+P-1); this order is near it, below it for few waves.
//
//   P = 2, M = 2, one wave, chunk 1 in small letters
//   device 0 | F0 F1 .  f0 b0 -- f1 b1 -- .  B0 -- .  .  B1 --
//   device 1 | .  F0 f0 F1 f1 .  b0 -- B0 -- b1 -- B1 -- .  .
//
// About the memory of 1F1B for M = P; more micro-batches keep up to 2 P - 1 alive.

#include "core/schedule/hanayo.h"

#include "core/base/text.h"

#include <array>
#include <limits>

namespace pipegantt {
namespace {

constexpr std::array kParameters {Parameter::Chunks};

/// Plays the rule slot by slot. Memory is kept from one schedule to the next.
class Waves
{
public:
    void play(const Plan& plan)
    {
        m_placement = Placement::wave(plan.stages, plan.chunks);
        m_microbatches = plan.microbatches;
        const auto stages = static_cast<std::size_t>(m_placement.stages());
        m_forwards.assign(stages, {});
        m_backwards.assign(stages, {});
        m_running.assign(static_cast<std::size_t>(plan.stages), {});
        m_rowLength = std::size_t {2} * static_cast<std::size_t>(plan.chunks)
            * static_cast<std::size_t>(plan.microbatches);
        m_rows.resize(m_rowLength * static_cast<std::size_t>(plan.stages));
        std::size_t left = m_rows.size();
        for (std::int64_t slot = 0; left > 0; ++slot) {
            for (Running& one : m_running)
                finish(one, slot);
            for (int device = 0; device < plan.stages; ++device)
                left -= start(device, slot) ? 1U : 0U;
        }
    }

    [[nodiscard]] std::span<const PackedOperation> row(int device) const
    {
        return std::span(m_rows).subspan(
            static_cast<std::size_t>(device) * m_rowLength, m_rowLength);
    }

private:
    /// Passes of one direction in one stage; they run in the order of the micro-batches.
    struct Passes
    {
        int started = 0;
        int done = 0;
    };

    struct Running
    {
        std::int64_t until = 0;
        std::size_t appended = 0;
        Passes* pass = nullptr;
    };

    static void finish(Running& running, std::int64_t slot)
    {
        if (running.pass != nullptr && running.until == slot) {
            ++running.pass->done;
            running.pass = nullptr;
        }
    }

    /// Starts what the rule chooses, if anything is ready.
    bool start(int device, std::int64_t slot)
    {
        Running& running = m_running[static_cast<std::size_t>(device)];
        if (running.pass != nullptr)
            return false;
        const int stages = m_placement.stages();
        std::int64_t least = std::numeric_limits<std::int64_t>::max();
        PackedOperation chosen;
        const auto consider = [&](OperationKind kind, int chunk, Passes& pass, int ready,
                                  int left) {
            const std::int64_t key = std::int64_t {pass.started} * 2 * stages + left;
            if (pass.started >= ready || key >= least)
                return;
            least = key;
            chosen = PackedOperation(kind, chunk, pass.started);
            running.pass = &pass;
        };
        for (int chunk = 0; chunk < m_placement.chunks(); ++chunk) {
            const int stage = m_placement.stageOf(device, chunk);
            consider(
                OperationKind::Backward, chunk, backwards(stage), backwardsReady(stage), stage);
            const int arrived = stage == 0 ? m_microbatches : forwards(stage - 1).done;
            consider(
                OperationKind::Forward, chunk, forwards(stage), arrived, 2 * stages - 1 - stage);
        }
        if (running.pass == nullptr)
            return false;
        ++running.pass->started;
        running.until = slot + (chosen.kind() == OperationKind::Forward ? 1 : 2);
        m_rows[static_cast<std::size_t>(device) * m_rowLength + running.appended++] = chosen;
        return true;
    }

    [[nodiscard]] int backwardsReady(int stage)
    {
        const int own = forwards(stage).done;
        return stage + 1 == m_placement.stages() ? own : std::min(own, backwards(stage + 1).done);
    }
    Passes& forwards(int stage) { return m_forwards[static_cast<std::size_t>(stage)]; }
    Passes& backwards(int stage) { return m_backwards[static_cast<std::size_t>(stage)]; }

    Placement m_placement;
    int m_microbatches = 0;
    std::size_t m_rowLength = 0;
    std::vector<Passes> m_forwards;
    std::vector<Passes> m_backwards;
    std::vector<Running> m_running;
    std::vector<PackedOperation> m_rows;
};

ClosedForm claims(const Plan& plan)
{
    ClosedForm form;
    form.gap = textbookGap(plan);
    if (form.gap == FormulaGap::None)
        form.gap = FormulaGap::Conditions;
    const std::int64_t stages = plan.stages;
    form.idleTerms = 2 * stages - 2;
    form.workTerms = 3 * stages * (plan.chunks / 2) - (stages - 1);
    return form;
}

Result<void> check(const Plan& plan)
{
    if (plan.chunks % 2 == 0)
        return {};
    return failure(ErrorCode::NeedsEven,
        {"chunks", std::to_string(plan.chunks), std::string(scheduleId(plan.schedule))});
}

void generate(const Plan& plan, Schedule& schedule)
{
    // Rows are made together but stored one after the other; the space is kept, as slider ticks
    // must not allocate.
    static thread_local Waves waves;
    waves.play(plan);
    for (int device = 0; device < plan.stages; ++device) {
        for (const PackedOperation operation : waves.row(device))
            schedule.append(operation.kind(), operation.chunk(), operation.unit());
        schedule.finishDevice();
    }
}

Placement placement(const Plan& plan)
{
    return Placement::wave(plan.stages, plan.chunks);
}

} // namespace

const CatalogueEntry& hanayoEntry()
{
    static const CatalogueEntry kEntry {
        .kind = ScheduleKind::Hanayo,
        .id = scheduleId(ScheduleKind::Hanayo),
        .title = "Hanayo",
        .year = 2023,
        .paper = "Liu et al., Hanayo: Harnessing Wave-like Pipeline Parallelism for Enhanced Large "
                 "Model Training Efficiency, SC 2023, arXiv 2308.15762, Fig. 6",
        .summary = PIPEGANTT_TEXT("Schedule",
            "Chunks in waves there and back over the devices: a small bubble even for few "
            "micro-batches, without a second copy of the weights."),
        .constraints = PIPEGANTT_TEXT("Schedule", "V even, two chunks a wave; any M"),
        .parameters = kParameters,
        .choices = {},
        .bubbleFormula = "i/(i + 3PV/2-P+1), i = 2P-2",
        .makespanFormula = "V M (F+B) (1 + (2P-2)/(3PV/2-P+1))",
        .memoryFormula = "min(2 P-1, M)",
        .exactWhen = PIPEGANTT_TEXT(
            "Schedule", "the paper's figure for M = P and B = 2F, which the order here comes near"),
        .placement = placement,
        .closedForm = claims,
        .check = check,
        .generate = generate,
    };
    return kEntry;
}

} // namespace pipegantt
