// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/plan/planedit.h"
#include "ui/plan/scheduleswitch.h"

#include <QToolButton>

namespace pipegantt {

/// Names the plan's schedule, with what it does and its paper as the tooltip; a click asks for the
/// others. Switches to the one that is chosen.
class ScheduleChooser : public QToolButton
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ScheduleChooser)

public:
    explicit ScheduleChooser(PlanEdit& edit, QWidget* parent = nullptr);

    /// Takes the plan to `kind`, as one undo step; says why where the kind cannot run it.
    Result<void> choose(ScheduleKind kind, Cut cut = {});

    /// The plan that a choice starts from.
    [[nodiscard]] Plan origin() const { return m_switch.origin(m_edit.document().plan()); }

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void refresh();

    PlanEdit& m_edit;
    ScheduleSwitch m_switch;
};

} // namespace pipegantt
