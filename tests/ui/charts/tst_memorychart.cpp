// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/failonwarning.h"
#include "tests/support/plans.h"
#include "tests/support/pseudotranslator.h"
#include "ui/charts/memorychart.h"

#include <QTest>

#include <algorithm>

using namespace pipegantt;
using namespace Qt::StringLiterals;

class TestMemoryChart : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }
    void fewDevicesAreDrawnEach();
    void manyDevicesAreGathered();
    void theEnvelopeHoldsEveryDevice();
    void passingTheLimitIsSaid_data();
    void passingTheLimitIsSaid();
    void thePeakIsNamed();
    void linesAreNamedWhereThatHelps_data();
    void linesAreNamedWhereThatHelps();
    void theLanguageSwitches();
    void everyShapeIsPainted_data();
    void everyShapeIsPainted();
};

namespace {

std::shared_ptr<const Run> runOf(const Plan& plan)
{
    Result<Run> result = run(plan);
    return result ? std::make_shared<Run>(std::move(*result)) : nullptr;
}

Plan planOf(ScheduleKind kind, int stages, int microbatches)
{
    Plan plan = test::planOf(kind, stages, microbatches);
    plan.activation = Bytes {1'600'000'000};
    return plan;
}

} // namespace

void TestMemoryChart::fewDevicesAreDrawnEach()
{
    const auto run = runOf(planOf(ScheduleKind::OneFOneB, 4, 8));
    const MemoryTraces traces = memoryTraces(*run, 200);
    QCOMPARE(traces.devices.size(), std::size_t {4});
    for (int device = 0; device < 4; ++device) {
        const DeviceTrace& trace = traces.devices[static_cast<std::size_t>(device)];
        QCOMPARE(trace.device, device);
        QCOMPARE(std::ranges::max(trace.steps, {}, &MemoryStep::held).held.value,
            (4 - device) * run->plan.activation.value);
    }
}

void TestMemoryChart::manyDevicesAreGathered()
{
    const auto run = runOf(planOf(ScheduleKind::OneFOneB, 64, 512));
    const MemoryTraces traces = memoryTraces(*run, 200);
    QCOMPARE(traces.devices.size(), std::size_t {2});
    QCOMPARE(traces.devices[0].device, 0);
    QCOMPARE(traces.devices[1].device, 63);
    QCOMPARE(traces.envelope.size(), std::size_t {200});
    for (const DeviceTrace& trace : traces.devices)
        QVERIFY(trace.steps.size() <= 400);
}

void TestMemoryChart::theEnvelopeHoldsEveryDevice()
{
    const auto run = runOf(planOf(ScheduleKind::GPipe, 12, 40));
    const MemoryTraces traces = memoryTraces(*run, 300);
    const auto columnOf = [&run](Duration when) {
        return static_cast<std::size_t>(300 * static_cast<double>(when.count())
            / static_cast<double>(run->timeline.makespan.count()));
    };
    std::vector<MemoryStep> steps;
    for (int device = 0; device < 12; ++device) {
        memoryProfile(run->plan, run->schedule, run->timeline, device, 100'000, steps);
        for (const MemoryStep& step : steps) {
            const AmountRange& range =
                traces.envelope[std::min<std::size_t>(columnOf(step.when), 299)];
            QVERIFY(range.most >= step.held.value);
            QVERIFY(range.least <= step.held.value);
        }
    }
    QCOMPARE(std::ranges::max(traces.envelope, {}, &AmountRange::most).most,
        40 * run->plan.activation.value);
}

void TestMemoryChart::passingTheLimitIsSaid_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("over");
    QTest::newRow("gpipe") << static_cast<int>(ScheduleKind::GPipe)
                           << u"passed by 8 of 8 devices"_s;
    QTest::newRow("1f1b") << static_cast<int>(ScheduleKind::OneFOneB) << QString();
}

void TestMemoryChart::passingTheLimitIsSaid()
{
    QFETCH(int, kind);
    QFETCH(QString, over);
    Plan plan = planOf(static_cast<ScheduleKind>(kind), 8, 128);
    plan.memoryLimit = {MemoryLimit::Unit::Microbatches, 40};
    MemoryChart chart;
    chart.resize(520, 286);
    chart.setRun(runOf(plan));
    QTRY_VERIFY(!chart.traces().devices.empty());
    QCOMPARE(chart.limitLabel(), u"limit 40 micro-batches"_s);
    QCOMPARE(chart.overLabel(), over);
}

void TestMemoryChart::thePeakIsNamed()
{
    MemoryChart chart;
    chart.setRun(runOf(planOf(ScheduleKind::OneFOneB, 4, 8)));
    QTRY_COMPARE(chart.peakLabel(), u"peak 6.4 GB · device 0 · at 3 slots"_s);
    QVERIFY(chart.accessibleDescription().contains(u"6.4 GB"_s));
    QVERIFY(chart.limitLabel().isEmpty());
}

void TestMemoryChart::linesAreNamedWhereThatHelps_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("stages");
    QTest::addColumn<int>("microbatches");
    QTest::addColumn<std::vector<int>>("devices");
    const auto row = [](const char* name, ScheduleKind kind, int stages, int microbatches,
                         const std::vector<int>& devices) {
        QTest::newRow(name) << static_cast<int>(kind) << stages << microbatches << devices;
    };
    row("each at its own level", ScheduleKind::OneFOneB, 4, 8, {0, 1, 2, 3});
    row("all at one level", ScheduleKind::Naive, 4, 1, {0, 3});
    row("all at one high level", ScheduleKind::GPipe, 8, 32, {0, 7});
    row("gathered", ScheduleKind::OneFOneB, 16, 32, {0, 15});
    row("alone", ScheduleKind::GPipe, 1, 4, {0});
}

void TestMemoryChart::linesAreNamedWhereThatHelps()
{
    QFETCH(int, kind);
    QFETCH(int, stages);
    QFETCH(int, microbatches);
    QFETCH(std::vector<int>, devices);
    MemoryChart chart;
    chart.resize(520, 286);
    chart.setRun(runOf(planOf(static_cast<ScheduleKind>(kind), stages, microbatches)));
    QTRY_VERIFY(!chart.traces().devices.empty());
    chart.grab();
    QVERIFY(chart.labelledDevices() == devices);
    QCOMPARE(chart.subtitle().contains(u"range of"_s), stages > 8);
    const std::vector<QRectF> places = chart.labelPlaces();
    QCOMPARE(places.size(), devices.size() + 1);
    for (std::size_t i = 0; i < places.size(); ++i) {
        for (std::size_t other = 0; other < i; ++other)
            QVERIFY(!places[i].adjusted(-8, 0, 8, 0).intersects(places[other]));
    }
}

void TestMemoryChart::theLanguageSwitches()
{
    MemoryChart chart;
    chart.setRun(runOf(planOf(ScheduleKind::OneFOneB, 4, 8)));
    QTRY_VERIFY(!chart.peakLabel().isEmpty());
    const test::PseudoLanguage language;
    QCoreApplication::sendPostedEvents();
    QVERIFY(test::isPseudo(chart.title()));
    QVERIFY(test::isPseudo(chart.subtitle()));
    QVERIFY(test::isPseudo(chart.peakLabel()));
}

void TestMemoryChart::everyShapeIsPainted_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("stages");
    QTest::addColumn<int>("microbatches");
    QTest::addColumn<int>("limit");
    QTest::newRow("naive") << static_cast<int>(ScheduleKind::Naive) << 4 << 1 << 0;
    QTest::newRow("one stage") << static_cast<int>(ScheduleKind::GPipe) << 1 << 1 << 1;
    QTest::newRow("inference") << static_cast<int>(ScheduleKind::Inference) << 4 << 4 << 2;
    QTest::newRow("far limit") << static_cast<int>(ScheduleKind::OneFOneB) << 4 << 8 << 1000;
    QTest::newRow("many devices") << static_cast<int>(ScheduleKind::GPipe) << 40 << 80 << 30;
}

void TestMemoryChart::everyShapeIsPainted()
{
    QFETCH(int, kind);
    QFETCH(int, stages);
    QFETCH(int, microbatches);
    QFETCH(int, limit);
    Plan plan = planOf(static_cast<ScheduleKind>(kind), stages, microbatches);
    if (limit > 0)
        plan.memoryLimit = {MemoryLimit::Unit::Microbatches, limit};
    MemoryChart chart;
    chart.resize(260, 190);
    const QImage empty = chart.grab().toImage();
    chart.setRun(runOf(plan));
    QTRY_VERIFY(!chart.traces().devices.empty());
    chart.setPlayhead(unitDuration(TimeUnit::Slots));
    QTRY_VERIFY(chart.grab().toImage() != empty);
}

QTEST_MAIN(TestMemoryChart)
#include "tst_memorychart.moc"
