// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/browser/comparisonview.h"

#include <QHeaderView>

namespace pipegantt {

namespace {

constexpr int kRowPx = 30;
constexpr int kLeastColumnPx = 56;

} // namespace

ComparisonView::ComparisonView(CatalogueFilter& filter, QWidget* parent)
    : QTableView(parent)
{
    setModel(&filter);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(kRowPx);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsClickable(true);
    horizontalHeader()->setMinimumSectionSize(kLeastColumnPx);
    horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    // Reasons are long: where there is no room, they are scrolled to.
    horizontalHeader()->setStretchLastSection(true);
}

} // namespace pipegantt
