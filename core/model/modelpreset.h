// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/error.h"
#include "core/model/modelshape.h"

#include <span>
#include <string>
#include <string_view>

namespace pipegantt {

/// A published model, its name, and where its numbers come from.
struct ModelPreset
{
    std::string_view title;
    std::string_view source;
    ModelShape shape;
};

/// The models, family by family.
std::span<const ModelPreset> modelPresets();

/// The shape of the preset whose id is `id`, or UnknownChoice with the ids that there are.
Result<ModelShape> modelFromId(std::string_view id);

/// `gpt2-124m, gpt3-175b, …`
std::string modelIds();

} // namespace pipegantt
