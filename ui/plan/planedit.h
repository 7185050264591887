// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/plan/plandocument.h"

#include <QObject>

#include <optional>

namespace pipegantt {

/// The panel's hand on the document: holds the gesture in progress, and lets only plans through
/// that can be run.
class PlanEdit : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PlanEdit)

public:
    explicit PlanEdit(PlanDocument& document, QObject* parent = nullptr);

    [[nodiscard]] PlanDocument& document() const { return m_document; }

    /// Everything proposed until `end` is one undo step.
    void begin();
    void end();
    /// The plan that an edit starts from: within a gesture the one from before it, so that what a
    /// drag cuts off comes back when the drag does.
    [[nodiscard]] const Plan& base() const;
    /// Makes `plan` the document's if it can be run; else says why not and changes nothing.
    Result<void> propose(const Plan& plan, const QString& description);

private:
    PlanDocument& m_document;
    std::optional<Plan> m_base;
    PlanDocument::Gesture m_gesture = 0;
};

/// Whether `plan` can be run: its numbers and the rules of its schedule.
Result<void> checkRunnable(const Plan& plan);

/// `plan` with P = `stages`: a list of stage times is cut, or goes on with the common time.
Plan withStages(Plan plan, int stages);

} // namespace pipegantt
