// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/error.h"
#include "core/base/ratio.h"
#include "core/base/time.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace pipegantt {

/// What to look for in a run: passes, or the idle time between them. Everything that is set must
/// hold.
struct Query
{
    enum class Subject : std::uint8_t
    {
        Operations,
        Bubbles,
    };
    enum class Comparison : std::uint8_t
    {
        More,
        AtLeast,
        Less,
        AtMost,
        Equal,
    };
    enum class Cause : std::uint8_t
    {
        WarmUp,
        Drain,
        Message,
        Dependency,
        Imbalance,
    };
    /// A length to compare with: a time, or a share of the makespan in tenths of a percent.
    struct Length
    {
        Comparison comparison = Comparison::More;
        Duration time {};
        std::optional<Ratio> share;

        [[nodiscard]] bool holds(Duration asked, Duration makespan) const;
    };

    Subject subject = Subject::Operations;
    /// Of passes: the letter (F, B, I, W, R or O), 0 for any, and what they are of.
    char letter = 0;
    std::optional<int> stage;
    std::optional<int> microbatch;
    std::optional<int> slice;
    std::optional<int> chunk;
    std::optional<int> device;
    std::optional<Length> length;
    /// Of bubbles: what at least a part of each waits for.
    std::optional<Cause> cause;
};

/// Reads a query: words with spaces between them, in any case.
///
/// - `F12`, `B3`, `W7`, `I2`, `R0`, `O`: passes of a micro-batch; the letter alone is all of them,
///   `F3.1` is a slice, `0F3` the pass of a stage, as schedule CSVs spell it
/// - `stage 3`, `device 2`, `mb 5`, `chunk 1`, `slice 0`
/// - `bubble`, `bubble > 5`, `bubble >= 10%`: longer than so much, in `unit`, or of the makespan
/// - `length > 2`: the same of passes
/// - `wait message` (or warm-up, drain, dependency, imbalance)
///
/// A number without a unit is in `unit`. The error names what it does not understand and what is
/// legal.
Result<Query> parseQuery(std::string_view text, TimeUnit unit);

} // namespace pipegantt
