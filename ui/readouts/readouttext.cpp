// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/readouts/readouttext.h"

#include "core/schedule/closedform.h"
#include "ui/readouts/formulalines.h"
#include "ui/text/quantities.h"

namespace pipegantt {

using namespace Qt::StringLiterals;

namespace {

QString paragraphs(const QStringList& texts)
{
    QString whole;
    for (const QString& text : texts)
        whole += u"<p>"_s + text.toHtmlEscaped() + u"</p>"_s;
    return whole;
}

QString significant(double value)
{
    return value >= 1000 ? QString::number(value, 'f', 0) : QString::number(value, 'g', 3);
}

/// The time of the batch in one piece; a product where it is beyond exact time.
QString uncutText(const Plan& plan)
{
    const Duration uncut = uncutMakespan(plan);
    if (uncut < Duration::max())
        return durationText(uncut, plan.unit);
    const UncutTime terms = uncutTime(plan);
    const QString product =
        u"%1 · %2"_s.arg(QString::number(terms.units), durationText(terms.unit, plan.unit));
    return terms.hops == Duration::zero()
        ? product
        : u"%1 + %2"_s.arg(product, durationText(terms.hops, plan.unit));
}

} // namespace

ReadoutText ReadoutText::bubble(const Run& run)
{
    const Metrics& metrics = run.metrics;
    ReadoutText text;
    text.caption = tr("Bubble");
    text.number = percentText(metrics.bubbleRatio);
    text.lines = FormulaLines::ofShare(run, Term::Idle, metrics.bubbleRatio);
    text.definition =
        paragraphs({tr("Bubble: the share of device time in which devices wait. Simulated."),
            tr("Bubble ratio, idle time over all device time (GPipe): %1")
                .arg(percentText(metrics.bubbleRatio)),
            tr("Bubble over ideal, idle time over the time of the work alone, (P−1)/M "
               "(Megatron-LM): %1")
                .arg(percentText(metrics.bubbleOverIdeal)),
            tr("Span bubble ratio, each device counted from its first pass to its last (Zero "
               "Bubble): %1")
                .arg(percentText(metrics.spanBubbleRatio))});
    return text;
}

ReadoutText ReadoutText::efficiency(const Run& run)
{
    const Metrics& metrics = run.metrics;
    ReadoutText text;
    text.caption = tr("Efficiency");
    text.number = percentText(metrics.efficiency);
    text.lines = FormulaLines::ofShare(run, Term::Work, metrics.efficiency);
    const Ratio parallelism {
        metrics.efficiency.numerator * run.plan.stages, metrics.efficiency.denominator};
    text.definition = paragraphs(
        {tr("Efficiency: the share of device time in which devices work, 1 − bubble ratio. Also "
            "called parallel efficiency. Simulated."),
            tr("On average %1 of %2 devices are at work.")
                .arg(QString::fromStdString(ratioNumber(parallelism, 2)))
                .arg(run.plan.stages)});
    return text;
}

ReadoutText ReadoutText::makespan(const Run& run)
{
    const Plan& plan = run.plan;
    ReadoutText text;
    text.caption = tr("Makespan");
    text.number = durationText(run.metrics.makespan, plan.unit);
    text.lines = FormulaLines::ofMakespan(run);

    const bool inSlots = plan.unit == TimeUnit::Slots;
    const double perUnit =
        static_cast<double>(unitDuration(inSlots ? TimeUnit::Slots : TimeUnit::Seconds).count())
        / static_cast<double>(run.metrics.makespan.count());
    const QString rate = significant(plan.microbatches * perUnit);
    text.lines.push_back(plainFormula(
        inSlots ? tr("%1 micro-batches per slot").arg(rate) : tr("%1 micro-batches/s").arg(rate)));

    QStringList definition {
        tr("Makespan: from the first pass of the iteration to the end of its last. Simulated."),
        tr("Throughput: micro-batches over makespan."),
    };
    if (plan.globalBatch > 0) {
        const QString samples = significant(static_cast<double>(plan.globalBatch) * perUnit);
        definition.append(inSlots ? tr("That is %1 samples per slot.").arg(samples)
                                  : tr("That is %1 samples/s.").arg(samples));
    }
    text.definition = paragraphs(definition);
    return text;
}

ReadoutText ReadoutText::speedUp(const Run& run)
{
    const Plan& plan = run.plan;
    const QString uncut = uncutText(plan);
    ReadoutText text;
    text.caption = tr("Speed-up");
    text.number = tr("%1 ×").arg(QString::fromStdString(ratioNumber(run.metrics.speedUp, 1)));
    Formula quotient;
    // A product is long: it may be broken before its second factor.
    const QStringList factors = uncut.split(u" · "_s);
    for (const QString& factor : factors)
        quotient.clauses.push_back({{&factor == &factors.front() ? factor : u"· "_s + factor}});
    quotient.clauses.push_back({{u"/ "_s + durationText(run.metrics.makespan, plan.unit)}});
    text.lines = {plainFormula(tr("over no micro-batches")), quotient};
    text.definition = paragraphs(
        {tr("Speed-up: the time of the same batch uncut, every stage waiting for the one before, "
            "over this makespan. At most P = %1.")
                .arg(plan.stages),
            tr("Uncut, the batch takes %1.").arg(uncut)});
    return text;
}

ReadoutText ReadoutText::peakMemory(const Run& run)
{
    const Plan& plan = run.plan;
    const Metrics& metrics = run.metrics;
    const std::int64_t parts = partsOfMicrobatch(plan);
    const DeviceMetrics& device = metrics.devices[static_cast<std::size_t>(metrics.peakDevice)];
    const Ratio held {device.peakHeldChunks, parts};
    const QString heldNumber =
        QString::fromStdString(ratioNumber(held, held.numerator % parts == 0 ? 0 : 2));

    ReadoutText text;
    text.caption = tr("Peak memory");
    text.number = memoryText(metrics.peakMemory);
    const Bytes activations {device.peakMemory.value - device.stateMemory.value};
    if (device.stateMemory > Bytes {}) {
        text.lines.push_back(
            plainFormula(tr("%1 of activations, %2 of model state")
                             .arg(memoryText(activations), memoryText(device.stateMemory))));
    } else if (activations == activationBytes(plan, device.peakHeldChunks)) {
        text.lines.push_back(FormulaLines::ofPeak(plan, held));
    } else {
        text.lines.push_back(plainFormula(tr("activations, some of them in part")));
    }

    QString use;
    const std::optional<Bytes> limit = limitOn(plan, run.schedule, metrics.peakDevice);
    switch (plan.memoryLimit.unit) {
    case MemoryLimit::Unit::None:
        use = tr("no limit, device %1").arg(metrics.peakDevice);
        break;
    case MemoryLimit::Unit::Microbatches:
        use = tr("%1 of %2 micro-batches, device %3")
                  .arg(heldNumber)
                  .arg(plan.memoryLimit.amount)
                  .arg(metrics.peakDevice);
        break;
    case MemoryLimit::Unit::Bytes:
        use = tr("%1 of %2, device %3")
                  .arg(memoryText(metrics.peakMemory), memoryText(*limit))
                  .arg(metrics.peakDevice);
        break;
    }
    if (limit) {
        const double fill = limit->value == 0
            ? 2
            : static_cast<double>(metrics.peakMemory.value) / static_cast<double>(limit->value);
        text.gauge = MemoryGauge {fill, !metrics.fits};
    }
    text.lines.push_back(plainFormula(metrics.fits ? use : tr("over the limit: %1").arg(use)));
    text.definition = paragraphs(
        {tr("Peak memory: the most that a device holds at any time: activations, from forward to "
            "the end of backward, and the weights, gradients, optimizer state and buffers that the "
            "plan names. Simulated."),
            tr("One micro-batch takes a = %1.").arg(memoryText(plan.activation))});
    return text;
}

} // namespace pipegantt
