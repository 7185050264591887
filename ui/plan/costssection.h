// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/plan/choicerow.h"
#include "ui/plan/plansection.h"

#include <vector>

class QToolButton;

namespace pipegantt {

/// What real systems cost beyond the times of passes: the optimizer, recomputation and pairs, links
/// and messages, jitter, and what a device holds beside activations. Folded, because lectures need
/// none of it; the fold says in how many numbers the plan differs from the usual.
class CostsSection : public PlanSection
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CostsSection)

public:
    explicit CostsSection(PlanEdit& edit, QWidget* parent = nullptr);

    /// Whether the plan has this number at present, folded or not.
    [[nodiscard]] bool offers(const NumberSlider& number) const;
    void unfold();

signals:
    /// The numbers have been unfolded.
    void opened();

protected:
    void show(const Plan& plan) override;
    void retranslate() override;

private:
    void fold();

    QToolButton* m_fold;
    std::vector<NumberSlider*> m_costs;
    ChoiceRow m_messages;
    int m_unusual = 0; ///< numbers that differ from the usual
};

} // namespace pipegantt
