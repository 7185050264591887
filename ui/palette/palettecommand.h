// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

#include <functional>

namespace pipegantt {

/// A thing that the command palette offers: its words, how else it can be had, and what it does.
struct PaletteCommand
{
    /// Stable across sessions and languages: what was used lately is remembered by it.
    QString id;
    /// In the window's language.
    QString title;
    /// What kind of thing it is: the menu, or "Schedule".
    QString group;
    /// The title in the other languages, and other names.
    QStringList also;
    /// Further text to search, in every language.
    QStringList words;
    /// Its shortcuts, as a person reads them.
    QStringList keys;
    /// Why it cannot be used now; empty where it can.
    QString reason;
    std::function<void()> run;
};

} // namespace pipegantt
