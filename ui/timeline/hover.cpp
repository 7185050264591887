// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/timeline/hover.h"

#include "core/figure/coverage.h"
#include "core/figure/fills.h"
#include "core/simulate/idle.h"
#include "core/simulate/idlecauses.h"
#include "ui/text/quantities.h"

#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace pipegantt {

namespace {

QString nameOf(const Run& run, int device, std::size_t operation, Duration from = {})
{
    return operationText(run.schedule, device, operation, run.part(), from);
}

/// When what waited began, in the time of what is held.
Duration waiterBegan(const HoverTarget& target)
{
    return target.kind == HoverTarget::Kind::Bubble ? target.end : target.begin;
}

/// When what was waited for ended, in the time of the whole run: across a break it is of the period
/// that is left out last, as long before as here.
Duration trueEnd(const Run& run, const HoverTarget& target, const WaitCause& cause)
{
    return cause.ended + trueTime(run.part(), waiterBegan(target)) - waiterBegan(target);
}

/// What is left of a break in an operation that it cuts: micro-batches between its two parts.
std::int64_t microbatchesInside(const Run& run, const HoverTarget& target)
{
    if (!run.excerpt)
        return 0;
    const auto number = [&](Duration from) {
        return run.excerpt->trueMicrobatch(run.schedule, target.device, *target.operation, from);
    };
    return number(target.end - Duration(1)) - number({});
}

// An instant on the axis: slots are plain numbers there.
QString instantText(const Run& run, Duration time)
{
    if (run.plan.unit == TimeUnit::Slots)
        return QString::fromStdString(timeNumber(time, run.plan.unit));
    return durationText(time, run.plan.unit);
}

struct TimeSpan
{
    Duration begin;
    Duration end;
};

// The `leastPx` pixels around `px`, as far as the run reaches.
TimeSpan around(const Run& run, const TimeScale& scale, double px, double leastPx)
{
    const double left = std::floor(px) - std::floor(leastPx / 2);
    const Duration begin = std::max(scale.toTime(left), Duration::zero());
    return {begin,
        std::min(
            std::max(scale.toTime(left + leastPx), begin + Duration(1)), run.timeline.makespan)};
}

WaitCause causeFor(const Run& run, const HoverTarget& target)
{
    if (!target.operation)
        return drainCause(run.schedule, run.timeline, target.device);
    return waitCause(run.plan, run.schedule, run.timeline, target.device, *target.operation);
}

} // namespace

HoverTarget targetOf(const Run& run, int device, std::size_t operation)
{
    return {HoverTarget::Kind::Operation, device, 1, operation,
        run.timeline.start(device, operation), run.timeline.end(operation), -1};
}

HoverTarget targetAt(const Run& run, const TimeScale& scale, int device, double px, double leastPx)
{
    const Duration when = scale.toTime(px);
    if (when < Duration::zero() || when >= run.timeline.makespan)
        return {};
    const Moment moment = momentAt(run.schedule, run.timeline, device, when);
    if (scale.lengthPx(moment.end - moment.begin) < leastPx) {
        const TimeSpan span = around(run, scale, px, leastPx);
        const IndexRange range = visibleOperations(run.timeline, device, span.begin, span.end);
        if (range.last - range.first > 1
            && workIn(run.schedule, run.timeline, device, span.begin, span.end).operationCount()
                > 1)
            return {HoverTarget::Kind::Column, device, 1, std::nullopt, span.begin, span.end, -1};
    }
    return {moment.idle ? HoverTarget::Kind::Bubble : HoverTarget::Kind::Operation, device, 1,
        moment.operation, moment.begin, moment.end, -1};
}

HoverTarget targetAt(
    const Run& run, const TimeScale& scale, Rows::Range rows, double px, double leastPx)
{
    const int devices = rows.last - rows.first;
    if (devices == 1)
        return targetAt(run, scale, rows.first, px, leastPx);
    const Duration when = scale.toTime(px);
    if (when < Duration::zero() || when >= run.timeline.makespan)
        return {};
    const TimeSpan span = around(run, scale, px, leastPx);
    return {HoverTarget::Kind::Column, rows.first, devices, std::nullopt, span.begin, span.end, -1};
}

std::optional<HoverCause> causeOf(const Run& run, const HoverTarget& target)
{
    if (target.kind == HoverTarget::Kind::Nothing || target.kind == HoverTarget::Kind::Column)
        return std::nullopt;
    if (target.kind == HoverTarget::Kind::Bubble && target.chunk >= 0)
        return std::nullopt;
    const WaitCause cause = causeFor(run, target);
    if (!cause.waitedFor)
        return std::nullopt;
    return HoverCause {*cause.waitedFor, cause.device};
}

HoverText HoverWords::describe(const Run& run, const HoverTarget& target)
{
    switch (target.kind) {
    case HoverTarget::Kind::Operation:
        return describeOperation(run, target);
    case HoverTarget::Kind::Bubble:
        return describeBubble(run, target);
    case HoverTarget::Kind::Column:
        return describeColumn(run, target);
    case HoverTarget::Kind::Nothing:
        break;
    }
    return {};
}

HoverText HoverWords::describeOperation(const Run& run, const HoverTarget& target)
{
    const TimeUnit unit = run.plan.unit;
    HoverText text;
    text.title =
        tr("%1 · device %2").arg(nameOf(run, target.device, *target.operation)).arg(target.device);
    if (run.schedule.chunks() > 1)
        text.title = tr("%1 · %2", "operation and device, stage")
                         .arg(text.title, stagesText(run, target.device, *target.operation));
    const Duration begin = trueTime(run.part(), target.begin);
    text.lines << tr("%1 – %2 (%3)")
                      .arg(instantText(run, begin),
                          instantText(run, begin + (target.end - target.begin)),
                          durationText(target.end - target.begin, unit));
    if (const std::int64_t left = microbatchesInside(run, target); left != 0) {
        text.lines << tr("cut by the break: behind it the same pass, %1 micro-batches later")
                          .arg(QLocale(QLocale::English).toString(qlonglong {left}));
    }
    const WaitCause cause = causeFor(run, target);
    const QString waitedFor = cause.waitedFor
        ? nameOf(run, cause.device, *cause.waitedFor, waiterBegan(target))
        : QString();
    switch (cause.kind) {
    case WaitCause::Kind::Start:
        text.lines << tr("starts with the iteration");
        break;
    case WaitCause::Kind::Device:
        text.lines << tr("waited for its own device: %1 (ended at %2)")
                          .arg(waitedFor, instantText(run, trueEnd(run, target, cause)));
        break;
    case WaitCause::Kind::WarmUp:
    case WaitCause::Kind::Dependency:
    case WaitCause::Kind::Drain:
        text.lines << tr("waited for %1 of device %2 (ended at %3)")
                          .arg(waitedFor)
                          .arg(cause.device)
                          .arg(instantText(run, trueEnd(run, target, cause)));
        break;
    }
    if (cause.travelled > Duration::zero())
        text.lines << tr("its message travelled for %1").arg(durationText(cause.travelled, unit));
    return text;
}

QString HoverWords::stagesText(const Run& run, int device, std::size_t operation)
{
    const auto stageOf = [&](std::size_t index) {
        const int chunk = run.schedule.operations()[index].chunk();
        return run.schedule.placement().modelStage(run.schedule.stageOf(device, chunk));
    };
    if (run.schedule.operations()[operation].kind() == OperationKind::Pair)
        return tr("stages %1 and %2").arg(stageOf(operation)).arg(stageOf(operation + 1));
    return tr("stage %1").arg(stageOf(operation));
}

HoverText HoverWords::describeBubble(const Run& run, const HoverTarget& target)
{
    const TimeUnit unit = run.plan.unit;
    HoverText text;
    text.title = tr("Bubble · %1 · device %2")
                     .arg(durationText(target.end - target.begin, unit))
                     .arg(target.device);
    const WaitCause cause = causeFor(run, target);
    const QString waitedFor = cause.waitedFor
        ? nameOf(run, cause.device, *cause.waitedFor, waiterBegan(target))
        : QString();
    const QString ended = instantText(run, trueEnd(run, target, cause));
    if (cause.kind == WaitCause::Kind::Drain) {
        text.lines << tr("drain: its work is done; %1 of device %2 ends at %3")
                          .arg(waitedFor)
                          .arg(cause.device)
                          .arg(ended);
    } else if (cause.waitedFor) {
        text.lines << tr("waits for %1 of device %2 (ends at %3)")
                          .arg(waitedFor)
                          .arg(cause.device)
                          .arg(ended);
    }
    text.lines << causesText(run, target);
    if (cause.travelled > Duration::zero())
        text.lines << tr("its message travels for %1").arg(durationText(cause.travelled, unit));
    return text;
}

/// What the time of a bubble goes to, in the words of idle time.
QStringList HoverWords::causesText(const Run& run, const HoverTarget& target)
{
    const IdleCauses causes =
        idleCausesBefore(run.plan, run.schedule, run.timeline, target.device, target.operation);
    if (causes.warmUp > Duration::zero())
        return {tr("warm-up: the first micro-batch has not arrived yet")};
    const std::array<std::pair<QString, Duration>, 3> parts {{
        {tr("dependency %1"), causes.dependency},
        {tr("message %1"), causes.message},
        {tr("imbalance %1"), causes.imbalance},
    }};
    QStringList words;
    for (const auto& [word, time] : parts) {
        if (time > Duration::zero())
            words << word.arg(durationText(time, run.plan.unit));
    }
    return words.isEmpty() ? words : QStringList {words.join(tr(" · "))};
}

HoverText HoverWords::describeColumn(const Run& run, const HoverTarget& target)
{
    RangeWork work;
    for (int device = target.device; device < target.device + target.devices; ++device)
        work += workIn(run.schedule, run.timeline, device, target.begin, target.end);
    const std::int64_t all = (target.end - target.begin).count() * target.devices;
    HoverText text;
    text.title = tr("%1 operations · %2", "how many, device or devices")
                     .arg(work.operationCount())
                     .arg(devicesText(target));
    // The edges are those of pixels: of no interest beyond a tenth of their distance.
    Duration step(1);
    while (step * 100 <= target.end - target.begin)
        step *= 10;
    text.lines << tr("%1 – %2, %3 busy")
                      .arg(instantText(
                               run, trueTime(run.part(), target.begin - target.begin % step)),
                          instantText(run, trueTime(run.part(), target.end - target.end % step)),
                          percentText({work.busy(), all}));
    for (const OperationKind kind : kDrawnKinds) {
        const auto i = static_cast<std::size_t>(kind);
        if (work.operations[i] > 0)
            text.lines << tr("%1 × %2: %3", "kind of work, how many, share of the time")
                              .arg(operationKindText(kind))
                              .arg(work.operations[i])
                              .arg(percentText({work.byKind[i], all}));
    }
    const QString idle = target.chunk < 0 ? tr("bubble: %1") : tr("does not run: %1");
    text.lines << idle.arg(percentText({all - work.busy(), all}));
    if (target.devices > 1)
        text.lines << tr("%1 rows share this line of pixels").arg(target.devices);
    text.lines << tr("zoom in to see them");
    return text;
}

QString HoverWords::devicesText(const HoverTarget& target)
{
    if (target.devices == 1)
        return tr("device %1").arg(target.device);
    return tr("devices %1 – %2").arg(target.device).arg(target.device + target.devices - 1);
}

} // namespace pipegantt
