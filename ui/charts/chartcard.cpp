// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/charts/chartcard.h"

#include "ui/charts/ink.h"

#include <qcustomplot.h>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>
#include <QVBoxLayout>

#include <algorithm>

namespace pipegantt {

namespace {

constexpr int kPaddingPx = 14;
constexpr double kRadiusPx = 6;
constexpr int kHeadingGapPx = 16;

int headingHeightPx()
{
    return QFontMetrics(uiFont(TypeStep::Title)).height();
}

} // namespace

ChartCard::ChartCard(QWidget* parent)
    : QWidget(parent)
    , m_plot(new QCustomPlot(this))
    , m_theme(&lightTheme())
{
    m_plot->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_plot->setFocusPolicy(Qt::NoFocus);
    m_plot->setNoAntialiasingOnDrag(true);
    // It has no picture where it has no size, as in a card that is hidden.
    m_plot->setMinimumSize(40, 40);
    m_plot->layer(QStringLiteral("overlay"))->setMode(QCPLayer::lmBuffered);
    // The last labels of both axes need room beyond the axes' ends.
    m_plot->axisRect()->setMinimumMargins(QMargins(30, 12, 14, 20));

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(
        kPaddingPx - 4, kPaddingPx + headingHeightPx() + 4, kPaddingPx - 8, 6);
    layout->addWidget(m_plot);
    ChartCard::setTheme(lightTheme());
}

QSize ChartCard::sizeHint() const
{
    return {520, 286};
}

QSize ChartCard::minimumSizeHint() const
{
    return {260, 190};
}

void ChartCard::setTheme(const Theme& theme)
{
    m_theme = &theme;
    const QFont font = uiFont(TypeStep::Caption);
    const QColor line = blended(inkColor(theme.look->axis), theme.card, 0.6);
    m_plot->setBackground(QBrush(theme.card));
    for (QCPAxis* axis : m_plot->axisRect()->axes()) {
        axis->setTickLabelFont(font);
        axis->setTickLabelColor(theme.mutedText);
        axis->setBasePen(QPen(line));
        axis->setTickPen(QPen(line));
        axis->setSubTickPen(Qt::NoPen);
        axis->setTickLength(0, 4);
        axis->grid()->setPen(QPen(theme.border));
        axis->grid()->setZeroLinePen(Qt::NoPen);
    }
    // The heights of the rules say what is read off them; ends and upright rules would be noise.
    m_plot->yAxis->setBasePen(Qt::NoPen);
    m_plot->yAxis->setTickPen(Qt::NoPen);
    m_plot->yAxis2->setBasePen(Qt::NoPen);
    m_plot->yAxis2->setTickPen(Qt::NoPen);
    m_plot->xAxis->grid()->setVisible(false);
    update();
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void ChartCard::setHeading(const QString& title, const QString& subtitle)
{
    m_title = title;
    m_subtitle = subtitle;
    update();
}

void ChartCard::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ChartCard::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme->border, 1));
    painter.setBrush(m_theme->card);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), kRadiusPx, kRadiusPx);

    const QFont titleFont = uiFont(TypeStep::Title);
    const QFontMetrics titleMetrics(titleFont);
    const int baseline = kPaddingPx - 2 + titleMetrics.ascent();
    painter.setFont(titleFont);
    painter.setPen(m_theme->text);
    painter.drawText(QPoint(kPaddingPx, baseline),
        titleMetrics.elidedText(m_title, Qt::ElideRight, width() - 2 * kPaddingPx));

    const QRect box = subtitleBox();
    const QFont subtitleFont = uiFont(TypeStep::Caption);
    painter.setFont(subtitleFont);
    painter.setPen(m_theme->mutedText);
    painter.drawText(QPoint(box.left(), baseline),
        QFontMetrics(subtitleFont).elidedText(m_subtitle, Qt::ElideRight, box.width()));
}

QRect ChartCard::subtitleBox() const
{
    const int left = kPaddingPx + QFontMetrics(uiFont(TypeStep::Title)).horizontalAdvance(m_title)
        + kHeadingGapPx;
    return {left, kPaddingPx - 2, std::max(0, width() - kPaddingPx - left), headingHeightPx()};
}

bool ChartCard::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const QRect box = subtitleBox();
        const QFontMetrics metrics(uiFont(TypeStep::Caption));
        if (box.contains(help->pos()) && metrics.horizontalAdvance(m_subtitle) > box.width()) {
            QToolTip::showText(help->globalPos(), m_subtitle, this, box);
            return true;
        }
    }
    return QWidget::event(event);
}

} // namespace pipegantt
