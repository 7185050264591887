// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/plan/preset.h"
#include "tests/support/failonwarning.h"
#include "tests/support/plans.h"
#include "tests/support/pseudotranslator.h"
#include "ui/readouts/readout.h"
#include "ui/readouts/readoutbar.h"

#include <QTest>
#include <QVBoxLayout>

#include <algorithm>

using namespace pipegantt;
using namespace Qt::StringLiterals;

class TestReadoutBar : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }
    void numbersOfTheNote_data();
    void numbersOfTheNote();
    void formulasHaveTheirNumbers();
    void aGapNamesItsReason_data();
    void aGapNamesItsReason();
    void passingTheLimitIsSaid_data();
    void passingTheLimitIsSaid();
    void everyConventionIsDefined();
    void throughputHasTheUnitOfThePlan();
    void readoutsAreNamedForScreenReaders();
    void theLanguageSwitches();
    void everyUsualRunHasOneHeight_data();
    void everyUsualRunHasOneHeight();
    void numbersFitAtEveryWidth_data();
    void numbersFitAtEveryWidth();
    void aLayoutGivesTheHeightOfItsWidth_data();
    void aLayoutGivesTheHeightOfItsWidth();
};

namespace {

std::shared_ptr<const Run> runOf(const Plan& plan)
{
    Result<Run> result = run(plan);
    return result ? std::make_shared<Run>(std::move(*result)) : nullptr;
}

QStringList wordsOf(const ReadoutText& text)
{
    QStringList lines;
    for (const Formula& line : text.lines)
        lines.append(line.plainText());
    return lines;
}

const Readout& readout(const ReadoutBar& bar, const QString& name)
{
    return *bar.findChild<Readout*>(name);
}

} // namespace

void TestReadoutBar::numbersOfTheNote_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("stages");
    QTest::addColumn<int>("microbatches");
    QTest::addColumn<QStringList>("numbers");
    const auto row = [](const char* name, ScheduleKind kind, int stages, int microbatches,
                         const QStringList& numbers) {
        QTest::newRow(name) << static_cast<int>(kind) << stages << microbatches << numbers;
    };
    row("the window's picture", ScheduleKind::OneFOneB, 4, 8,
        {u"27.3 %"_s, u"72.7 %"_s, u"33 slots"_s, u"2.9 ×"_s, u"4 GB"_s});
    row("no micro-batches", ScheduleKind::Naive, 4, 1,
        {u"75.0 %"_s, u"25.0 %"_s, u"12 slots"_s, u"1.0 ×"_s, u"1 GB"_s});
    row("one micro-batch", ScheduleKind::GPipe, 4, 1,
        {u"75.0 %"_s, u"25.0 %"_s, u"12 slots"_s, u"1.0 ×"_s, u"1 GB"_s});
    row("four, forward only", ScheduleKind::Inference, 4, 4,
        {u"42.9 %"_s, u"57.1 %"_s, u"7 slots"_s, u"2.3 ×"_s, u"1 GB"_s});
    row("sixteen", ScheduleKind::GPipe, 4, 16,
        {u"15.8 %"_s, u"84.2 %"_s, u"57 slots"_s, u"3.4 ×"_s, u"16 GB"_s});
    row("GPT-3, M = 8", ScheduleKind::GPipe, 8, 8,
        {u"46.7 %"_s, u"53.3 %"_s, u"45 slots"_s, u"4.3 ×"_s, u"8 GB"_s});
    row("GPT-3, M = 32", ScheduleKind::GPipe, 8, 32,
        {u"17.9 %"_s, u"82.1 %"_s, u"117 slots"_s, u"6.6 ×"_s, u"32 GB"_s});
    row("GPT-3, M = 128", ScheduleKind::OneFOneB, 8, 128,
        {u"5.2 %"_s, u"94.8 %"_s, u"405 slots"_s, u"7.6 ×"_s, u"8 GB"_s});
}

void TestReadoutBar::numbersOfTheNote()
{
    QFETCH(int, kind);
    QFETCH(int, stages);
    QFETCH(int, microbatches);
    QFETCH(QStringList, numbers);
    ReadoutBar bar;
    bar.setRun(runOf(test::planOf(static_cast<ScheduleKind>(kind), stages, microbatches)));
    QCOMPARE(
        (QStringList {readout(bar, u"bubble"_s).text().number,
            readout(bar, u"efficiency"_s).text().number, readout(bar, u"makespan"_s).text().number,
            readout(bar, u"speedUp"_s).text().number, readout(bar, u"peakMemory"_s).text().number}),
        numbers);
}

void TestReadoutBar::formulasHaveTheirNumbers()
{
    const auto run = runOf(test::planOf(ScheduleKind::OneFOneB, 4, 8));
    QCOMPARE(
        wordsOf(ReadoutText::bubble(*run)), QStringList {u"(P−1)/(P−1+M) = 3/(3+8) = 27.3 %"_s});
    QCOMPARE(
        wordsOf(ReadoutText::efficiency(*run)), QStringList {u"M/(P−1+M) = 8/(3+8) = 72.7 %"_s});
    QCOMPARE(wordsOf(ReadoutText::makespan(*run))[0], u"(M+P−1) (F+B) = 11·3 slots"_s);
    QCOMPARE(wordsOf(ReadoutText::speedUp(*run)),
        (QStringList {u"over no micro-batches"_s, u"96 slots / 33 slots"_s}));
    QCOMPARE(wordsOf(ReadoutText::peakMemory(*run)),
        (QStringList {u"min(P, M)·a = 4·1 GB"_s, u"no limit, device 0"_s}));
    const FormulaClause first = ReadoutText::bubble(*run).lines[0].clauses[0];
    QCOMPARE(first.front().term, Term::Idle);
    QVERIFY(std::ranges::any_of(first, [](const FormulaPiece& piece) {
        return piece.text == u"M"_s && piece.term == Term::Work;
    }));
}

void TestReadoutBar::aGapNamesItsReason_data()
{
    QTest::addColumn<bool>("latency");
    QTest::addColumn<bool>("uneven");
    QTest::addColumn<QString>("reason");
    QTest::newRow("latency") << true << false << u": hop latency"_s;
    QTest::newRow("uneven") << false << true << u": uneven stages"_s;
    QTest::newRow("both") << true << true << u": uneven stages and hop latency"_s;
}

void TestReadoutBar::aGapNamesItsReason()
{
    QFETCH(bool, latency);
    QFETCH(bool, uneven);
    QFETCH(QString, reason);
    Plan plan = test::planOf(ScheduleKind::GPipe, 4, 8);
    if (latency)
        plan.link.latency = test::slotTime(1);
    if (uneven) {
        plan.perStage.assign(4, plan.time);
        plan.perStage[2].forward = test::slotTime(2);
    }
    const auto run = runOf(plan);
    const QString bubble = wordsOf(ReadoutText::bubble(*run)).last();
    QCOMPARE(bubble, u"formula 27.3 %, simulated "_s + ReadoutText::bubble(*run).number + reason);
    QVERIFY(ReadoutText::bubble(*run).number != u"27.3 %"_s);
    QVERIFY(wordsOf(ReadoutText::efficiency(*run)).last().endsWith(reason));
    QVERIFY(wordsOf(ReadoutText::makespan(*run)).join(u'\n').contains(reason));
}

void TestReadoutBar::passingTheLimitIsSaid_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("words");
    QTest::addColumn<bool>("over");
    QTest::newRow("gpipe") << static_cast<int>(ScheduleKind::GPipe)
                           << u"over the limit: 128 of 40 micro-batches, device 0"_s << true;
    QTest::newRow("1f1b") << static_cast<int>(ScheduleKind::OneFOneB)
                          << u"8 of 40 micro-batches, device 0"_s << false;
}

void TestReadoutBar::passingTheLimitIsSaid()
{
    QFETCH(int, kind);
    QFETCH(QString, words);
    QFETCH(bool, over);
    Plan plan = test::planOf(static_cast<ScheduleKind>(kind), 8, 128);
    plan.memoryLimit = {MemoryLimit::Unit::Microbatches, 40};
    const ReadoutText text = ReadoutText::peakMemory(*runOf(plan));
    QCOMPARE(wordsOf(text).last(), words);
    QVERIFY(text.gauge.has_value());
    QCOMPARE(text.gauge->over, over);
    QCOMPARE(text.gauge->fill > 1, over);
}

void TestReadoutBar::everyConventionIsDefined()
{
    const QString definition =
        ReadoutText::bubble(*runOf(test::planOf(ScheduleKind::OneFOneB, 4, 8))).definition;
    // 3/11, 3/8, and (33 - 24) / 33 of the first device.
    QVERIFY(definition.contains(u"27.3 %"_s));
    QVERIFY(definition.contains(u"37.5 %"_s));
    for (const QString& name : {u"Bubble ratio"_s, u"Bubble over ideal"_s, u"Span bubble ratio"_s})
        QVERIFY2(definition.contains(name), qPrintable(name));
}

void TestReadoutBar::throughputHasTheUnitOfThePlan()
{
    Plan plan = test::planOf(ScheduleKind::OneFOneB, 4, 8);
    QCOMPARE(
        wordsOf(ReadoutText::makespan(*runOf(plan))).last(), u"0.242 micro-batches per slot"_s);
    plan.unit = TimeUnit::Milliseconds;
    QCOMPARE(wordsOf(ReadoutText::makespan(*runOf(plan))).last(), u"242 micro-batches/s"_s);
}

void TestReadoutBar::readoutsAreNamedForScreenReaders()
{
    ReadoutBar bar;
    bar.setRun(runOf(test::planOf(ScheduleKind::OneFOneB, 4, 8)));
    QCOMPARE(readout(bar, u"bubble"_s).accessibleName(), u"Bubble: 27.3 %"_s);
    QVERIFY(readout(bar, u"bubble"_s).accessibleDescription().contains(u"3/(3+8)"_s));
}

void TestReadoutBar::theLanguageSwitches()
{
    ReadoutBar bar;
    bar.setRun(runOf(test::planOf(ScheduleKind::OneFOneB, 4, 8)));
    const test::PseudoLanguage language;
    QCoreApplication::sendPostedEvents();
    for (const QString& name :
        {u"bubble"_s, u"efficiency"_s, u"makespan"_s, u"speedUp"_s, u"peakMemory"_s}) {
        QVERIFY(test::isPseudo(readout(bar, name).text().caption));
        QVERIFY(test::isPseudo(readout(bar, name).text().definition));
    }
    QVERIFY(test::isPseudo(wordsOf(readout(bar, u"speedUp"_s).text()).first()));
}

void TestReadoutBar::everyUsualRunHasOneHeight_data()
{
    QTest::addColumn<int>("width");
    for (const int width : {700, 1000, 1440})
        QTest::addRow("%d", width) << width;
}

void TestReadoutBar::everyUsualRunHasOneHeight()
{
    QFETCH(int, width);
    ReadoutBar bar;
    const int height = bar.heightForWidth(width);
    for (const Preset& preset : presets()) {
        bar.setRun(runOf(preset.plan));
        QVERIFY2(bar.heightForWidth(width) == height, preset.id.data());
    }
}

void TestReadoutBar::numbersFitAtEveryWidth_data()
{
    QTest::addColumn<int>("width");
    for (const int width : {360, 520, 640, 740, 1080, 1600, 3000})
        QTest::addRow("%d", width) << width;
}

void TestReadoutBar::numbersFitAtEveryWidth()
{
    QFETCH(int, width);
    Plan plan = test::planOf(ScheduleKind::GPipe, 8, 12'345);
    plan.unit = TimeUnit::Microseconds;
    plan.time = stageTime(std::chrono::microseconds(123), std::chrono::microseconds(457));
    plan.memoryLimit = {MemoryLimit::Unit::Microbatches, 40};
    ReadoutBar bar;
    bar.setRun(runOf(plan));
    bar.resize(width, bar.heightForWidth(width));
    const QImage picture = bar.grab().toImage();
    const QColor ground = picture.pixelColor(width - 1, picture.height() - 1);
    for (const Readout* part : bar.findChildren<Readout*>()) {
        QVERIFY(bar.rect().contains(part->geometry()));
        // What is cut off would touch the right edge; the gauge ends before it.
        for (int y = part->y(); y < part->geometry().bottom(); ++y)
            QCOMPARE(picture.pixelColor(part->geometry().right(), y), ground);
    }
}

void TestReadoutBar::aLayoutGivesTheHeightOfItsWidth_data()
{
    numbersFitAtEveryWidth_data();
}

void TestReadoutBar::aLayoutGivesTheHeightOfItsWidth()
{
    QFETCH(int, width);
    QWidget window;
    auto* layout = new QVBoxLayout(&window);
    layout->setContentsMargins(0, 0, 0, 0);
    auto* bar = new ReadoutBar;
    bar->setRun(runOf(test::planOf(ScheduleKind::OneFOneB, 4, 8)));
    layout->addWidget(bar);
    layout->addWidget(new QWidget, 1);
    window.resize(width, 2000);
    layout->activate();
    QCOMPARE(bar->height(), bar->heightForWidth(bar->width()));
}

QTEST_MAIN(TestReadoutBar)
#include "tst_readoutbar.moc"
