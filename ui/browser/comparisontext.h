// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/browser/cataloguefilter.h"

#include <QString>

#include <memory>

class QMimeData;

namespace pipegantt {

/// Rows of the table on screen, in the order on screen.
using ShownRows = std::vector<int>;

/// All of them.
ShownRows allRows(const CatalogueFilter& shown);

/// The rows as a Markdown table in the words of the window.
QString markdownText(
    const CatalogueModel& model, const CatalogueFilter& shown, const ShownRows& rows);

/// The rows as CSV: exact numbers under the keys that the command line writes.
QString csvText(const CatalogueModel& model, const CatalogueFilter& shown, const ShownRows& rows);

/// Both: Markdown where text is asked for, CSV where a spreadsheet asks.
std::unique_ptr<QMimeData> comparisonMime(
    const CatalogueModel& model, const CatalogueFilter& shown, const ShownRows& rows);

} // namespace pipegantt
