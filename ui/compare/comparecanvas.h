// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/compare/comparelayout.h"
#include "ui/compare/compareset.h"
#include "ui/compare/planpicture.h"
#include "ui/theme/theme.h"
#include "ui/timeline/hover.h"

#include <QWidget>

#include <array>
#include <optional>
#include <vector>

namespace pipegantt {

class Playback;
class TimelineView;
class Viewport;
class WipeHandle;

/// The plans of a comparison on the time axis of the chart, whose zoom and playhead they share: no
/// plan has a scale of its own. Stacked, the pinned plans stand here and the current one in the
/// chart below; overlaid and wiped, all of them stand here.
class CompareCanvas : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CompareCanvas)

public:
    /// `chart` and `set` must outlive it.
    CompareCanvas(const CompareSet& set, TimelineView& chart, QWidget* parent = nullptr);
    ~CompareCanvas() override = default;

    void setTheme(const Theme& theme);
    void setArrangement(Arrangement arrangement);
    [[nodiscard]] Arrangement arrangement() const { return m_arrangement; }
    /// Where the line of the wipe stands: the part of the axis left of it, 0 to 1.
    [[nodiscard]] double wipe() const { return m_wipe; }

    /// What the card says about what is pointed at, title first; empty without it.
    [[nodiscard]] QString cardText() const;
    /// What is written instead of bars; empty where bars are drawn.
    [[nodiscard]] QString trouble() const;
    /// The axis as it is here.
    [[nodiscard]] TimeScale scale() const;
    [[nodiscard]] const CompareLayout& layOut() const { return m_layout; }
    /// Which plans are shown, as `CompareSet::title` counts them.
    [[nodiscard]] const std::vector<std::size_t>& shown() const { return m_shown; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

public slots:
    void setWipe(double share);
    void wipeLeft();
    void wipeRight();

signals:
    void wipeMoved(double share);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;

private:
    void refresh();
    void relayout();
    void repaintPictures();
    void placeHandle();
    void retranslate();
    void pointAt(QPointF position);
    [[nodiscard]] CompareNeeds needs() const;
    [[nodiscard]] double dividerX() const;
    [[nodiscard]] const std::shared_ptr<const Run>& sharedRunOf(std::size_t pane) const;
    [[nodiscard]] const Run& runOf(std::size_t pane) const { return *sharedRunOf(pane); }
    [[nodiscard]] bool isDrawn(std::size_t pane) const;
    [[nodiscard]] QString paneTitle(std::size_t pane) const;
    [[nodiscard]] QRectF clipOf(std::size_t pane) const;

    void paintPane(QPainter& painter, std::size_t pane);
    void paintStrips(QPainter& painter, std::size_t pane);
    void paintMissing(QPainter& painter, std::size_t pane);
    void paintTitles(QPainter& painter);
    void paintFrame(QPainter& painter);
    void paintPlayhead(QPainter& painter);
    void paintTarget(QPainter& painter);
    void paintWords(QPainter& painter, const QRectF& area, const QString& words);

    const CompareSet& m_set;
    TimelineView& m_chart;
    Viewport& m_viewport;
    Playback& m_playback;
    Theme m_theme;
    Arrangement m_arrangement = Arrangement::Stacked;
    double m_wipe = 0.5;
    WipeHandle* m_handle;

    std::vector<std::size_t> m_shown;
    CompareLayout m_layout;
    QRectF m_axisOf; ///< bars of the chart that the layout is for
    std::array<PlanPicture, CompareSet::kMostPinned + 1> m_pictures;
    std::array<const QImage*, CompareSet::kMostPinned + 1> m_images {};
    bool m_valid = false;

    std::optional<CompareLayout::Spot> m_spot;
    HoverTarget m_target;
    QPointF m_pointer;
    std::optional<QPointF> m_dragFrom;
    bool m_showFocus = false;
};

} // namespace pipegantt
