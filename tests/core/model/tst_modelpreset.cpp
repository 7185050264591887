// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/sentence.h"
#include "core/model/modelpreset.h"
#include "tests/support/failonwarning.h"

#include <QTest>

#include <set>

using namespace pipegantt;

class TestModelPreset : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }

    /// A wrong number anywhere in a row shows here.
    void parameters_data()
    {
        QTest::addColumn<qint64>("all");
        QTest::addColumn<qint64>("active");
        const auto row = [](const char* id, qint64 all, qint64 active) {
            QTest::newRow(id) << all << active;
        };
        // Published to the last digit: GPT-2 and Llama 3.1.
        row("gpt2-124m", 124'439'808, 123'653'376);
        row("gpt3-175b", 174'604'259'328, 174'579'093'504);
        row("megatron-22b", 22'074'273'792, 22'061'690'880);
        row("mt-nlg-530b", 529'600'819'200, 529'558'876'160);
        row("megatron-1t", 1'008'038'758'400, 1'007'986'329'600);
        row("llama2-7b", 6'738'415'616, 6'738'415'616);
        row("llama2-70b", 68'976'648'192, 68'976'648'192);
        row("llama3-8b", 8'030'261'248, 8'030'261'248);
        row("llama3-70b", 70'553'706'496, 70'553'706'496);
        row("llama3-405b", 405'853'388'800, 405'853'388'800);
        row("qwen2.5-72b", 72'706'203'648, 72'706'203'648);
        row("qwen3-8b", 8'190'735'360, 8'190'735'360);
        row("qwen3-32b", 32'762'123'264, 32'762'123'264);
        row("qwen3-30b-a3b", 30'532'122'624, 3'353'032'704);
        row("qwen3-235b-a22b", 235'093'634'560, 22'190'763'520);
        row("mixtral-8x7b", 46'702'792'704, 12'879'925'248);
        row("deepseek-v2", 235'741'434'880, 21'375'800'320);
        row("deepseek-v3", 671'026'419'200, 37'552'297'472);
        row("kimi-k2", 1'026'408'232'448, 32'861'500'928);
    }
    void parameters()
    {
        QFETCH(qint64, all);
        QFETCH(qint64, active);
        const Result<ModelShape> model = modelFromId(QTest::currentDataTag());
        QVERIFY(model.has_value());
        QCOMPARE(qint64 {parameterCount(*model)}, all);
        QCOMPARE(qint64 {activeParameterCount(*model)}, active);
    }

    void presetsAreSound()
    {
        QCOMPARE(modelPresets().size(), std::size_t {19});
        std::set<std::string> ids;
        for (const ModelPreset& preset : modelPresets()) {
            QVERIFY(ids.insert(preset.shape.id).second);
            QVERIFY(!preset.title.empty() && !preset.source.empty());
            QVERIFY(preset.shape.heads % preset.shape.kvHeads == 0);
        }
    }

    void anUnknownModelNamesThoseThereAre()
    {
        const Result<ModelShape> model = modelFromId("llama3-9b");
        QVERIFY(!model);
        const QString words = QString::fromStdString(sentence(model.error()));
        QVERIFY2(words.startsWith(QStringLiteral("model is “llama3-9b”")), qPrintable(words));
        QVERIFY2(words.contains(QStringLiteral("llama3-8b")), qPrintable(words));
    }
};

QTEST_GUILESS_MAIN(TestModelPreset)
#include "tst_modelpreset.moc"
