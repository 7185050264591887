// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gpu/device/stagedevice.h"

#include <functional>
#include <string>
#include <vector>

namespace pipegantt {

/// One result of a device beside what the definition says.
struct CheckedResult
{
    /// Which small stage: `llama, head norms`.
    std::string stage;
    /// The passes behind it: `F I W`.
    std::string passes;
    StageTensor tensor = StageTensor::Output;
    /// The length of the difference over the length of what is right; no number where there is one
    /// among the results that is none.
    double error = 0;
    double limit = 0;

    [[nodiscard]] bool agrees() const { return error <= limit; }
};

/// `output`, `gradients of parameters` …
std::string_view tensorName(StageTensor tensor);

/// What a relative error may be: 10⁻⁴ in 32 bits, 3·10⁻² in bfloat16.
double errorLimit(ElementType element);

/// Runs every pass on small stages that have, among them, every part that a stage can have, and
/// holds what comes out against the definition in 64 bits, from the same parameters and inputs
/// rounded to `element`. `told` is called with each result. Takes seconds, most of them here.
Result<std::vector<CheckedResult>> checkDevice(StageDevice& device, ElementType element,
    const std::function<void(const CheckedResult&)>& told = {});

} // namespace pipegantt
