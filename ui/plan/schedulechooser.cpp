// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/plan/schedulechooser.h"

#include "core/schedule/catalogue.h"
#include "ui/text/quantities.h"

#include <QKeyEvent>

#include <algorithm>
#include <array>

namespace pipegantt {

using namespace Qt::StringLiterals;

namespace {

QString shownName(const CatalogueEntry& known)
{
    return u"%1   ·   %2   ▾"_s.arg(QString::fromUtf8(known.title.data())).arg(known.year);
}

} // namespace

ScheduleChooser::ScheduleChooser(PlanEdit& edit, QWidget* parent)
    : QToolButton(parent)
    , m_edit(edit)
{
    setProperty("role", u"field"_s);
    setFocusPolicy(Qt::StrongFocus);
    connect(&edit.document(), &PlanDocument::planChanged, this, &ScheduleChooser::refresh);
    connect(&edit.document(), &PlanDocument::started, this, [this] { m_switch.forget(); });
    refresh();
}

Result<void> ScheduleChooser::choose(ScheduleKind kind, Cut cut)
{
    const Plan& plan = m_edit.document().plan();
    const bool asItIs = cut == Cut {} || cut == Cut {plan.chunks, plan.slices};
    if (kind == plan.schedule && asItIs)
        return {};
    const QString title = QString::fromUtf8(entry(kind).title.data());
    return m_edit.propose(m_switch.switched(plan, kind, cut), tr("Choose %1").arg(title));
}

/// As wide as the longest name of a schedule, so that what stands behind it stays where it is.
QSize ScheduleChooser::sizeHint() const
{
    const QSize own = QToolButton::sizeHint();
    int width = 0;
    for (const CatalogueEntry& known : catalogue())
        width = std::max(width, fontMetrics().horizontalAdvance(shownName(known)));
    return {own.width() - fontMetrics().horizontalAdvance(text()) + width, own.height()};
}

void ScheduleChooser::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QToolButton::changeEvent(event);
}

void ScheduleChooser::keyPressEvent(QKeyEvent* event)
{
    // As a field with a list answers.
    static constexpr std::array kKeys {Qt::Key_Down, Qt::Key_Return, Qt::Key_Enter};
    if (std::ranges::find(kKeys, event->key()) != kKeys.end())
        click();
    else
        QToolButton::keyPressEvent(event);
}

void ScheduleChooser::refresh()
{
    const CatalogueEntry& known = entry(m_edit.document().plan().schedule);
    setText(shownName(known));
    setAccessibleName(tr("Schedule: %1").arg(QString::fromUtf8(known.title.data())));
    setToolTip(u"<p><b>%1</b> — %2</p><p>%3</p>"_s.arg(QString::fromUtf8(known.title.data()),
        translated("Schedule", known.summary).toHtmlEscaped(),
        QString::fromUtf8(known.paper.data()).toHtmlEscaped()));
}

} // namespace pipegantt
