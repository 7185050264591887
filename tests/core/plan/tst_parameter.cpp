// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/plan/parameter.h"
#include "core/plan/plan.h"
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
    const auto defaultOf = [](Parameter parameter) { return info(parameter).defaultValue; };
    QCOMPARE(std::int64_t {plan.stages}, defaultOf(Parameter::Stages));
    QCOMPARE(std::int64_t {plan.microbatches}, defaultOf(Parameter::Microbatches));
    QCOMPARE(std::int64_t {plan.chunks}, defaultOf(Parameter::Chunks));
    QCOMPARE(std::int64_t {plan.group}, defaultOf(Parameter::Group));
    QCOMPARE(plan.time.forward.count(), defaultOf(Parameter::Forward));
    QCOMPARE(plan.time.backward().count(), defaultOf(Parameter::Backward));
    QCOMPARE(plan.time.inputGrad.count(), defaultOf(Parameter::InputGrad));
    QCOMPARE(plan.time.weightGrad.count(), defaultOf(Parameter::WeightGrad));
    QCOMPARE(plan.comm.count(), defaultOf(Parameter::Comm));
    QCOMPARE(plan.activation.value, defaultOf(Parameter::ActivationMemory));
    QCOMPARE(plan.memoryLimit.amount, defaultOf(Parameter::MemoryLimit));
    QCOMPARE(plan.globalBatch, defaultOf(Parameter::GlobalBatch));
    QCOMPARE(std::int64_t {plan.targetEfficiency}, defaultOf(Parameter::TargetEfficiency));
}

QTEST_APPLESS_MAIN(TestParameter)
#include "tst_parameter.moc"
