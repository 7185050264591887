// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/compare/planpicture.h"

#include "ui/timeline/framepainter.h"

#include <QPainter>

#include <algorithm>

namespace pipegantt {

const QImage& PlanPicture::paint(const Request& request)
{
    const Run& run = *request.run;
    const ChartLayout& chart = *request.chart;
    const double ratio = chart.devicePixelRatio;
    const TimeScale& scale = request.scale;
    m_idle.setRun(request.colorBy == ColorBy::IdleCause ? request.run : nullptr);
    const ColorBy colorBy = request.colorBy == ColorBy::IdleCause && m_idle.parts() == nullptr
        ? ColorBy::Kind
        : request.colorBy;
    m_image = m_raster.paint({
        .run = &run,
        .look = request.theme->look,
        .colorBy = colorBy,
        .idle = m_idle.parts(),
        .background = toColor(request.theme->window),
        .scale = {scale.begin(), scale.end(), scale.width() * ratio},
        .rows = chart.rows,
        .devicePixelRatio = ratio,
        .detailed = true,
        .cursor = request.cursor,
    });
    ChartLayout own = chart;
    own.bars.moveTopLeft({0, 0});
    QPainter painter(&m_image);
    m_labels.paint(painter, run, own, scale, Fills(*request.theme->look, run.schedule, colorBy),
        request.cursor);
    const double end = std::max(scale.toPx(run.timeline.makespan), 0.0);
    if (end < scale.width()) {
        painter.fillRect(
            QRectF(end, 0, scale.width() - end + 1, own.bars.height() + 1), request.theme->window);
    }
    return m_image;
}

} // namespace pipegantt
