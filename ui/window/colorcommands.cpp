// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/colorcommands.h"

#include "ui/settings/settings.h"
#include "ui/timeline/timelineview.h"
#include "ui/window/actions.h"

#include <QActionGroup>

#include <array>

namespace pipegantt {

namespace {

struct Choice
{
    ActionId action;
    ColorBy colorBy;
    const char* id; ///< in the settings
};

constexpr std::array<Choice, kColorByCount> kChoices {{
    {ActionId::ColorByKind, ColorBy::Kind, "kind"},
    {ActionId::ColorByMicrobatch, ColorBy::Microbatch, "microbatch"},
    {ActionId::ColorByChunk, ColorBy::Chunk, "chunk"},
    {ActionId::ColorByStage, ColorBy::Stage, "stage"},
    {ActionId::ColorByIdleCause, ColorBy::IdleCause, "idle"},
}};

} // namespace

ColorCommands::ColorCommands(
    Actions& actions, TimelineView& chart, Settings& settings, QObject* parent)
    : QObject(parent)
    , m_actions(actions)
    , m_chart(chart)
    , m_settings(settings)
{
    auto* group = new QActionGroup(this);
    const QString stored = m_settings.value(setting::kColorBy);
    std::size_t first = 0;
    for (std::size_t i = 0; i < kChoices.size(); ++i) {
        group->addAction(m_actions[kChoices[i].action]);
        connect(m_actions[kChoices[i].action], &QAction::triggered, this, [this, i] { choose(i); });
        if (stored == QLatin1StringView(kChoices[i].id))
            first = i;
    }
    m_chart.setColorBy(kChoices[first].colorBy);
    connect(m_actions[ActionId::NextColors], &QAction::triggered, this, [this] {
        auto next = (static_cast<std::size_t>(m_chart.shownColors()) + 1) % kChoices.size();
        if (!m_actions[kChoices[next].action]->isEnabled())
            next = (next + 1) % kChoices.size();
        choose(next);
    });
    connect(&m_chart.rows(), &ChartRows::changed, this, &ColorCommands::follow);
    follow();
}

void ColorCommands::follow()
{
    m_actions.setAvailable(ActionId::ColorByIdleCause, !m_chart.rows().showsStages(),
        QT_TRANSLATE_NOOP("Actions", "Rows are stages: only a device is idle"));
    m_actions[kChoices[static_cast<std::size_t>(m_chart.shownColors())].action]->setChecked(true);
}

void ColorCommands::choose(std::size_t at)
{
    m_chart.setColorBy(kChoices[at].colorBy);
    follow();
    m_settings.set(setting::kColorBy, QString::fromLatin1(kChoices[at].id));
}

} // namespace pipegantt
