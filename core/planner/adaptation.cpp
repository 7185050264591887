// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/planner/adaptation.h"

#include "core/plan/parameter.h"
#include "core/schedule/catalogue.h"

#include <algorithm>
#include <numeric>

namespace pipegantt {
namespace {

/// A sum of parts of whole numbers, rounded up once. The limits of plans keep it within 64 bits.
class PartSum
{
public:
    explicit PartSum(std::int64_t divisor)
        : m_divisor(divisor)
    {
    }

    /// Adds value * factor / divisor.
    void add(std::int64_t value, std::int64_t factor)
    {
        m_whole += value / m_divisor * factor;
        m_rest += value % m_divisor * factor;
    }
    [[nodiscard]] std::int64_t roundedUp() const
    {
        return m_whole + (m_rest + m_divisor - 1) / m_divisor;
    }

private:
    std::int64_t m_divisor;
    std::int64_t m_whole = 0;
    std::int64_t m_rest = 0;
};

/// What numbers of a plan are multiplied with.
struct Factor
{
    std::int64_t numerator = 1;
    std::int64_t denominator = 1;

    [[nodiscard]] Factor times(Factor other) const
    {
        Factor product {numerator * other.numerator, denominator * other.denominator};
        const std::int64_t common = std::gcd(product.numerator, product.denominator);
        return {product.numerator / common, product.denominator / common};
    }
    [[nodiscard]] std::int64_t of(std::int64_t value) const
    {
        PartSum sum(denominator);
        sum.add(value, numerator);
        return sum.roundedUp();
    }
    [[nodiscard]] Duration of(Duration time) const { return Duration(of(time.count())); }
    [[nodiscard]] Bytes of(Bytes amount) const { return {of(amount.value)}; }
    [[nodiscard]] StageTime of(const StageTime& time) const
    {
        return {of(time.forward), of(time.inputGrad), of(time.weightGrad)};
    }
};

/// How many times longer the passes of all slices of a micro-batch take than the times say.
std::int64_t slicesInTime(const Plan& plan)
{
    if (plan.slicesInUse() == 1 && !shapeOf(plan.schedule).sliced)
        return 1;
    return plan.sliceWeights.empty()
        ? plan.slicesInUse()
        : std::accumulate(plan.sliceWeights.begin(), plan.sliceWeights.end(), std::int64_t {0});
}

int chunksUnder(ScheduleKind kind, const Plan& plan)
{
    const KindShape& shape = shapeOf(kind);
    if (shape.chunks != 0)
        return shape.chunks;
    const int own =
        shapeOf(plan.schedule).chunks == 0 ? std::max(1, plan.modelStages() / plan.stages) : 1;
    return own > 1 ? own : shape.usualChunks;
}

/// One time for each of `stages` stages, from stages that are cut and joined so that there are so
/// many; each times `factor` beside.
std::vector<StageTime> recut(const std::vector<StageTime>& times, int stages, Factor factor)
{
    const auto before = static_cast<std::int64_t>(times.size());
    const std::int64_t common = std::gcd(before, std::int64_t {stages});
    const std::int64_t parts = stages / common; // of a stage before
    const std::int64_t joined = before / common; // of them in a stage after
    std::vector<StageTime> recut;
    recut.reserve(static_cast<std::size_t>(stages));
    for (std::int64_t first = 0; first < stages * joined; first += joined) {
        PartSum forward(parts * factor.denominator);
        PartSum inputGrad = forward;
        PartSum weightGrad = forward;
        for (std::int64_t part = first; part < first + joined;) {
            const StageTime& time = times[static_cast<std::size_t>(part / parts)];
            const std::int64_t end = std::min((part / parts + 1) * parts, first + joined);
            const std::int64_t count = (end - part) * factor.numerator;
            forward.add(time.forward.count(), count);
            inputGrad.add(time.inputGrad.count(), count);
            weightGrad.add(time.weightGrad.count(), count);
            part = end;
        }
        recut.push_back({Duration(forward.roundedUp()), Duration(inputGrad.roundedUp()),
            Duration(weightGrad.roundedUp())});
    }
    return recut;
}

/// Gives `plan` the times of a model of `stages` stages.
void scaleTimes(Plan& plan, int stages, Factor factor)
{
    if (stages == plan.modelStages() && factor.numerator == factor.denominator)
        return;
    plan = withListedTimes(std::move(plan));
    if (!plan.perStage.empty())
        plan.perStage = recut(plan.perStage, plan.modelStages(), factor);
    const Factor whole = factor.times({stages, plan.modelStages()});
    plan.time = whole.of(plan.time);
    plan.recompute = whole.of(plan.recompute);
    plan.pair = whole.of(plan.pair);
}

/// Makes the batch one micro-batch.
void joinMicrobatches(Plan& plan)
{
    const Factor whole {plan.microbatches, 1};
    if (plan.memoryLimit.unit == MemoryLimit::Unit::Microbatches) {
        const Bytes limit = plan.memoryLimit.bytes(plan.activation).value_or(Bytes {});
        const std::int64_t state = plan.state.total().value;
        // Activations never reach a limit beyond the table's.
        plan.memoryLimit = limit.value > info(Parameter::MemoryLimit).maximum - state
            ? MemoryLimit {}
            : MemoryLimit {MemoryLimit::Unit::Bytes, limit.value + state};
    }
    plan.message = whole.of(plan.message);
    plan.activation = whole.of(plan.activation);
    plan.microbatches = 1;
}

} // namespace

Plan adapted(const Plan& plan, ScheduleKind kind, Cut cut)
{
    if (kind == plan.schedule && cut == Cut {})
        return plan;
    Plan next = plan;
    next.schedule = kind;
    const KindShape& shape = shapeOf(kind);
    next.chunks = shape.chunks == 0 && cut.chunks != 0 ? cut.chunks : chunksUnder(kind, plan);
    // A given order brings its own numbers.
    if (kind == ScheduleKind::Custom && next.given.schedule)
        adoptGivenShape(next);
    const bool whole = next.slices == 1 && shape.sliced && kind != ScheduleKind::Auto;
    const int usual = whole ? kUsualSlices : next.slices;
    const int slices = cut.slices == 0 || !reads(kind, Parameter::Slices) ? usual : cut.slices;
    if (slices != next.slices) {
        next.slices = slices;
        next.sliceWeights.clear();
    }
    Factor factor = Factor().times({slicesInTime(plan), slicesInTime(next)});
    next.message = Factor {plan.slicesInUse(), next.slicesInUse()}.of(next.message);
    if (runsOneMicrobatchOnly(kind)) {
        factor = factor.times({plan.microbatches, 1});
        joinMicrobatches(next);
    }
    scaleTimes(next, plan.modelStages(), factor);
    if (reads(kind, Parameter::Group) && next.group != 0 && !entry(kind).check(next))
        next.group = 0;
    return next;
}

Plan cutIntoMicrobatches(const Plan& plan, int microbatches)
{
    const Factor part {1, microbatches};
    Plan next = plan;
    scaleTimes(next, plan.modelStages(), part);
    next.message = part.of(next.message);
    next.activation = part.of(next.activation);
    next.microbatches = microbatches;
    return next;
}

bool runsOneMicrobatchOnly(ScheduleKind kind)
{
    Plan plan;
    plan.schedule = kind;
    plan.microbatches = 2;
    const Result<void> checked = entry(kind).check(plan);
    return !checked && checked.error().code == ErrorCode::NeedsOneMicrobatch;
}

} // namespace pipegantt
