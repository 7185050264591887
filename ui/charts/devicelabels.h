// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPolygonF>

#include <vector>

class QCPItemText;

namespace pipegantt {

class LabelSpace;

/// Puts each of `labels` beside its line of `lines`, at its highest level where that is free. Where
/// there is no room beside every line, only the first and the last keep their label.
void placeDeviceLabels(const LabelSpace& space, const std::vector<QCPItemText*>& labels,
    const std::vector<QPolygonF>& lines);

} // namespace pipegantt
