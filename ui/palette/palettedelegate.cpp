// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/palette/palettedelegate.h"

#include <QPainter>
#include <QTextLayout>

#include <algorithm>

namespace pipegantt {

using namespace Qt::StringLiterals;

namespace {

constexpr int kRowHeightPx = 36;
constexpr int kMarginPx = 16;
constexpr int kGapPx = 12;
constexpr int kCapGapPx = 6;
constexpr int kCapPaddingPx = 6;
constexpr qsizetype kMostKeys = 2;

} // namespace

PaletteDelegate::PaletteDelegate(const PaletteModel& model, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_model(model)
{
}

QSize PaletteDelegate::sizeHint(
    const QStyleOptionViewItem& /*option*/, const QModelIndex& /*index*/) const
{
    return {200, kRowHeightPx};
}

void PaletteDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const PaletteCommand& command = m_model.command(index.row());
    const PaletteModel::Row& found = m_model.row(index.row());
    const bool usable = command.reason.isEmpty();
    if (option.state.testFlag(QStyle::State_Selected)) {
        painter->fillRect(option.rect, m_theme->notice);
        painter->fillRect(
            QRect(option.rect.topLeft(), QSize(3, option.rect.height())), m_theme->accent);
    } else if (option.state.testFlag(QStyle::State_MouseOver)) {
        painter->fillRect(option.rect, m_theme->field);
    }
    QRect room = option.rect.adjusted(kMarginPx, 0, -kMarginPx, 0);
    paintKeys(*painter, room, command.keys, usable);
    paintName(*painter, room, TypeStep::Body, command.title, found.places,
        usable ? m_theme->text : m_theme->mutedText);
    room.setLeft(room.left() + kGapPx);
    if (!found.also.isEmpty()) {
        paintName(
            *painter, room, TypeStep::Caption, found.also, found.alsoPlaces, m_theme->mutedText);
        room.setLeft(room.left() + kGapPx);
    }
    paintName(*painter, room, TypeStep::Caption, usable ? command.group : command.reason, {},
        m_theme->mutedText);
    painter->restore();
}

void PaletteDelegate::paintKeys(
    QPainter& painter, QRect& room, const QStringList& keys, bool usable) const
{
    const QFont font = uiFont(TypeStep::Caption);
    const QFontMetrics metrics(font);
    painter.setFont(font);
    const QStringList shown = keys.mid(0, kMostKeys);
    for (auto key = shown.crbegin(); key != shown.crend(); ++key) {
        const int width =
            std::max(metrics.horizontalAdvance(*key) + 2 * kCapPaddingPx, metrics.height() + 4);
        QRectF cap(room.right() - width, 0, width, metrics.height() + 4);
        cap.moveTop(room.center().y() - cap.height() / 2);
        painter.setPen(QPen(m_theme->border, 1));
        painter.setBrush(m_theme->field);
        painter.drawRoundedRect(cap.translated(0.5, 0.5), 3, 3);
        painter.setPen(usable ? m_theme->text : m_theme->mutedText);
        painter.drawText(cap.translated(0.5, 0), Qt::AlignCenter, *key);
        room.setRight(room.right() - width - kCapGapPx);
    }
}

void PaletteDelegate::paintName(QPainter& painter, QRect& room, TypeStep step, const QString& text,
    const std::vector<qsizetype>& places, const QColor& ink) const
{
    if (room.width() <= kGapPx || text.isEmpty())
        return;
    const QFont font = uiFont(step);
    QTextLayout layout(QFontMetrics(font).elidedText(text, Qt::ElideRight, room.width()), font);
    QList<QTextLayout::FormatRange> strong;
    for (const qsizetype place : places) {
        QTextLayout::FormatRange range {static_cast<int>(place), 1, {}};
        range.format.setFontWeight(QFont::Bold);
        range.format.setForeground(m_theme->accent);
        strong.append(range);
    }
    layout.setFormats(strong);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(1e6);
    layout.endLayout();
    painter.setPen(ink);
    layout.draw(&painter, QPointF(room.left(), room.center().y() - line.height() / 2 + 1));
    room.setLeft(room.left() + static_cast<int>(line.naturalTextWidth()));
}

} // namespace pipegantt
