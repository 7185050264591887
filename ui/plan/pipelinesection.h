// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/plan/choice.h"
#include "ui/plan/plansection.h"

#include <utility>
#include <vector>

namespace pipegantt {

/// The shape of the pipeline: P and M, and what else the plan's schedule reads of it: chunks,
/// groups, slices, and its choices.
class PipelineSection : public PlanSection
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PipelineSection)

public:
    explicit PipelineSection(PlanEdit& edit, QWidget* parent = nullptr);

protected:
    void show(const Plan& plan) override;
    void retranslate() override;

private:
    NumberSlider* m_stages;
    NumberSlider* m_microbatches;
    /// Shown where the schedule reads them.
    std::vector<std::pair<Parameter, NumberSlider*>> m_optional;
    std::vector<ChoiceRow> m_choices;
};

} // namespace pipegantt
