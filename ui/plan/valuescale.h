// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/plan/number.h"

namespace pipegantt {

/// Maps a number onto the positions of a slider and back, linearly or by factors. The ends are the
/// limits; between them a logarithmic scale stops at round numbers.
class ValueScale
{
public:
    explicit ValueScale(const NumberSpec& spec);

    /// The last position; the first is 0.
    [[nodiscard]] int positions() const { return m_positions; }
    [[nodiscard]] std::int64_t valueAt(int position) const;
    /// The position whose value is nearest.
    [[nodiscard]] int positionOf(std::int64_t value) const;
    /// One arrow key up (`direction` 1) or down (-1): a step, or on a logarithmic scale a twentieth
    /// of the value where that is more. Stops at the limits.
    [[nodiscard]] std::int64_t stepped(std::int64_t value, int direction) const;
    /// One page up or down: ten steps, or on a logarithmic scale twice or half the value.
    [[nodiscard]] std::int64_t leapt(std::int64_t value, int direction) const;

private:
    [[nodiscard]] std::int64_t rounded(double value) const;
    [[nodiscard]] std::int64_t confined(std::int64_t value) const;

    NumberSpec m_spec;
    int m_positions = 0;
    /// The first position of the logarithmic walk: 1 where the minimum lies below it.
    int m_firstStep = 0;
};

} // namespace pipegantt
