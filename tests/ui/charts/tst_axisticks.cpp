// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/charts/axisticks.h"

#include <QTest>

using namespace pipegantt;

class TestAxisTicks : public QObject
{
    Q_OBJECT

private slots:
    void levelsTellAScale_data();
    void levelsTellAScale();
};

void TestAxisTicks::levelsTellAScale_data()
{
    QTest::addColumn<double>("top");
    QTest::addColumn<double>("rows");
    QTest::addColumn<double>("step");
    QTest::newRow("7.7 GB in a low chart") << 9.4e9 << 1.0 << 2e9;
    QTest::newRow("7.7 GB in two rows") << 9.4e9 << 2.0 << 2e9;
    QTest::newRow("just above ten") << 10.5e9 << 1.0 << 5e9;
    QTest::newRow("twice a power") << 2e9 << 0.3 << 1e9;
    QTest::newRow("a high chart") << 9.4e9 << 10.0 << 1e9;
    QTest::newRow("whole numbers alone") << 1.22 << 4.0 << 1.0;
}

void TestAxisTicks::levelsTellAScale()
{
    QFETCH(double, top);
    QFETCH(double, rows);
    QFETCH(double, step);
    QCOMPARE(levelStep(top, rows), step);
}

QTEST_APPLESS_MAIN(TestAxisTicks)
#include "tst_axisticks.moc"
