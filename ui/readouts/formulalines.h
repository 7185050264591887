// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/run/run.h"
#include "core/schedule/closedform.h"
#include "ui/readouts/formula.h"

#include <QCoreApplication>

#include <vector>

namespace pipegantt {

/// The lines of small print that hold a simulated number against the formula which the catalogue
/// has for it: the formula, its value for this plan, and what keeps the simulation from it.
class FormulaLines
{
    Q_DECLARE_TR_FUNCTIONS(ReadoutText)

public:
    /// Of the share of device time that `counted` stands for: the bubble, or the efficiency.
    static std::vector<Formula> ofShare(const Run& run, Term counted, Ratio simulated);
    static std::vector<Formula> ofMakespan(const Run& run);
    /// Of the activations in micro-batches that the fullest device holds at most; no more than
    /// their amount where the formula is not this plan's.
    static Formula ofPeak(const Plan& plan, Ratio held);

private:
    static QString reason(const Plan& plan, FormulaGap gap);
    static QString conditions(const Plan& plan);
    static QString noFormula();
    static QString gap(
        const Plan& plan, const QString& published, const QString& simulated, FormulaGap why);
};

} // namespace pipegantt
