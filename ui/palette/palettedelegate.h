// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/palette/palettemodel.h"
#include "ui/theme/theme.h"

#include <QStyledItemDelegate>

namespace pipegantt {

/// Paints a row of the palette: the name with the found letters strong, what it is, and at the
/// right its keys; greyed with the reason where it cannot be used.
class PaletteDelegate : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PaletteDelegate)

public:
    explicit PaletteDelegate(const PaletteModel& model, QObject* parent = nullptr);

    void setTheme(const Theme& theme) { m_theme = &theme; }

    [[nodiscard]] QSize sizeHint(
        const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
        const QModelIndex& index) const override;

private:
    /// Paint at the right, or left, of what is free, and take that from it.
    void paintKeys(QPainter& painter, QRect& room, const QStringList& keys, bool usable) const;
    void paintName(QPainter& painter, QRect& room, TypeStep step, const QString& text,
        const std::vector<qsizetype>& places, const QColor& ink) const;

    const PaletteModel& m_model;
    const Theme* m_theme = &lightTheme();
};

} // namespace pipegantt
