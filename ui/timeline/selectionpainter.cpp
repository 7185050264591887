// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/timeline/selectionpainter.h"

#include "ui/text/quantities.h"

#include <QPainterPath>

#include <algorithm>

namespace pipegantt {

namespace {

constexpr float kVeil = 0.55F;
constexpr double kHandle = 18; // length
constexpr double kHandleWidth = 6;

} // namespace

void SelectionPainter::paint(const ChartSurface& on, const Run& run, const Selection& selection)
{
    if (!selection.box())
        return;
    QPainter& painter = on.painter;
    const QRectF area = on.layout.bars;
    const QRectF box = selection.place(on.layout, on.scale);
    painter.save();
    painter.setClipRect(area.adjusted(-3, -3, 3, 3));
    QColor veil = on.theme.window;
    veil.setAlphaF(kVeil);
    QPainterPath outside;
    outside.addRect(area);
    QPainterPath inside;
    inside.addRect(box.intersected(area));
    painter.fillPath(outside.subtracted(inside), veil);

    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(on.theme.window, 4));
    painter.drawRect(box);
    painter.setPen(QPen(on.theme.accent, 2));
    painter.drawRect(box);
    painter.setPen(QPen(on.theme.window, 1.5));
    painter.setBrush(on.theme.accent);
    const double tall = std::min(kHandle, box.height() - 4);
    const double wide = std::min(kHandle, box.width() - 4);
    const auto handle = [&](QPointF centre, double width, double height) {
        QRectF place(0, 0, width, height);
        place.moveCenter(centre);
        painter.drawRoundedRect(place, 3, 3);
    };
    if (tall >= kHandleWidth) {
        handle({box.left(), box.center().y()}, kHandleWidth, tall);
        handle({box.right(), box.center().y()}, kHandleWidth, tall);
    }
    if (wide >= kHandleWidth) {
        handle({box.center().x(), box.top()}, wide, kHandleWidth);
        handle({box.center().x(), box.bottom()}, wide, kHandleWidth);
    }
    painter.restore();

    const QRectF seen = box.intersected(area);
    if (!seen.isEmpty())
        paintChip(on, sizeText(run, *selection.box()), seen.center().x(), chipTop(on.layout),
            {on.theme.accent, on.theme.accentText});
}

QString SelectionPainter::sizeText(const Run& run, const ChartBox& box)
{
    const int rows = box.lastRow - box.firstRow + 1;
    return tr("%1 × %2").arg(durationText(box.end - box.begin, run.plan.unit),
        rows == 1 ? tr("1 row") : tr("%1 rows").arg(rows));
}

} // namespace pipegantt
