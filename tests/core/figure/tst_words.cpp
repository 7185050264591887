// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/figure/words.h"
#include "tests/support/failonwarning.h"

#include <QTest>

using namespace pipegantt;

class TestWords : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }

    void languageIsFound_data()
    {
        QTest::addColumn<QByteArray>("language");
        QTest::addColumn<QByteArray>("bubble");
        QTest::newRow("en") << QByteArray("en") << QByteArray("bubble");
        QTest::newRow("en_US") << QByteArray("en_US") << QByteArray("bubble");
        QTest::newRow("zh") << QByteArray("zh") << QByteArray("气泡");
        QTest::newRow("zh_CN") << QByteArray("zh_CN") << QByteArray("气泡");
        QTest::newRow("zh-CN") << QByteArray("zh-CN") << QByteArray("气泡");
    }
    void languageIsFound()
    {
        QFETCH(QByteArray, language);
        QFETCH(QByteArray, bubble);
        const auto words = wordsFor(language.toStdString());
        QVERIFY(words.has_value());
        QCOMPARE(std::string(words->bubble), bubble.toStdString());
    }

    void otherLanguagesHaveNoWords()
    {
        for (const char* language : {"", "C", "de", "zh_TW", "english"})
            QVERIFY(!wordsFor(language).has_value());
    }

    void everyWordIsThere()
    {
        for (const FigureWords& words : {englishWords(), chineseWords()}) {
            for (const std::string_view word : {words.languageTag, words.forward, words.backward,
                     words.inputGrad, words.weightGrad, words.bubble, words.device, words.slotUnit,
                     words.stages, words.microbatches, words.description, words.mixed,
                     words.textbook, words.stage, words.chunk, words.chunks, words.slice,
                     words.slices, words.secondDirection, words.pair, words.recompute,
                     words.optimizerStep, words.unevenStages, words.hopLatency, words.partialGroup,
                     words.conditions, words.exactIf, words.noFormula})
                QVERIFY(!word.empty());
            QCOMPARE(kindWord(words, OperationKind::WeightGrad), words.weightGrad);
        }
    }
};

QTEST_APPLESS_MAIN(TestWords)
#include "tst_words.moc"
