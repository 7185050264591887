// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gpu/device/devices.h"
#include "gpu/measure/check.h"
#include "gpu/plugin/plugin.h"
#include "tests/support/failonwarning.h"

#include <QTest>

using namespace pipegantt;

/// The plugin as it was built: on a machine without a GPU it says so, on one with a GPU it
/// computes.
class TestCudaPlugin : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }

    void itLoads()
    {
        const auto plugin = Plugin::load(CUDA_PLUGIN);
        QVERIFY2(plugin.has_value(), plugin ? "" : plugin.error().facts.front().c_str());
    }

    void itAgreesOrSaysWhatIsMissing()
    {
        const auto device = openDevice("cuda:0", CUDA_PLUGIN);
        if (!device) {
            const Error error = device.error();
            QVERIFY(error.code == ErrorCode::DriverMissing || error.code == ErrorCode::DriverTooOld
                || error.code == ErrorCode::DeviceTooOld || error.code == ErrorCode::DeviceUnknown);
            if (error.code == ErrorCode::DriverMissing)
                QCOMPARE(error.facts.front(), std::string("cudaGetDeviceCount finds none"));
            QSKIP("There is no GPU here that the plugin could run on.");
        }
        for (const ElementType element : (*device)->elements()) {
            const auto results = checkDevice(**device, element);
            QVERIFY(results.has_value());
            for (const CheckedResult& result : *results)
                QVERIFY2(result.agrees(), result.stage.c_str());
        }
    }
};

QTEST_GUILESS_MAIN(TestCudaPlugin)
#include "tst_cudaplugin.moc"
