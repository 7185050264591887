// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/figure/timescale.h"
#include "core/run/run.h"
#include "ui/timeline/rows.h"

#include <QCoreApplication>
#include <QString>
#include <QStringList>

#include <cstddef>
#include <optional>

namespace pipegantt {

/// What a place in the chart shows.
struct HoverTarget
{
    enum class Kind
    {
        Nothing,
        Operation,
        Bubble,
        Column, ///< several operations in so little space that they cannot be told apart
    };
    Kind kind = Kind::Nothing;
    int device = 0;
    /// Of a column: how many rows from `device` on share the line of pixels.
    int devices = 1;
    /// The operation, or the one before which the bubble lies; index into Schedule::operations().
    std::optional<std::size_t> operation;
    Duration begin {};
    Duration end {};
    /// The chunk that the row is of; -1 where rows are devices. A bubble of it is where it does not
    /// run, whatever the device does.
    int chunk = -1;

    friend bool operator==(const HoverTarget&, const HoverTarget&) = default;
};

/// What `device` shows at `px` of `scale`; things narrower than `leastPx` are gathered.
HoverTarget targetAt(const Run& run, const TimeScale& scale, int device, double px, double leastPx);

/// The same where rows from `rows.first` to before `rows.last` share a line of pixels.
HoverTarget targetAt(
    const Run& run, const TimeScale& scale, Rows::Range rows, double px, double leastPx);

/// The target of one operation.
HoverTarget targetOf(const Run& run, int device, std::size_t operation);

/// The operation that the target waited for, and where it ran.
struct HoverCause
{
    std::size_t operation = 0;
    int device = 0;
};
std::optional<HoverCause> causeOf(const Run& run, const HoverTarget& target);

/// What a card says about a target, in the window's language.
struct HoverText
{
    QString title;
    QStringList lines;

    friend bool operator==(const HoverText&, const HoverText&) = default;
};

/// Writes the card of a target.
class HoverWords
{
    Q_DECLARE_TR_FUNCTIONS(HoverWords)

public:
    static HoverText describe(const Run& run, const HoverTarget& target);

private:
    static HoverText describeOperation(const Run& run, const HoverTarget& target);
    static QString stagesText(const Run& run, int device, std::size_t operation);
    static HoverText describeBubble(const Run& run, const HoverTarget& target);
    static QStringList causesText(const Run& run, const HoverTarget& target);
    static HoverText describeColumn(const Run& run, const HoverTarget& target);
    static QString devicesText(const HoverTarget& target);
};

} // namespace pipegantt
