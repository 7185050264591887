// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/output.h"
#include "app/cli/timesoptions.h"
#include "core/plan/plan.h"

#include <tl/expected.hpp>

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace pipegantt {

/// The PLAN of a command line: a plan file, a preset or nothing to start from, and options that
/// change it. The options, their ranges and defaults come from the table of limits.
class PlanOptions
{
public:
    /// Adds the options to `command`, which keeps this alive until its callback has run.
    static std::shared_ptr<const PlanOptions> addTo(CLI::App& command);

    /// The plan that the parsed options ask for, checked.
    [[nodiscard]] tl::expected<Plan, LocatedError> plan() const;

    /// The same plan for each size of micro-batch in the file of times, with as many of them as its
    /// global batch makes. An error where there is no such file, or no size divides the batch.
    [[nodiscard]] tl::expected<std::vector<Plan>, LocatedError> plansOfEachSize() const;

private:
    [[nodiscard]] tl::expected<Plan, LocatedError> start() const;
    [[nodiscard]] bool isGiven(const std::string& key) const;
    [[nodiscard]] tl::expected<Plan, LocatedError> readOptions(
        const Plan& from, bool keepsBatch) const;
    [[nodiscard]] Result<void> checkTimes() const;

    std::string m_file;
    std::string m_preset;
    /// Holds the file of times once it is read.
    mutable TimesOptions m_times;
    /// Key of the plan to the option's text. All keys are there; empty where the option is not.
    std::map<std::string, std::string> m_texts;
    CLI::App* m_command = nullptr;
};

} // namespace pipegantt
