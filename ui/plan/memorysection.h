// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/plan/plansection.h"

namespace pipegantt {

/// Activation memory: what one micro-batch needs and what a device has.
class MemorySection : public PlanSection
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MemorySection)

public:
    explicit MemorySection(PlanEdit& edit, QWidget* parent = nullptr);

protected:
    void show(const Plan& plan) override;
    void retranslate() override;

private:
    void chooseUnit(MemoryLimit::Unit unit);

    NumberSlider* m_limit;
    QComboBox* m_limitUnit;
    QLabel* m_limitUnitName;
};

} // namespace pipegantt
