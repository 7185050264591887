// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/charts/curvepen.h"

#include "ui/charts/ink.h"

#include <QList>

#include <array>

namespace pipegantt {

QPen ownCurvePen(const Theme& theme)
{
    return {inkColor(theme.look->fill(OperationKind::Forward)), 2.2};
}

QPen otherCurvePen(const Theme& theme, std::size_t number)
{
    const std::array<QColor, 4> inks {theme.mutedText,
        inkColor(theme.look->fill(OperationKind::WeightGrad)),
        inkColor(theme.look->fill(OperationKind::Backward)),
        inkColor(theme.look->fill(OperationKind::Recompute))};
    const std::array<QList<qreal>, 4> dashes {
        QList<qreal> {5, 3}, QList<qreal> {1, 2}, QList<qreal> {6, 2, 1, 2}, QList<qreal> {2, 2}};
    QPen pen(inks[number % inks.size()], 1.6);
    pen.setCapStyle(Qt::FlatCap);
    pen.setDashPattern(dashes[number % dashes.size()]);
    return pen;
}

} // namespace pipegantt
