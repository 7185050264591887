// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/plan/parameter.h"

#include <array>
#include <span>
#include <string>
#include <string_view>

namespace pipegantt {

/// The keys of a plan that stand in no table: the numbers' stand in `parameters()`, the choices' in
/// `choices()`.
inline constexpr std::string_view kScheduleKey = "schedule";
inline constexpr std::string_view kUnitKey = "unit";
/// What the stages of the model hold, as Megatron-LM spells it.
inline constexpr std::string_view kLayoutKey = "layout";
/// Lists of whole numbers.
inline constexpr std::string_view kSliceWeightsKey = "slice-weights";
inline constexpr std::string_view kPlacementKey = "placement";
/// The rows of a custom schedule, as in a schedule CSV.
inline constexpr std::string_view kOrderKey = "order";

/// Where the times of stages were measured.
inline constexpr std::string_view kTimesModelKey = "times-model";
inline constexpr std::string_view kTimesDeviceKey = "times-device";
inline constexpr std::string_view kTimesDateKey = "times-date";
inline constexpr std::string_view kTimesSizeKey = "times-micro-batch-size";
inline constexpr std::array kTimesKeys {
    kTimesModelKey,
    kTimesDeviceKey,
    kTimesDateKey,
    kTimesSizeKey,
};

/// The times that a list can give for each stage, in the order that files write them.
inline constexpr std::array kPerStageParameters {
    Parameter::Forward,
    Parameter::Backward,
    Parameter::InputGrad,
    Parameter::WeightGrad,
};

/// `forward-per-stage`: the key of the list that gives `parameter` for each stage.
std::string perStageKey(Parameter parameter);

/// Every key that a draft knows, in the order that files write them.
std::span<const std::string> planKeys();

/// Whether `key` is that of a list.
bool isListKey(std::string_view key);

} // namespace pipegantt
