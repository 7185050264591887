// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/run/run.h"
#include "ui/charts/chartcard.h"
#include "ui/charts/memorytraces.h"

#include <QFutureWatcher>
#include <QPointF>
#include <QRectF>

#include <memory>
#include <optional>
#include <vector>

class QCPItemRect;
class QCPGraph;
class QCPItemStraightLine;
class QCPItemText;
class QCPItemTracer;

namespace pipegantt {

class LabelSpace;

/// The activation memory that each device holds over time, with the plan's limit. The lines are
/// gathered in the background; the latest run wins.
class MemoryChart : public ChartCard
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MemoryChart)

public:
    explicit MemoryChart(QWidget* parent = nullptr);
    ~MemoryChart() override;

    void setRun(std::shared_ptr<const Run> run);
    void setTheme(const Theme& theme) override;
    /// Marks an instant, as the schedule is played: what is still to come is paler. Nothing takes
    /// the mark away.
    void setPlayhead(std::optional<Duration> when);
    /// Shows [begin, end) of time, as another view does, from now on; without one all of each run.
    void setWindow(Duration begin, Duration end);
    /// Brings out the line of a device, and an instant, that are pointed at here or elsewhere;
    /// nothing takes the mark away.
    void highlight(std::optional<int> device);
    void setPointer(std::optional<Duration> when);
    [[nodiscard]] std::optional<int> highlighted() const { return m_highlighted; }
    /// Where an instant is in the card.
    [[nodiscard]] double xOf(Duration when) const;

    /// What is drawn; empty until the first run's lines are gathered.
    [[nodiscard]] const MemoryTraces& traces() const { return m_traces; }
    /// `limit 10 GB`; empty without a limit.
    [[nodiscard]] QString limitLabel() const;
    /// `passed by 8 of 8 devices`; empty where all keep the limit.
    [[nodiscard]] QString overLabel() const;
    /// `6.4 GB · device 0 · 3 slots`: the peak, its device and when it is first reached.
    [[nodiscard]] QString peakLabel() const;
    /// The devices whose lines have their name beside them, as last drawn.
    [[nodiscard]] std::vector<int> labelledDevices() const;
    /// Where words stand in the plot, in its pixels, as last drawn.
    [[nodiscard]] std::vector<QRectF> labelPlaces() const;

signals:
    /// The mouse is at an instant, near the line of a device.
    void pointedAt(std::optional<int> device, std::optional<pipegantt::Duration> when);
    /// The window is to show less of time around an instant, or to move by a share of its width.
    void zoomed(pipegantt::Duration around, double factor);
    void panned(double share);
    void fitted();

protected:
    void retranslate() override;
    void resizeEvent(QResizeEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    struct Outcome
    {
        std::shared_ptr<const Run> run;
        MemoryTraces traces;
    };

    void requestTraces();
    void showTraces();
    void showDevices();
    void showLimit();
    void showPeak();
    void showAxes();
    void showWindow();
    void showHighlight();
    void placeLabels();
    /// Keeps labels off what lies beyond the limit.
    void addHatch(LabelSpace& space) const;
    [[nodiscard]] std::size_t columns() const;
    [[nodiscard]] std::optional<Duration> timeAt(QPointF position) const;
    [[nodiscard]] std::optional<int> deviceAt(QPointF position, Duration when) const;
    [[nodiscard]] std::optional<Bytes> limit() const;
    /// Whether the limit lies so high that showing it would flatten the lines.
    [[nodiscard]] bool isLimitOutOfSight() const;
    [[nodiscard]] QColor deviceInk(std::size_t line) const;

    std::shared_ptr<const Run> m_requested;
    Duration m_begin {};
    Duration m_end {1};
    bool m_followsWindow = false; ///< another view says what is shown
    std::size_t m_columns = 0;
    QFutureWatcher<std::shared_ptr<Outcome>> m_watcher;
    bool m_isStale = false; ///< something else was asked for since
    /// The run that `m_traces` are of.
    std::shared_ptr<const Run> m_run;
    MemoryTraces m_traces;

    std::vector<QCPItemText*> m_deviceLabels;
    QCPItemStraightLine* m_limitLine;
    QCPItemText* m_limitLabel;
    QCPItemText* m_overLabel;
    QCPItemTracer* m_peak;
    QCPItemText* m_peakLabel;
    QCPItemRect* m_future; ///< below the playhead
    QCPItemStraightLine* m_playhead;
    QCPItemStraightLine* m_pointer;
    std::optional<int> m_highlighted;
    QCPGraph* m_highlight = nullptr;
    std::optional<QPointF> m_pressed;
};

} // namespace pipegantt
