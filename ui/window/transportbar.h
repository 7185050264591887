// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/run/run.h"
#include "ui/timeline/phases.h"
#include "ui/window/actions.h"

#include <QWidget>

#include <memory>
#include <vector>

class QComboBox;
class QLabel;
class QToolButton;

namespace pipegantt {

class Playback;
class TimelineView;

/// The line over the chart that plays it: play, steps and how far they go, the speed, and where the
/// playhead is; and at its end the button that pins the plan as the baseline.
class TransportBar : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TransportBar)

public:
    TransportBar(const Actions& actions, TimelineView& chart, QWidget* parent = nullptr);

    void setRun(std::shared_ptr<const Run> run);
    /// `12 of 33 slots · steady`, or the whole length without a playhead.
    [[nodiscard]] QString timeText() const;

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void fillChoices();
    void retranslate();
    void showTime();
    void showSpeed();
    void showStep();

    Playback& m_playback;
    std::shared_ptr<const Run> m_run;
    std::vector<Phase> m_phases;
    QComboBox* m_step;
    QComboBox* m_speed;
    QLabel* m_time;
    QToolButton* m_pin;
};

} // namespace pipegantt
