// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/readouts/recommendationcard.h"

#include "ui/charts/ink.h"
#include "ui/readouts/advice.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace pipegantt {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPaddingPx = 12;
constexpr double kRadiusPx = 6;

QLabel* addText(QVBoxLayout& layout, const QString& name)
{
    auto* label = new QLabel;
    label->setObjectName(name);
    label->setWordWrap(true);
    label->setTextFormat(Qt::RichText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    layout.addWidget(label);
    return label;
}

/// Sentences a little apart, so that each can be found again; no number is parted from its %.
QString paragraphs(const QStringList& sentences)
{
    QString text;
    for (const QString& sentence : sentences)
        text += u"<p style=\"margin:0 0 4px 0\">"_s + sentence.toHtmlEscaped() + u"</p>"_s;
    return text.replace(u" %"_s, u"\u00A0%"_s);
}

void setInk(QWidget& widget, const QColor& ink)
{
    QPalette palette = widget.palette();
    palette.setColor(QPalette::WindowText, ink);
    widget.setPalette(palette);
}

} // namespace

RecommendationCard::RecommendationCard(QWidget* parent)
    : QWidget(parent)
    , m_theme(&lightTheme())
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kPaddingPx, kPaddingPx - 2, kPaddingPx, kPaddingPx - 2);
    layout->setSpacing(6);
    m_headline = addText(*layout, u"headline"_s);
    m_reasons = addText(*layout, u"reasons"_s);
    m_costs = addText(*layout, u"costs"_s);
    m_costs->hide();

    auto* buttons = new QHBoxLayout;
    layout->addLayout(buttons);
    m_apply = new QPushButton;
    m_apply->setObjectName(u"apply"_s);
    m_apply->setProperty("role", u"primary"_s);
    buttons->addWidget(m_apply);
    buttons->addStretch();
    m_more = new QToolButton;
    m_more->setObjectName(u"more"_s);
    m_more->setCheckable(true);
    m_more->setAutoRaise(true);
    m_more->setToolButtonStyle(Qt::ToolButtonTextOnly);
    buttons->addWidget(m_more);

    connect(m_apply, &QPushButton::clicked, this, [this] { emit applied(m_microbatches); });
    connect(m_more, &QToolButton::toggled, this, [this](bool shown) {
        m_costs->setVisible(shown);
        retranslate();
    });
    setTheme(lightTheme());
    retranslate();
}

void RecommendationCard::setPlan(const Plan& plan)
{
    m_plan = plan;
    retranslate();
}

void RecommendationCard::setTheme(const Theme& theme)
{
    m_theme = &theme;
    m_headline->setFont(uiFont(TypeStep::Title));
    m_reasons->setFont(uiFont(TypeStep::Caption));
    m_costs->setFont(uiFont(TypeStep::Caption));
    setInk(*m_headline, theme.text);
    const QColor small = legibleInk(theme.mutedText, theme.notice, theme.text);
    setInk(*m_reasons, small);
    setInk(*m_costs, small);
    update();
}

void RecommendationCard::retranslate()
{
    const Advice advice = Advice::of(m_plan);
    m_microbatches = advice.microbatches;
    m_headline->setText(advice.headline);
    m_reasons->setText(paragraphs(advice.reasons));
    m_costs->setText(paragraphs(advice.costs));
    m_apply->setText(tr("Apply"));
    m_apply->setAccessibleName(tr("Apply M = %1").arg(m_microbatches));
    m_apply->setVisible(m_microbatches > 0);
    m_more->setText(m_more->isChecked() ? tr("Less") : tr("More"));
    m_more->setAccessibleName(tr("What each direction costs"));
    m_more->setToolTip(tr("What smaller and larger micro-batches cost"));
    m_more->setVisible(!advice.costs.isEmpty());
    setAccessibleName(tr("Recommendation"));
    setAccessibleDescription(advice.headline);
    keepWhole();
}

void RecommendationCard::keepWhole()
{
    // A panel that is too low shall scroll, never cut sentences.
    layout()->activate();
    setMinimumHeight(layout()->heightForWidth(width()));
}

void RecommendationCard::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    keepWhole();
}

void RecommendationCard::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void RecommendationCard::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme->notice);
    painter.drawRoundedRect(rect(), kRadiusPx, kRadiusPx);
}

} // namespace pipegantt
