// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/figure/page.h"
#include "core/run/run.h"

#include <QString>

namespace pipegantt {

/// What can be chosen about a figure of the window.
struct FigureChoice
{
    double widthMm = 174;
    bool dark = false;
    /// Language of the words, as `QLocale::name()` or BCP 47; one that figures have no words in
    /// gets English.
    QString language;
};

/// The figure of `run`, with its plan inside: the same picture that the command line writes.
Result<Page> runFigure(const Run& run, const FigureChoice& choice);

/// Puts the figure on the clipboard, as a picture and as SVG at once.
Result<void> copyFigure(const Run& run, const FigureChoice& choice);

/// The same for a figure that is laid out already, its picture at `dpi`.
Result<void> copyPage(const Page& page, double dpi);

} // namespace pipegantt
