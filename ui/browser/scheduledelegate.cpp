// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/browser/scheduledelegate.h"

#include "core/schedule/catalogue.h"
#include "ui/text/quantities.h"

#include <QPainter>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace pipegantt {

using namespace Qt::StringLiterals;

namespace {

constexpr int kRowHeightPx = 82;
constexpr int kMarginPx = 12;
constexpr QSize kPicturePx(152, 54);
constexpr int kMarkPx = 3;
constexpr int kBarHeightPx = 4;
constexpr double kDimmed = 0.35;

void drawLine(QPainter& painter, const QRect& area, TypeStep step, const QColor& color,
    const QString& text, Qt::Alignment alignment = Qt::AlignLeft)
{
    const QFont font = uiFont(step);
    painter.setFont(font);
    painter.setPen(color);
    painter.drawText(area, static_cast<int>(alignment | Qt::AlignVCenter) | Qt::TextSingleLine,
        QFontMetrics(font).elidedText(text, Qt::ElideRight, area.width()));
}

/// Text in at most two lines, broken between words, or between characters where it is Chinese.
void drawTwoLines(QPainter& painter, const QRect& area, const QColor& color, const QString& text)
{
    const QFont font = uiFont(TypeStep::Body);
    QTextLayout layout(text, font);
    layout.beginLayout();
    QTextLine first = layout.createLine();
    first.setLineWidth(area.width());
    layout.endLayout();
    const int length = first.textLength();
    const int height = area.height() / 2;
    drawLine(painter, QRect(area.left(), area.top(), area.width(), height), TypeStep::Body, color,
        text.left(length).trimmed());
    drawLine(painter, QRect(area.left(), area.top() + height, area.width(), height), TypeStep::Body,
        color, text.mid(length));
}

} // namespace

ScheduleDelegate::ScheduleDelegate(const CatalogueModel& model, const CatalogueFilter& filter,
    const Thumbnails& thumbnails, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_model(model)
    , m_filter(filter)
    , m_thumbnails(thumbnails)
{
}

QSize ScheduleDelegate::sizeHint(
    const QStyleOptionViewItem& /*option*/, const QModelIndex& /*index*/) const
{
    return {kPicturePx.width(), kRowHeightPx};
}

void ScheduleDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    const int row = m_filter.mapToSource(index).row();
    const auto column = static_cast<CatalogueColumn>(index.column());
    const ComparedPlan& compared = m_model.compared(row);
    paintBackground(*painter, option, row, column);
    switch (column) {
    case CatalogueColumn::Schedule:
        paintSchedule(*painter, option.rect, row);
        break;
    case CatalogueColumn::Bubble:
        paintNumber(*painter, option.rect, index,
            compared.isMeasured() ? compared.bubbleRatio.value() : -1);
        break;
    case CatalogueColumn::PeakMemory: {
        const auto most =
            static_cast<double>(std::max<std::int64_t>(1, m_model.mostMemory().value));
        paintNumber(*painter, option.rect, index,
            compared.isMeasured() ? static_cast<double>(compared.peakMemory.value) / most : -1);
        break;
    }
    default:
        paintNumber(*painter, option.rect, index, -1);
        break;
    }
    painter->restore();
}

void ScheduleDelegate::paintBackground(
    QPainter& painter, const QStyleOptionViewItem& option, int row, CatalogueColumn column) const
{
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    const bool current = m_model.kindOf(row) == m_model.current();
    if (enabled && option.state.testFlag(QStyle::State_Selected))
        painter.fillRect(option.rect, m_theme->notice);
    else if (enabled && option.state.testFlag(QStyle::State_MouseOver))
        painter.fillRect(option.rect, m_theme->field);
    painter.fillRect(
        QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), m_theme->border);
    if (current && column == CatalogueColumn::Schedule) {
        painter.fillRect(QRect(option.rect.topLeft(), QSize(kMarkPx, option.rect.height() - 1)),
            m_theme->accent);
    }
}

void ScheduleDelegate::paintSchedule(QPainter& painter, const QRect& area, int row) const
{
    const ScheduleKind kind = m_model.kindOf(row);
    const CatalogueEntry& known = entry(kind);
    const ComparedPlan& compared = m_model.compared(row);
    const bool refused = compared.refusal.has_value();

    const QRect picture(QPoint(area.left() + kMarkPx + kMarginPx,
                            area.top() + (area.height() - 1 - kPicturePx.height()) / 2),
        kPicturePx);
    const double ratio = painter.device()->devicePixelRatioF();
    painter.setOpacity(refused ? kDimmed : 1);
    const QImage image = m_thumbnails.of(kind, *m_theme->look, kPicturePx * ratio);
    if (!image.isNull())
        painter.drawImage(picture, image);
    painter.setOpacity(1);

    const QRect words(picture.right() + kMarginPx + 4, area.top() + 8,
        area.right() - picture.right() - 2 * kMarginPx, area.height() - 17);
    const int line = words.height() / 3;
    const auto lineAt = [&words, line](int number) {
        return QRect(words.left(), words.top() + number * line, words.width(), line);
    };
    const QColor ink = refused ? m_theme->mutedText : m_theme->text;
    const QString title = QString::fromUtf8(known.title.data());
    drawLine(painter, lineAt(0), TypeStep::Title, ink, title);
    const int end = QFontMetrics(uiFont(TypeStep::Title)).horizontalAdvance(title) + kMarginPx;
    drawLine(painter, lineAt(0).adjusted(end, 1, 0, 1), TypeStep::Caption, m_theme->mutedText,
        QString::fromUtf8(known.id.data()) + u"   ·   "_s
            + translated("Schedule", known.constraints));
    const QString summary = translated("Schedule", known.summary);
    if (refused) {
        drawLine(painter, lineAt(1), TypeStep::Body, ink, summary);
        drawLine(painter, lineAt(2), TypeStep::Caption, m_theme->bad, errorText(*compared.refusal));
    } else {
        drawTwoLines(painter, lineAt(1).united(lineAt(2)), ink, summary);
    }
}

/// A number, and under it a bar of `share` where that is not negative.
void ScheduleDelegate::paintNumber(
    QPainter& painter, const QRect& area, const QModelIndex& index, double share) const
{
    const QRect inner = area.adjusted(kMarginPx, 0, -kMarginPx, -1);
    const bool over = static_cast<CatalogueColumn>(index.column()) == CatalogueColumn::PeakMemory
        && !m_model.compared(m_filter.mapToSource(index).row()).fits;
    const bool plain = share < 0;
    const QColor ink = over ? m_theme->bad : plain ? m_theme->mutedText : m_theme->text;
    drawLine(painter, plain ? inner : inner.adjusted(0, 0, 0, -10), TypeStep::Body, ink,
        index.data().toString(), Qt::AlignRight);
    if (plain)
        return;
    const QRectF groove(inner.left(), inner.center().y() + 8, inner.width(), kBarHeightPx);
    const double width = std::clamp(share, 0.0, 1.0) * groove.width();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme->border);
    painter.drawRoundedRect(groove, 2, 2);
    if (width < 1)
        return;
    painter.setBrush(over ? m_theme->bad : m_theme->accent);
    painter.drawRoundedRect(
        QRectF(groove.left(), groove.top(), std::max(width, 4.0), groove.height()), 2, 2);
}

} // namespace pipegantt
