// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/run/run.h"
#include "ui/readouts/readouttext.h"

namespace pipegantt {

/// Adds to the readouts of a run how it differs from a baseline: `Δ −3 slots, shorter` as the first
/// line, and what the baseline has to the definition.
struct BaselineLines
{
    Q_DECLARE_TR_FUNCTIONS(BaselineLines)

public:
    static void addToBubble(ReadoutText& text, const Run& baseline, const Run& run);
    static void addToEfficiency(ReadoutText& text, const Run& baseline, const Run& run);
    static void addToMakespan(ReadoutText& text, const Run& baseline, const Run& run);
    static void addToPeakMemory(ReadoutText& text, const Run& baseline, const Run& run);
};

} // namespace pipegantt
