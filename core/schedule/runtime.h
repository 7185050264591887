// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/error.h"
#include "core/plan/plan.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace pipegantt {

/// The programs that train with these schedules. Each has conditions of its own, stricter than the
/// rules themselves.
enum class Runtime : std::uint8_t
{
    MegatronLM, ///< megatron/core/pipeline_parallel/schedules.py
    PyTorch, ///< torch/distributed/pipelining/schedules.py, its schedule classes
};

inline constexpr std::array kRuntimes {Runtime::MegatronLM, Runtime::PyTorch};

/// `megatron` or `pytorch`, as files spell it.
std::string_view runtimeId(Runtime runtime);

/// As its authors spell it; not translated.
std::string_view runtimeName(Runtime runtime);

/// Why `runtime` would refuse `plan`, which has passed both checks; nothing where it would run it
/// in the same order. A schedule that it does not have is a RuntimeLacksSchedule.
std::optional<Error> refusal(Runtime runtime, const Plan& plan);

} // namespace pipegantt
