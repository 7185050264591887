// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/sentence.h"
#include "core/model/modelpreset.h"
#include "core/model/stageshape.h"
#include "tests/support/failonwarning.h"

#include <QTest>

using namespace pipegantt;
using namespace Qt::StringLiterals;

namespace {

StageShape stageOf(const char* id, int layers = 2)
{
    return {.model = *modelFromId(id), .layers = layers, .microbatch = 1, .sequence = 128};
}

} // namespace

class TestStageShape : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }

    /// The stages of a pipeline hold the model, and a tied matrix twice.
    void stagesMakeUpTheModel_data()
    {
        QTest::addColumn<QByteArray>("id");
        for (const ModelPreset& preset : modelPresets()) {
            if (preset.shape.experts.count == 0) {
                const QByteArray id = QByteArray::fromStdString(preset.shape.id);
                QTest::newRow(id.constData()) << id;
            }
        }
    }
    void stagesMakeUpTheModel()
    {
        QFETCH(QByteArray, id);
        StageShape first = stageOf(id.constData(), 1);
        first.embedding = true;
        StageShape last = stageOf(id.constData(), first.model.layers - 1);
        last.head = true;
        QVERIFY(checkStage(first) && checkStage(last));
        const std::int64_t twice =
            first.model.tiedEmbedding ? first.model.vocabulary * first.model.hidden : 0;
        QCOMPARE(parameterCount(first) + parameterCount(last), parameterCount(first.model) + twice);
    }

    void tensorParallelStagesShareTheMatrices()
    {
        const StageShape whole = stageOf("llama3-8b");
        StageShape eighth = whole;
        eighth.tensorParallel = 8;
        const std::int64_t norms = 2 * 2 * whole.model.hidden;
        QCOMPARE(8 * (parameterCount(eighth) - norms), parameterCount(whole) - norms);
    }

    void refusals_data()
    {
        QTest::addColumn<StageShape>("stage");
        QTest::addColumn<QString>("words");
        const auto row = [](const char* name, const StageShape& stage, const QString& words) {
            QTest::newRow(name) << stage << words;
        };
        StageShape stage = stageOf("llama3-8b");
        stage.tensorParallel = 16;
        row("key heads", stage,
            u"llama3-8b has key and value heads 8, which does not divide by 16"_s);
        stage = stageOf("gpt3-175b");
        stage.tensorParallel = 8;
        stage.head = true;
        row("vocabulary", stage, u"gpt3-175b has vocabulary 50257"_s);
        stage = stageOf("gpt2-124m");
        stage.embedding = true;
        stage.sequence = 1025;
        row("positions", stage, u"sequence is 1025; it must be from 1 to 1024."_s);
        row("layers", stageOf("llama3-8b", 33),
            u"layers-per-stage is 33; it must be from 1 to 32."_s);
        row("nothing", stageOf("llama3-8b", 0), u"layers-per-stage is 0;"_s);
        row("experts", stageOf("mixtral-8x7b"), u"mixtral-8x7b has experts"_s);
        stage = stageOf("llama3-8b");
        stage.microbatch = 0;
        row("empty micro-batch", stage, u"micro-batch-size is 0;"_s);
    }
    void refusals()
    {
        QFETCH(StageShape, stage);
        QFETCH(QString, words);
        const Result<void> checked = checkStage(stage);
        QVERIFY(!checked);
        const QString said = QString::fromStdString(sentence(checked.error()));
        QVERIFY2(said.startsWith(words), qPrintable(said));
    }
};

QTEST_GUILESS_MAIN(TestStageShape)
#include "tst_stageshape.moc"
