// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/interrupt.h"
#include "core/plan/plan.h"
#include "core/run/run.h"

#include <optional>

namespace pipegantt {

/// One line on the standard error that follows a search, if that is a terminal and the plan is
/// searched at all. Ctrl+C then ends the search with the best order so far instead of the program.
/// Wipes the line when it goes.
class SearchProgress
{
public:
    explicit SearchProgress(const Plan& plan);
    ~SearchProgress();
    SearchProgress(const SearchProgress&) = delete;
    SearchProgress& operator=(const SearchProgress&) = delete;

    [[nodiscard]] SearchWatch watch();

private:
    void show(const SearchState& state);

    TimeUnit m_unit;
    bool m_shown = false;
    bool m_wanted;
    std::optional<Interrupt> m_interrupt;
};

} // namespace pipegantt
