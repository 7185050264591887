// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/schedule/pythonset.h"

#include <algorithm>
#include <utility>

namespace pipegantt {
namespace {

constexpr std::size_t kLinearProbes = 9;
constexpr unsigned kPerturbShift = 5;

} // namespace

/// The slot that `number` would take: the last of a removed number that its probes pass on the way
/// to the first unused one, else that one.
std::size_t PythonSet::freeSlot(int number) const
{
    const std::size_t mask = m_slots.size() - 1;
    std::size_t removed = m_slots.size();
    auto perturb = static_cast<std::size_t>(number);
    std::size_t at = perturb & mask;
    while (true) {
        const std::size_t probes = at + kLinearProbes <= mask ? kLinearProbes : 0;
        for (std::size_t i = at; i <= at + probes; ++i) {
            if (m_slots[i] == kUnused)
                return removed < m_slots.size() ? removed : i;
            if (m_slots[i] == kRemoved)
                removed = i;
        }
        perturb >>= kPerturbShift;
        at = (at * 5 + 1 + perturb) & mask;
    }
}

void PythonSet::add(int number)
{
    int& slot = m_slots[freeSlot(number)];
    ++m_used;
    const bool reused = slot == kRemoved;
    slot = number;
    if (reused)
        return;
    ++m_filled;
    if (m_filled * 5 >= (m_slots.size() - 1) * 3)
        grow();
}

void PythonSet::remove(int number)
{
    *std::ranges::find(m_slots, number) = kRemoved;
    --m_used;
}

bool PythonSet::has(int number) const
{
    return std::ranges::find(m_slots, number) != m_slots.end();
}

std::vector<int> PythonSet::numbers() const
{
    std::vector<int> numbers;
    std::ranges::copy_if(
        m_slots, std::back_inserter(numbers), [](int there) { return there >= 0; });
    return numbers;
}

void PythonSet::grow()
{
    std::size_t size = 8;
    while (size <= 4 * m_used)
        size *= 2;
    const std::vector<int> numbers = this->numbers();
    m_slots.assign(size, kUnused);
    for (const int number : numbers)
        m_slots[freeSlot(number)] = number;
    m_filled = m_used;
}

} // namespace pipegantt
