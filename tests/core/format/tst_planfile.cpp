// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/sentence.h"
#include "core/format/plandraft.h"
#include "core/format/planfile.h"
#include "core/plan/parameter.h"
#include "core/plan/preset.h"
#include "tests/core/format/randomplan.h"
#include "tests/support/failonwarning.h"

#include <QTest>

using namespace pipegantt;
using namespace Qt::StringLiterals;

namespace {

/// A plan file that states `members` besides what every plan must.
QByteArray withMembers(const QByteArray& members)
{
    return R"({"format": "pipegantt-plan", "version": 1)"
        + (members.isEmpty() ? QByteArray() : ", " + members) + "}";
}

Result<Plan> parse(const QByteArray& text)
{
    return parsePlan(std::string_view(text.constData(), static_cast<std::size_t>(text.size())));
}

} // namespace

class TestPlanFile : public QObject
{
    Q_OBJECT

private slots:
    void keepsTheOrderOfACustomSchedule_data()
    {
        QTest::addColumn<QByteArray>("rows");
        QTest::newRow("plain") << QByteArray(R"("0F0,0B0", "1F0,1B0")");
        QTest::newRow("idle") << QByteArray(R"(",0F0,,0B0", "1F0,1B0,")");
        QTest::newRow("line feeds") << QByteArray(R"("0F0,0B0\n", "1F0,1B0\n")");
        QTest::newRow("communication")
            << QByteArray(R"("0F0,0SEND_F0,0RECV_B0,0B0", "1RECV_F0,1F0,1B0,1SEND_B0")");
    }
    void keepsTheOrderOfACustomSchedule()
    {
        QFETCH(QByteArray, rows);
        const Result<Plan> plan =
            parse(withMembers(R"("schedule": "custom", "order": [)" + rows + "]"));
        QVERIFY2(plan.has_value(), plan ? "" : sentence(plan.error()).c_str());
        QCOMPARE(plan->stages, 2);
        QCOMPARE(plan->microbatches, 1);
        const std::string text = planText(*plan);
        QVERIFY2(text.find("0F0") != std::string::npos, text.c_str());
        const Result<Plan> again = parsePlan(text);
        QVERIFY(again.has_value() && *again == *plan);
    }
    void refusesAnOrderByItsCell()
    {
        const Result<Plan> plan =
            parse(withMembers(R"("schedule": "custom", "order": ["0F0,0B0", "1F0,1X0"])"));
        QVERIFY(!plan.has_value());
        QVERIFY(sentence(plan.error()).starts_with("Row 2, column 2: “1X0” is no action"));
        const Result<Plan> numbers = parse(withMembers(R"("order": [[1]])"));
        QVERIFY(!numbers.has_value() && numbers.error().code == ErrorCode::WrongType);
    }
    void init() { test::failOnWarning(); }

    void writesDefaultPlan()
    {
        const char* const golden = R"({
  "format": "pipegantt-plan",
  "version": 1,
  "schedule": "1f1b",
  "stages": 4,
  "microbatches": 8,
  "chunks": 1,
  "group": 0,
  "backward-order": "ascending",
  "unit": "slots",
  "forward": 1,
  "backward": 2,
  "comm": 0,
  "activation-memory": "1GB",
  "memory-limit": "none",
  "global-batch": 32,
  "target-efficiency": 90
}
)";
        QCOMPARE(QByteArray::fromStdString(planText({})), QByteArray(golden));
    }

    void writesEveryKindOfValue()
    {
        Plan plan;
        plan.schedule = ScheduleKind::GPipe;
        plan.stages = 2;
        plan.backwardOrder = BackwardOrder::Descending;
        plan.unit = TimeUnit::Microseconds;
        plan.time = {std::chrono::microseconds(250), std::chrono::microseconds(300),
            std::chrono::nanoseconds(1500)};
        plan.perStage = {plan.time, stageTime(std::chrono::microseconds(1), Duration(3))};
        plan.link.latency = Duration(1);
        plan.activation = {1'283'457'024};
        plan.memoryLimit = {MemoryLimit::Unit::Microbatches, 40};
        const char* const golden = R"({
  "format": "pipegantt-plan",
  "version": 1,
  "schedule": "gpipe",
  "stages": 2,
  "microbatches": 8,
  "chunks": 1,
  "group": 0,
  "backward-order": "descending",
  "unit": "us",
  "forward": "250us",
  "input-grad": "300us",
  "weight-grad": "1.5us",
  "comm": "0.000001us",
  "forward-per-stage": ["250us", "1us"],
  "input-grad-per-stage": ["300us", "0.000002us"],
  "weight-grad-per-stage": ["1.5us", "0.000001us"],
  "activation-memory": "1283457024B",
  "memory-limit": 40,
  "global-batch": 32,
  "target-efficiency": 90
}
)";
        QCOMPARE(QByteArray::fromStdString(planText(plan)), QByteArray(golden));
    }

    void readsBackWhatItWrites()
    {
        test::RandomPlan random(20261123);
        for (int i = 0; i < 2000; ++i) {
            const Plan plan = random.next();
            QVERIFY2(checkPlan(plan).has_value(), "the generator left the space of plans");
            const std::string text = planText(plan);
            const Result<Plan> read = parsePlan(text);
            QVERIFY2(read.has_value(), read ? "" : (sentence(read.error()) + text).c_str());
            QVERIFY2(*read == plan, text.c_str());
            QCOMPARE(planText(*read), text);
        }
    }

    void readsBackPresets()
    {
        for (const Preset& preset : presets())
            QVERIFY(parsePlan(planText(preset.plan)) == preset.plan);
    }

    void readsLegalSpellings_data()
    {
        QTest::addColumn<QByteArray>("members");
        QTest::addColumn<QByteArray>("same");
        const auto row = [](const char* name, const QByteArray& members, const QByteArray& same) {
            QTest::newRow(name) << members << same;
        };
        row("nothing but the header", "", "");
        row("whole number with a point", R"("stages": 6.0)", R"("stages": 6)");
        row("exponent", R"("microbatches": 1e2)", R"("microbatches": 100)");
        row("negative exponent", R"("forward": 25e-1)", R"("forward": 2.5)");
        row("small number", R"("forward": 0.025e+1)", R"("forward": 0.25)");
        row("slots as text", R"("forward": "2.5")", R"("forward": 2.5)");
        row("units of one kind", R"("forward": "1500us", "backward": "3ms", "unit": "us")",
            R"("unit": "us", "backward": "3000us", "forward": "1.5ms")");
        row("binary bytes", R"("activation-memory": "1KiB")", R"("activation-memory": "1024B")");
        row("naive runs one batch", R"("schedule": "naive")",
            R"("schedule": "naive", "microbatches": 1)");
        row("a list takes the rest from the one number",
            R"("stages": 2, "forward-per-stage": [1, 3])",
            R"("stages": 2, "forward-per-stage": [1, 3], "backward-per-stage": [2, 2])");
    }
    void readsLegalSpellings()
    {
        QFETCH(QByteArray, members);
        QFETCH(QByteArray, same);
        const Result<Plan> plan = parse(withMembers(members));
        QVERIFY2(plan.has_value(), plan ? "" : sentence(plan.error()).c_str());
        QVERIFY(plan == parse(withMembers(same)));
    }

    void skipsByteOrderMark() { QVERIFY(parse("\xef\xbb\xbf" + withMembers({})) == Plan {}); }

    void refusesHostileText_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("names");
        const auto row = [](const char* name, const QByteArray& text, ErrorCode code,
                             const QString& names) {
            QTest::newRow(name) << text << static_cast<int>(code) << names;
        };
        const auto member = [&row](const char* name, const QByteArray& members, ErrorCode code,
                                const QString& names) {
            row(name, withMembers(members), code, names);
        };
        using enum ErrorCode;

        row("empty", "", JsonSyntax, u"line 1, column 1"_s);
        row("blank", "  \n ", JsonSyntax, u"line 2"_s);
        row("binary", QByteArray("\x7f\x45\x4c\x46\x02\x01\x01\x00\x00", 9), JsonSyntax,
            u"line 1, column"_s);
        row("zero byte behind the plan", withMembers({}) + QByteArray(1, '\0') + "x", JsonSyntax,
            u"line 1, column 43"_s);
        row("UTF-16", QByteArray("\xff\xfe{\0}\0", 6), JsonSyntax, u"line 1, column 4"_s);
        row("invalid UTF-8", withMembers("\"schedule\": \"\xc3\x28\""), JsonSyntax, u"UTF-8"_s);
        row("half a surrogate", withMembers(R"("schedule": "\ud800")"), JsonSyntax, u"line 1"_s);
        row("truncated", "{\"format\": \"pipegantt-plan\",\n\"vers", JsonSyntax, u"line 2"_s);
        row("truncated after a value", R"({"format": "pipegantt-plan", "version": 1)", JsonSyntax,
            u"line 1"_s);
        row("two values", withMembers({}) + "{}", JsonSyntax, u"column 43"_s);
        row("a comment", "// plan\n" + withMembers({}), JsonSyntax, u"line 1, column 1"_s);
        row("trailing comma", R"({"format": "pipegantt-plan",})", JsonSyntax, u"line 1"_s);
        row("NaN", withMembers(R"("stages": NaN)"), JsonSyntax, u"line 1"_s);
        row("deep lists", QByteArray(100'000, '['), NestedTooDeep, u"at most 8"_s);
        row("deep objects", QByteArray(R"({"a":)").repeated(50'000), NestedTooDeep, u"at most 8"_s);
        row("too large", withMembers({}) + QByteArray(1 << 24, ' '), FileTooLarge, u"16777216"_s);

        row("a list", "[]", NotAPlanFile, u"pipegantt-plan"_s);
        row("a number", "4", NotAPlanFile, u"pipegantt-plan"_s);
        row("no format", R"({"version": 1})", NotAPlanFile, u"pipegantt-plan"_s);
        row("another format", R"({"format": "x", "version": 1})", NotAPlanFile,
            u"pipegantt-plan"_s);
        row("format no text", R"({"format": 1, "version": 1})", NotAPlanFile, u"pipegantt-plan"_s);
        row("no version", R"({"format": "pipegantt-plan"})", MissingKey, u"version"_s);
        row("newer version", R"({"format": "pipegantt-plan", "version": 2, "new": 1})",
            UnknownVersion, u"reads version 1"_s);
        row("version a text", R"({"format": "pipegantt-plan", "version": "1"})", WrongType,
            u"version is a text"_s);
        row("huge version", R"({"format": "pipegantt-plan", "version": 1e400})", UnknownVersion,
            u"reads version 1"_s);

        member("unknown key", R"("stagse": 4)", UnknownKey, u"“stagse”"_s);
        member("unknown key lists the legal ones", R"("x": 4)", UnknownKey,
            u"weight-grad-per-stage"_s);
        member("unknown key with a line end", R"("a\nb": 4)", UnknownKey, u"“a?b”"_s);
        member("huge number under an unknown key", R"("x": 1e400)", UnknownKey, u"“x”"_s);
        member("duplicate key", R"("stages": 4, "stages": 5)", DuplicateKey, u"“stages”"_s);
        member("duplicate key, escaped", R"("stages": 4, "st\u0061ges": 5)", DuplicateKey,
            u"“stages”"_s);
        member("stages a text", R"("stages": "4")", WrongType, u"whole number"_s);
        member("stages null", R"("stages": null)", WrongType, u"null"_s);
        member("stages true", R"("stages": true)", WrongType, u"true or false"_s);
        member("stages an object", R"("stages": {"x": 1})", WrongType, u"an object"_s);
        member("stages a list", R"("stages": [4])", WrongType, u"a list"_s);
        member("schedule a number", R"("schedule": 1)", WrongType, u"a text"_s);
        member("memory a number", R"("activation-memory": 1)", WrongType, u"1.6GB"_s);
        member("list of lists", R"("stages": 1, "forward-per-stage": [[1]])", WrongType,
            u"forward-per-stage is a list"_s);
        member("list a number", R"("forward-per-stage": 1)", WrongType, u"list of times"_s);

        member("not whole", R"("stages": 4.5)", NotWhole, u"4.5"_s);
        member("zero", R"("stages": 0)", OutOfRange, u"from 1 to 1024"_s);
        member("negative", R"("microbatches": -3)", OutOfRange, u"-3"_s);
        member("beyond int", R"("stages": 4294967300)", OutOfRange, u"4294967300"_s);
        member("beyond 64 bits", R"("stages": 99999999999999999999)", OutOfRange,
            u"99999999999999999999"_s);
        member("beyond double", R"("stages": 1e400)", OutOfRange, u"from 1 to 1024"_s);
        member("beyond double in a list", R"("stages": 1, "forward-per-stage": [1e400])",
            OutOfRange, u"forward-per-stage"_s);
        member("exponent beyond int", R"("stages": 1e99999999999)", OutOfRange, u"stages"_s);
        member("long number", "\"stages\": 1" + QByteArray(100'000, '0'), OutOfRange, u"…"_s);
        member("too fine", R"("forward": 1e-10)", TooFine, u"0.0000000001"_s);
        member("next to nothing", R"("forward": 1e-300)", TooFine, u"forward"_s);
        member("time zero", R"("forward": 0)", OutOfRange, u"forward is 0"_s);
        member("time without a number", R"("forward": "us")", NotANumber, u"“us”"_s);
        member("unknown unit", R"("forward": "1h")", UnknownUnit, u"slots, us, ms, s"_s);
        member("mixed units", R"("forward": "1ms", "backward": 2)", MixedTimeUnits, u"slots"_s);
        member("unit against times", R"("unit": "ms", "forward": 1, "backward": 2)", MixedTimeUnits,
            u"unit is in ms"_s);
        member("unknown schedule", R"("schedule": "2f2b")", UnknownChoice,
            u"naive, inference, gpipe, "_s);
        member("unknown unit name", R"("unit": "hours")", UnknownChoice, u"slots, us, ms, s"_s);
        member("unknown order", R"("backward-order": "up")", UnknownChoice,
            u"ascending, descending"_s);
        member("whole and part", R"("backward": 2, "input-grad": 1)", ConflictingKeys,
            u"backward and input-grad"_s);
        member("whole list and part list",
            R"("stages": 1, "backward-per-stage": [2], "weight-grad-per-stage": [1])",
            ConflictingKeys, u"weight-grad-per-stage"_s);
        member("list too short", R"("forward-per-stage": [1, 2])", PerStageCount, u"4 stages"_s);
        member("empty list", R"("forward-per-stage": [])", PerStageCount, u"lists 0 times"_s);
        member("memory limit zero", R"("memory-limit": 0)", OutOfRange, u"memory-limit"_s);
        member("memory limit not whole", R"("memory-limit": 1.5)", NotWhole, u"1.5"_s);
        member("memory without a unit", R"("activation-memory": "5")", UnknownUnit, u"GB"_s);
        member("too many operations, searched",
            R"("schedule": "auto", "stages": 1024, "microbatches": 1000000)", JumpNeedsRule,
            u"M = 10922"_s);
        member("too many operations, jittered",
            R"("stages": 1024, "microbatches": 1000000, "jitter": 3)", JumpNeedsEqualTimes,
            u"jitter is 3 %"_s);
    }
    void refusesHostileText()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, code);
        QFETCH(QString, names);
        const Result<Plan> plan = parse(text);
        QVERIFY(!plan);
        const QString said = QString::fromStdString(sentence(plan.error()));
        QVERIFY2(static_cast<int>(plan.error().code) == code, qPrintable(said));
        QVERIFY2(said.contains(names), qPrintable(said));
        QVERIFY2(!said.contains(u'%' + QString::number(1)), qPrintable(said));
        QVERIFY2(said.size() < 1000, qPrintable(said));
    }

    /// Every prefix and every single damaged byte is refused or read, and never more.
    void survivesDamage()
    {
        const QByteArray text = QByteArray::fromStdString(planText({}));
        for (qsizetype i = 0; i < text.size() - 2; ++i)
            QVERIFY(!parse(text.left(i)));
        std::mt19937 random(7);
        for (int i = 0; i < 5000; ++i) {
            QByteArray damaged = text;
            const auto at = static_cast<qsizetype>(random() % static_cast<unsigned>(text.size()));
            damaged[at] = static_cast<char>(random());
            const Result<Plan> plan = parse(damaged);
            QVERIFY(!plan || checkPlan(*plan));
        }
    }
};

QTEST_APPLESS_MAIN(TestPlanFile)
#include "tst_planfile.moc"
