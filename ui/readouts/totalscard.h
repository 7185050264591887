// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/metrics/boxtotals.h"
#include "core/run/run.h"
#include "core/simulate/criticalpath.h"

#include <QFrame>

#include <memory>
#include <optional>
#include <vector>

class QLabel;
class QPushButton;
class QTreeWidget;

namespace pipegantt {

/// What a selected box and the critical path amount to, as a table to read and to copy. Hidden
/// where there is neither.
class TotalsCard : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TotalsCard)

public:
    explicit TotalsCard(QWidget* parent = nullptr);

    /// Either may be missing; `run` is what both are of.
    void setContent(std::shared_ptr<const Run> run, const std::optional<BoxTotals>& totals,
        std::shared_ptr<const CriticalPath> path);
    /// Whether the rows of a box are less than the devices that are added up; then it says so.
    void setWholeDevices(bool whole);

    /// The table as tab-separated text, in the window's language.
    [[nodiscard]] QString text() const;
    /// Puts that on the clipboard, and the totals of the box as exact CSV beside it.
    void copy() const;
    [[nodiscard]] bool isEmpty() const { return !m_totals && !m_path; }

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Line
    {
        QString name;
        QString count;
        QString time;
        QString share;
        int level = 0;
    };

    void refill();
    void retranslate();
    [[nodiscard]] std::vector<Line> lines() const;
    void addTotals(std::vector<Line>& lines) const;
    void addPath(std::vector<Line>& lines) const;

    std::shared_ptr<const Run> m_run;
    std::optional<BoxTotals> m_totals;
    std::shared_ptr<const CriticalPath> m_path;
    bool m_wholeDevices = false;
    QLabel* m_title;
    QLabel* m_subtitle;
    QPushButton* m_copy;
    QTreeWidget* m_table;
};

} // namespace pipegantt
