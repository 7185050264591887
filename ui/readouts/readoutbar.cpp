// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/readouts/readoutbar.h"

#include "ui/readouts/baselinelines.h"
#include "ui/readouts/readout.h"

#include <QEvent>

#include <algorithm>
#include <optional>
#include <utility>

namespace pipegantt {

using namespace Qt::StringLiterals;

namespace {

constexpr int kGapPx = 20;
constexpr int kRowGapPx = 10;
/// Below this a readout's number would be too small for a hall.
constexpr int kLeastCellPx = 116;
/// The cell for which the theme's sizes are made.
constexpr double kDesignCellPx = 170;
constexpr double kMostScale = 2.2;

/// The tallest of a lecture's runs: its numbers have three digits, and it passes its memory limit.
/// Latency adds lines, but room for them would stand empty in every other picture.
std::optional<Run> tallestRun()
{
    Plan plan;
    plan.schedule = ScheduleKind::GPipe;
    plan.stages = 8;
    plan.microbatches = 128;
    plan.activation = Bytes {1'300'000'000};
    plan.memoryLimit = {MemoryLimit::Unit::Microbatches, 40};
    Result<Run> result = run(plan);
    return result ? std::optional(std::move(*result)) : std::nullopt;
}

} // namespace

ReadoutBar::ReadoutBar(QWidget* parent)
    : QWidget(parent)
    , m_readouts {}
{
    for (Readout*& readout : m_readouts)
        readout = new Readout(this);
    const std::array names {
        u"bubble"_s, u"efficiency"_s, u"makespan"_s, u"speedUp"_s, u"peakMemory"_s};
    for (std::size_t i = 0; i < m_readouts.size(); ++i)
        m_readouts[i]->setObjectName(names[i]);
    // Not Fixed: a layout would hold that to the height at the width of the hint.
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    keepRoom();
}

void ReadoutBar::keepRoom()
{
    static const std::optional<Run> tallest = tallestRun();
    if (!tallest)
        return;
    const std::array<ReadoutText, 5> rooms = texts(*tallest);
    for (std::size_t i = 0; i < m_readouts.size(); ++i)
        m_readouts[i]->setRoom(rooms[i]);
}

std::array<ReadoutText, 5> ReadoutBar::texts(const Run& run) const
{
    std::array<ReadoutText, 5> texts {ReadoutText::bubble(run), ReadoutText::efficiency(run),
        ReadoutText::makespan(run), ReadoutText::speedUp(run), ReadoutText::peakMemory(run)};
    if (m_baseline) {
        BaselineLines::addToBubble(texts[0], *m_baseline, run);
        BaselineLines::addToEfficiency(texts[1], *m_baseline, run);
        BaselineLines::addToMakespan(texts[2], *m_baseline, run);
        BaselineLines::addToPeakMemory(texts[4], *m_baseline, run);
    }
    return texts;
}

void ReadoutBar::setBaseline(std::shared_ptr<const Run> baseline)
{
    if (baseline == m_baseline)
        return;
    m_baseline = std::move(baseline);
    keepRoom();
    showRun();
    updateGeometry();
}

void ReadoutBar::setRun(std::shared_ptr<const Run> run)
{
    m_run = std::move(run);
    showRun();
}

void ReadoutBar::setTheme(const Theme& theme)
{
    for (Readout* readout : m_readouts)
        readout->setTheme(theme);
    arrange();
}

void ReadoutBar::showRun()
{
    if (!m_run)
        return;
    const int before = heightForWidth(width());
    const std::array<ReadoutText, 5> shown = texts(*m_run);
    for (std::size_t i = 0; i < m_readouts.size(); ++i)
        m_readouts[i]->setText(shown[i]);
    if (heightForWidth(width()) != before)
        updateGeometry();
    arrange();
}

ReadoutBar::Arrangement ReadoutBar::arrangementFor(int widthPx) const
{
    Arrangement arrangement;
    for (const int columns : {5, 3, 2, 1}) {
        arrangement.columns = columns;
        arrangement.cellWidth = (widthPx - (columns - 1) * kGapPx) / columns;
        if (arrangement.cellWidth >= kLeastCellPx)
            break;
    }
    arrangement.roomScale = std::min(kMostScale, arrangement.cellWidth / kDesignCellPx);
    arrangement.scale = arrangement.roomScale;
    for (const Readout* readout : m_readouts)
        arrangement.scale = readout->fittingScale(arrangement.cellWidth, arrangement.scale);
    return arrangement;
}

int ReadoutBar::rowHeight(const Arrangement& arrangement, int row) const
{
    int height = 0;
    for (int i = row * arrangement.columns;
         i < std::min<int>(static_cast<int>(m_readouts.size()), (row + 1) * arrangement.columns);
         ++i) {
        const Readout& readout = *m_readouts[static_cast<std::size_t>(i)];
        height = std::max({height, readout.heightFor(arrangement.cellWidth, arrangement.scale),
            readout.roomFor(arrangement.cellWidth, arrangement.roomScale)});
    }
    return height;
}

int ReadoutBar::heightForWidth(int widthPx) const
{
    const Arrangement arrangement = arrangementFor(widthPx);
    const int count = static_cast<int>(m_readouts.size());
    const int rows = (count + arrangement.columns - 1) / arrangement.columns;
    int height = (rows - 1) * kRowGapPx;
    for (int row = 0; row < rows; ++row)
        height += rowHeight(arrangement, row);
    return height;
}

QSize ReadoutBar::sizeHint() const
{
    constexpr int usualWidthPx = 1080;
    return {usualWidthPx, heightForWidth(usualWidthPx)};
}

QSize ReadoutBar::minimumSizeHint() const
{
    // The layout asks for the height at the width there is; this bounds the window alone, which is
    // not to be held open by how the words break at a width that it has left.
    constexpr int narrowWidthPx = 670;
    return {3 * kLeastCellPx + 2 * kGapPx, heightForWidth(narrowWidthPx)};
}

void ReadoutBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        keepRoom();
        showRun();
        updateGeometry();
    }
    QWidget::changeEvent(event);
}

void ReadoutBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void ReadoutBar::arrange()
{
    const Arrangement arrangement = arrangementFor(width());
    int top = 0;
    for (int i = 0; i < static_cast<int>(m_readouts.size()); ++i) {
        const int column = i % arrangement.columns;
        const int row = i / arrangement.columns;
        if (column == 0 && row > 0)
            top += rowHeight(arrangement, row - 1) + kRowGapPx;
        Readout* readout = m_readouts[static_cast<std::size_t>(i)];
        readout->setScale(arrangement.scale);
        readout->setGeometry(column * (arrangement.cellWidth + kGapPx), top, arrangement.cellWidth,
            rowHeight(arrangement, row));
    }
}

} // namespace pipegantt
