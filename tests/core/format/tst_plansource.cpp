// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/sentence.h"
#include "core/format/plandraft.h"
#include "core/format/planfile.h"
#include "tests/support/failonwarning.h"

#include <QTest>

using namespace pipegantt;
using namespace Qt::StringLiterals;

namespace {

Plan measured()
{
    Plan plan;
    plan.unit = TimeUnit::Milliseconds;
    plan.time = stageTime(std::chrono::milliseconds(3), std::chrono::milliseconds(7));
    plan.source = {"llama3-8b", "a \"quoted\" GPU", "2026-11-25T09:30:00Z", 4};
    return plan;
}

} // namespace

class TestPlanSource : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }

    void aFileKeepsIt()
    {
        const Result<Plan> read = parsePlan(planText(measured()));
        QVERIFY(read.has_value());
        QCOMPARE(*read, measured());
        QVERIFY(planText(Plan {}).find("times-") == std::string::npos);
    }

    void aFileNamesAllOfIt_data()
    {
        QTest::addColumn<QString>("key");
        for (const std::string_view key : kTimesKeys)
            QTest::newRow(key.data()) << QString::fromUtf8(key.data());
    }
    void aFileNamesAllOfIt()
    {
        QFETCH(QString, key);
        QStringList lines = QString::fromStdString(planText(measured())).split(u'\n');
        lines.removeIf([&](const QString& line) { return line.contains(key + u'"'); });
        const Result<Plan> read = parsePlan(lines.join(u'\n').toStdString());
        QVERIFY(!read);
        QCOMPARE(QString::fromStdString(sentence(read.error())),
            u"The plan has no “%1”; it must have one."_s.arg(key));
    }

    void aTimeThatIsSetIsNoLongerMeasured()
    {
        PlanDraft draft(measured());
        QVERIFY(draft.set("microbatches", "3"));
        QVERIFY(draft.finish()->source.measured());
        QVERIFY(draft.set("forward", "4ms"));
        QVERIFY(!draft.finish()->source.measured());
    }

    void controlCharactersDoNotComeIn()
    {
        QByteArray text = QByteArray::fromStdString(planText(measured()));
        text.replace("llama3-8b", "\\u001b[31m");
        const Result<Plan> read = parsePlan(text.toStdString());
        QVERIFY(read.has_value());
        QCOMPARE(read->source.model, "?[31m");
    }
};

QTEST_GUILESS_MAIN(TestPlanSource)
#include "tst_plansource.moc"
