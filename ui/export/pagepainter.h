// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/error.h"
#include "core/figure/page.h"

#include <QImage>
#include <QRectF>

#include <string>

class QPainter;

namespace pipegantt {

/// The legal resolutions of an exported PNG.
inline constexpr double kLeastDpi = 30;
inline constexpr double kMostDpi = 2400;
/// The most pixels of one picture: 400 MB while it is painted.
inline constexpr qint64 kMostPixels = 100'000'000;

/// Paints `page` so that it fills `target`, whose shape should be the page's. Needs a
/// QGuiApplication.
void paintPage(QPainter& painter, const Page& page, const QRectF& target);

/// The size in pixels of the page's picture at `dpi`.
QSize pagePixels(const Page& page, double dpi);

/// Why a picture of that size is not painted.
Error tooLarge(QSize pixels);

/// The page's picture with its resolution noted. Fails where it would be too large.
Result<QImage> pageImage(const Page& page, double dpi);

/// The bytes of a PNG file, with the resolution as its pHYs and the page's plan as a text chunk.
Result<std::string> pagePng(const Page& page, double dpi);

/// The bytes of a PDF file of one page with real text and embedded fonts.
Result<std::string> pagePdf(const Page& page);

} // namespace pipegantt
