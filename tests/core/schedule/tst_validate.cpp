// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/sentence.h"
#include "core/schedule/validate.h"
#include "core/simulate/simulate.h"
#include "tests/support/failonwarning.h"
#include "tests/support/orders.h"
#include "tests/support/plans.h"

#include <QTest>

using namespace pipegantt;

class TestValidate : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }
    void acceptsSplitBackwards();
    void namesWhatIsWrong_data();
    void namesWhatIsWrong();
    void refusesAnOperationOfNobody();
    void simulationNamesTheSameCycle();
};

void TestValidate::acceptsSplitBackwards()
{
    QVERIFY(validate(test::scheduleOf({"F0 F1 I0 W0 I1 W1", "F0 I0 F1 I1 W0 W1"}, 2)));
    QVERIFY(validate(test::scheduleOf({"F0 F1", "F0 F1"}, 2)));
}

void TestValidate::namesWhatIsWrong_data()
{
    QTest::addColumn<QByteArrayList>("rows");
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("missing backward") << QByteArrayList {"F0 F1 B0", "F0 B0 F1 B1"}
                                      << QByteArray("0B1 is missing; device 0 must run it once.");
    QTest::newRow("missing weight gradient") << QByteArrayList {
        "F0 I0", "F0 I0 W0"} << QByteArray("0W0 is missing; device 0 must run it once.");
    QTest::newRow("duplicated") << QByteArrayList {"F0 F0 B0",
        "F0 B0"} << QByteArray("0F0 stands twice in the row of device 0; it must run once.");
    QTest::newRow("both kinds of backward") << QByteArrayList {"F0 B0 I0",
        "F0 B0"} << QByteArray("0I0 in the row of device 0 is no operation of this schedule.");
    QTest::newRow("backward first")
        << QByteArrayList {"B0 F0", "F0 B0"}
        << QByteArray(
               "0B0 stands before 0F0 in the row of device 0, but needs its result; it must come "
               "after.");
    QTest::newRow("weight gradient first")
        << QByteArrayList {"F0 W0 I0"}
        << QByteArray(
               "0W0 stands before 0I0 in the row of device 0, but needs its result; it must come "
               "after.");
    QTest::newRow("deadlock")
        << QByteArrayList {"F0 B0 F1 B1", "F1 B1 F0 B0"}
        << QByteArray(
               "The devices wait for each other for ever: device 0 holds 0B0 for 1B0 of device 1; "
               "device 1 holds 1F1 for 0F1 of device 0. Reorder one of these operations.");
}

void TestValidate::namesWhatIsWrong()
{
    QFETCH(QByteArrayList, rows);
    std::vector<std::string> texts;
    int microbatches = 1;
    for (const QByteArray& row : rows) {
        texts.push_back(row.toStdString());
        microbatches = row.contains("F1") ? 2 : microbatches;
    }
    const Result<void> valid = validate(test::scheduleOf(texts, microbatches));
    QVERIFY(!valid.has_value());
    QTEST(QByteArray::fromStdString(sentence(valid.error())), "said");
}

void TestValidate::refusesAnOperationOfNobody()
{
    const Result<void> valid = validate(test::scheduleOf({"F0 F7 B0"}, 1));
    QVERIFY(valid.error() == (Error {ErrorCode::OperationMisplaced, {"0F7", "0"}}));
}

void TestValidate::simulationNamesTheSameCycle()
{
    const Schedule schedule = test::scheduleOf({"F0 B0 F1 B1", "F1 B1 F0 B0"}, 2);
    SimulationScratch scratch;
    Timeline timeline;
    const Result<void> simulated =
        simulate(test::planOf(ScheduleKind::OneFOneB, 2, 2), schedule, scratch, timeline);
    QVERIFY(simulated.error() == validate(schedule).error());
}

QTEST_APPLESS_MAIN(TestValidate)
#include "tst_validate.moc"
