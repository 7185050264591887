// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/searchprogress.h"

#include "core/format/file.h"

#include <ctime>
#include <string>
#include <unistd.h>

namespace pipegantt {
namespace {

/// Back to the start of the line, and what stood there is gone.
constexpr std::string_view kWipe = "\r\x1b[K";

sigset_t interruptSignal()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    return signals;
}

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
    if (!m_wanted)
        return;
    // Threads inherit the mask: the signal stays for the one that waits for it.
    const sigset_t interrupt = interruptSignal();
    pthread_sigmask(SIG_BLOCK, &interrupt, &m_maskBefore);
    m_interrupt = std::jthread([this](const std::stop_token& over) { waitForInterrupt(over); });
}

SearchProgress::~SearchProgress()
{
    if (m_wanted) {
        m_interrupt = {};
        pthread_sigmask(SIG_SETMASK, &m_maskBefore, nullptr);
    }
    if (m_shown)
        tell(std::string(kWipe));
}

SearchWatch SearchProgress::watch()
{
    SearchWatch watch;
    watch.stop = m_stop.get_token();
    if (m_wanted)
        watch.progress = [this](const SearchState& state) { show(state); };
    return watch;
}

void SearchProgress::waitForInterrupt(const std::stop_token& over)
{
    constexpr timespec kPatience {0, 50'000'000};
    const sigset_t interrupt = interruptSignal();
    while (!over.stop_requested()) {
        if (sigtimedwait(&interrupt, nullptr, &kPatience) == SIGINT)
            m_stop.request_stop();
    }
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
