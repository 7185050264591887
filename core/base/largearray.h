// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <memory>
#include <new>
#include <type_traits>
#include <utility>
#include <vector>

namespace pipegantt {

/// Memory for arrays of millions of elements. From 4 MB on it is asked for in huge pages where the
/// system has them (Linux, `madvise`): touching fresh memory page by page costs several times what
/// a simulation does with it.
void* allocateLarge(std::size_t bytes, std::size_t alignment);
void freeLarge(void* memory, std::size_t bytes, std::size_t alignment) noexcept;

/// Allocates by `allocateLarge`, and leaves new elements of plain types as the memory was: who
/// resizes an array writes it.
template <class T>
class LargeAllocator
{
public:
    using value_type = T;

    LargeAllocator() = default;
    template <class U>
    // NOLINTNEXTLINE(google-explicit-constructor): containers rebind their allocator silently
    LargeAllocator(const LargeAllocator<U>&) noexcept
    {
    }

    T* allocate(std::size_t count)
    {
        return static_cast<T*>(allocateLarge(count * sizeof(T), alignof(T)));
    }
    void deallocate(T* memory, std::size_t count) noexcept
    {
        freeLarge(memory, count * sizeof(T), alignof(T));
    }

    template <class U, class... Arguments>
    void construct(U* at, Arguments&&... arguments)
    {
        if constexpr (sizeof...(Arguments) == 0)
            ::new (static_cast<void*>(at)) U;
        else
            ::new (static_cast<void*>(at)) U(std::forward<Arguments>(arguments)...);
    }

    friend bool operator==(const LargeAllocator&, const LargeAllocator&) = default;
};

template <class T>
using LargeArray = std::vector<T, LargeAllocator<T>>;

} // namespace pipegantt
