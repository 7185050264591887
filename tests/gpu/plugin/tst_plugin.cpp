// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/sentence.h"
#include "core/model/modelpreset.h"
#include "gpu/device/devices.h"
#include "tests/support/failonwarning.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace pipegantt;
using namespace Qt::StringLiterals;

namespace {

std::string fake(const char* name)
{
    return std::string(FAKE_PLUGINS "/") + name + ".so";
}

QString words(const Error& error)
{
    return QString::fromStdString(sentence(error));
}

StageShape someStage()
{
    return {.model = *modelFromId("llama3-8b"), .layers = 1, .microbatch = 2, .sequence = 16};
}

} // namespace

class TestPlugin : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }

    void aPluginIsADevice()
    {
        const auto device = openDevice("cuda:1", fake("good"));
        QVERIFY(device.has_value());
        QCOMPARE((*device)->name(), "Fake GPU 1");
        QCOMPARE((*device)->software(), "fake driver 1.0");
        QCOMPARE((*device)->freeMemory(), Bytes {40'000'000'000});
        const auto stage = (*device)->load(someStage());
        QVERIFY(stage.has_value());
        QCOMPARE((*stage)->memory().saved, Bytes {2000});
        const Result<Duration> took = (*stage)->run(StagePass::WeightGrad, {});
        QVERIFY(took.has_value());
        QCOMPARE(*took, std::chrono::milliseconds(2 * 2 * 3));
        QVERIFY(openDevice("cuda", fake("good")).has_value());
    }

    void whyThereIsNoDevice_data()
    {
        QTest::addColumn<QByteArray>("plugin");
        QTest::addColumn<QString>("said");
        const auto row = [](const char* plugin, const QString& said) {
            QTest::newRow(plugin) << QByteArray(plugin) << said;
        };
        row("nowhere", u"CUDA is not available: there is no plugin at /"_s);
        row("wrongversion", u"is of version 99; this program needs version 1."_s);
        row("incomplete", u"incomplete.so has no pipegantt_run_pass."_s);
        row("nodriver", u"the NVIDIA driver is not installed or does not run (fake reason 1)."_s);
        row("olddriver", u"the NVIDIA driver is too old (fake reason 2)."_s);
    }
    void whyThereIsNoDevice()
    {
        QFETCH(QByteArray, plugin);
        QFETCH(QString, said);
        const auto device = openDevice("cuda:0", fake(plugin.constData()));
        QVERIFY(!device);
        QVERIFY2(words(device.error()).contains(said), qPrintable(words(device.error())));
    }

    void aFileThatIsNoLibraryIsSaid()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"plugin.so"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("not a library");
        file.close();
        const auto device = openDevice("cuda:0", file.fileName().toStdString());
        QVERIFY(!device);
        QCOMPARE(device.error().code, ErrorCode::PluginUnloadable);
    }

    void otherDevices_data()
    {
        QTest::addColumn<QByteArray>("id");
        QTest::addColumn<QString>("said");
        QTest::newRow("beyond")
            << QByteArray("cuda:2")
            << u"device is “cuda:2”; the devices of this machine are cpu, cuda:0, cuda:1."_s;
        for (const char* id : {"gpu", "cuda:", "cuda:x", "cuda:1x", "cuda:-1", ""})
            QTest::addRow("“%s”", id)
                << QByteArray(id) << u"device is “%1”"_s.arg(QLatin1String(id));
    }
    void otherDevices()
    {
        QFETCH(QByteArray, id);
        QFETCH(QString, said);
        const auto device = openDevice(id.constData(), fake("good"));
        QVERIFY(!device);
        QVERIFY2(words(device.error()).startsWith(said), qPrintable(words(device.error())));
    }

    void whyAStageCannotBeLoaded_data()
    {
        QTest::addColumn<QByteArray>("plugin");
        QTest::addColumn<QString>("said");
        QTest::newRow("memory") << QByteArray("outofmemory")
                                << u"Fake GPU 0 ran out of memory: fake reason 4."_s;
        QTest::newRow("age") << QByteArray("olddevice")
                             << u"Fake GPU 0 is too old: fake reason 3."_s;
        QTest::newRow("fault") << QByteArray("failing") << u"Fake GPU 0 failed: fake reason 6."_s;
    }
    void whyAStageCannotBeLoaded()
    {
        QFETCH(QByteArray, plugin);
        QFETCH(QString, said);
        const auto device = openDevice("cuda:0", fake(plugin.constData()));
        QVERIFY(device.has_value());
        const auto stage = (*device)->load(someStage());
        QVERIFY(!stage);
        QVERIFY2(words(stage.error()).startsWith(said), qPrintable(words(stage.error())));
    }

    void theCpuIsAlwaysThere()
    {
        const auto device = openDevice("cpu", {});
        QVERIFY(device.has_value());
        QVERIFY(!(*device)->name().empty());
        QVERIFY((*device)->freeMemory() > Bytes {1'000'000});
        StageShape shape = someStage();
        shape.model = *modelFromId("gpt2-124m");
        const auto stage = (*device)->load(shape);
        QVERIFY(stage.has_value());
        QCOMPARE((*stage)->memory().weights, stageMemory(shape).weights);
        for (const StagePass pass : kStagePasses) {
            const Result<Duration> took = (*stage)->run(pass, {});
            QVERIFY(took && *took > Duration::zero());
        }
    }
};

QTEST_GUILESS_MAIN(TestPlugin)
#include "tst_plugin.moc"
