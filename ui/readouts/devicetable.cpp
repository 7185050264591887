// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/readouts/devicetable.h"

#include "core/format/comparisontable.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QMimeData>
#include <QMouseEvent>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QToolButton>

#include <algorithm>
#include <memory>
#include <utility>

namespace pipegantt {

using namespace Qt::StringLiterals;

namespace {

constexpr int kRowPx = 26;
constexpr int kLeastColumnPx = 44;
constexpr int kMarkPx = 3;
constexpr int kRoomForTitlePx = 260;

/// Draws a bar of the accent before the row of the device that is pointed at elsewhere.
class DeviceDelegate : public QStyledItemDelegate
{
public:
    DeviceDelegate(const DeviceTable& table, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_table(table)
    {
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
        const QModelIndex& index) const override
    {
        const bool marked = m_table.highlighted()
            && index.siblingAtColumn(0).data(DeviceModel::kNumberRole).toInt()
                == *m_table.highlighted();
        if (marked)
            painter->fillRect(option.rect, option.palette.color(QPalette::AlternateBase));
        QStyledItemDelegate::paint(painter, option, index);
        if (marked && index.column() == 0) {
            painter->fillRect(QRect(option.rect.topLeft(), QSize(kMarkPx, option.rect.height())),
                option.palette.color(QPalette::Highlight));
        }
    }

private:
    const DeviceTable& m_table;
};

} // namespace

DeviceTable::DeviceTable(QWidget* parent)
    : QFrame(parent)
    , m_title(new QLabel)
    , m_copyMarkdown(new QToolButton)
    , m_copyCsv(new QToolButton)
    , m_view(new QTableView)
{
    setObjectName(u"deviceTable"_s);
    setProperty("role", u"card"_s);
    m_sorted.setSourceModel(&m_model);
    m_sorted.setSortRole(DeviceModel::kNumberRole);
    m_sorted.setDynamicSortFilter(true);
    m_sorted.sort(0);
    m_view->setModel(&m_sorted);
    m_view->setItemDelegate(new DeviceDelegate(*this, m_view));
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setShowGrid(false);
    m_view->setWordWrap(false);
    m_view->setTabKeyNavigation(false);
    m_view->setMouseTracking(true);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setDefaultSectionSize(kRowPx);
    m_view->horizontalHeader()->setHighlightSections(false);
    m_view->horizontalHeader()->setSectionsClickable(true);
    m_view->horizontalHeader()->setSortIndicatorShown(true);
    m_view->horizontalHeader()->setSortIndicator(0, Qt::AscendingOrder);
    m_view->horizontalHeader()->setMinimumSectionSize(kLeastColumnPx);
    m_view->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_view->installEventFilter(this);
    m_view->viewport()->installEventFilter(this);
    connect(
        m_view->horizontalHeader(), &QHeaderView::sectionClicked, this, &DeviceTable::sortOrTurn);
    connect(m_view, &QAbstractItemView::entered, this, &DeviceTable::point);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
        [this](const QModelIndex& current) { point(current); });
    connect(m_copyMarkdown, &QToolButton::clicked, this,
        [this] { QGuiApplication::clipboard()->setText(markdown()); });
    connect(m_copyCsv, &QToolButton::clicked, this,
        [this] { QGuiApplication::clipboard()->setText(csv()); });

    for (QToolButton* button : {m_copyMarkdown, m_copyCsv}) {
        button->setProperty("role", u"field"_s);
        button->setFocusPolicy(Qt::TabFocus);
    }
    auto* top = new QHBoxLayout;
    top->setSpacing(6);
    top->addWidget(m_title);
    top->addStretch(1);
    top->addWidget(m_copyMarkdown);
    top->addWidget(m_copyCsv);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 10, 8, 8);
    layout->setSpacing(8);
    layout->addLayout(top);
    layout->addWidget(m_view, 1);
    retranslate();
}

QSize DeviceTable::sizeHint() const
{
    return {520, 286};
}

QSize DeviceTable::minimumSizeHint() const
{
    return {240, 150};
}

void DeviceTable::setRun(std::shared_ptr<const Run> run)
{
    m_run = std::move(run);
    if (isVisible())
        m_model.setRun(m_run);
}

void DeviceTable::showEvent(QShowEvent* event)
{
    m_model.setRun(m_run);
    QFrame::showEvent(event);
}

void DeviceTable::resizeEvent(QResizeEvent* event)
{
    // Where there is no room for both, the table says by itself what it is.
    m_title->setVisible(width() >= kRoomForTitlePx);
    QFrame::resizeEvent(event);
}

void DeviceTable::setTheme(const Theme& theme)
{
    QPalette colors = palette();
    colors.setColor(QPalette::AlternateBase, theme.notice);
    colors.setColor(QPalette::Highlight, theme.accent);
    m_view->setPalette(colors);
    m_title->setFont(uiFont(TypeStep::Title));
}

void DeviceTable::highlight(std::optional<int> device)
{
    if (device == m_highlighted)
        return;
    m_highlighted = device;
    m_view->viewport()->update();
}

void DeviceTable::point(const QModelIndex& index)
{
    emit devicePointed(index.isValid()
            ? std::optional(index.siblingAtColumn(0).data(DeviceModel::kNumberRole).toInt())
            : std::nullopt);
}

void DeviceTable::sortOrTurn(int column)
{
    // The largest first: who sorts looks for what is worst.
    Qt::SortOrder order = column == 0 ? Qt::AscendingOrder : Qt::DescendingOrder;
    if (m_sorted.sortColumn() == column)
        order =
            m_sorted.sortOrder() == Qt::AscendingOrder ? Qt::DescendingOrder : Qt::AscendingOrder;
    m_sorted.sort(column, order);
    m_view->horizontalHeader()->setSortIndicator(column, order);
    m_view->scrollToTop();
}

std::vector<int> DeviceTable::shownRows() const
{
    std::vector<int> rows;
    for (const QModelIndex& index : m_view->selectionModel()->selectedRows())
        rows.push_back(index.row());
    std::ranges::sort(rows);
    if (rows.size() > 1)
        return rows;
    rows.clear();
    for (int i = 0; i < m_sorted.rowCount(); ++i)
        rows.push_back(i);
    return rows;
}

QString DeviceTable::markdown() const
{
    TextTable table;
    for (int column = 0; column < kDeviceColumnCount; ++column) {
        table.header.push_back(
            m_model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().toStdString());
        table.numeric.push_back(column > 0);
    }
    for (const int row : shownRows()) {
        std::vector<std::string> cells;
        for (int column = 0; column < kDeviceColumnCount; ++column)
            cells.push_back(m_sorted.index(row, column).data().toString().toStdString());
        table.rows.push_back(std::move(cells));
    }
    return QString::fromStdString(markdownTable(table));
}

QString DeviceTable::csv() const
{
    QStringList lines;
    QStringList cells;
    for (int column = 0; column < kDeviceColumnCount; ++column)
        cells += DeviceModel::key(static_cast<DeviceColumn>(column));
    lines += cells.join(u',');
    for (const int row : shownRows()) {
        cells.clear();
        for (int column = 0; column < kDeviceColumnCount; ++column) {
            const QVariant known = m_sorted.index(row, column).data(DeviceModel::kNumberRole);
            const qint64 number = known.toLongLong();
            if (!known.isValid()) {
                cells += QString();
            } else if (static_cast<DeviceColumn>(column) == DeviceColumn::Bubble) {
                const Ratio ratio {number, m_run->metrics.makespan.count()};
                cells += QString::number(ratio.value(), 'g', 17);
            } else {
                cells += QString::number(number);
            }
        }
        lines += cells.join(u',');
    }
    return lines.join(u'\n') + u'\n';
}

void DeviceTable::copy()
{
    auto mime = std::make_unique<QMimeData>();
    mime->setText(markdown());
    mime->setData(u"text/csv"_s, csv().toUtf8());
    QGuiApplication::clipboard()->setMimeData(mime.release());
}

bool DeviceTable::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_view && event->type() == QEvent::KeyPress)
        return keyInView(static_cast<QKeyEvent*>(event));
    const bool left = watched == m_view->viewport()
        && (event->type() == QEvent::Leave
            || (event->type() == QEvent::MouseMove
                && !m_view->indexAt(static_cast<QMouseEvent*>(event)->position().toPoint())
                        .isValid()));
    if (left || (watched == m_view && event->type() == QEvent::FocusOut))
        emit devicePointed(std::nullopt);
    return QFrame::eventFilter(watched, event);
}

bool DeviceTable::keyInView(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy)) {
        copy();
        return true;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        sortOrTurn(std::max(m_view->currentIndex().column(), 0));
        return true;
    }
    return false;
}

void DeviceTable::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_model.retranslate();
        retranslate();
    }
    QFrame::changeEvent(event);
}

void DeviceTable::retranslate()
{
    m_title->setText(tr("Devices"));
    m_copyMarkdown->setText(tr("Markdown"));
    m_copyCsv->setText(tr("CSV"));
    m_copyMarkdown->setToolTip(
        tr("Copy the table as Markdown; Ctrl+C copies the selected rows, or all"));
    m_copyCsv->setToolTip(tr("Copy exact numbers as CSV"));
    m_view->setAccessibleName(tr("Devices: busy and idle time, memory"));
    m_view->setToolTip(tr("Return sorts by the column that the keys are at"));
}

} // namespace pipegantt
