// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/settings/settings.h"
#include "ui/window/actions.h"

#include <QObject>

#include <vector>

class QSplitter;

namespace pipegantt {

/// The parts of the window that a person can hide, each by an action that is checked while the part
/// is there. What is hidden is remembered.
class Panels : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Panels)

public:
    Panels(const Actions& actions, Settings& settings, QObject* parent = nullptr);

    /// Lets `action` show and hide `panel`, which is remembered as `id`. Keyboard focus goes to
    /// `focus`, if there is one, when a person shows the panel.
    void add(ActionId action, const QString& id, QWidget& panel, QWidget* focus = nullptr);
    /// `area` is hidden while all that is in it is.
    void gather(QSplitter& area);
    /// Hides a panel as long as others need its room, without a change of what is remembered.
    void holdBack(ActionId action, bool held);
    /// As the settings say.
    void restore();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Panel
    {
        QAction* action;
        QString id;
        QWidget* widget;
        bool held = false;

        void show() const;
    };

    void store();
    void hideEmptyAreas();

    const Actions& m_actions;
    Settings& m_settings;
    std::vector<Panel> m_panels;
    std::vector<QSplitter*> m_areas;
};

} // namespace pipegantt
