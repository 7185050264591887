// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/sentence.h"
#include "tests/support/failonwarning.h"

#include <QTest>

using namespace pipegantt;

class TestSentence : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }
    void fillsPlaceholders();
    void leavesPlaceholdersWithoutAFact();
    void everyCodeHasASentence();
    void namesValueAndRange();
};

void TestSentence::fillsPlaceholders()
{
    const std::string facts[] = {"a", "b"};
    QCOMPARE(fillPlaceholders("%2 after %1, 100 %", facts), std::string("b after a, 100 %"));
}

void TestSentence::leavesPlaceholdersWithoutAFact()
{
    const std::string facts[] = {"%2"};
    QCOMPARE(fillPlaceholders("%1 %3", facts), std::string("%2 %3"));
}

void TestSentence::everyCodeHasASentence()
{
    for (int code = 0; code < static_cast<int>(ErrorCode::BadCommandLine); ++code) {
        const std::string_view text = sentenceTemplate(static_cast<ErrorCode>(code));
        QVERIFY2(text.size() > 12, text.data());
        QVERIFY2(text.ends_with('.'), text.data());
        QVERIFY2(text.find("%1") != std::string_view::npos, text.data());
    }
}

void TestSentence::namesValueAndRange()
{
    const Error error {ErrorCode::OutOfRange, {"stages", "0", "1", "1024"}};
    QCOMPARE(sentence(error), std::string("stages is 0; it must be from 1 to 1024."));
    QVERIFY(category(error.code) == ErrorCategory::Invalid);
}

QTEST_APPLESS_MAIN(TestSentence)
#include "tst_sentence.moc"
