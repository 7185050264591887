// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/figure/look.h"
#include "tests/support/failonwarning.h"

#include <QTest>

using namespace pipegantt;

class TestLook : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }

    void textIsReadable_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void textIsReadable()
    {
        QFETCH(bool, dark);
        constexpr double readable = 4.5;
        const Look& look = dark ? darkLook() : lightLook();
        for (const Color fill : look.fills)
            QVERIFY(contrast(inkOn(fill), fill) >= readable);
        QVERIFY(contrast(look.text, look.background) >= readable);
        QVERIFY(contrast(look.mutedText, look.background) >= readable);
        QVERIFY(contrast(look.limit, look.background) >= readable);
    }

    void barsStandOutFromBubbles_data() { textIsReadable_data(); }
    void barsStandOutFromBubbles()
    {
        QFETCH(bool, dark);
        const Look& look = dark ? darkLook() : lightLook();
        for (const Color fill : look.fills)
            QVERIFY(contrast(fill, look.bubble) >= 1.8);
        QVERIFY(contrast(look.hatch, look.bubble) >= 1.2);
        QVERIFY(
            contrast(look.fill(OperationKind::Forward), look.fill(OperationKind::Backward)) >= 2);
    }

    void barsKeepTheirColoursInTheDark()
    {
        QVERIFY(lightLook().fills == darkLook().fills);
        QCOMPARE(colorText(lightLook().fill(OperationKind::Forward)), std::string("#0072b2"));
        QCOMPARE(colorText(lightLook().fill(OperationKind::Backward)), std::string("#e69f00"));
        QCOMPARE(colorText(lightLook().fill(OperationKind::WeightGrad)), std::string("#009e73"));
    }

    void contrastIsThatOfTheStandard()
    {
        constexpr Color black {0, 0, 0};
        constexpr Color white {255, 255, 255};
        QCOMPARE(contrast(black, white), 21.0);
        QCOMPARE(contrast(white, white), 1.0);
        // The lightest grey that passes on white.
        constexpr Color grey {0x76, 0x76, 0x76};
        QVERIFY(contrast(grey, white) > 4.5 && contrast(grey, white) < 4.6);
        QCOMPARE(inkOn(black), white);
        QCOMPARE(inkOn(white), black);
        QCOMPARE(white.argb(), 0xffffffffU);
    }
};

QTEST_APPLESS_MAIN(TestLook)
#include "tst_look.moc"
