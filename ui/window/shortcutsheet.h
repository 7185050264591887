// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>
#include <QString>

#include <vector>

class QGridLayout;
class QHBoxLayout;

namespace pipegantt {

/// Every shortcut on one sheet, made from the tables of actions.
class ShortcutSheet : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ShortcutSheet)

public:
    struct Line
    {
        QString keys;
        QString text;
    };
    /// A menu, or a place where keys mean something of their own.
    struct Group
    {
        QString title;
        std::vector<Line> lines;
    };

    explicit ShortcutSheet(QWidget* parent = nullptr);

    [[nodiscard]] static std::vector<Group> groups();

private:
    static void fill(QHBoxLayout& columns);
    static void addGroup(QGridLayout* column, const Group& group);
};

} // namespace pipegantt
