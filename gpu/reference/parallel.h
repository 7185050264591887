// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <functional>

namespace pipegantt::reference {

/// How many threads passes run on: those that the machine has.
int threadCount();

/// Calls `work(begin, end)` for ranges that make up 0 to `count`, on several threads where there is
/// enough of it: at least `grain` items for each. Ranges depend on nothing but the arguments and
/// the machine, so sums over one range are the same each time.
void parallelFor(std::int64_t count, std::int64_t grain,
    const std::function<void(std::int64_t begin, std::int64_t end)>& work);

} // namespace pipegantt::reference
