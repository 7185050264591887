// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/planner/recommendation.h"

#include <QCoreApplication>
#include <QString>
#include <QStringList>

namespace pipegantt {

/// The recommendation for a plan, in words.
struct Advice
{
    Q_DECLARE_TR_FUNCTIONS(Advice)

public:
    /// `Use M = 32`
    QString headline;
    /// Why, in a few sentences.
    QStringList reasons;
    /// What each direction costs: size of a micro-batch, passes and messages, memory.
    QStringList costs;
    /// The M that can be applied; 0 where the plan uses it already or none fits.
    int microbatches = 0;

    static Advice of(const Plan& plan);

private:
    static QString joined(const QString& first, const QString& second);
    static QString target(const Plan& plan, const Recommendation& recommendation);
    static QString decision(const Plan& plan, const Recommendation& recommendation);
    static QString simulation(const Recommendation& recommendation);
    static QString memory(const Plan& plan, const Recommendation& recommendation);
    static QString size(const Plan& plan, const Recommendation& recommendation);
    static QString sizeRule(const Plan& plan);
    static QString passes(const Plan& plan, std::int64_t microbatches);
    static QString samples(Ratio count);
};

} // namespace pipegantt
