// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/bytes.h"
#include "core/base/error.h"
#include "core/base/time.h"
#include "core/model/stageshape.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pipegantt {

/// The passes of a stage that are timed, each for itself.
enum class StagePass : std::uint8_t
{
    Forward,
    InputGrad,
    WeightGrad,
    Backward, ///< both gradients in one pass
    Recompute,
    Optimizer,
};

inline constexpr std::array kStagePasses {
    StagePass::Forward,
    StagePass::InputGrad,
    StagePass::WeightGrad,
    StagePass::Backward,
    StagePass::Recompute,
    StagePass::Optimizer,
};

/// `forward`, `input-grad` …, as files spell it.
std::string_view passName(StagePass pass);

/// What is timed apart: the layers that every stage has, and what the first and the last have more.
enum class StagePart : std::uint8_t
{
    Layers,
    Embedding,
    Head,
};

inline constexpr std::array kStageParts {StagePart::Layers, StagePart::Embedding, StagePart::Head};

/// `layers`, `embedding` or `head`.
std::string_view partName(StagePart part);

/// A pass, timed several times: the median and the quartiles about it.
struct PassTime
{
    Duration median {};
    Duration lower {};
    Duration upper {};
    int samples = 0;

    /// What lies between the quartiles over the median.
    [[nodiscard]] double spread() const;

    friend bool operator==(const PassTime&, const PassTime&) = default;
};

/// The median and quartiles of `samples`, of which there is at least one; by nearest rank.
PassTime passTime(std::vector<Duration> samples);

/// What a part of a stage takes for one micro-batch, and what it holds as its backend counted it.
struct PartTimes
{
    std::array<PassTime, kStagePasses.size()> passes;
    Bytes weights;
    Bytes gradients;
    Bytes optimizer;
    Bytes saved;
    Bytes keptForWeightGrad;
    Bytes addedByInputGrad;

    [[nodiscard]] const PassTime& of(StagePass pass) const
    {
        return passes[static_cast<std::size_t>(pass)];
    }

    friend bool operator==(const PartTimes&, const PartTimes&) = default;
};

/// One size of micro-batch. The ends are there where they were measured, both or none.
struct SizeTimes
{
    std::int64_t microbatch = 1;
    PartTimes layers;
    std::optional<PartTimes> embedding;
    std::optional<PartTimes> head;

    friend bool operator==(const SizeTimes&, const SizeTimes&) = default;
};

/// How long the stages of a model take on a device, as it was measured.
struct StageTimes
{
    /// The layers' stage; its micro-batch says nothing.
    StageShape stage;
    std::string machine;
    std::string device;
    std::string software;
    /// When, as `2026-11-25T09:30:00Z`.
    std::string date;
    /// In ascending order of size.
    std::vector<SizeTimes> sizes;

    friend bool operator==(const StageTimes&, const StageTimes&) = default;
};

/// `1, 2, 4`: the sizes that were measured.
std::string sizesText(const StageTimes& times);

/// Whether both are of the same stage on the same machine, device and software, so that their sizes
/// can stand side by side. The error, TimesSyntax, names the first that differs, in the spelling of
/// files, as it is in `there` and as it must be.
Result<void> checkComparable(const StageTimes& there, const StageTimes& mustBe);

/// The sizes of both; of a size that both have the newer times. The date is the newer one.
StageTimes merged(StageTimes older, const StageTimes& newer);

/// The stage that `part` of a stage like `layers` is measured as, with micro-batches of
/// `microbatch`.
StageShape stageOf(const StageShape& layers, StagePart part, std::int64_t microbatch);

} // namespace pipegantt
