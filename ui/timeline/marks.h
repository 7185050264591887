// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/plan/planview.h"
#include "core/run/run.h"
#include "ui/timeline/chartsurface.h"

#include <QCoreApplication>
#include <QObject>
#include <QString>

#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

namespace pipegantt {

/// The marks on the chart. Their times are of the whole run; where a run is held in part, each
/// stands where its time is drawn, or at the break that leaves it out. What lies beyond the end of
/// the run stays, and is not drawn.
class Marks : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Marks)

public:
    explicit Marks(QObject* parent = nullptr);
    ~Marks() override = default;

    void setRun(std::shared_ptr<const Run> run);
    void setMarks(std::vector<Mark> marks);
    [[nodiscard]] const std::vector<Mark>& all() const { return m_marks; }

    /// Where a mark stands on the chart; nothing where it is beyond the end.
    [[nodiscard]] std::optional<Duration> place(std::size_t mark) const;
    /// How many stand nowhere.
    [[nodiscard]] int beyond() const;
    /// The places of all that have one.
    [[nodiscard]] std::vector<Duration> places() const;

    /// The mark that commands are about: under the mouse, or else chosen.
    [[nodiscard]] std::optional<std::size_t> atHand() const;
    /// Chooses a mark, or none.
    void choose(std::optional<std::size_t> mark);
    [[nodiscard]] std::optional<std::size_t> chosen() const { return m_chosen; }

    /// The mark whose flag is at `position`.
    [[nodiscard]] std::optional<std::size_t> flagAt(
        QPointF position, const ChartLayout& layout, const TimeScale& scale) const;
    /// The flag of a mark, as large as its name.
    [[nodiscard]] QRectF flag(
        std::size_t mark, const ChartLayout& layout, const TimeScale& scale) const;
    /// The mouse is at `position`. Whether it is over a flag.
    bool pointAt(QPointF position, const ChartLayout& layout, const TimeScale& scale);
    /// The mouse is pressed there: chooses the mark. Whether there was one.
    bool press(QPointF position, const ChartLayout& layout, const TimeScale& scale);

    /// The same of a double click, which asks for a name.
    bool doubleClick(QPointF position, const ChartLayout& layout, const TimeScale& scale);

    /// The mark after the place `from` (1), or the one before it (-1); from the other end where
    /// there is none.
    [[nodiscard]] std::optional<std::size_t> beside(Duration from, int step) const;

    /// Their places in the overview, too, which reaches to `overviewEnd` where it is shown.
    void paint(const ChartSurface& on, std::optional<Duration> overviewEnd) const;

signals:
    /// Something is to be painted anew, or another mark is at hand.
    void changed();
    /// A person wants to name a mark.
    void namingAsked(std::size_t mark);
    /// There are other marks, or none any more, and they need another place.
    void relaid();

private:
    [[nodiscard]] TimeUnit unit() const;

    std::shared_ptr<const Run> m_run;
    std::vector<Mark> m_marks;
    std::optional<std::size_t> m_chosen;
    std::optional<std::size_t> m_pointed;
};

/// What marks say, in the window's language.
class MarkWords
{
    Q_DECLARE_TR_FUNCTIONS(MarkWords)

public:
    /// The name, or the time where it has none.
    static QString name(const Mark& mark, TimeUnit unit);
    /// Both, where there are both: `steady · 9 slots`.
    static QString whole(const Mark& mark, TimeUnit unit);
    /// `2 marks beyond the end`
    static QString beyond(int count);
};

} // namespace pipegantt
