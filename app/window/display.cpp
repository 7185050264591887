// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/display.h"

#include <QLibrary>
#include <QtGlobal>

namespace pipegantt {

using namespace Qt::StringLiterals;

namespace {

/// Whether the X server that DISPLAY names answers. True where nobody can tell.
bool answersX()
{
    using Connect = void* (*)(const char*, int*);
    using HasError = int (*)(void*);
    using Disconnect = void (*)(void*);
    QLibrary xcb(u"xcb"_s, 1);
    const auto connect = reinterpret_cast<Connect>(xcb.resolve("xcb_connect"));
    const auto hasError = reinterpret_cast<HasError>(xcb.resolve("xcb_connection_has_error"));
    const auto disconnect = reinterpret_cast<Disconnect>(xcb.resolve("xcb_disconnect"));
    if (connect == nullptr || hasError == nullptr || disconnect == nullptr)
        return true;
    void* connection = connect(nullptr, nullptr);
    const bool answers = hasError(connection) == 0;
    disconnect(connection);
    return answers;
}

} // namespace

std::string displayTrouble()
{
#ifdef Q_OS_LINUX
    if (qEnvironmentVariableIsSet("QT_QPA_PLATFORM")
        || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY"))
        return {};
    if (qEnvironmentVariableIsEmpty("DISPLAY"))
        return "There is no display: neither DISPLAY nor WAYLAND_DISPLAY is set.";
    if (!answersX())
        return "There is no display: the X server " + qgetenv("DISPLAY").toStdString()
            + " does not answer.";
#endif
    return {};
}

} // namespace pipegantt
