// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/error.h"
#include "core/plan/plan.h"

#include <QObject>
#include <QString>
#include <QUndoStack>

namespace pipegantt {

/// The plan being edited, its history and its file. `change` is the only way to edit it, so every
/// edit can be undone.
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

    [[nodiscard]] QUndoStack& history() { return m_history; }
    /// Where the plan is stored; empty for a new one.
    [[nodiscard]] const QString& path() const { return m_path; }
    [[nodiscard]] bool isModified() const { return !m_history.isClean(); }

    /// Starts a new document at `plan`, without history and without a file.
    void start(const Plan& plan);
    /// Starts a document as an earlier session left it.
    void restore(const Plan& plan, const QString& path, bool modified);
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
    void pathChanged();
    void modifiedChanged(bool modified);

private:
    friend class ChangePlan;
    void apply(const Plan& plan);
    void setPath(const QString& path);

    Plan m_plan;
    QUndoStack m_history;
    QString m_path;
    Gesture m_lastGesture = 0;
};

} // namespace pipegantt
