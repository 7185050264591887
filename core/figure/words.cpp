// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/figure/words.h"

namespace pipegantt {

namespace {

constexpr FigureWords kEnglish {
    .languageTag = "en",
    .forward = "forward",
    .backward = "backward",
    .inputGrad = "input gradient",
    .weightGrad = "weight gradient",
    .recompute = "recompute",
    .optimizerStep = "optimizer step",
    .pair = "forward and backward together",
    .bubble = "bubble",
    .device = "device",
    .stage = "stage",
    .chunk = "chunk",
    .chunks = "chunks",
    .slice = "slice",
    .secondDirection = "second direction",
    .slotUnit = "slots",
    .stages = "stages",
    .microbatches = "micro-batches",
    .description =
        "A row for each device, time from left to right. Bars are operations with the "
        "number of their micro-batch; hatched areas are bubbles, where the device waits.",
    .mixed = "bars thinner than 0.15 mm: each colour is the exact share of the work it covers",
    .textbook = "textbook formula",
    .unevenStages = "uneven stages",
    .hopLatency = "hop latency",
    .partialGroup = "partial group",
    .conditions = "its conditions do not hold",
    .exactIf = "exact if",
    .noFormula = "no closed formula; simulated",
};

constexpr FigureWords kChinese {
    .languageTag = "zh-CN",
    .forward = "前向",
    .backward = "反向",
    .inputGrad = "输入梯度",
    .weightGrad = "权重梯度",
    .recompute = "重计算",
    .optimizerStep = "优化器更新",
    .pair = "前向与反向并行",
    .bubble = "气泡",
    .device = "设备",
    .stage = "级",
    .chunk = "分块",
    .chunks = "分块",
    .slice = "切片",
    .secondDirection = "第二方向",
    .slotUnit = "时隙",
    .stages = "流水线级",
    .microbatches = "微批次",
    .description = "每行一个设备，时间从左到右。色块是操作，数字是微批次编号；斜线区域是气泡，"
                   "设备在此等待。",
    .mixed = "色块窄于 0.15 mm：颜色为该处各类工作的确切占比",
    .textbook = "教科书公式",
    .unevenStages = "各级不均",
    .hopLatency = "跳延迟",
    .partialGroup = "末组不满",
    .conditions = "公式条件不满足",
    .exactIf = "精确条件：",
    .noFormula = "无闭式公式，模拟所得",
};

} // namespace

std::string_view kindWord(const FigureWords& words, OperationKind kind)
{
    switch (kind) {
    case OperationKind::Forward:
        return words.forward;
    case OperationKind::InputGrad:
        return words.inputGrad;
    case OperationKind::WeightGrad:
        return words.weightGrad;
    case OperationKind::Recompute:
        return words.recompute;
    case OperationKind::OptimizerStep:
        return words.optimizerStep;
    case OperationKind::Pair:
        return words.pair;
    case OperationKind::Backward:
    case OperationKind::PairedBackward:
        break;
    }
    return words.backward;
}

const FigureWords& englishWords()
{
    return kEnglish;
}

const FigureWords& chineseWords()
{
    return kChinese;
}

std::optional<FigureWords> wordsFor(std::string_view language)
{
    if (language == "en" || language == "en_US" || language == "en-US")
        return kEnglish;
    if (language == "zh" || language == "zh_CN" || language == "zh-CN")
        return kChinese;
    return std::nullopt;
}

} // namespace pipegantt
