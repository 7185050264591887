// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace pipegantt {

/// What the search orders: the passes of one unit (a micro-batch, or a slice of one) through one
/// stage. A fused
/// backward is an input gradient that ends as late as the weight gradient would.
enum class Pass : std::uint8_t
{
    Forward,
    InputGrad,
    WeightGrad,
};

inline constexpr int kPassCount = 3;

/// One stage on its device.
struct SearchStage
{
    int device = 0;
    /// The stage that it takes activations from, and the one that it takes gradients from; -1 at
    /// the ends of its pipeline.
    int previous = -1;
    int next = -1;
    /// How many units run through it.
    int units = 0;
    /// Picoseconds of each Pass.
    std::array<std::int64_t, kPassCount> durations {};
    /// Latency of the message from `previous`, and of the one from `next`.
    std::int64_t activationHop = 0;
    std::int64_t gradientHop = 0;
    /// Memory of one unit from the start of its forward to the end of its input gradient, and from
    /// then to the end of its weight gradient.
    std::int64_t held = 1;
    std::int64_t heldForWeightGrad = 1;
    /// Most units between forward and weight gradient at once, beside what the memory allows.
    int room = std::numeric_limits<int>::max();

    [[nodiscard]] std::int64_t durationOf(Pass pass) const
    {
        return durations[static_cast<std::size_t>(pass)];
    }
    /// The place of an operation among those of the stage: all forwards, then all input gradients,
    /// then all weight gradients.
    [[nodiscard]] std::size_t place(Pass pass, int unit) const
    {
        return static_cast<std::size_t>(pass) * static_cast<std::size_t>(units)
            + static_cast<std::size_t>(unit);
    }
};

/// A question to the search: which order of these passes on their devices ends first? Units of one
/// pipeline are alike. That lets every stage run each pass in the order of units: number the j-th
/// forward, input gradient and weight gradient that a stage runs anew as unit j. The j-th forward
/// of a stage starts after j others have begun there, hence after j + 1 have ended at the stage
/// before, hence after the j-th there; the same holds for input gradients, for an input gradient
/// and its forward, and for a weight gradient and its input gradient, while times and memory only
/// count. So an order is, for each device, a word over its stages' passes.
struct SearchProblem
{
    int devices = 0;
    std::vector<SearchStage> stages;
    /// Whether weight gradients are operations of their own.
    bool splitBackward = true;
    /// Slices of the sequence of each micro-batch. The passes of a micro-batch run forwards through
    /// its slices and back from the last, so its first input gradient waits for all its forwards.
    int slices = 1;
    /// Empty, or by how much the passes of each slice take longer than SearchStage says.
    std::vector<int> sliceWeights;
    /// Memory of each device, in the unit of SearchStage::held.
    std::vector<std::int64_t> limits;
    /// Work of each device after all its passes (an optimizer step).
    std::vector<std::int64_t> afterwards;

    static constexpr std::int64_t kUnlimited = std::numeric_limits<std::int64_t>::max();
    /// Later than any instant, and far enough from the end of time to be added to.
    static constexpr std::int64_t kNever = std::numeric_limits<std::int64_t>::max() / 4;

    /// Completes what follows from the rest: call once after the fields above are set.
    void finish();

    /// Forwards that must have run before input gradient `unit` of the same stage.
    [[nodiscard]] int forwardsBefore(int unit) const { return (unit / slices + 1) * slices; }
    /// The slice of the `unit`-th run of `pass` in a stage.
    [[nodiscard]] int sliceOf(Pass pass, int unit) const
    {
        return pass == Pass::Forward ? unit % slices : slices - 1 - unit % slices;
    }
    /// How long the `unit`-th run of `pass` in `stage` takes.
    [[nodiscard]] std::int64_t durationOf(const SearchStage& stage, Pass pass, int unit) const
    {
        const std::int64_t duration = stage.durationOf(pass);
        return sliceWeights.empty()
            ? duration
            : duration * sliceWeights[static_cast<std::size_t>(sliceOf(pass, unit))];
    }

    /// Passes that each unit runs through each stage: 3, or 2 with a fused backward.
    [[nodiscard]] int passes() const { return splitBackward ? 3 : 2; }
    /// The stages of `device`, in the order of their first forward.
    [[nodiscard]] const std::vector<int>& stagesOf(int device) const
    {
        return m_stagesOf[static_cast<std::size_t>(device)];
    }
    /// Operations in all.
    [[nodiscard]] std::size_t operations() const { return m_operations; }
    [[nodiscard]] const SearchStage& stage(int index) const
    {
        return stages[static_cast<std::size_t>(index)];
    }
    /// Memory of the device of `stage`.
    [[nodiscard]] std::int64_t limitOf(int stage) const
    {
        return limits[static_cast<std::size_t>(this->stage(stage).device)];
    }
    /// Where the operations of `stage` begin in an array of all operations, stage after stage.
    [[nodiscard]] std::size_t begin(int stage) const
    {
        return m_begins[static_cast<std::size_t>(stage)];
    }
    /// The place of an operation in that array.
    [[nodiscard]] std::size_t node(int stage, Pass pass, int unit) const
    {
        return begin(stage) + this->stage(stage).place(pass, unit);
    }
    /// The stages in the order in which activations reach them.
    [[nodiscard]] const std::vector<int>& downstream() const { return m_downstream; }
    /// The stages in the order in which gradients reach them.
    [[nodiscard]] const std::vector<int>& upstream() const { return m_upstream; }
    /// The last stage of the pipeline of `stage`.
    [[nodiscard]] int lastOf(int stage) const { return m_lastOf[static_cast<std::size_t>(stage)]; }
    /// Where the row of `device` begins in an array of all operations, device after device.
    [[nodiscard]] std::size_t rowBegin(int device) const
    {
        return m_rowBegin[static_cast<std::size_t>(device)];
    }
    [[nodiscard]] std::size_t rowEnd(int device) const
    {
        return m_rowBegin[static_cast<std::size_t>(device) + 1];
    }
    /// Work of `device` in all its passes.
    [[nodiscard]] std::int64_t workOf(int device) const;
    /// The least memory of `device` that any order needs: what its stages of one pipeline hold of
    /// one micro-batch. Less cannot do, for when the first input gradient of the last stage starts,
    /// that unit is past all forwards and no weight gradient has run; and one unit after the other
    /// needs no more.
    [[nodiscard]] std::int64_t leastMemory(int device) const;

private:
    std::vector<std::vector<int>> m_stagesOf;
    std::vector<std::size_t> m_begins;
    std::vector<int> m_downstream;
    std::vector<int> m_upstream;
    std::vector<int> m_lastOf;
    std::vector<std::size_t> m_rowBegin;
    std::size_t m_operations = 0;
};

} // namespace pipegantt
