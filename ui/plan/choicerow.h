// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/plan/choice.h"

class QComboBox;
class QLabel;

namespace pipegantt {

/// A choice of the plan as a person makes it: its name, and its words to choose from. The widgets
/// belong to their section.
struct ChoiceRow
{
    Choice choice = Choice::BackwardOrder;
    QComboBox* words = nullptr;
    QLabel* name = nullptr;

    /// Shows what `plan` chooses.
    void show(const Plan& plan) const;
    void setVisible(bool visible) const;
    /// The words, which change with the language.
    void retranslate() const;
};

} // namespace pipegantt
