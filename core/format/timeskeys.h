// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/stagetimes.h"

#include <array>
#include <string_view>

/// The keys of files of stage times, which writer and reader share.
namespace pipegantt::times_key {

inline constexpr std::string_view kFormat = "format";
inline constexpr std::string_view kVersion = "version";
inline constexpr std::string_view kModel = "model";
inline constexpr std::string_view kLayers = "layers-per-stage";
inline constexpr std::string_view kSequence = "sequence";
inline constexpr std::string_view kType = "type";
inline constexpr std::string_view kTensorParallel = "tensor-parallel";
inline constexpr std::string_view kMachine = "machine";
inline constexpr std::string_view kDevice = "device";
inline constexpr std::string_view kSoftware = "software";
inline constexpr std::string_view kDate = "date";
inline constexpr std::string_view kSizes = "sizes";
inline constexpr std::string_view kSize = "micro-batch-size";
inline constexpr std::string_view kMedian = "median";
inline constexpr std::string_view kLower = "lower-quartile";
inline constexpr std::string_view kUpper = "upper-quartile";
inline constexpr std::string_view kSamples = "samples";

/// An amount of memory of a part.
struct Amount
{
    std::string_view key;
    Bytes PartTimes::*bytes;
};

inline constexpr std::array kAmounts {
    Amount {"weights-bytes", &PartTimes::weights},
    Amount {"gradients-bytes", &PartTimes::gradients},
    Amount {"optimizer-bytes", &PartTimes::optimizer},
    Amount {"saved-bytes", &PartTimes::saved},
    Amount {"kept-for-weight-grad-bytes", &PartTimes::keptForWeightGrad},
    Amount {"added-by-input-grad-bytes", &PartTimes::addedByInputGrad},
};

} // namespace pipegantt::times_key
