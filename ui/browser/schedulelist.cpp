// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/browser/schedulelist.h"

#include <QHeaderView>

#include <array>

namespace pipegantt {

namespace {

/// The columns of the list, and their widths; the first takes what is left.
struct ListColumn
{
    CatalogueColumn column;
    int widthPx;
};
constexpr std::array kColumns {
    ListColumn {CatalogueColumn::Schedule, 0},
    ListColumn {CatalogueColumn::Year, 72},
    ListColumn {CatalogueColumn::Bubble, 116},
    ListColumn {CatalogueColumn::PeakMemory, 132},
};

} // namespace

ScheduleList::ScheduleList(const CatalogueModel& model, CatalogueFilter& filter, QWidget* parent)
    : QTreeView(parent)
    , m_delegate(model, filter, m_thumbnails)
{
    setModel(&filter);
    setItemDelegate(&m_delegate);
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setMouseTracking(true);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    header()->setStretchLastSection(false);
    header()->setSectionsMovable(false);
    header()->setSectionsClickable(true);
    for (int i = 0; i < kCatalogueColumnCount; ++i)
        setColumnHidden(i, true);
    for (const ListColumn& shown : kColumns) {
        const int column = static_cast<int>(shown.column);
        setColumnHidden(column, false);
        header()->setSectionResizeMode(
            column, shown.widthPx == 0 ? QHeaderView::Stretch : QHeaderView::Fixed);
        if (shown.widthPx > 0)
            header()->resizeSection(column, shown.widthPx);
    }
    connect(&m_thumbnails, &Thumbnails::changed, viewport(), qOverload<>(&QWidget::update));
}

void ScheduleList::setTheme(const Theme& theme)
{
    m_delegate.setTheme(theme);
    viewport()->update();
}

} // namespace pipegantt
