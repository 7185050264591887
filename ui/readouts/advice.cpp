// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/readouts/advice.h"

#include "core/metrics/metrics.h"
#include "core/planner/comparison.h"
#include "core/schedule/catalogue.h"
#include "ui/text/quantities.h"

#include <algorithm>

namespace pipegantt {

using namespace Qt::StringLiterals;

namespace {

bool hasLimit(const Plan& plan)
{
    return plan.memoryLimit.unit != MemoryLimit::Unit::None;
}

QString limitText(const Plan& plan)
{
    const auto bytes = plan.memoryLimit.bytes(plan.activation);
    return bytes ? memoryText(*bytes) : QString();
}

} // namespace

Advice Advice::of(const Plan& plan)
{
    const Recommendation recommendation = recommend(plan);
    const std::int64_t best = recommendation.microbatches;
    Advice advice;
    if (best == 0) {
        advice.headline = tr("No number of micro-batches fits");
        const QString what = recommendation.textbook
            ? tr("One micro-batch of activations takes %1, the limit is %2.")
            : tr("One micro-batch of activations takes %1, this schedule keeps several, and the "
                 "limit is %2.");
        advice.reasons = {what.arg(memoryText(plan.activation), limitText(plan)),
            tr("Raise the limit, make micro-batches smaller, or cut the model into more stages.")};
        return advice;
    }
    if (best == plan.microbatches) {
        advice.headline = tr("M = %1 is what this plan uses already").arg(best);
    } else {
        advice.headline = tr("Use M = %1").arg(best);
        advice.microbatches = static_cast<int>(best);
    }
    advice.reasons = {joined(target(plan, recommendation), decision(plan, recommendation))};
    if (recommendation.simulated)
        advice.reasons.append(simulation(recommendation));
    advice.reasons.append(tr("Rules of thumb: 4P = %1 (cautious), 8P = %2 (ideal).")
                              .arg(recommendation.conservative)
                              .arg(recommendation.ideal));
    advice.reasons.append(memory(plan, recommendation));
    if (plan.globalBatch > 0) {
        advice.reasons.append(size(plan, recommendation));
        advice.costs.append(sizeRule(plan));
    }
    advice.costs.append(
        tr("Smaller micro-batches: a smaller bubble, but more passes and messages, and less "
           "efficient kernels."));
    advice.costs.append(passes(plan, best));
    advice.costs.append(
        tr("Larger micro-batches: efficient passes, but few of them, so a larger bubble."));
    const std::int64_t alive = std::min(plan.stages, plan.microbatches);
    const std::int64_t parts = partsOfMicrobatch(plan);
    advice.costs.append(
        tr("GPipe keeps all M micro-batches: %1 here. 1F1B keeps at most P: %2, so M can grow.")
            .arg(memoryText(activationBytes(plan, parts * plan.microbatches)),
                memoryText(activationBytes(plan, parts * alive))));
    return advice;
}

QString Advice::joined(const QString& first, const QString& second)
{
    return tr("%1 %2", "two sentences").arg(first, second);
}

QString Advice::target(const Plan& plan, const Recommendation& recommendation)
{
    if (plan.stages == 1)
        return tr("One stage has no bubble at any M.");
    const int percent = plan.targetEfficiency;
    const int rest = 100 - percent;
    QString formula = u"%1(P−1)/%2"_s.arg(percent).arg(rest);
    if (percent == rest)
        formula = u"P−1"_s;
    else if (percent % rest == 0)
        formula = u"%1(P−1)"_s.arg(percent / rest);
    else if (percent * (plan.stages - 1) % rest != 0)
        formula = u"⌈"_s + formula + u"⌉"_s;
    const QString words = recommendation.textbook
        ? tr("%1 % efficiency needs %2 = %3.")
        : tr("GPipe and 1F1B need %2 = %3 for %1 % efficiency.");
    return words.arg(QString::number(percent), formula, QString::number(recommendation.forTarget));
}

QString Advice::decision(const Plan& plan, const Recommendation& recommendation)
{
    const QString best = QString::number(recommendation.microbatches);
    const QString reached =
        percentText(recommendation.simulated.value_or(recommendation.efficiency));
    const QString batch = QString::number(plan.globalBatch);
    if (recommendation.bound == Bound::Uncut)
        return tr("But this schedule does not cut the batch, so M stays 1: %1.").arg(reached);
    if (recommendation.bound == Bound::GivenOrder)
        return tr("But the order is given for M = %1: %2.").arg(best, reached);
    if (recommendation.movedToDivisor && recommendation.bound == Bound::GlobalBatch)
        return tr("M = %1 is the most within the bounds that cuts the global batch of %2 evenly: "
                  "%3.")
            .arg(best, batch, reached);
    if (recommendation.movedToDivisor)
        return tr("M = %1 is the next that cuts the global batch of %2 evenly: %3.")
            .arg(best, batch, reached);
    switch (recommendation.bound) {
    case Bound::IdealRule:
        return tr("But beyond 8P = %1 there is little to gain, so the rule decides: %2.")
            .arg(best, reached);
    case Bound::Memory:
        return tr("But memory holds %1, so memory decides: %2.").arg(best, reached);
    case Bound::GlobalBatch:
        return tr("But a global batch of %1 makes at most %2 micro-batches: %3.")
            .arg(batch, best, reached);
    case Bound::Schedule:
        return tr("But this schedule runs no fewer than %1 here: %2.").arg(best, reached);
    case Bound::Target:
    case Bound::Uncut:
    case Bound::GivenOrder:
        break;
    }
    return tr("The target decides.");
}

QString Advice::simulation(const Recommendation& recommendation)
{
    const QString best = QString::number(recommendation.microbatches);
    const QString reached = percentText(*recommendation.simulated);
    const QString found = recommendation.textbook
        ? tr("Simulated with this latency and these stages, M = %1 gives %2; the formula says %3.")
              .arg(best, reached, percentText(recommendation.efficiency))
        : tr("Simulated under this schedule, M = %1 gives %2.").arg(best, reached);
    return recommendation.reachesTarget
        ? found
        : joined(found, tr("No M within the bounds reaches the target."));
}

QString Advice::memory(const Plan& plan, const Recommendation& recommendation)
{
    if (!hasLimit(plan))
        return tr("No memory limit is set.");
    if (!recommendation.memory && !recommendation.textbook)
        return tr("Memory allows any M that this card considers.");
    if (!recommendation.memory) {
        return plan.schedule == ScheduleKind::OneFOneB
            ? tr("Memory allows any M: 1F1B keeps at most P = %1 micro-batches.").arg(plan.stages)
            : tr("Memory allows any M: this schedule keeps one micro-batch at a time.");
    }
    if (plan.schedule == ScheduleKind::GPipe && plan.microbatches > *recommendation.memory)
        return tr("Memory allows M ≤ %1. GPipe keeps all %2 micro-batches; 1F1B keeps at most %3.")
            .arg(*recommendation.memory)
            .arg(plan.microbatches)
            .arg(std::min(plan.stages, plan.microbatches));
    return tr("Memory allows M ≤ %1.").arg(*recommendation.memory);
}

QString Advice::samples(Ratio count)
{
    if (count == Ratio {1, 1})
        return tr("1 sample");
    const bool whole = count.numerator % count.denominator == 0;
    return tr("%1 samples").arg(QString::fromStdString(ratioNumber(count, whole ? 0 : 2)));
}

QString Advice::size(const Plan& plan, const Recommendation& recommendation)
{
    const Ratio samplesEach {plan.globalBatch, recommendation.microbatches};
    return tr("A global batch of %1 then gives micro-batches of %2.")
        .arg(QString::number(plan.globalBatch), samples(samplesEach));
}

QString Advice::sizeRule(const Plan& plan)
{
    const MicrobatchSize now = *microbatchSize(plan);
    QString verdict = tr("That is good.");
    if (now.verdict == MicrobatchSize::Verdict::Small)
        verdict = tr("That is small.");
    else if (now.verdict == MicrobatchSize::Verdict::Large)
        verdict = tr("That is large.");
    else if (!now.whole)
        verdict = tr("But not all micro-batches can be equal.");
    return joined(
        tr("Size of a micro-batch now: %1 / %2 = %3. Rule of thumb: 2 to 4 samples up to four "
           "stages, 1 to 2 in deeper pipelines.")
            .arg(QString::number(plan.globalBatch), QString::number(plan.microbatches),
                samples(now.samples)),
        verdict);
}

QString Advice::passes(const Plan& plan, std::int64_t microbatches)
{
    const int ways = entry(plan.schedule).hasBackward ? 2 : 1;
    const std::int64_t messages =
        ways * linkCount(placementOf(plan)) * (plan.units() / plan.microbatches);
    return tr("With M = %1 each stage runs %1 forward passes and %2 messages are sent; an uncut "
              "batch takes one pass and %3 messages.")
        .arg(microbatches)
        .arg(messages * microbatches)
        .arg(ways * (plan.stages - 1));
}

} // namespace pipegantt
