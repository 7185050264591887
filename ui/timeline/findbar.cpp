// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/timeline/findbar.h"

#include "ui/text/quantities.h"
#include "ui/timeline/timelineview.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QStyle>
#include <QToolButton>

namespace pipegantt {

using namespace Qt::StringLiterals;

namespace {

/// With the signs of an input method for Chinese as those of the language of queries.
QString narrowed(QString text)
{
    return text.replace(u'＞', u'>').replace(u'＜', u'<').replace(u'％', u'%').replace(u'　', u' ');
}

} // namespace

FindBar::FindBar(TimelineView& chart, QWidget* parent)
    : QFrame(parent)
    , m_chart(chart)
    , m_field(new QLineEdit)
    , m_said(new QLabel)
    , m_previous(new QToolButton)
    , m_next(new QToolButton)
    , m_close(new QToolButton)
{
    setProperty("role", u"card"_s);
    setObjectName(u"find"_s);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(10, 6, 6, 6);
    layout->setSpacing(8);
    layout->addWidget(m_field, 2);
    layout->addWidget(m_said, 3);
    layout->addWidget(m_previous);
    layout->addWidget(m_next);
    layout->addWidget(m_close);
    m_said->setWordWrap(true);
    m_previous->setText(u"↑"_s);
    m_next->setText(u"↓"_s);
    m_close->setText(u"✕"_s);
    m_field->setClearButtonEnabled(true);
    m_field->installEventFilter(this);
    hide();

    Finder& finder = m_chart.analysis().finder();
    connect(m_field, &QLineEdit::textChanged, this,
        [&finder](const QString& text) { finder.search(narrowed(text)); });
    connect(&finder, &Finder::changed, this, &FindBar::say);
    connect(m_previous, &QToolButton::clicked, this, &FindBar::previous);
    connect(m_next, &QToolButton::clicked, this, &FindBar::next);
    connect(m_close, &QToolButton::clicked, this, &FindBar::dismiss);
    retranslate();
}

void FindBar::open()
{
    show();
    m_chart.analysis().finder().search(narrowed(m_field->text()));
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void FindBar::dismiss()
{
    m_chart.analysis().finder().search({});
    m_chart.setFocus(Qt::OtherFocusReason);
    hide();
}

void FindBar::step(int step)
{
    if (isHidden()) {
        open();
        return;
    }
    Finder& finder = m_chart.analysis().finder();
    if (const auto target = finder.step(step, m_chart.target()))
        m_chart.showTarget(*target);
}

QString FindBar::said() const
{
    return m_said->text();
}

void FindBar::say()
{
    const Finder& finder = m_chart.analysis().finder();
    QString text;
    if (finder.error())
        text = errorText(*finder.error());
    else if (!finder.hits())
        text = m_field->text().isEmpty() ? QString() : tr("searching …");
    else if (finder.hits()->size() == 0)
        text = tr("nothing found");
    else if (finder.current())
        text = tr("%1 of %2")
                   .arg(finder.hits()->ordinal(*finder.current()))
                   .arg(finder.hits()->size());
    else
        text =
            finder.hits()->size() == 1 ? tr("1 found") : tr("%1 found").arg(finder.hits()->size());
    m_said->setText(text);
    const bool any = finder.hits() && finder.hits()->size() > 0;
    m_previous->setEnabled(any);
    m_next->setEnabled(any);
    const bool wrong = finder.error().has_value();
    const QString role = wrong ? u"bad"_s : u"muted"_s;
    if (m_said->property("role").toString() != role) {
        m_said->setProperty("role", role);
        m_said->style()->unpolish(m_said);
        m_said->style()->polish(m_said);
    }
}

void FindBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

bool FindBar::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        switch (key->key()) {
        case Qt::Key_Return:
        case Qt::Key_Enter:
            step(key->modifiers().testFlag(Qt::ShiftModifier) ? -1 : 1);
            return true;
        case Qt::Key_Escape:
            dismiss();
            return true;
        default:
            break;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void FindBar::retranslate()
{
    m_field->setPlaceholderText(tr("F12, 0F3, stage 3, device 2, mb 5, bubble > 5, wait message"));
    m_field->setAccessibleName(tr("Search the chart"));
    m_field->setToolTip(
        tr("<p><b>F12</b>, <b>B3</b>, <b>W7</b>: passes of a micro-batch; <b>0F3</b>: of a stage; "
           "<b>F3.1</b>: of a slice</p>"
           "<p><b>stage 3</b>, <b>device 2</b>, <b>mb 5</b>, <b>chunk 1</b>, <b>slice 0</b></p>"
           "<p><b>bubble &gt; 5</b>, <b>bubble &gt;= 10%</b> of the makespan, <b>length &lt; "
           "2</b></p>"
           "<p><b>wait message</b>, <b>warm-up</b>, <b>drain</b>, <b>dependency</b>, "
           "<b>imbalance</b></p>"
           "<p>Several words must all hold.</p>"));
    m_previous->setToolTip(tr("The hit before (Shift+Return)"));
    m_next->setToolTip(tr("The next hit (Return)"));
    m_close->setToolTip(tr("Close the search (Esc)"));
    say();
}

} // namespace pipegantt
