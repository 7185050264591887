// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/timeline/rowchip.h"

#include "ui/theme/theme.h"
#include "ui/timeline/chartrows.h"

#include <QEvent>

namespace pipegantt {

RowChip::RowChip(ChartRows& rows, QWidget* parent)
    : QToolButton(parent)
    , m_rows(rows)
{
    setObjectName(QStringLiteral("rowChip"));
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setProperty("role", QStringLiteral("chip"));
    setFont(uiFont(TypeStep::Caption));
    connect(this, &QToolButton::clicked, &m_rows, &ChartRows::showAll);
    connect(&m_rows, &ChartRows::changed, this, &RowChip::refresh);
    refresh();
}

void RowChip::refresh()
{
    const QString hidden = m_rows.hiddenText();
    setVisible(!hidden.isEmpty());
    if (hidden.isEmpty())
        return;
    setText(tr("%1 · Show all", "what is hidden").arg(hidden));
    setToolTip(tr("Show all rows"));
    setAccessibleName(text());
    adjustSize();
}

void RowChip::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QToolButton::changeEvent(event);
}

} // namespace pipegantt
