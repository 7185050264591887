// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace pipegantt {

class MainWindow;

/// Writes a picture of the window to `path` once everything in it has been computed and painted,
/// and ends the event loop: with 0, or with 1 where the picture cannot be written.
void takeScreenshot(MainWindow& window, const QString& path);

} // namespace pipegantt
