// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/palette/commandpalette.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace pipegantt {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize kLargestPx(680, 560);

} // namespace

CommandPalette::CommandPalette(QWidget* parent)
    : CoverSheet(parent, kLargestPx)
    , m_delegate(m_model)
    , m_search(new QLineEdit)
    , m_list(new QListView)
    , m_nothing(new QLabel)
{
    setObjectName(u"commandPalette"_s);
    m_search->setObjectName(u"commandSearch"_s);
    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, &CommandPalette::search);
    m_list->setObjectName(u"commandList"_s);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setModel(&m_model);
    m_list->setItemDelegate(&m_delegate);
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(m_list, &QAbstractItemView::clicked, this, &CommandPalette::choose);
    m_nothing->setProperty("role", u"muted"_s);
    m_nothing->setContentsMargins(16, 8, 16, 12);

    auto* layout = new QVBoxLayout(panel());
    layout->setContentsMargins(1, 1, 1, 8);
    layout->setSpacing(0);
    auto* field = new QVBoxLayout;
    field->setContentsMargins(12, 12, 12, 10);
    field->addWidget(m_search);
    layout->addLayout(field);
    layout->addWidget(m_nothing);
    layout->addWidget(m_list, 1);
    retranslate();
}

void CommandPalette::offer(std::vector<PaletteCommand> commands, const QStringList& recent)
{
    m_model.setCommands(std::move(commands), recent);
    m_search->clear();
    search({});
    open();
    m_search->setFocus();
}

void CommandPalette::setTheme(const Theme& theme)
{
    m_delegate.setTheme(theme);
    m_list->viewport()->update();
}

void CommandPalette::search(const QString& text)
{
    m_model.search(text);
    const bool found = m_model.rowCount() > 0;
    m_nothing->setText(tr("Nothing matches “%1”.").arg(text));
    m_nothing->setVisible(!found);
    if (found)
        m_list->setCurrentIndex(m_model.index(0));
    m_list->scrollToTop();
    m_list->setVisible(found);
    fitPanel();
}

void CommandPalette::resizeEvent(QResizeEvent* event)
{
    CoverSheet::resizeEvent(event);
    fitPanel();
}

void CommandPalette::fitPanel()
{
    const int rows = m_model.rowCount() * m_list->sizeHintForRow(0) + 2 * m_list->frameWidth() + 2;
    const QMargins around = panel()->layout()->contentsMargins();
    const int rest = panel()->layout()->itemAt(0)->sizeHint().height() + around.top()
        + around.bottom() + (m_model.rowCount() == 0 ? m_nothing->sizeHint().height() : 0);
    const int most = std::min(kLargestPx.height(), height() - 2 * panel()->y());
    panel()->resize(panel()->width(), std::min(rest + std::max(rows, 0), most));
}

void CommandPalette::choose(const QModelIndex& index)
{
    if (!isOpen() || !index.isValid())
        return;
    const PaletteCommand& command = m_model.command(index.row());
    if (!command.reason.isEmpty())
        return;
    const std::function<void()> run = command.run;
    emit chosen(command.id);
    // What had the focus gets it back first: a command may give it to something else.
    dismiss();
    run();
}

void CommandPalette::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    CoverSheet::changeEvent(event);
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress)
        return keyInSearch(static_cast<QKeyEvent*>(event));
    return CoverSheet::eventFilter(watched, event);
}

bool CommandPalette::keyInSearch(QKeyEvent* event)
{
    const int row = m_list->currentIndex().row();
    const int last = m_model.rowCount() - 1;
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down: {
        const int next = event->key() == Qt::Key_Up ? row - 1 : row + 1;
        // Round the ends.
        m_list->setCurrentIndex(m_model.index(next < 0 ? last : next > last ? 0 : next));
        return true;
    }
    case Qt::Key_PageUp:
    case Qt::Key_PageDown: {
        const int page = std::max(1, m_list->viewport()->height() / m_list->sizeHintForRow(0) - 1);
        const int next = event->key() == Qt::Key_PageUp ? row - page : row + page;
        m_list->setCurrentIndex(m_model.index(std::clamp(next, 0, std::max(last, 0))));
        return true;
    }
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose(m_list->currentIndex());
        return true;
    default:
        return false;
    }
}

void CommandPalette::retranslate()
{
    m_search->setPlaceholderText(tr("Type what you want to do"));
    m_search->setAccessibleName(tr("Search the commands"));
    m_list->setAccessibleName(tr("Commands"));
    if (isOpen())
        dismiss();
}

} // namespace pipegantt
