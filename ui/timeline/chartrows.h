// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/figure/timescale.h"
#include "core/simulate/idle.h"
#include "ui/timeline/arrangedrun.h"
#include "ui/timeline/hover.h"
#include "ui/timeline/roworder.h"

#include <QObject>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>

namespace pipegantt {

/// The rows of the chart: what they are, in which order, and what runs in them. Everything that is
/// said of an operation is of the run itself; a row is an index from the top.
class ChartRows : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChartRows)

public:
    using QObject::QObject;

    void setRun(std::shared_ptr<const Run> run);
    [[nodiscard]] const RowOrder& order() const { return m_order; }
    /// The run as its rows are shown, for pictures; made when it is first asked for.
    [[nodiscard]] const Run& picture() const { return *pictureToKeep(); }
    [[nodiscard]] const std::shared_ptr<const Run>& pictureToKeep() const
    {
        return arrangement().run;
    }
    /// The micro-batch, of the whole plan, of an operation of the picture.
    [[nodiscard]] std::int64_t microbatchAt(int row, std::size_t index) const;
    [[nodiscard]] bool showsStages() const { return m_order.by() != RowsBy::Device; }

    /// The row that commands are about, by mouse or by keys; it stays the same one where rows are
    /// moved, zoomed or scrolled. Nothing while it is out of sight.
    void setAtHand(std::optional<int> row);
    [[nodiscard]] std::optional<int> atHand() const;

    /// The name of a row: `device 3`, `device 3 · chunk 1`, `stage 7`.
    [[nodiscard]] QString name(int row) const;
    /// `3 rows hidden`, `rows 8 – 23 of 64`, or both; empty where all are shown.
    [[nodiscard]] QString hiddenText() const;

    /// What a row, or several that share a line of pixels, show at `px` of `scale`, as `targetAt`
    /// of hover.h. Of several the target is of the first, and counts them.
    [[nodiscard]] HoverTarget targetAt(
        const TimeScale& scale, Rows::Range rows, double px, double leastPx) const;
    /// The target of one operation, in the row that shows it.
    [[nodiscard]] HoverTarget targetOf(int device, std::size_t operation) const;
    /// That of one in the row of `row`.
    [[nodiscard]] HoverTarget targetIn(const HoverTarget& row, std::size_t operation) const;
    [[nodiscard]] HoverText describe(const HoverTarget& target) const;
    /// What the row beside that of `target` runs in the middle of it, or next; nothing at the end.
    [[nodiscard]] std::optional<HoverTarget> besideRow(const HoverTarget& target, int step) const;
    /// The operation with the next bar to the right or to the left in the row of `target`.
    [[nodiscard]] std::optional<std::size_t> besideInRow(const HoverTarget& target, int step) const;
    /// Brings the row of a target in sight, shows it again where it is hidden.
    void reveal(const HoverTarget& target);

    void move(int row, int place);
    void zoomAt(int row, double factor);
    void scroll(int rows);
    void setBy(RowsBy by);

public slots:
    void nextKind();
    void hide();
    void pin();
    void moveUp();
    void moveDown();
    void showAll();
    void zoomIn();
    void zoomOut();
    void scrollUp();
    void scrollDown();

signals:
    void changed();

private:
    /// Drops what was made for the old rows, and says that there are others.
    void rearrange();
    void moveAtHand(int step);
    [[nodiscard]] const ArrangedRun& arrangement() const;
    [[nodiscard]] HoverText describeRest(const HoverTarget& target) const;
    [[nodiscard]] HoverText describeGathered(const HoverTarget& target) const;
    [[nodiscard]] QString stageName(int device, int chunk) const;

    std::shared_ptr<const Run> m_run;
    RowOrder m_order;
    mutable ArrangedRun m_arranged;
    std::optional<ChartRow> m_atHand;
};

} // namespace pipegantt
