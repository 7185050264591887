// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/error.h"
#include "core/order/operation.h"
#include "core/plan/plan.h"

#include <algorithm>

namespace pipegantt {

/// N as the plan means it: its group, or where it names none the fewest micro-batches, at least P
/// where there are as many, that leave no last group of fewer than P. That is P where it divides M,
/// PyTorch's M over its rounds where those are whole, and a group that Megatron-LM accepts wherever
/// there is one.
int groupSize(const Plan& plan);

/// Whether every group has as many micro-batches as there are devices, the last one among them, so
/// that none comes round before the one before has left.
bool hasFullGroups(const Plan& plan);

/// Walks the forwards of a device that runs groups of micro-batches through chunk after chunk
/// (Megatron-LM's schedule table; Narayanan et al., 2104.04473, §2.2). Backward passes walk the
/// same way through the chunks counted from the last one.
class GroupWalk
{
public:
    explicit GroupWalk(const Plan& plan)
        : m_chunks(plan.chunks)
        , m_size(groupSize(plan))
        , m_microbatches(plan.microbatches)
        , m_end(std::min(m_size, m_microbatches))
    {
    }

    [[nodiscard]] int chunk() const { return m_chunk; }
    [[nodiscard]] int microbatch() const { return m_microbatch; }

    void next()
    {
        if (++m_microbatch < m_end)
            return;
        if (++m_chunk == m_chunks) {
            m_chunk = 0;
            m_first = m_end;
            m_end = std::min(m_end + m_size, m_microbatches);
        }
        m_microbatch = m_first;
    }

private:
    int m_chunks;
    int m_size;
    int m_microbatches;
    int m_first = 0; ///< of the group
    int m_end; ///< of the group
    int m_chunk = 0;
    int m_microbatch = 0;
};

/// Whether the group has at most M micro-batches.
Result<void> checkGroup(const Plan& plan);

/// The check of the interleaved schedules: at least two chunks, a group of at most M, and one with
/// which the devices do not wait for each other for ever. `lead` is by how many forwards a device
/// warms up longer than the next one.
Result<void> checkInterleaved(const Plan& plan, int lead);

} // namespace pipegantt
