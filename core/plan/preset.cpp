// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/plan/preset.h"

#include "core/base/text.h"

#include <array>

namespace pipegantt {
namespace {

/// The lecture's pipeline of four stages.
Plan fourStages(ScheduleKind schedule, int microbatches)
{
    Plan plan;
    plan.schedule = schedule;
    plan.stages = 4;
    plan.microbatches = microbatches;
    return plan;
}

/// GPT-3 175B on eight stages of twelve layers. A micro-batch is one sequence of s = 2048
/// tokens, h = 12288; eight-way tensor and sequence parallelism with selective recomputation
/// leaves 34 s b h / 8 bytes a layer (Korthikanti et al. 2205.05198, Table 2). Room for 40.
Plan gpt3(ScheduleKind schedule, int microbatches)
{
    Plan plan;
    plan.schedule = schedule;
    plan.stages = 8;
    plan.microbatches = microbatches;
    plan.activation = Bytes {std::int64_t {34} * 2048 * 12288 / 8 * 12};
    plan.memoryLimit = {MemoryLimit::Unit::Microbatches, 40};
    // Every micro-batch is one sequence, so the batch grows with M.
    plan.globalBatch = 0;
    return plan;
}

} // namespace

std::span<const Preset> presets()
{
    static const std::array kPresets {
        Preset {"no-micro-batches", PIPEGANTT_TEXT("Preset", "No micro-batches"),
            PIPEGANTT_TEXT("Preset",
                "One batch runs through four stages. Only one of them works at any time: 75 % of "
                "the device time is bubble."),
            fourStages(ScheduleKind::Naive, 1)},
        Preset {"four-micro-batches", PIPEGANTT_TEXT("Preset", "Four micro-batches, forward only"),
            PIPEGANTT_TEXT("Preset",
                "The batch is cut into four: seven slots, three of them bubble on each device. "
                "Efficiency rises from 25 % to 57.1 %."),
            fourStages(ScheduleKind::Inference, 4)},
        Preset {"sixteen-micro-batches", PIPEGANTT_TEXT("Preset", "Sixteen micro-batches"),
            PIPEGANTT_TEXT(
                "Preset", "M = 4 P, the cautious rule of thumb: the bubble is down to 15.8 %."),
            fourStages(ScheduleKind::GPipe, 16)},
        Preset {"gpt3-175b-m8-gpipe", PIPEGANTT_TEXT("Preset", "GPT-3 175B, M = 8, GPipe"),
            PIPEGANTT_TEXT("Preset",
                "Eight stages and as many micro-batches: 46.7 % bubble, low throughput. "
                "Activations "
                "modelled: 34 s b h / 8 bytes a layer, 12 layers a stage."),
            gpt3(ScheduleKind::GPipe, 8)},
        Preset {"gpt3-175b-m8-1f1b", PIPEGANTT_TEXT("Preset", "GPT-3 175B, M = 8, 1F1B"),
            PIPEGANTT_TEXT("Preset",
                "Eight stages and as many micro-batches: 46.7 % bubble, the same as GPipe, and "
                "here "
                "the same memory."),
            gpt3(ScheduleKind::OneFOneB, 8)},
        Preset {"gpt3-175b-m32-gpipe", PIPEGANTT_TEXT("Preset", "GPT-3 175B, M = 32, GPipe"),
            PIPEGANTT_TEXT("Preset",
                "M = 4 P: 17.9 % bubble, high throughput, and 32 micro-batches of activations "
                "still "
                "fit the 40 that there is room for."),
            gpt3(ScheduleKind::GPipe, 32)},
        Preset {"gpt3-175b-m32-1f1b", PIPEGANTT_TEXT("Preset", "GPT-3 175B, M = 32, 1F1B"),
            PIPEGANTT_TEXT("Preset",
                "17.9 % bubble as with GPipe, but at most eight micro-batches are alive."),
            gpt3(ScheduleKind::OneFOneB, 32)},
        Preset {"gpt3-175b-m128-gpipe", PIPEGANTT_TEXT("Preset", "GPT-3 175B, M = 128, GPipe"),
            PIPEGANTT_TEXT("Preset",
                "5.2 % bubble, but GPipe keeps all 128 micro-batches alive, and there is room for "
                "40: it does not fit."),
            gpt3(ScheduleKind::GPipe, 128)},
        Preset {"gpt3-175b-m128-1f1b", PIPEGANTT_TEXT("Preset", "GPT-3 175B, M = 128, 1F1B"),
            PIPEGANTT_TEXT("Preset",
                "5.2 % bubble with eight micro-batches alive: 1F1B makes the large M affordable."),
            gpt3(ScheduleKind::OneFOneB, 128)},
    };
    return kPresets;
}

} // namespace pipegantt
