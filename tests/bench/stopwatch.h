// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <algorithm>
#include <chrono>
#include <ctime>
#include <vector>

namespace pipegantt::bench {

/// The median of how far `now` goes, a clock in milliseconds, over `runs` calls of `work`, after
/// one call to warm up.
template <class Work, class Clock>
double medianBy(Clock now, int runs, Work&& work)
{
    work();
    std::vector<double> times;
    for (int i = 0; i < runs; ++i) {
        const double begin = now();
        work();
        times.push_back(now() - begin);
    }
    std::ranges::nth_element(times, times.begin() + runs / 2);
    return times[static_cast<std::size_t>(runs / 2)];
}

/// The median wall time of `runs` calls of `work`, in milliseconds.
template <class Work>
double medianMs(int runs, Work&& work)
{
    const auto now = [] {
        const auto time = std::chrono::steady_clock::now().time_since_epoch();
        return std::chrono::duration<double, std::milli>(time).count();
    };
    return medianBy(now, runs, work);
}

/// The same in time of the processor that this thread had: what else runs on the machine hardly
/// counts.
template <class Work>
double medianThreadMs(int runs, Work&& work)
{
    const auto now = [] {
        timespec time {};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return 1e3 * static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_nsec);
    };
    return medianBy(now, runs, work);
}

} // namespace pipegantt::bench
