// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/modelpreset.h"
#include "core/model/stagework.h"
#include "tests/support/failonwarning.h"

#include <QTest>

using namespace pipegantt;

class TestStageWork : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }

    /// Zero Bubble's Table 1: sbh(24h + 4s), sbh(24h + 8s) and 24 sbh², there with both triangles
    /// of attention, here with s + 1 in the place of 2 s.
    void aLayerIsThePapers()
    {
        StageShape stage {.model = *modelFromId("gpt3-175b"), .layers = 1};
        stage.microbatch = 2;
        stage.sequence = 2048;
        const double h = 12288;
        const double s = 2048;
        const double sbh = s * 2 * h;
        const StageWork work = stageWork(stage);
        QCOMPARE(work.forward, sbh * (24 * h + 2 * (s + 1)));
        QCOMPARE(work.inputGrad, sbh * (24 * h + 4 * (s + 1)));
        QCOMPARE(work.weightGrad, sbh * 24 * h);
        QCOMPARE(work.backward(), work.inputGrad + work.weightGrad);
    }

    void aHeadIsOneProduct()
    {
        StageShape stage {.model = *modelFromId("llama3-8b"), .layers = 0};
        stage.head = true;
        stage.sequence = 100;
        const double product = 2. * 100 * 4096 * 128256;
        QCOMPARE(stageWork(stage), (StageWork {product, product, product}));
        stage.head = false;
        stage.embedding = true;
        QCOMPARE(stageWork(stage), StageWork {});
    }

    void tensorParallelismDividesIt()
    {
        StageShape stage {.model = *modelFromId("llama3-8b"), .layers = 3};
        stage.sequence = 512;
        const StageWork whole = stageWork(stage);
        stage.tensorParallel = 4;
        QCOMPARE(4 * stageWork(stage).forward, whole.forward);
        QCOMPARE(4 * stageWork(stage).inputGrad, whole.inputGrad);
    }
};

QTEST_GUILESS_MAIN(TestStageWork)
#include "tst_stagework.moc"
