// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/plan/parameter.h"

#include "core/base/text.h"
#include "core/base/time.h"

namespace pipegantt {
namespace {

constexpr std::int64_t kSlot = unitDuration(TimeUnit::Slots).count();
/// 1000 s, or a million slots: a thousand times the longest pass ever measured, and far from
/// the end of exact time.
constexpr std::int64_t kLongestPass = 1'000'000 * kSlot;
/// A million micro-batches of a terabyte each are still less than 2^63 bytes.
constexpr std::int64_t kTerabyte = 1'000'000'000'000;
constexpr std::int64_t kPetabyte = 1'000'000'000'000'000;

// The defaults of this table are the defaults of Plan; a test holds them together.
constexpr std::array<ParameterInfo, kParameterCount> kParameters {{
    {Parameter::Stages, "stages", "P", PIPEGANTT_TEXT("Parameter", "Stages"),
        PIPEGANTT_TEXT("Parameter",
            "Pipeline stages: the parts that the model is cut into, each on a device of its "
            "own. More stages mean less memory for each device and a larger bubble."),
        Quantity::Count, 1, 1024, 4, 1, true},
    {Parameter::Microbatches, "microbatches", "M", PIPEGANTT_TEXT("Parameter", "Micro-batches"),
        PIPEGANTT_TEXT("Parameter",
            "Micro-batches: the parts that each batch is cut into, so that all stages can work "
            "at the same time. More of them shrink the bubble."),
        Quantity::Count, 1, 1'000'000, 8, 1, true},
    {Parameter::Chunks, "chunks", "V", PIPEGANTT_TEXT("Parameter", "Chunks per device"),
        PIPEGANTT_TEXT("Parameter",
            "Chunks: parts of the model on each device. With V chunks a micro-batch visits "
            "every device V times. All times are then of one chunk."),
        Quantity::Count, 1, 32, 1, 1, false},
    {Parameter::Group, "group", "N", PIPEGANTT_TEXT("Parameter", "Group size"),
        PIPEGANTT_TEXT("Parameter",
            "Micro-batches that a chunk runs in a row before the next chunk has its turn; 0 "
            "stands for as many as there are stages."),
        Quantity::Count, 0, 1'000'000, 0, 1, true},
    {Parameter::Forward, "forward", "F", PIPEGANTT_TEXT("Parameter", "Forward"),
        PIPEGANTT_TEXT(
            "Parameter", "Time of the forward pass of one micro-batch through one stage."),
        Quantity::Time, 1, kLongestPass, kSlot, kSlot, true},
    {Parameter::Backward, "backward", "B", PIPEGANTT_TEXT("Parameter", "Backward"),
        PIPEGANTT_TEXT("Parameter",
            "Time of the backward pass of one micro-batch through one stage: the gradients of "
            "its input and of its weights. About twice the forward pass."),
        Quantity::Time, 1, 2 * kLongestPass, 2 * kSlot, kSlot, true},
    {Parameter::InputGrad, "input-grad", "I", PIPEGANTT_TEXT("Parameter", "Input gradient"),
        PIPEGANTT_TEXT("Parameter",
            "The part of the backward pass that the stage before waits for: the gradient of "
            "the stage's input."),
        Quantity::Time, 1, kLongestPass, kSlot, kSlot, true},
    {Parameter::WeightGrad, "weight-grad", "W", PIPEGANTT_TEXT("Parameter", "Weight gradient"),
        PIPEGANTT_TEXT("Parameter",
            "The part of the backward pass that nobody waits for: the gradient of the stage's "
            "weights."),
        Quantity::Time, 0, kLongestPass, kSlot, kSlot, true},
    {Parameter::Comm, "comm", "c", PIPEGANTT_TEXT("Parameter", "Hop latency"),
        PIPEGANTT_TEXT("Parameter",
            "How long a message takes from one device to its neighbour. Messages cost no "
            "device time, but the receiver waits for them."),
        Quantity::Time, 0, kLongestPass, 0, kSlot, true},
    {Parameter::ActivationMemory, "activation-memory", "a",
        PIPEGANTT_TEXT("Parameter", "Activations"),
        PIPEGANTT_TEXT("Parameter",
            "Memory per micro-batch: the activations that one micro-batch leaves on a device "
            "from its forward until its backward pass."),
        Quantity::Memory, 1, kTerabyte, 1'000'000'000, 100'000'000, true},
    {Parameter::MemoryLimit, "memory-limit", "", PIPEGANTT_TEXT("Parameter", "Memory limit"),
        PIPEGANTT_TEXT("Parameter",
            "Memory that each device has for activations, in bytes or in micro-batches."),
        Quantity::Memory, 1, kPetabyte, 0, 1'000'000'000, true},
    {Parameter::GlobalBatch, "global-batch", "", PIPEGANTT_TEXT("Parameter", "Global batch"),
        PIPEGANTT_TEXT("Parameter",
            "Samples of one iteration over all micro-batches; 0 where it does not matter."),
        Quantity::Count, 0, 1'000'000'000, 32, 1, true},
    {Parameter::TargetEfficiency, "target-efficiency", "",
        PIPEGANTT_TEXT("Parameter", "Target efficiency"),
        PIPEGANTT_TEXT(
            "Parameter", "The share of busy time that the recommendation aims for, in percent."),
        Quantity::Percent, 1, 99, 90, 1, false},
}};

} // namespace

std::span<const ParameterInfo, kParameterCount> parameters()
{
    return kParameters;
}

const ParameterInfo& info(Parameter parameter)
{
    return kParameters[static_cast<std::size_t>(parameter)];
}

} // namespace pipegantt
