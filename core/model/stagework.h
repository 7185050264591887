// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/stageshape.h"

namespace pipegantt {

/// Floating-point operations of a stage's passes for one micro-batch, a multiplication and an
/// addition counting as two. Matrix products alone count, and of attention the lower triangle with
/// its diagonal; what a pass does again to save memory does not.
struct StageWork
{
    double forward = 0;
    double inputGrad = 0;
    double weightGrad = 0;

    [[nodiscard]] constexpr double backward() const { return inputGrad + weightGrad; }

    friend bool operator==(const StageWork&, const StageWork&) = default;
};

/// For a layer without grouped queries this is 24 b s h² in each pass, beside attention (Zero
/// Bubble, arXiv 2401.10241, Table 1, which counts both triangles of attention).
StageWork stageWork(const StageShape& stage);

} // namespace pipegantt
