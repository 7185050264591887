// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/search/search.h"

#include "core/search/bound.h"
#include "core/search/layersearch.h"
#include "core/search/localsearch.h"
#include "core/search/rooms.h"
#include "core/search/startorders.h"
#include "core/search/windows.h"

#include <algorithm>
#include <array>
#include <optional>
#include <tuple>
#include <utility>

namespace pipegantt {
namespace {

constexpr std::int64_t kNever = SearchProblem::kNever;
/// Beyond, neither windows nor layers are affordable.
constexpr std::size_t kMostOperations = 2'000'000;
constexpr int kMostUnits = 65'000;
/// Numbers that the states of a layer may be made of.
constexpr std::size_t kMostNumbers = 12'000'000;
/// Operations with which a local search has the time for detours.
constexpr std::size_t kMostTolerated = 1'000;
/// A try narrows its windows at most so often: what more rounds would drop, the layers drop too.
constexpr int kRounds = 8;
/// Goals between the bound and the best that one search after the other aims at.
constexpr std::int64_t kGoals = 8;
constexpr std::int64_t kAmbitions = 64;
/// For span and peak: how many goals are tried, and how wide.
constexpr int kSideTries = 8;
constexpr std::size_t kSideWidth = 8;

/// What a layer search takes for promising, in turn.
constexpr std::array kWeights {StateWeights {4, 1, 1, 1000}, StateWeights {16, 1, 4, 0},
    StateWeights {1, 1, 1, 100}, StateWeights {4, 1, 1, 0}, StateWeights {1, 0, 1, 1000},
    StateWeights {1, 1, 1, 0}, StateWeights {1, 0, 1, 0}};

/// The first weights in every other round, for they are most often the best.
const StateWeights& weightsOf(std::size_t round)
{
    return round % 2 == 0 ? kWeights.front() : kWeights[1 + round / 2 % (kWeights.size() - 1)];
}

class Search
{
public:
    Search(const SearchProblem& problem, const SearchEffort& effort)
        : m_problem(problem)
        , m_effort(effort)
        , m_step(timeStep(problem))
    {
    }

    SearchResult run(std::span<const Order> starts)
    {
        m_result.score.makespan = kNever;
        for (const Order& start : starts)
            offer(start);
        offerStartOrders(m_problem, m_effort.sparesMemory || !isSearchable(),
            [this](const Order& start) { offer(start); });
        m_until = m_effort.steps / 4 * 3;
        boundFirst();
        if (isSearchable()) {
            improve();
            if (m_effort.sparesMemory)
                return std::move(m_result);
            m_until = std::min(m_steps + m_effort.steps / 8, m_effort.steps);
            shortenSpan();
            m_until = std::min(m_steps + m_effort.steps / 8, m_effort.steps);
            lowerPeak();
        } else if (m_problem.operations() <= kMostOperations) {
            LocalSearch local(m_problem, m_effort.seed, true);
            polish(local, m_until - m_steps);
        }
        return std::move(m_result);
    }

private:
    /// Windows and layers of one way to share the memory.
    struct Try
    {
        explicit Try(SearchProblem shared, std::size_t mostPoints)
            : problem(std::move(shared))
            , windows(problem, mostPoints)
        {
        }
        SearchProblem problem;
        Windows windows;
    };
    struct Reach
    {
        bool found = false;
        bool refuted = false;
    };

    /// Whether windows and layers can be had: they know no slices.
    [[nodiscard]] bool isSearchable() const
    {
        return m_problem.slices == 1 && m_problem.operations() <= kMostOperations
            && std::ranges::all_of(m_problem.stages,
                [](const SearchStage& stage) { return stage.units <= kMostUnits; });
    }
    [[nodiscard]] bool isOver() const
    {
        return m_steps >= m_until || m_effort.stop.stop_requested();
    }
    [[nodiscard]] bool isOptimal() const { return m_result.score.makespan <= m_result.bound; }

    [[nodiscard]] bool isBetter(const OrderScore& score) const
    {
        if (!m_effort.sparesMemory || score.makespan != m_result.score.makespan)
            return score < m_result.score;
        return std::tie(score.peak, score.span)
            < std::tie(m_result.score.peak, m_result.score.span);
    }

    bool offer(const Order& order)
    {
        const std::optional<OrderScore> score = scoreOf(m_problem, order);
        m_steps += static_cast<std::int64_t>(4 * order.size());
        if (!score || (!m_result.order.empty() && !isBetter(*score)))
            return false;
        m_result.order = order;
        m_result.score = *score;
        tell();
        return true;
    }
    void raiseBound(std::int64_t bound)
    {
        bound = std::min(bound, m_result.score.makespan);
        if (bound <= m_result.bound)
            return;
        m_result.bound = bound;
        tell();
    }
    void tell() const
    {
        if (m_effort.progress)
            m_effort.progress({m_result.score.makespan, m_result.bound});
    }

    /// Lattices cost as many steps as they have points in each round.
    [[nodiscard]] std::size_t affordablePoints() const
    {
        const std::int64_t left = std::max<std::int64_t>(m_until - m_steps, 0);
        return std::min(Windows::kMostPoints, static_cast<std::size_t>(left / 40));
    }

    void boundFirst()
    {
        raiseBound(plainBound(m_problem));
        if (!isSearchable())
            return;
        const std::int64_t most = m_result.score.makespan;
        Windows plain(m_problem, 0);
        raiseBound(lowerBound(m_problem, plain, m_result.bound, most, m_effort.steps / 8, m_steps));
        if (isOptimal() || isOver())
            return;
        Windows walked(m_problem, affordablePoints());
        if (walked.walksLattices())
            raiseBound(
                lowerBound(m_problem, walked, m_result.bound, most, m_effort.steps / 8, m_steps));
    }

    Reach reach(Try& with, const std::vector<std::int64_t>& latestEnds, std::size_t width,
        std::size_t round, std::int64_t budget)
    {
        Reach reached;
        if (!with.windows.narrow(latestEnds, kRounds, m_steps)) {
            reached.refuted = true;
            return reached;
        }
        LayerEffort effort;
        effort.width = width;
        effort.steps = budget;
        effort.weights = weightsOf(round);
        effort.proves = m_proves;
        effort.seed = round % 2 == 0 ? 0 : m_effort.seed + round * 0x9e3779b97f4a7c15U;
        const std::int64_t before = m_steps;
        const LayerOutcome outcome =
            LayerSearch(with.problem, with.windows, latestEnds).run(effort, m_effort.stop, m_steps);
        m_exhausted = m_steps - before > budget;
        reached.refuted = outcome.refuted;
        if (!outcome.order.empty())
            reached.found = offer(outcome.order);
        return reached;
    }

    void improve()
    {
        const std::vector<std::vector<int>> ways = roomWays(m_problem);
        const bool isLocal = MemoryRule(m_problem).isLocal();
        const bool isSmall = m_problem.operations() <= kMostTolerated;
        LocalSearch local(m_problem, m_effort.seed, !isLocal && isSmall);
        std::size_t width = 1;
        for (std::size_t round = 0; !isOver() && !isOptimal(); ++round) {
            const std::int64_t before = m_steps;
            bool exhausted = false;
            for (std::size_t way = 0; way < ways.size() && !isOver() && !isOptimal(); ++way) {
                Try with(withRooms(m_problem, ways[way]), affordablePoints());
                m_exhausted = false;
                seek(with, width, round, way + 1 == ways.size());
                exhausted = exhausted || m_exhausted;
            }
            if (exhausted)
                width = std::max<std::size_t>(width / 4, 1);
            else if (round % 2 == 1 && width < widest())
                width *= 4;
            // Time for what a search that never looks back has missed: that is little where it
            // leaves out nothing but what is worse, and much where memory is shared.
            const std::int64_t spent = m_steps - before;
            const std::int64_t least = isSmall ? m_effort.steps / 20 : 0;
            polish(local, isLocal ? spent / 2 : std::max(2 * spent, least));
            if (round % 4 == 3)
                prove((m_until - m_steps) / 3 * 2);
        }
    }

    /// A state counts its passes, knows when devices are free and how late they may be, and has a
    /// few results under way to each stage.
    [[nodiscard]] std::size_t widest() const
    {
        const auto devices = static_cast<std::size_t>(m_problem.devices);
        return kMostNumbers / (6 * m_problem.stages.size() + 2 * devices);
    }

    /// Asks without leaving anything out for an order that is better by one time step, or, where
    /// that was too much to ask, for one that is better by more.
    void prove(std::int64_t budget)
    {
        if (isOver() || isOptimal() || !MemoryRule(m_problem).isLocal())
            return;
        const std::int64_t gap = (m_result.score.makespan - m_result.bound) / m_step;
        const std::int64_t target = m_result.score.makespan
            - std::max<std::int64_t>(1, gap - gap * m_ambition / kAmbitions) * m_step;
        Try with(m_problem, affordablePoints());
        m_proves = true;
        const Reach reached = reach(with, latestEndsFor(m_problem, target), widest(), 0, budget);
        m_proves = false;
        if (reached.refuted)
            raiseBound(target + m_step);
        const bool answered = reached.refuted || reached.found;
        m_ambition = answered ? kAmbitions : std::max<std::int64_t>(m_ambition * 3 / 4, 1);
    }

    void polish(LocalSearch& local, std::int64_t budget)
    {
        if (isOver() || isOptimal())
            return;
        if (local.improve(m_result.order, m_result.score, m_result.bound,
                std::min(budget, m_until - m_steps), m_effort.stop, m_steps))
            tell();
    }

    /// Aims at the bound first, and as long as that fails at what is ever more above it, up to what
    /// is just better than the best: what is out of reach is mostly given up early. Then between
    /// what failed and what did not.
    void seek(Try& with, std::size_t width, std::size_t round, bool proves)
    {
        const std::int64_t bound = m_result.bound;
        const std::int64_t gap = (m_result.score.makespan - bound) / m_step - 1;
        std::int64_t failed = -1;
        bool found = false;
        for (std::int64_t i = 0; i <= kGoals && !found; ++i) {
            const std::int64_t above = std::max(gap * i * i / (kGoals * kGoals), failed + 1);
            if (above > gap || isOver())
                return;
            found = aim(with, bound + above * m_step, width, round, proves);
            if (!found)
                failed = above;
        }
        for (int i = 0; i < 3 && !isOver(); ++i) {
            const std::int64_t best = (m_result.score.makespan - bound) / m_step;
            const std::int64_t above = failed + (best - failed) / 2;
            if (above <= failed || above >= best)
                return;
            if (!aim(with, bound + above * m_step, width, round, proves))
                failed = above;
        }
    }

    bool aim(Try& with, std::int64_t target, std::size_t width, std::size_t round, bool proves)
    {
        const std::int64_t budget = (m_until - m_steps) / 8 + 1;
        const Reach reached = reach(with, latestEndsFor(m_problem, target), width, round, budget);
        if (reached.refuted && proves)
            raiseBound(target + m_step);
        return reached.found;
    }

    /// Ends that keep the best makespan, and a span.
    [[nodiscard]] std::vector<std::int64_t> endsFor(std::int64_t span) const
    {
        std::vector<std::int64_t> ends = latestEndsFor(m_problem, m_result.score.makespan);
        const std::vector<std::int64_t> starts = deviceStarts(m_problem);
        for (std::size_t d = 0; d < ends.size(); ++d)
            ends[d] = std::min(ends[d], starts[d] + span - m_problem.afterwards[d]);
        return ends;
    }

    void shortenSpan()
    {
        std::int64_t failed = 0;
        for (int d = 0; d < m_problem.devices; ++d)
            failed = std::max(
                failed, m_problem.workOf(d) + m_problem.afterwards[static_cast<std::size_t>(d)]);
        failed -= m_step;
        const std::vector<std::vector<int>> ways = roomWays(m_problem);
        for (int i = 0; i < kSideTries && failed + m_step < m_result.score.span; ++i) {
            // The least span first: it is the one that most orders reach or miss.
            const std::int64_t gap = (m_result.score.span - failed) / m_step;
            const std::int64_t target = failed + (i == 0 ? 1 : gap / 2) * m_step;
            bool found = false;
            for (std::size_t way = 0; way < ways.size() && !found; ++way) {
                if (isOver())
                    return;
                Try with(withRooms(m_problem, ways[way]), affordablePoints());
                found = reach(with, endsFor(target), kSideWidth, 0, (m_until - m_steps) / 4).found;
            }
            if (!found)
                failed = target;
        }
    }

    void lowerPeak()
    {
        std::int64_t failed = 0;
        for (int d = 0; d < m_problem.devices; ++d)
            failed = std::max(failed, m_problem.leastMemory(d));
        --failed;
        for (int i = 0; i < kSideTries && failed + 1 < m_result.score.peak; ++i) {
            const std::int64_t target = failed + (m_result.score.peak - failed) / 2;
            SearchProblem less = m_problem;
            for (std::int64_t& limit : less.limits)
                limit = std::min(limit, target);
            bool found = false;
            for (const std::vector<int>& way : roomWays(less)) {
                if (isOver())
                    return;
                Try with(withRooms(less, way), affordablePoints());
                found = reach(
                    with, endsFor(m_result.score.span), kSideWidth, 0, (m_until - m_steps) / 4)
                            .found;
                if (found)
                    break;
            }
            if (!found)
                failed = target;
        }
    }

    const SearchProblem& m_problem;
    const SearchEffort& m_effort;
    std::int64_t m_step;
    /// What has been done, and when the present part of the search is over.
    std::int64_t m_steps = 0;
    std::int64_t m_until = 0;
    bool m_exhausted = false;
    bool m_proves = false;
    /// How near to the best makespan a proof is tried, of kAmbitions.
    std::int64_t m_ambition = kAmbitions;
    SearchResult m_result;
};

} // namespace

std::int64_t stepsFor(const SearchProblem& problem, int effort)
{
    constexpr std::int64_t kBase = 40'000'000;
    constexpr std::int64_t kEach = 60'000;
    constexpr std::int64_t kMost = 700'000'000;
    const auto operations = static_cast<std::int64_t>(problem.operations());
    const std::int64_t steps = std::min(kBase + kEach * operations, kMost);
    return effort >= 3 ? steps << (effort - 3) : steps >> (3 - effort);
}

std::int64_t quickSteps(const SearchProblem& problem)
{
    return 200'000 + 40 * static_cast<std::int64_t>(problem.operations());
}

SearchResult search(
    const SearchProblem& problem, std::span<const Order> starts, const SearchEffort& effort)
{
    return Search(problem, effort).run(starts);
}

} // namespace pipegantt
