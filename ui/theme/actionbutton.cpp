// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/actionbutton.h"

#include <QAction>
#include <QToolButton>

namespace pipegantt {

QToolButton* actionButton(QAction* action)
{
    auto* button = new QToolButton;
    button->setFocusPolicy(Qt::TabFocus);
    button->setIconSize({20, 20});
    // Not setDefaultAction: a button's own words stay its own, and its shortcut the action's.
    const auto follow = [button, action] {
        button->setIcon(action->icon());
        button->setEnabled(action->isEnabled());
        button->setCheckable(action->isCheckable());
        button->setChecked(action->isChecked());
        button->setToolTip(action->toolTip());
        button->setAccessibleName(action->statusTip());
    };
    QObject::connect(action, &QAction::changed, button, follow);
    QObject::connect(button, &QToolButton::clicked, action, [action, follow] {
        action->trigger();
        // One of several that exclude each other stays checked.
        follow();
    });
    follow();
    return button;
}

} // namespace pipegantt
