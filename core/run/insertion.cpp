// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/run/insertion.h"

namespace pipegantt {
namespace {

/// Reads a row of both, operation by operation.
class RowReader
{
public:
    RowReader(const TimedSchedule& shorter, const TimedSchedule& longer, const Rhythm& rhythm,
        int device, Excerpt& excerpt)
        : m_shorter(shorter)
        , m_longer(longer)
        , m_rhythm(rhythm)
        , m_device(static_cast<std::size_t>(device))
        , m_next(longer.schedule.rowBegin(device))
        , m_excerpt(excerpt)
        , m_seen(static_cast<std::size_t>(shorter.schedule.chunks()))
    {
    }

    bool read()
    {
        const auto device = static_cast<int>(m_device);
        const std::size_t end = m_shorter.schedule.rowEnd(device);
        const std::size_t breaks = m_rhythm.beats.size();
        for (std::size_t i = m_shorter.schedule.rowBegin(device); i <= end; ++i) {
            for (; m_passed < breaks && m_rhythm.beats[m_passed].first[m_device] == i; ++m_passed) {
                if (!readPeriod(m_rhythm.beats[m_passed]))
                    return false;
            }
            if (i < end && !readSame(i))
                return false;
        }
        return m_passed == breaks && m_next == m_longer.schedule.rowEnd(device);
    }

private:
    /// What was put in repeats what stands before it.
    bool readPeriod(const Beat& beat)
    {
        const std::size_t count = beat.count[m_device];
        const auto device = static_cast<int>(m_device);
        if (m_next + count > m_longer.schedule.rowEnd(device)
            || m_next - m_longer.schedule.rowBegin(device) < count)
            return false;
        for (std::size_t i = 0; i < count; ++i, ++m_next) {
            const PackedOperation a = m_longer.schedule.operations()[m_next - count];
            const PackedOperation b = m_longer.schedule.operations()[m_next];
            if (a.kind() != b.kind() || a.chunk() != b.chunk()
                || m_longer.timeline.start(device, m_next)
                        - m_longer.timeline.start(device, m_next - count)
                    != beat.period
                || m_longer.timeline.end(m_next) - m_longer.timeline.end(m_next - count)
                    != beat.period)
                return false;
            // The stream beats here: what it counts changes.
            Seen& seen = seenOf(b);
            if (!seen.after)
                m_excerpt.shifts[placeOf(b)][kindOf(b)].at = m_passed;
            seen.after = true;
        }
        m_delay += beat.period;
        return true;
    }

    /// The rest is the same, later and of later micro-batches.
    bool readSame(std::size_t index)
    {
        const auto device = static_cast<int>(m_device);
        const PackedOperation a = m_shorter.schedule.operations()[index];
        if (m_next == m_longer.schedule.rowEnd(device))
            return false;
        const PackedOperation b = m_longer.schedule.operations()[m_next];
        const std::int64_t units = b.unit() - a.unit();
        if (a.kind() != b.kind() || a.chunk() != b.chunk()
            || units % m_shorter.schedule.slices() != 0
            || m_longer.timeline.start(device, m_next) - m_shorter.timeline.start(device, index)
                != m_delay
            || m_longer.timeline.end(m_next) - m_shorter.timeline.end(index) != m_delay)
            return false;
        ++m_next;
        const std::int64_t more = units / m_shorter.schedule.slices();
        Seen& seen = seenOf(a);
        Excerpt::Shift& shift = m_excerpt.shifts[placeOf(a)][kindOf(a)];
        std::int64_t& expected = seen.after ? shift.after : shift.before;
        bool& known = seen.after ? seen.knowsAfter : seen.knowsBefore;
        if (known && expected != more && !seen.after && seen.passed < m_passed) {
            // It does not beat itself, but what is put in lies between its passes.
            seen.after = seen.knowsAfter = true;
            shift.at = seen.passed;
            shift.after = more;
            return true;
        }
        if (known && expected != more)
            return false;
        known = true;
        expected = more;
        seen.passed = m_passed;
        return true;
    }

    struct Seen
    {
        bool after = false;
        bool knowsBefore = false;
        bool knowsAfter = false;
        /// Breaks before its last pass.
        std::size_t passed = 0;
    };

    static std::size_t kindOf(PackedOperation operation)
    {
        return static_cast<std::size_t>(operation.kind());
    }
    [[nodiscard]] std::size_t placeOf(PackedOperation operation) const
    {
        return m_device * m_seen.size() + static_cast<std::size_t>(operation.chunk());
    }
    Seen& seenOf(PackedOperation operation)
    {
        return m_seen[static_cast<std::size_t>(operation.chunk())][kindOf(operation)];
    }

    const TimedSchedule& m_shorter;
    const TimedSchedule& m_longer;
    const Rhythm& m_rhythm;
    std::size_t m_device;
    std::size_t m_next;
    std::size_t m_passed = 0;
    Duration m_delay {};
    Excerpt& m_excerpt;
    std::vector<std::array<Seen, kOperationKindCount>> m_seen;
};

} // namespace

std::optional<Excerpt> insertion(
    const TimedSchedule& shorter, const TimedSchedule& longer, const Rhythm& rhythm)
{
    Excerpt excerpt;
    excerpt.microbatches = shorter.schedule.microbatches();
    excerpt.leftOut = longer.schedule.microbatches() - shorter.schedule.microbatches();
    excerpt.period = rhythm.microbatches;
    for (const Beat& beat : rhythm.beats)
        excerpt.breaks.push_back({beat.at, beat.period, beat.period, beat.first, {}});
    Excerpt::Shift none;
    none.at = excerpt.breaks.size();
    std::array<Excerpt::Shift, kOperationKindCount> kinds;
    kinds.fill(none);
    excerpt.shifts.assign(static_cast<std::size_t>(shorter.schedule.devices())
            * static_cast<std::size_t>(shorter.schedule.chunks()),
        kinds);
    for (int device = 0; device < shorter.schedule.devices(); ++device) {
        if (!RowReader(shorter, longer, rhythm, device, excerpt).read())
            return std::nullopt;
    }
    return excerpt;
}

} // namespace pipegantt
