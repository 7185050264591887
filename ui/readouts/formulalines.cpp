// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/readouts/formulalines.h"

#include "core/schedule/catalogue.h"
#include "core/schedule/formula.h"
#include "ui/text/quantities.h"

#include <optional>
#include <string>

namespace pipegantt {

using namespace Qt::StringLiterals;

namespace {

QString fromCore(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// A clause of its own for each word, which keeps the space behind it.
void appendWords(std::vector<FormulaClause>& clauses, const QString& text)
{
    const Formula words = plainFormula(text);
    clauses.insert(clauses.end(), words.clauses.begin(), words.clauses.end());
}

/// `part/(idle+work) `, in one piece where it is short.
void appendShare(std::vector<FormulaClause>& clauses, const FormulaPiece& part, const QString& idle,
    const QString& work)
{
    constexpr qsizetype mostInOnePiece = 14;
    const bool breaks = part.text.size() + idle.size() + work.size() > mostInOnePiece;
    const auto piece = [](const char16_t* text) {
        return FormulaPiece {QString::fromUtf16(text), Term::Plain};
    };
    const std::vector<FormulaClause> parts {{part, piece(u"/")},
        {piece(u"("), {idle, Term::Idle}, piece(u"+")}, {{work, Term::Work}, piece(u") ")}};
    if (breaks) {
        clauses.insert(clauses.end(), parts.begin(), parts.end());
        return;
    }
    FormulaClause whole;
    for (const FormulaClause& clause : parts)
        whole.insert(whole.end(), clause.begin(), clause.end());
    clauses.push_back(std::move(whole));
}

/// `= ` before the clause at `index`.
void putEquals(std::vector<FormulaClause>& clauses, std::size_t index)
{
    clauses[index].insert(clauses[index].begin(), {u"= "_s, Term::Plain});
}

/// In parentheses where it is a sum.
QString factorText(const QString& text)
{
    int depth = 0;
    for (const QChar character : text) {
        depth += character == u'(' ? 1 : (character == u')' ? -1 : 0);
        if (depth == 0 && (character == u'+' || character == u'−'))
            return u'(' + text + u')';
    }
    return text;
}

/// `text` with the parts that count idle time and work set off where they stand in it, and broken
/// at spaces outside of these.
std::vector<FormulaClause> colored(QString text, const std::optional<ShareFormula>& share)
{
    std::vector<FormulaClause> clauses(1);
    const auto appendPlain = [&clauses](const QString& plain) {
        qsizetype from = 0;
        for (qsizetype space = plain.indexOf(u' '); space >= 0; space = plain.indexOf(u' ', from)) {
            clauses.back().push_back({plain.sliced(from, space + 1 - from), Term::Plain});
            clauses.emplace_back();
            from = space + 1;
        }
        if (from < plain.size())
            clauses.back().push_back({plain.sliced(from), Term::Plain});
    };
    while (!text.isEmpty()) {
        qsizetype at = text.size();
        FormulaPiece found;
        const auto consider = [&](const std::string& part, Term term) {
            const QString sought = fromCore(part);
            const qsizetype place = sought.isEmpty() ? -1 : text.indexOf(sought);
            if (place >= 0 && place < at) {
                at = place;
                found = {sought, term};
            }
        };
        if (share) {
            consider(share->idle, Term::Idle);
            consider(share->work, Term::Work);
        }
        appendPlain(text.first(at));
        if (!found.text.isEmpty())
            clauses.back().push_back(found);
        text = text.sliced(at + found.text.size());
    }
    if (clauses.back().empty())
        clauses.pop_back();
    return clauses;
}

/// A term, in the plan's unit where it is a time: in a ratio no unit is needed.
QString termText(const Plan& plan, const ClosedForm& form, std::int64_t term)
{
    return form.unit == TermUnit::Time
        ? QString::fromStdString(timeNumber(Duration(term), plan.unit))
        : QString::number(term);
}

/// The bubble ratio of the catalogue, or what it leaves of 1.
std::vector<FormulaClause> shareSymbols(
    std::string_view text, const std::optional<ShareFormula>& share, bool idle, int chunks)
{
    std::vector<FormulaClause> clauses;
    if (!share) {
        appendWords(clauses,
            (idle ? QString() : u"1 − "_s) + fromCore(printedFormula(text, chunks)) + u' ');
        return clauses;
    }
    const QString idleText = fromCore(share->idle);
    const QString workText = fromCore(share->work);
    appendShare(clauses, {factorText(idle ? idleText : workText), idle ? Term::Idle : Term::Work},
        idleText, workText);
    return clauses;
}

/// What the makespan formula of the catalogue says; nothing where it has no value of its own.
std::optional<Duration> publishedMakespan(const Plan& plan)
{
    const std::optional<Ratio> found = formulaValue(entry(plan.schedule).makespanFormula, plan);
    if (!found || found->denominator != 1 || !hasEqualStages(plan))
        return std::nullopt;
    return Duration(found->numerator);
}

/// `11·3 slots` where the formula counts passes, else its value.
QString makespanText(const Plan& plan, const ClosedForm& form, Duration value)
{
    const StageTime& time = plan.timeOf(0);
    const bool trains = entry(plan.schedule).hasBackward;
    const Duration pass = time.forward + (trains ? time.backward() : Duration::zero());
    const std::int64_t passes = form.idleTerms + form.workTerms;
    return form.unit == TermUnit::Passes && passes * pass == value
        ? u"%1·%2"_s.arg(QString::number(passes), durationText(pass, plan.unit))
        : durationText(value, plan.unit);
}

} // namespace

std::vector<Formula> FormulaLines::ofShare(const Run& run, Term counted, Ratio simulated)
{
    const Plan& plan = run.plan;
    if (run.lowerBound)
        return {plainFormula(tr("searched for these times and this memory"))};
    const ClosedForm form = closedForm(plan);
    if (form.gap == FormulaGap::NoFormula)
        return {plainFormula(noFormula())};
    const bool idle = counted == Term::Idle;
    const std::string_view text = entry(plan.schedule).bubbleFormula;
    const std::optional<ShareFormula> share = shareFormula(text, plan.chunks);
    Formula formula {shareSymbols(text, share, idle, plan.chunks), false};
    const std::size_t numbers = formula.clauses.size();
    const QString idleTerm = termText(plan, form, form.idleTerms);
    const QString workTerm = termText(plan, form, form.workTerms);
    appendShare(formula.clauses, {idle ? idleTerm : workTerm, counted}, idleTerm, workTerm);
    putEquals(formula.clauses, numbers);

    const QString published = percentText(idle ? form.bubbleRatio() : form.efficiency());
    const bool exact = form.gap == FormulaGap::None;
    if (exact)
        formula.clauses.push_back({{u"= "_s + published, Term::Plain}});
    std::vector<Formula> lines {formula};
    if (idle && share && !share->where.empty())
        lines.push_back(plainFormula(fromCore(share->where)));
    if (!exact)
        lines.push_back(plainFormula(gap(plan, published, percentText(simulated), form.gap)));
    return lines;
}

std::vector<Formula> FormulaLines::ofMakespan(const Run& run)
{
    const Plan& plan = run.plan;
    if (const std::optional<Ratio> above = optimalityGap(run)) {
        return {plainFormula(above->numerator == 0
                ? tr("proved optimal")
                : tr("at most %1 above the bound %2")
                      .arg(percentText(*above), durationText(*run.lowerBound, plan.unit)))};
    }
    const ClosedForm form = closedForm(plan);
    if (form.gap == FormulaGap::NoFormula)
        return {plainFormula(noFormula())};
    const bool exact = form.gap == FormulaGap::None;
    const std::optional<Duration> published =
        exact ? std::optional(run.metrics.makespan) : publishedMakespan(plan);
    if (!published)
        return {plainFormula(tr("simulated: %1").arg(reason(plan, form.gap)))};

    const CatalogueEntry& known = entry(plan.schedule);
    Formula formula {colored(fromCore(printedFormula(known.makespanFormula, plan.chunks)) + u' ',
                         shareFormula(known.bubbleFormula, plan.chunks)),
        false};
    formula.clauses.push_back({{u"= "_s + makespanText(plan, form, *published), Term::Plain}});
    if (exact)
        return {formula};
    return {formula,
        plainFormula(gap(plan, durationText(*published, plan.unit),
            durationText(run.metrics.makespan, plan.unit), form.gap))};
}

Formula FormulaLines::ofPeak(const Plan& plan, Ratio held)
{
    const std::string_view symbol = entry(plan.schedule).memoryFormula;
    const bool whole = held.numerator % held.denominator == 0;
    const QString product = u"%1·%2"_s.arg(
        QString::fromStdString(ratioNumber(held, whole ? 0 : 2)), memoryText(plan.activation));
    if (formulaValue(symbol, plan) != held)
        return {{{{product, Term::Plain}}}};
    const QString formula = factorText(fromCore(printedFormula(symbol, plan.chunks))) + u"·a"_s;
    return {{{{formula, Term::Plain}}, {{u"= "_s + product, Term::Plain}}}};
}

QString FormulaLines::reason(const Plan& plan, FormulaGap gap)
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
        return conditions(plan);
    case FormulaGap::NoFormula:
        return noFormula();
    case FormulaGap::None:
        break;
    }
    return {};
}

QString FormulaLines::conditions(const Plan& plan)
{
    const std::string_view exactWhen = entry(plan.schedule).exactWhen;
    if (plan.optimizer > Duration::zero())
        return tr("optimizer step");
    if (plan.commModel == CommModel::Blocking)
        return tr("messages block");
    if (exactWhen.empty())
        return tr("its conditions do not hold");
    return tr("exact if %1")
        .arg(QCoreApplication::translate("Schedule", std::string(exactWhen).c_str()));
}

QString FormulaLines::noFormula()
{
    return tr("no closed formula; simulated");
}

QString FormulaLines::gap(
    const Plan& plan, const QString& published, const QString& simulated, FormulaGap why)
{
    return tr("formula %1, simulated %2: %3").arg(published, simulated, reason(plan, why));
}

} // namespace pipegantt
