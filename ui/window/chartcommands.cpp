// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/chartcommands.h"

#include "ui/timeline/timelineview.h"
#include "ui/window/actions.h"

#include <QAction>

#include <array>

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

} // namespace

void connectChart(const Actions& actions, TimelineView& chart)
{
    for (const Command& command : kCommands)
        QObject::connect(actions[command.id], &QAction::triggered, &chart, command.slot);
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
