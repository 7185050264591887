// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPolygonF>
#include <QString>

#include <limits>

class QCPItemText;
class QCustomPlot;

namespace pipegantt {

class LabelSpace;

/// A new text in `plot`, owned by it, whose position is its top left corner in pixels.
QCPItemText* addLabel(QCustomPlot& plot, const QString& layer);

/// Puts `label` into the freest place beside `along`, over at most `mostLines` cells of drawn
/// lines, and hides it where there is none. Returns whether it is shown.
bool putLabel(LabelSpace& space, QCPItemText& label, const QPolygonF& along,
    int mostLines = std::numeric_limits<int>::max());

/// The width of the label's words in pixels.
double labelWidth(const QCPItemText& label);

} // namespace pipegantt
