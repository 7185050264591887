// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/error.h"

#include <string>
#include <string_view>
#include <vector>

namespace pipegantt {

/// What one stage of the model holds.
struct StageContents
{
    bool embedding = false;
    int layers = 0;
    /// Modules of multi-token prediction.
    int predictors = 0;
    /// The output head and the loss.
    bool loss = false;

    friend constexpr bool operator==(const StageContents&, const StageContents&) = default;
};

/// The contents of each stage, in model order; empty where none are given.
using ModelLayout = std::vector<StageContents>;

/// The most letters and bars that a layout may unroll to.
inline constexpr std::size_t kMostLayoutSymbols = 100'000;

/// Reads a layout as Megatron-LM's `--pipeline-model-parallel-layout` spells it:
/// `Et*3|(tt|)*29,m|L`. E is the embedding, t a transformer layer, m a module of multi-token
/// prediction, L the loss with the output head. A bar ends a stage; `x*n` stands for n times x,
/// `(…)*n` for n times what is between, without parentheses inside; commas and spaces mean nothing.
/// The embedding is the first and the loss the last, each once; layers come before modules of
/// multi-token prediction, and these are all in one stage. Stages may be empty. An error names the
/// character, counted from 1, and what may stand there.
Result<ModelLayout> parseLayout(std::string_view text);

/// The shortest usual spelling, which `parseLayout` reads as the same layout: three and more equal
/// symbols or stages as a product.
std::string layoutText(const ModelLayout& layout);

} // namespace pipegantt
