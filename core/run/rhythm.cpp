// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/run/rhythm.h"

#include "core/schedule/dependency.h"

#include <algorithm>
#include <array>
#include <limits>
#include <span>

namespace pipegantt {
namespace {

/// Forwards of one chunk, or the passes that hand its gradients on: every micro-batch is among them
/// once, alone or in a pair. What else there is goes with them.
std::optional<std::size_t> streamOf(PackedOperation operation)
{
    const auto chunk = static_cast<std::size_t>(operation.chunk());
    if (isForward(operation.kind()))
        return 2 * chunk;
    return makesGradient(operation.kind()) ? std::optional(2 * chunk + 1) : std::nullopt;
}

constexpr std::size_t kStreams = std::size_t {2} * PackedOperation::kMaxChunks;
constexpr std::int64_t kNever = std::numeric_limits<std::int64_t>::max();

/// Looks for the beats of one period.
class BeatSearch
{
public:
    BeatSearch(const Schedule& schedule, const Timeline& timeline)
        : m_schedule(schedule)
        , m_timeline(timeline)
        , m_operations(schedule.operations())
    {
        std::vector<std::vector<std::size_t>> streams(kStreams);
        for (std::size_t i = 0; i < schedule.rowEnd(0); ++i) {
            if (const auto stream = streamOf(m_operations[i]))
                streams[*stream].push_back(i);
        }
        for (std::vector<std::size_t>& passes : streams) {
            if (!passes.empty())
                m_firstRow.push_back(std::move(passes));
        }
    }

    std::optional<std::vector<Beat>> beats(std::int64_t microbatches)
    {
        m_shift = microbatches * m_schedule.slices() / m_schedule.placement().pipelines();
        // On the first device, so that a wrong period is soon out of the question.
        const std::vector<Candidate> candidates = middles();
        for (const Candidate& one : candidates) {
            if (!one.period)
                return std::nullopt;
        }
        m_covered.assign(kStreams * static_cast<std::size_t>(m_schedule.devices()), false);
        std::vector<Beat> found;
        for (const Candidate& one : candidates) {
            if (m_covered[one.stream])
                continue;
            std::optional<Beat> beat = beatAt(one);
            if (!beat || !cover(*beat))
                return std::nullopt;
            found.push_back(std::move(*beat));
        }
        if (found.empty() || !coversAll())
            return std::nullopt;
        std::ranges::sort(found, {}, &Beat::at);
        return found;
    }

private:
    struct Candidate
    {
        std::size_t stream = 0;
        std::int64_t at = 0;
        /// From one period before to here, if the one before that was as long.
        std::optional<std::int64_t> period;
    };

    /// For each stream of the first device, its middle.
    [[nodiscard]] std::vector<Candidate> middles() const
    {
        const auto back = static_cast<std::size_t>(m_shift);
        std::vector<Candidate> all;
        for (const std::vector<std::size_t>& passes : m_firstRow) {
            const std::size_t middle = passes.size() / 2;
            Candidate candidate {
                *streamOf(m_operations[passes.front()]), start(0, passes[middle]), std::nullopt};
            if (middle >= 2 * back) {
                const std::int64_t period = candidate.at - start(0, passes[middle - back]);
                if (period > 0
                    && start(0, passes[middle - back]) - start(0, passes[middle - 2 * back])
                        == period)
                    candidate.period = period;
            }
            all.push_back(candidate);
        }
        return all;
    }

    [[nodiscard]] std::optional<Beat> beatAt(const Candidate& candidate)
    {
        const std::int64_t at = candidate.at;
        const std::int64_t period = *candidate.period;
        if (at < 2 * period || !repeats(at - 2 * period, at - period, period))
            return std::nullopt;
        Beat beat {Duration(at), Duration(period), 0, {}, {}};
        for (int device = 0; device < m_schedule.devices(); ++device) {
            beat.first.push_back(firstFrom(device, at));
            beat.count.push_back(beat.first.back() - firstFrom(device, at - period));
        }
        const std::int64_t earliest = earliestNeed(beat);
        beat.alike = 1 + (at - std::min(earliest, at) + period - 1) / period;
        const std::int64_t from = at - (beat.alike + 1) * period;
        if (from < 0 || !repeats(from, at - period, period))
            return std::nullopt;
        return beat;
    }

    /// Whether what starts in [from, to) starts again `period` later, of micro-batches further on.
    [[nodiscard]] bool repeats(std::int64_t from, std::int64_t to, std::int64_t period) const
    {
        for (int device = 0; device < m_schedule.devices(); ++device) {
            const std::size_t begin = firstFrom(device, from);
            const std::size_t end = firstFrom(device, to);
            const std::size_t later = firstFrom(device, from + period);
            if (firstFrom(device, to + period) - later != end - begin)
                return false;
            for (std::size_t i = begin; i < end; ++i) {
                if (!isRepeated(device, i, later + (i - begin), period))
                    return false;
            }
        }
        return true;
    }

    [[nodiscard]] bool isRepeated(
        int device, std::size_t index, std::size_t later, std::int64_t period) const
    {
        const PackedOperation a = m_operations[index];
        const PackedOperation b = m_operations[later];
        const std::int64_t step = b.unit() - a.unit();
        return a.kind() == b.kind() && a.chunk() == b.chunk()
            && (step == m_shift || step == -m_shift)
            && start(device, later) - start(device, index) == period
            && m_timeline.end(later) - m_timeline.end(index) == Duration(period);
    }

    /// The earliest start of what the passes of the beat's streams from one period before the beat
    /// on wait for, as far as it is of those streams. What a stage waits for of its own stands
    /// before it in the row.
    [[nodiscard]] std::int64_t earliestNeed(const Beat& beat)
    {
        indexStarts();
        const std::vector<bool> beating = streamsIn(beat);
        std::int64_t earliest = beat.at.count();
        for (int device = 0; device < m_schedule.devices(); ++device) {
            const auto at = static_cast<std::size_t>(device);
            for (std::size_t i = beat.first[at] - beat.count[at]; i < m_schedule.rowEnd(device);
                 ++i) {
                const PackedOperation operation = m_operations[i];
                const std::optional<std::size_t> stream = streamOf(operation);
                if (!stream || !beating[at * kStreams + *stream])
                    continue;
                const int stage = m_schedule.stageOf(device, operation.chunk());
                const auto needed = remoteDependency(m_schedule, stage, operation);
                if (needed && beating[streamMaking(*needed)])
                    earliest = std::min(earliest, startOf(*needed));
            }
        }
        return earliest;
    }

    /// For each device, which streams have passes in the period before the beat.
    [[nodiscard]] std::vector<bool> streamsIn(const Beat& beat) const
    {
        std::vector<bool> here(kStreams * static_cast<std::size_t>(m_schedule.devices()));
        for (std::size_t device = 0; device < beat.first.size(); ++device) {
            for (std::size_t i = beat.first[device] - beat.count[device]; i < beat.first[device];
                 ++i) {
                if (const auto stream = streamOf(m_operations[i]))
                    here[device * kStreams + *stream] = true;
            }
        }
        return here;
    }

    [[nodiscard]] std::size_t streamMaking(const StageResult& result) const
    {
        const Placement& placement = m_schedule.placement();
        return static_cast<std::size_t>(placement.deviceOf(result.stage)) * kStreams
            + 2 * static_cast<std::size_t>(placement.chunkOf(result.stage))
            + (result.kind == ResultKind::Activation ? 0 : 1);
    }

    void indexStarts()
    {
        if (!m_starts[0].empty())
            return;
        const auto size = static_cast<std::size_t>(m_schedule.stages())
            * static_cast<std::size_t>(m_schedule.units());
        for (std::vector<std::int64_t>& starts : m_starts)
            starts.assign(size, kNever);
        for (int device = 0; device < m_schedule.devices(); ++device) {
            for (std::size_t i = m_schedule.rowBegin(device); i < m_schedule.rowEnd(device); ++i) {
                const PackedOperation operation = m_operations[i];
                const std::size_t slot =
                    slotOf(m_schedule.stageOf(device, operation.chunk()), operation.unit());
                if (isForward(operation.kind()))
                    m_starts[0][slot] = start(device, i);
                else if (makesGradient(operation.kind()))
                    m_starts[1][slot] = start(device, i);
            }
        }
    }

    [[nodiscard]] std::int64_t startOf(const StageResult& result) const
    {
        return m_starts[result.kind == ResultKind::Activation ? 0 : 1]
                       [slotOf(result.stage, result.unit)];
    }

    [[nodiscard]] std::size_t slotOf(int stage, int unit) const
    {
        return static_cast<std::size_t>(stage) * static_cast<std::size_t>(m_schedule.units())
            + static_cast<std::size_t>(unit);
    }

    /// Notes which streams beat there; false where one beats already.
    bool cover(const Beat& beat)
    {
        const std::vector<bool> here = streamsIn(beat);
        for (std::size_t i = 0; i < here.size(); ++i) {
            if (here[i] && m_covered[i])
                return false;
            m_covered[i] = m_covered[i] || here[i];
        }
        return true;
    }

    /// Whether every stream beats somewhere.
    [[nodiscard]] bool coversAll() const
    {
        for (int device = 0; device < m_schedule.devices(); ++device) {
            for (const PackedOperation operation : m_schedule.row(device)) {
                const std::optional<std::size_t> stream = streamOf(operation);
                if (stream && !m_covered[static_cast<std::size_t>(device) * kStreams + *stream])
                    return false;
            }
        }
        return true;
    }

    /// The first operation of `device` that starts at `time` or later.
    [[nodiscard]] std::size_t firstFrom(int device, std::int64_t time) const
    {
        return m_timeline.firstStartAfter(device, Duration(time - 1));
    }

    [[nodiscard]] std::int64_t start(int device, std::size_t index) const
    {
        return m_timeline.start(device, index).count();
    }

    const Schedule& m_schedule;
    const Timeline& m_timeline;
    std::span<const PackedOperation> m_operations;
    /// The streams of the first device that are no single pass.
    std::vector<std::vector<std::size_t>> m_firstRow;
    /// Units of a period in one stage.
    std::int64_t m_shift = 0;
    std::array<std::vector<std::int64_t>, 2> m_starts;
    std::vector<bool> m_covered;
};

} // namespace

std::optional<Rhythm> rhythmOf(
    const Schedule& schedule, const Timeline& timeline, std::int64_t microbatches)
{
    std::optional<std::vector<Beat>> beats = BeatSearch(schedule, timeline).beats(microbatches);
    if (!beats)
        return std::nullopt;
    return Rhythm {microbatches, std::move(*beats)};
}

std::optional<Rhythm> findRhythm(
    const Schedule& schedule, const Timeline& timeline, std::int64_t step)
{
    BeatSearch search(schedule, timeline);
    for (std::int64_t period = step; period <= schedule.microbatches() / 4; period += step) {
        if (std::optional<std::vector<Beat>> beats = search.beats(period))
            return Rhythm {period, std::move(*beats)};
    }
    return std::nullopt;
}

} // namespace pipegantt
