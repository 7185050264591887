// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/output.h"
#include "core/plan/parameter.h"
#include "core/plan/plan.h"

#include <tl/expected.hpp>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace pipegantt {

struct MeasuredChoice;
struct StageTimes;

/// The options with which a plan takes its stage times from a file that `measure` wrote.
class TimesOptions
{
public:
    /// Adds the options to `command`.
    void addTo(CLI::App& command);

    /// Whether a file is named, or something that needs one.
    [[nodiscard]] bool given() const;

    /// Whether one of the sizes is named.
    [[nodiscard]] bool namesSize() const;

    /// Reads the file. Call before what follows.
    tl::expected<void, LocatedError> read();

    /// `plan`, taken to where its other options can be read.
    [[nodiscard]] Result<Plan> prepared(const Plan& plan) const;

    /// The sizes that were measured, in ascending order.
    [[nodiscard]] std::vector<std::int64_t> sizes() const;

    /// From now on, of the file's sizes this one.
    void choose(std::int64_t size) { m_chosen = size; }

    /// The plan, all its options read, with the measured times. `isGiven` says which parameters the
    /// command line names.
    [[nodiscard]] Result<Plan> finished(
        const Plan& plan, const std::function<bool(Parameter)>& isGiven) const;

private:
    [[nodiscard]] Result<MeasuredChoice> choice() const;

    std::string m_file;
    std::string m_size;
    std::string m_model;
    std::shared_ptr<const StageTimes> m_times;
    std::optional<std::int64_t> m_chosen;
    CLI::App* m_command = nullptr;
};

} // namespace pipegantt
