// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/failonwarning.h"
#include "ui/plan/number.h"

#include <QTest>

using namespace pipegantt;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(pipegantt::Parameter)
Q_DECLARE_METATYPE(pipegantt::TimeUnit)
Q_DECLARE_METATYPE(pipegantt::ErrorCode)

class tst_number : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }

    void reads_data()
    {
        QTest::addColumn<Parameter>("parameter");
        QTest::addColumn<TimeUnit>("unit");
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("value");
        const auto row = [](const char* name, Parameter parameter, TimeUnit unit,
                             const QString& text, qint64 value) {
            QTest::newRow(name) << parameter << unit << text << value;
        };
        using enum TimeUnit;
        constexpr qint64 kMs = 1'000'000'000;
        row("count", Parameter::Stages, Slots, u" 12 "_s, 12);
        row("percent", Parameter::TargetEfficiency, Slots, u"95 %"_s, 95);
        row("slots", Parameter::Forward, Slots, u"2"_s, 2 * kMs);
        row("slots with unit", Parameter::Forward, Slots, u"2 slots"_s, 2 * kMs);
        row("one slot", Parameter::Forward, Slots, u"1 slot"_s, kMs);
        row("no latency", Parameter::Comm, Slots, u"0"_s, 0);
        row("unit of the plan", Parameter::Forward, Milliseconds, u"1.5"_s, 3 * kMs / 2);
        row("another unit", Parameter::Forward, Milliseconds, u"250us"_s, kMs / 4);
        row("micro sign", Parameter::Forward, Microseconds, u"250 µs"_s, kMs / 4);
        row("gigabytes", Parameter::ActivationMemory, Slots, u"1.6"_s, 1'600'000'000);
        row("megabytes", Parameter::ActivationMemory, Slots, u"640 MB"_s, 640'000'000);
    }

    void reads()
    {
        QFETCH(Parameter, parameter);
        QFETCH(TimeUnit, unit);
        QFETCH(QString, text);
        QFETCH(qint64, value);
        const Result<std::int64_t> read = parseNumber(numberSpec(parameter, unit), text);
        QVERIFY(read.has_value());
        QCOMPARE(*read, value);
    }

    void refuses_data()
    {
        QTest::addColumn<Parameter>("parameter");
        QTest::addColumn<TimeUnit>("unit");
        QTest::addColumn<QString>("text");
        QTest::addColumn<ErrorCode>("code");
        const auto row = [](const char* name, Parameter parameter, TimeUnit unit,
                             const QString& text, ErrorCode code) {
            QTest::newRow(name) << parameter << unit << text << code;
        };
        using enum TimeUnit;
        row("empty", Parameter::Stages, Slots, QString(), ErrorCode::NotANumber);
        row("word", Parameter::Stages, Slots, u"four"_s, ErrorCode::NotANumber);
        row("fraction", Parameter::Stages, Slots, u"4.5"_s, ErrorCode::NotWhole);
        row("zero", Parameter::Stages, Slots, u"0"_s, ErrorCode::OutOfRange);
        row("too many", Parameter::Stages, Slots, u"1025"_s, ErrorCode::OutOfRange);
        row("huge", Parameter::Microbatches, Slots, u"99999999999999999999"_s,
            ErrorCode::OutOfRange);
        row("negative", Parameter::Comm, Slots, u"-1"_s, ErrorCode::OutOfRange);
        row("real time among slots", Parameter::Forward, Slots, u"250us"_s,
            ErrorCode::MixedTimeUnits);
        row("slots among real times", Parameter::Forward, Seconds, u"2 slots"_s,
            ErrorCode::MixedTimeUnits);
        row("unknown unit", Parameter::Forward, Slots, u"2 weeks"_s, ErrorCode::UnknownUnit);
        row("unknown size", Parameter::ActivationMemory, Slots, u"2 pounds"_s,
            ErrorCode::UnknownUnit);
        row("full", Parameter::TargetEfficiency, Slots, u"100"_s, ErrorCode::OutOfRange);
    }

    void refuses()
    {
        QFETCH(Parameter, parameter);
        QFETCH(TimeUnit, unit);
        QFETCH(QString, text);
        QFETCH(ErrorCode, code);
        const Result<std::int64_t> read = parseNumber(numberSpec(parameter, unit), text);
        QVERIFY(!read.has_value());
        QCOMPARE(read.error().code, code);
    }

    void zeroIsAWordWhereItIsNoAmount()
    {
        for (const Parameter parameter : {Parameter::GlobalBatch, Parameter::Group}) {
            const NumberSpec spec = numberSpec(parameter);
            const QString word = numberText(spec, 0);
            QVERIFY(!word.contains(u'0'));
            QCOMPARE(parseNumber(spec, word).value_or(-1), 0);
            QCOMPARE(parseNumber(spec, word.toUpper()).value_or(-1), 0);
            QCOMPARE(parseNumber(spec, u"0"_s).value_or(-1), 0);
            QVERIFY(numberText(spec, 1).contains(u'1'));
        }
        QCOMPARE(numberText(numberSpec(Parameter::Comm), 0), u"0 slots"_s);
        QVERIFY(!parseNumber(numberSpec(Parameter::Stages), u"auto"_s));
    }

    void readsWhatItShows()
    {
        for (const ParameterInfo& row : parameters()) {
            for (const TimeUnit unit : {TimeUnit::Slots, TimeUnit::Microseconds,
                     TimeUnit::Milliseconds, TimeUnit::Seconds}) {
                const NumberSpec spec = numberSpec(row.parameter, unit);
                const std::int64_t value = std::max(row.defaultValue, row.minimum);
                const Result<std::int64_t> read = parseNumber(spec, numberText(spec, value));
                QVERIFY2(read.has_value(), row.key.data());
                QCOMPARE(*read, value);
            }
        }
    }
};

QTEST_APPLESS_MAIN(tst_number)
#include "tst_number.moc"
