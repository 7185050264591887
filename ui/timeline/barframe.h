// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/figure/pyramid.h"
#include "core/run/run.h"
#include "ui/timeline/barraster.h"

#include <QFutureWatcher>
#include <QObject>
#include <QPainter>
#include <QRegion>
#include <QTimer>

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace pipegantt {

/// Brings the bars of a run onto the screen: straight into the pixels of the window where it can.
/// While the window of time moves over many operations, from a pyramid that is made in the
/// background; exactly again as soon as it stands still.
class BarFrame : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BarFrame)

public:
    explicit BarFrame(QObject* parent = nullptr);
    ~BarFrame() override;

    void setRun(std::shared_ptr<const Run> run);
    /// Call when the window of time has moved.
    void move();
    /// Whether the frame that was painted last was not the exact one.
    [[nodiscard]] bool isApproximate() const { return m_approximate; }

    /// Paints the bars at `place`, of which `exposed` is to be painted; both of the painter's
    /// coordinates.
    void paint(QPainter& painter, const QRectF& place, const BarRaster::Request& request,
        const QRegion& exposed);

signals:
    /// What was painted while it moved is to be painted again.
    void settled();

private:
    /// What a pyramid was made for.
    struct Subject
    {
        std::shared_ptr<const Run> run;
        const Look* look = nullptr;
        ColorBy colorBy = ColorBy::Kind;

        friend bool operator==(const Subject&, const Subject&) = default;
    };

    void render(const BarRaster::Request& request, const Canvas& canvas);
    [[nodiscard]] bool canApproximate(const BarRaster::Request& request) const;
    void approximate(const BarRaster::Request& request, const Canvas& canvas);
    void approximateGathered(const Rows& rows, const Canvas& canvas);
    void approximateLine(int device);
    void mixLine(const Rows& rows, int y, std::span<std::uint32_t> line);
    void build(const Subject& subject);
    void take();

    std::shared_ptr<const Run> m_run;
    BarRaster m_raster;
    QImage m_image;
    QTimer m_stillness;
    bool m_moving = false;
    bool m_approximate = false;
    std::shared_ptr<CoveragePyramid> m_pyramid;
    Subject m_pyramidOf;
    Subject m_building;
    /// What the background makes; nobody else holds it, so that it goes when it is not wanted.
    std::shared_ptr<CoveragePyramid> m_made;
    QFutureWatcher<void> m_watcher;
    LineMixer m_mixer;
    std::vector<std::uint32_t> m_line;
    std::vector<std::uint32_t> m_before; ///< what was in `m_line`
    int m_inLine = -1; ///< whose row
};

} // namespace pipegantt
