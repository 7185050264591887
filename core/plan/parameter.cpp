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
/// More than anybody trains with; twice as many still fit an int.
constexpr std::int64_t kMostMicrobatches = 1'000'000'000;
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
        Quantity::Count, 1, kMostMicrobatches, 8, 1, true},
    {Parameter::Chunks, "chunks", "V", PIPEGANTT_TEXT("Parameter", "Chunks per device"),
        PIPEGANTT_TEXT("Parameter",
            "Chunks: parts of the model on each device. With V chunks a micro-batch visits "
            "every device V times. All times are then of one chunk."),
        Quantity::Count, 1, 32, 1, 1, false},
    {Parameter::Group, "group", "N", PIPEGANTT_TEXT("Parameter", "Group size"),
        PIPEGANTT_TEXT("Parameter",
            "Micro-batches that a chunk runs in a row before the next chunk has its turn; 0 "
            "stands for as many as there are stages, or a few more where the last group would "
            "have fewer."),
        Quantity::Count, 0, kMostMicrobatches, 0, 1, true},
    {Parameter::Slices, "slices", "S", PIPEGANTT_TEXT("Parameter", "Slices"),
        PIPEGANTT_TEXT("Parameter",
            "Slices: parts of the sequence of each micro-batch that follow each other through the "
            "pipeline. All times are then of one slice."),
        Quantity::Count, 1, 64, 1, 1, true},
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
    {Parameter::Recompute, "recompute", "R", PIPEGANTT_TEXT("Parameter", "Recompute"),
        PIPEGANTT_TEXT("Parameter",
            "Time to compute the activations of one micro-batch again before its backward pass; 0 "
            "stands for the forward time."),
        Quantity::Time, 0, kLongestPass, 0, kSlot, true},
    {Parameter::Pair, "pair", "F&B", PIPEGANTT_TEXT("Parameter", "Forward and backward together"),
        PIPEGANTT_TEXT("Parameter",
            "Time of a forward and a backward pass that run together (DualPipe); 0 stands for the "
            "sum of both."),
        Quantity::Time, 0, 2 * kLongestPass, 0, kSlot, true},
    {Parameter::Optimizer, "optimizer", "O", PIPEGANTT_TEXT("Parameter", "Optimizer step"),
        PIPEGANTT_TEXT("Parameter", "Time of an optimizer step; 0 where none is drawn."),
        Quantity::Time, 0, kLongestPass, 0, kSlot, true},
    {Parameter::Embedding, "embedding", "E", PIPEGANTT_TEXT("Parameter", "Embedding"),
        PIPEGANTT_TEXT("Parameter",
            "In a layout, how long the embedding takes, in percent of a transformer layer."),
        Quantity::Percent, 0, 100'000, 0, 10, true},
    {Parameter::Predictor, "mtp", "m", PIPEGANTT_TEXT("Parameter", "Multi-token prediction"),
        PIPEGANTT_TEXT("Parameter",
            "In a layout, how long a module of multi-token prediction takes, in percent of a "
            "transformer layer."),
        Quantity::Percent, 0, 100'000, 100, 10, true},
    {Parameter::Head, "head", "L", PIPEGANTT_TEXT("Parameter", "Output head"),
        PIPEGANTT_TEXT("Parameter",
            "In a layout, how long the output head and the loss take, in percent of a transformer "
            "layer."),
        Quantity::Percent, 0, 100'000, 100, 10, true},
    {Parameter::Comm, "comm", "c", PIPEGANTT_TEXT("Parameter", "Hop latency"),
        PIPEGANTT_TEXT("Parameter",
            "How long a message takes from one device to its neighbour. Messages cost no "
            "device time, but the receiver waits for them."),
        Quantity::Time, 0, kLongestPass, 0, kSlot, true},
    {Parameter::Bandwidth, "bandwidth", "", PIPEGANTT_TEXT("Parameter", "Bandwidth"),
        PIPEGANTT_TEXT("Parameter",
            "Bytes per second from a device to another of the same node; 0 where the latency is "
            "all that a message costs."),
        Quantity::Bandwidth, 0, kPetabyte, 0, 1'000'000'000, true},
    {Parameter::DevicesPerNode, "devices-per-node", "", PIPEGANTT_TEXT("Parameter", "Node size"),
        PIPEGANTT_TEXT("Parameter",
            "Consecutive devices that share a node; 0 where all share one. Between nodes the "
            "latency and bandwidth of nodes hold."),
        Quantity::Count, 0, 1024, 0, 1, true},
    {Parameter::NodeComm, "node-comm", "", PIPEGANTT_TEXT("Parameter", "Latency between nodes"),
        PIPEGANTT_TEXT(
            "Parameter", "How long a message takes from a device to one of another node."),
        Quantity::Time, 0, kLongestPass, 0, kSlot, true},
    {Parameter::NodeBandwidth, "node-bandwidth", "",
        PIPEGANTT_TEXT("Parameter", "Bandwidth between nodes"),
        PIPEGANTT_TEXT("Parameter",
            "Bytes per second from a device to one of another node; 0 where the latency is all "
            "that a message costs."),
        Quantity::Bandwidth, 0, kPetabyte, 0, 1'000'000'000, true},
    {Parameter::Message, "message", "", PIPEGANTT_TEXT("Parameter", "Message"),
        PIPEGANTT_TEXT("Parameter",
            "Bytes that travel from a stage to the next for one micro-batch, or one slice of it."),
        Quantity::Memory, 0, kTerabyte, 0, 1'000'000, true},
    {Parameter::Jitter, "jitter", "", PIPEGANTT_TEXT("Parameter", "Jitter"),
        PIPEGANTT_TEXT("Parameter",
            "By how much the time of each pass may differ from the plan, either way, in percent."),
        Quantity::Percent, 0, 90, 0, 1, false},
    {Parameter::Seed, "seed", "", PIPEGANTT_TEXT("Parameter", "Seed"),
        PIPEGANTT_TEXT("Parameter",
            "Where jitter and search draw their numbers from: the same seed, the same result."),
        Quantity::Count, 0, 1'000'000'000, 1, 1, true},
    {Parameter::Effort, "effort", "", PIPEGANTT_TEXT("Parameter", "Search effort"),
        PIPEGANTT_TEXT(
            "Parameter", "How long the search for the best order goes on, from 1 to 10."),
        Quantity::Count, 1, 10, 3, 1, false},
    {Parameter::ActivationMemory, "activation-memory", "a",
        PIPEGANTT_TEXT("Parameter", "Activations"),
        PIPEGANTT_TEXT("Parameter",
            "Memory per micro-batch: the activations that one micro-batch leaves on a device "
            "from its forward until its backward pass."),
        Quantity::Memory, 1, kTerabyte, 1'000'000'000, 100'000'000, true},
    {Parameter::EarlyRelease, "early-release", "", PIPEGANTT_TEXT("Parameter", "Early release"),
        PIPEGANTT_TEXT("Parameter",
            "The part of the activations that the input gradient releases, in percent; the rest "
            "lives until the weight gradient."),
        Quantity::Percent, 0, 100, 0, 1, false},
    {Parameter::WeightMemory, "weights-memory", "", PIPEGANTT_TEXT("Parameter", "Weights"),
        PIPEGANTT_TEXT("Parameter", "Memory of one copy of the weights that a device holds."),
        Quantity::Memory, 0, kTerabyte, 0, 1'000'000'000, true},
    {Parameter::GradientMemory, "gradients-memory", "", PIPEGANTT_TEXT("Parameter", "Gradients"),
        PIPEGANTT_TEXT("Parameter", "Memory of the gradients of one copy of the weights."),
        Quantity::Memory, 0, kTerabyte, 0, 1'000'000'000, true},
    {Parameter::OptimizerMemory, "optimizer-memory", "",
        PIPEGANTT_TEXT("Parameter", "Optimizer state"),
        PIPEGANTT_TEXT("Parameter", "Memory of the optimizer's state on a device."),
        Quantity::Memory, 0, kTerabyte, 0, 1'000'000'000, true},
    {Parameter::BufferMemory, "buffers-memory", "", PIPEGANTT_TEXT("Parameter", "Buffers"),
        PIPEGANTT_TEXT(
            "Parameter", "Memory of communication buffers, workspace and the runtime on a device."),
        Quantity::Memory, 0, kTerabyte, 0, 1'000'000'000, true},
    {Parameter::MemoryLimit, "memory-limit", "", PIPEGANTT_TEXT("Parameter", "Memory limit"),
        PIPEGANTT_TEXT("Parameter",
            "Memory of each device: in bytes for all that it holds, or in micro-batches for their "
            "activations alone."),
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
