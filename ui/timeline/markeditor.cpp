// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/timeline/markeditor.h"

#include "core/plan/planview.h"
#include "ui/timeline/timelineview.h"

#include <QKeyEvent>

#include <algorithm>
#include <utility>

namespace pipegantt {

namespace {

constexpr int kWidthPx = 200;
constexpr int kTimePx = 90; // what the flag says besides the name

} // namespace

MarkEditor::MarkEditor(TimelineView& chart)
    : QLineEdit(&chart)
    , m_chart(chart)
{
    setObjectName(QStringLiteral("markName"));
    setMaxLength(kLongestMarkName);
    hide();
    connect(&chart.viewport(), &Viewport::changed, this, &MarkEditor::place);
    connect(&chart.marks(), &Marks::relaid, this, [this] { finish(false); });
    connect(&chart.marks(), &Marks::changed, this, &MarkEditor::place);
}

void MarkEditor::open(std::size_t mark)
{
    if (!m_chart.marks().place(mark))
        return;
    m_mark = mark;
    setPlaceholderText(tr("Name of the mark"));
    setAccessibleName(tr("Name of the mark"));
    setText(QString::fromStdString(m_chart.marks().all()[mark].name));
    place();
    show();
    raise();
    setFocus(Qt::ShortcutFocusReason);
    selectAll();
}

void MarkEditor::place()
{
    if (!m_mark)
        return;
    const auto when = m_chart.marks().place(*m_mark);
    if (!when) {
        finish(false);
        return;
    }
    const ChartLayout& layout = m_chart.layout();
    const double x = layout.bars.left() + m_chart.viewport().scale().toPx(*when);
    // Over the whole flag.
    const QRectF flag = m_chart.marks().flag(*m_mark, layout, m_chart.viewport().scale());
    const int width =
        std::min(std::max(kWidthPx, static_cast<int>(flag.width()) + kTimePx), m_chart.width());
    const int most = m_chart.width() - width;
    resize(width, sizeHint().height());
    move(std::clamp(static_cast<int>(x), 0, most), static_cast<int>(layout.flags.top()));
}

bool MarkEditor::event(QEvent* event)
{
    // Letters and Esc are commands of the chart, but not here.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (!(key->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
            && key->key() < Qt::Key_F1) {
            event->accept();
            return true;
        }
    }
    return QLineEdit::event(event);
}

void MarkEditor::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        finish(true);
        return;
    case Qt::Key_Escape:
        finish(false);
        return;
    default:
        QLineEdit::keyPressEvent(event);
        // No key of a field is one of the chart behind it.
        event->accept();
    }
}

void MarkEditor::focusOutEvent(QFocusEvent* event)
{
    QLineEdit::focusOutEvent(event);
    // A menu of the field, or another window, gives the focus back.
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason)
        finish(true);
}

void MarkEditor::finish(bool take)
{
    const auto mark = std::exchange(m_mark, std::nullopt);
    if (!mark)
        return;
    if (hasFocus())
        m_chart.setFocus(Qt::OtherFocusReason);
    hide();
    if (take)
        emit named(*mark, text().simplified());
}

} // namespace pipegantt
