// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <new>
#include <vector>

namespace pipegantt::reference {

/// How long what stands in a buffer is needed.
enum class Lifetime : std::uint8_t
{
    Weights,
    Gradients,
    Optimizer,
    UntilInputGrad, ///< left by the forward pass, released by the input gradient
    UntilWeightGrad, ///< left by the forward pass
    AddedByInputGrad, ///< until the weight gradient too
    Scratch,
};

/// Owns the buffers of a stage and counts them by lifetime. All zero at first.
class Arena
{
public:
    /// `count` elements, aligned for any vector instruction. Throws std::bad_alloc where there is
    /// no memory.
    template <class T>
    T* take(Lifetime lifetime, std::int64_t count)
    {
        const auto bytes = static_cast<std::size_t>(count) * sizeof(T);
        constexpr std::size_t kAlignment = 64;
        // Zeroed pages come untouched, so that memory is taken when it is written.
        void* const whole = std::calloc(bytes + kAlignment, 1);
        if (whole == nullptr)
            throw std::bad_alloc();
        m_buffers.emplace_back(whole, &std::free);
        m_bytes[static_cast<std::size_t>(lifetime)] += static_cast<std::int64_t>(bytes);
        void* aligned = whole;
        std::size_t room = bytes + kAlignment;
        return static_cast<T*>(std::align(kAlignment, bytes, aligned, room));
    }

    /// Bytes that were asked for under `lifetime`.
    [[nodiscard]] std::int64_t bytes(Lifetime lifetime) const
    {
        return m_bytes[static_cast<std::size_t>(lifetime)];
    }

private:
    std::vector<std::unique_ptr<void, void (*)(void*)>> m_buffers;
    std::array<std::int64_t, 7> m_bytes {};
};

} // namespace pipegantt::reference
