// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/stageshape.h"

#include <QTest>

namespace pipegantt::test {

/// GPT's parts, small: LayerNorm, GELU, biases, learned positions, a key head for each query head.
inline StageShape smallGpt()
{
    StageShape stage;
    ModelShape& model = stage.model;
    model.id = "small-gpt";
    model.layers = 8;
    model.hidden = 12;
    model.heads = 3;
    model.kvHeads = 3;
    model.headDim = 4;
    model.ffn = 20;
    model.vocabulary = 11;
    model.sequence = 80;
    model.norm = NormKind::LayerNorm;
    model.mlp = MlpKind::Gelu;
    model.positions = PositionKind::Learned;
    model.bias = BiasKind::All;
    stage.layers = 2;
    stage.microbatch = 2;
    stage.sequence = 5;
    return stage;
}

/// Llama's parts, small: RMSNorm, SwiGLU, rotary positions, grouped queries.
inline StageShape smallLlama()
{
    StageShape stage;
    ModelShape& model = stage.model;
    model.id = "small-llama";
    model.layers = 8;
    model.hidden = 10;
    model.heads = 4;
    model.kvHeads = 2;
    model.headDim = 6;
    model.ffn = 14;
    model.vocabulary = 13;
    model.sequence = 80;
    stage.layers = 2;
    stage.microbatch = 2;
    stage.sequence = 5;
    return stage;
}

/// Rows of one column "stage" with every part that a stage can have.
inline void addSmallStages()
{
    QTest::addColumn<StageShape>("stage");
    const auto row = [](const char* name, StageShape stage, auto change) {
        change(stage);
        QTest::newRow(name) << stage;
    };
    const auto ends = [](StageShape& stage) { stage.embedding = stage.head = true; };
    row("gpt", smallGpt(), [](StageShape&) {});
    row("gpt with both ends", smallGpt(), ends);
    row("llama", smallLlama(), [](StageShape&) {});
    row("llama with both ends", smallLlama(), ends);
    row("first stage", smallLlama(), [](StageShape& stage) { stage.embedding = true; });
    row("last stage", smallGpt(), [](StageShape& stage) { stage.head = true; });
    row("head alone", smallLlama(), [](StageShape& stage) {
        stage.layers = 0;
        stage.head = true;
    });
    row("embedding alone", smallGpt(), [](StageShape& stage) {
        stage.layers = 0;
        stage.embedding = true;
    });
    row("norms of heads", smallLlama(), [](StageShape& stage) { stage.model.headNorm = true; });
    row("biases of queries, keys and values", smallLlama(),
        [](StageShape& stage) { stage.model.bias = BiasKind::QueryKeyValue; });
    row("half of a tensor-parallel pair", smallLlama(), [](StageShape& stage) {
        stage.tensorParallel = 2;
        stage.model.vocabulary = 14;
        stage.head = true;
    });
    row("attention in blocks", smallLlama(), [](StageShape& stage) {
        stage.layers = 1;
        stage.microbatch = 1;
        stage.sequence = 70;
    });
}

} // namespace pipegantt::test
