// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/bytes.h"
#include "core/order/schedule.h"
#include "core/plan/plan.h"

#include <cstdint>
#include <optional>

namespace pipegantt {

/// Activations that a device holds, counted by what is left of them, so that sums are exact.
struct HeldActivations
{
    /// Chunk activations in full.
    std::int64_t whole = 0;
    /// Those of which the input gradient has released its part.
    std::int64_t rest = 0;
    /// Inputs of chunks that are kept to compute the activations again.
    std::int64_t checkpoints = 0;

    friend bool operator==(const HeldActivations&, const HeldActivations&) = default;
};

/// What the passes of a schedule do to the memory of one device.
///
/// A forward pass takes the activations of one chunk and unit, from its start on. The input
/// gradient releases `earlyRelease` percent of them at its end, the weight gradient or the full
/// backward pass the rest. In a row that recomputes, a forward pass leaves a checkpoint instead,
/// the input of its chunk, which is as large as a message; the recomputation takes the activations
/// from its start on, and the last pass that reads them releases both. In a row without a backward
/// pass activations live as long as the pass that makes them. A pair takes at its start and
/// releases at its end.
///
/// Beside activations a device holds its model state (`stateOn`) all the time. Refers to the plan,
/// which must outlive it.
class MemoryModel
{
public:
    /// O(operations of the row before its first backward pass); where weights change with every
    /// backward pass, O(row).
    MemoryModel(const Plan& plan, const Schedule& schedule, int device);

    /// What the start and the end of an operation do.
    void begin(PackedOperation operation, HeldActivations& held) const
    {
        if (isForward(operation.kind()))
            ++(m_recomputes ? held.checkpoints : held.whole);
        else if (operation.kind() == OperationKind::Recompute)
            ++held.whole;
    }
    void end(PackedOperation operation, HeldActivations& held) const
    {
        if (releasesActivations(operation.kind())) {
            const bool restIsLeft = m_early > 0 && operation.kind() == OperationKind::WeightGrad;
            --(restIsLeft ? held.rest : held.whole);
            if (m_recomputes)
                --held.checkpoints;
        } else if (operation.kind() == OperationKind::InputGrad && m_early > 0) {
            --held.whole;
            ++held.rest;
        } else if (!m_keeps && isForward(operation.kind())) {
            --held.whole;
        }
    }

    /// Whether activations stay for a backward pass at all.
    [[nodiscard]] bool keepsActivations() const { return m_keeps; }
    /// Whether full activations are all that varies, so that the most of them is the peak.
    [[nodiscard]] bool isPlain() const { return m_early == 0 && !m_recomputes; }

    /// The model state.
    [[nodiscard]] Bytes state() const { return m_state; }
    /// The memory of `held`, rounded up to whole bytes.
    [[nodiscard]] Bytes activations(const HeldActivations& held) const;
    /// Everything that the device holds.
    [[nodiscard]] Bytes total(const HeldActivations& held) const;
    /// Whether the device keeps the plan's limit with so many activations: one in bytes is for all
    /// that it holds, one in micro-batches for their activations alone. Exact.
    [[nodiscard]] bool fits(const HeldActivations& held) const;

private:
    const Plan& m_plan;
    Bytes m_state;
    std::int64_t m_parts;
    int m_early;
    bool m_keeps = false;
    bool m_recomputes = false;
};

/// How many chunk activations the activations of one micro-batch on one device are: one of each
/// chunk and slice.
std::int64_t partsOfMicrobatch(const Plan& plan);

/// Memory of `chunks` chunk activations of `plan`, rounded up to whole bytes.
Bytes activationBytes(const Plan& plan, std::int64_t chunks);

/// Whether a device that holds one copy of its weights and `chunks` chunk activations in full keeps
/// the limit of `plan`.
bool fitsMemory(const Plan& plan, std::int64_t chunks);

/// Copies of its weights that `device` keeps: one for each of two pipelines over the same devices,
/// two where an update does not wait for the micro-batches in flight, and where every backward pass
/// updates them, one for each micro-batch in flight at most.
std::int64_t weightCopies(const Plan& plan, const Schedule& schedule, int device);

/// What `device` holds beside activations: weights in all their copies, gradients for each pipeline
/// of two, the optimizer's state, which replicas share, and buffers.
ModelState stateOn(const Plan& plan, const Schedule& schedule, int device);

/// The most that `device` may hold of everything: the limit in bytes, or its model state and the
/// activations of so many micro-batches; nothing where there is no limit. Saturates at the largest
/// number of bytes.
std::optional<Bytes> limitOn(const Plan& plan, const Schedule& schedule, int device);

} // namespace pipegantt
