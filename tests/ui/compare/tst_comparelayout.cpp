// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/failonwarning.h"
#include "ui/compare/comparelayout.h"

#include <QTest>

#include <cmath>

using namespace pipegantt;

class CompareLayoutTest : public QObject
{
    Q_OBJECT

    static CompareNeeds needsOf(Arrangement arrangement, std::vector<int> devices, double ratio = 1)
    {
        return {arrangement, std::move(devices), 60, 16, ratio, {}};
    }

private slots:
    void init() { test::failOnWarning(); }

    void sharesTheAxis_data()
    {
        QTest::addColumn<int>("arrangement");
        QTest::addColumn<double>("ratio");
        for (const double ratio : {1.0, 1.25, 1.5, 2.0}) {
            for (const int arrangement : {0, 1, 2})
                QTest::addRow("%d at %g", arrangement, ratio) << arrangement << ratio;
        }
    }
    void sharesTheAxis()
    {
        QFETCH(int, arrangement);
        QFETCH(double, ratio);
        const CompareLayout layout = layOutComparison(
            {701, 333}, needsOf(static_cast<Arrangement>(arrangement), {4, 8}, ratio));
        QCOMPARE(layout.panes.size(), std::size_t {2});
        for (const CompareLayout::Pane& pane : layout.panes) {
            QCOMPARE(pane.chart.bars.left(), layout.frame.bars.left());
            QCOMPARE(pane.chart.bars.width(), layout.frame.bars.width());
            // On whole device pixels, so that pictures are drawn one to one.
            const double top = pane.chart.bars.top() * ratio;
            QVERIFY(std::abs(top - std::round(top)) < 1e-6);
            QVERIFY(pane.chart.bars.bottom() <= 333);
            QCOMPARE(pane.chart.rows.heightPx,
                static_cast<int>(std::lround(pane.chart.bars.height() * ratio)));
        }
        // Rows are equally high in all plans.
        QCOMPARE(layout.panes[0].chart.rows.pitch(), layout.panes[1].chart.rows.pitch());
    }

    void keepsTheAxisOfAChart()
    {
        CompareNeeds needs = needsOf(Arrangement::Stacked, {4});
        needs.axis = QRectF(77, 30, 512, 100);
        const CompareLayout layout = layOutComparison({701, 200}, needs);
        QCOMPARE(layout.panes[0].chart.bars.left(), 77.0);
        QCOMPARE(layout.panes[0].chart.bars.width(), 512.0);
    }

    void stacksOneOverTheOther()
    {
        const CompareLayout layout =
            layOutComparison({700, 300}, needsOf(Arrangement::Stacked, {4, 2, 4}));
        for (std::size_t i = 1; i < 3; ++i) {
            QVERIFY(layout.panes[i].title.top() >= layout.panes[i - 1].chart.bars.bottom());
            QVERIFY(layout.panes[i].chart.bars.top() >= layout.panes[i].title.bottom());
        }
        const QPointF there = layout.row(1, 1).center();
        QCOMPARE(layout.at(there, 0), std::optional(CompareLayout::Spot {1, 1}));
        QVERIFY(!layout.at({there.x(), layout.panes[1].title.center().y()}, 0));
    }

    void overlaysTheRowsOfADevice()
    {
        const CompareLayout layout =
            layOutComparison({700, 300}, needsOf(Arrangement::Overlaid, {4, 8, 4}));
        QVERIFY(!layout.tooThin);
        for (int device = 0; device < 4; ++device) {
            const QRectF group = layout.frame.row(device);
            for (std::size_t plan = 0; plan < 3; ++plan) {
                const QRectF row = layout.row(plan, device);
                QVERIFY(row.top() >= group.top());
                if (plan > 0)
                    QVERIFY(row.top() >= layout.row(plan - 1, device).bottom());
                QVERIFY(row.bottom() <= layout.frame.bars.top()
                        + (device + 1) * layout.pitchPx / layout.devicePixelRatio);
                QCOMPARE(
                    layout.at(row.center(), 0), std::optional(CompareLayout::Spot {plan, device}));
            }
        }
        // Nothing is where a plan has no such device.
        QVERIFY(!layout.at({300, layout.row(1, 6).top() - 2}, 0));
    }

    void saysWhenRowsAreTooThin()
    {
        QVERIFY(layOutComparison({700, 300}, needsOf(Arrangement::Overlaid, {1024, 1024})).tooThin);
        QVERIFY(!layOutComparison({700, 300}, needsOf(Arrangement::Wipe, {1024, 1024})).tooThin);
    }

    void wipesAtTheLine()
    {
        const CompareLayout layout =
            layOutComparison({700, 300}, needsOf(Arrangement::Wipe, {4, 4}));
        const QRectF row = layout.row(0, 2);
        QCOMPARE(row, layout.row(1, 2));
        QCOMPARE(layout.at(row.center(), row.center().x() + 1),
            std::optional(CompareLayout::Spot {0, 2}));
        QCOMPARE(layout.at(row.center(), row.center().x() - 1),
            std::optional(CompareLayout::Spot {1, 2}));
    }
};

QTEST_APPLESS_MAIN(CompareLayoutTest)
#include "tst_comparelayout.moc"
