// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/plan/plan.h"

namespace pipegantt {

/// Into how many parts a plan is cut where its schedule leaves that free; 0 for the usual number.
struct Cut
{
    int chunks = 0; ///< of a device
    int slices = 0; ///< of a micro-batch

    friend constexpr bool operator==(const Cut&, const Cut&) = default;
};

/// `plan`, which has passed `checkPlan`, under `kind`: the same model, batch, devices and links, in
/// the numbers that the kind can run. Its own schedule leaves a plan as it is, unless `cut` asks
/// for something. Else
///
/// - chunks are those that the kind has; where it leaves them free, the plan's own if its schedule
///   leaves them free too, else the usual ones of the kind;
/// - a kind that cuts the sequence cuts it into the plan's slices, or into kUsualSlices (`auto`
/// need
///   not cut it);
/// - a kind that does not cut the batch runs it as one micro-batch;
/// - the group stays where the kind reads and accepts it, else the kind's own rule holds.
///
/// Times, messages and activations are of one micro-batch, slice and chunk, so they change with
/// these, and the work of an iteration does not. Times are per stage of the model in model order:
/// a stage is cut into equal parts, or neighbours are joined. A message is as large between any two
/// chunks, so more chunks mean more bytes on the links. A memory limit in micro-batches becomes one
/// in bytes where the micro-batch becomes the batch.
///
/// All of it in whole picoseconds and bytes: joining is exact, what does not divide is rounded up
/// once, so a part is longer by less than a picosecond. M is otherwise left as it is, and whether
/// the kind can run the result is for its check to say. O(stages).
Plan adapted(const Plan& plan, ScheduleKind kind, Cut cut = {});

/// `plan`, whose batch is one micro-batch, cut into M = `microbatches`: the same batch.
Plan cutIntoMicrobatches(const Plan& plan, int microbatches);

/// Slices of a micro-batch under a kind that cuts it, where the plan has only one.
inline constexpr int kUsualSlices = 4;

/// Whether `kind` runs the batch as one micro-batch and in no other way.
bool runsOneMicrobatchOnly(ScheduleKind kind);

} // namespace pipegantt
