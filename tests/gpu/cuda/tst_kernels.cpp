// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gpu/cuda/kernels/activation.h"
#include "gpu/cuda/kernels/crossentropy.h"
#include "gpu/cuda/kernels/embedding.h"
#include "gpu/cuda/kernels/parameters.h"
#include "gpu/cuda/kernels/rotary.h"
#include "gpu/reference/activation.h"
#include "gpu/reference/attention.h"
#include "gpu/reference/crossentropy.h"
#include "tests/gpu/cuda/hostblock.h"
#include "tests/gpu/cuda/values.h"
#include "tests/support/failonwarning.h"

#include <QTest>

using namespace pipegantt;
using cuda::Bfloat16;
using test::kLimit;
using test::runOnHost;
using test::unwritten;
using test::Values;

namespace {

template <class T>
void checkActivation(bool gated)
{
    const MlpKind kind = gated ? MlpKind::SwiGlu : MlpKind::Gelu;
    constexpr std::int64_t kRows = 3;
    constexpr std::int64_t kWidth = 2200; // more than a block's threads take at once
    const Values<T> x(kRows * kWidth * (gated ? 2 : 1), 1, 6);
    const Values<T> dy(kRows * kWidth, 2);
    std::vector<T> y = unwritten<T>(kRows * kWidth);
    runOnHost(cuda::ActivationForward<T> {kRows, kWidth, gated, x.device.data(), y.data()});
    std::vector<double> must(y.size());
    reference::activationForward<double>(kind, kRows, kWidth, x.exact.data(), must.data());
    COMPARE_VALUES(y, must, kLimit<T>);

    std::vector<T> dx = unwritten<T>(static_cast<std::int64_t>(x.exact.size()));
    runOnHost(cuda::ActivationBackward<T> {
        kRows, kWidth, gated, x.device.data(), dy.device.data(), dx.data()});
    must.resize(dx.size());
    reference::activationBackward<double>(
        kind, kRows, kWidth, x.exact.data(), dy.exact.data(), must.data());
    COMPARE_VALUES(dx, must, kLimit<T>);
}

template <class T>
void checkRotation()
{
    const reference::AttentionShape shape {2, 5, 6, 2, 16};
    const std::int64_t tokens = 10;
    Values<T> qkv(tokens * shape.width(), 1);
    std::vector<double> table(static_cast<std::size_t>(shape.sequence * shape.headDim));
    reference::rotaryTable(shape, table.data());
    const std::vector<float> narrow(table.begin(), table.end());
    for (const bool backward : {false, true}) {
        std::vector<T> is = qkv.device;
        std::vector<double> must = qkv.exact;
        runOnHost(cuda::Rotate<T> {tokens, shape.sequence, shape.headDim, 8 * shape.headDim,
            shape.width(), narrow.data(), is.data(), backward});
        reference::rotate(shape, table.data(), must.data(), backward);
        COMPARE_VALUES(is, must, kLimit<T>);
    }
}

template <class T, int kWidth>
void checkCrossEntropy(std::int64_t vocabulary)
{
    constexpr std::int64_t kRows = 5;
    const Values<T> logits(kRows * vocabulary, 1, 20);
    std::vector<std::int32_t> targets;
    for (std::int64_t row = 0; row < kRows; ++row)
        targets.push_back(static_cast<std::int32_t>(row * (vocabulary - 1) / (kRows - 1)));
    std::vector<float> logSums = unwritten<float>(kRows);
    std::vector<float> loss = unwritten<float>(1);
    runOnHost(cuda::CrossEntropySums<T, kWidth> {
        kRows, vocabulary, logits.device.data(), logSums.data()});
    runOnHost(cuda::CrossEntropyMean<T> {
        kRows, vocabulary, logits.device.data(), targets.data(), logSums.data(), loss.data()});
    std::vector<double> must(kRows);
    const double mustLose = reference::crossEntropyForward<double>(
        kRows, vocabulary, logits.exact.data(), targets.data(), must.data());
    COMPARE_VALUES(logSums, must, kLimit<float>);
    COMPARE_VALUES(loss, std::vector<double> {mustLose}, kLimit<float>);

    std::vector<T> gradient = logits.device;
    std::vector<double> mustBe = logits.exact;
    runOnHost(cuda::CrossEntropyBackward<T, kWidth> {
        kRows, vocabulary, gradient.data(), targets.data(), logSums.data()});
    reference::crossEntropyBackward<double>(
        kRows, vocabulary, mustBe.data(), targets.data(), must.data());
    COMPARE_VALUES(gradient, mustBe, kLimit<T>);
}

template <class T>
void checkEmbedding(bool learned)
{
    constexpr std::int64_t kSamples = 3;
    constexpr std::int64_t kSequence = 4;
    constexpr std::int64_t kHidden = 40;
    constexpr std::int64_t kTokens = kSamples * kSequence;
    const std::vector<std::int32_t> tokens {3, 1, 1, 6, 0, 1, 6, 6, 2, 2, 1, 3};
    const Values<T> words(7 * kHidden, 1);
    const Values<T> positions(9 * kHidden, 2);
    const Values<T> dy(kTokens * kHidden, 3);
    std::vector<T> y = unwritten<T>(kTokens * kHidden);
    runOnHost(cuda::EmbeddingForward<T> {kTokens, kSequence, kHidden, tokens.data(),
        words.device.data(), learned ? positions.device.data() : nullptr, y.data()});
    std::vector<double> must;
    std::vector<double> wordGrad(words.exact.size(), 0.5);
    std::vector<double> positionGrad(positions.exact.size(), 0.25);
    for (std::size_t i = 0; i < kTokens * kHidden; ++i) {
        const auto column = i % kHidden;
        const auto word = static_cast<std::size_t>(tokens[i / kHidden]) * kHidden + column;
        const auto position = i / kHidden % kSequence * kHidden + column;
        must.push_back(words.exact[word] + (learned ? positions.exact[position] : 0));
        wordGrad[word] += dy.exact[i];
        positionGrad[position] += dy.exact[i];
    }
    COMPARE_VALUES(y, must, kLimit<T>);

    std::vector<float> isWord(wordGrad.size(), 0.5F);
    std::vector<float> isPosition(positionGrad.size(), 0.25F);
    runOnHost(cuda::EmbeddingGrad<T> {kSamples, kSequence, kHidden, tokens.data(), dy.device.data(),
        isWord.data(), learned ? isPosition.data() : nullptr});
    COMPARE_VALUES(isWord, wordGrad, 1e-6);
    if (learned)
        COMPARE_VALUES(isPosition, positionGrad, 1e-6);
}

template <class T>
void checkParameters()
{
    constexpr std::int64_t kCount = 1000;
    reference::Arena arena;
    reference::Parameters<double> parameters(arena, kCount, 1);
    parameters.table(1, 700);
    parameters.norm(NormKind::RmsNorm, 300);
    std::vector<T> values = unwritten<T>(kCount);
    std::vector<float> master = unwritten<float>(kCount);
    runOnHost(cuda::Draw<T> {700, 1, 0, 0, 1, values.data(), master.data()});
    runOnHost(cuda::Draw<T> {300, 1, 700, 1, 0.1, values.data() + 700, master.data() + 700});
    const std::vector<double> drawn(parameters.values(), parameters.values() + kCount);
    COMPARE_VALUES(values, drawn, kLimit<T>);

    const Values<float> gradients(kCount, 9);
    std::vector<float> mean(kCount, 0);
    std::vector<float> square(kCount, 0);
    for (int step = 1; step <= 2; ++step) {
        std::vector<float> left = gradients.device;
        std::copy(gradients.exact.begin(), gradients.exact.end(), parameters.gradients());
        cuda::AdamStep<T> body;
        body.count = kCount;
        body.meanShare = static_cast<float>(1 - std::pow(0.9, step));
        body.squareShare = static_cast<float>(1 - std::pow(0.95, step));
        body.values = values.data();
        body.master = sizeof(T) == 4 ? nullptr : master.data();
        body.mean = mean.data();
        body.square = square.data();
        body.gradients = left.data();
        runOnHost(body);
        parameters.step();
        QCOMPARE(left, std::vector<float>(kCount, 0.F));
    }
    // What two steps changed, since the whole would hide it.
    const auto& kept = [&]() -> const std::vector<float>& {
        if constexpr (sizeof(T) == 4)
            return values;
        else
            return master;
    }();
    std::vector<float> moved;
    std::vector<double> must;
    for (std::size_t i = 0; i < kCount; ++i) {
        const T before = cuda::fromFloat<T>(static_cast<float>(drawn[i]));
        moved.push_back(kept[i] - cuda::toFloat(before));
        must.push_back(parameters.values()[i] - drawn[i]);
    }
    COMPARE_VALUES(moved, must, 1e-3); // 2e-4 of numbers of 24 bits about 1
    for (std::size_t i = 0; i < kCount; ++i)
        QCOMPARE(cuda::toFloat(values[i]), cuda::toFloat(cuda::fromFloat<T>(kept[i])));
}

} // namespace

/// The lines that run on a GPU, on this processor, against the definition in 64 bits.
class TestKernels : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }

    void bfloat16RoundsToTheNearest()
    {
        const auto bits = [](float value) { return cuda::fromFloat<Bfloat16>(value).bits; };
        QCOMPARE(bits(1.F), std::uint16_t {0x3f80});
        QCOMPARE(bits(1 + 1.F / 256), std::uint16_t {0x3f80}); // half way, to the even one
        QCOMPARE(bits(1 + 3.F / 256), std::uint16_t {0x3f82});
        QCOMPARE(bits(-1 - 1.1F / 256), std::uint16_t {0xbf81});
        QVERIFY(std::isnan(cuda::toFloat(cuda::fromFloat<Bfloat16>(NAN))));
        QCOMPARE(cuda::packed(1.F, -2.F), 0xc0003f80U);
    }

    void gelu()
    {
        checkActivation<float>(false);
        checkActivation<Bfloat16>(false);
    }

    void swiGlu()
    {
        checkActivation<float>(true);
        checkActivation<Bfloat16>(true);
    }

    void rotation()
    {
        checkRotation<float>();
        checkRotation<Bfloat16>();
    }

    void crossEntropy()
    {
        checkCrossEntropy<float, 1>(1001);
        checkCrossEntropy<Bfloat16, 1>(1001);
        checkCrossEntropy<Bfloat16, 8>(8200); // two rounds of the block, the second in part
        checkCrossEntropy<Bfloat16, 8>(264); // fewer than threads
    }

    void embedding()
    {
        for (const bool learned : {false, true}) {
            checkEmbedding<float>(learned);
            checkEmbedding<Bfloat16>(learned);
        }
    }

    void parametersAndAdam()
    {
        checkParameters<float>();
        checkParameters<Bfloat16>();
    }

    /// What stands in for the device sees a barrier that some threads do not reach.
    void aMissingThreadIsSeen()
    {
        QVERIFY_THROWS_EXCEPTION(
            test::StuckThreads, test::runThreads({1, 64, 0}, [](test::HostBlock& block) {
                if (block.thread() != 5)
                    block.sync();
            }));
    }

    /// Nor does it hide one that is left out.
    void aMissingBarrierIsSeen()
    {
        int wrong = 0;
        test::runThreads({2, 64, 64 * 4}, [&wrong](test::HostBlock& block) {
            auto* const shared = block.shared<int>();
            shared[block.thread()] = 1;
            wrong += shared[63 - block.thread()] == 1 ? 0 : 1;
        });
        QVERIFY(wrong > 0);
    }
};

QTEST_GUILESS_MAIN(TestKernels)
#include "tst_kernels.moc"
