// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/error.h"
#include "core/plan/plan.h"
#include "core/plan/planview.h"

#include <QObject>
#include <QString>
#include <QUndoStack>

namespace pipegantt {

/// The plan being edited, how it is looked at, their history and their file. `change` and
/// `changeView` are the only ways to edit them, so every edit can be undone.
class PlanDocument : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PlanDocument)

public:
    /// Edits of one gesture (one drag of one slider) become one undo step; 0 stands alone.
    using Gesture = int;

    explicit PlanDocument(QObject* parent = nullptr);

    [[nodiscard]] const Plan& plan() const { return m_plan; }
    /// A number for a gesture that begins now.
    Gesture beginGesture() { return ++m_lastGesture; }
    /// Makes `plan` the plan, as one undo step, merged with the step before if that was of the same
    /// gesture. No step where nothing changes, none left where a gesture returns to its beginning.
    void change(const Plan& plan, const QString& description, Gesture gesture = 0);

    /// The marks and saved views that are kept with the plan.
    [[nodiscard]] const PlanView& view() const { return m_view; }
    /// Makes `view` the view, as one undo step that stands alone. No step where nothing changes.
    void changeView(const PlanView& view, const QString& description);

    [[nodiscard]] QUndoStack& history() { return m_history; }
    /// Where the plan is stored; empty for a new one.
    [[nodiscard]] const QString& path() const { return m_path; }
    [[nodiscard]] bool isModified() const { return !m_history.isClean(); }

    /// Starts a new document at `plan`, without marks, history and file.
    void start(const Plan& plan);
    /// Starts a document as an earlier session left it.
    void restore(const Plan& plan, const QString& path, bool modified, const PlanView& view = {});
    /// Reads the file; on failure the document is as it was. A schedule CSV becomes a new document
    /// without a file.
    Result<void> load(const QString& path);
    /// Writes the file atomically and makes it the document's own; on failure the file on disk and
    /// the document are as they were.
    Result<void> save(const QString& path);

signals:
    /// Another document begins: a new, loaded or restored one.
    void started();
    void planChanged();
    void viewChanged();
    void pathChanged();
    void modifiedChanged(bool modified);

private:
    friend class ChangePlan;
    friend class ChangeView;
    void apply(const Plan& plan);
    void applyView(const PlanView& view);
    void setPath(const QString& path);

    Plan m_plan;
    PlanView m_view;
    QUndoStack m_history;
    QString m_path;
    Gesture m_lastGesture = 0;
};

} // namespace pipegantt
