// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/charts/devicelabels.h"

#include "ui/charts/labelspace.h"
#include "ui/charts/plotlabel.h"

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>

namespace pipegantt {

void placeDeviceLabels(const LabelSpace& space, const std::vector<QCPItemText*>& labels,
    const std::vector<QPolygonF>& lines)
{
    constexpr int fewLines = 6;
    const auto highest = [](const QPolygonF& line) {
        return std::ranges::min_element(line, {}, [](const QPointF& p) { return p.y(); });
    };
    const auto place = [&](std::size_t device, LabelSpace& free, int mostLines) {
        // Along the device's highest level first: there its line is furthest from the others.
        const QPolygonF& line = lines[device];
        const qsizetype from = std::distance(line.begin(), highest(line));
        QCPItemText& label = *labels[device];
        return putLabel(free, label, line.mid(from), mostLines)
            || putLabel(free, label, line.mid(0, from + 1), mostLines);
    };

    // Lines of one height lie on each other for most of the time: which is which, shade tells.
    bool apart = true;
    for (std::size_t i = 1; i < lines.size(); ++i) {
        const double height = QFontMetricsF(labels[i]->font()).height();
        apart = apart && std::abs(highest(lines[i])->y() - highest(lines[i - 1])->y()) >= height;
    }
    LabelSpace forAll = space;
    for (std::size_t i = 0; apart && i < lines.size(); ++i)
        apart = place(i, forAll, fewLines);
    if (apart)
        return;
    LabelSpace forEnds = space;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const bool end = i == 0 || i + 1 == lines.size();
        labels[i]->setVisible(end && place(i, forEnds, 2 * fewLines));
    }
}

} // namespace pipegantt
