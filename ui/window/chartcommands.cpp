// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/chartcommands.h"

#include "ui/timeline/timelineview.h"
#include "ui/window/actions.h"

#include <QAction>
#include <QMenu>

#include <array>
#include <utility>

namespace pipegantt {

namespace {

/// An action and the slot of the chart that does it.
struct Command
{
    ActionId id;
    void (TimelineView::*slot)();
};

constexpr std::array kCommands {
    // Edit
    Command {ActionId::MoveEarlier, &TimelineView::moveEarlier},
    Command {ActionId::MoveLater, &TimelineView::moveLater},
    Command {ActionId::MoveStageUp, &TimelineView::moveStageUp},
    Command {ActionId::MoveStageDown, &TimelineView::moveStageDown},
    // Chart
    Command {ActionId::Fit, &TimelineView::fit},
    Command {ActionId::ZoomIn, &TimelineView::zoomIn},
    Command {ActionId::ZoomOut, &TimelineView::zoomOut},
    Command {ActionId::PanLeft, &TimelineView::panLeft},
    Command {ActionId::PanRight, &TimelineView::panRight},
    Command {ActionId::ZoomToSelection, &TimelineView::zoomToSelection},
    // Select
    Command {ActionId::NextOperation, &TimelineView::nextOperation},
    Command {ActionId::PreviousOperation, &TimelineView::previousOperation},
    Command {ActionId::DeviceAbove, &TimelineView::deviceAbove},
    Command {ActionId::DeviceBelow, &TimelineView::deviceBelow},
    Command {ActionId::Predecessor, &TimelineView::predecessor},
    Command {ActionId::Successor, &TimelineView::successor},
    Command {ActionId::Dependencies, &TimelineView::nextLinks},
    Command {ActionId::SelectAll, &TimelineView::selectAll},
    Command {ActionId::ExtendLater, &TimelineView::extendLater},
    Command {ActionId::ExtendEarlier, &TimelineView::extendEarlier},
    Command {ActionId::ExtendUp, &TimelineView::extendUp},
    Command {ActionId::ExtendDown, &TimelineView::extendDown},
    Command {ActionId::MeasureHere, &TimelineView::measureHere},
    Command {ActionId::Clear, &TimelineView::clear},
    // Playback
    Command {ActionId::Play, &TimelineView::togglePlay},
    Command {ActionId::StepForward, &TimelineView::stepForward},
    Command {ActionId::StepBack, &TimelineView::stepBack},
    Command {ActionId::ToStart, &TimelineView::toStart},
    Command {ActionId::ToEnd, &TimelineView::toEnd},
};

/// The same of its rows.
struct RowCommand
{
    ActionId id;
    void (ChartRows::*slot)();
};

constexpr std::array kRowCommands {
    RowCommand {ActionId::NextRows, &ChartRows::nextKind},
    RowCommand {ActionId::HideRow, &ChartRows::hide},
    RowCommand {ActionId::PinRow, &ChartRows::pin},
    RowCommand {ActionId::MoveRowUp, &ChartRows::moveUp},
    RowCommand {ActionId::MoveRowDown, &ChartRows::moveDown},
    RowCommand {ActionId::ShowAllRows, &ChartRows::showAll},
    RowCommand {ActionId::ZoomRowsIn, &ChartRows::zoomIn},
    RowCommand {ActionId::ZoomRowsOut, &ChartRows::zoomOut},
    RowCommand {ActionId::ScrollRowsUp, &ChartRows::scrollUp},
    RowCommand {ActionId::ScrollRowsDown, &ChartRows::scrollDown},
};

constexpr std::array<std::pair<ActionId, RowsBy>, 3> kRowKinds {{
    {ActionId::RowsByDevice, RowsBy::Device},
    {ActionId::RowsByChunk, RowsBy::Chunk},
    {ActionId::RowsByStage, RowsBy::Stage},
}};

constexpr std::array kRowMenu {ActionId::HideRow, ActionId::PinRow, ActionId::MoveRowUp,
    ActionId::MoveRowDown, ActionId::ShowAllRows};

void connectRows(const Actions& actions, TimelineView& chart)
{
    ChartRows& rows = chart.rows();
    for (const RowCommand& command : kRowCommands)
        QObject::connect(actions[command.id], &QAction::triggered, &rows, command.slot);
    const auto follow = [&actions, &rows] {
        for (const auto& [id, by] : kRowKinds)
            actions[id]->setChecked(rows.order().by() == by);
    };
    for (const auto& [id, by] : kRowKinds) {
        QObject::connect(actions[id], &QAction::triggered, &rows, [&rows, follow, kind = by] {
            rows.setBy(kind);
            follow();
        });
    }
    QObject::connect(&rows, &ChartRows::changed, &rows, follow);
    follow();
    QObject::connect(actions[ActionId::Lanes], &QAction::toggled, &chart, &TimelineView::showLanes);
    QObject::connect(
        &chart, &TimelineView::rowMenuAsked, &chart, [&actions, &chart](const QPoint& position) {
            auto* menu = new QMenu(&chart);
            menu->setAttribute(Qt::WA_DeleteOnClose);
            for (const ActionId id : kRowMenu)
                menu->addAction(actions[id]);
            menu->addSeparator();
            for (const auto& [id, by] : kRowKinds)
                menu->addAction(actions[id]);
            menu->popup(position);
        });
}

} // namespace

void connectChart(const Actions& actions, TimelineView& chart)
{
    for (const Command& command : kCommands)
        QObject::connect(actions[command.id], &QAction::triggered, &chart, command.slot);
    connectRows(actions, chart);
    Playback& playback = chart.playback();
    QObject::connect(actions[ActionId::Faster], &QAction::triggered, &playback, &Playback::faster);
    QObject::connect(actions[ActionId::Slower], &QAction::triggered, &playback, &Playback::slower);
    const auto step = [&](ActionId id, PlaybackStep kind, bool forward) {
        QObject::connect(actions[id], &QAction::triggered, &playback, [&playback, kind, forward] {
            forward ? playback.stepForward(kind) : playback.stepBack(kind);
        });
    };
    step(ActionId::NextMicrobatch, PlaybackStep::Microbatch, true);
    step(ActionId::PreviousMicrobatch, PlaybackStep::Microbatch, false);
    step(ActionId::NextPhase, PlaybackStep::Phase, true);
    step(ActionId::PreviousPhase, PlaybackStep::Phase, false);
    QAction* critical = actions[ActionId::CriticalPath];
    QObject::connect(
        critical, &QAction::toggled, &chart.analysis().critical(), &CriticalOverlay::setShown);
}

} // namespace pipegantt
