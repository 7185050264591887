// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/timeline/lanes.h"

#include "ui/text/quantities.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace pipegantt {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kMostLines = 4;
constexpr double kFadedShare = 0.25; // of what is still to come

std::uint32_t mixed(const QColor& under, const QColor& over, double share)
{
    const auto channel = [share](int a, int b) {
        return static_cast<unsigned>(std::lround(a + (b - a) * share));
    };
    return 0xff000000U | channel(under.red(), over.red()) << 16U
        | channel(under.green(), over.green()) << 8U | channel(under.blue(), over.blue());
}

QString instantText(const Run& run, Duration time)
{
    if (run.plan.unit == TimeUnit::Slots)
        return QString::fromStdString(timeNumber(time, run.plan.unit));
    return durationText(time, run.plan.unit);
}

} // namespace

void Lanes::setRun(std::shared_ptr<const Run> run)
{
    m_traffic.reset();
    m_run = std::move(run);
    m_takesTime = false;
    if (!m_run)
        return;
    m_traffic.emplace(m_run->plan, m_run->schedule, m_run->timeline);
    m_takesTime = m_traffic->longestHop() > Duration::zero();
}

QColor Lanes::color(const Theme& theme)
{
    return theme.mutedText;
}

/// The chunk of the row's device that a message comes from or goes to.
int Lanes::chunkOf(const Message& message, bool sent) const
{
    const int chunk = m_run->schedule.operations()[message.operation].chunk();
    if (sent)
        return chunk;
    const int stage = m_run->schedule.stageOf(message.from, chunk);
    return m_run->schedule.placement().chunkOf(message.gradient ? stage - 1 : stage + 1);
}

void Lanes::gather(
    const ChartRow& row, bool sent, Duration begin, Duration end, std::vector<Message>& found) const
{
    if (sent)
        m_traffic->sentBy(row.device, begin, end, found);
    else
        m_traffic->receivedBy(row.device, begin, end, found);
    if (row.chunk != ChartRow::kWholeDevice) {
        std::erase_if(
            found, [&](const Message& message) { return chunkOf(message, sent) != row.chunk; });
    }
}

void Lanes::paint(QPainter& painter, const ChartLayout& layout, std::span<const ChartRow> rows,
    const TimeScale& scale, const Theme& theme, std::optional<Duration> cursor)
{
    if (!m_takesTime || layout.rows.lanePx == 0)
        return;
    const auto columns = static_cast<std::size_t>(
        std::max(1L, std::lround(layout.bars.width() * layout.devicePixelRatio)));
    if (m_line.width() != static_cast<int>(columns))
        m_line = QImage(static_cast<int>(columns), 1, QImage::Format_RGB32);
    const QColor ink = color(theme);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const QRectF lane = layout.lane(static_cast<int>(i));
        for (const bool sent : {true, false}) {
            m_found.clear();
            gather(rows[i], sent, scale.begin(), scale.end(), m_found);
            layShares(scale, columns, cursor);
            auto* pixels = reinterpret_cast<std::uint32_t*>(m_line.scanLine(0));
            for (std::size_t x = 0; x < columns; ++x)
                pixels[x] = mixed(theme.window, ink, m_shares[x]);
            QRectF half = lane;
            half.setHeight(lane.height() / 2);
            if (!sent)
                half.moveTop(lane.center().y());
            painter.drawImage(half, m_line);
        }
    }
}

/// How much of each column's time any of the messages found is under way.
void Lanes::layShares(const TimeScale& scale, std::size_t columns, std::optional<Duration> cursor)
{
    m_stretches.clear();
    for (const Message& message : m_found)
        m_stretches.push_back({message.begin, message.end});
    std::ranges::sort(m_stretches, {}, &Stretch::begin);
    m_shares.assign(columns, 0.0);
    const double perPx =
        static_cast<double>(columns) / static_cast<double>((scale.end() - scale.begin()).count());
    const auto pxOf = [&](Duration time) {
        return std::clamp(static_cast<double>((time - scale.begin()).count()) * perPx, 0.0,
            static_cast<double>(columns));
    };
    Duration reached = scale.begin();
    for (const Stretch& stretch : m_stretches) {
        const Duration from = std::max(stretch.begin, reached);
        if (stretch.end <= from)
            continue;
        reached = stretch.end;
        const double left = pxOf(from);
        const double right = pxOf(stretch.end);
        for (auto x = static_cast<std::size_t>(left); x < columns && static_cast<double>(x) < right;
             ++x) {
            m_shares[x] += std::min(right, static_cast<double>(x + 1))
                - std::max(left, static_cast<double>(x));
        }
    }
    const auto future = cursor ? static_cast<std::size_t>(std::ceil(pxOf(*cursor))) : columns;
    for (std::size_t x = 0; x < columns; ++x)
        m_shares[x] = std::clamp(m_shares[x], 0.0, 1.0) * (x < future ? 1 : kFadedShare);
}

std::vector<Message> Lanes::at(const ChartRow& row, bool sent, Duration when) const
{
    std::vector<Message> found;
    if (m_traffic)
        gather(row, sent, when, when + Duration(1), found);
    std::erase_if(found,
        [when](const Message& message) { return message.begin > when || message.end <= when; });
    return found;
}

HoverText Lanes::describe(const ChartRow& row, bool sent, Duration when) const
{
    const std::vector<Message> found = at(row, sent, when);
    if (found.empty())
        return {};
    const auto nameOf = [this](const Message& message) {
        return tr("%1 of %2", "activations or gradient of an operation")
            .arg(message.gradient ? tr("gradient") : tr("activations"),
                operationText(m_run->schedule, message.from, message.operation, m_run->part()));
    };
    const auto wayOf = [](const Message& message) {
        return tr("device %1 → device %2").arg(message.from).arg(message.to);
    };
    if (found.size() > 1) {
        HoverText text {tr("%1 messages under way").arg(found.size()), {}};
        for (std::size_t i = 0; i < std::min(found.size(), kMostLines); ++i)
            text.lines
                << tr("%1 · %2", "message and its way").arg(nameOf(found[i]), wayOf(found[i]));
        return text;
    }
    const Message& message = found.front();
    HoverText text {tr("%1 · %2", "message and its way").arg(nameOf(message), wayOf(message)), {}};
    const Duration begin = trueTime(m_run->part(), message.begin);
    const Duration length = message.end - message.begin;
    text.lines << tr("%1 – %2 (%3)")
                      .arg(instantText(*m_run, begin), instantText(*m_run, begin + length),
                          durationText(length, m_run->plan.unit));
    if (m_run->plan.message > Bytes {})
        text.lines << tr("%1 on the link").arg(memoryText(m_run->plan.message));
    return text;
}

} // namespace pipegantt
