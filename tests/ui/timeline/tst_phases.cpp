// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/failonwarning.h"
#include "tests/ui/timeline/samplerun.h"
#include "ui/timeline/phases.h"

#include <QTest>

using namespace pipegantt;
using test::inSlots;

class PhasesTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }

    void warmUpSteadyAndDrain()
    {
        const std::vector<Phase> expected {{Phase::Kind::WarmUp, inSlots(0), inSlots(4)},
            {Phase::Kind::Steady, inSlots(4), inSlots(24)},
            {Phase::Kind::Drain, inSlots(24), inSlots(33)}};
        QVERIFY(phasesOf(*test::sampleRun(ScheduleKind::OneFOneB, 4, 8)) == expected);
    }

    void forwardsThenBackwards()
    {
        const std::vector<Phase> expected {{Phase::Kind::Forwards, inSlots(0), inSlots(7)},
            {Phase::Kind::Backwards, inSlots(7), inSlots(21)}};
        QVERIFY(phasesOf(*test::sampleRun(ScheduleKind::GPipe, 4, 4)) == expected);
    }

    void noneWithoutABackwardPass()
    {
        QVERIFY(phasesOf(*test::sampleRun(ScheduleKind::Inference, 4, 4)).empty());
    }
};

QTEST_APPLESS_MAIN(PhasesTest)
#include "tst_phases.moc"
