// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/largearray.h"

#include <algorithm>

#ifdef __linux__
#include <sys/mman.h>
#endif

namespace pipegantt {
namespace {

constexpr std::size_t kHugePage = std::size_t {2} << 20U;
constexpr std::size_t kLarge = 2 * kHugePage;

std::align_val_t alignmentOf(std::size_t bytes, std::size_t alignment)
{
    // Vector instructions like whole cache lines.
    constexpr std::size_t cacheLine = 64;
    return std::align_val_t {bytes >= kLarge ? kHugePage : std::max(alignment, cacheLine)};
}

} // namespace

void* allocateLarge(std::size_t bytes, std::size_t alignment)
{
    void* const memory = ::operator new(bytes, alignmentOf(bytes, alignment));
#ifdef __linux__
    // Whole pages alone: the last one may be shared with what the heap puts behind the array. That
    // the system declines changes nothing but speed.
    if (bytes >= kLarge)
        (void)madvise(memory, bytes / kHugePage * kHugePage, MADV_HUGEPAGE);
#endif
    return memory;
}

void freeLarge(void* memory, std::size_t bytes, std::size_t alignment) noexcept
{
    ::operator delete(memory, alignmentOf(bytes, alignment));
}

} // namespace pipegantt
