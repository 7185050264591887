// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/modelpreset.h"
#include "core/model/stagetimes.h"

namespace pipegantt::test {

/// A part whose passes take 1, 2, 3 … times `unit`, quartiles a tenth about it.
inline PartTimes samplePart(Duration unit)
{
    PartTimes part;
    for (std::size_t i = 0; i < part.passes.size(); ++i) {
        const Duration median = static_cast<std::int64_t>(i + 1) * unit;
        part.passes[i] = {median, median - unit / 10, median + unit / 10, 5};
    }
    part.weights = {1'000'000};
    part.gradients = {2'000'000};
    part.optimizer = {3'000'000};
    part.saved = {unit.count() / 1'000'000};
    part.keptForWeightGrad = {part.saved.value / 2};
    part.addedByInputGrad = {part.saved.value / 4};
    return part;
}

/// Two layers of Llama 3.1 8B in micro-batches of 1 and 2, of 10 and 18 ms; ends where `ends`.
inline StageTimes sampleTimes(bool ends)
{
    StageTimes times;
    times.stage = {.model = *modelFromId("llama3-8b"), .layers = 2, .sequence = 4096};
    times.stage.element = ElementType::Bfloat16;
    times.machine = "node-7";
    times.device = "NVIDIA “H200”";
    times.software = "PipeGantt 0.1.0, CUDA 13.0";
    times.date = "2026-11-25T09:30:00Z";
    for (const int size : {1, 2}) {
        SizeTimes measured;
        measured.microbatch = size;
        measured.layers = samplePart(std::chrono::microseconds(2000 + 8000 * size));
        if (ends) {
            measured.embedding = samplePart(std::chrono::microseconds(100 * size));
            measured.head = samplePart(std::chrono::microseconds(3000 * size));
        }
        times.sizes.push_back(measured);
    }
    return times;
}

} // namespace pipegantt::test
