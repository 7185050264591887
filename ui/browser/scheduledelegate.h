// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/browser/cataloguefilter.h"
#include "ui/browser/thumbnails.h"
#include "ui/theme/theme.h"

#include <QStyledItemDelegate>

namespace pipegantt {

/// Paints a schedule of the browser's list: its picture, name, one line and conditions, and in the
/// columns behind the year, and bubble and memory with a bar.
class ScheduleDelegate : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ScheduleDelegate)

public:
    ScheduleDelegate(const CatalogueModel& model, const CatalogueFilter& filter,
        const Thumbnails& thumbnails, QObject* parent = nullptr);

    void setTheme(const Theme& theme) { m_theme = &theme; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
        const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(
        const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintBackground(QPainter& painter, const QStyleOptionViewItem& option, int row,
        CatalogueColumn column) const;
    void paintSchedule(QPainter& painter, const QRect& area, int row) const;
    void paintNumber(
        QPainter& painter, const QRect& area, const QModelIndex& index, double share) const;

    const CatalogueModel& m_model;
    const CatalogueFilter& m_filter;
    const Thumbnails& m_thumbnails;
    const Theme* m_theme = &lightTheme();
};

} // namespace pipegantt
