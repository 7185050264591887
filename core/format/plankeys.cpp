// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/format/plankeys.h"

#include "core/plan/choice.h"

#include <algorithm>
#include <iterator>
#include <vector>

namespace pipegantt {
namespace {

constexpr std::string_view kPerStageSuffix = "-per-stage";

} // namespace

std::string perStageKey(Parameter parameter)
{
    return std::string(info(parameter).key) + std::string(kPerStageSuffix);
}

std::span<const std::string> planKeys()
{
    static const std::vector<std::string> keys = [] {
        std::vector<std::string> all {std::string(kScheduleKey)};
        for (const ParameterInfo& row : parameters()) {
            if (row.parameter == Parameter::Forward) {
                all.emplace_back(kSliceWeightsKey);
                all.emplace_back(kPlacementKey);
                all.emplace_back(kOrderKey);
                all.emplace_back(kLayoutKey);
                for (const ChoiceInfo& choice : choices())
                    all.emplace_back(choice.key);
                all.emplace_back(kUnitKey);
                all.insert(all.end(), kTimesKeys.begin(), kTimesKeys.end());
            }
            all.emplace_back(row.key);
            if (row.parameter == Parameter::Comm)
                std::ranges::transform(kPerStageParameters, std::back_inserter(all), perStageKey);
        }
        return all;
    }();
    return keys;
}

bool isListKey(std::string_view key)
{
    return key == kSliceWeightsKey || key == kPlacementKey || key == kOrderKey
        || std::ranges::find(kPerStageParameters, key, perStageKey) != kPerStageParameters.end();
}

} // namespace pipegantt
