// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The passes of a transformer layer on the CPU beside the least that they could take: a product of
// the layer's largest matrix alone, at the rate that it runs at here in the same run.

#include "core/model/modelpreset.h"
#include "core/model/stagework.h"
#include "gpu/reference/referencestage.h"
#include "tests/bench/stopwatch.h"

#include <cstdio>
#include <vector>

using namespace pipegantt;
using namespace pipegantt::reference;

namespace {

constexpr int kRuns = 7;

/// Operations a second of the product of all tokens with the matrix into the MLP.
double productRate(const StageShape& stage)
{
    const std::int64_t rows = stage.tokens();
    const std::int64_t inner = stage.model.hidden;
    const std::int64_t columns = stage.mlpWidth();
    const auto filled = [](std::int64_t count) {
        return std::vector<float>(static_cast<std::size_t>(count), 1.F);
    };
    const std::vector<float> a = filled(rows * inner);
    const std::vector<float> b = filled(inner * columns);
    std::vector<float> c = filled(rows * columns);
    const double ms = bench::medianMs(kRuns, [&] {
        multiply<float>(
            {c.data(), rows, columns}, {a.data(), rows, inner}, {b.data(), inner, columns});
    });
    return 2e3 * static_cast<double>(rows * inner * columns) / ms;
}

void report(const char* model, std::int64_t sequence)
{
    StageShape stage {.model = *modelFromId(model), .layers = 1};
    stage.sequence = sequence;
    ReferenceStage<float> run(stage);
    const StageWork work = stageWork(stage);
    const double rate = productRate(stage);
    const double forward = bench::medianMs(kRuns, [&] { run.forward(); });
    const double inputGrad = bench::medianMs(kRuns, [&] { run.inputGrad(); });
    const double weightGrad = bench::medianMs(kRuns, [&] { run.weightGrad(); });
    const double backward = bench::medianMs(kRuns, [&] { run.backward(); });
    const auto share = [rate](
                           double operations, double ms) { return 1e3 * operations / ms / rate; };
    std::printf("%-10s %6lld | %8.1f %8.1f %8.1f %8.1f | %7.1f | %5.2f %5.2f %5.2f %5.2f\n", model,
        static_cast<long long>(sequence), forward, inputGrad, weightGrad, backward, rate / 1e9,
        share(work.forward, forward), share(work.inputGrad, inputGrad),
        share(work.weightGrad, weightGrad), share(work.backward(), backward));
}

} // namespace

int main()
{
    std::printf("%-10s %6s | %8s %8s %8s %8s | %7s | %5s %5s %5s %5s\n", "layer of", "tokens",
        "F ms", "I ms", "W ms", "B ms", "GFLOP/s", "F", "I", "W", "B");
    report("gpt2-124m", 512);
    report("llama3-8b", 256);
    return 0;
}
