// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/run/run.h"
#include "ui/theme/theme.h"
#include "ui/timeline/analysis.h"
#include "ui/timeline/barframe.h"
#include "ui/timeline/barlabels.h"
#include "ui/timeline/chartlayout.h"
#include "ui/timeline/chartrows.h"
#include "ui/timeline/edgescroll.h"
#include "ui/timeline/gesture.h"
#include "ui/timeline/hover.h"
#include "ui/timeline/idlesource.h"
#include "ui/timeline/instant.h"
#include "ui/timeline/lanes.h"
#include "ui/timeline/layercache.h"
#include "ui/timeline/marks.h"
#include "ui/timeline/orderdrag.h"
#include "ui/timeline/overview.h"
#include "ui/timeline/phases.h"
#include "ui/timeline/playback.h"
#include "ui/timeline/rowchip.h"
#include "ui/timeline/rowgestures.h"
#include "ui/timeline/spotlight.h"
#include "ui/timeline/viewport.h"

#include <QWidget>

#include <array>
#include <memory>
#include <optional>
#include <vector>

namespace pipegantt {

/// What charts need that share the axis of another one: it reaches to `reach` even where its own
/// run ends before, its labels leave room for those of `devices` devices, and its legend explains
/// `kinds`, too.
struct Companions
{
    Duration reach {};
    int devices = 0;
    std::array<bool, kOperationKindCount> kinds {};

    friend bool operator==(const Companions&, const Companions&) = default;
};

/// The Gantt chart of a run: rows are devices, bars are operations, hatched areas are bubbles. It
/// zooms, pans, explains what is pointed at and plays the run through time. It computes nothing
/// about a run; it shows what the core says.
///
/// The order of a custom schedule is edited on it: an operation is dragged to another place of its
/// row, or to another device with its stage.
class TimelineView : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TimelineView)

public:
    explicit TimelineView(QWidget* parent = nullptr);
    ~TimelineView() override = default;

    /// Shows `run`. A fitted view stays fitted; a zoomed one keeps its window where it can.
    void setRun(std::shared_ptr<const Run> run);
    void setTheme(const Theme& theme);
    /// Lets charts beside this one share its axis and its legend.
    void setCompanions(const Companions& companions);
    /// Where the rows lie in the widget: what is beside has its axis there too.
    [[nodiscard]] QRectF barsArea() const { return m_layout.bars; }
    /// What the colours tell apart.
    void setColorBy(ColorBy colorBy);
    [[nodiscard]] ColorBy colorBy() const { return m_colorBy; }
    /// What they tell apart now: causes of idle time are of devices, not of stages.
    [[nodiscard]] ColorBy shownColors() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

    [[nodiscard]] Viewport& viewport() { return m_viewport; }
    [[nodiscard]] Playback& playback() { return m_playback; }
    [[nodiscard]] Analysis& analysis() { return m_analysis; }
    [[nodiscard]] ChartRows& rows() { return m_rows; }
    [[nodiscard]] Marks& marks() { return m_marks; }
    [[nodiscard]] bool isPlaying() const { return m_playback.isPlaying(); }
    [[nodiscard]] std::optional<Duration> cursor() const { return m_playback.cursor(); }
    [[nodiscard]] const HoverTarget& target() const { return m_target; }
    /// The instant that a key is about, of the whole run: of what is selected, else under the
    /// pointer, else the playhead's. Nothing without a run.
    [[nodiscard]] std::optional<Duration> trueInstantHere() const;
    /// When an instant of the chart is in the whole run, and the other way round.
    [[nodiscard]] Duration trueTimeOf(Duration when) const;
    [[nodiscard]] Duration heldTimeOf(Duration when) const;
    /// What is written at the playhead, where there is one.
    [[nodiscard]] QString cursorLabel() const;
    /// What the card says about the target, title first, a sentence a line; empty without one.
    [[nodiscard]] QString cardText() const;
    [[nodiscard]] const ChartLayout& layout() const { return m_layout; }
    /// Where the bar of an operation is in the widget.
    [[nodiscard]] QRectF placeOf(int device, std::size_t operation) const;
    /// Paints everything into the backing store's next frame, as the widget would; for measuring.
    void paintInto(QPainter& painter) { paintInto(painter, rect()); }
    /// Whether bars were painted from few values for the while that they move.
    [[nodiscard]] bool isApproximate() const { return m_bars.isApproximate(); }
    /// Whether the order on screen is one that a person may change.
    [[nodiscard]] bool canEditOrder() const;
    /// Marks a device and an instant that another view is pointed at; nothing takes the mark away.
    void setSpotlight(std::optional<int> device, std::optional<Duration> when);
    [[nodiscard]] const Spotlight& spotlight() const { return m_spotlight; }
    /// The edit that was refused last, while its dependencies are shown.
    [[nodiscard]] const std::optional<Refusal>& refusal() const { return m_refusal; }

public slots:
    void togglePlay();
    void stepForward();
    void stepBack();
    void toStart();
    void toEnd();
    void fit();
    void zoomIn();
    void zoomOut();
    void panLeft();
    void panRight();
    /// Select the operation beside the selected one on its device, or what the device beside does
    /// at that time; without a selection, what runs at the playhead or at the left.
    void nextOperation();
    void previousOperation();
    void deviceAbove();
    void deviceBelow();
    /// Shows what is selected, as large as it can be: the box, else the operation or bubble.
    void zoomToSelection();
    void selectAll();
    /// Move the end of the box that the keys are at, to the next edge of a bar or to the next row.
    /// Without a box they begin with what is pointed at or selected.
    void extendLater();
    void extendEarlier();
    void extendUp();
    void extendDown();
    /// Go to the operation that this one waits for longest, or to one that waits for it.
    void predecessor();
    void successor();
    /// Shows no dependencies, those of one step, or the chain, in turn.
    void nextLinks();
    /// Comes to `target` as a key would.
    void showTarget(const pipegantt::HoverTarget& target);
    /// Sets a cursor that measures, at the nearest edge of a bar: first one, then the other.
    void measureHere();
    /// Shows the messages under way, as a lane under each row.
    void showLanes(bool on);
    /// Takes playhead, selection, cursors and card away.
    void clear();
    /// Move the selected operation of a custom order past its neighbour, or its stage to the device
    /// beside.
    void moveEarlier();
    void moveLater();
    void moveStageUp();
    void moveStageDown();

signals:
    /// The playhead is at `cursor` of simulated time.
    void cursorChanged(pipegantt::Duration cursor);
    void cursorCleared();
    void playingChanged(bool playing);
    /// The target, and with it the card, is another one.
    void hoverChanged();
    /// What colours tell apart is another thing.
    void colorsChanged();
    /// The mouse is over the row of a device, at an instant; nothing where it is not.
    void pointedAt(std::optional<int> device, std::optional<pipegantt::Duration> when);
    /// A menu for the row at hand is asked for.
    void rowMenuAsked(const QPoint& globalPosition);
    /// A person begins to change the order.
    void editBegun();
    /// The order is to be `order`; `description` names the step for the history.
    void orderEdited(std::shared_ptr<const pipegantt::Schedule> order, const QString& description);
    void editRefused(const pipegantt::Error& error);

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;

private:
    /// An operation, whatever its place.
    struct Followed
    {
        int stage = 0;
        OperationKind kind = OperationKind::Forward;
        int unit = 0;
    };

    void relayout();
    void limitViewport();
    void followRows();
    void repaintBars();
    void retranslate();
    void updateCursorState();
    void paintInto(QPainter& painter, const QRegion& exposed);
    void paintChart(QPainter& painter, const QRegion& exposed);
    void paintFocus(QPainter& painter);

    void pointAt(QPointF position);
    void beginGesture();
    void continueGesture(QPointF position);
    void endGesture(QPointF position);
    void scrollBeyond(double px, QPointF position);
    void pinch(QPointF position, double factor);
    void showCursorFor(QPointF position);
    [[nodiscard]] int rowNear(QPointF position) const;
    [[nodiscard]] Duration timeNear(QPointF position) const;
    [[nodiscard]] Duration instantHere() const;
    [[nodiscard]] ChartBox boxOfTarget() const;
    void goAlong(const std::vector<Flow>& flows, bool back);
    void describeTarget();
    void extendBy(int step);
    void extendRowsBy(int step);
    [[nodiscard]] HoverText laneTextAt(int row, QPointF position) const;
    void setTarget(const HoverTarget& target, bool byKeyboard);
    void selectBeside(int step);
    void selectDevice(int step);
    void select(int device, std::size_t operation);
    void selectTarget(const HoverTarget& target);
    [[nodiscard]] bool selectAnything();
    [[nodiscard]] double zoomCentre() const;

    [[nodiscard]] bool canMoveTarget() const;
    void beginOrderDrag();
    void dragOrder(QPointF position);
    void dropOrder();
    void cancelOrderDrag();
    void moveTarget(int step);
    void moveTargetStage(int step);
    void take(const Edited& edited, const QString& description);
    void follow(int device, std::size_t operation);
    void selectFollowed();
    [[nodiscard]] HoverText refusalText(const Refusal& refusal) const;
    void paintEdit(QPainter& painter);

    std::shared_ptr<const Run> m_run;
    Theme m_theme;
    Viewport m_viewport;
    Playback m_playback;
    ChartRows m_rows;
    RowGestures m_rowGestures {m_rows};
    RowChip* m_rowChip;
    Lanes m_lanes;
    bool m_showsLanes = false;
    HoverText m_laneText; ///< of the messages that are pointed at
    ChartLayout m_layout;
    std::vector<Phase> m_phases;
    Instant m_instant;
    Companions m_companions;

    ColorBy m_colorBy = ColorBy::Kind;
    IdleSource m_idle;
    BarFrame m_bars;
    BarLabels m_labels;
    Overview m_overview;
    LayerCache m_chart; ///< all but what follows pointer and selection

    HoverTarget m_target;
    HoverText m_text;
    Spotlight m_spotlight;
    bool m_byKeyboard = false;
    bool m_showFocus = false;
    QPointF m_pointer;
    Marks m_marks;
    EdgeScroll m_edgeScroll;
    Analysis m_analysis {m_rows.order()};
    Gesture m_gesture = Gesture::None;
    bool m_armed = false; ///< pressed, not yet moved far enough
    Selection::Edge m_edge = Selection::Edge::None; ///< under the press
    bool m_spaceHeld = false;
    bool m_spaceUsed = false; ///< for a drag, and so not to play
    QPointF m_dragFrom;
    std::optional<OrderDrag> m_orderDrag;
    std::optional<Refusal> m_refusal;
    std::optional<Followed> m_followed;
};

} // namespace pipegantt
