// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/browser/scheduledelegate.h"

#include <QTreeView>

namespace pipegantt {

/// The catalogue as a list with pictures: schedule, year, bubble and peak memory.
class ScheduleList : public QTreeView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ScheduleList)

public:
    ScheduleList(const CatalogueModel& model, CatalogueFilter& filter, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    /// Begins to make the pictures.
    void prepare() { m_thumbnails.prepare(); }
    /// The order that `plan` gives is the picture of the custom schedule.
    void setGiven(const Plan& plan) { m_thumbnails.setGiven(plan); }

private:
    Thumbnails m_thumbnails;
    ScheduleDelegate m_delegate;
};

} // namespace pipegantt
