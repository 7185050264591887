// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/compare/differencepanel.h"

#include "ui/text/differencespeech.h"
#include "ui/text/quantities.h"
#include "ui/theme/theme.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace pipegantt {

using namespace Qt::StringLiterals;

namespace {

constexpr int kRowPx = 24;
constexpr int kScrollBarPx = 12;
/// A header and a row: in a low window more are scrolled to.
constexpr int kLeastTablePx = 56;

QTableView* tableOf(TextTableModel& model, const QString& name)
{
    auto* view = new QTableView;
    view->setObjectName(name);
    view->setModel(&model);
    view->setFont(uiFont(TypeStep::Caption));
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->setShowGrid(false);
    view->setWordWrap(false);
    view->setTabKeyNavigation(false);
    view->setFrameShape(QFrame::NoFrame);
    view->setMinimumHeight(kLeastTablePx);
    view->verticalHeader()->hide();
    view->verticalHeader()->setMinimumSectionSize(kRowPx);
    view->verticalHeader()->setDefaultSectionSize(kRowPx);
    view->horizontalHeader()->setHighlightSections(false);
    view->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    return view;
}

} // namespace

DifferencePanel::DifferencePanel(const CompareSet& set, QWidget* parent)
    : QFrame(parent)
    , m_set(set)
    , m_title(new QLabel)
    , m_nothing(new QLabel)
    , m_copyMarkdown(new QPushButton)
    , m_copyCsv(new QPushButton)
    , m_planView(tableOf(m_plans, u"differencePlans"_s))
    , m_deviceView(tableOf(m_devices, u"differenceDevices"_s))
{
    setObjectName(u"differences"_s);
    setProperty("role", u"card"_s);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 8, 12, 8);
    layout->setSpacing(6);
    auto* head = new QHBoxLayout;
    m_title->setFont(uiFont(TypeStep::Title));
    head->addWidget(m_title, 1);
    head->addWidget(m_copyMarkdown);
    head->addWidget(m_copyCsv);
    layout->addLayout(head);
    m_nothing->setWordWrap(true);
    layout->addWidget(m_nothing);
    layout->addWidget(m_planView, 1);
    layout->addWidget(m_deviceView, 1);
    connect(m_copyMarkdown, &QPushButton::clicked, this,
        [this] { QGuiApplication::clipboard()->setMimeData(mime().release()); });
    connect(m_copyCsv, &QPushButton::clicked, this,
        [this] { QGuiApplication::clipboard()->setText(csv()); });
    connect(&set, &CompareSet::changed, this, &DifferencePanel::refresh);
    connect(&set, &CompareSet::currentChanged, this, &DifferencePanel::refresh);
    retranslate();
}

QString DifferencePanel::markdown() const
{
    const std::vector<NamedRun> runs = m_set.comparable();
    if (runs.empty())
        return {};
    const DifferenceSpeech speech = windowSpeech();
    return QString::fromStdString(markdownTable(differenceTable(runs, speech)) + '\n'
        + markdownTable(deviceDifferenceTable(runs, speech)));
}

QString DifferencePanel::csv() const
{
    const std::vector<NamedRun> runs = m_set.comparable();
    return runs.empty() ? QString() : QString::fromStdString(differenceCsv(runs));
}

std::unique_ptr<QMimeData> DifferencePanel::mime() const
{
    auto mime = std::make_unique<QMimeData>();
    mime->setText(markdown());
    mime->setData(u"text/csv"_s, csv().toUtf8());
    return mime;
}

void DifferencePanel::showEvent(QShowEvent* event)
{
    refresh();
    QFrame::showEvent(event);
}

void DifferencePanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void DifferencePanel::refresh()
{
    if (!isVisible())
        return;
    const std::vector<NamedRun> runs = m_set.comparable();
    const bool any = runs.size() > 1;
    if (any) {
        const DifferenceSpeech speech = windowSpeech();
        m_plans.setTable(differenceTable(runs, speech));
        m_devices.setTable(deviceDifferenceTable(runs, speech));
        m_planView->setMaximumHeight(m_planView->horizontalHeader()->sizeHint().height()
            + static_cast<int>(runs.size()) * kRowPx + kScrollBarPx);
    } else if (!m_set.isEmpty() && m_set.trouble(0)) {
        m_nothing->setText(errorText(*m_set.trouble(0)));
    } else {
        m_nothing->setText(tr("Pin a plan as the baseline first."));
    }
    m_nothing->setVisible(!any);
    m_planView->setVisible(any);
    m_deviceView->setVisible(any);
    m_copyMarkdown->setEnabled(any);
    m_copyCsv->setEnabled(any);
}

void DifferencePanel::retranslate()
{
    m_title->setText(tr("Differences from the baseline"));
    m_copyMarkdown->setText(tr("Copy as Markdown"));
    m_copyCsv->setText(tr("Copy as CSV"));
    m_planView->setAccessibleName(tr("Differences of the plans"));
    m_deviceView->setAccessibleName(tr("Differences of the devices"));
    refresh();
}

} // namespace pipegantt
