// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/searchprogress.h"

#include "core/format/file.h"

#include <string>
#include <unistd.h>

namespace pipegantt {
namespace {

/// Back to the start of the line, and what stood there is gone.
constexpr std::string_view kWipe = "\r\x1b[K";

void tell(const std::string& words)
{
    // Where even the standard error is gone there is nobody left to tell.
    static_cast<void>(writeAll(STDERR_FILENO, words, "the standard error"));
}

} // namespace

SearchProgress::SearchProgress(const Plan& plan)
    : m_unit(plan.unit)
    , m_wanted(plan.schedule == ScheduleKind::Auto && isatty(STDERR_FILENO) == 1)
{
    if (m_wanted)
        m_interrupt.emplace();
}

SearchProgress::~SearchProgress()
{
    if (m_shown)
        tell(std::string(kWipe));
}

SearchWatch SearchProgress::watch()
{
    SearchWatch watch;
    if (!m_wanted)
        return watch;
    watch.stop = m_interrupt->token();
    watch.progress = [this](const SearchState& state) { show(state); };
    return watch;
}

void SearchProgress::show(const SearchState& state)
{
    m_shown = true;
    std::string line(kWipe);
    line += "searching (Ctrl+C ends it): " + timeNumber(Duration(state.best), m_unit) + ' '
        + std::string(unitName(m_unit));
    if (state.bound > 0 && state.bound <= state.best)
        line += ", at most " + percentNumber({state.best - state.bound, state.bound})
            + " % above the bound";
    tell(line);
}

} // namespace pipegantt
