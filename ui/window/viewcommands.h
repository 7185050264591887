// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QString>

#include <cstddef>

namespace pipegantt {

class Actions;
class PlanDocument;
class TimelineView;

/// Keeps what the chart shows under the keys 1 to 9, in the document, and shows it again: the
/// window of time, the colours, and what rows are.
class ViewCommands : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ViewCommands)

public:
    ViewCommands(Actions& actions, PlanDocument& document, TimelineView& chart, QObject* parent);
    ~ViewCommands() override = default;

signals:
    /// Why a view cannot be shown; empty once that is over.
    void said(const QString& sentence);

private:
    void keep(std::size_t at);
    void show(std::size_t at);
    void showWindow(std::size_t at);
    void follow();
    void say(const QString& sentence);

    Actions& m_actions;
    PlanDocument& m_document;
    TimelineView& m_chart;
    bool m_spoke = false;
};

} // namespace pipegantt
