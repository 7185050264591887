// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/run/run.h"
#include "ui/readouts/formula.h"

#include <QCoreApplication>
#include <QString>

#include <optional>
#include <vector>

namespace pipegantt {

/// How full a device's memory is.
struct MemoryGauge
{
    /// Peak over limit; above 1 where the limit is passed.
    double fill = 0;
    bool over = false;
};

/// The words of one readout: a name, a number large enough for a hall, and how it comes about. The
/// number is always the simulated one.
struct ReadoutText
{
    Q_DECLARE_TR_FUNCTIONS(ReadoutText)

public:
    QString caption;
    QString number;
    std::vector<Formula> lines;
    /// Defines the number and its other conventions; rich text.
    QString definition;
    std::optional<MemoryGauge> gauge;

    static ReadoutText bubble(const Run& run);
    static ReadoutText efficiency(const Run& run);
    static ReadoutText makespan(const Run& run);
    static ReadoutText speedUp(const Run& run);
    static ReadoutText peakMemory(const Run& run);
};

} // namespace pipegantt
