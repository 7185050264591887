// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <compare>
#include <cstdint>

namespace pipegantt {

/// A strong index: a StageIndex never converts to a MicrobatchIndex. Zero-based.
template <class Tag>
struct Index
{
    std::int32_t value = 0;

    friend constexpr auto operator<=>(Index, Index) = default;
};

using DeviceIndex = Index<struct DeviceTag>;
using StageIndex = Index<struct StageTag>;
using ChunkIndex = Index<struct ChunkTag>;
using MicrobatchIndex = Index<struct MicrobatchTag>;
using SliceIndex = Index<struct SliceTag>;

} // namespace pipegantt
