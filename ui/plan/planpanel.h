// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/plan/planedit.h"

#include <QScrollArea>

#include <vector>

class QVBoxLayout;

namespace pipegantt {

class CostsSection;
class NumberSlider;
class PlanSection;

/// The side panel: every number of the plan, in sections, scrolling where the window is low.
class PlanPanel : public QScrollArea
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PlanPanel)

public:
    explicit PlanPanel(PlanEdit& edit, QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    /// Puts `widget` under the sections, to scroll with them; the panel's content owns it until
    /// another layout takes it.
    void append(QWidget* widget);
    /// The numbers that the plan has at present, folded ones among them.
    [[nodiscard]] std::vector<NumberSlider*> numbers() const;
    /// Gives the focus to one of `numbers`, unfolded and in sight.
    void reveal(NumberSlider* number);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    std::vector<PlanSection*> m_sections;
    CostsSection* m_costs;
    QVBoxLayout* m_layout;
};

} // namespace pipegantt
