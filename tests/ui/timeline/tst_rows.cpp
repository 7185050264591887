// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/failonwarning.h"
#include "ui/timeline/rows.h"

#include <QTest>

#include <vector>

using pipegantt::Rows;

class RowsTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { pipegantt::test::failOnWarning(); }

    void shareTheHeight_data()
    {
        QTest::addColumn<int>("devices");
        QTest::addColumn<int>("height");
        QTest::newRow("one") << 1 << 60;
        QTest::newRow("four") << 4 << 263;
        QTest::newRow("a pixel each") << 64 << 64;
        QTest::newRow("not a pixel each") << 1024 << 333;
        QTest::newRow("one pixel for all") << 7 << 1;
    }

    void shareTheHeight()
    {
        QFETCH(int, devices);
        QFETCH(int, height);
        const Rows rows {devices, height};
        int before = 0;
        for (int device = 0; device < devices; ++device) {
            const Rows::Band band = rows.band(device);
            QVERIFY(band.top >= before);
            QVERIFY(band.height() >= 1);
            QVERIFY(band.bottom <= height);
            before = devices <= height ? band.bottom : band.top;
        }
    }

    void findTheDeviceAgain_data() { shareTheHeight_data(); }

    void findTheDeviceAgain()
    {
        QFETCH(int, devices);
        QFETCH(int, height);
        const Rows rows {devices, height};
        for (int y = 0; y < height; ++y) {
            const int device = rows.deviceAt(y);
            QVERIFY(rows.band(device).top <= y);
            if (device + 1 < devices)
                QVERIFY(rows.band(device + 1).top >= y);
            if (devices <= height && device + 1 < devices)
                QVERIFY(rows.band(device + 1).top > y);
        }
    }

    void sharedLinesAddUp_data() { shareTheHeight_data(); }

    // Every row has its part of the height, every line is full.
    void sharedLinesAddUp()
    {
        QFETCH(int, devices);
        QFETCH(int, height);
        const Rows rows {devices, height};
        std::vector<int> parts(static_cast<std::size_t>(devices), 0);
        for (int y = 0; y < height; ++y) {
            const Rows::Range range = rows.sharing(y);
            int line = 0;
            for (int device = range.first; device < range.last; ++device) {
                QVERIFY(rows.partOf(device, y) > 0);
                line += rows.partOf(device, y);
                parts[static_cast<std::size_t>(device)] += rows.partOf(device, y);
            }
            QCOMPARE(line, devices);
        }
        for (const int part : parts)
            QCOMPARE(part, height);
    }
};

QTEST_APPLESS_MAIN(RowsTest)
#include "tst_rows.moc"
