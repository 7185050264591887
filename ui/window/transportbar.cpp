// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/transportbar.h"

#include "ui/text/quantities.h"
#include "ui/theme/actionbutton.h"
#include "ui/timeline/framepainter.h"
#include "ui/timeline/instant.h"
#include "ui/timeline/timelineview.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QResizeEvent>
#include <QToolButton>

#include <cmath>
#include <utility>

namespace pipegantt {

using namespace Qt::StringLiterals;

namespace {

/// More are too many for a tip.
constexpr int kMostDevicesInWords = 32;

/// `×¼`, `×1`, `×2.8`
QString speedText(int pace)
{
    if (pace == -4)
        return u"×¼"_s;
    if (pace == -2)
        return u"×½"_s;
    return u"×"_s + QString::number(std::pow(2.0, pace / 2.0), 'g', 2);
}

QComboBox* choice(const QString& name)
{
    auto* box = new QComboBox;
    box->setObjectName(name);
    box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    return box;
}

} // namespace

TransportBar::TransportBar(const Actions& actions, TimelineView& chart, QWidget* parent)
    : QWidget(parent)
    , m_playback(chart.playback())
    , m_step(choice(u"stepKind"_s))
    , m_speed(choice(u"speed"_s))
    , m_time(new QLabel)
    , m_pin(actionButton(actions[ActionId::PinBaseline]))
{
    setObjectName(u"transport"_s);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    for (const ActionId id : {ActionId::ToStart, ActionId::StepBack, ActionId::Play,
             ActionId::StepForward, ActionId::ToEnd})
        layout->addWidget(actionButton(actions[id]));
    layout->addSpacing(8);
    layout->addWidget(m_step);
    layout->addSpacing(4);
    layout->addWidget(m_speed);
    layout->addSpacing(10);
    m_time->setObjectName(u"time"_s);
    // Where the window is narrow, its end goes first.
    m_time->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    layout->addWidget(m_time, 1);
    m_pin->setObjectName(u"pin"_s);
    m_pin->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_pin->setProperty("role", u"field"_s);
    layout->addWidget(m_pin);

    for (int pace = Playback::kLeastPace; pace <= Playback::kMostPace; pace += 2)
        m_speed->addItem(speedText(pace), pace);
    connect(m_speed, &QComboBox::activated, this,
        [this](int index) { m_playback.setPace(m_speed->itemData(index).toInt()); });
    connect(m_step, &QComboBox::activated, this,
        [this](int index) { m_playback.setStep(static_cast<PlaybackStep>(index)); });
    connect(&m_playback, &Playback::speedChanged, this, &TransportBar::showSpeed);
    connect(&m_playback, &Playback::stepChanged, this, &TransportBar::showStep);
    connect(&m_playback, &Playback::cursorChanged, this, &TransportBar::showTime);
    retranslate();
    showSpeed();
}

void TransportBar::setRun(std::shared_ptr<const Run> run)
{
    m_run = std::move(run);
    m_phases = phasesOf(*m_run);
    showTime();
}

QString TransportBar::timeText() const
{
    if (!m_run)
        return {};
    const QString whole = durationText(m_run->metrics.makespan, m_run->plan.unit);
    const auto cursor = m_playback.cursor();
    if (!cursor)
        return whole;
    // One unit for both.
    const QString at =
        durationText(trueTime(m_run->part(), *cursor), m_run->plan.unit).section(u' ', 0, 0);
    QString text = tr("%1 of %2").arg(at, whole);
    for (const Phase& phase : m_phases) {
        if (*cursor >= phase.begin && *cursor < phase.end)
            text += u" · "_s + FramePainter::phaseText(phase.kind);
    }
    return text;
}

void TransportBar::showTime()
{
    const QString text = timeText();
    m_time->setText(text);
    m_time->setAccessibleName(tr("Playhead: %1").arg(text));
    const auto cursor = m_playback.cursor();
    QString tip = text;
    // While it plays nobody reads it.
    if (m_run && cursor && !m_playback.isPlaying()
        && m_run->schedule.devices() <= kMostDevicesInWords)
        tip += u'\n' + Instant::words(*m_run, *cursor).join(u'\n');
    m_time->setToolTip(tip);
    m_time->setAccessibleDescription(tip);
}

void TransportBar::showSpeed()
{
    const int pace = m_playback.pace();
    const int index = m_speed->findData(pace);
    // Between two choices, a place of its own that goes with the next choice.
    const int last = m_speed->count() - 1;
    if (m_speed->itemData(last).toInt() % 2 != 0)
        m_speed->removeItem(last);
    if (index < 0) {
        m_speed->addItem(speedText(pace), pace);
        m_speed->setCurrentIndex(m_speed->count() - 1);
    } else {
        m_speed->setCurrentIndex(index);
    }
}

void TransportBar::showStep()
{
    m_step->setCurrentIndex(static_cast<int>(m_playback.step()));
}

void TransportBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void TransportBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    // In a narrow window the pin speaks for itself, and the time stays legible.
    constexpr int roomForWords = 700;
    m_pin->setToolButtonStyle(event->size().width() >= roomForWords ? Qt::ToolButtonTextBesideIcon
                                                                    : Qt::ToolButtonIconOnly);
}

void TransportBar::fillChoices()
{
    m_step->clear();
    m_step->addItem(tr("Event"));
    m_step->setItemData(0, tr("Any operation starts or ends"), Qt::ToolTipRole);
    m_step->addItem(tr("Micro-batch"));
    m_step->setItemData(1, tr("A micro-batch enters the pipeline or leaves it"), Qt::ToolTipRole);
    m_step->addItem(tr("Phase"));
    m_step->setItemData(2, tr("Warm-up, steady state or drain begins or ends"), Qt::ToolTipRole);
    showStep();
}

void TransportBar::retranslate()
{
    fillChoices();
    m_step->setAccessibleName(tr("How far a step goes"));
    m_step->setToolTip(tr("How far a step goes"));
    m_speed->setAccessibleName(tr("Speed"));
    m_speed->setToolTip(tr("Speed; at ×1 the whole run takes ten seconds"));
    m_pin->setText(tr("Pin as baseline"));
    showTime();
}

} // namespace pipegantt
