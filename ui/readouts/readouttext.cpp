// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/readouts/readouttext.h"

#include "core/schedule/catalogue.h"
#include "core/schedule/closedform.h"
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

/// M as the formulas have it: V·M with several chunks.
QString workSymbol(const Plan& plan)
{
    return plan.chunks > 1 ? u"V·M"_s : u"M"_s;
}

/// (P−1+M), or the same with numbers.
void appendTotal(FormulaClause& clause, const QString& idle, const QString& work)
{
    clause.push_back({u"("_s, Term::Plain});
    clause.push_back({idle, Term::Idle});
    clause.push_back({u"+"_s, Term::Plain});
    clause.push_back({work, Term::Work});
    clause.push_back({u")"_s, Term::Plain});
}

/// `part / (idle+work)`
FormulaClause share(const FormulaPiece& part, const QString& idle, const QString& work)
{
    FormulaClause clause {part, {u"/"_s, Term::Plain}};
    appendTotal(clause, idle, work);
    return clause;
}

FormulaClause equals(FormulaClause clause)
{
    clause.insert(clause.begin(), {u"= "_s, Term::Plain});
    return clause;
}

QString significant(double value)
{
    return value >= 1000 ? QString::number(value, 'f', 0) : QString::number(value, 'g', 3);
}

} // namespace

/// The words that the bubble and the efficiency share.
class ShareText
{
    Q_DECLARE_TR_FUNCTIONS(ReadoutText)

public:
    static QString reason(FormulaGap gap)
    {
        switch (gap) {
        case FormulaGap::UnevenStages:
            return tr("uneven stages");
        case FormulaGap::HopLatency:
            return tr("hop latency");
        case FormulaGap::Both:
            return tr("uneven stages and hop latency");
        case FormulaGap::PartialGroup:
            return tr("the last group is not full");
        case FormulaGap::Conditions:
            return tr("its conditions do not hold");
        case FormulaGap::NoFormula:
        case FormulaGap::None:
            break;
        }
        return {};
    }

    static QString gap(const QString& formula, const QString& simulated, FormulaGap why)
    {
        return tr("formula %1, simulated %2: %3").arg(formula, simulated, reason(why));
    }

    static std::vector<Formula> lines(const Run& run, Term counted, Ratio simulated)
    {
        if (run.lowerBound)
            return {plainFormula(tr("searched for these times and this memory"))};
        const ClosedForm form = closedForm(run.plan);
        const bool idle = counted == Term::Idle;
        const QString idleNumber = QString::number(form.idleTerms);
        const QString workNumber = QString::number(form.workTerms);
        const Ratio textbook = idle ? form.bubbleRatio() : form.efficiency();
        const FormulaPiece symbol {idle ? u"(P−1)"_s : workSymbol(run.plan), counted};

        Formula formula;
        formula.clauses = {share(symbol, u"P−1"_s, workSymbol(run.plan)),
            equals(share({idle ? idleNumber : workNumber, counted}, idleNumber, workNumber))};
        if (form.gap == FormulaGap::None) {
            formula.clauses.push_back({{u"= "_s + percentText(textbook), Term::Plain}});
            return {formula};
        }
        return {
            formula, plainFormula(gap(percentText(textbook), percentText(simulated), form.gap))};
    }
};

ReadoutText ReadoutText::bubble(const Run& run)
{
    const Metrics& metrics = run.metrics;
    ReadoutText text;
    text.caption = tr("Bubble");
    text.number = percentText(metrics.bubbleRatio);
    text.lines = ShareText::lines(run, Term::Idle, metrics.bubbleRatio);
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
    text.lines = ShareText::lines(run, Term::Work, metrics.efficiency);
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

/// How a makespan comes about: its formula, or where its order was searched, what is proven of it.
static std::vector<Formula> makespanLines(const Run& run, const QString& simulated)
{
    const Plan& plan = run.plan;
    if (const std::optional<Ratio> above = optimalityGap(run)) {
        return {plainFormula(above->numerator == 0
                ? ReadoutText::tr("proved optimal")
                : ReadoutText::tr("at most %1 above the bound %2")
                      .arg(percentText(*above), durationText(*run.lowerBound, plan.unit)))};
    }
    const ClosedForm form = closedForm(plan);
    const bool trains = entry(plan.schedule).hasBackward;
    const Duration pass =
        plan.timeOf(0).forward + (trains ? plan.timeOf(0).backward() : Duration::zero());
    const std::int64_t passes = form.idleTerms + form.workTerms;
    std::vector<Formula> lines;
    if (hasEqualStages(plan)) {
        FormulaClause total;
        appendTotal(total, u"P−1"_s, workSymbol(plan));
        total.push_back({trains ? u"·(F+B)"_s : u"·F"_s, Term::Plain});
        lines.push_back({{total,
            {{u"= %1·%2"_s.arg(QString::number(passes), durationText(pass, plan.unit)),
                Term::Plain}}}});
    }
    if (form.gap != FormulaGap::None && hasEqualStages(plan)) {
        lines.push_back(plainFormula(
            ShareText::gap(durationText(passes * pass, plan.unit), simulated, form.gap)));
    } else if (form.gap != FormulaGap::None) {
        lines.push_back(
            plainFormula(ReadoutText::tr("simulated: %1").arg(ShareText::reason(form.gap))));
    }
    return lines;
}

ReadoutText ReadoutText::makespan(const Run& run)
{
    const Plan& plan = run.plan;
    const QString simulated = durationText(run.metrics.makespan, plan.unit);

    ReadoutText text;
    text.caption = tr("Makespan");
    text.number = simulated;
    text.lines = makespanLines(run, simulated);

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
    const QString uncut = durationText(uncutMakespan(plan), plan.unit);
    ReadoutText text;
    text.caption = tr("Speed-up");
    text.number = tr("%1 ×").arg(QString::fromStdString(ratioNumber(run.metrics.speedUp, 1)));
    text.lines = {plainFormula(tr("over no micro-batches")),
        {{{{uncut, Term::Plain}},
            {{u"/ "_s + durationText(run.metrics.makespan, plan.unit), Term::Plain}}}}};
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
    const CatalogueEntry& schedule = entry(plan.schedule);
    const Ratio held {
        metrics.devices[static_cast<std::size_t>(metrics.peakDevice)].peakHeldChunks, plan.chunks};
    const QString heldNumber =
        QString::fromStdString(ratioNumber(held, held.numerator % plan.chunks == 0 ? 0 : 2));
    const QString activation = memoryText(plan.activation);

    ReadoutText text;
    text.caption = tr("Peak memory");
    text.number = memoryText(metrics.peakMemory);
    if (plan.chunks == 1) {
        const std::string_view symbol = schedule.memoryFormula;
        const QString product =
            QString::fromUtf8(symbol.data(), static_cast<qsizetype>(symbol.size())) + u"·a"_s;
        text.lines.push_back({{{{product, Term::Plain}},
            {{u"= %1·%2"_s.arg(heldNumber, activation), Term::Plain}}}});
    }

    QString use;
    const std::optional<Bytes> limit = plan.memoryLimit.bytes(plan.activation);
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
        {tr("Peak memory: the most activations that a device keeps at any time, from forward to "
            "the end of backward. Simulated; weights and gradients are not counted."),
            tr("GPipe keeps all M micro-batches, 1F1B at most P. One micro-batch takes a = %1.")
                .arg(activation)});
    return text;
}

} // namespace pipegantt
