// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace pipegantt {

/// Every number that a plan is made of.
enum class Parameter : std::uint8_t
{
    Stages,
    Microbatches,
    Chunks,
    Group,
    Slices,
    Forward,
    Backward,
    InputGrad,
    WeightGrad,
    Recompute,
    Pair,
    Optimizer,
    Embedding,
    Predictor,
    Head,
    Comm,
    Bandwidth,
    DevicesPerNode,
    NodeComm,
    NodeBandwidth,
    Message,
    Jitter,
    Seed,
    Effort,
    ActivationMemory,
    EarlyRelease,
    WeightMemory,
    GradientMemory,
    OptimizerMemory,
    BufferMemory,
    MemoryLimit,
    GlobalBatch,
    TargetEfficiency,
};

inline constexpr std::size_t kParameterCount = 33;

/// What the numbers of a ParameterInfo count.
enum class Quantity : std::uint8_t
{
    Count, ///< things
    Time, ///< picoseconds
    Memory, ///< bytes
    Percent, ///< hundredths of a whole
    Bandwidth, ///< bytes per second
};

/// One row of the table of limits. Sliders, number fields, the command line, the file reader, the
/// help texts and the tests all read this row and no other.
struct ParameterInfo
{
    Parameter parameter;
    /// The key in plan files; the option on the command line is `--` and this.
    std::string_view key;
    /// The letter of the literature, `P`; empty where there is none.
    std::string_view symbol;
    /// A short title, translated under the context "Parameter".
    std::string_view title;
    /// Defines the term in one or two sentences, translated under the context "Parameter".
    std::string_view definition;
    Quantity quantity = Quantity::Count;
    std::int64_t minimum = 0;
    std::int64_t maximum = 0;
    std::int64_t defaultValue = 0;
    /// What one press of an arrow key adds; a log slider multiplies instead.
    std::int64_t step = 1;
    /// Whether the range is so long that a slider walks it by factors.
    bool logarithmic = false;
};

/// The table, in the order of the enumeration.
std::span<const ParameterInfo, kParameterCount> parameters();

const ParameterInfo& info(Parameter parameter);

/// The most that a slice may take longer than the shortest.
inline constexpr int kMostSliceWeight = 10'000;

} // namespace pipegantt
