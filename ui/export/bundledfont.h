// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFont>

namespace pipegantt {

/// Makes the bundled face known to the application, once. Needs a QGuiApplication.
void loadBundledFont();

/// The face of all text: the bundled family first, then the system's simplified Chinese.
QFont bundledFont();

/// Creates a QGuiApplication where there is none, for a program that paints without a screen; it
/// never connects to a display unless QT_QPA_PLATFORM asks for one. Call before any other Qt
/// object, from main's thread. False where a QCoreApplication without a GUI is in the way.
bool ensureGuiApplication();

} // namespace pipegantt
