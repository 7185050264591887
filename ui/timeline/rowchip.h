// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QToolButton>

namespace pipegantt {

class ChartRows;

/// Says that not all rows are shown, and shows them when pressed: what is left out is never left
/// out in silence. Hidden while all are there.
class RowChip : public QToolButton
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RowChip)

public:
    RowChip(ChartRows& rows, QWidget* parent);

    /// Says what is hidden now.
    void refresh();

protected:
    void changeEvent(QEvent* event) override;

private:
    ChartRows& m_rows;
};

} // namespace pipegantt
