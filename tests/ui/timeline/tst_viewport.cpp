// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/failonwarning.h"
#include "ui/timeline/viewport.h"

#include <QSignalSpy>
#include <QTest>

using pipegantt::Duration;
using pipegantt::TimeScale;
using pipegantt::Viewport;

class ViewportTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { pipegantt::test::failOnWarning(); }

    void aFittedViewStaysFitted()
    {
        Viewport viewport;
        viewport.setWidth(100);
        viewport.setLimits(Duration(1000), Duration(10));
        QCOMPARE(viewport.scale(), TimeScale(Duration(0), Duration(1000), 100));
        viewport.setLimits(Duration(500), Duration(10));
        viewport.setWidth(200);
        QCOMPARE(viewport.scale(), TimeScale(Duration(0), Duration(500), 200));
        QVERIFY(viewport.isFitted());
    }

    void aZoomedViewKeepsItsWindow()
    {
        Viewport viewport;
        viewport.setWidth(100);
        viewport.setLimits(Duration(1000), Duration(10));
        viewport.zoomAt(50, 2);
        const TimeScale zoomed(Duration(250), Duration(750), 100);
        QCOMPARE(viewport.scale(), zoomed);
        QVERIFY(!viewport.isFitted());
        viewport.setLimits(Duration(800), Duration(10));
        QCOMPARE(viewport.scale(), zoomed);
        viewport.setLimits(Duration(600), Duration(10));
        QCOMPARE(viewport.scale(), TimeScale(Duration(100), Duration(600), 100));
        viewport.setLimits(Duration(400), Duration(10));
        QVERIFY(viewport.isFitted());
    }

    void zoomEndsAtTheShortestWindowAndAtTheWhole()
    {
        Viewport viewport;
        viewport.setWidth(100);
        viewport.setLimits(Duration(1000), Duration(10));
        for (int i = 0; i < 100; ++i)
            viewport.zoomAt(0, 2);
        QCOMPARE(viewport.scale(), TimeScale(Duration(0), Duration(10), 100));
        for (int i = 0; i < 100; ++i)
            viewport.zoomAt(30, 0.5);
        QVERIFY(viewport.isFitted());
    }

    void revealsWithTheLeastMove()
    {
        Viewport viewport;
        viewport.setWidth(100);
        viewport.setLimits(Duration(1000), Duration(10));
        viewport.zoomAt(0, 10);
        viewport.reveal(Duration(20), Duration(90));
        QCOMPARE(viewport.scale().begin(), Duration(0));
        viewport.reveal(Duration(300), Duration(320));
        QVERIFY(viewport.scale().begin() <= Duration(300));
        QVERIFY(viewport.scale().end() >= Duration(320));
        QCOMPARE(viewport.scale().end() - viewport.scale().begin(), Duration(100));
        viewport.reveal(Duration(50), Duration(60));
        QVERIFY(viewport.scale().begin() <= Duration(50));
        QVERIFY(viewport.scale().end() >= Duration(60));
    }

    void glidesToTheSamePlaceAsItJumps()
    {
        Viewport viewport;
        viewport.setWidth(100);
        viewport.setLimits(Duration(1000), Duration(10));
        viewport.zoomAt(50, 4);
        const QSignalSpy changed(&viewport, &Viewport::changed);
        viewport.fit();
        QVERIFY(!viewport.isFitted());
        QTRY_VERIFY(viewport.isFitted());
        QVERIFY(changed.count() > 0);
    }
};

QTEST_GUILESS_MAIN(ViewportTest)
#include "tst_viewport.moc"
