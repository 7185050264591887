// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gpu/device/stagedevice.h"

#include <functional>
#include <optional>
#include <stop_token>
#include <vector>

namespace pipegantt {

/// What to measure.
struct MeasureRequest
{
    /// The layers of a stage; its micro-batch and element type say nothing.
    StageShape stage;
    /// In ascending order, each once.
    std::vector<std::int64_t> sizes;
    std::optional<ElementType> element;
    /// Whether the embedding and the head are measured too.
    bool ends = true;
    /// Rounds whose times count, after one that warms up.
    int rounds = 5;
};

inline constexpr int kMostRounds = 1000;

/// How far a measurement is.
struct MeasureState
{
    std::int64_t microbatch = 0;
    StagePart part = StagePart::Layers;
    /// Of the work in all; 1 at the end.
    double done = 0;
    /// What is left at the pace so far; nothing while there is none.
    std::optional<Duration> left;
};

struct MeasureWatch
{
    std::stop_token stop;
    /// Called before each round.
    std::function<void(const MeasureState&)> progress;
    /// Called with all that there is whenever a size is done.
    std::function<void(const StageTimes&)> kept;
};

/// What was measured, size by size, and why not all of it where something ended it: the stop, or
/// the device.
struct Measured
{
    StageTimes times;
    std::optional<Error> ended;
};

/// What `measure` will say of the stage, the machine and its software; without sizes, as of now.
StageTimes measuredWith(const StageDevice& device, const MeasureRequest& request);

/// Measures the passes of the stage on `device`. A round runs F, I, W, R, B and the optimizer step
/// one after the other, so that each finds the caches as the one before left them, as in training.
///
/// Fails, before anything is allocated, where the shape cannot be or the largest size is beyond the
/// device's free memory; the error then names the largest that fits.
Result<Measured> measure(
    StageDevice& device, const MeasureRequest& request, const MeasureWatch& watch = {});

} // namespace pipegantt
