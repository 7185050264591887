// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gpu/device/devices.h"
#include "gpu/measure/check.h"
#include "tests/support/failonwarning.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <set>

using namespace pipegantt;

class TestCheck : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }

    /// Its products come out of another library than the definition's.
    void theCpuAgrees()
    {
        const auto device = openDevice("cpu", {});
        std::size_t told = 0;
        const auto results =
            checkDevice(**device, ElementType::Float32, [&told](const CheckedResult&) { ++told; });
        QVERIFY(results.has_value());
        QCOMPARE(told, results->size());
        std::set<StageTensor> tensors;
        for (const CheckedResult& result : *results) {
            QVERIFY2(result.agrees(),
                qPrintable(QString::fromStdString(result.stage + ' ' + result.passes)));
            // Adam takes the sign of a gradient that is 0 but for rounding, as that of a key's
            // bias.
            QVERIFY(result.tensor == StageTensor::Parameters || result.error < 1e-5);
            tensors.insert(result.tensor);
        }
        QCOMPARE(tensors.size(), std::size_t {5});
    }

    /// A plugin that answers each question with the same number is wrong in everything.
    void nonsenseDoesNotAgree()
    {
        const auto device = openDevice("cuda:0", FAKE_PLUGINS "/good.so");
        const auto results = checkDevice(**device, ElementType::Bfloat16);
        QVERIFY(results && results->size() > 30);
        for (const CheckedResult& result : *results) {
            QVERIFY(!result.agrees());
            QCOMPARE(result.limit, errorLimit(ElementType::Bfloat16));
        }
    }

    void noNumberDoesNotAgree()
    {
        CheckedResult result;
        result.limit = 1;
        result.error = std::numeric_limits<double>::quiet_NaN();
        QVERIFY(!result.agrees());
    }

    void aDeviceThatGoesAwayIsSaid()
    {
        const auto device = openDevice("cuda:0", FAKE_PLUGINS "/vanishing.so");
        const auto results = checkDevice(**device, ElementType::Float32);
        QVERIFY(!results);
        QCOMPARE(results.error().code, ErrorCode::DeviceFailed);
    }
};

QTEST_GUILESS_MAIN(TestCheck)
#include "tst_check.moc"
