// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/error.h"

#include <QObject>
#include <QString>

#include <cstddef>
#include <vector>

namespace pipegantt {

class Actions;
class MarkEditor;
struct PaletteCommand;
class PlanDocument;
class TimelineView;

/// Lets the actions that are about marks change those of the document, and the chart show them.
class MarkCommands : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MarkCommands)

public:
    MarkCommands(Actions& actions, PlanDocument& document, TimelineView& chart, QObject* parent);
    ~MarkCommands() override = default;

    /// A command for each mark, which goes to it.
    void addTo(std::vector<PaletteCommand>& commands);

signals:
    /// What cannot be done, and why; empty once that is over.
    void said(const QString& sentence);

private:
    void set();
    void name();
    void rename(std::size_t mark, const QString& name);
    void remove();
    void step(int step);
    void goTo(std::size_t mark);
    void follow();
    bool take(const Result<void>& done);

    Actions& m_actions;
    PlanDocument& m_document;
    TimelineView& m_chart;
    MarkEditor* m_editor;
    bool m_spoke = false;
};

} // namespace pipegantt
