// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/stagetimes.h"

#include <algorithm>

namespace pipegantt {

std::string_view passName(StagePass pass)
{
    constexpr std::array<std::string_view, kStagePasses.size()> kNames {
        "forward", "input-grad", "weight-grad", "backward", "recompute", "optimizer"};
    return kNames[static_cast<std::size_t>(pass)];
}

std::string_view partName(StagePart part)
{
    constexpr std::array<std::string_view, kStageParts.size()> kNames {
        "layers", "embedding", "head"};
    return kNames[static_cast<std::size_t>(part)];
}

double PassTime::spread() const
{
    if (median == Duration::zero())
        return 0;
    return static_cast<double>((upper - lower).count()) / static_cast<double>(median.count());
}

PassTime passTime(std::vector<Duration> samples)
{
    std::ranges::sort(samples);
    const std::size_t last = samples.size() - 1;
    return {samples[last / 2], samples[last / 4], samples[last - last / 4],
        static_cast<int>(samples.size())};
}

std::string sizesText(const StageTimes& times)
{
    std::string text;
    for (const SizeTimes& size : times.sizes)
        text += (text.empty() ? "" : ", ") + std::to_string(size.microbatch);
    return text;
}

Result<void> checkComparable(const StageTimes& there, const StageTimes& mustBe)
{
    struct Row
    {
        std::string_view key;
        std::string is;
        std::string must;
    };
    const auto row = [&](std::string_view key, const auto& text) {
        return Row {key, text(there), text(mustBe)};
    };
    using Times = const StageTimes&;
    for (const Row& one :
        {
            row("model", [](Times times) { return times.stage.model.id; }),
            row("layers-per-stage", [](Times times) { return std::to_string(times.stage.layers); }),
            row("sequence", [](Times times) { return std::to_string(times.stage.sequence); }),
            row("type", [](Times times) { return std::string(elementName(times.stage.element)); }),
            row("tensor-parallel",
                [](Times times) { return std::to_string(times.stage.tensorParallel); }),
            row("machine", [](Times times) { return times.machine; }),
            row("device", [](Times times) { return times.device; }),
            row("software", [](Times times) { return times.software; }),
        }) {
        if (one.is != one.must)
            return failure(ErrorCode::TimesSyntax, {std::string(one.key), one.is, one.must});
    }
    return {};
}

StageTimes merged(StageTimes older, const StageTimes& newer)
{
    for (const SizeTimes& size : newer.sizes) {
        std::erase_if(older.sizes,
            [&size](const SizeTimes& old) { return old.microbatch == size.microbatch; });
        older.sizes.push_back(size);
    }
    std::ranges::sort(older.sizes, {}, &SizeTimes::microbatch);
    older.date = newer.date;
    return older;
}

StageShape stageOf(const StageShape& layers, StagePart part, std::int64_t microbatch)
{
    StageShape stage = layers;
    stage.microbatch = microbatch;
    stage.embedding = part == StagePart::Embedding;
    stage.head = part == StagePart::Head;
    if (part != StagePart::Layers)
        stage.layers = 0;
    return stage;
}

} // namespace pipegantt
