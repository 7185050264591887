// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/plan/plansection.h"

namespace pipegantt {

class StageTimes;

/// The time of one micro-batch: forward, backward, hop latency, their unit and their source.
class TimeSection : public PlanSection
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TimeSection)

public:
    explicit TimeSection(PlanEdit& edit, QWidget* parent = nullptr);

protected:
    void show(const Plan& plan) override;
    void retranslate() override;

private:
    NumberSlider* m_forward;
    NumberSlider* m_backward;
    NumberSlider* m_comm;
    StageTimes* m_stageTimes;
    QComboBox* m_unit;
    QLabel* m_source;
};

} // namespace pipegantt
