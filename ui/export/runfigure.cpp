// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/export/runfigure.h"

#include "core/figure/layout.h"
#include "core/figure/svg.h"
#include "core/format/planfile.h"
#include "ui/export/pagepainter.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>

#include <memory>

namespace pipegantt {

using namespace Qt::StringLiterals;

Result<Page> runFigure(const Run& run, const FigureChoice& choice)
{
    FigureOptions options;
    options.widthMm = choice.widthMm;
    options.look = choice.dark ? &darkLook() : &lightLook();
    options.words = wordsFor(choice.language.toStdString()).value_or(englishWords());
    options.planText = planText(run.plan);
    return layoutPage({run.plan, run.schedule, run.timeline, run.metrics, run.part()}, options);
}

Result<void> copyFigure(const Run& run, const FigureChoice& choice)
{
    const Result<Page> page = runFigure(run, choice);
    if (!page)
        return failure(page);
    constexpr double dpi = 300;
    return copyPage(*page, dpi);
}

Result<void> copyPage(const Page& page, double dpi)
{
    const Result<QImage> image = pageImage(page, dpi);
    if (!image)
        return failure(image);
    auto data = std::make_unique<QMimeData>();
    data->setImageData(*image);
    data->setData(u"image/svg+xml"_s, QByteArray::fromStdString(svgText(page)));
    QGuiApplication::clipboard()->setMimeData(data.release());
    return {};
}

} // namespace pipegantt
