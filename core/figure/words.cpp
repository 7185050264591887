// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/figure/words.h"

#include <array>
#include <utility>

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
    .slices = "slices",
    .secondDirection = "second direction",
    .slotUnit = "slots",
    .stages = "stages",
    .microbatches = "micro-batches",
    .description =
        "A row for each device, time from left to right. Bars are operations with the "
        "number of their micro-batch; hatched areas are bubbles, where the device waits.",
    .mixed = "bars thinner than 0.15 mm: each colour is the exact share of the work it covers",
    .leftOut =
        "micro-batches are left out where the chart is broken: they repeat what is before it",
    .drawnAlone = "micro-batches are drawn, by themselves; the numbers are of all of them",
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
    .slices = "切片",
    .secondDirection = "第二方向",
    .slotUnit = "时隙",
    .stages = "流水线级",
    .microbatches = "微批次",
    .description = "每行一个设备，时间从左到右。色块是操作，数字是微批次编号；斜线区域是气泡，"
                   "设备在此等待。",
    .mixed = "色块窄于 0.15 mm：颜色为该处各类工作的确切占比",
    .leftOut = "个微批次在断开处略去：它们重复断开之前的部分",
    .drawnAlone = "个微批次单独画出；数字针对全部微批次",
    .textbook = "教科书公式",
    .unevenStages = "各级不均",
    .hopLatency = "跳延迟",
    .partialGroup = "末组不满",
    .conditions = "公式条件不满足",
    .exactIf = "精确条件",
    .noFormula = "无闭式公式，模拟所得",
};

/// In the words of the window's translation, which a test compares.
constexpr std::array<std::pair<std::string_view, std::string_view>, 17> kChineseConditions {{
    {"B = 2F, P = 3k+1 and M ≥ P", "B = 2F、P = 3k+1 且 M ≥ P"},
    {"F = I = W and M a multiple of N", "F = I = W 且 M 为 N 的倍数"},
    {"F = I = W and M ≥ 2P", "F = I = W 且 M ≥ 2P"},
    {"F = I = W and M ≥ 2P−1", "F = I = W 且 M ≥ 2P−1"},
    {"F = I ≥ W, and a pair takes F + B", "F = I ≥ W，且一对前向与反向用时 F + B"},
    {"F = I, W ≥ I and M ≥ 2P−1", "F = I、W ≥ I 且 M ≥ 2P−1"},
    {"W ≤ F, W ≤ I and M ≥ P", "W ≤ F、W ≤ I 且 M ≥ P"},
    {"no device waits after its first forward pass", "各设备在第一次前向之后都无需等待"},
    {"M ≥ 2P−1, F ≤ I and W ≤ I", "M ≥ 2P−1，F ≤ I 且 W ≤ I"},
    {"M ≥ 2P−1, W ≤ F and 2W ≤ F+I", "M ≥ 2P−1，W ≤ F 且 2W ≤ F+I"},
    {"M ≥ P", "M ≥ P"},
    {"M ≥ P, W ≤ F and W ≤ I", "M ≥ P，W ≤ F 且 W ≤ I"},
    {"no group has fewer than P micro-batches", "没有任何一组少于 P 个微批次"},
    {"no group has fewer than P micro-batches, W ≤ F and W ≤ I",
        "没有任何一组少于 P 个微批次，W ≤ F 且 W ≤ I"},
    {"recomputations start with the gradient", "重计算在梯度到达时开始"},
    {"the paper's figure for M = P and B = 2F, which the order here comes near",
        "论文给出的是 M = P、B = 2F 时的数值，此处的顺序与之接近"},
    {"these M micro-batches by themselves; as more come, nobody waits",
        "仅就这 M 个微批次而言；后续微批次不断到来时，谁也不等待"},
}};

} // namespace

std::string_view conditionWords(const FigureWords& words, std::string_view exactWhen)
{
    if (words.languageTag == kChinese.languageTag) {
        for (const auto& [english, chinese] : kChineseConditions) {
            if (english == exactWhen)
                return chinese;
        }
    }
    return exactWhen;
}

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
