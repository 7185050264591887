// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/plan/number.h"

#include "core/base/bytes.h"
#include "core/base/decimal.h"
#include "ui/text/quantities.h"

#include <QCoreApplication>

#include <algorithm>
#include <string>

namespace pipegantt {

using namespace Qt::StringLiterals;

namespace {

std::string subjectOf(const NumberSpec& spec)
{
    return std::string(info(spec.parameter).key);
}

Result<std::int64_t> parseWhole(const NumberSpec& spec, const QString& text)
{
    const auto number = parseDecimal(text.toStdString(), 1);
    if (number)
        return *number;
    switch (number.error()) {
    case DecimalFault::NotANumber:
        break;
    case DecimalFault::TooFine:
        return failure(ErrorCode::NotWhole,
            {subjectOf(spec), text.toStdString(), std::to_string(spec.minimum),
                std::to_string(spec.maximum)});
    case DecimalFault::TooLarge:
        return failure(ErrorCode::OutOfRange,
            {subjectOf(spec), text.toStdString(), std::to_string(spec.minimum),
                std::to_string(spec.maximum)});
    }
    return failure(ErrorCode::NotANumber, {subjectOf(spec), text.toStdString()});
}

Result<std::int64_t> parseTimeIn(const NumberSpec& spec, QString text)
{
    // What the field itself shows must be readable in every language.
    const QString shown = unitText(spec.unit);
    if (text.endsWith(shown))
        text = text.chopped(shown.size()).trimmed();
    text.replace(u'µ', u'u').replace(u'μ', u'u');
    const bool bare = !text.isEmpty() && (text.back().isDigit() || text.back() == u'.');
    if (bare)
        text += QString::fromUtf8(unitName(spec.unit).data());
    const Result<ParsedTime> time = parseTime(text.toStdString(), subjectOf(spec));
    if (!time)
        return failure(time);
    const bool inSlots = time->unit == TimeUnit::Slots;
    if (!time->unitless && inSlots != (spec.unit == TimeUnit::Slots)) {
        const Parameter other =
            spec.parameter == Parameter::Forward ? Parameter::Backward : Parameter::Forward;
        return failure(ErrorCode::MixedTimeUnits,
            {subjectOf(spec), std::string(unitName(time->unit)), std::string(info(other).key),
                std::string(unitName(spec.unit))});
    }
    return time->value.count();
}

Result<std::int64_t> parseAmount(const NumberSpec& spec, const QString& text)
{
    const bool bare = !text.isEmpty() && (text.back().isDigit() || text.back() == u'.');
    QString withUnit = bare ? text + u"GB"_s : text;
    if (spec.quantity == Quantity::Bandwidth && withUnit.endsWith(u"/s"_s))
        withUnit.chop(2);
    return parseBytes(withUnit.toStdString(), subjectOf(spec)).map([](Bytes amount) {
        return amount.value;
    });
}

Result<std::int64_t> parseQuantity(const NumberSpec& spec, const QString& text)
{
    switch (spec.quantity) {
    case Quantity::Time:
        return parseTimeIn(spec, text);
    case Quantity::Memory:
    case Quantity::Bandwidth:
        return parseAmount(spec, text);
    case Quantity::Count:
    case Quantity::Percent:
        break;
    }
    return parseWhole(spec, text);
}

/// What a zero says where it is no amount; empty where it is one.
QString wordForZero(Parameter parameter)
{
    switch (parameter) {
    case Parameter::GlobalBatch:
        return QCoreApplication::translate("Number", "none", "no global batch");
    case Parameter::Group:
        return QCoreApplication::translate("Number", "auto", "group size");
    default:
        return {};
    }
}

QString amountText(const NumberSpec& spec, std::int64_t value)
{
    switch (spec.quantity) {
    case Quantity::Time:
        return durationText(Duration(value), spec.unit);
    case Quantity::Memory:
        return memoryText(Bytes {value});
    case Quantity::Bandwidth:
        return memoryText(Bytes {value}) + u"/s"_s;
    case Quantity::Percent:
        return QString::number(value) + u" %"_s;
    case Quantity::Count:
        break;
    }
    return QString::number(value);
}

} // namespace

NumberSpec numberSpec(Parameter parameter, TimeUnit unit)
{
    const ParameterInfo& row = info(parameter);
    NumberSpec spec {parameter, row.quantity, row.minimum, row.maximum, row.step, row.logarithmic,
        std::max<std::int64_t>(row.minimum, row.step), unit};
    if (row.quantity == Quantity::Time) {
        // The table's step is one slot; in real time a slider starts at a tenth of the unit.
        const std::int64_t one = unitDuration(unit).count();
        spec.step = row.step / unitDuration(TimeUnit::Slots).count() * one;
        spec.walkFrom = unit == TimeUnit::Slots ? one : one / 10;
    }
    return spec;
}

NumberSpec microbatchLimitSpec()
{
    NumberSpec spec = numberSpec(Parameter::Microbatches);
    spec.parameter = Parameter::MemoryLimit;
    return spec;
}

QString numberText(const NumberSpec& spec, std::int64_t value)
{
    const QString word = value == 0 ? wordForZero(spec.parameter) : QString();
    return word.isEmpty() ? amountText(spec, value) : word;
}

Result<std::int64_t> parseNumber(const NumberSpec& spec, const QString& text)
{
    QString typed = text.simplified();
    if (const QString word = wordForZero(spec.parameter);
        !word.isEmpty() && typed.compare(word, Qt::CaseInsensitive) == 0)
        return 0;
    if (spec.quantity == Quantity::Percent && typed.endsWith(u'%'))
        typed = typed.chopped(1).trimmed();
    Result<std::int64_t> value = parseQuantity(spec, typed);
    if (value && (*value < spec.minimum || *value > spec.maximum)) {
        return failure(ErrorCode::OutOfRange,
            {subjectOf(spec), amountText(spec, *value).toStdString(),
                amountText(spec, spec.minimum).toStdString(),
                amountText(spec, spec.maximum).toStdString()});
    }
    return value;
}

} // namespace pipegantt
