// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>

class QGridLayout;

namespace pipegantt {

/// Every shortcut on one sheet, made from the table of actions.
class ShortcutSheet : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ShortcutSheet)

public:
    explicit ShortcutSheet(QWidget* parent = nullptr);

private:
    void addHeading(QGridLayout* column, const QString& text);
    void addLine(QGridLayout* column, const QString& keys, const QString& text);
};

} // namespace pipegantt
