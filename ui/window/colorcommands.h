// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

#include <cstddef>

namespace pipegantt {

class Actions;
class Settings;
class TimelineView;

/// Lets the actions that are about colours drive `chart`, which begins with those of the last time.
class ColorCommands : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ColorCommands)

public:
    ColorCommands(
        Actions& actions, TimelineView& chart, Settings& settings, QObject* parent = nullptr);
    ~ColorCommands() override = default;

private:
    void choose(std::size_t at);
    /// Checks the action of the colours on screen; causes of idle time are of devices alone.
    void follow();

    Actions& m_actions;
    TimelineView& m_chart;
    Settings& m_settings;
};

} // namespace pipegantt
