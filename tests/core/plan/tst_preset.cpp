// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/ratio.h"
#include "core/plan/preset.h"
#include "core/run/run.h"
#include "tests/support/failonwarning.h"

#include <QTest>

#include <algorithm>

using namespace pipegantt;

class TestPreset : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }
    void showsWhatTheNoteSays_data();
    void showsWhatTheNoteSays();
    void everyPresetIsListed();
    void activationsFollowThePublishedFormula();
};

void TestPreset::showsWhatTheNoteSays_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<QByteArray>("bubble");
    QTest::addColumn<int>("peakMicrobatches");
    QTest::addColumn<bool>("fits");
    QTest::newRow("one batch") << QByteArray("no-micro-batches") << QByteArray("75.0") << 1 << true;
    QTest::newRow("M=4") << QByteArray("four-micro-batches") << QByteArray("42.9") << 1 << true;
    QTest::newRow("M=16") << QByteArray("sixteen-micro-batches") << QByteArray("15.8") << 16
                          << true;
    QTest::newRow("M=8 GPipe") << QByteArray("gpt3-175b-m8-gpipe") << QByteArray("46.7") << 8
                               << true;
    QTest::newRow("M=8 1F1B") << QByteArray("gpt3-175b-m8-1f1b") << QByteArray("46.7") << 8 << true;
    QTest::newRow("M=32 GPipe") << QByteArray("gpt3-175b-m32-gpipe") << QByteArray("17.9") << 32
                                << true;
    QTest::newRow("M=32 1F1B") << QByteArray("gpt3-175b-m32-1f1b") << QByteArray("17.9") << 8
                               << true;
    QTest::newRow("M=128 GPipe") << QByteArray("gpt3-175b-m128-gpipe") << QByteArray("5.2") << 128
                                 << false;
    QTest::newRow("M=128 1F1B") << QByteArray("gpt3-175b-m128-1f1b") << QByteArray("5.2") << 8
                                << true;
}

void TestPreset::showsWhatTheNoteSays()
{
    QFETCH(QByteArray, id);
    QFETCH(int, peakMicrobatches);
    QFETCH(bool, fits);
    const auto preset = std::ranges::find(presets(), id.toStdString(), &Preset::id);
    QVERIFY(preset != presets().end());
    const Result<Run> done = run(preset->plan);
    QVERIFY(done.has_value());
    const Metrics& metrics = done->metrics;
    QTEST(QByteArray::fromStdString(percentNumber(metrics.bubbleRatio)), "bubble");
    QCOMPARE(metrics.devices[static_cast<std::size_t>(metrics.peakDevice)].peakHeldChunks,
        std::int64_t {peakMicrobatches});
    QCOMPARE(metrics.fits, fits);
}

void TestPreset::everyPresetIsListed()
{
    QCOMPARE(presets().size(), std::size_t {9});
    for (const Preset& preset : presets())
        QVERIFY(checkPlan(preset.plan).has_value());
}

void TestPreset::activationsFollowThePublishedFormula()
{
    // Korthikanti et al., Table 2, tensor and sequence parallel with selective recomputation:
    // 34 s b h / t bytes a layer.
    const auto preset = std::ranges::find(presets(), "gpt3-175b-m8-gpipe", &Preset::id);
    QCOMPARE(preset->plan.activation.value, std::int64_t {1'283'457'024});
}

QTEST_APPLESS_MAIN(TestPreset)
#include "tst_preset.moc"
