// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAccessibleWidget>

namespace pipegantt {

class TimelineView;

/// What assistive technology is told: a chart, whose value is what its card says.
class TimelineAccessible : public QAccessibleWidget
{
public:
    explicit TimelineAccessible(TimelineView* view);

    [[nodiscard]] QString text(QAccessible::Text which) const override;

    /// Makes every TimelineView speak through this class; any number of calls do it once.
    static void install();

private:
    const TimelineView* m_view;
};

} // namespace pipegantt
