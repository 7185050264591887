// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/text/quantities.h"

#include "core/base/sentence.h"
#include "core/plan/parameter.h"
#include "core/schedule/catalogue.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace pipegantt {

using namespace Qt::StringLiterals;

namespace {

QString fromCore(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QString trimmedZeros(QString number)
{
    if (number.contains(u'.')) {
        while (number.endsWith(u'0'))
            number.chop(1);
        if (number.endsWith(u'.'))
            number.chop(1);
    }
    return number;
}

QString withUnit(const QString& number, TimeUnit unit)
{
    if (unit == TimeUnit::Slots && number == "1"_L1)
        return QCoreApplication::translate("Quantity", "%1 slot").arg(number);
    if (unit == TimeUnit::Slots)
        return QCoreApplication::translate("Quantity", "%1 slots").arg(number);
    return number + u' ' + unitText(unit);
}

/// A fact of an error in the window's language: names of parameters and schedules become the words
/// that the window uses for them, units and everything else stays.
QString factText(const std::string& fact)
{
    for (const ParameterInfo& row : parameters()) {
        if (row.key == fact)
            return translated("Parameter", row.title);
    }
    for (const CatalogueEntry& known : catalogue()) {
        if (known.id == fact)
            return fromCore(known.title);
    }
    if (fact == "per-stage")
        return QCoreApplication::translate("Quantity", "The list of stage times");
    for (const TimeUnit unit : {TimeUnit::Slots, TimeUnit::Microseconds}) {
        const QString name = fromCore(unitName(unit));
        const QString text = fromCore(fact);
        if (text == name)
            return unitText(unit);
        if (text.endsWith(u' ' + name))
            return withUnit(text.chopped(name.size() + 1), unit);
    }
    return fromCore(fact);
}

} // namespace

QString translated(const char* context, std::string_view text)
{
    return QCoreApplication::translate(context, std::string(text).c_str());
}

QString durationText(Duration time, TimeUnit unit)
{
    const QString exact = fromCore(timeNumber(time, unit));
    const qsizetype point = exact.indexOf(u'.');
    if (point < 0)
        return withUnit(exact, unit);
    // Leading zeros after the point are no significant digits.
    qsizetype decimals = std::max<qsizetype>(0, 6 - point);
    if (exact.startsWith("0."_L1)) {
        decimals = 6;
        for (qsizetype i = point + 1; i < exact.size() && exact[i] == u'0'; ++i)
            ++decimals;
    }
    const QString rounded = trimmedZeros(fromCore(
        ratioNumber({time.count(), unitDuration(unit).count()}, static_cast<int>(decimals))));
    return withUnit(rounded.size() < exact.size() ? rounded : exact, unit);
}

QString unitText(TimeUnit unit)
{
    switch (unit) {
    case TimeUnit::Slots:
        return QCoreApplication::translate("Quantity", "slots");
    case TimeUnit::Microseconds:
        return u"µs"_s;
    case TimeUnit::Milliseconds:
        return u"ms"_s;
    case TimeUnit::Seconds:
        return u"s"_s;
    }
    return {};
}

QString percentText(Ratio ratio)
{
    return fromCore(percentNumber(ratio)) + u" %"_s;
}

QString memoryText(Bytes amount)
{
    return fromCore(bytesText(amount));
}

QString operationKindText(OperationKind kind)
{
    switch (kind) {
    case OperationKind::Forward:
        return QCoreApplication::translate("Operation", "forward");
    case OperationKind::Backward:
        return QCoreApplication::translate("Operation", "backward");
    case OperationKind::InputGrad:
        return QCoreApplication::translate("Operation", "input gradient");
    case OperationKind::WeightGrad:
        return QCoreApplication::translate("Operation", "weight gradient");
    case OperationKind::Recompute:
        return QCoreApplication::translate("Operation", "recompute");
    case OperationKind::OptimizerStep:
        return QCoreApplication::translate("Operation", "optimizer step");
    case OperationKind::Pair:
        return QCoreApplication::translate("Operation", "forward and backward together");
    case OperationKind::PairedBackward:
        return QCoreApplication::translate("Operation", "backward");
    }
    return {};
}

namespace {

/// One pass of a schedule, taken for one of `kind`: of a pair each half has its own name.
QString passText(const Schedule& schedule, PackedOperation operation, OperationKind kind,
    std::int64_t microbatch)
{
    const Operation one = schedule.unpacked(operation);
    const bool directions = schedule.placement().pipelines() > 1;
    QString text = QCoreApplication::translate("Operation", "%1 %2", "kind and micro-batch")
                       .arg(operationKindText(kind))
                       .arg(microbatch);
    if (schedule.chunks() > 1 && !directions) {
        text = QCoreApplication::translate(
            "Operation", "%1 %2 of chunk %3", "kind, micro-batch, chunk")
                   .arg(operationKindText(kind))
                   .arg(microbatch)
                   .arg(one.chunk.value);
    }
    if (schedule.slices() > 1) {
        text = QCoreApplication::translate("Operation", "%1, slice %2", "pass, slice")
                   .arg(text)
                   .arg(one.slice.value);
    }
    if (directions && one.chunk.value > 0)
        text = QCoreApplication::translate("Operation", "%1 of the second direction").arg(text);
    return text;
}

} // namespace

QString operationText(const Schedule& schedule, std::size_t index)
{
    return operationText(schedule, 0, index, nullptr);
}

QString operationText(
    const Schedule& schedule, int device, std::size_t index, const Excerpt* excerpt, Duration from)
{
    const auto pass = [&](std::size_t at, OperationKind kind) {
        return passText(schedule, schedule.operations()[at], kind,
            trueMicrobatch(excerpt, schedule, device, at, from));
    };
    const OperationKind kind = schedule.operations()[index].kind();
    if (kind == OperationKind::OptimizerStep)
        return operationKindText(kind);
    if (kind != OperationKind::Pair)
        return pass(index, kind);
    return QCoreApplication::translate("Operation", "%1 with %2", "passes that run together")
        .arg(pass(index, OperationKind::Forward), pass(index + 1, OperationKind::Backward));
}

QString errorText(const Error& error)
{
    std::vector<std::string> facts;
    facts.reserve(error.facts.size());
    for (const std::string& fact : error.facts)
        facts.push_back(factText(fact).toStdString());
    const std::string text = translated("Error", sentenceTemplate(error.code)).toStdString();
    return fromCore(fillPlaceholders(text, facts));
}

} // namespace pipegantt
