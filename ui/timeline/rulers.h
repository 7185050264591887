// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/run/run.h"
#include "ui/timeline/chartsurface.h"

#include <QCoreApplication>
#include <QObject>

#include <optional>

namespace pipegantt {

/// Two cursors that measure the time between them.
class Rulers : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Rulers)

public:
    explicit Rulers(QObject* parent = nullptr);
    ~Rulers() override = default;

    [[nodiscard]] std::optional<Duration> first() const { return m_first; }
    [[nodiscard]] std::optional<Duration> second() const { return m_second; }

    /// Sets the first, then the second, then a new first.
    void set(Duration time);
    /// A drag from `time`: the second follows it.
    void begin(Duration time);
    void dragTo(Duration time);
    void clear();

signals:
    void changed();

private:
    std::optional<Duration> m_first;
    std::optional<Duration> m_second;
};

/// What two cursors say, in the window's language.
class RulerWords
{
    Q_DECLARE_TR_FUNCTIONS(RulerWords)

public:
    /// `Δ 8 slots · 24.2 % of the makespan · 16 operations`
    static QString between(const Run& run, Duration a, Duration b);
    /// `A 12 slots`
    static QString at(const Run& run, QChar name, Duration time);
};

/// Paints both lines with their chips, and the difference between them.
void paintRulers(const ChartSurface& on, const Run& run, const Rulers& rulers);

/// How many operations run in [begin, end), over all devices, a pair counted once.
std::size_t operationsBetween(const Run& run, Duration begin, Duration end);

} // namespace pipegantt
