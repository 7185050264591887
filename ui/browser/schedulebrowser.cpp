// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/browser/schedulebrowser.h"

#include "ui/browser/comparisontext.h"
#include "ui/browser/comparisonview.h"
#include "ui/browser/schedulelist.h"

#include <QClipboard>
#include <QComboBox>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <set>

namespace pipegantt {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize kLargestPx(1240, 1400);

/// What the field beside the search offers.
constexpr std::array kOrderColumns {CatalogueColumn::Schedule, CatalogueColumn::Year,
    CatalogueColumn::Bubble, CatalogueColumn::SpanBubble, CatalogueColumn::Makespan,
    CatalogueColumn::PeakMemory, CatalogueColumn::Messages};

bool isMove(int key)
{
    static const std::set<int> kKeys {Qt::Key_Up, Qt::Key_Down, Qt::Key_PageUp, Qt::Key_PageDown};
    return kKeys.contains(key);
}

} // namespace

ScheduleBrowser::ScheduleBrowser(QWidget* parent)
    : CoverSheet(parent, kLargestPx)
    , m_filter(m_model)
    , m_search(new QLineEdit)
    , m_orderName(new QLabel)
    , m_order(new QComboBox)
    , m_listButton(new QToolButton)
    , m_tableButton(new QToolButton)
    , m_pages(new QStackedWidget)
    , m_list(new ScheduleList(m_model, m_filter))
    , m_table(new ComparisonView(m_filter))
    , m_nothing(new QLabel)
    , m_state(new QLabel)
    , m_copyMarkdown(new QPushButton)
    , m_copyCsv(new QPushButton)
{
    setObjectName(u"scheduleBrowser"_s);
    buildBar();
    buildViews();
    layOut();
    connect(&m_comparison, &BackgroundComparison::rowFinished, this,
        [this](int index, const ComparedPlan& row) {
            m_model.setRow(index, row);
            showState();
        });
    connect(&m_comparison, &BackgroundComparison::finished, this, &ScheduleBrowser::showState);
    retranslate();
    sortBy(static_cast<int>(CatalogueColumn::Schedule), Qt::AscendingOrder);
    showPage(Page::List);
}

void ScheduleBrowser::buildBar()
{
    m_search->setObjectName(u"scheduleSearch"_s);
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, &ScheduleBrowser::search);
    m_orderName->setBuddy(m_order);
    m_order->setObjectName(u"scheduleOrder"_s);
    m_order->setFocusPolicy(Qt::StrongFocus);
    connect(m_order, &QComboBox::activated, this,
        [this](int index) { sortBy(m_order->itemData(index).toInt(), Qt::AscendingOrder); });
    for (QToolButton* button : {m_listButton, m_tableButton}) {
        button->setCheckable(true);
        button->setAutoExclusive(true);
        button->setFocusPolicy(Qt::TabFocus);
    }
    connect(m_listButton, &QToolButton::clicked, this, [this] { showPage(Page::List); });
    connect(m_tableButton, &QToolButton::clicked, this, [this] { showPage(Page::Table); });
    m_copyMarkdown->setObjectName(u"copyMarkdown"_s);
    m_copyCsv->setObjectName(u"copyCsv"_s);
    connect(m_copyMarkdown, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(markdownText(m_model, m_filter, allRows(m_filter)));
    });
    connect(m_copyCsv, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(csvText(m_model, m_filter, allRows(m_filter)));
    });
}

void ScheduleBrowser::buildViews()
{
    m_list->setObjectName(u"scheduleList"_s);
    m_table->setObjectName(u"scheduleTable"_s);
    for (QAbstractItemView* each : std::initializer_list<QAbstractItemView*> {m_list, m_table}) {
        each->installEventFilter(this);
        connect(each, &QAbstractItemView::activated, this, &ScheduleBrowser::choose);
    }
    // In the table a click selects, to copy.
    connect(m_list, &QAbstractItemView::clicked, this, &ScheduleBrowser::choose);
    for (QHeaderView* header : {m_list->header(), m_table->horizontalHeader()})
        connect(header, &QHeaderView::sectionClicked, this, &ScheduleBrowser::sortOrTurn);
}

void ScheduleBrowser::layOut()
{
    auto* layout = new QVBoxLayout(panel());
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(16, 14, 16, 14);
    bar->setSpacing(8);
    bar->addWidget(m_search, 1);
    bar->addSpacing(8);
    bar->addWidget(m_orderName);
    bar->addWidget(m_order);
    bar->addSpacing(8);
    bar->addWidget(m_listButton);
    bar->addWidget(m_tableButton);
    layout->addLayout(bar);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setProperty("role", u"muted"_s);
    for (QWidget* page : std::initializer_list<QWidget*> {m_list, m_table, m_nothing})
        m_pages->addWidget(page);
    layout->addWidget(m_pages, 1);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(16, 10, 16, 10);
    foot->setSpacing(8);
    m_state->setProperty("role", u"muted"_s);
    m_state->setObjectName(u"scheduleState"_s);
    foot->addWidget(m_state, 1);
    foot->addWidget(m_copyMarkdown);
    foot->addWidget(m_copyCsv);
    layout->addLayout(foot);
}

void ScheduleBrowser::browse(const Plan& plan, ScheduleKind current, Page page)
{
    open();
    m_list->prepare();
    m_plan = plan;
    m_current = current;
    compare();
    m_search->clear();
    showPage(page);
    select(current);
    m_search->setFocus();
}

void ScheduleBrowser::setPlan(const Plan& plan, ScheduleKind current)
{
    if (!isOpen() || (plan == m_plan && current == m_current))
        return;
    m_plan = plan;
    m_current = current;
    compare();
}

void ScheduleBrowser::compare()
{
    m_list->setGiven(m_plan);
    m_model.expect(m_plan, m_current);
    m_comparison.request(m_plan);
    showState();
}

void ScheduleBrowser::setTheme(const Theme& theme)
{
    m_list->setTheme(theme);
}

QAbstractItemView* ScheduleBrowser::view() const
{
    if (m_page == Page::Table)
        return m_table;
    return m_list;
}

void ScheduleBrowser::showPage(Page page)
{
    const QModelIndex at = view()->currentIndex();
    m_page = page;
    (page == Page::Table ? m_tableButton : m_listButton)->setChecked(true);
    if (at.isValid())
        select(m_model.kindOf(m_filter.mapToSource(at).row()));
    m_copyMarkdown->setVisible(page == Page::Table);
    m_copyCsv->setVisible(page == Page::Table);
    search(m_search->text());
}

void ScheduleBrowser::sortBy(int column, Qt::SortOrder order)
{
    m_filter.sort(column, order);
    m_order->setCurrentIndex(m_order->findData(column));
    emit m_filter.headerDataChanged(Qt::Horizontal, 0, kCatalogueColumnCount - 1);
    // Whoever sorts wants to see the first.
    view()->scrollToTop();
}

/// A second click on a column turns the order round.
void ScheduleBrowser::sortOrTurn(int column)
{
    const bool turn = column == m_filter.sortColumn() && m_filter.sortOrder() == Qt::AscendingOrder;
    sortBy(column, turn ? Qt::DescendingOrder : Qt::AscendingOrder);
}

void ScheduleBrowser::search(const QString& text)
{
    const QModelIndex before = view()->currentIndex();
    const int row = before.isValid() ? m_filter.mapToSource(before).row() : -1;
    m_filter.search(text);
    const bool found = m_filter.rowCount() > 0;
    m_pages->setCurrentWidget(found ? static_cast<QWidget*>(view()) : m_nothing);
    m_nothing->setText(tr("No schedule matches “%1”.").arg(text));
    // What was selected stays so while it is there, else the first that can be chosen.
    if (row >= 0 && m_filter.mapFromSource(m_model.index(row, 0)).isValid())
        return;
    for (int i = 0; i < m_filter.rowCount(); ++i) {
        const QModelIndex index = m_filter.index(i, 0);
        if (!index.flags().testFlag(Qt::ItemIsEnabled))
            continue;
        view()->setCurrentIndex(index);
        return;
    }
}

void ScheduleBrowser::select(ScheduleKind kind)
{
    const QModelIndex index = m_filter.mapFromSource(m_model.index(m_model.indexOf(kind), 0));
    if (!index.isValid())
        return;
    view()->setCurrentIndex(index);
    view()->scrollTo(index, QAbstractItemView::PositionAtCenter);
}

void ScheduleBrowser::showState()
{
    const bool busy = isBusy();
    m_state->setText(busy
            ? tr("Comparing at P = %1, M = %2 …").arg(m_plan.stages).arg(m_plan.microbatches)
            : tr("%1 of %2 schedules can run at P = %3, M = %4.")
                  .arg(m_model.runnable())
                  .arg(m_model.rowCount())
                  .arg(m_plan.stages)
                  .arg(m_plan.microbatches));
    m_copyMarkdown->setEnabled(!busy);
    m_copyCsv->setEnabled(!busy);
}

void ScheduleBrowser::choose(const QModelIndex& index)
{
    if (!isOpen() || !index.flags().testFlag(Qt::ItemIsEnabled))
        return;
    const int row = m_filter.mapToSource(index).row();
    const Plan& plan = m_model.compared(row).plan;
    const Cut cut = m_model.isKnown(row) ? Cut {plan.chunks, plan.slices} : Cut {};
    dismiss();
    emit chosen(m_model.kindOf(row), cut);
}

void ScheduleBrowser::copy(const QModelIndexList& selected)
{
    if (isBusy())
        return;
    ShownRows rows;
    for (const QModelIndex& index : selected)
        rows.push_back(index.row());
    std::ranges::sort(rows);
    // A single row is selected at any time: it stands for the whole table.
    if (rows.size() < 2)
        rows = allRows(m_filter);
    QGuiApplication::clipboard()->setMimeData(comparisonMime(m_model, m_filter, rows).release());
}

void ScheduleBrowser::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    CoverSheet::changeEvent(event);
}

void ScheduleBrowser::hideEvent(QHideEvent* event)
{
    m_comparison.cancel();
    CoverSheet::hideEvent(event);
}

bool ScheduleBrowser::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        auto* key = static_cast<QKeyEvent*>(event);
        if (watched == m_search)
            return keyInSearch(key);
        if (watched == m_list || watched == m_table)
            return keyInView(key);
    }
    return CoverSheet::eventFilter(watched, event);
}

/// The arrow keys walk through the list while the search keeps the focus.
bool ScheduleBrowser::keyInSearch(QKeyEvent* event)
{
    if (isMove(event->key())) {
        QCoreApplication::sendEvent(view(), event);
        return true;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        choose(view()->currentIndex());
        return true;
    }
    if (event->matches(QKeySequence::Copy) && !m_search->hasSelectedText()) {
        copy(view()->selectionModel()->selectedRows());
        return true;
    }
    return false;
}

/// What is typed in the list is searched.
bool ScheduleBrowser::keyInView(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy)) {
        copy(view()->selectionModel()->selectedRows());
        return true;
    }
    const bool typed = !event->text().isEmpty() && event->text().front().isPrint()
        && (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier)) == 0;
    if (!typed || event->key() == Qt::Key_Space)
        return false;
    m_search->setFocus();
    QCoreApplication::sendEvent(m_search, event);
    return true;
}

void ScheduleBrowser::fillOrders()
{
    const int chosen = m_order->currentIndex();
    m_order->clear();
    for (const CatalogueColumn column : kOrderColumns) {
        const int number = static_cast<int>(column);
        m_order->addItem(column == CatalogueColumn::Schedule
                ? tr("Catalogue")
                : m_model.headerData(number, Qt::Horizontal, Qt::DisplayRole).toString(),
            number);
    }
    m_order->setCurrentIndex(std::max(chosen, 0));
}

void ScheduleBrowser::retranslate()
{
    m_search->setPlaceholderText(tr("Search by name, paper, year or idea"));
    m_search->setAccessibleName(tr("Search the schedules"));
    m_orderName->setText(tr("Sort by"));
    m_listButton->setText(tr("List"));
    m_listButton->setToolTip(tr("Every schedule with its picture (Ctrl+K)"));
    m_tableButton->setText(tr("Table"));
    m_tableButton->setToolTip(tr("All numbers, to sort and to copy (Ctrl+Shift+K)"));
    m_copyMarkdown->setText(tr("Copy as Markdown"));
    m_copyCsv->setText(tr("Copy as CSV"));
    m_copyMarkdown->setToolTip(tr("Ctrl+C copies the selected rows, or all"));
    m_list->setAccessibleName(tr("Schedules"));
    m_table->setAccessibleName(tr("Comparison of the schedules"));
    m_model.retranslate();
    fillOrders();
    showState();
    search(m_search->text());
}

} // namespace pipegantt
