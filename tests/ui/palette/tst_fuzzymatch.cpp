// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/failonwarning.h"
#include "ui/palette/fuzzymatch.h"
#include "ui/palette/palettemodel.h"

#include <QTest>

using namespace pipegantt;
using namespace Qt::StringLiterals;

class tst_fuzzymatch : public QObject
{
    Q_OBJECT

    static QStringList titles(const PaletteModel& model)
    {
        QStringList all;
        for (int i = 0; i < model.rowCount(); ++i)
            all += model.command(i).title;
        return all;
    }

    static PaletteCommand command(const QString& title, const QStringList& also = {})
    {
        return {.id = title,
            .title = title,
            .group = {},
            .also = also,
            .words = {},
            .keys = {},
            .reason = {},
            .run = {}};
    }

private slots:
    void init() { test::failOnWarning(); }

    void findsLetters_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QList<qsizetype>>("places");
        QTest::newRow("beginning") << u"zoo"_s << u"Zoom in"_s << QList<qsizetype> {0, 1, 2};
        QTest::newRow("initials") << u"zi"_s << u"Zoom in"_s << QList<qsizetype> {0, 5};
        QTest::newRow("hyphen") << u"zbv"_s << u"Switch to ZB-V"_s << QList<qsizetype> {10, 11, 13};
        QTest::newRow("later word") << u"in"_s << u"Find it in"_s << QList<qsizetype> {8, 9};
        QTest::newRow("Chinese") << u"缩大"_s << u"放缩得更大"_s << QList<qsizetype> {1, 4};
        QTest::newRow("wrong order") << u"iz"_s << u"Zoom in"_s << QList<qsizetype> {};
        QTest::newRow("missing") << u"zx"_s << u"Zoom in"_s << QList<qsizetype> {};
    }

    void findsLetters()
    {
        QFETCH(QString, word);
        QFETCH(QString, text);
        QFETCH(QList<qsizetype>, places);
        const auto match = fuzzyMatch(word, text);
        QCOMPARE(match.has_value(), !places.isEmpty());
        if (match)
            QCOMPARE(QList<qsizetype>(match->places.begin(), match->places.end()), places);
    }

    void foldsWords()
    {
        QCOMPARE(foldedWord(u"ZB-V"_s), u"zbv"_s);
        QCOMPARE(foldedWord(u"…&"_s), QString());
    }

    void ranks()
    {
        PaletteModel model;
        model.setCommands({command(u"Save as"_s), command(u"Select the stage above"_s),
                              command(u"Save"_s), command(u"存储"_s, {u"Save all"_s})},
            {});
        QCOMPARE(titles(model).size(), 4);
        model.search(u"save"_s);
        QCOMPARE(titles(model),
            (QStringList {u"Save as"_s, u"Save"_s, u"存储"_s, u"Select the stage above"_s}));
        QCOMPARE(model.row(2).also, u"Save all"_s);
        model.search(u"as save"_s);
        QCOMPARE(titles(model).first(), u"Save as"_s);
        model.search(u"nothing like it"_s);
        QCOMPARE(model.rowCount(), 0);
    }

    void recentComeFirst()
    {
        PaletteModel model;
        model.setCommands({command(u"a"_s), command(u"b"_s), command(u"c"_s)}, {u"c"_s, u"b"_s});
        QCOMPARE(titles(model), (QStringList {u"c"_s, u"b"_s, u"a"_s}));
    }
};

QTEST_MAIN(tst_fuzzymatch)
#include "tst_fuzzymatch.moc"
