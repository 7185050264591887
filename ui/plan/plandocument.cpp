// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/plan/plandocument.h"

#include "core/format/file.h"
#include "core/format/planfile.h"
#include "core/format/planinput.h"
#include "core/schedule/catalogue.h"

#include <QFile>
#include <QFileInfo>
#include <QUndoCommand>

#include <utility>

namespace pipegantt {

/// One edit. Holds whichever plan is not the document's at the moment, and swaps.
class ChangePlan : public QUndoCommand
{
public:
    ChangePlan(PlanDocument& document, const Plan& plan, const QString& description,
        PlanDocument::Gesture gesture)
        : QUndoCommand(description)
        , m_document(document)
        , m_other(plan)
        , m_gesture(gesture)
    {
    }

    void redo() override { swap(); }
    void undo() override { swap(); }
    [[nodiscard]] int id() const override { return m_gesture == 0 ? -1 : 1; }

    /// The newer command has been done already, so the document holds its plan, and this one still
    /// holds the plan from before the gesture.
    bool mergeWith(const QUndoCommand* newer) override
    {
        if (static_cast<const ChangePlan*>(newer)->m_gesture != m_gesture)
            return false;
        setObsolete(m_document.plan() == m_other);
        return true;
    }

private:
    void swap()
    {
        const Plan before = m_document.plan();
        m_document.apply(std::exchange(m_other, before));
    }

    PlanDocument& m_document;
    Plan m_other;
    PlanDocument::Gesture m_gesture;
};

/// The same of the view.
class ChangeView : public QUndoCommand
{
public:
    ChangeView(PlanDocument& document, const PlanView& view, const QString& description)
        : QUndoCommand(description)
        , m_document(document)
        , m_other(view)
    {
    }

    void redo() override { swap(); }
    void undo() override { swap(); }

private:
    void swap()
    {
        const PlanView before = m_document.view();
        m_document.applyView(std::exchange(m_other, before));
    }

    PlanDocument& m_document;
    PlanView m_other;
};

PlanDocument::PlanDocument(QObject* parent)
    : QObject(parent)
{
    connect(&m_history, &QUndoStack::cleanChanged, this,
        [this](bool clean) { emit modifiedChanged(!clean); });
}

void PlanDocument::change(const Plan& plan, const QString& description, Gesture gesture)
{
    Plan next = plan;
    next.source = sourceAfter(m_plan, plan);
    if (next != m_plan)
        m_history.push(new ChangePlan(*this, next, description, gesture));
}

void PlanDocument::changeView(const PlanView& view, const QString& description)
{
    if (view != m_view)
        m_history.push(new ChangeView(*this, view, description));
}

void PlanDocument::start(const Plan& plan)
{
    restore(plan, {}, false);
}

void PlanDocument::restore(
    const Plan& plan, const QString& path, bool modified, const PlanView& view)
{
    m_history.clear();
    if (modified)
        m_history.resetClean();
    setPath(path);
    emit started();
    applyView(view);
    apply(plan);
}

Result<void> PlanDocument::load(const QString& path)
{
    // A pipe would keep the window waiting for its writer.
    if (const QFileInfo file(path); file.exists() && !file.isFile())
        return failure(ErrorCode::CannotRead, {path.toStdString(), "it is no regular file"});
    const Result<PlanInput> input = readPlanInput(QFile::encodeName(path).toStdString());
    if (!input)
        return failure(input);
    if (Result<void> runnable = entry(input->plan.schedule).check(input->plan); !runnable)
        return runnable;
    // A schedule CSV is imported: saving must not put a plan in its place.
    if (input->scheduleCsv)
        restore(input->plan, {}, true);
    else
        restore(input->plan, path, false, input->view);
    return {};
}

Result<void> PlanDocument::save(const QString& path)
{
    Result<void> written =
        writeFileAtomically(QFile::encodeName(path).toStdString(), planText(m_plan, m_view));
    if (written) {
        m_history.setClean();
        setPath(path);
    }
    return written;
}

void PlanDocument::setPath(const QString& path)
{
    if (path == m_path)
        return;
    m_path = path;
    emit pathChanged();
}

void PlanDocument::apply(const Plan& plan)
{
    m_plan = plan;
    emit planChanged();
}

void PlanDocument::applyView(const PlanView& view)
{
    if (view == m_view)
        return;
    m_view = view;
    emit viewChanged();
}

} // namespace pipegantt
