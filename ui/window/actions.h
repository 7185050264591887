// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/window/actiontable.h"

#include <QAction>
#include <QObject>

#include <array>
#include <vector>

namespace pipegantt {

struct Theme;

inline constexpr std::size_t kMenuCount = static_cast<std::size_t>(ActionMenu::Help) + 1;

/// The tables of all menus, from left to right.
const std::array<ActionTable, kMenuCount>& actionTables();
const ActionRow& actionRow(ActionId id);

/// The text of an action in the window's language, with its mnemonic.
QString actionText(const ActionRow& row);
/// The words of a menu, with its mnemonic.
QString menuText(ActionMenu menu);
/// `&File` and, as Chinese writes it, `文件(&F)` as they read in a sentence.
QString withoutMnemonic(QString text);
/// Keys as a person reads them: arrows as arrows.
QString keyText(const QKeySequence& keys);

/// The actions of the tables.
class Actions : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Actions)

public:
    explicit Actions(QObject* parent = nullptr);

    [[nodiscard]] QAction* operator[](ActionId id) const
    {
        return m_actions[static_cast<std::size_t>(id)];
    }
    [[nodiscard]] const std::array<QAction*, kActionCount>& all() const { return m_actions; }

    /// Gives the chart the keys that work in it, and the window the others.
    void install(QWidget& window, QWidget& chart) const;
    /// Whether an action can be used now; if not, `reason` says why not, translated under the
    /// context "Actions".
    void setAvailable(ActionId id, bool available, const char* reason);
    /// Why the action cannot be used now; empty where it can.
    [[nodiscard]] QString reason(ActionId id) const;

    void retranslate();
    void setTheme(const Theme& theme);

private:
    std::array<QAction*, kActionCount> m_actions {};
    /// For actions that have keys of both kinds: what the keys in the chart trigger.
    std::array<QAction*, kActionCount> m_twins {};
    std::array<const char*, kActionCount> m_reasons {};
};

} // namespace pipegantt
