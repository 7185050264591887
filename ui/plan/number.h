// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/error.h"
#include "core/base/time.h"
#include "core/plan/parameter.h"

#include <QString>

#include <cstdint>

namespace pipegantt {

/// One number of a plan as a slider and a field edit it: its row of the table of limits in the unit
/// in which it is shown.
struct NumberSpec
{
    Parameter parameter = Parameter::Stages;
    Quantity quantity = Quantity::Count;
    std::int64_t minimum = 0;
    std::int64_t maximum = 0;
    /// What one press of an arrow key in the field adds.
    std::int64_t step = 1;
    bool logarithmic = false;
    /// Where a logarithmic slider's walk begins above the minimum: the field takes what is finer.
    std::int64_t walkFrom = 1;
    TimeUnit unit = TimeUnit::Slots;

    friend bool operator==(const NumberSpec&, const NumberSpec&) = default;
};

/// The spec of `parameter` in a plan whose times are in `unit`.
NumberSpec numberSpec(Parameter parameter, TimeUnit unit = TimeUnit::Slots);

/// The memory limit counted in micro-batches.
NumberSpec microbatchLimitSpec();

/// The value as the field shows it, with its unit: `8`, `2 slots`, `1.6 GB`, `90 %`. Where zero is
/// no amount it is a word: `none` for the global batch, `auto` for the group size.
QString numberText(const NumberSpec& spec, std::int64_t value);

/// Reads what a person typed: with or without the unit, which is then the spec's (GB for memory);
/// also the word that stands for zero.
/// Refuses, never clamps, what is no number or outside the limits.
Result<std::int64_t> parseNumber(const NumberSpec& spec, const QString& text);

} // namespace pipegantt
