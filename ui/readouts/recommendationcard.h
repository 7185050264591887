// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/plan/plan.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QToolButton;

namespace pipegantt {

/// The M to use and why, with a button that applies it, and on request what each direction costs.
class RecommendationCard : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RecommendationCard)

public:
    explicit RecommendationCard(QWidget* parent = nullptr);

    void setPlan(const Plan& plan);
    void setTheme(const Theme& theme);

signals:
    /// The reader takes the advice.
    void applied(int microbatches);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void retranslate();
    void keepWhole();

    Plan m_plan;
    const Theme* m_theme;
    int m_microbatches = 0;
    QLabel* m_headline;
    QLabel* m_reasons;
    QLabel* m_costs;
    QPushButton* m_apply;
    QToolButton* m_more;
};

} // namespace pipegantt
