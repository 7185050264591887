// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/readouts/baselinelines.h"

#include "core/planner/difference.h"
#include "core/planner/planname.h"
#include "ui/text/differencespeech.h"
#include "ui/text/quantities.h"

namespace pipegantt {

using namespace Qt::StringLiterals;

namespace {

void add(ReadoutText& text, const std::string& difference, const QString& baseline)
{
    text.lines.insert(text.lines.begin(), plainFormula(u"Δ "_s + differenceCell(difference)));
    text.definition += u"<p>"_s + baseline.toHtmlEscaped() + u"</p>"_s;
}

QString nameOf(const Run& run)
{
    return QString::fromStdString(planName(run.plan));
}

} // namespace

void BaselineLines::addToBubble(ReadoutText& text, const Run& baseline, const Run& run)
{
    add(text, pointsText(differenceOf(baseline, run).bubbleRatio, windowSpeech()),
        tr("Baseline %1: %2").arg(nameOf(baseline), percentText(baseline.metrics.bubbleRatio)));
}

void BaselineLines::addToEfficiency(ReadoutText& text, const Run& baseline, const Run& run)
{
    add(text, pointsText(differenceOf(baseline, run).efficiency, windowSpeech()),
        tr("Baseline %1: %2").arg(nameOf(baseline), percentText(baseline.metrics.efficiency)));
}

void BaselineLines::addToMakespan(ReadoutText& text, const Run& baseline, const Run& run)
{
    const TimeUnit unit = run.plan.unit;
    add(text, longerText(differenceOf(baseline, run).makespan, unit, windowSpeech()),
        tr("Baseline %1: %2").arg(nameOf(baseline), durationText(baseline.metrics.makespan, unit)));
}

void BaselineLines::addToPeakMemory(ReadoutText& text, const Run& baseline, const Run& run)
{
    add(text, moreBytesText(differenceOf(baseline, run).peakMemory, windowSpeech()),
        tr("Baseline %1: %2").arg(nameOf(baseline), memoryText(baseline.metrics.peakMemory)));
}

} // namespace pipegantt
