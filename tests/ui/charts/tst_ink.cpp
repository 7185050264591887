// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/failonwarning.h"
#include "ui/charts/ink.h"
#include "ui/theme/theme.h"

#include <QTest>

using namespace pipegantt;

class TestInk : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }
    void everyInkOfEachThemeIsLegible_data();
    void everyInkOfEachThemeIsLegible();
    void aLegibleInkStays();
};

namespace {

Color coreColor(const QColor& color)
{
    return {static_cast<std::uint8_t>(color.red()), static_cast<std::uint8_t>(color.green()),
        static_cast<std::uint8_t>(color.blue())};
}

} // namespace

void TestInk::everyInkOfEachThemeIsLegible_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TestInk::everyInkOfEachThemeIsLegible()
{
    QFETCH(bool, dark);
    const Theme& theme = dark ? darkTheme() : lightTheme();
    for (const Color fill : theme.look->fills) {
        for (const QColor& ground : {theme.card, theme.window, theme.notice}) {
            const QColor ink = legibleInk(inkColor(fill), ground, theme.text);
            QVERIFY(contrast(coreColor(ink), coreColor(ground)) >= 4.5);
        }
    }
}

void TestInk::aLegibleInkStays()
{
    const Theme& theme = lightTheme();
    QCOMPARE(legibleInk(theme.text, theme.card, theme.accent), theme.text);
}

QTEST_APPLESS_MAIN(TestInk)
#include "tst_ink.moc"
