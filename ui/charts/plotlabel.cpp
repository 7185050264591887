// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/charts/plotlabel.h"

#include "ui/charts/labelspace.h"

#include <qcustomplot.h>

#include <algorithm>

namespace pipegantt {

QCPItemText* addLabel(QCustomPlot& plot, const QString& layer)
{
    auto* label = new QCPItemText(&plot);
    label->setLayer(layer);
    label->setPositionAlignment(Qt::AlignLeft | Qt::AlignTop);
    label->position->setType(QCPItemPosition::ptAbsolute);
    label->setClipToAxisRect(false);
    label->setSelectable(false);
    label->setVisible(false);
    return label;
}

void styleLabel(QCPItemText& label, const QFont& font, const QColor& ink, const QColor& ground)
{
    label.setFont(font);
    label.setColor(ink);
    label.setBrush(ground);
}

double labelWidth(const QCPItemText& label)
{
    return QFontMetricsF(label.font()).horizontalAdvance(label.text()) + 2;
}

bool putLabel(LabelSpace& space, QCPItemText& label, const QPolygonF& along, int mostLines)
{
    const QSizeF size(labelWidth(label), QFontMetricsF(label.font()).height());
    const std::optional<QRectF> place = space.place(size, along, mostLines);
    label.setVisible(place.has_value());
    if (place)
        label.position->setCoords(place->topLeft());
    return place.has_value();
}

bool putLabel(
    LabelSpace& space, QCPItemText& label, const QStringList& texts, const QPolygonF& along)
{
    return std::ranges::any_of(texts, [&](const QString& text) {
        label.setText(text);
        return putLabel(space, label, along);
    });
}

} // namespace pipegantt
