// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/figure/timescale.h"
#include "core/run/run.h"
#include "core/simulate/traffic.h"
#include "ui/theme/theme.h"
#include "ui/timeline/chartlayout.h"
#include "ui/timeline/hover.h"
#include "ui/timeline/roworder.h"

#include <QCoreApplication>
#include <QImage>

#include <memory>
#include <optional>
#include <span>
#include <vector>

class QPainter;

namespace pipegantt {

/// The messages that are under way, as a lane under each row: above those that the row sends, below
/// those that it receives. A pixel is as full as the part of its time in which any is under way.
class Lanes
{
    Q_DECLARE_TR_FUNCTIONS(Lanes)

public:
    void setRun(std::shared_ptr<const Run> run);

    /// Whether any message takes time; else all lanes are empty.
    [[nodiscard]] bool hasTraffic() const { return m_takesTime; }
    static QColor color(const Theme& theme);

    /// Paints the lanes of `rows` where `layout` has them; what is after `cursor` is pale.
    /// O(pixels + messages in the window).
    void paint(QPainter& painter, const ChartLayout& layout, std::span<const ChartRow> rows,
        const TimeScale& scale, const Theme& theme, std::optional<Duration> cursor);

    /// What is under way at `when`, sent or received by `row`.
    [[nodiscard]] std::vector<Message> at(const ChartRow& row, bool sent, Duration when) const;
    /// The same in words; no title where nothing is.
    [[nodiscard]] HoverText describe(const ChartRow& row, bool sent, Duration when) const;

private:
    struct Stretch
    {
        Duration begin;
        Duration end;
    };

    void gather(const ChartRow& row, bool sent, Duration begin, Duration end,
        std::vector<Message>& found) const;
    void layShares(const TimeScale& scale, std::size_t columns, std::optional<Duration> cursor);
    [[nodiscard]] int chunkOf(const Message& message, bool sent) const;

    std::shared_ptr<const Run> m_run;
    std::optional<Traffic> m_traffic;
    bool m_takesTime = false;
    std::vector<Message> m_found;
    std::vector<Stretch> m_stretches;
    std::vector<double> m_shares;
    QImage m_line;
};

} // namespace pipegantt
