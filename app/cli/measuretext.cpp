// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/measuretext.h"

#include "app/cli/quantitytext.h"
#include "app/cli/textlines.h"
#include "core/model/stagework.h"

#include <array>
#include <cmath>
#include <cstdio>

namespace pipegantt {
namespace {

std::string rounded(double value, int digits)
{
    std::array<char, 64> text {};
    std::snprintf(text.data(), text.size(), "%.*f", digits, value);
    return text.data();
}

double seconds(Duration time)
{
    return std::chrono::duration<double>(time).count();
}

/// Three significant digits.
std::string milliseconds(Duration time)
{
    const double value = 1000 * seconds(time);
    return rounded(value, value < 10 ? 2 : value < 100 ? 1 : 0);
}

std::string rate(double work, Duration time)
{
    constexpr double kTera = 1e12;
    if (time == Duration::zero() || work == 0)
        return "-";
    const double value = work / seconds(time) / kTera;
    return rounded(value, value < 1 ? 3 : value < 100 ? 1 : 0);
}

/// The largest spread among the passes that make up an iteration.
std::string spread(const PartTimes& part)
{
    double most = 0;
    for (const StagePass pass :
        {StagePass::Forward, StagePass::InputGrad, StagePass::WeightGrad, StagePass::Backward})
        most = std::max(most, part.of(pass).spread());
    return rounded(100 * most, 1) + " %";
}

void addRow(TextLines& table, const StageTimes& times, const SizeTimes& size, StagePart which,
    const PartTimes& part)
{
    const StageWork work = stageWork(stageOf(times.stage, which, size.microbatch));
    const auto median = [&part](StagePass pass) { return part.of(pass).median; };
    std::vector<std::string> row {std::to_string(size.microbatch), std::string(partName(which))};
    for (const StagePass pass : kStagePasses)
        row.push_back(milliseconds(median(pass)));
    row.push_back(spread(part));
    row.push_back(rate(work.forward, median(StagePass::Forward)));
    row.push_back(rate(work.inputGrad, median(StagePass::InputGrad)));
    row.push_back(rate(work.weightGrad, median(StagePass::WeightGrad)));
    row.push_back(bytesText(part.saved));
    row.push_back(bytesText(part.keptForWeightGrad));
    table.add(std::move(row));
}

} // namespace

std::string measureText(const StageTimes& times)
{
    const StageShape& stage = times.stage;
    std::string text = stage.model.id + ", " + counted(stage.layers, "layer") + ", "
        + counted(stage.sequence, "token") + " a sample, "
        + std::string(elementName(stage.element));
    if (stage.tensorParallel > 1)
        text += ", one of " + std::to_string(stage.tensorParallel) + " tensor-parallel devices";
    text += "\nmeasured on " + times.device + " of " + times.machine + ", " + times.date + "\n"
        + times.software + "\n\n";

    TextLines table;
    table.add({"size", "part", "F", "I", "W", "B", "R", "step", "spread", "F TFLOP/s", "I TFLOP/s",
        "W TFLOP/s", "saved", "until W"});
    std::vector<bool> right(14, true);
    right[1] = false;
    table.alignRight(right);
    for (const SizeTimes& size : times.sizes) {
        addRow(table, times, size, StagePart::Layers, size.layers);
        if (size.embedding)
            addRow(table, times, size, StagePart::Embedding, *size.embedding);
        if (size.head)
            addRow(table, times, size, StagePart::Head, *size.head);
    }
    return text + table.text()
        + "\nTimes in ms for one micro-batch: F forward, I input gradient, W weight gradient, "
          "B both in one\npass, R recomputation, step of the optimizer. Saved: activations that "
          "F leaves, and of them what\nW still reads.\n";
}

std::string progressText(const MeasureState& state)
{
    std::string text = "micro-batch " + std::to_string(state.microbatch) + ", "
        + std::string(partName(state.part)) + ": " + rounded(100 * state.done, 0) + " %";
    if (!state.left)
        return text;
    constexpr double kMinute = 60;
    const double left = std::ceil(seconds(*state.left));
    return text + ", "
        + (left <= 2 * kMinute ? rounded(left, 0) + " s" : rounded(left / kMinute, 0) + " min")
        + " left";
}

} // namespace pipegantt
