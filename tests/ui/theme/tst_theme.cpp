// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/failonwarning.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"
#include "ui/theme/themechoice.h"

#include <QFontInfo>
#include <QLabel>
#include <QRawFont>
#include <QTest>

using namespace pipegantt;
using namespace Qt::StringLiterals;

namespace {

double contrastOf(const QColor& a, const QColor& b)
{
    const auto core = [](const QColor& color) {
        return Color {static_cast<std::uint8_t>(color.red()),
            static_cast<std::uint8_t>(color.green()), static_cast<std::uint8_t>(color.blue())};
    };
    return contrast(core(a), core(b));
}

} // namespace

class tst_theme : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { loadBundledFonts(); }
    void init() { test::failOnWarning(); }

    void wordsStandOut_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }

    void wordsStandOut()
    {
        QFETCH(bool, dark);
        const Theme& theme = dark ? darkTheme() : lightTheme();
        QCOMPARE(theme.dark, dark);
        for (const QColor& ground :
            {theme.window, theme.panel, theme.card, theme.field, theme.notice}) {
            QVERIFY(contrastOf(theme.text, ground) >= 7);
            QVERIFY(contrastOf(theme.mutedText, ground) >= 4.5);
        }
        for (const QColor& ground : {theme.panel, theme.card})
            QVERIFY(contrastOf(theme.bad, ground) >= 4.5);
        QVERIFY(contrastOf(theme.accentText, theme.accent) >= 4.5);
        QVERIFY(contrastOf(theme.accent, theme.panel) >= 3);
    }

    void chineseIsSimplified()
    {
        // U+6D41 has another glyph in the Japanese form of the same font.
        const QFont font = uiFont(TypeStep::Body);
        QVERIFY(font.families().contains(u"Noto Sans CJK SC"_s));
        QVERIFY(QFontMetrics(font).inFontUcs4(0x6d41));
    }

    void latinIsBundled()
    {
        QCOMPARE(QFontInfo(uiFont(TypeStep::Body)).family(), u"Noto Sans"_s);
        QVERIFY(uiFont(TypeStep::Display).pointSizeF() > 2 * uiFont(TypeStep::Body).pointSizeF());
    }

    void choicesHaveNames()
    {
        for (const ThemeChoice choice :
            {ThemeChoice::System, ThemeChoice::Light, ThemeChoice::Dark})
            QCOMPARE(themeChoiceFromId(themeChoiceId(choice)), choice);
        QCOMPARE(themeChoiceFromId(u"purple"_s), ThemeChoice::System);
    }

    void styleSheetIsUnderstood()
    {
        // A sheet that cannot be parsed is a warning, and a forgotten colour a stray brace.
        for (const ThemeChoice choice : {ThemeChoice::Dark, ThemeChoice::Light}) {
            applyTheme(themeFor(choice));
            QLabel label(u"x"_s);
            label.ensurePolished();
            QCOMPARE(label.palette().color(QPalette::WindowText), themeFor(choice).text);
        }
    }

    void iconsAreThere()
    {
        for (const QString& name : {u"undo"_s, u"redo"_s, u"play"_s, u"pause"_s, u"stepback"_s,
                 u"stepforward"_s, u"fit"_s, u"theme"_s})
            QVERIFY2(!themedIcon(name, darkTheme()).isNull(), qPrintable(name));
        QVERIFY(!applicationIcon().pixmap(64, 64).isNull());
    }
};

QTEST_MAIN(tst_theme)
#include "tst_theme.moc"
