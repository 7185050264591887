// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/plan/planedit.h"
#include "ui/text/language.h"
#include "ui/window/actions.h"

#include <QWidget>

class QLabel;
class QMenu;
class QToolButton;

namespace pipegantt {

class ScheduleChooser;

/// The bar above everything: name, schedule, presets, history, playback, language, theme, export.
class TopBar : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TopBar)

public:
    TopBar(PlanEdit& edit, const Actions& actions, QMenu* presets, QWidget* parent = nullptr);

    [[nodiscard]] ScheduleChooser& scheduleChooser() const { return *m_schedule; }
    /// The language that the button leads to.
    void setOtherLanguage(const QString& name);
    /// What a custom order is; empty where there is nothing to say.
    void setRecognized(const QString& sentence);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    ScheduleChooser* m_schedule;
    QLabel* m_scheduleName;
    QLabel* m_recognized;
    QToolButton* m_presets;
    QToolButton* m_language;
    QToolButton* m_export;
};

} // namespace pipegantt
