// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace pipegantt {

/// The share of a square of one pixel that satisfies `inside`, by sampling its points.
template <class Predicate>
float sampledShare(double left, double top, Predicate inside)
{
    constexpr int kSamples = 16;
    int hits = 0;
    for (int i = 0; i < kSamples * kSamples; ++i) {
        const double x = left + (i % kSamples + 0.5) / kSamples;
        const double y = top + (i / kSamples + 0.5) / kSamples; // NOLINT(*-integer-division)
        hits += inside(x, y) ? 1 : 0;
    }
    return static_cast<float>(hits) / (kSamples * kSamples);
}

} // namespace pipegantt
