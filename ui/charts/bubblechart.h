// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/run/run.h"
#include "ui/charts/chartcard.h"
#include "ui/charts/curvegroup.h"

#include <QFutureWatcher>

#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

class QCPItemStraightLine;
class QCPItemText;
class QCPItemTracer;

namespace pipegantt {

/// The bubble ratio against M for every schedule at this pipeline, with the plan's own point on it.
/// The point is dragged with the mouse, or moved with the keyboard (left and right by one, page up
/// and down by halves and doubles). Curves are computed in the background; the latest plan wins.
class BubbleChart : public ChartCard
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BubbleChart)

public:
    explicit BubbleChart(QWidget* parent = nullptr);
    ~BubbleChart() override;

    /// Shows the run's plan at its simulated bubble ratio.
    void setRun(const std::shared_ptr<const Run>& run);
    void setPlan(const Plan& plan, Ratio currentBubble);
    void setTheme(const Theme& theme) override;

    /// The curves as drawn; empty until the first ones are computed.
    [[nodiscard]] const std::vector<CurveGroup>& curves() const { return m_curves; }
    /// The words at each of `curves()`, in their order.
    [[nodiscard]] QStringList curveLabels() const;
    /// The words at the plan's point: `M = 8 · 27.3 %`.
    [[nodiscard]] QString pointLabel() const;
    /// Where the plan's point is, in the widget's coordinates.
    [[nodiscard]] QPointF pointPosition() const;
    /// The last M of the axis.
    [[nodiscard]] int axisMaximum() const { return m_axisMaximum; }

signals:
    /// The reader asks for another M. All signals of one drag, or of one held key, belong together;
    /// the last of them has `finished`.
    void microbatchesDragged(int microbatches, bool finished);

protected:
    void retranslate() override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    enum class Gesture
    {
        None,
        Mouse,
        Key,
    };

    void requestCurves();
    void showCurves();
    void showPoint();
    void showAxes();
    /// Puts every label into a free place; called when the plot knows its size.
    void placeLabels();
    [[nodiscard]] bool isMovable() const;
    [[nodiscard]] bool isOnPoint(const QPointF& position) const;
    void move(int microbatches);
    void finish(int microbatches);

    Plan m_plan;
    Ratio m_bubble;
    /// The M shown: the plan's, or ahead of it during a gesture.
    int m_microbatches = 1;
    Gesture m_gesture = Gesture::None;
    int m_gestureStart = 1;
    int m_axisMaximum = 128;

    std::optional<Plan> m_curvePlan;
    int m_curveMaximum = 0;
    std::stop_source m_stop;
    QFutureWatcher<std::vector<CurveGroup>> m_watcher;
    std::vector<CurveGroup> m_curves;

    std::vector<QCPItemText*> m_curveLabels;
    QCPItemStraightLine* m_targetLine;
    QCPItemText* m_targetLabel;
    QCPItemTracer* m_point;
    QCPItemText* m_pointLabel;
};

} // namespace pipegantt
