// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <csignal>
#include <stop_token>
#include <thread>

namespace pipegantt {

/// While one lives, Ctrl+C requests a stop instead of ending the program; pressed again it ends the
/// program as ever. Threads that start meanwhile leave the signal alone too.
class Interrupt
{
public:
    Interrupt();
    ~Interrupt();
    Interrupt(const Interrupt&) = delete;
    Interrupt& operator=(const Interrupt&) = delete;

    [[nodiscard]] std::stop_token token() const { return m_stop.get_token(); }

private:
    void wait(const std::stop_token& over);

    std::stop_source m_stop;
    sigset_t m_maskBefore {};
    std::jthread m_waiting;
};

} // namespace pipegantt
