// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/interrupt.h"

#include <ctime>

namespace pipegantt {
namespace {

sigset_t interruptSignal()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    return signals;
}

} // namespace

Interrupt::Interrupt()
{
    // Threads inherit the mask: the signal stays for the one that waits for it.
    const sigset_t interrupt = interruptSignal();
    pthread_sigmask(SIG_BLOCK, &interrupt, &m_maskBefore);
    m_waiting = std::jthread([this](const std::stop_token& over) { wait(over); });
}

Interrupt::~Interrupt()
{
    m_waiting = {};
    pthread_sigmask(SIG_SETMASK, &m_maskBefore, nullptr);
}

void Interrupt::wait(const std::stop_token& over)
{
    constexpr timespec kPatience {0, 50'000'000};
    const sigset_t interrupt = interruptSignal();
    while (!over.stop_requested()) {
        if (sigtimedwait(&interrupt, nullptr, &kPatience) != SIGINT)
            continue;
        if (m_stop.request_stop())
            continue;
        // Whoever cannot wait for the stop need not.
        std::signal(SIGINT, SIG_DFL);
        pthread_sigmask(SIG_UNBLOCK, &interrupt, nullptr);
        std::raise(SIGINT);
    }
}

} // namespace pipegantt
