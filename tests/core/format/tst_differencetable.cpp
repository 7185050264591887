// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/format/differencetable.h"
#include "core/planner/planname.h"
#include "tests/support/failonwarning.h"
#include "tests/support/plans.h"

#include <QTest>

using namespace pipegantt;
using namespace Qt::StringLiterals;
using test::planOf;
using test::slotTime;

class TestDifferenceTable : public QObject
{
    Q_OBJECT

    std::vector<Run> m_runs;

    [[nodiscard]] std::vector<NamedRun> named() const
    {
        std::vector<NamedRun> all;
        for (const Run& one : m_runs)
            all.push_back({planName(one.plan), &one});
        return all;
    }

private slots:
    void initTestCase()
    {
        m_runs.push_back(run(planOf(ScheduleKind::GPipe, 2, 4)).value());
        m_runs.push_back(run(planOf(ScheduleKind::OneFOneB, 3, 4)).value());
    }
    void init() { test::failOnWarning(); }

    void saysDifferencesInWords()
    {
        QCOMPARE(longerText(slotTime(-3), TimeUnit::Slots), std::string("-3 slots, shorter"));
        QCOMPARE(longerText(slotTime(3), TimeUnit::Milliseconds), std::string("+3 ms, longer"));
        QCOMPARE(longerText(Duration(0), TimeUnit::Slots), std::string("the same"));
        QCOMPARE(pointsText({-23, 1000}), std::string("-2.3 points, less"));
        QCOMPARE(pointsText({1, 3}), std::string("+33.3 points, more"));
        // What is not the same never reads as nothing.
        QCOMPARE(pointsText({2, 100'000}), std::string("+0.002 points, more"));
        QCOMPARE(moreBytesText(1'500'000'000), std::string("+1.5 GB, more"));
        QCOMPARE(moreBytesText(-12), std::string("-12 B, less"));
        QCOMPARE(moreTimeText(slotTime(-2), TimeUnit::Slots), std::string("-2 slots, less"));
    }

    void speaksTheReadersLanguage()
    {
        DifferenceSpeech speech;
        speech.say = [](const char* text) { return std::string("*") + text; };
        speech.time = [](Duration, TimeUnit) { return std::string("t"); };
        QCOMPARE(longerText(slotTime(1), TimeUnit::Slots, speech), std::string("*+t, longer"));
        QCOMPARE(differenceTable(named(), speech).header.front(), std::string("*Plan"));
    }

    void setsRunsBesideTheFirst()
    {
        const TextTable table = differenceTable(named());
        const std::vector<std::string> baseline {
            "GPipe, P 2, M 4", "15 slots", "-", "20.0 %", "-", "20.0 %", "-", "4 GB", "-"};
        const std::vector<std::string> other {"1F1B, P 3, M 4", "18 slots", "+3 slots, longer",
            "33.3 %", "+13.3 points, more", "33.3 %", "+13.3 points, more", "3 GB", "-1 GB, less"};
        QCOMPARE(table.rows.size(), std::size_t {2});
        QCOMPARE(table.rows[0], baseline);
        QCOMPARE(table.rows[1], other);
        QCOMPARE(table.header.size(), baseline.size());
    }

    void setsDevicesBesideThoseOfTheFirst()
    {
        const TextTable table = deviceDifferenceTable(named());
        QCOMPARE(table.rows.size(), std::size_t {6});
        const std::vector<std::string> second {"0", "1F1B, P 3, M 4", "12 slots", "the same",
            "6 slots", "+3 slots, more", "3 GB", "-1 GB, less"};
        QCOMPARE(table.rows[1], second);
        const std::vector<std::string> missing {
            "2", "GPipe, P 2, M 4", "no such device", "-", "-", "-", "-", "-"};
        QCOMPARE(table.rows[4], missing);
        // Without a device to compare with, numbers stand alone.
        const std::vector<std::string> alone {
            "2", "1F1B, P 3, M 4", "12 slots", "-", "6 slots", "-", "1 GB", "-"};
        QCOMPARE(table.rows[5], alone);
    }

    void writesExactNumbers()
    {
        const QStringList lines =
            QString::fromStdString(differenceCsv(named())).split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 1 + 2 + 5);
        QCOMPARE(lines[0].count(u','), 14);
        QCOMPARE(lines[2],
            u"\"1F1B, P 3, M 4\",all,slots,18,3,0.3333333333333333,0.13333333333333333,"
            "0.3333333333333333,0.13333333333333333,,,,,3000000000,-1000000000"_s);
        QCOMPARE(lines[4], u"\"1F1B, P 3, M 4\",0,slots,,,,,,,12,0,6,3,3000000000,-1000000000"_s);
    }
};

QTEST_APPLESS_MAIN(TestDifferenceTable)
#include "tst_differencetable.moc"
