// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/plan/choicerow.h"

#include "ui/text/quantities.h"

#include <QComboBox>
#include <QLabel>

namespace pipegantt {

void ChoiceRow::show(const Plan& plan) const
{
    words->setCurrentIndex(chosen(plan, choice));
}

void ChoiceRow::setVisible(bool visible) const
{
    words->setVisible(visible);
    name->setVisible(visible);
}

void ChoiceRow::retranslate() const
{
    const ChoiceInfo& known = info(choice);
    const QString title = translated("Parameter", known.title);
    const QString tip = QStringLiteral("<p>%1</p>").arg(translated("Parameter", known.definition));
    name->setText(title);
    name->setToolTip(tip);
    words->setAccessibleName(title);
    words->setToolTip(tip);
    for (std::size_t i = 0; i < known.titles.size(); ++i)
        words->setItemText(static_cast<int>(i), translated("Parameter", known.titles[i]));
}

} // namespace pipegantt
