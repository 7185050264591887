// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gpu/cuda/kernels/attention.h"
#include "gpu/cuda/kernels/attentionkeygrad.h"
#include "gpu/cuda/kernels/attentionquerygrad.h"
#include "gpu/cuda/kernels/plainattention.h"
#include "gpu/reference/attention.h"
#include "tests/gpu/cuda/hostblock.h"
#include "tests/gpu/cuda/values.h"
#include "tests/support/failonwarning.h"

#include <QTest>

using namespace pipegantt;
using cuda::Bfloat16;
using test::runOnHost;
using test::unwritten;
using test::Values;

namespace {

/// The weights too are rounded before they are multiplied.
template <class T>
constexpr double kAttentionLimit = sizeof(T) == 4 ? 2e-5 : 1e-2;

std::vector<double> widened(const std::vector<float>& values)
{
    return {values.begin(), values.end()};
}

/// Attention forward and backward, by a set of kernels and by the definition.
template <class T>
class AttentionCase
{
public:
    explicit AttentionCase(const cuda::AttentionShape& shape)
        : m_shape(shape)
        , m_reference {shape.samples, shape.sequence, shape.heads, shape.kvHeads, shape.headDim}
        , m_tokens(shape.samples * shape.sequence)
        // Large enough that some keys stand out.
        , m_qkv(m_tokens * m_reference.width(), 1, 3)
        , m_outputGrad(m_tokens * m_reference.queryWidth(), 2)
        , m_output(unwritten<T>(m_tokens * m_reference.queryWidth()))
        , m_logSums(unwritten<float>(m_tokens * shape.heads))
        , m_products(unwritten<float>(m_tokens * shape.heads))
        , m_qkvGrad(unwritten<T>(m_tokens * m_reference.width()))
    {
    }

    template <class Forward, class QueryGrad, class KeyGrad>
    void check()
    {
        runOnHost(Forward {m_shape, m_qkv.device.data(), m_output.data(), m_logSums.data()});
        std::vector<double> output(m_output.size());
        std::vector<double> logSums(m_logSums.size());
        reference::attentionForward<double>(
            m_reference, m_qkv.exact.data(), output.data(), logSums.data());
        COMPARE_VALUES(m_output, output, kAttentionLimit<T>);
        COMPARE_VALUES(m_logSums, logSums, 1e-5);

        runOnHost(QueryGrad {m_shape, m_qkv.device.data(), m_output.data(),
            m_outputGrad.device.data(), m_logSums.data(), m_products.data(), m_qkvGrad.data()});
        runOnHost(KeyGrad {m_shape, m_qkv.device.data(), m_outputGrad.device.data(),
            m_logSums.data(), m_products.data(), m_qkvGrad.data()});
        std::vector<double> isOutput;
        for (const T value : m_output)
            isOutput.push_back(static_cast<double>(cuda::toFloat(value)));
        std::vector<double> gradient(m_qkvGrad.size());
        reference::attentionBackward<double>(m_reference, m_qkv.exact.data(), isOutput.data(),
            widened(m_logSums).data(), m_outputGrad.exact.data(), gradient.data());
        // Queries, keys and values apart: each could hide behind the others.
        const std::int64_t width = m_reference.width();
        const std::int64_t keys = m_reference.queryWidth();
        const std::int64_t values = keys + m_shape.kvHeads * m_shape.headDim;
        COMPARE_VALUES(part(m_qkvGrad, 0, keys), part(gradient, 0, keys), kAttentionLimit<T>);
        COMPARE_VALUES(
            part(m_qkvGrad, keys, values), part(gradient, keys, values), kAttentionLimit<T>);
        COMPARE_VALUES(
            part(m_qkvGrad, values, width), part(gradient, values, width), kAttentionLimit<T>);
    }

private:
    /// Columns `begin` to `end` of each row.
    template <class E>
    [[nodiscard]] std::vector<E> part(
        const std::vector<E>& rows, std::int64_t begin, std::int64_t end) const
    {
        std::vector<E> columns;
        for (std::int64_t token = 0; token < m_tokens; ++token) {
            const auto row = rows.begin() + token * m_reference.width();
            columns.insert(columns.end(), row + begin, row + end);
        }
        return columns;
    }

    cuda::AttentionShape m_shape;
    reference::AttentionShape m_reference;
    std::int64_t m_tokens;
    Values<T> m_qkv;
    Values<T> m_outputGrad;
    std::vector<T> m_output;
    std::vector<float> m_logSums;
    std::vector<float> m_products;
    std::vector<T> m_qkvGrad;
};

template <int kDim>
void checkTiled(const cuda::AttentionShape& shape)
{
    AttentionCase<Bfloat16>(shape)
        .check<cuda::AttentionForward<kDim>, cuda::AttentionQueryGrad<kDim>,
            cuda::AttentionKeyGrad<kDim>>();
}

template <class T>
void checkPlain(const cuda::AttentionShape& shape)
{
    AttentionCase<T>(shape)
        .template check<cuda::PlainAttentionForward<T>, cuda::PlainAttentionQueryGrad<T>,
            cuda::PlainAttentionKeyGrad<T>>();
}

} // namespace

/// Tiles, the layouts of tensor cores, masks, pipelines and the softmax in parts, on this
/// processor, against the definition in 64 bits.
class TestAttentionKernels : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }

    void attention_data()
    {
        QTest::addColumn<int>("samples");
        QTest::addColumn<int>("sequence");
        QTest::addColumn<int>("heads");
        QTest::addColumn<int>("kvHeads");
        QTest::addColumn<int>("headDim");
        QTest::newRow("three tokens") << 1 << 3 << 1 << 1 << 16;
        QTest::newRow("a tile in part") << 2 << 37 << 2 << 2 << 16;
        QTest::newRow("a tile") << 1 << 64 << 1 << 1 << 64;
        QTest::newRow("shared keys") << 2 << 72 << 4 << 2 << 16;
        QTest::newRow("several tiles") << 1 << 140 << 2 << 1 << 64;
        QTest::newRow("wide heads") << 1 << 70 << 2 << 1 << 128;
        QTest::newRow("heads between tiles") << 1 << 66 << 1 << 1 << 80;
    }

    void attention()
    {
        QFETCH(const int, samples);
        QFETCH(const int, sequence);
        QFETCH(const int, heads);
        QFETCH(const int, kvHeads);
        QFETCH(const int, headDim);
        const cuda::AttentionShape shape {samples, sequence, heads, kvHeads, headDim};
        if (sequence <= 72) {
            checkPlain<float>(shape);
            checkPlain<Bfloat16>(shape);
        }
        if (headDim <= 64)
            checkTiled<64>(shape);
        else
            checkTiled<128>(shape);
    }

    void theWidestHeads() { checkPlain<Bfloat16>({1, 40, 2, 1, 256}); }

    /// Scores that would overflow if they were not relative to the largest, which comes late.
    void largeScores()
    {
        constexpr int kSequence = 70;
        constexpr int kDim = 16;
        std::vector<Bfloat16> qkv;
        std::vector<double> exact;
        for (int token = 0; token < kSequence; ++token) {
            for (int i = 0; i < 3 * kDim; ++i) {
                const float value = i >= 2 * kDim ? static_cast<float>(token) / 8
                    : i >= kDim                   ? static_cast<float>(token)
                                                  : 4.F;
                qkv.push_back(cuda::fromFloat<Bfloat16>(value));
                exact.push_back(static_cast<double>(cuda::toFloat(qkv.back())));
            }
        }
        std::vector<Bfloat16> output = unwritten<Bfloat16>(kSequence * kDim);
        std::vector<float> logSums = unwritten<float>(kSequence);
        runOnHost(cuda::AttentionForward<64> {
            {1, kSequence, 1, 1, kDim}, qkv.data(), output.data(), logSums.data()});
        std::vector<double> must(output.size());
        std::vector<double> mustSums(logSums.size());
        reference::attentionForward<double>(
            {1, kSequence, 1, 1, kDim}, exact.data(), must.data(), mustSums.data());
        COMPARE_VALUES(output, must, 5e-3);
        COMPARE_VALUES(logSums, mustSums, 1e-5);
    }
};

QTEST_GUILESS_MAIN(TestAttentionKernels)
#include "tst_attentionkernels.moc"
