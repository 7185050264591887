// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/sentence.h"
#include "core/format/planfile.h"
#include "core/format/viewkeys.h"
#include "tests/support/failonwarning.h"

#include <QTest>

#include <random>

using namespace pipegantt;
using namespace Qt::StringLiterals;

namespace {

/// A plan file whose view is `view`, besides `members`.
QByteArray withView(const QByteArray& view, const QByteArray& members = {})
{
    return R"({"format": "pipegantt-plan", "version": 1, "view": )" + view
        + (members.isEmpty() ? QByteArray() : ", " + members) + "}";
}

Result<PlanFile> parse(const QByteArray& text)
{
    return parsePlanFile(std::string_view(text.constData(), static_cast<std::size_t>(text.size())));
}

} // namespace

/// Marks and saved views in plan files.
class TestViewKeys : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }

    void writesOneLineEach()
    {
        Plan plan;
        PlanView view;
        const Duration slot = unitDuration(TimeUnit::Slots);
        QVERIFY(addMark(view, {9 * slot, "steady “state”"}, plan.unit));
        QVERIFY(addMark(view, {slot / 2, {}}, plan.unit));
        view.saved[0] = SavedView {SavedView::Window {3 * slot, 11 * slot}, 0, 0};
        view.saved[8] = SavedView {std::nullopt, 4, 2};
        const QByteArray text = QByteArray::fromStdString(planText(plan, view));
        const QByteArray golden = R"(,
  "view": {
    "marks": [
      {"time": 0.5},
      {"time": 9, "name": "steady “state”"}
    ],
    "saved": [
      {"key": 1, "begin": 3, "end": 11, "colors": "kind", "rows": "device"},
      {"key": 9, "colors": "idle", "rows": "stage"}
    ]
  }
}
)";
        QVERIFY2(text.endsWith(golden), text.constData());
        // But for it, the file is that of the plan alone, and leaves no trace without it.
        const QByteArray alone = QByteArray::fromStdString(planText(plan));
        QCOMPARE(text.left(text.size() - golden.size()), alone.left(alone.size() - 3));
        QVERIFY(!alone.contains("view"));
    }

    void readsBackWhatItWrites()
    {
        std::mt19937_64 random(4);
        const auto upTo = [&random](std::int64_t most) {
            return std::uniform_int_distribution<std::int64_t>(0, most)(random);
        };
        for (int i = 0; i < 500; ++i) {
            Plan plan;
            plan.unit = static_cast<TimeUnit>(upTo(3));
            PlanView view;
            for (std::int64_t left = upTo(5); left > 0; --left) {
                const std::string name(static_cast<std::size_t>(upTo(80)), "ab \"\\/"[upTo(6)]);
                static_cast<void>(
                    addMark(view, {Duration(upTo(9'000'000'000'000)), name}, plan.unit));
            }
            for (std::optional<SavedView>& saved : view.saved) {
                if (upTo(1) == 0)
                    continue;
                saved.emplace();
                saved->coloring = static_cast<std::size_t>(upTo(4));
                saved->rows = static_cast<std::size_t>(upTo(2));
                const Duration begin(upTo(1'000'000'000'000));
                if (upTo(1) == 0)
                    saved->window = {begin, begin + Duration(1 + upTo(1'000'000'000))};
            }
            const std::string text = planText(plan, view);
            const Result<PlanFile> read = parsePlanFile(text);
            QVERIFY2(read.has_value(), read ? "" : (sentence(read.error()) + text).c_str());
            QVERIFY2(read->view == view && read->plan == plan, text.c_str());
            QCOMPARE(planText(read->plan, read->view), text);
            QVERIFY(parsePlan(text) == plan);
        }
    }

    void readsLegalSpellings()
    {
        const Result<PlanFile> file = parse(withView(
            R"({"marks": [{"name": "b", "time": "2500us"}, {"time": "1ms"}, {"time": 0}]})",
            R"("forward": "1ms", "backward": "2ms")"));
        QVERIFY2(file.has_value(), file ? "" : sentence(file.error()).c_str());
        const std::vector<Mark> marks = file->view.marks;
        QCOMPARE(marks.size(), std::size_t {3});
        QVERIFY(marks[0].time == Duration::zero());
        QVERIFY(marks[1].time == std::chrono::milliseconds(1));
        QVERIFY(marks[2] == (Mark {std::chrono::microseconds(2500), "b"}));
        QVERIFY(parse(withView("{}"))->view == PlanView());
    }

    void refusesWhatIsNoView_data()
    {
        QTest::addColumn<QByteArray>("view");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, const QByteArray& view, ErrorCode code,
                             const QString& says) {
            QTest::newRow(name) << view << static_cast<int>(code) << says;
        };
        const auto mark = [&row](const char* name, const QByteArray& one, ErrorCode code,
                              const QString& says) {
            row(name, R"({"marks": [)" + one + "]}", code, says);
        };
        const auto saved = [&row](const char* name, const QByteArray& one, ErrorCode code,
                               const QString& says) {
            row(name, R"({"saved": [)" + one + "]}", code, says);
        };
        using enum ErrorCode;
        row("a list", "[]", WrongType, u"view is a list; it must be an object with marks"_s);
        row("a number", "4", WrongType, u"view is a number"_s);
        row("a huge number", "1e400", UnknownKey, u"view"_s);
        row("unknown key", R"({"zoom": 3})", UnknownKey, u"“view.zoom” is no key"_s);
        row("its keys are named", R"({"zoom": 3})", UnknownKey, u"view.marks, view.saved."_s);
        row("key with a line end", R"({"a\nb": 3})", UnknownKey, u"“view.a?b”"_s);
        row("marks an object", R"({"marks": {}})", WrongType, u"it must be a list of marks"_s);
        row("saved a text", R"({"saved": "1"})", WrongType, u"a list of saved views"_s);
        mark("a number", "3", WrongType, u"view.marks is a number; it must be an object"_s);
        mark("no time", R"({"name": "a"})", MissingKey, u"view.marks.time"_s);
        mark("unknown key", R"({"time": 1, "color": 2})", UnknownKey, u"“view.marks.color”"_s);
        mark("time a list", R"({"time": [1]})", WrongType, u"view.marks.time is a list"_s);
        mark("negative", R"({"time": -1})", OutOfRange, u"view.marks.time is -1"_s);
        mark("no number", R"({"time": "soon"})", NotANumber, u"“soon”"_s);
        mark("too large", R"({"time": 1e15})", OutOfRange, u"to 9000000 s"_s);
        mark("beyond double", R"({"time": 1e400})", OutOfRange, u"view.marks.time is 1000"_s);
        mark("too fine", R"({"time": 1e-12})", TooFine, u"view.marks.time"_s);
        mark("in real time", R"({"time": "1ms"})", MixedTimeUnits,
            u"view.marks.time is in ms, but unit is in slots"_s);
        mark("name a number", R"({"time": 1, "name": 2})", WrongType, u"view.marks.name"_s);
        mark("name of two lines", R"({"time": 1, "name": "a\nb"})", MarkName,
            u"mark at 1 slots has 3 characters"_s);
        mark("long name", "{\"time\": 1, \"name\": \"" + QByteArray("气").repeated(81) + "\"}",
            MarkName, u"has 81 characters; it must be one line of at most 80"_s);
        mark("twice", R"({"time": 1}, {"time": "1"})", MarkTwice, u"Two marks stand at 1 slots"_s);
        saved("no key", R"({"colors": "kind"})", MissingKey, u"view.saved.key"_s);
        saved("key 0", R"({"key": 0})", OutOfRange, u"from 1 to 9"_s);
        saved("key 1.5", R"({"key": 1.5})", NotWhole, u"view.saved.key is 1.5"_s);
        saved("key beyond double", R"({"key": 1e400})", OutOfRange, u"from 1 to 9"_s);
        saved("twice", R"({"key": 3}, {"key": 3})", ViewTwice, u"have the key 3"_s);
        saved("begin alone", R"({"key": 1, "begin": 3})", MissingKey, u"view.saved.end"_s);
        saved("end alone", R"({"key": 1, "end": 3})", MissingKey, u"view.saved.begin"_s);
        saved("empty", R"({"key": 1, "begin": 3, "end": 3})", ViewEmpty,
            u"begins at 3 and ends at 3"_s);
        saved("colours", R"({"key": 1, "colors": "red"})", UnknownChoice,
            u"“red”; it must be one of kind, microbatch, chunk, stage, idle"_s);
        saved("rows", R"({"key": 1, "rows": "layer"})", UnknownChoice, u"device, chunk, stage"_s);
        saved("unknown key", R"({"key": 1, "lanes": true})", UnknownKey, u"view.saved.lanes"_s);
    }
    void refusesWhatIsNoView()
    {
        QFETCH(QByteArray, view);
        QFETCH(int, code);
        QFETCH(QString, says);
        const Result<PlanFile> file = parse(withView(view));
        QVERIFY(!file);
        const QString said = QString::fromStdString(sentence(file.error()));
        QVERIFY2(static_cast<int>(file.error().code) == code, qPrintable(said));
        QVERIFY2(said.contains(says), qPrintable(said));
        QVERIFY2(!said.contains(u"%1"_s), qPrintable(said));
    }

    void aThousandMarksAreEnough()
    {
        PlanView view;
        for (int i = 0; i < 1000; ++i)
            QVERIFY(addMark(view, {Duration(999 - i), {}}, TimeUnit::Slots));
        const Result<void> more = addMark(view, {Duration(1000), {}}, TimeUnit::Slots);
        QVERIFY(!more && more.error().code == ErrorCode::TooManyMarks);
        QCOMPARE(markAt(view, Duration(7)), std::optional(std::size_t {7}));
        QVERIFY(!markAt(view, Duration(1000)));
    }

    void namesAreChecked()
    {
        PlanView view;
        QVERIFY(addMark(view, {Duration(0), "a"}, TimeUnit::Slots));
        QVERIFY(!renameMark(view, 0, std::string(81, 'b'), TimeUnit::Slots));
        QCOMPARE(view.marks[0].name, std::string("a"));
        QVERIFY(renameMark(view, 0, "预热结束", TimeUnit::Slots));
        QCOMPARE(view.marks[0].name, std::string("预热结束"));
    }
};

QTEST_APPLESS_MAIN(TestViewKeys)
#include "tst_viewkeys.moc"
