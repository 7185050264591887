// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Auto: the best order that a search finds for the plan's own costs and memory.
//
// Not a rule but a question to core/search: passes with these times on these devices, no more
// activations than the limit, and which order ends first. The search starts from every published
// schedule that places the stages of the plan in the same way, so none of them is better within the
// same limit. Where the makespan equals the bound, the order is proven to be optimal.
//
// Zero Bubble (2401.10241) poses the same question for one chunk a device as an integer program
// (appendix G) and answers it by a heuristic (section 3.1).

#include "core/schedule/automatic.h"

#include "core/base/text.h"
#include "core/schedule/searchproblem.h"
#include "core/search/bound.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace pipegantt {
namespace {

/// One way to place the stages, and the published orders for it.
struct Ground
{
    Placement placement;
    SearchProblem problem;
    std::vector<Order> starts;
};

std::vector<Placement> searchedPlacements(const Plan& plan)
{
    if (!plan.placement.empty()) {
        Result<Placement> given = Placement::given(plan.stages, plan.placement);
        return given ? std::vector {std::move(*given)} : std::vector<Placement> {};
    }
    std::vector placements {Placement::loop(plan.stages, plan.chunks)};
    if (plan.chunks > 1)
        placements.push_back(Placement::wave(plan.stages, plan.chunks));
    return placements;
}

std::vector<Ground> searchedGrounds(const Plan& plan)
{
    std::vector<Ground> grounds;
    for (const Placement& placement : searchedPlacements(plan))
        grounds.push_back({placement, searchProblem(plan, placement), {}});
    return grounds;
}

/// Whether a schedule of `kind` does the work of one iteration.
bool isOneIteration(ScheduleKind kind)
{
    return kind != ScheduleKind::Auto && kind != ScheduleKind::Custom && entry(kind).hasBackward
        && !shapeOf(kind).stepsEachMicrobatch;
}

/// Gives each ground the published orders that can run there.
void addStarts(const Plan& plan, std::vector<Ground>& grounds)
{
    Schedule schedule;
    for (const CatalogueEntry& known : catalogue()) {
        Plan published = plan;
        published.schedule = known.kind;
        if (!isOneIteration(known.kind) || !generate(published, schedule))
            continue;
        const auto ground = std::ranges::find(grounds, schedule.placement(), &Ground::placement);
        if (ground == grounds.end())
            continue;
        if (std::optional<Order> order = orderOf(ground->problem, schedule))
            ground->starts.push_back(std::move(*order));
    }
}

/// Searches the grounds one after the other and keeps the best.
class GroundSearch
{
public:
    GroundSearch(const Plan& plan, const SearchWatch& watch, std::vector<Ground>& grounds)
        : m_plan(plan)
        , m_watch(watch)
        , m_grounds(grounds)
    {
    }

    void run()
    {
        for (const Ground& ground : m_grounds)
            searchIn(ground);
    }

    [[nodiscard]] const Ground* bestGround() const { return m_bestGround; }
    [[nodiscard]] const SearchResult& best() const { return m_best; }
    [[nodiscard]] std::int64_t bound() const { return m_bound; }

private:
    void searchIn(const Ground& ground)
    {
        SearchEffort effort;
        effort.steps =
            m_watch.quick ? quickSteps(ground.problem) : stepsFor(ground.problem, m_plan.effort);
        effort.steps /= static_cast<std::int64_t>(m_grounds.size());
        effort.seed = static_cast<std::uint64_t>(m_plan.seed);
        effort.sparesMemory = m_watch.quick;
        effort.stop = m_watch.stop;
        if (m_watch.progress)
            effort.progress = [this](const SearchState& state) { tell(state); };
        SearchResult result = search(ground.problem, ground.starts, effort);
        m_bound = m_bestGround == nullptr ? result.bound : std::min(m_bound, result.bound);
        if (m_bestGround != nullptr && !(result.score < m_best.score))
            return;
        m_best = std::move(result);
        m_bestGround = &ground;
    }

    void tell(SearchState state) const
    {
        if (m_bestGround != nullptr) {
            state.best = std::min(state.best, m_best.score.makespan);
            state.bound = std::min(state.bound, m_bound);
        }
        m_watch.progress(state);
    }

    const Plan& m_plan;
    const SearchWatch& m_watch;
    std::vector<Ground>& m_grounds;
    const Ground* m_bestGround = nullptr;
    SearchResult m_best;
    std::int64_t m_bound = 0;
};

/// Where times are not what the search took them for, a bound that holds all the same.
std::int64_t boundFor(const Plan& plan, const std::vector<Ground>& grounds, std::int64_t searched)
{
    std::int64_t bound = searched;
    if (plan.jitter > 0 || plan.pair > Duration::zero()) {
        for (const Ground& ground : grounds)
            bound = std::min(bound, plainBound(undercutProblem(plan, ground.placement)));
    }
    return bound;
}

/// `1 micro-batch`, `3GB`
std::string limitText(const MemoryLimit& limit)
{
    std::string text = memoryLimitText(limit);
    if (limit.unit != MemoryLimit::Unit::Microbatches)
        return text;
    return text + (limit.amount == 1 ? " micro-batch" : " micro-batches");
}

Result<void> check(const Plan& plan)
{
    if (!plan.placement.empty()) {
        if (const Result<Placement> given = Placement::given(plan.stages, plan.placement); !given)
            return failure(given);
    }
    const std::optional<std::int64_t> limit = unitsWithinLimit(plan);
    if (!limit)
        return {};
    std::optional<std::int64_t> least;
    for (const Ground& ground : searchedGrounds(plan)) {
        std::int64_t most = 0;
        for (int device = 0; device < ground.problem.devices; ++device)
            most = std::max(most, ground.problem.leastMemory(device));
        least = std::min(least.value_or(most), most);
    }
    if (*least <= *limit)
        return {};
    return failure(ErrorCode::LimitUnreachable,
        {limitText(plan.memoryLimit), limitText(leastLimit(plan, *least))});
}

Placement placement(const Plan& plan)
{
    return searchedPlacements(plan).front();
}

/// What remains if no device ever waits again: the way of the first forward to the last device.
ClosedForm claims(const Plan& plan)
{
    const StageTime& time = plan.timeOf(0);
    ClosedForm form = timedForm(plan, (plan.stages - 1) * time.forward,
        plan.chunks * plan.units() * (time.forward + time.backward()));
    form.gap = FormulaGap::Conditions;
    return form;
}

constexpr std::array kParameters {Parameter::Chunks, Parameter::Slices, Parameter::MemoryLimit,
    Parameter::Effort, Parameter::Seed};

} // namespace

bool searchesPlacement(const Plan& plan, const Placement& placement)
{
    const std::vector<Placement> searched = searchedPlacements(plan);
    return std::ranges::find(searched, placement) != searched.end();
}

Duration searchSchedule(const Plan& plan, const SearchWatch& watch, Schedule& schedule)
{
    std::vector<Ground> grounds = searchedGrounds(plan);
    addStarts(plan, grounds);
    GroundSearch search(plan, watch, grounds);
    search.run();
    const Ground& best = *search.bestGround();
    schedule.reset(best.placement, plan.microbatches, best.problem.slices);
    schedule.setStepsAtEnd(plan.optimizer > Duration::zero());
    writeOrder(best.problem, search.best().order, schedule);
    return Duration(boundFor(plan, grounds, search.bound()));
}

const CatalogueEntry& automaticEntry()
{
    static const CatalogueEntry kEntry {
        .kind = ScheduleKind::Auto,
        .id = scheduleId(ScheduleKind::Auto),
        .title = "Auto",
        .year = 2026,
        .paper = "PipeGantt; the question is that of Qi et al., Zero Bubble Pipeline Parallelism, "
                 "ICLR 2024, arXiv 2401.10241, section 3.1 and appendix G",
        .summary = PIPEGANTT_TEXT("Schedule",
            "Searched for these times and this memory: never worse than a published schedule "
            "within the same limit, and with a bound that says how much better an order could be."),
        .constraints = PIPEGANTT_TEXT("Schedule", "memory for one micro-batch"),
        .parameters = kParameters,
        .choices = {},
        .bubbleFormula = "(P-1)F/((P-1)F+V M S(F+I+W))",
        .makespanFormula = "V M S(F+I+W)+(P-1)F",
        .memoryFormula = "min(M, limit)",
        .exactWhen = PIPEGANTT_TEXT("Schedule", "no device waits after its first forward pass"),
        .placement = placement,
        .closedForm = claims,
        .check = check,
        .generate =
            [](const Plan& plan, Schedule& schedule) {
                SearchWatch watch;
                watch.quick = true;
                searchSchedule(plan, watch, schedule);
            },
    };
    return kEntry;
}

} // namespace pipegantt
