// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/error.h"
#include "core/base/time.h"
#include "core/format/plankeys.h"
#include "core/plan/choice.h"
#include "core/plan/parameter.h"
#include "core/plan/plan.h"

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pipegantt {

/// A plan that is put together from named values, spelt as on the command line: `3`, `250us`,
/// `1.6GB`, `gpipe`. Plan files and command lines both go through it, so that both know the same
/// keys, rules and errors. What is not set keeps the value of the plan that the draft starts from.
class PlanDraft
{
public:
    explicit PlanDraft(Plan start = {})
        : m_plan(std::move(start))
    {
    }

    /// Sets one value. `key` is a key of `planKeys()` and not a list's.
    Result<void> set(std::string_view key, std::string_view text);

    /// Sets the times of all stages; `key` is a list's.
    Result<void> setList(std::string_view key, std::span<const std::string> texts);

    /// The finished plan, checked by `checkPlan`. Fails where slots and real times are mixed (a
    /// time that nobody set counts with the unit it has), where a backward pass is given both whole
    /// and in parts, and where a list does not match the number of stages. A naive schedule without
    /// micro-batches named runs one, a schedule without chunks named as many as it needs.
    [[nodiscard]] Result<Plan> finish() const;

private:
    struct List
    {
        bool given = false;
        std::vector<ParsedTime> times;
    };

    Result<void> setValue(std::string_view key, std::string_view text);
    Result<void> setLayout(std::string_view text);
    Result<void> setSource(std::string_view key, std::string_view text);
    Result<void> setChoice(const ChoiceInfo& row, std::string_view text);
    Result<void> setNumber(const ParameterInfo& row, std::string_view text);
    Result<void> setAmount(const ParameterInfo& row, std::string_view text);
    Result<void> setTimes(
        Parameter parameter, std::string_view key, std::span<const std::string> texts);
    [[nodiscard]] const std::optional<ParsedTime>& scalar(Parameter parameter) const;
    [[nodiscard]] const List& list(Parameter parameter) const;
    [[nodiscard]] bool gives(Parameter part) const;
    [[nodiscard]] bool listsWholeStages() const;
    [[nodiscard]] Result<TimeUnit> unit() const;
    void applyShape(Plan& plan) const;
    void applyLayout(Plan& plan) const;
    [[nodiscard]] Result<void> applySource(Plan& plan) const;
    void applyScalars(Plan& plan) const;
    [[nodiscard]] Result<void> applyLists(Plan& plan) const;
    Result<void> setOrder(std::span<const std::string> rows);

    Plan m_plan;
    std::array<std::optional<ParsedTime>, kParameterCount> m_scalars;
    std::array<List, kParameterCount> m_lists;
    std::optional<TimeUnit> m_unit;
    std::optional<TimeSource> m_source;
    bool m_namesSchedule = false;
    bool m_namesStages = false;
    bool m_givesLayout = false;
    bool m_namesMicrobatches = false;
    bool m_namesChunks = false;
};

} // namespace pipegantt
