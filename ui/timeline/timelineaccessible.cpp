// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/timeline/timelineaccessible.h"

#include "ui/timeline/timelineview.h"

namespace pipegantt {

namespace {

QAccessibleInterface* make(const QString&, QObject* object)
{
    auto* view = qobject_cast<TimelineView*>(object);
    return view == nullptr ? nullptr : new TimelineAccessible(view);
}

} // namespace

TimelineAccessible::TimelineAccessible(TimelineView* view)
    : QAccessibleWidget(view, QAccessible::Chart)
    , m_view(view)
{
}

QString TimelineAccessible::text(QAccessible::Text which) const
{
    return which == QAccessible::Value ? m_view->cardText() : QAccessibleWidget::text(which);
}

void TimelineAccessible::install()
{
    static const bool kInstalled = [] {
        QAccessible::installFactory(make);
        return true;
    }();
    Q_UNUSED(kInstalled)
}

} // namespace pipegantt
