// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/plan/plan.h"
#include "core/run/run.h"

#include <csignal>
#include <optional>
#include <stop_token>
#include <thread>

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
    void waitForInterrupt(const std::stop_token& over);

    TimeUnit m_unit;
    bool m_shown = false;
    bool m_wanted;
    std::stop_source m_stop;
    sigset_t m_maskBefore {};
    std::jthread m_interrupt;
};

} // namespace pipegantt
