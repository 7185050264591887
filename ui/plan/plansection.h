// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/plan/choicerow.h"
#include "ui/plan/numberslider.h"
#include "ui/plan/planedit.h"

#include <QWidget>

#include <functional>
#include <vector>

class QComboBox;
class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace pipegantt {

/// A titled group of the side panel. Shows the document's plan and proposes edits to it.
class PlanSection : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PlanSection)

public:
    explicit PlanSection(PlanEdit& edit, QWidget* parent = nullptr);

    /// Shows the document's plan.
    void refresh();

protected:
    void changeEvent(QEvent* event) override;

    /// Shows what `addNumber` has not been told of.
    virtual void show(const Plan& plan) = 0;
    virtual void retranslate() = 0;

    using Read = std::function<std::int64_t(const Plan&)>;
    using Write = std::function<void(Plan&, std::int64_t)>;
    /// Adds a number that `read` takes from the plan and `write` puts into it.
    NumberSlider* addNumber(
        const NumberSpec& spec, NumberSlider::Shape shape, const Read& read, const Write& write);
    /// Adds a choice; the section shows it and gives it its words.
    ChoiceRow addChoice(const ChoiceInfo& row);
    /// Adds a name with `control` on its right.
    QLabel* addRow(QWidget* control);
    void addWidget(QWidget* widget);
    /// Puts `control` at the right of the title.
    void addToTitle(QWidget* control);
    void setTitle(const QString& title);
    [[nodiscard]] PlanEdit& edit() const { return m_edit; }

private:
    struct Number
    {
        NumberSlider* slider;
        Read read;
    };

    PlanEdit& m_edit;
    QLabel* m_title;
    QHBoxLayout* m_titleLine;
    QVBoxLayout* m_layout;
    std::vector<Number> m_numbers;
};

} // namespace pipegantt
