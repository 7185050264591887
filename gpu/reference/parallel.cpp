// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gpu/reference/parallel.h"

#include <algorithm>
#include <thread>
#include <vector>

namespace pipegantt::reference {

int threadCount()
{
    static const int count = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
    return count;
}

void parallelFor(std::int64_t count, std::int64_t grain,
    const std::function<void(std::int64_t begin, std::int64_t end)>& work)
{
    const std::int64_t parts =
        std::clamp<std::int64_t>(count / std::max<std::int64_t>(grain, 1), 1, threadCount());
    const auto bound = [&](std::int64_t part) { return count * part / parts; };
    std::vector<std::jthread> threads;
    for (std::int64_t part = 1; part < parts; ++part)
        threads.emplace_back([&, part] { work(bound(part), bound(part + 1)); });
    work(0, bound(1));
}

} // namespace pipegantt::reference
