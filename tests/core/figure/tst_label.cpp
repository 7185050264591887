// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/figure/hatch.h"
#include "core/figure/label.h"
#include "tests/support/failonwarning.h"

#include <QTest>

using namespace pipegantt;

class TestLabel : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }

    void digitsAreTabular()
    {
        for (const FontWeight weight : {FontWeight::Regular, FontWeight::Bold}) {
            for (char32_t digit = U'0'; digit <= U'9'; ++digit)
                QCOMPARE(advance(digit, weight), advance(U'0', weight));
        }
        QCOMPARE(textWidth("117", 10), 3 * 10 * advance(U'0', FontWeight::Regular));
    }

    void chineseIsAsWideAsHigh() { QCOMPARE(textWidth("气泡率", 8), 24.0); }

    void brokenTextHasAWidth()
    {
        QVERIFY(textWidth("\xff\xfe", 8) > 0);
        QVERIFY(textWidth("\xe6\xb0", 8) > 0);
        QCOMPARE(textWidth("", 8), 0.0);
    }

    void labelFitsWhereItsWidthDoes()
    {
        const double width = textWidth("12", 8, FontWeight::Bold);
        QVERIFY(labelFits("12", 8, FontWeight::Bold, width + 1, 10));
        QVERIFY(!labelFits("12", 8, FontWeight::Bold, width, 10));
        QVERIFY(!labelFits("12", 8, FontWeight::Bold, width + 1, 8));
    }

    void rowsAreLabelledAsTheyHaveRoom_data()
    {
        QTest::addColumn<double>("pitch");
        QTest::addColumn<int>("every");
        QTest::newRow("high rows") << 24.0 << 1;
        QTest::newRow("just enough") << 10.0 << 1;
        QTest::newRow("half") << 5.0 << 2;
        QTest::newRow("fifth") << 2.5 << 5;
        QTest::newRow("fine") << 0.5 << 20;
        QTest::newRow("finer") << 0.12 << 100;
    }
    void rowsAreLabelledAsTheyHaveRoom()
    {
        QFETCH(double, pitch);
        QFETCH(int, every);
        QCOMPARE(labelEvery(pitch, 8), every);
    }

    void hatchStaysInside()
    {
        const PageRect area {13.3, 7.7, 21.9, 9.1, {}, 0};
        const auto lines = hatchLines(area, 4);
        QVERIFY(lines.size() >= 7);
        for (const PageSegment& line : lines) {
            QVERIFY(line.x1 >= area.x && line.x2 <= area.x + area.width);
            QVERIFY(line.y2 >= area.y - 1e-9 && line.y1 <= area.y + area.height + 1e-9);
            QVERIFY(line.x1 < line.x2 && line.y1 > line.y2);
        }
    }

    void hatchGoesOnInTheNeighbour()
    {
        const auto whole = hatchLines({0, 0, 40, 10, {}, 0}, 4);
        const auto left = hatchLines({0, 0, 17, 10, {}, 0}, 4);
        const auto right = hatchLines({17, 0, 23, 10, {}, 0}, 4);
        double wholeLength = 0;
        double partLength = 0;
        for (const PageSegment& line : whole)
            wholeLength += line.x2 - line.x1;
        for (const auto& part : {left, right}) {
            for (const PageSegment& line : part)
                partLength += line.x2 - line.x1;
        }
        QCOMPARE(partLength, wholeLength);
    }
};

QTEST_APPLESS_MAIN(TestLabel)
#include "tst_label.moc"
