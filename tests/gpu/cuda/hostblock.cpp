// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gpu/cuda/hostblock.h"

#include <cmath>
#include <csetjmp>
#include <cstring>
#include <memory>
#include <ucontext.h>

#if defined(__SANITIZE_ADDRESS__)
#include <sanitizer/common_interface_defs.h>
#endif

namespace pipegantt::test {
namespace {

constexpr std::size_t kStackBytes = std::size_t {256} << 10U;
constexpr int kNoNumber = 0xff;

/// What a thread shows to the others of its warp.
struct Slot
{
    const cuda::Bfloat16* row = nullptr;
    float value = 0;
    std::array<std::uint32_t, 4> a {};
    std::array<std::uint32_t, 2> b {};
};

float halfOf(std::uint32_t pair, int which)
{
    return cuda::floatOf(which == 0 ? pair << 16U : pair & 0xffff0000U);
}

} // namespace

/// The threads of a block, one after the other: each runs until it waits for the others. So a
/// barrier that is missing is seen in the result, at the latest when the order is turned around.
class HostThreads
{
public:
    explicit HostThreads(const cuda::Geometry& geometry)
        : m_geometry(geometry)
        , m_shared(static_cast<std::size_t>(geometry.sharedBytes) / sizeof(Piece) + 1)
        , m_slots(static_cast<std::size_t>(geometry.threads))
        , m_fibers(static_cast<std::size_t>(geometry.threads))
        , m_waitingInWarp(static_cast<std::size_t>(geometry.threads / cuda::kWarp))
    {
        for (Fiber& fiber : m_fibers)
            fiber.stack = std::make_unique_for_overwrite<std::byte[]>(kStackBytes);
    }

    void runBlock(std::int64_t index, const std::function<void(HostBlock&)>& body);

    // For the running thread.
    void waitForAll() { wait(0, m_geometry.threads, State::InBlock); }
    void waitForWarp(int thread)
    {
        wait(thread / cuda::kWarp * cuda::kWarp, cuda::kWarp, State::InWarp);
    }
    Slot& slot(int thread) { return m_slots[static_cast<std::size_t>(thread)]; }

    [[nodiscard]] const cuda::Geometry& geometry() const { return m_geometry; }
    [[nodiscard]] std::int64_t index() const { return m_index; }
    std::byte* shared() { return reinterpret_cast<std::byte*>(m_shared.data()); }

private:
    enum class State : std::uint8_t
    {
        Ready,
        InWarp,
        InBlock,
        Ended,
    };
    struct Fiber
    {
        std::unique_ptr<std::byte[]> stack;
        ucontext_t context {};
        std::jmp_buf jump {};
        bool begun = false;
        State state = State::Ready;
    };
    struct alignas(16) Piece
    {
        std::array<std::byte, 16> bytes;
    };

    static void enter(unsigned low, unsigned high);
    void wait(int first, int count, State state);
    void switchTo(Fiber& fiber);
    void switchBack(bool ended);

    cuda::Geometry m_geometry;
    std::int64_t m_index = 0;
    std::vector<Piece> m_shared;
    std::vector<Slot> m_slots;
    std::vector<Fiber> m_fibers;
    ucontext_t m_scheduler {};
    std::jmp_buf m_schedulerJump {};
    int m_running = 0;
    int m_waitingInBlock = 0;
    std::vector<int> m_waitingInWarp;
    const std::function<void(HostBlock&)>* m_body = nullptr;
    [[maybe_unused]] const void* m_schedulerStack = nullptr;
    [[maybe_unused]] std::size_t m_schedulerStackBytes = 0;
};

void HostThreads::enter(unsigned low, unsigned high)
{
    auto* const self = reinterpret_cast<HostThreads*>(
        static_cast<std::uintptr_t>(high) << 32U | static_cast<std::uintptr_t>(low));
#if defined(__SANITIZE_ADDRESS__)
    __sanitizer_finish_switch_fiber(nullptr, &self->m_schedulerStack, &self->m_schedulerStackBytes);
#endif
    {
        HostBlock block(*self, self->m_running);
        (*self->m_body)(block);
    }
    self->m_fibers[static_cast<std::size_t>(self->m_running)].state = State::Ended;
    self->switchBack(true);
}

// A context is changed with its mask of signals, by the system; jumps are twice as fast, but the
// address sanitizer must be told of each change, which it takes for contexts alone.

void HostThreads::switchTo(Fiber& fiber)
{
#if defined(__SANITIZE_ADDRESS__)
    void* own = nullptr;
    __sanitizer_start_switch_fiber(&own, fiber.stack.get(), kStackBytes);
    swapcontext(&m_scheduler, &fiber.context);
    __sanitizer_finish_switch_fiber(own, nullptr, nullptr);
#else
    if (_setjmp(m_schedulerJump) != 0)
        return;
    if (fiber.begun)
        _longjmp(fiber.jump, 1);
    fiber.begun = true;
    swapcontext(&m_scheduler, &fiber.context);
#endif
}

void HostThreads::switchBack([[maybe_unused]] bool ended)
{
    Fiber& fiber = m_fibers[static_cast<std::size_t>(m_running)];
#if defined(__SANITIZE_ADDRESS__)
    void* own = nullptr;
    __sanitizer_start_switch_fiber(ended ? nullptr : &own, m_schedulerStack, m_schedulerStackBytes);
    swapcontext(&fiber.context, &m_scheduler);
    __sanitizer_finish_switch_fiber(own, &m_schedulerStack, &m_schedulerStackBytes);
#else
    if (_setjmp(fiber.jump) == 0)
        _longjmp(m_schedulerJump, 1);
#endif
}

/// The last of `count` threads to come lets all go on.
void HostThreads::wait(int first, int count, State state)
{
    m_fibers[static_cast<std::size_t>(m_running)].state = state;
    int& waiting = state == State::InBlock
        ? m_waitingInBlock
        : m_waitingInWarp[static_cast<std::size_t>(first / cuda::kWarp)];
    if (++waiting == count) {
        waiting = 0;
        for (int i = first; i < first + count; ++i)
            m_fibers[static_cast<std::size_t>(i)].state = State::Ready;
    }
    switchBack(false);
}

void HostThreads::runBlock(std::int64_t index, const std::function<void(HostBlock&)>& body)
{
    m_index = index;
    m_body = &body;
    std::memset(shared(), kNoNumber, m_shared.size() * sizeof(Piece));
    const auto self = reinterpret_cast<std::uintptr_t>(this);
    for (Fiber& fiber : m_fibers) {
        fiber.state = State::Ready;
        fiber.begun = false;
        getcontext(&fiber.context);
        fiber.context.uc_stack.ss_sp = fiber.stack.get();
        fiber.context.uc_stack.ss_size = kStackBytes;
        fiber.context.uc_link = nullptr;
        makecontext(&fiber.context, reinterpret_cast<void (*)()>(&HostThreads::enter), 2,
            static_cast<unsigned>(self), static_cast<unsigned>(self >> 32U));
    }
    const int count = m_geometry.threads;
    // Every other block from the last thread to the first.
    for (bool moved = true; moved;) {
        moved = false;
        for (int i = 0; i < count; ++i) {
            m_running = index % 2 == 0 ? i : count - 1 - i;
            Fiber& fiber = m_fibers[static_cast<std::size_t>(m_running)];
            if (fiber.state != State::Ready)
                continue;
            moved = true;
            switchTo(fiber);
        }
    }
    for (const Fiber& fiber : m_fibers) {
        if (fiber.state != State::Ended)
            throw StuckThreads("threads wait for one that does not come");
    }
}

int HostBlock::threads() const
{
    return m_threads.geometry().threads;
}

std::int64_t HostBlock::index() const
{
    return m_threads.index();
}

std::int64_t HostBlock::blocks() const
{
    return m_threads.geometry().blocks;
}

std::byte* HostBlock::sharedBytes()
{
    return m_threads.shared();
}

void HostBlock::sync()
{
    m_threads.waitForAll();
}

void HostBlock::syncWarp()
{
    m_threads.waitForWarp(m_thread);
}

float HostBlock::shuffle(float value, int lane)
{
    m_threads.slot(m_thread).value = value;
    syncWarp();
    const float theirs = m_threads.slot(m_thread / cuda::kWarp * cuda::kWarp + lane).value;
    syncWarp();
    return theirs;
}

float HostBlock::shuffleXor(float value, int mask)
{
    return shuffle(value, (m_thread % cuda::kWarp) ^ mask);
}

float HostBlock::exp2(float x)
{
    return std::exp2(x);
}

/// Four matrices of eight rows of eight. Thread t gets of each row t / 4, elements t % 4 · 2 and
/// the next; transposed, of column t / 4 the rows t % 4 · 2 and the next.
void HostBlock::loadMatrices(std::uint32_t (&at)[4], const cuda::Bfloat16* row, bool transposed)
{
    m_threads.slot(m_thread).row = row;
    syncWarp();
    const int lane = m_thread % cuda::kWarp;
    const int first = m_thread - lane;
    for (int matrix = 0; matrix < 4; ++matrix) {
        const auto element = [&](int r, int c) {
            return static_cast<std::uint32_t>(m_threads.slot(first + matrix * 8 + r).row[c].bits);
        };
        const int major = lane / 4;
        const int minor = lane % 4 * 2;
        at[matrix] = transposed ? element(minor, major) | element(minor + 1, major) << 16U
                                : element(major, minor) | element(major, minor + 1) << 16U;
    }
    syncWarp();
}

/// PTX ISA, "Matrix Fragments for mma.m16n8k16 with floating point type".
void HostBlock::multiplyAdd(
    float (&sum)[4], const std::uint32_t (&a)[4], std::uint32_t b0, std::uint32_t b1)
{
    Slot& own = m_threads.slot(m_thread);
    own.a = {a[0], a[1], a[2], a[3]};
    own.b = {b0, b1};
    syncWarp();
    const int lane = m_thread % cuda::kWarp;
    const int first = m_thread - lane;
    const auto left = [&](int row, int k) {
        const Slot& theirs = m_threads.slot(first + row % 8 * 4 + k % 8 / 2);
        return halfOf(theirs.a[static_cast<std::size_t>(row / 8 + k / 8 * 2)], k % 2);
    };
    const auto right = [&](int k, int column) {
        const Slot& theirs = m_threads.slot(first + column * 4 + k % 8 / 2);
        return halfOf(theirs.b[static_cast<std::size_t>(k / 8)], k % 2);
    };
    for (int i = 0; i < 4; ++i) {
        const int row = lane / 4 + i / 2 * 8;
        const int column = lane % 4 * 2 + i % 2;
        for (int k = 0; k < 16; ++k)
            sum[i] += left(row, k) * right(k, column);
    }
    syncWarp();
}

void HostBlock::copy(void* to, const void* from, bool valid, std::size_t size)
{
    if (reinterpret_cast<std::uintptr_t>(to) % size != 0
        || reinterpret_cast<std::uintptr_t>(from) % size != 0)
        throw std::logic_error("a copy begins at an address that the device refuses");
    // What stands there until the copy is waited for is no number.
    std::memset(to, kNoNumber, size);
    Copy pending {to, {}, size};
    if (valid)
        std::memcpy(pending.bytes.data(), from, size);
    m_copies.push_back(pending);
}

void HostBlock::waitForCopies()
{
    for (const Copy& copy : m_copies)
        std::memcpy(copy.to, copy.bytes.data(), copy.size);
    m_copies.clear();
}

void runThreads(const cuda::Geometry& geometry, const std::function<void(HostBlock&)>& body)
{
    HostThreads threads(geometry);
    for (std::int64_t index = 0; index < geometry.blocks; ++index)
        threads.runBlock(index, body);
}

} // namespace pipegantt::test
