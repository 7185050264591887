// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/sentence.h"
#include "core/run/run.h"
#include "core/schedule/runtime.h"
#include "tests/support/failonwarning.h"
#include "tests/support/plans.h"

#include <QTest>

using namespace pipegantt;

class TestRuntime : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }
    void refusesAsItsSourceDoes_data();
    void refusesAsItsSourceDoes();
};

void TestRuntime::refusesAsItsSourceDoes_data()
{
    QTest::addColumn<QByteArray>("schedule");
    QTest::addColumn<int>("stages");
    QTest::addColumn<int>("microbatches");
    QTest::addColumn<int>("chunks");
    QTest::addColumn<int>("group");
    QTest::addColumn<QByteArray>("megatron");
    QTest::addColumn<QByteArray>("pytorch");
    const QByteArray fine;
    QTest::newRow("1f1b") << QByteArray("1f1b") << 4 << 8 << 1 << 0 << fine << fine;
    QTest::newRow("1f1b, M < P")
        << QByteArray("1f1b") << 4 << 3 << 1 << 0 << fine
        << QByteArray("microbatches is 3; PyTorch needs at least 4 for the schedule 1f1b.");
    QTest::newRow("naive") << QByteArray("naive") << 4 << 1 << 1 << 0 << fine << fine;
    QTest::newRow("gpipe") << QByteArray("gpipe") << 4 << 2 << 1 << 0
                           << QByteArray("Megatron-LM has no schedule gpipe.") << fine;
    QTest::newRow("zb-h1") << QByteArray("zb-h1") << 4 << 8 << 1 << 0
                           << QByteArray("Megatron-LM has no schedule zb-h1.")
                           << QByteArray("PyTorch has no schedule zb-h1.");
    const QByteArray interleaved("interleaved-1f1b");
    QTest::newRow("whole groups") << interleaved << 4 << 8 << 2 << 0 << fine << fine;
    QTest::newRow("M=10 P=4 in two rounds") << interleaved << 4 << 10 << 2 << 0 << fine << fine;
    QTest::newRow("M=10 P=4 N=4")
        << interleaved << 4 << 10 << 2 << 4
        << QByteArray("10 micro-batches in groups of 4 leave 2 for the last group; Megatron-LM "
                      "refuses a last group of fewer than the stages (4), which would wait for "
                      "itself.")
        << QByteArray("group is 4; PyTorch makes groups of 5 by itself.");
    QTest::newRow("M=9 P=4")
        << interleaved << 4 << 9 << 2 << 0 << fine
        << QByteArray("9 micro-batches do not fall into 2 equal rounds; PyTorch needs a multiple "
                      "of the rounds, which are the micro-batches over the stages (4), rounded "
                      "down.");
    QTest::newRow("M=9 P=4 N=3")
        << interleaved << 4 << 9 << 2 << 3
        << QByteArray("group is 3; Megatron-LM needs at least as many micro-batches in a group as "
                      "there are stages (4).")
        << QByteArray("9 micro-batches do not fall into 2 equal rounds; PyTorch needs a multiple "
                      "of the rounds, which are the micro-batches over the stages (4), rounded "
                      "down.");
    QTest::newRow("M=3 P=4")
        << interleaved << 4 << 3 << 2 << 0
        << QByteArray(
               "microbatches is 3; Megatron-LM needs at least 4 for the schedule interleaved-1f1b.")
        << fine;
    QTest::newRow("P=1") << interleaved << 1 << 3 << 2 << 0
                         << QByteArray("stages is 1; Megatron-LM needs at least 2 for the schedule "
                                       "interleaved-1f1b.")
                         << fine;
    QTest::newRow("dualpipev") << QByteArray("dualpipev") << 2 << 4 << 2 << 0
                               << QByteArray("Megatron-LM has no schedule dualpipev.") << fine;
}

void TestRuntime::refusesAsItsSourceDoes()
{
    QFETCH(QByteArray, schedule);
    QFETCH(int, stages);
    QFETCH(int, microbatches);
    Plan plan = test::planOf(scheduleFromId(schedule.toStdString()).value(), stages, microbatches);
    QFETCH(int, chunks);
    QFETCH(int, group);
    plan.chunks = chunks;
    plan.group = group;
    QVERIFY(run(plan).has_value());
    const auto said = [&](Runtime runtime) {
        const std::optional<Error> refused = refusal(runtime, plan);
        return refused ? QByteArray::fromStdString(sentence(*refused)) : QByteArray();
    };
    QTEST(said(Runtime::MegatronLM), "megatron");
    QTEST(said(Runtime::PyTorch), "pytorch");
}

QTEST_APPLESS_MAIN(TestRuntime)
#include "tst_runtime.moc"
