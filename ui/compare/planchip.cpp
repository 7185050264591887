// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/compare/planchip.h"

#include "ui/theme/icon.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QToolButton>

namespace pipegantt {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPadding = 8;
constexpr int kLeastText = 44;

QToolButton* smallButton(const QString& name)
{
    auto* button = new QToolButton;
    button->setObjectName(name);
    button->setIconSize({16, 16});
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace

PlanChip::PlanChip(QWidget* parent)
    : QFrame(parent)
    , m_theme(lightTheme())
    , m_exchange(smallButton(u"exchange"_s))
    , m_unpin(smallButton(u"unpin"_s))
{
    setProperty("role", u"chip"_s);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(kPadding, 1, 2, 1);
    layout->setSpacing(0);
    layout->addStretch(1);
    layout->addWidget(m_exchange);
    layout->addWidget(m_unpin);
    connect(m_exchange, &QToolButton::clicked, this, &PlanChip::exchangeAsked);
    connect(m_unpin, &QToolButton::clicked, this, &PlanChip::unpinAsked);
    retranslate();
}

void PlanChip::setTheme(const Theme& theme)
{
    m_theme = theme;
    m_exchange->setIcon(themedIcon(u"exchange"_s, theme));
    m_unpin->setIcon(themedIcon(u"close"_s, theme));
    update();
}

void PlanChip::setTitle(const QString& title, const QString& trouble)
{
    m_title = title;
    m_trouble = trouble;
    setToolTip(trouble.isEmpty() ? title : title + u'\n' + trouble);
    setAccessibleName(title);
    setAccessibleDescription(trouble);
    retranslate();
    updateGeometry();
    update();
}

QSize PlanChip::sizeHint() const
{
    const QSize buttons = layout()->sizeHint();
    const int text = QFontMetrics(uiFont(TypeStep::Caption)).horizontalAdvance(m_title);
    return {buttons.width() + text + kPadding, buttons.height()};
}

QSize PlanChip::minimumSizeHint() const
{
    const QSize buttons = layout()->sizeHint();
    return {buttons.width() + kLeastText, buttons.height()};
}

void PlanChip::paintEvent(QPaintEvent* event)
{
    QFrame::paintEvent(event);
    QPainter painter(this);
    QFont font = uiFont(TypeStep::Caption);
    font.setStrikeOut(!m_trouble.isEmpty());
    painter.setFont(font);
    painter.setPen(m_trouble.isEmpty() ? m_theme.text : m_theme.mutedText);
    const QRect place(kPadding, 0, m_exchange->x() - kPadding - 4, height());
    painter.drawText(place, Qt::AlignVCenter | Qt::AlignLeft,
        painter.fontMetrics().elidedText(m_title, Qt::ElideRight, place.width()));
}

void PlanChip::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void PlanChip::retranslate()
{
    m_exchange->setToolTip(tr("Make this the current plan, and the current one this"));
    m_exchange->setAccessibleName(tr("Swap “%1” with the current plan").arg(m_title));
    m_unpin->setToolTip(tr("Unpin"));
    m_unpin->setAccessibleName(tr("Unpin “%1”").arg(m_title));
}

} // namespace pipegantt
