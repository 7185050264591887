// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/figure/timescale.h"
#include "core/run/run.h"
#include "ui/theme/theme.h"
#include "ui/timeline/barlabels.h"
#include "ui/timeline/barraster.h"
#include "ui/timeline/chartlayout.h"
#include "ui/timeline/idlesource.h"

#include <QImage>

#include <memory>
#include <optional>

namespace pipegantt {

/// The bars of one plan on a time axis that others share: where the plan has ended, nothing is.
class PlanPicture
{
public:
    /// What is to be seen: the rows of `chart`, the window of time of `scale` over their width.
    struct Request
    {
        std::shared_ptr<const Run> run;
        const Theme* theme = nullptr;
        const ChartLayout* chart = nullptr;
        TimeScale scale {Duration(0), Duration(1), 1};
        std::optional<Duration> cursor;
        /// Kinds, until the causes of idle time are known where they are asked for.
        ColorBy colorBy = ColorBy::Kind;
    };

    /// The picture of `request`, its rows as they lie in `chart`; valid until the next call.
    const QImage& paint(const Request& request);
    /// Says that another picture is due, for the causes of idle time are known now.
    [[nodiscard]] const IdleSource& idle() const { return m_idle; }

private:
    IdleSource m_idle;
    BarRaster m_raster;
    BarLabels m_labels;
    QImage m_image;
};

} // namespace pipegantt
