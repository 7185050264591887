// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/failonwarning.h"
#include "tests/support/plans.h"
#include "tests/ui/timeline/samplerun.h"
#include "ui/compare/compareset.h"

#include <QSignalSpy>
#include <QTest>

using namespace pipegantt;
using namespace Qt::StringLiterals;
using test::inSlots;
using test::planOf;

class CompareSetTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }

    void pinsTheCurrentRun()
    {
        CompareSet set;
        QVERIFY(!set.pinCurrent());
        const auto first = test::sampleRun(ScheduleKind::OneFOneB, 4, 8);
        set.setCurrent(first);
        QSignalSpy changed(&set, &CompareSet::changed);
        QVERIFY(set.pinCurrent());
        QCOMPARE(changed.count(), 1);
        const auto second = test::sampleRun(ScheduleKind::OneFOneB, 4, 16);
        set.setCurrent(second);
        QCOMPARE(set.baseline(), first);
        QCOMPARE(set.current(), second);
        QCOMPARE(set.title(0), u"Baseline: 1F1B, P 4, M 8"_s);
        QCOMPARE(set.title(1), u"Current: 1F1B, P 4, M 16"_s);
        QVERIFY(set.pinCurrent());
        QVERIFY(set.pinCurrent());
        QVERIFY(set.isFull());
        QVERIFY(!set.pinCurrent());
        QCOMPARE(set.title(1), u"B: 1F1B, P 4, M 16"_s);
        QCOMPARE(set.comparable().size(), std::size_t {4});
        set.unpin(0);
        QCOMPARE(set.baseline(), second);
        set.clear();
        QVERIFY(set.isEmpty());
        QVERIFY(set.comparable().empty());
    }

    void runsAddedPlansInTheirOrder()
    {
        CompareSet set;
        set.setCurrent(test::sampleRun(ScheduleKind::OneFOneB, 4, 8));
        // The larger one first: it takes longer, and stays first.
        QVERIFY(set.add(planOf(ScheduleKind::GPipe, 8, 2000), u"large"_s));
        QVERIFY(set.add(planOf(ScheduleKind::GPipe, 2, 2)));
        QVERIFY(set.isBusy());
        QTRY_COMPARE(set.pinned().size(), std::size_t {2});
        QCOMPARE(set.title(0), u"Baseline: large · GPipe, P 8, M 2000"_s);
        QCOMPARE(set.title(1), u"B: GPipe, P 2, M 2"_s);
        QVERIFY(!set.isBusy());
    }

    void saysWhatCannotRun()
    {
        CompareSet set;
        QSignalSpy failed(&set, &CompareSet::failed);
        QVERIFY(set.add(planOf(ScheduleKind::Naive, 4, 8)));
        QVERIFY(failed.wait());
        QVERIFY(set.isEmpty());
        QVERIFY(!set.isBusy());
    }

    void refusesAnotherTime()
    {
        CompareSet set;
        set.setCurrent(test::sampleRun(ScheduleKind::OneFOneB, 4, 8));
        std::optional<Error> error;
        connect(&set, &CompareSet::failed, this, [&error](const Error& said) { error = said; });
        Plan plan = planOf(ScheduleKind::OneFOneB, 4, 8);
        plan.unit = TimeUnit::Milliseconds;
        QVERIFY(set.add(plan));
        QTRY_VERIFY(error);
        QVERIFY(error->code == ErrorCode::NoCommonTime);
        QVERIFY(set.isEmpty());
    }

    /// A slider of the unit may part what was together; it comes back with the unit.
    void partsWhatHasNoCommonTime()
    {
        CompareSet set;
        const auto inAbstract = test::sampleRun(ScheduleKind::OneFOneB, 4, 8);
        set.setCurrent(inAbstract);
        QVERIFY(set.pinCurrent());
        auto real = std::make_shared<Run>(*inAbstract);
        real->plan.unit = TimeUnit::Milliseconds;
        set.setCurrent(real);
        QVERIFY(set.trouble(0));
        QVERIFY(!set.baseline());
        QVERIFY(set.comparable().empty());
        set.setCurrent(inAbstract);
        QVERIFY(!set.trouble(0));
        QCOMPARE(set.baseline(), inAbstract);
    }

    void exchangesCurrentAndPinned()
    {
        CompareSet set;
        QVERIFY(!set.exchange(0));
        const auto first = test::sampleRun(ScheduleKind::OneFOneB, 4, 8);
        const auto second = test::sampleRun(ScheduleKind::GPipe, 4, 8);
        set.setCurrent(first);
        QVERIFY(set.pinCurrent());
        set.setCurrent(second);
        QCOMPARE(set.exchange(0), std::optional(first->plan));
        QCOMPARE(set.baseline(), second);
    }

    void staysQuietWhenItGoes()
    {
        auto set = std::make_unique<CompareSet>();
        QSignalSpy changed(set.get(), &CompareSet::changed);
        QVERIFY(set->add(planOf(ScheduleKind::GPipe, 16, 2000)));
        set.reset();
        QCoreApplication::processEvents();
        QCOMPARE(changed.count(), 0);
    }
};

QTEST_GUILESS_MAIN(CompareSetTest)
#include "tst_compareset.moc"
