// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/sentence.h"
#include "core/query/find.h"
#include "core/query/query.h"
#include "core/run/run.h"
#include "tests/support/failonwarning.h"
#include "tests/support/plans.h"

#include <QTest>

#include <string>

using namespace pipegantt;
using test::slotTime;

namespace {

Hits hitsIn(const Run& run, const std::string& text)
{
    const Result<Query> query = parseQuery(text, run.plan.unit);
    return query ? find(*query, run.plan, run.schedule, run.timeline, run.part()) : Hits();
}

/// `F0@0`, a bubble as `4-10@0`.
QString wordsOf(const Run& run, const Hits& hits)
{
    QStringList words;
    for (int device = 0; device < hits.devices(); ++device) {
        for (const Hit& hit : hits.of(device)) {
            const std::string at = '@' + std::to_string(device);
            if (hits.subject() == Query::Subject::Bubbles) {
                words << QString::fromStdString(timeNumber(hit.begin, TimeUnit::Slots) + '-'
                    + timeNumber(hit.end, TimeUnit::Slots) + at);
                continue;
            }
            const PackedOperation operation = run.schedule.operations()[hit.index];
            words << QString::fromStdString(
                operationLetter(operation.kind()) + std::to_string(operation.unit()) + at);
        }
    }
    return words.join(u' ');
}

} // namespace

class TestQuery : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }
    void finds_data();
    void finds();
    void refuses_data();
    void refuses();
    void halvesOfPairsAreFoundInTheirBar();
    void findsStepsOfTheOptimizer();
    void unitsAreThoseOfThePlan();
    void excerptsAreSearchedByTrueNumbers();
    void causesAreThoseOfIdleTime();
    void hitsAreWalkedInTime();
};

void TestQuery::finds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("found");
    // 1F1B, P = 2, M = 3: device 0 waits from 2 to 4 and from 9 to 10, device 1 until 1 and
    // from 10.
    QTest::newRow("a micro-batch") << "F2"
                                   << "F2@0 F2@1";
    QTest::newRow("in small letters") << "b1"
                                      << "B1@0 B1@1";
    QTest::newRow("an action") << "1F0"
                               << "F0@1";
    QTest::newRow("a letter and a device") << "F device 1"
                                           << "F0@1 F1@1 F2@1";
    QTest::newRow("a stage and a micro-batch") << "stage 0 mb 2"
                                               << "F2@0 B2@0";
    QTest::newRow("another word for it") << "  microbatch 2   STAGE 0 "
                                         << "F2@0 B2@0";
    QTest::newRow("by length") << "length > 1 device 0"
                               << "B0@0 B1@0 B2@0";
    QTest::newRow("none of that name") << "F7"
                                       << "";
    QTest::newRow("no such kind") << "W"
                                  << "";
    QTest::newRow("a chunk") << "chunk 0 F1"
                             << "F1@0 F1@1";
    QTest::newRow("no such chunk") << "chunk 1"
                                   << "";
    QTest::newRow("slices without any") << "F1.0"
                                        << "F1@0 F1@1";
    QTest::newRow("bubbles") << "bubble"
                             << "2-4@0 9-10@0 0-1@1 10-12@1";
    QTest::newRow("long ones") << "bubble >= 2"
                               << "2-4@0 10-12@1";
    QTest::newRow("longer ones") << "bubble > 2"
                                 << "";
    QTest::newRow("short ones, without spaces") << "bubble<2"
                                                << "9-10@0 0-1@1";
    QTest::newRow("just so long") << "idle = 1"
                                  << "9-10@0 0-1@1";
    QTest::newRow("by share") << "bubble > 10% device 1"
                              << "10-12@1";
    QTest::newRow("by share, apart") << "bubble <= 8.4 %"
                                     << "9-10@0 0-1@1";
    QTest::newRow("warm-up") << "wait warm-up"
                             << "0-1@1";
    QTest::newRow("drain") << "wait drain"
                           << "10-12@1";
    QTest::newRow("dependency") << "wait Dependency"
                                << "2-4@0 9-10@0";
    QTest::newRow("message") << "wait message"
                             << "";
}

void TestQuery::finds()
{
    QFETCH(QString, text);
    const Result<Run> done = run(test::planOf(ScheduleKind::OneFOneB, 2, 3));
    QVERIFY(done);
    QTEST(wordsOf(*done, hitsIn(*done, text.toStdString())), "found");
}

void TestQuery::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("sentence");
    const auto noSearch = [](const char* text) {
        return QStringLiteral(
            "The search is “%1”; it must be one of F12, 0F3, F3.1, stage 3, device 2, mb "
            "5, chunk 1, slice 0, length > 2; or bubble, bubble > 5, bubble > 10%, wait "
            "message, device 2.")
            .arg(QLatin1String(text));
    };
    QTest::newRow("a word") << "foo" << noSearch("foo");
    QTest::newRow("two stages") << "stage 2 stage 3" << noSearch("stage 2 stage");
    QTest::newRow("two stages, one of an action") << "stage 2 0F3" << noSearch("stage 2 0F3");
    QTest::newRow("two micro-batches") << "mb 1 F2" << noSearch("mb 1 F2");
    QTest::newRow("two lengths") << "bubble > 1 length < 5" << noSearch("length length");
    QTest::newRow("two causes") << "wait drain wait message" << noSearch("wait wait");
    QTest::newRow("more than all") << "bubble > 100.1%"
                                   << "bubble is 100.1%; it must be from 0% to 100%.";
    QTest::newRow("real time in a plan of slots")
        << "bubble > 5ms"
        << "bubble is in ms, but unit is in slots; give all times in slots or all in real time.";
    QTest::newRow("a number") << "12" << noSearch("12");
    QTest::newRow("too much") << "F12x" << noSearch("F12x");
    QTest::newRow("a long number") << "F12345678901" << noSearch("F12345678901");
    QTest::newRow("both") << "F2 bubble" << noSearch("F2 bubble");
    QTest::newRow("twice") << "F2 B3" << noSearch("F2 B3");
    QTest::newRow("a stage without") << "stage"
                                     << "stage is “”, which is not a number.";
    QTest::newRow("a stage of words") << "stage two"
                                      << "stage is “two”, which is not a number.";
    QTest::newRow("half a comparison") << "bubble >"
                                       << "bubble is “>”; it must be one of bubble > 5.";
    QTest::newRow("a wrong sign") << "bubble <> 5"
                                  << "bubble is “<>”; it must be one of >, >=, <, <=, =.";
    QTest::newRow("a wrong length") << "bubble > x"
                                    << "bubble is “x”, which is not a number.";
    QTest::newRow("too large a share") << "bubble > 200%"
                                       << "bubble is 200%; it must be from 0% to 100%.";
    QTest::newRow("an unknown cause")
        << "wait coffee"
        << "wait is “coffee”; it must be one of warm-up, drain, message, dependency, imbalance.";
}

void TestQuery::refuses()
{
    QFETCH(QString, text);
    const Result<Query> query = parseQuery(text.toStdString(), TimeUnit::Slots);
    QVERIFY(!query);
    QTEST(QString::fromStdString(sentence(query.error())), "sentence");
}

void TestQuery::halvesOfPairsAreFoundInTheirBar()
{
    const Result<Run> done = run(test::planOf(ScheduleKind::DualPipe, 4, 16));
    QVERIFY(done);
    const Hits backwards = hitsIn(*done, "B");
    bool paired = false;
    for (int device = 0; device < backwards.devices(); ++device) {
        for (const Hit& hit : backwards.of(device)) {
            const OperationKind kind = done->schedule.operations()[hit.index].kind();
            QVERIFY(kind == OperationKind::Backward || kind == OperationKind::Pair);
            QVERIFY(hit.begin < hit.end);
            paired = paired || kind == OperationKind::Pair;
        }
    }
    QVERIFY(paired);
}

void TestQuery::findsStepsOfTheOptimizer()
{
    Plan plan = test::planOf(ScheduleKind::GPipe, 2, 2);
    plan.optimizer = slotTime(1);
    const Result<Run> done = run(plan);
    QCOMPARE(hitsIn(*done, "O").size(), std::size_t {2});
    QCOMPARE(hitsIn(*done, "O1").size(), std::size_t {0});
}

void TestQuery::unitsAreThoseOfThePlan()
{
    const Result<Query> bare = parseQuery("bubble > 5", TimeUnit::Milliseconds);
    QVERIFY(bare->length->time == std::chrono::milliseconds(5));
    const Result<Query> own = parseQuery("bubble > 5us", TimeUnit::Milliseconds);
    QVERIFY(own->length->time == std::chrono::microseconds(5));
    const Result<Query> apart = parseQuery("bubble > 5 us", TimeUnit::Seconds);
    QVERIFY(apart->length->time == std::chrono::microseconds(5));
}

/// Where a part of the run is left out, passes are found by the numbers that their bars bear.
void TestQuery::excerptsAreSearchedByTrueNumbers()
{
    const Result<Run> done = run(test::planOf(ScheduleKind::OneFOneB, 2, 1'000'000'000));
    QVERIFY(done->excerpt.has_value());
    QCOMPARE(hitsIn(*done, "F0").size(), std::size_t {2});
    QCOMPARE(hitsIn(*done, "B999999999").size(), std::size_t {2});
    QCOMPARE(hitsIn(*done, "F500000000").size(), std::size_t {0});
    // Of three billion slots none waits for a thousandth.
    QCOMPARE(hitsIn(*done, "bubble > 0.1%").size(), std::size_t {0});
}

void TestQuery::causesAreThoseOfIdleTime()
{
    Plan plan = test::planOf(ScheduleKind::GPipe, 2, 2);
    plan.link.latency = slotTime(2);
    const Result<Run> done = run(plan);
    QCOMPARE(wordsOf(*done, hitsIn(*done, "wait message device 0")), QStringLiteral("2-9@0"));
}

void TestQuery::hitsAreWalkedInTime()
{
    const Result<Run> done = run(test::planOf(ScheduleKind::OneFOneB, 4, 8));
    const Hits hits = hitsIn(*done, "F3");
    QCOMPARE(hits.size(), std::size_t {4});
    Duration when(-1);
    int device = 0;
    for (int i = 0; i < 4; ++i) {
        const auto hit = hits.beside(when, device, 1);
        QVERIFY(hit);
        QCOMPARE(hit->device, i);
        QCOMPARE(hits.ordinal(*hit), static_cast<std::size_t>(i + 1));
        when = hit->begin;
        device = hit->device;
    }
    // On from the last comes the first, and back from there the last.
    QCOMPARE(hits.beside(when, device, 1)->device, 0);
    QCOMPARE(hits.beside(slotTime(3), 0, -1)->device, 3);
    QCOMPARE(hits.beside(when, device, -1)->device, 2);
    QVERIFY(!hitsIn(*done, "F9").beside(when, device, 1));
}

QTEST_APPLESS_MAIN(TestQuery)
#include "tst_query.moc"
