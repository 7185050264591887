// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/plan/schedulechooser.h"

#include "core/schedule/catalogue.h"
#include "ui/text/quantities.h"

#include <QEvent>
#include <QWheelEvent>

namespace pipegantt {

using namespace Qt::StringLiterals;

ScheduleChooser::ScheduleChooser(PlanEdit& edit, QWidget* parent)
    : QComboBox(parent)
    , m_edit(edit)
{
    for (const CatalogueEntry& known : catalogue()) {
        addItem(u"%1   ·   %2"_s.arg(QString::fromUtf8(known.title.data())).arg(known.year),
            static_cast<int>(known.kind));
    }
    setSizeAdjustPolicy(QComboBox::AdjustToContents);
    setFocusPolicy(Qt::StrongFocus);
    connect(this, &QComboBox::activated, this, &ScheduleChooser::choose);
    connect(&edit.document(), &PlanDocument::planChanged, this, &ScheduleChooser::refresh);
    connect(&edit.document(), &PlanDocument::started, this, [this] { m_switch.forget(); });
    retranslate();
}

void ScheduleChooser::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QComboBox::changeEvent(event);
}

void ScheduleChooser::wheelEvent(QWheelEvent* event)
{
    event->ignore();
}

void ScheduleChooser::choose(int index)
{
    const auto kind = static_cast<ScheduleKind>(itemData(index).toInt());
    const Plan& plan = m_edit.document().plan();
    if (kind == plan.schedule)
        return;
    const QString title = QString::fromUtf8(entry(kind).title.data());
    if (!m_edit.propose(m_switch.switched(plan, kind), tr("Choose %1").arg(title)))
        refresh();
}

void ScheduleChooser::refresh()
{
    const int index = findData(static_cast<int>(m_edit.document().plan().schedule));
    setCurrentIndex(index);
    setToolTip(itemData(index, Qt::ToolTipRole).toString());
}

void ScheduleChooser::retranslate()
{
    setAccessibleName(tr("Schedule"));
    for (int i = 0; i < count(); ++i) {
        const CatalogueEntry& known = entry(static_cast<ScheduleKind>(itemData(i).toInt()));
        setItemData(i,
            u"<p><b>%1</b> — %2</p><p>%3</p>"_s.arg(QString::fromUtf8(known.title.data()),
                translated("Schedule", known.summary).toHtmlEscaped(),
                QString::fromUtf8(known.paper.data()).toHtmlEscaped()),
            Qt::ToolTipRole);
    }
    refresh();
}

} // namespace pipegantt
