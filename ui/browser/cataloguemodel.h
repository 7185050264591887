// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/planner/comparison.h"

#include <QAbstractTableModel>

#include <vector>

namespace pipegantt {

/// What is known of a schedule, from left to right.
enum class CatalogueColumn
{
    Schedule,
    Year,
    Bubble,
    SpanBubble,
    Makespan,
    PeakMemory,
    Held,
    Messages,
    WeightCopies,
    Notes,
};
inline constexpr int kCatalogueColumnCount = 10;

/// What a column is ordered by.
ComparisonOrder orderOf(CatalogueColumn column);

/// The catalogue as a table, one schedule a row in the order of history, with what each amounts to
/// at a plan. Rows whose numbers are not known yet show an ellipsis; those that cannot run are
/// disabled and say why.
class CatalogueModel : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CatalogueModel)

public:
    explicit CatalogueModel(QObject* parent = nullptr);

    /// Forgets all numbers, for those of `plan` to come; `current` is the schedule in use.
    void expect(const Plan& plan, ScheduleKind current);
    void setRow(int index, const ComparedPlan& row);
    /// The numbers of a row: not measured before they are known.
    [[nodiscard]] const ComparedPlan& compared(int index) const;
    [[nodiscard]] bool isKnown(int index) const;
    [[nodiscard]] ScheduleKind current() const { return m_current; }
    [[nodiscard]] ScheduleKind kindOf(int index) const;
    [[nodiscard]] int indexOf(ScheduleKind kind) const;
    /// How many rows are known to run.
    [[nodiscard]] int runnable() const;
    /// The most memory of a row that is known.
    [[nodiscard]] Bytes mostMemory() const;
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    [[nodiscard]] QString cellText(int index, CatalogueColumn column) const;
    [[nodiscard]] static QString headerTip(CatalogueColumn column);
    [[nodiscard]] QString note(int index) const;
    [[nodiscard]] QString tip(int index) const;
    [[nodiscard]] QString spoken(int index) const;

    Plan m_plan;
    ScheduleKind m_current = ScheduleKind::OneFOneB;
    std::vector<ComparedPlan> m_rows;
    std::vector<bool> m_known;
};

} // namespace pipegantt
