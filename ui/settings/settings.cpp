// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/settings.h"

namespace pipegantt {

namespace {

constexpr qsizetype kMostRecentFiles = 9;
constexpr qsizetype kMostRecentCommands = 6;

} // namespace

QStringList Settings::recentFiles() const
{
    return value(setting::kRecentFiles).mid(0, kMostRecentFiles);
}

void Settings::addRecentFile(const QString& path)
{
    QStringList files = recentFiles();
    files.removeAll(path);
    files.prepend(path);
    set(setting::kRecentFiles, files.mid(0, kMostRecentFiles));
}

void Settings::removeRecentFile(const QString& path)
{
    QStringList files = recentFiles();
    files.removeAll(path);
    set(setting::kRecentFiles, files);
}

void Settings::addRecentCommand(const QString& id)
{
    QStringList commands = value(setting::kRecentCommands);
    commands.removeAll(id);
    commands.prepend(id);
    set(setting::kRecentCommands, commands.mid(0, kMostRecentCommands));
}

} // namespace pipegantt
