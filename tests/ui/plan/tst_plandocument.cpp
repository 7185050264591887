// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/failonwarning.h"
#include "ui/plan/plandocument.h"
#include "ui/plan/planedit.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace pipegantt;
using namespace Qt::StringLiterals;

namespace {

Plan withMicrobatches(int microbatches)
{
    Plan plan;
    plan.microbatches = microbatches;
    return plan;
}

void write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

} // namespace

class tst_plandocument : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }

    void oneGestureIsOneStep()
    {
        PlanDocument document;
        const PlanDocument::Gesture drag = document.beginGesture();
        for (int m = 9; m < 40; ++m)
            document.change(withMicrobatches(m), u"drag"_s, drag);
        QCOMPARE(document.history().count(), 1);
        document.history().undo();
        QCOMPARE(document.plan(), Plan());
        document.history().redo();
        QCOMPARE(document.plan().microbatches, 39);
    }

    /// Until somebody sets one, and again when that is undone.
    void measuredTimesStayMeasured()
    {
        Plan measured;
        measured.unit = TimeUnit::Milliseconds;
        measured.source = {"llama3-8b", "a GPU", "2026-11-25T09:30:00Z", 2};
        measured.perStage = {measured.time, measured.time, measured.time, measured.time};
        measured.perStage.back().forward *= 3;
        const StageTime head = measured.perStage.back();
        PlanDocument document;
        document.start(measured);
        document.change(withStages(measured, 6), u"stages"_s);
        QVERIFY(document.plan().source.measured());
        QCOMPARE(document.plan().perStage.size(), std::size_t {6});
        QCOMPARE(document.plan().perStage[3], measured.time);
        QCOMPARE(document.plan().perStage.back(), head);
        Plan edited = document.plan();
        edited.perStage[1].forward *= 2;
        document.change(edited, u"forward"_s);
        QVERIFY(!document.plan().source.measured());
        document.history().undo();
        QVERIFY(document.plan().source.measured());
    }

    void gestureThatReturnsLeavesNoStep()
    {
        PlanDocument document;
        const PlanDocument::Gesture drag = document.beginGesture();
        for (const int m : {9, 20, 8})
            document.change(withMicrobatches(m), u"drag"_s, drag);
        QCOMPARE(document.history().count(), 0);
        QVERIFY(!document.isModified());
    }

    void separateGesturesAreSeparateSteps()
    {
        PlanDocument document;
        document.change(withMicrobatches(9), u"drag"_s, document.beginGesture());
        document.change(withMicrobatches(10), u"drag"_s, document.beginGesture());
        document.change(withMicrobatches(11), u"type"_s);
        document.change(withMicrobatches(12), u"type"_s);
        QCOMPARE(document.history().count(), 4);
    }

    void noStepWithoutChange()
    {
        PlanDocument document;
        document.change(Plan(), u"nothing"_s);
        QCOMPARE(document.history().count(), 0);
    }

    void savesAndLoads()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"方案 1.pgantt"_s);
        PlanDocument document;
        document.change(withMicrobatches(27), u"type"_s);
        QSignalSpy modified(&document, &PlanDocument::modifiedChanged);
        QVERIFY(document.save(path));
        QCOMPARE(modified.count(), 1);
        QCOMPARE(document.path(), path);
        QVERIFY(!document.isModified());

        PlanDocument other;
        QVERIFY(other.load(path));
        QCOMPARE(other.plan(), document.plan());
        QVERIFY(!other.isModified());
        QVERIFY(!other.history().canUndo());
    }

    void badFileLeavesTheDocument_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("truncated") << QByteArray("{\"format\": \"pipegantt-plan\", \"ver");
        QTest::newRow("other format") << QByteArray("{\"format\": \"x\", \"version\": 1}");
        QTest::newRow("invalid UTF-8") << QByteArray("{\"format\": \"\xff\"}");
        QTest::newRow("breaks the schedule's rule")
            << QByteArray("{\"format\":\"pipegantt-plan\",\"version\":1,\"schedule\":\"naive\","
                          "\"microbatches\":4}");
    }

    void badFileLeavesTheDocument()
    {
        QFETCH(QByteArray, bytes);
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"bad.pgantt"_s);
        write(path, bytes);
        PlanDocument document;
        document.change(withMicrobatches(27), u"type"_s);
        QSignalSpy changed(&document, &PlanDocument::planChanged);
        QVERIFY(!document.load(path));
        QCOMPARE(changed.count(), 0);
        QCOMPARE(document.plan().microbatches, 27);
        QVERIFY(document.isModified());
        QVERIFY(document.path().isEmpty());
    }

    void failedSaveLeavesTheDocument()
    {
        PlanDocument document;
        document.change(withMicrobatches(27), u"type"_s);
        QVERIFY(!document.save(u"/nowhere/at/all.pgantt"_s));
        QVERIFY(document.isModified());
        QVERIFY(document.path().isEmpty());
    }

    void restoresUnsavedEdits()
    {
        PlanDocument document;
        document.restore(withMicrobatches(5), u"/tmp/x.pgantt"_s, true);
        QVERIFY(document.isModified());
        QCOMPARE(document.plan().microbatches, 5);
        QVERIFY(!document.history().canUndo());
    }
};

QTEST_GUILESS_MAIN(tst_plandocument)
#include "tst_plandocument.moc"
