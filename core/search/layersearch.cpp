// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/search/layersearch.h"

#include <algorithm>
#include <utility>

namespace pipegantt {
namespace {

constexpr std::int64_t kNever = SearchProblem::kNever;
constexpr std::size_t kMostSlots = std::size_t {1} << 18;

std::uint64_t mixed(std::uint64_t value)
{
    value ^= value >> 31U;
    value *= 0x9e3779b97f4a7c15U;
    return value ^ value >> 29U;
}

std::uint64_t keyOf(PassCounts counts)
{
    std::uint64_t key = 0;
    for (const std::uint16_t count : counts)
        key = (key ^ count) * 0x100000001b3U + (key >> 47U);
    return mixed(key);
}

} // namespace

LayerSearch::LayerSearch(
    const SearchProblem& problem, const Windows& windows, std::span<const std::int64_t> latestEnds)
    : m_problem(problem)
    , m_memory(problem)
    , m_child(problem, windows, latestEnds)
    , m_layer(problem.stages.size(), static_cast<std::size_t>(problem.devices))
    , m_next(problem.stages.size(), static_cast<std::size_t>(problem.devices))
    , m_queues(problem)
{
}

LayerOutcome LayerSearch::run(
    const LayerEffort& effort, const std::stop_token& stop, std::int64_t& steps)
{
    m_effort = effort;
    m_steps = 0;
    m_complete = m_memory.isLocal();
    begin();
    LayerOutcome outcome;
    std::vector<std::uint32_t> states {0};
    for (std::size_t done = 0; done < m_problem.operations(); ++done) {
        if (!advance(states) || stop.stop_requested()) {
            steps += m_steps;
            return outcome;
        }
        if (states.empty()) {
            steps += m_steps;
            outcome.refuted = m_complete;
            return outcome;
        }
    }
    steps += m_steps;
    outcome.order = trace(states);
    return outcome;
}

void LayerSearch::begin()
{
    m_layer.clear();
    m_trail.clear();
    m_child.begin();
    m_layer.add({}, m_child.counts(), m_child.times(), m_child.latest());
    std::size_t slots = 64;
    while (slots / 4 < m_effort.width && slots < kMostSlots)
        slots *= 2;
    m_table.assign(slots, Layer::kNone);
    m_slots.clear();
}

bool LayerSearch::advance(std::vector<std::uint32_t>& states)
{
    m_next.clear();
    for (const std::uint32_t state : states) {
        expand(state);
        if (m_steps > m_effort.steps)
            return false;
    }
    selectStates(states);
    std::swap(m_layer, m_next);
    return m_complete || !m_effort.proves;
}

std::int64_t LayerSearch::startOf(std::size_t parent, int s, Pass pass) const
{
    const SearchStage& stage = m_problem.stage(s);
    const std::span counts = m_layer.counts(parent);
    const std::span times = m_layer.times(parent);
    const std::int64_t free = times[static_cast<std::size_t>(stage.device)];
    if (pass == Pass::WeightGrad)
        return countOf(counts, s, pass) < countOf(counts, s, Pass::InputGrad) ? free : kNever;
    if (pass == Pass::Forward) {
        if (!m_memory.admits(counts, s))
            return kNever;
        if (stage.previous < 0)
            return free;
    } else {
        if (countOf(counts, s, pass) >= countOf(counts, s, Pass::Forward))
            return kNever;
        if (stage.next < 0)
            return free;
    }
    if (m_queues.isEmpty(s, pass))
        return kNever;
    return std::max(free, times[m_queues.begin(s, pass)]);
}

void LayerSearch::expand(std::size_t parent)
{
    m_queues.lay(m_problem, m_layer.counts(parent));
    int soonestStage = -1;
    Pass soonestPass = Pass::Forward;
    std::int64_t firstEnd = kNever;
    for (int s = 0; s < static_cast<int>(m_problem.stages.size()); ++s) {
        for (int p = 0; p < m_problem.passes(); ++p) {
            const auto pass = static_cast<Pass>(p);
            const std::int64_t start = startOf(parent, s, pass);
            const std::int64_t end = start + m_problem.stage(s).durationOf(pass);
            if (start == kNever || end >= firstEnd)
                continue;
            firstEnd = end;
            soonestStage = s;
            soonestPass = pass;
        }
    }
    if (soonestStage < 0)
        return;
    for (const int s : m_problem.stagesOf(m_problem.stage(soonestStage).device)) {
        for (int p = 0; p < m_problem.passes(); ++p) {
            const auto pass = static_cast<Pass>(p);
            const std::int64_t start = startOf(parent, s, pass);
            // An operation of no length ends where it starts, and is taken all the same.
            if (start < firstEnd || (s == soonestStage && pass == soonestPass))
                take(parent, s, pass, start + m_problem.stage(s).durationOf(pass));
        }
    }
}

void LayerSearch::take(std::size_t parent, int stage, Pass pass, std::int64_t end)
{
    m_steps +=
        static_cast<std::int64_t>(m_layer.counts(parent).size() + m_layer.times(parent).size());
    if (!m_child.follow(m_layer, parent, m_queues, stage, pass, end, m_effort.weights))
        return;
    Layer::State state;
    state.key = keyOf(m_child.counts());
    if (isDominated(state.key))
        return;
    std::uint32_t& slot = m_table[state.key & (m_table.size() - 1)];
    if (slot == Layer::kNone)
        m_slots.push_back(state.key & (m_table.size() - 1));
    state.nextAlike = std::exchange(slot, static_cast<std::uint32_t>(m_next.size()));
    state.score = m_child.score();
    state.trail = static_cast<std::uint32_t>(m_trail.size());
    m_trail.push_back({m_layer.state(parent).trail, static_cast<std::uint16_t>(stage), pass});
    m_next.add(state, m_child.counts(), m_child.times(), m_child.latest());
}

bool LayerSearch::isDominated(std::uint64_t key)
{
    const std::span mine(m_child.times());
    for (std::uint32_t* link = &m_table[key & (m_table.size() - 1)]; *link != Layer::kNone;) {
        Layer::State& other = m_next.state(*link);
        if (other.key == key && std::ranges::equal(m_next.counts(*link), m_child.counts())) {
            const std::span times = m_next.times(*link);
            m_steps += static_cast<std::int64_t>(times.size());
            bool sooner = true;
            bool later = true;
            for (std::size_t i = 0; i < times.size() && (sooner || later); ++i) {
                sooner = sooner && times[i] <= mine[i];
                later = later && times[i] >= mine[i];
            }
            if (sooner)
                return true;
            if (later) {
                other.dominated = true;
                *link = other.nextAlike;
                continue;
            }
        }
        link = &other.nextAlike;
    }
    return false;
}

void LayerSearch::selectStates(std::vector<std::uint32_t>& chosen)
{
    for (const std::size_t slot : m_slots)
        m_table[slot] = Layer::kNone;
    m_slots.clear();
    chosen.clear();
    for (std::uint32_t i = 0; i < m_next.size(); ++i) {
        if (!m_next.state(i).dominated)
            chosen.push_back(i);
    }
    if (chosen.size() <= m_effort.width)
        return;
    m_complete = false;
    const auto isBetter = [this](std::uint32_t a, std::uint32_t b) {
        const Layer::State& one = m_next.state(a);
        const Layer::State& two = m_next.state(b);
        if (one.score != two.score)
            return one.score > two.score;
        if (m_effort.seed == 0)
            return a < b;
        const std::uint64_t lotOne = mixed(one.key ^ m_effort.seed);
        const std::uint64_t lotTwo = mixed(two.key ^ m_effort.seed);
        return lotOne != lotTwo ? lotOne > lotTwo : a < b;
    };
    std::ranges::nth_element(
        chosen, chosen.begin() + static_cast<std::ptrdiff_t>(m_effort.width), isBetter);
    chosen.resize(m_effort.width);
}

Order LayerSearch::trace(const std::vector<std::uint32_t>& states) const
{
    const auto endOf = [this](std::uint32_t state) {
        std::int64_t end = 0;
        for (std::size_t d = 0; d < static_cast<std::size_t>(m_problem.devices); ++d)
            end = std::max(end, m_layer.times(state)[d] + m_problem.afterwards[d]);
        return end;
    };
    const std::uint32_t best = *std::ranges::min_element(states, {}, endOf);
    std::vector<std::size_t> ends(static_cast<std::size_t>(m_problem.devices));
    for (int device = 0; device < m_problem.devices; ++device)
        ends[static_cast<std::size_t>(device)] = m_problem.rowEnd(device);
    Order order(m_problem.operations());
    for (std::uint32_t at = m_layer.state(best).trail; at != Layer::kNone;
         at = m_trail[at].before) {
        const int stage = m_trail[at].stage;
        const int device = m_problem.stage(stage).device;
        const std::vector<int>& stages = m_problem.stagesOf(device);
        const auto place =
            static_cast<std::size_t>(std::ranges::find(stages, stage) - stages.begin());
        order[--ends[static_cast<std::size_t>(device)]] = orderLetter(place, m_trail[at].pass);
    }
    return order;
}

} // namespace pipegantt
