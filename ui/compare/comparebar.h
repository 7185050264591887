// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/compare/compareset.h"
#include "ui/theme/theme.h"

#include <QList>
#include <QWidget>

#include <vector>

class QAction;
class QHBoxLayout;
class QToolButton;

namespace pipegantt {

class PlanChip;

/// The line over compared charts: which plans are pinned, and how they are shown. Hidden where none
/// is.
class CompareBar : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CompareBar)

public:
    /// What its buttons trigger: `shows` how plans are shown, `adds` in the menu of the button that
    /// adds plans.
    CompareBar(CompareSet& set, const QList<QAction*>& shows, const QList<QAction*>& adds,
        QWidget* parent = nullptr);

    void setTheme(const Theme& theme);

signals:
    /// Pinned plan `index` is to become the current one.
    void exchangeAsked(std::size_t index);

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    void retranslate();

    CompareSet& m_set;
    const Theme* m_theme;
    std::vector<PlanChip*> m_chips;
    QToolButton* m_add;
};

} // namespace pipegantt
