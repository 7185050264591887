// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/plan/choice.h"

#include "core/base/text.h"

#include <algorithm>

namespace pipegantt {
namespace {

constexpr std::array<ChoiceInfo, kChoiceCount> kChoices {{
    {Choice::BackwardOrder, "backward-order", PIPEGANTT_TEXT("Parameter", "Backward order"),
        PIPEGANTT_TEXT("Parameter",
            "The order of GPipe's backward passes: ascending as PyTorch runs them, or descending "
            "as the paper draws them."),
        {"ascending", "descending"},
        {PIPEGANTT_TEXT("Parameter", "Ascending"), PIPEGANTT_TEXT("Parameter", "Descending")}},
    {Choice::RecomputeStart, "recompute-start", PIPEGANTT_TEXT("Parameter", "Recompute starts"),
        PIPEGANTT_TEXT("Parameter",
            "When a recomputation may start: with the gradient, as the hooks of PyTorch and "
            "Megatron-LM do, or early, while the device waits for it."),
        {"with-gradient", "early"},
        {PIPEGANTT_TEXT("Parameter", "With the gradient"), PIPEGANTT_TEXT("Parameter", "Early")}},
    {Choice::CommModel, "comm-model", PIPEGANTT_TEXT("Parameter", "Messages"),
        PIPEGANTT_TEXT("Parameter",
            "How devices exchange messages: asynchronous, beside the work, or blocking, in calls "
            "that both ends enter, as Megatron-LM's fused send and receive."),
        {"asynchronous", "blocking"},
        {PIPEGANTT_TEXT("Parameter", "Beside the work"),
            PIPEGANTT_TEXT("Parameter", "Blocking calls")}},
}};

} // namespace

std::span<const ChoiceInfo, kChoiceCount> choices()
{
    return kChoices;
}

const ChoiceInfo& info(Choice choice)
{
    return kChoices[static_cast<std::size_t>(choice)];
}

int chosen(const Plan& plan, Choice choice)
{
    switch (choice) {
    case Choice::BackwardOrder:
        return static_cast<int>(plan.backwardOrder);
    case Choice::RecomputeStart:
        return static_cast<int>(plan.recomputeStart);
    case Choice::CommModel:
        break;
    }
    return static_cast<int>(plan.commModel);
}

void choose(Plan& plan, Choice choice, int index)
{
    switch (choice) {
    case Choice::BackwardOrder:
        plan.backwardOrder = static_cast<BackwardOrder>(index);
        break;
    case Choice::RecomputeStart:
        plan.recomputeStart = static_cast<RecomputeStart>(index);
        break;
    case Choice::CommModel:
        plan.commModel = static_cast<CommModel>(index);
        break;
    }
}

std::optional<int> choiceFromId(Choice choice, std::string_view id)
{
    const auto& ids = info(choice).ids;
    const auto* const found = std::ranges::find(ids, id);
    if (found == ids.end())
        return std::nullopt;
    return static_cast<int>(found - ids.begin());
}

} // namespace pipegantt
