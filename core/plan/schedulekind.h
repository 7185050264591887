// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace pipegantt {

/// The schedules that a plan can ask for. What each is stands in the catalogue.
enum class ScheduleKind : std::uint8_t
{
    Naive,
    Inference,
    GPipe,
    OneFOneB,
    EagerOneFOneB,
    OneFOneBRecompute,
    PipeDream,
    PipeDream2BW,
    Interleaved,
    LoopedBfs,
    ZbH1,
    ZbH2,
    Zb1p,
    Zb2p,
    ZbV,
    ZbVSearch,
    VHalf,
    VMin,
    OneFOneBV,
    InterleavedZb,
    GroupInterleaved,
    Chimera,
    Hanayo,
    DualPipe,
    DualPipeV,
    TeraPipe,
    Seq1F1B,
    Custom,
    Auto,
};

/// What a plan must know of a kind without its rule.
struct KindShape
{
    /// The id in files and on the command line: `1f1b`.
    std::string_view id;
    /// Operations of one unit in one stage: 1 forward only, 2 with a whole backward, 3 with a split
    /// one or with recomputation.
    int passes = 2;
    /// Chunks of a device where the kind has a fixed number, else 0.
    int chunks = 1;
    /// Chunks of a device where the kind leaves them free and nobody names them.
    int usualChunks = 1;
    /// Whether the sequence of a micro-batch is cut into slices.
    bool sliced = false;
    /// Whether the order is searched for the plan's times, so that it need not repeat itself.
    bool searched = false;
    /// Optimizer steps of a device: after every micro-batch, or one at the end.
    bool stepsEachMicrobatch = false;
};

const KindShape& shapeOf(ScheduleKind kind);

/// `shapeOf(kind).id`
std::string_view scheduleId(ScheduleKind kind);

std::optional<ScheduleKind> scheduleFromId(std::string_view id);

/// The order of GPipe's backward passes: ascending as PyTorch runs them, descending as the paper's
/// figure draws them.
enum class BackwardOrder : std::uint8_t
{
    Ascending,
    Descending,
};

/// When a recomputation may start: when the gradient has come, as the hooks of PyTorch and
/// Megatron-LM do, or before it (GPipe 1811.06965 §2.3).
enum class RecomputeStart : std::uint8_t
{
    WithGradient,
    Early,
};

/// How devices exchange messages: asynchronously beside the work, or in blocking calls that both
/// ends enter (Megatron-LM's fused send and receive).
enum class CommModel : std::uint8_t
{
    Asynchronous,
    Blocking,
};

} // namespace pipegantt
