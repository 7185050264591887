// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/plan/choice.h"
#include "core/plan/parameter.h"
#include "core/plan/plan.h"
#include "core/plan/planvalue.h"
#include "tests/support/failonwarning.h"

#include <QTest>

#include <set>

using namespace pipegantt;

class TestParameter : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }
    void tableFollowsTheEnumeration();
    void keysAreUniqueAndSpeakable();
    void defaultsAreThePlansDefaults();
    void aValueThatIsSetIsThere();
};

void TestParameter::tableFollowsTheEnumeration()
{
    for (std::size_t i = 0; i < kParameterCount; ++i) {
        QCOMPARE(static_cast<std::size_t>(parameters()[i].parameter), i);
        QVERIFY(parameters()[i].minimum <= parameters()[i].maximum);
        QVERIFY(parameters()[i].step > 0);
    }
}

void TestParameter::keysAreUniqueAndSpeakable()
{
    std::set<std::string_view> keys;
    for (const ParameterInfo& row : parameters()) {
        QVERIFY(keys.insert(row.key).second);
        QVERIFY(!row.title.empty());
        QVERIFY(row.definition.ends_with('.'));
    }
}

void TestParameter::defaultsAreThePlansDefaults()
{
    const Plan plan;
    for (const ParameterInfo& row : parameters())
        QCOMPARE(valueOf(plan, row.parameter), row.defaultValue);
    for (const ChoiceInfo& row : choices())
        QCOMPARE(chosen(plan, row.choice), 0);
}

void TestParameter::aValueThatIsSetIsThere()
{
    for (const ParameterInfo& row : parameters()) {
        Plan plan;
        setValue(plan, row.parameter, row.maximum);
        QCOMPARE(valueOf(plan, row.parameter), row.maximum);
        setValue(plan, row.parameter, row.defaultValue);
        plan.memoryLimit.unit = MemoryLimit::Unit::None;
        QVERIFY(plan == Plan {});
    }
    for (const ChoiceInfo& row : choices()) {
        Plan plan;
        choose(plan, row.choice, 1);
        QCOMPARE(chosen(plan, row.choice), 1);
        QCOMPARE(choiceFromId(row.choice, row.ids[1]).value(), 1);
        QVERIFY(!choiceFromId(row.choice, "neither").has_value());
    }
}

QTEST_APPLESS_MAIN(TestParameter)
#include "tst_parameter.moc"
