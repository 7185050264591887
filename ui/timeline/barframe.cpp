// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/timeline/barframe.h"

#include "ui/timeline/devicepixels.h"

#include <QtConcurrent>

#include <algorithm>
#include <utility>

namespace pipegantt {

namespace {

// Below, an exact frame takes a few milliseconds at most.
constexpr std::size_t kManyOperations = 1'000'000;
constexpr int kStillMilliseconds = 80;

} // namespace

BarFrame::BarFrame(QObject* parent)
    : QObject(parent)
{
    m_stillness.setSingleShot(true);
    m_stillness.setInterval(kStillMilliseconds);
    connect(&m_stillness, &QTimer::timeout, this, [this] {
        m_moving = false;
        if (m_approximate)
            emit settled();
    });
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &BarFrame::take);
}

BarFrame::~BarFrame()
{
    m_watcher.waitForFinished();
}

void BarFrame::setRun(std::shared_ptr<const Run> run)
{
    m_run = std::move(run);
    m_pyramid.reset();
    m_pyramidOf = {};
}

void BarFrame::move()
{
    if (!m_run || m_run->schedule.operations().size() < kManyOperations)
        return;
    m_moving = true;
    m_stillness.start();
}

void BarFrame::paint(QPainter& painter, const QRectF& place, const BarRaster::Request& request,
    const QRegion& exposed)
{
    const QSize size(BarRaster::widthOf(request), request.rows.heightPx);
    const bool whole = exposed.contains(place.toAlignedRect()) && exposed.rectCount() == 1;
    const auto canvas = whole ? canvasUnder(painter, place, size) : std::nullopt;
    if (canvas) {
        render(request, *canvas);
        return;
    }
    if (m_image.size() != size)
        m_image = QImage(size, QImage::Format_RGB32);
    render(request,
        {reinterpret_cast<std::uint32_t*>(m_image.bits()), m_image.bytesPerLine() / 4, size.width(),
            size.height()});
    drawAligned(painter, place.topLeft(), m_image);
}

void BarFrame::render(const BarRaster::Request& request, const Canvas& canvas)
{
    const Subject subject {m_run, request.look, request.colorBy};
    const bool wanted = m_moving && request.run == m_run.get() && !request.cursor
        && request.colorBy != ColorBy::IdleCause;
    m_approximate = wanted && m_pyramidOf == subject && canApproximate(request);
    if (m_approximate) {
        approximate(request, canvas);
        return;
    }
    if (wanted && m_pyramidOf != subject)
        build(subject);
    m_raster.paintInto(request, canvas);
}

bool BarFrame::canApproximate(const BarRaster::Request& request) const
{
    return m_pyramid
        && m_pyramid->covers(request.scale, static_cast<std::size_t>(BarRaster::widthOf(request)));
}

void BarFrame::approximate(const BarRaster::Request& request, const Canvas& canvas)
{
    const Rows& rows = request.rows;
    const auto width = static_cast<std::size_t>(canvas.width);
    m_pyramid->aim(request.scale, width);
    if (rows.areGathered()) {
        approximateGathered(rows, canvas);
        return;
    }
    for (int device = 0; device < rows.devices; ++device) {
        const Rows::Band band = rows.band(device);
        const int next = device + 1 < rows.devices ? rows.band(device + 1).top : rows.heightPx;
        m_pyramid->paint(device, canvas.line(band.top));
        for (int y = band.top + 1; y < band.bottom; ++y)
            std::ranges::copy(canvas.line(band.top), canvas.line(y).begin());
        for (int y = band.bottom; y < next; ++y)
            std::ranges::fill(canvas.line(y), request.background.argb());
    }
}

void BarFrame::approximateGathered(const Rows& rows, const Canvas& canvas)
{
    m_line.resize(static_cast<std::size_t>(canvas.width));
    m_before.resize(m_line.size());
    m_inLine = -1;
    for (int y = 0; y < rows.heightPx; ++y) {
        const Rows::Range range = rows.sharing(y);
        const std::span<std::uint32_t> line = canvas.line(y);
        if (range.last - range.first > 2) {
            mixLine(rows, y, line);
            continue;
        }
        approximateLine(range.first);
        if (range.last - range.first == 1) {
            std::ranges::copy(m_line, line.begin());
            continue;
        }
        std::swap(m_line, m_before);
        approximateLine(range.first + 1);
        const int part = rows.partOf(range.first, y) * 256 / rows.devices;
        LineMixer::mix(m_before, static_cast<std::uint32_t>(part), m_line, line);
    }
}

void BarFrame::approximateLine(int device)
{
    if (device != m_inLine)
        m_pyramid->paint(device, m_line);
    m_inLine = device;
}

void BarFrame::mixLine(const Rows& rows, int y, std::span<std::uint32_t> line)
{
    m_mixer.clear(line.size());
    const Rows::Range range = rows.sharing(y);
    int until = 0;
    for (int device = range.first; device < range.last; ++device) {
        approximateLine(device);
        // Weights in parts of 256 that are 256 together.
        const int before = until * 256 / rows.devices;
        until += rows.partOf(device, y);
        m_mixer.add(m_line, static_cast<std::uint32_t>(until * 256 / rows.devices - before));
    }
    m_mixer.take(line);
}

void BarFrame::build(const Subject& subject)
{
    if (m_watcher.isRunning())
        return;
    m_building = subject;
    // Read again when the background is done.
    m_watcher.setFuture(QtConcurrent::run([this, subject] {
        m_made = std::make_shared<CoveragePyramid>(subject.run->schedule, subject.run->timeline,
            Fills(*subject.look, subject.run->schedule, subject.colorBy));
    }));
}

void BarFrame::take()
{
    // The run may have gone while it was made; then this one is for nothing.
    auto made = std::move(m_made);
    if (m_building.run == m_run) {
        m_pyramid = std::move(made);
        m_pyramidOf = m_building;
    }
    m_building = {};
}

} // namespace pipegantt
