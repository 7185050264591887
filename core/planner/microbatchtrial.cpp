// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/planner/microbatchtrial.h"

#include "core/planner/adaptation.h"
#include "core/schedule/catalogue.h"
#include "core/schedule/closedform.h"

namespace pipegantt {
namespace {

/// The most operations that are simulated for one question: a few milliseconds.
constexpr std::int64_t kMostOperations = std::int64_t {1} << 18;

} // namespace

MicrobatchTrial::MicrobatchTrial(const Plan& plan)
    : m_plan(plan)
    , m_simulates(!followsTextbook(plan) || closedForm(plan).gap != FormulaGap::None)
    , m_probe(kMostOperations)
{
    m_plan.group = 0;
}

bool MicrobatchTrial::runs(std::int64_t microbatches)
{
    m_plan.microbatches = static_cast<int>(microbatches);
    return entry(m_plan.schedule).check(m_plan).has_value();
}

std::optional<std::int64_t> MicrobatchTrial::leastThatRuns(std::int64_t from, std::int64_t upTo)
{
    for (; from <= upTo; ++from) {
        if (runs(from))
            return from;
    }
    return std::nullopt;
}

std::optional<std::int64_t> MicrobatchTrial::mostThatRuns(std::int64_t upTo)
{
    for (; upTo >= 1; --upTo) {
        if (runs(upTo))
            return upTo;
    }
    return std::nullopt;
}

std::optional<Ratio> MicrobatchTrial::efficiency(std::int64_t microbatches)
{
    if (!m_simulates)
        return std::nullopt;
    m_plan.microbatches = static_cast<int>(microbatches);
    const std::optional<Ratio> bubble = m_probe.bubbleRatio(m_plan);
    if (!bubble)
        return std::nullopt;
    return Ratio {bubble->denominator - bubble->numerator, bubble->denominator};
}

std::optional<std::int64_t> MicrobatchTrial::leastReaching(
    Ratio target, std::int64_t from, std::int64_t upTo)
{
    std::optional<std::int64_t> best = mostThatRuns(upTo);
    std::int64_t last = upTo;
    while (from <= last) {
        const std::int64_t middle = from + (last - from) / 2;
        const std::optional<std::int64_t> tried = leastThatRuns(middle, last);
        const std::optional<Ratio> there = tried ? efficiency(*tried) : std::nullopt;
        if (tried && there && *there < target) {
            from = *tried + 1;
            continue;
        }
        if (tried)
            best = tried;
        last = middle - 1;
    }
    return best;
}

std::optional<bool> MicrobatchTrial::fits(std::int64_t microbatches)
{
    m_plan.microbatches = static_cast<int>(microbatches);
    SearchWatch watch;
    watch.quick = true;
    if (operationCount(m_plan) > kMostOperations || !run(m_plan, m_scratch, m_buffer, watch))
        return std::nullopt;
    return m_buffer.metrics.fits;
}

std::optional<std::int64_t> MicrobatchTrial::mostThatFits(std::int64_t upTo)
{
    const std::optional<std::int64_t> most = mostThatRuns(upTo);
    // What cannot be tried is left to the run of the plan itself.
    if (m_plan.memoryLimit.unit == MemoryLimit::Unit::None || !most || fits(*most).value_or(true))
        return std::nullopt;
    std::int64_t best = 0;
    std::int64_t from = 1;
    std::int64_t last = *most;
    while (from <= last) {
        const std::int64_t middle = from + (last - from) / 2;
        const std::optional<std::int64_t> tried = leastThatRuns(middle, last);
        if (tried && fits(*tried).value_or(false)) {
            best = *tried;
            from = *tried + 1;
        } else {
            last = middle - 1;
        }
    }
    return best;
}

bool followsTextbook(const Plan& plan)
{
    const CatalogueEntry& known = entry(plan.schedule);
    const bool isNaive = runsOneMicrobatchOnly(plan.schedule);
    return isNaive
        || (plan.chunks == 1 && plan.units() == plan.microbatches
            && known.closedForm(plan).bubbleRatio() == textbookForm(plan).bubbleRatio());
}

} // namespace pipegantt
