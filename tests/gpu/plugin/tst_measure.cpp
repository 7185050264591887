// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/sentence.h"
#include "core/model/modelpreset.h"
#include "gpu/device/devices.h"
#include "gpu/measure/measure.h"
#include "tests/support/failonwarning.h"

#include <QRegularExpression>
#include <QTest>

#include <thread>

using namespace pipegantt;
using namespace Qt::StringLiterals;

namespace {

std::unique_ptr<StageDevice> fake(const char* name)
{
    return *openDevice("cuda:0", std::string(FAKE_PLUGINS "/") + name + ".so");
}

MeasureRequest request(std::vector<std::int64_t> sizes)
{
    MeasureRequest request;
    request.stage = {.model = *modelFromId("llama3-8b"), .layers = 2, .sequence = 512};
    request.sizes = std::move(sizes);
    request.ends = false;
    request.rounds = 3;
    return request;
}

constexpr std::chrono::milliseconds kMillisecond(1);

} // namespace

class TestMeasure : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }

    void mediansAndQuartiles()
    {
        const auto ns = [](int n) { return Duration(n); };
        QCOMPARE(passTime({ns(7)}), (PassTime {ns(7), ns(7), ns(7), 1}));
        QCOMPARE(passTime({ns(9), ns(1), ns(5)}), (PassTime {ns(5), ns(1), ns(9), 3}));
        QCOMPARE(passTime({ns(50), ns(10), ns(30), ns(20), ns(40)}),
            (PassTime {ns(30), ns(20), ns(40), 5}));
        QCOMPARE(passTime({ns(30), ns(20), ns(40), ns(30), ns(30)}).spread(), 0.);
    }

    /// The warm-up, twice as slow, leaves no trace.
    void timesEachPass()
    {
        const auto device = fake("good");
        const Result<Measured> measured = measure(*device, request({1, 4}));
        QVERIFY(measured && !measured->ended);
        const StageTimes& times = measured->times;
        QCOMPARE(times.device, "Fake GPU 0");
        QVERIFY(times.software.ends_with("fake driver 1.0"));
        QVERIFY(!times.machine.empty());
        static const QRegularExpression date(
            u"^20[0-9]{2}(-[0-9]{2}){2}T([0-9]{2}:){2}[0-9]{2}Z$"_s);
        QVERIFY(date.match(QString::fromStdString(times.date)).hasMatch());
        QCOMPARE(times.stage.element, ElementType::Bfloat16);
        QCOMPARE(times.sizes.size(), std::size_t {2});
        QCOMPARE(times.sizes[1].microbatch, 4);
        for (const StagePass pass : kStagePasses) {
            const PassTime& time = times.sizes[1].layers.of(pass);
            QCOMPARE(time.median, Duration(4 * (static_cast<int>(pass) + 1) * kMillisecond));
            QCOMPARE(time.samples, 3);
            QCOMPARE(time.spread(), 0.);
        }
        QCOMPARE(times.sizes[1].layers.saved, Bytes {4000});
        QVERIFY(!times.sizes[1].head);
    }

    void endsAreMeasuredApart()
    {
        const auto device = fake("good");
        MeasureRequest asked = request({2});
        asked.ends = true;
        const Result<Measured> measured = measure(*device, asked);
        QVERIFY(measured && measured->times.sizes.front().head);
        QVERIFY(measured->times.sizes.front().embedding.has_value());
    }

    void progressGoesFromNothingToAll()
    {
        const auto device = fake("good");
        std::vector<MeasureState> states;
        std::vector<std::size_t> kept;
        MeasureWatch watch;
        watch.progress = [&](const MeasureState& state) { states.push_back(state); };
        watch.kept = [&](const StageTimes& times) { kept.push_back(times.sizes.size()); };
        QVERIFY(measure(*device, request({1, 2, 8}), watch).has_value());
        QCOMPARE(states.size(), std::size_t {3 * 4});
        QCOMPARE(states.front().done, 0.);
        QVERIFY(!states.front().left);
        for (std::size_t i = 1; i < states.size(); ++i) {
            QVERIFY(states[i].done > states[i - 1].done && states[i].done < 1);
            QVERIFY(states[i].left && *states[i].left >= Duration::zero());
        }
        QCOMPARE(kept, (std::vector<std::size_t> {1, 2, 3}));
    }

    void aStopKeepsWhatIsDone()
    {
        const auto device = fake("good");
        std::stop_source stop;
        MeasureWatch watch;
        watch.stop = stop.get_token();
        watch.kept = [&](const StageTimes&) { stop.request_stop(); };
        const Result<Measured> measured = measure(*device, request({1, 2}), watch);
        QVERIFY(measured && measured->ended);
        QCOMPARE(measured->ended->code, ErrorCode::MeasurementStopped);
        QCOMPARE(measured->times.sizes.size(), std::size_t {1});
    }

    /// A pass that never ends by itself.
    void aStopEndsASlowPass()
    {
        const auto device = fake("slow");
        std::stop_source stop;
        MeasureWatch watch;
        watch.stop = stop.get_token();
        std::jthread later;
        watch.progress = [&](const MeasureState&) {
            later = std::jthread([&stop] { stop.request_stop(); });
        };
        const Result<Measured> measured = measure(*device, request({1}), watch);
        QVERIFY(measured && measured->ended);
        QCOMPARE(measured->ended->code, ErrorCode::MeasurementStopped);
        QVERIFY(measured->times.sizes.empty());
    }

    void aDeviceThatGoesAwayKeepsWhatIsDone()
    {
        const auto device = fake("vanishing");
        MeasureRequest asked = request({1, 2});
        asked.rounds = 1;
        const Result<Measured> measured = measure(*device, asked);
        QVERIFY(measured && measured->ended);
        QCOMPARE(sentence(*measured->ended), "Fake GPU 0 failed: fake reason 6.");
        QCOMPARE(measured->times.sizes.size(), std::size_t {1});
    }

    /// 40 GB are free, and nothing of it is allocated to find that out.
    void whatDoesNotFitIsSaidBefore_data()
    {
        QTest::addColumn<int>("layers");
        QTest::addColumn<QString>("said");
        QTest::newRow("too many samples") << 2 << u"A stage with micro-batches of 4096 needs "_s;
        QTest::newRow("too many layers") << 32 << u"A stage with micro-batches of 1 needs 1"_s;
    }
    void whatDoesNotFitIsSaidBefore()
    {
        QFETCH(int, layers);
        QFETCH(QString, said);
        const auto device = fake("outofmemory");
        MeasureRequest asked = request({1, 4096});
        asked.stage.layers = layers;
        const Result<Measured> measured = measure(*device, asked);
        QVERIFY(!measured);
        const QString words = QString::fromStdString(sentence(measured.error()));
        QVERIFY2(words.startsWith(said), qPrintable(words));
        QVERIFY2(words.contains(u"Fake GPU 0 has 40 GB free"_s), qPrintable(words));
        if (layers > 2)
            return;
        // And the largest that the sentence names does fit.
        static const QRegularExpression number(u"that fits is ([0-9]+)\\.$"_s);
        const std::int64_t most = number.match(words).captured(1).toLongLong();
        QVERIFY(most > 1);
        QCOMPARE(measure(*fake("good"), request({most})).has_value(), true);
        QCOMPARE(measure(*fake("good"), request({most + 1})).has_value(), false);
    }

    void aTypeThatTheDeviceLacksIsRefused()
    {
        const auto device = openDevice("cpu", {});
        MeasureRequest asked = request({1});
        asked.element = ElementType::Bfloat16;
        const Result<Measured> measured = measure(**device, asked);
        QVERIFY(!measured);
        QCOMPARE(sentence(measured.error()), "type is “bfloat16”; it must be one of float32.");
    }

    void theCpuMeasures()
    {
        const auto device = openDevice("cpu", {});
        MeasureRequest asked = request({1, 2});
        asked.stage = {.model = *modelFromId("gpt2-124m"), .layers = 1, .sequence = 8};
        asked.rounds = 1;
        const Result<Measured> measured = measure(**device, asked);
        QVERIFY(measured && !measured->ended);
        for (const SizeTimes& size : measured->times.sizes) {
            for (const StagePass pass : kStagePasses)
                QVERIFY(size.layers.of(pass).median > Duration::zero());
            QCOMPARE(size.layers.saved,
                stageMemory(stageOf(measured->times.stage, StagePart::Layers, size.microbatch))
                    .saved);
        }
    }
};

QTEST_GUILESS_MAIN(TestMeasure)
#include "tst_measure.moc"
