// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/panels.h"

#include <QEvent>
#include <QSplitter>

#include <algorithm>
#include <cstddef>

namespace pipegantt {

void Panels::Panel::show() const
{
    widget->setVisible(action->isChecked() && !held);
}

Panels::Panels(const Actions& actions, Settings& settings, QObject* parent)
    : QObject(parent)
    , m_actions(actions)
    , m_settings(settings)
{
}

void Panels::add(ActionId action, const QString& id, QWidget& panel, QWidget* focus)
{
    QAction* shown = m_actions[action];
    shown->setChecked(true);
    const std::size_t place = m_panels.size();
    m_panels.push_back({shown, id, &panel});
    connect(shown, &QAction::toggled, this, [this, place] { m_panels[place].show(); });
    connect(shown, &QAction::triggered, this, [this, focus](bool on) {
        store();
        if (on && focus != nullptr)
            focus->setFocus();
    });
}

void Panels::gather(QSplitter& area)
{
    m_areas.push_back(&area);
    for (int i = 0; i < area.count(); ++i)
        area.widget(i)->installEventFilter(this);
}

void Panels::holdBack(ActionId action, bool held)
{
    const auto panel = std::ranges::find(m_panels, m_actions[action], &Panel::action);
    if (panel == m_panels.end() || panel->held == held)
        return;
    panel->held = held;
    panel->show();
}

bool Panels::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::ShowToParent || event->type() == QEvent::HideToParent)
        hideEmptyAreas();
    return QObject::eventFilter(watched, event);
}

void Panels::restore()
{
    const QStringList hidden = m_settings.value(setting::kHiddenPanels);
    for (const Panel& panel : m_panels)
        panel.action->setChecked(!hidden.contains(panel.id));
}

void Panels::store()
{
    QStringList hidden;
    for (const Panel& panel : m_panels) {
        if (!panel.action->isChecked())
            hidden += panel.id;
    }
    m_settings.set(setting::kHiddenPanels, hidden);
}

void Panels::hideEmptyAreas()
{
    for (QSplitter* area : m_areas) {
        bool any = false;
        for (int i = 0; i < area->count(); ++i)
            any = any || !area->widget(i)->isHidden();
        area->setVisible(any);
    }
}

} // namespace pipegantt
