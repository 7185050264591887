// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/shortcutsheet.h"

#include "ui/window/actions.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QRegularExpression>

namespace pipegantt {

using namespace Qt::StringLiterals;

namespace {

/// `&File` and, as Chinese writes it, `文件(&F)`.
QString withoutMnemonic(QString text)
{
    static const QRegularExpression kBracketed(u"\\(&.\\)"_s);
    return text.remove(kBracketed).remove(u'&');
}

} // namespace

ShortcutSheet::ShortcutSheet(QWidget* parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Keyboard shortcuts"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 16);
    layout->setSpacing(16);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(40);
    layout->addLayout(columns);
    const auto addColumn = [columns] {
        auto* column = new QGridLayout;
        column->setHorizontalSpacing(16);
        column->setVerticalSpacing(6);
        columns->addLayout(column);
        return column;
    };

    QGridLayout* column = addColumn();
    for (const ActionMenu menu : kActionMenus) {
        if (menu == ActionMenu::View) {
            column->setRowStretch(column->rowCount(), 1);
            column = addColumn();
        }
        addHeading(column, withoutMnemonic(menuText(menu)));
        for (const ActionRow& row : actionRows()) {
            if (row.menu != menu)
                continue;
            QStringList keys;
            for (const QKeySequence& sequence : row.shortcuts)
                keys += sequence.toString(QKeySequence::NativeText);
            addLine(column, keys.join(u"  "_s), QCoreApplication::translate("Actions", row.tip));
        }
    }
    addHeading(column, tr("In the chart"));
    for (const ChartKey& key : chartKeys())
        addLine(
            column, QString::fromUtf8(key.keys), QCoreApplication::translate("Actions", key.text));
    addHeading(column, tr("On a slider or in a field"));
    addLine(column, u"←  →  ↑  ↓"_s, tr("One step"));
    addLine(column, u"PgUp  PgDn"_s, tr("Twice, half"));
    column->setRowStretch(column->rowCount(), 1);

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
}

void ShortcutSheet::addHeading(QGridLayout* column, const QString& text)
{
    auto* heading = new QLabel(text.toUpper());
    heading->setProperty("role", u"section"_s);
    const int row = column->rowCount();
    if (row > 1)
        column->setRowMinimumHeight(row, 32);
    column->addWidget(heading, row, 0, 1, 2, Qt::AlignBottom);
}

void ShortcutSheet::addLine(QGridLayout* column, const QString& keys, const QString& text)
{
    const int row = column->rowCount();
    auto* name = new QLabel(keys);
    QFont bold = name->font();
    bold.setBold(true);
    name->setFont(bold);
    column->addWidget(name, row, 0);
    column->addWidget(new QLabel(text), row, 1);
    column->setColumnStretch(1, 1);
}

} // namespace pipegantt
