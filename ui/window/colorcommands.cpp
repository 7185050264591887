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
    const Actions& actions, TimelineView& chart, Settings& settings, QObject* parent)
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
    m_actions[kChoices[first].action]->setChecked(true);
    m_chart.setColorBy(kChoices[first].colorBy);
    connect(m_actions[ActionId::NextColors], &QAction::triggered, this, [this] {
        const auto next = (static_cast<std::size_t>(m_chart.colorBy()) + 1) % kChoices.size();
        choose(next);
    });
}

void ColorCommands::choose(std::size_t at)
{
    m_actions[kChoices[at].action]->setChecked(true);
    m_chart.setColorBy(kChoices[at].colorBy);
    m_settings.set(setting::kColorBy, QString::fromLatin1(kChoices[at].id));
}

} // namespace pipegantt
