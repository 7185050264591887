// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/plan/plansection.h"

namespace pipegantt {

/// The shape of the pipeline: P, M, V and the order of the backward passes.
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
    NumberSlider* m_microbatches;
    NumberSlider* m_chunks;
    NumberSlider* m_group;
    QComboBox* m_backwardOrder;
    QLabel* m_backwardOrderName;
};

} // namespace pipegantt
