// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/planner/adaptation.h"
#include "ui/browser/backgroundcomparison.h"
#include "ui/browser/cataloguefilter.h"
#include "ui/browser/cataloguemodel.h"
#include "ui/browser/coversheet.h"
#include "ui/theme/theme.h"

class QAbstractItemView;
class QComboBox;
class QKeyEvent;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace pipegantt {

class ComparisonView;
class ScheduleList;

/// Every schedule with what it amounts to at the plan: a list with pictures to choose from, and a
/// table of all numbers to copy. Searched and sorted alike, by mouse and by keyboard. Knows no
/// document: it is told the plan, and says what was chosen.
class ScheduleBrowser : public CoverSheet
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ScheduleBrowser)

public:
    enum class Page
    {
        List,
        Table,
    };

    explicit ScheduleBrowser(QWidget* parent);

    /// Shows `page` for `plan`, the search empty and `current`, the schedule in use, selected.
    void browse(const Plan& plan, ScheduleKind current, Page page);
    /// The plan is another one; while the browser is open it compares anew.
    void setPlan(const Plan& plan, ScheduleKind current);
    void setTheme(const Theme& theme);
    [[nodiscard]] Page page() const { return m_page; }
    /// Whether numbers are still to come.
    [[nodiscard]] bool isBusy() const { return m_comparison.isBusy(); }

signals:
    /// `cut` is what the numbers of the row are of; the usual one where they are not known yet.
    void chosen(pipegantt::ScheduleKind kind, pipegantt::Cut cut);

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void buildBar();
    void buildViews();
    void layOut();
    void retranslate();
    void fillOrders();
    void showPage(Page page);
    void sortBy(int column, Qt::SortOrder order);
    void sortOrTurn(int column);
    void search(const QString& text);
    void showState();
    void compare();
    void select(ScheduleKind kind);
    void choose(const QModelIndex& index);
    void copy(const QModelIndexList& selected);
    bool keyInSearch(QKeyEvent* event);
    bool keyInView(QKeyEvent* event);
    [[nodiscard]] QAbstractItemView* view() const;

    Plan m_plan;
    ScheduleKind m_current = ScheduleKind::OneFOneB;
    Page m_page = Page::List;
    CatalogueModel m_model;
    CatalogueFilter m_filter;
    BackgroundComparison m_comparison;
    QLineEdit* m_search;
    QLabel* m_orderName;
    QComboBox* m_order;
    QToolButton* m_listButton;
    QToolButton* m_tableButton;
    QStackedWidget* m_pages;
    ScheduleList* m_list;
    ComparisonView* m_table;
    QLabel* m_nothing;
    QLabel* m_state;
    QPushButton* m_copyMarkdown;
    QPushButton* m_copyCsv;
};

} // namespace pipegantt
