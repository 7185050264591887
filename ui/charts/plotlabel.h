// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QFont>
#include <QPolygonF>
#include <QStringList>

#include <limits>

class QCPItemText;
class QCustomPlot;

namespace pipegantt {

class LabelSpace;

/// Gives `label` its type and colours; the ground hides rules that run behind the words.
void styleLabel(QCPItemText& label, const QFont& font, const QColor& ink, const QColor& ground);

/// A new text in `plot`, owned by it, whose position is its top left corner in pixels.
QCPItemText* addLabel(QCustomPlot& plot, const QString& layer);

/// Puts `label` into the freest place beside `along`, over at most `mostLines` cells of drawn
/// lines, and hides it where there is none. Returns whether it is shown.
bool putLabel(LabelSpace& space, QCPItemText& label, const QPolygonF& along,
    int mostLines = std::numeric_limits<int>::max());

/// Puts `label` with the first of `texts` for which there is a place.
bool putLabel(
    LabelSpace& space, QCPItemText& label, const QStringList& texts, const QPolygonF& along);

/// The width of the label's words in pixels.
double labelWidth(const QCPItemText& label);

} // namespace pipegantt
