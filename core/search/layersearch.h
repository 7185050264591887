// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/search/layer.h"
#include "core/search/memoryrule.h"
#include "core/search/nextstate.h"
#include "core/search/order.h"
#include "core/search/problem.h"
#include "core/search/queues.h"
#include "core/search/windows.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <stop_token>
#include <vector>

namespace pipegantt {

/// How far one search through the layers goes, and what it takes for promising.
struct LayerEffort
{
    /// Most states that a layer keeps.
    std::size_t width = 1;
    /// Whether it gives up where a layer has more: when the question is only whether there is an
    /// order at all.
    bool proves = false;
    /// Steps after which it gives up.
    std::int64_t steps = 0;
    StateWeights weights;
    /// Decides between equally promising states; 0 prefers those that were found first.
    std::uint64_t seed = 0;
};

struct LayerOutcome
{
    /// An order that keeps all windows; empty where none was found.
    Order order;
    /// Whether it is proven that there is none.
    bool refuted = false;
};

/// Builds orders that keep `windows`, operation by operation. A layer holds partial orders of
/// equally many operations; each is continued as Giffler and Thompson do: of all operations that
/// could be next, take the one that would end first, and branch over those that could start before
/// that end on its device. Every active order is reached that way, and some active order ends no
/// later than any other (an order is active if no operation can start earlier without another one
/// starting later). That needs that starting earlier is always allowed, which memory shared by
/// several stages of a device breaks; there nothing is refuted.
///
/// Of two states with equal counts, one that is nowhere later dominates: what continues the other
/// continues it too. And a state dies where a device has more to do than its window leaves time
/// for. With a wide enough layer nothing else is dropped, so an empty layer refutes; in a narrow
/// one the most promising states stay.
class LayerSearch
{
public:
    /// The arguments live longer than the search. `windows` was narrowed for `latestEnds`.
    LayerSearch(const SearchProblem& problem, const Windows& windows,
        std::span<const std::int64_t> latestEnds);

    /// `steps` grows by about one for each number copied or compared.
    LayerOutcome run(const LayerEffort& effort, const std::stop_token& stop, std::int64_t& steps);

private:
    struct Step
    {
        std::uint32_t before;
        std::uint16_t stage;
        Pass pass;
    };

    void begin();
    bool advance(std::vector<std::uint32_t>& states);
    void expand(std::size_t parent);
    [[nodiscard]] std::int64_t startOf(std::size_t parent, int stage, Pass pass) const;
    void take(std::size_t parent, int stage, Pass pass, std::int64_t end);
    [[nodiscard]] bool isDominated(std::uint64_t key);
    void selectStates(std::vector<std::uint32_t>& chosen);
    [[nodiscard]] Order trace(const std::vector<std::uint32_t>& states) const;

    const SearchProblem& m_problem;
    MemoryRule m_memory;
    NextState m_child;
    LayerEffort m_effort;
    std::int64_t m_steps = 0;
    bool m_complete = true;
    Layer m_layer;
    Layer m_next;
    Queues m_queues;
    std::vector<Step> m_trail;
    /// First state of the next layer in each slot of a hash table, and the slots in use.
    std::vector<std::uint32_t> m_table;
    std::vector<std::size_t> m_slots;
};

} // namespace pipegantt
