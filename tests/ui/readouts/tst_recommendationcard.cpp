// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/failonwarning.h"
#include "tests/support/plans.h"
#include "tests/support/pseudotranslator.h"
#include "ui/readouts/advice.h"
#include "ui/readouts/recommendationcard.h"
#include "ui/text/quantities.h"

#include <QAbstractButton>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

using namespace pipegantt;
using namespace Qt::StringLiterals;

class TestRecommendationCard : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }
    void adviceGivesItsReasons_data();
    void adviceGivesItsReasons();
    void applyGivesTheMicrobatches();
    void aPlanThatFollowsHasNoButton();
    void whatDoesNotFitGetsHelp();
    void costsAreShownOnRequest();
    void theLanguageSwitches();
    void noSentenceIsCut();
    void noNumberIsPartedFromItsPercent();
};

namespace {

Plan gpt3(ScheduleKind kind, int microbatches)
{
    Plan plan = test::planOf(kind, 8, microbatches);
    plan.memoryLimit = {MemoryLimit::Unit::Microbatches, 40};
    plan.globalBatch = 0;
    return plan;
}

} // namespace

void TestRecommendationCard::adviceGivesItsReasons_data()
{
    QTest::addColumn<Plan>("plan");
    QTest::addColumn<QString>("headline");
    QTest::addColumn<QStringList>("words");

    const Plan four = test::planOf(ScheduleKind::OneFOneB, 4, 8);
    QTest::newRow("the note's four stages")
        << four << u"Use M = 32"_s
        << QStringList {u"90 % efficiency needs 9(P−1) = 27."_s, u"global batch of 32 evenly"_s,
               u"4P = 16 (cautious), 8P = 32 (ideal)"_s, u"No memory limit is set."_s,
               u"A global batch of 32 then gives micro-batches of 1 sample."_s,
               u"32 / 8 = 4 samples"_s, u"2 to 4 samples up to four stages, 1 to 2 in deeper"_s,
               u"each stage runs 32 forward passes and 192 messages are sent"_s};

    Plan free = four;
    free.globalBatch = 0;
    QTest::newRow("no batch") << free << u"Use M = 27"_s << QStringList {u"The target decides."_s};

    Plan half = free;
    half.targetEfficiency = 50;
    QTest::newRow("half") << half << u"Use M = 3"_s
                          << QStringList {u"50 % efficiency needs P−1 = 3."_s};

    Plan high = free;
    high.targetEfficiency = 95;
    QTest::newRow("rule") << high << u"Use M = 32"_s
                          << QStringList {u"95 % efficiency needs 19(P−1) = 57."_s,
                                 u"beyond 8P = 32 there is little to gain"_s};

    QTest::newRow("memory bounds GPipe")
        << gpt3(ScheduleKind::GPipe, 128) << u"Use M = 40"_s
        << QStringList {u"memory decides"_s, u"Memory allows M ≤ 40."_s,
               u"GPipe keeps all 128 micro-batches; 1F1B keeps at most 8."_s};
    QTest::newRow("1F1B is free")
        << gpt3(ScheduleKind::OneFOneB, 128) << u"Use M = 63"_s
        << QStringList {u"Memory allows any M: 1F1B keeps at most P = 8 micro-batches."_s};

    Plan late = free;
    late.targetEfficiency = 80;
    late.link.latency = test::slotTime(1) / 10;
    const Recommendation found = recommend(late);
    QVERIFY(found.simulated && found.reachesTarget);
    QTest::newRow("latency")
        << late << u"Use M = %1"_s.arg(found.microbatches)
        << QStringList {
               u"Simulated with this latency and these stages, M = %1 gives %2; the formula says %3."_s
                   .arg(QString::number(found.microbatches), percentText(*found.simulated),
                       percentText(found.efficiency))};
    late.link.latency = test::slotTime(10);
    QVERIFY(!recommend(late).reachesTarget);
    QTest::newRow("too much latency")
        << late << u"Use M = 32"_s << QStringList {u"No M within the bounds reaches the target."_s};

    Plan naive = test::planOf(ScheduleKind::Naive, 4, 1);
    QTest::newRow("naive") << naive << u"M = 1 is what this plan uses already"_s
                           << QStringList {
                                  u"does not cut the batch, so M stays 1: 25.0 %."_s, u"25.0 %"_s};

    Plan one = test::planOf(ScheduleKind::GPipe, 1, 1);
    QTest::newRow("one stage") << one << u"M = 1 is what this plan uses already"_s
                               << QStringList {u"One stage has no bubble"_s};
}

void TestRecommendationCard::adviceGivesItsReasons()
{
    QFETCH(Plan, plan);
    QFETCH(QString, headline);
    QFETCH(QStringList, words);
    const Advice advice = Advice::of(plan);
    QCOMPARE(advice.headline, headline);
    const QString all = (advice.reasons + advice.costs).join(u'\n');
    for (const QString& word : words)
        QVERIFY2(all.contains(word), qPrintable(word + u" is not in:\n"_s + all));
    QVERIFY2(!all.contains(u"%1"_s), qPrintable(all));
}

void TestRecommendationCard::applyGivesTheMicrobatches()
{
    RecommendationCard card;
    card.setPlan(test::planOf(ScheduleKind::OneFOneB, 4, 8));
    QSignalSpy applied(&card, &RecommendationCard::applied);
    card.findChild<QAbstractButton*>(u"apply"_s)->click();
    QCOMPARE(applied.size(), 1);
    QCOMPARE(applied[0][0].toInt(), 32);
}

void TestRecommendationCard::aPlanThatFollowsHasNoButton()
{
    RecommendationCard card;
    card.setPlan(test::planOf(ScheduleKind::OneFOneB, 4, 32));
    QCOMPARE(
        card.findChild<QLabel*>(u"headline"_s)->text(), u"M = 32 is what this plan uses already"_s);
    QVERIFY(card.findChild<QAbstractButton*>(u"apply"_s)->isHidden());
    card.setPlan(test::planOf(ScheduleKind::OneFOneB, 4, 31));
    QVERIFY(!card.findChild<QAbstractButton*>(u"apply"_s)->isHidden());
}

void TestRecommendationCard::whatDoesNotFitGetsHelp()
{
    Plan plan = test::planOf(ScheduleKind::GPipe, 4, 8);
    plan.memoryLimit = {MemoryLimit::Unit::Bytes, 500'000'000};
    const Advice advice = Advice::of(plan);
    QCOMPARE(advice.headline, u"No number of micro-batches fits"_s);
    QCOMPARE(advice.microbatches, 0);
    QVERIFY(advice.reasons[0].contains(u"1 GB"_s));
    QVERIFY(advice.reasons[0].contains(u"500 MB"_s));
    QVERIFY(advice.reasons[1].startsWith(u"Raise the limit"_s));
}

void TestRecommendationCard::costsAreShownOnRequest()
{
    RecommendationCard card;
    card.setPlan(test::planOf(ScheduleKind::OneFOneB, 4, 8));
    auto* costs = card.findChild<QLabel*>(u"costs"_s);
    auto* more = card.findChild<QAbstractButton*>(u"more"_s);
    QVERIFY(costs->isHidden());
    more->click();
    QVERIFY(!costs->isHidden());
    QVERIFY(costs->text().contains(u"GPipe keeps all M micro-batches"_s));
    more->click();
    QVERIFY(costs->isHidden());
}

void TestRecommendationCard::theLanguageSwitches()
{
    RecommendationCard card;
    card.setPlan(test::planOf(ScheduleKind::OneFOneB, 4, 8));
    const test::PseudoLanguage language;
    QCoreApplication::sendPostedEvents();
    for (const QString& name : {u"headline"_s, u"reasons"_s, u"costs"_s})
        QVERIFY(test::isPseudo(card.findChild<QLabel*>(name)->text()));
    QVERIFY(test::isPseudo(card.findChild<QAbstractButton*>(u"apply"_s)->text()));
}

void TestRecommendationCard::noSentenceIsCut()
{
    RecommendationCard card;
    card.setPlan(gpt3(ScheduleKind::GPipe, 128));
    card.resize(230, 10);
    card.findChild<QAbstractButton*>(u"more"_s)->click();
    card.grab();
    for (const QString& name : {u"headline"_s, u"reasons"_s, u"costs"_s}) {
        const auto* label = card.findChild<QLabel*>(name);
        QVERIFY(label->height() >= label->heightForWidth(label->width()));
    }
}

void TestRecommendationCard::noNumberIsPartedFromItsPercent()
{
    RecommendationCard card;
    card.setPlan(test::planOf(ScheduleKind::OneFOneB, 4, 8));
    const QString text = card.findChild<QLabel*>(u"reasons"_s)->text();
    QVERIFY(text.contains(u"90\u00A0%"_s));
    QVERIFY(!text.contains(u" %"_s));
}

QTEST_MAIN(TestRecommendationCard)
#include "tst_recommendationcard.moc"
