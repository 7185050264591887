// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/browser/coversheet.h"
#include "ui/palette/palettedelegate.h"
#include "ui/palette/palettemodel.h"

class QKeyEvent;
class QLabel;
class QLineEdit;
class QListView;

namespace pipegantt {

/// Everything that the window can do, found by a few letters and done by Return. The search keeps
/// the focus all the time; the arrow keys walk the list.
class CommandPalette : public CoverSheet
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CommandPalette)

public:
    explicit CommandPalette(QWidget* parent);

    /// Shows `commands` with an empty search; `recent` are ids, the latest first.
    void offer(std::vector<PaletteCommand> commands, const QStringList& recent);
    void setTheme(const Theme& theme);

signals:
    /// A command with this id is about to run.
    void chosen(const QString& id);

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void retranslate();
    /// Makes the panel no higher than what is found.
    void fitPanel();
    void search(const QString& text);
    void choose(const QModelIndex& index);
    bool keyInSearch(QKeyEvent* event);

    PaletteModel m_model;
    PaletteDelegate m_delegate;
    QLineEdit* m_search;
    QListView* m_list;
    QLabel* m_nothing;
};

} // namespace pipegantt
