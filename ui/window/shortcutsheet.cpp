// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/shortcutsheet.h"

#include "ui/window/actions.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QScrollArea>

#include <algorithm>

namespace pipegantt {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kColumns = 3;
/// What a heading takes, in lines.
constexpr std::size_t kHeadingLines = 2;
constexpr int kMarginPx = 24;
constexpr int kWidthPx = 1300;

std::size_t linesOf(const ShortcutSheet::Group& group)
{
    return group.lines.size() + kHeadingLines;
}

} // namespace

ShortcutSheet::ShortcutSheet(QWidget* parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Keyboard shortcuts"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 16);
    layout->setSpacing(16);

    auto* content = new QWidget;
    auto* columns = new QHBoxLayout(content);
    columns->setContentsMargins(kMarginPx, kMarginPx, kMarginPx, 0);
    columns->setSpacing(32);
    fill(*columns);
    auto* scroll = new QScrollArea;
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    layout->addWidget(scroll, 1);

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->setContentsMargins(kMarginPx, 0, kMarginPx, 0);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);

    const QSize most = parent == nullptr ? QSize(kWidthPx, 900) : parent->size() - QSize(32, 48);
    const int width = std::min(kWidthPx, most.width());
    const int height = content->heightForWidth(width) + buttons->sizeHint().height() + 40;
    resize(width, std::min(height, most.height()));
}

std::vector<ShortcutSheet::Group> ShortcutSheet::groups()
{
    std::vector<Group> groups;
    for (const ActionTable& table : actionTables()) {
        Group group {withoutMnemonic(menuText(table.menu)), {}};
        QString first;
        for (const ActionRow& row : table.rows) {
            const QString tip = QCoreApplication::translate("Actions", row.tip);
            QStringList keys;
            for (const QKeySequence& sequence : row.allKeys())
                keys += keyText(sequence);
            // A series is one line, from its first key to its last.
            if (row.number > 1)
                group.lines.back().keys = first + u" … "_s + keys.constFirst();
            else
                group.lines.push_back({keys.join(u"  "_s), tip});
            if (row.number == 1)
                first = keys.constFirst();
        }
        groups.push_back(std::move(group));
    }
    groups.push_back({tr("On a slider or in a field"),
        {{u"←  →  ↑  ↓"_s, tr("One step")}, {u"PgUp  PgDn"_s, tr("Twice, half")}}});
    return groups;
}

// Groups stay whole and in their order; a column ends where another group would leave it longer
// than its share by more than it would be shorter without.
void ShortcutSheet::fill(QHBoxLayout& columns)
{
    const std::vector<Group> all = groups();
    std::size_t left = 0;
    for (const Group& group : all)
        left += linesOf(group);
    std::size_t next = 0;
    for (std::size_t i = 0; i < kColumns; ++i) {
        auto* column = new QGridLayout;
        column->setHorizontalSpacing(12);
        column->setVerticalSpacing(5);
        columns.addLayout(column, 1);
        const std::size_t share = left / (kColumns - i);
        std::size_t used = 0;
        while (next < all.size()
            && (used == 0 || i + 1 == kColumns || used + linesOf(all[next]) / 2 <= share)) {
            used += linesOf(all[next]);
            addGroup(column, all[next++]);
        }
        left -= used;
        column->setRowStretch(column->rowCount(), 1);
    }
}

void ShortcutSheet::addGroup(QGridLayout* column, const Group& group)
{
    auto* heading = new QLabel(group.title.toUpper());
    heading->setProperty("role", u"section"_s);
    const int top = column->rowCount();
    if (top > 1)
        column->setRowMinimumHeight(top, 32);
    column->addWidget(heading, top, 0, 1, 2, Qt::AlignBottom);
    for (const Line& line : group.lines) {
        const int row = column->rowCount();
        auto* keys = new QLabel(line.keys);
        QFont bold = keys->font();
        bold.setBold(true);
        keys->setFont(bold);
        column->addWidget(keys, row, 0, Qt::AlignTop);
        auto* text = new QLabel(line.text);
        text->setWordWrap(true);
        column->addWidget(text, row, 1);
    }
    column->setColumnStretch(1, 1);
}

} // namespace pipegantt
