// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/plan/plansection.h"

namespace pipegantt {

/// The batch: its size, what is left of it for a micro-batch, and the efficiency to aim for.
class BatchSection : public PlanSection
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BatchSection)

public:
    explicit BatchSection(PlanEdit& edit, QWidget* parent = nullptr);

protected:
    void show(const Plan& plan) override;
    void retranslate() override;

private:
    QLabel* m_sizeName;
    QLabel* m_size;
    QLabel* m_verdict;
};

} // namespace pipegantt
