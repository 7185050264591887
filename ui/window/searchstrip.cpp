// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/searchstrip.h"

#include "core/base/ratio.h"
#include "ui/text/quantities.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>

namespace pipegantt {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPatienceMs = 250;

} // namespace

SearchStrip::SearchStrip(QWidget* parent)
    : QFrame(parent)
    , m_words(new QLabel)
    , m_stop(new QPushButton)
{
    setObjectName(u"searchStrip"_s);
    setProperty("role", u"card"_s);
    m_words->setWordWrap(true);
    m_stop->setObjectName(u"stopSearch"_s);
    m_stop->setFocusPolicy(Qt::TabFocus);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 4, 8, 4);
    layout->addWidget(m_words, 1);
    layout->addWidget(m_stop);
    connect(m_stop, &QPushButton::clicked, this, &SearchStrip::stopped);
    // Only while the strip is there: then Escape means the search, and else what it always does.
    connect(new QShortcut(QKeySequence(Qt::Key_Escape), this), &QShortcut::activated, this,
        &SearchStrip::stopped);
    m_patience.setSingleShot(true);
    m_patience.setInterval(kPatienceMs);
    connect(&m_patience, &QTimer::timeout, this, &QWidget::show);
    retranslate();
    hide();
}

void SearchStrip::follow(const Plan& plan, const SearchState& state)
{
    if (!m_state)
        m_patience.start();
    m_state = state;
    m_unit = plan.unit;
    retranslate();
}

void SearchStrip::end()
{
    m_state.reset();
    m_patience.stop();
    hide();
}

void SearchStrip::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void SearchStrip::retranslate()
{
    m_stop->setText(tr("Stop"));
    m_stop->setToolTip(tr("End the search with the best order so far (Esc)"));
    if (!m_state)
        return;
    const QString best = durationText(Duration(m_state->best), m_unit);
    const bool bounded = m_state->bound > 0 && m_state->bound <= m_state->best;
    const Ratio gap {m_state->best - m_state->bound, bounded ? m_state->bound : 1};
    m_words->setText(bounded
            ? tr("Searching for a better order: %1 so far, at most %2 above the bound.")
                  .arg(best, percentText(gap))
            : tr("Searching for a better order: %1 so far.").arg(best));
    setAccessibleName(m_words->text());
}

} // namespace pipegantt
