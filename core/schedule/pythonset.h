// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <vector>

namespace pipegantt {

/// A set of small numbers that is walked in the order in which CPython walks a set of ints: PyTorch
/// 2.14 reshards stages in that order, so that writing the same file needs the same walk. Open
/// addressing with linear probes, tables of powers of two, the last slot of a removed number on the
/// way taken first (CPython 3.10 to 3.13, Objects/setobject.c).
class PythonSet
{
public:
    /// `number` must not be in the set.
    void add(int number);
    /// `number` must be in the set.
    void remove(int number);
    [[nodiscard]] bool has(int number) const;
    [[nodiscard]] std::vector<int> numbers() const;

private:
    static constexpr int kUnused = -1;
    static constexpr int kRemoved = -2;

    [[nodiscard]] std::size_t freeSlot(int number) const;
    void grow();

    std::vector<int> m_slots = std::vector<int>(8, kUnused);
    std::size_t m_filled = 0; ///< slots that are not unused
    std::size_t m_used = 0;
};

} // namespace pipegantt
