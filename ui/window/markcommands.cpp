// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/markcommands.h"

#include "ui/palette/palettecommand.h"
#include "ui/plan/plandocument.h"
#include "ui/text/quantities.h"
#include "ui/timeline/markeditor.h"
#include "ui/timeline/timelineview.h"
#include "ui/window/actions.h"

#include <utility>

namespace pipegantt {

using namespace Qt::StringLiterals;

MarkCommands::MarkCommands(
    Actions& actions, PlanDocument& document, TimelineView& chart, QObject* parent)
    : QObject(parent)
    , m_actions(actions)
    , m_document(document)
    , m_chart(chart)
    , m_editor(new MarkEditor(chart))
{
    const auto on = [&](ActionId id, auto&& slot) {
        connect(actions[id], &QAction::triggered, this, slot);
    };
    on(ActionId::SetMark, [this] { set(); });
    on(ActionId::NameMark, [this] { name(); });
    on(ActionId::RemoveMark, [this] { remove(); });
    on(ActionId::NextMark, [this] { step(1); });
    on(ActionId::PreviousMark, [this] { step(-1); });
    connect(&document, &PlanDocument::viewChanged, this,
        [this] { m_chart.marks().setMarks(m_document.view().marks); });
    connect(&chart.marks(), &Marks::changed, this, &MarkCommands::follow);
    connect(&chart.marks(), &Marks::namingAsked, m_editor, &MarkEditor::open);
    connect(m_editor, &MarkEditor::named, this, &MarkCommands::rename);
    follow();
}

void MarkCommands::follow()
{
    const Marks& marks = m_chart.marks();
    m_actions.setAvailable(ActionId::RemoveMark, marks.atHand().has_value(),
        QT_TRANSLATE_NOOP("Actions", "No mark is at hand: go to one first"));
    for (const ActionId id : {ActionId::NextMark, ActionId::PreviousMark}) {
        m_actions.setAvailable(id, !marks.places().empty(),
            marks.all().empty()
                ? QT_TRANSLATE_NOOP("Actions", "There is no mark yet")
                : QT_TRANSLATE_NOOP("Actions", "All marks are beyond the end of the run"));
    }
}

void MarkCommands::set()
{
    const auto when = m_chart.trueInstantHere();
    if (!when)
        return;
    PlanView view = m_document.view();
    if (!markAt(view, *when)) {
        if (!take(addMark(view, {*when, {}}, m_document.plan().unit)))
            return;
        m_document.changeView(view, tr("Set a mark"));
    }
    m_chart.marks().choose(markAt(m_document.view(), *when));
}

void MarkCommands::name()
{
    Marks& marks = m_chart.marks();
    const auto atHand = marks.atHand();
    if (!atHand || !marks.place(*atHand))
        set();
    const auto mark = marks.atHand();
    const auto place = mark ? marks.place(*mark) : std::nullopt;
    if (!place)
        return;
    m_chart.viewport().reveal(*place, *place);
    m_editor->open(*mark);
}

void MarkCommands::rename(std::size_t mark, const QString& name)
{
    PlanView view = m_document.view();
    if (mark < view.marks.size()
        && take(renameMark(view, mark, name.toStdString(), m_document.plan().unit)))
        m_document.changeView(view, tr("Name the mark"));
}

void MarkCommands::remove()
{
    const auto mark = m_chart.marks().atHand();
    if (!mark)
        return;
    PlanView view = m_document.view();
    view.marks.erase(view.marks.begin() + static_cast<std::ptrdiff_t>(*mark));
    m_document.changeView(view, tr("Remove the mark"));
}

void MarkCommands::step(int step)
{
    const Marks& marks = m_chart.marks();
    const auto chosen = marks.chosen();
    const auto place = chosen ? marks.place(*chosen) : std::nullopt;
    // From the left edge on, what stands there is the next one.
    const Duration from = place
        ? *place
        : m_chart.cursor().value_or(m_chart.viewport().scale().begin() - Duration(step > 0));
    if (const auto next = marks.beside(from, step))
        goTo(*next);
}

void MarkCommands::goTo(std::size_t mark)
{
    Marks& marks = m_chart.marks();
    const auto place = marks.place(mark);
    if (!place)
        return;
    marks.choose(mark);
    m_chart.playback().goTo(*place);
    m_chart.viewport().reveal(*place, *place);
    m_chart.setAccessibleDescription(MarkWords::whole(marks.all()[mark], m_document.plan().unit));
}

bool MarkCommands::take(const Result<void>& done)
{
    if (!done || m_spoke)
        emit said(done ? QString() : errorText(done.error()));
    m_spoke = !done;
    return done.has_value();
}

void MarkCommands::addTo(std::vector<PaletteCommand>& commands)
{
    const Marks& marks = m_chart.marks();
    const TimeUnit unit = m_document.plan().unit;
    for (std::size_t i = 0; i < marks.all().size(); ++i) {
        const Mark& mark = marks.all()[i];
        commands.push_back({.id = u"mark/"_s + QString::number(mark.time.count()),
            .title = tr("Go to mark %1").arg(MarkWords::name(mark, unit)),
            .group = tr("Mark"),
            .also = {u"Go to mark %1"_s.arg(MarkWords::name(mark, unit)),
                MarkWords::name(mark, unit)},
            .words = {durationText(mark.time, unit)},
            .keys = {},
            .reason = marks.place(i) ? QString() : tr("beyond the end of the run"),
            .run = [this, i] {
                m_chart.setFocus();
                goTo(i);
            }});
    }
}

} // namespace pipegantt
