// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/plan/planedit.h"
#include "ui/plan/scheduleswitch.h"

#include <QComboBox>

namespace pipegantt {

/// Chooses the plan's schedule: name and year of each, what it does and its paper as the tooltip.
class ScheduleChooser : public QComboBox
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ScheduleChooser)

public:
    explicit ScheduleChooser(PlanEdit& edit, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    void choose(int index);
    void refresh();
    void retranslate();

    PlanEdit& m_edit;
    ScheduleSwitch m_switch;
};

} // namespace pipegantt
