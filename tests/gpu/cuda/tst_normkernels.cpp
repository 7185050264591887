// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gpu/cuda/kernels/columns.h"
#include "gpu/cuda/kernels/norm.h"
#include "gpu/reference/norm.h"
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

/// A norm over `rows` rows of `width`, `perToken` of them side by side in rows of `stride`.
template <class T>
class NormCase
{
public:
    NormCase(bool layerNorm, std::int64_t rows, std::int64_t width, std::int64_t perToken)
        : m_rows(rows)
        , m_width(width)
        , m_perToken(perToken)
        , m_stride(perToken * width + 8) // what is beside the heads stays as it is
        , x(rows / perToken * m_stride, 1)
        , dy(rows / perToken * m_stride, 2)
        , add(rows / perToken * m_stride, 3)
        , weight(width, 4)
        , bias(width, 5)
    {
        norm.kind = layerNorm ? NormKind::LayerNorm : NormKind::RmsNorm;
        inverse.resize(static_cast<std::size_t>(rows));
        mean.resize(static_cast<std::size_t>(rows));
        deviceInverse.resize(static_cast<std::size_t>(rows));
        deviceMean.resize(static_cast<std::size_t>(rows));
        weightGrad.assign(static_cast<std::size_t>(width), 0.5);
        biasGrad.assign(static_cast<std::size_t>(width), 0.25);
        norm.weight = weight.exact.data();
        norm.weightGrad = weightGrad.data();
        norm.inverseDeviation = inverse.data();
        if (layerNorm) {
            norm.bias = bias.exact.data();
            norm.biasGrad = biasGrad.data();
            norm.mean = mean.data();
        }
    }

    void forward()
    {
        const bool layerNorm = norm.mean != nullptr;
        cuda::NormForward<T> body;
        std::vector<T> y = dy.device; // anything
        std::vector<T> copy = add.device;
        body.rows = m_rows;
        body.x = rows<const T>(x.device.data());
        body.y = rows<T>(y.data());
        body.copy = rows<T>(copy.data());
        body.weight = weight.device.data();
        body.bias = layerNorm ? bias.device.data() : nullptr;
        body.mean = layerNorm ? deviceMean.data() : nullptr;
        body.inverseDeviation = deviceInverse.data();
        runOnHost(body);
        std::vector<double> must = dy.exact;
        std::vector<double> kept = add.exact;
        reference::normForward<double>(
            norm, referenceRows<const double>(x.exact.data()), referenceRows(must.data()));
        for (std::size_t i = 0; i < kept.size(); ++i) {
            const auto column = static_cast<std::int64_t>(i) % m_stride;
            if (column < m_perToken * m_width)
                kept[i] = x.exact[i];
        }
        COMPARE_VALUES(y, must, kLimit<T>);
        COMPARE_VALUES(copy, kept, 1e-12);
        COMPARE_VALUES(deviceInverse, inverse, kLimit<float>);
        if (layerNorm)
            COMPARE_VALUES(deviceMean, mean, 1e-5);
    }

    void backward(bool adds)
    {
        cuda::NormInputGrad<T> body;
        std::vector<T> dx = dy.device; // in place, where nothing is added
        body.rows = m_rows;
        body.x = rows<const T>(x.device.data());
        body.dy = rows<const T>(adds ? dy.device.data() : dx.data());
        if (adds)
            body.add = rows<const T>(add.device.data());
        body.dx = rows<T>(dx.data());
        body.weight = weight.device.data();
        body.mean = norm.mean == nullptr ? nullptr : deviceMean.data();
        body.inverseDeviation = deviceInverse.data();
        runOnHost(body);
        std::vector<double> must = adds ? add.exact : dy.exact;
        reference::normBackward<double>(norm, referenceRows<const double>(x.exact.data()),
            referenceRows<const double>(dy.exact.data()), referenceRows(must.data()), adds);
        for (std::size_t i = 0; i < must.size(); ++i) {
            if (static_cast<std::int64_t>(i) % m_stride >= m_perToken * m_width)
                must[i] = dy.exact[i];
        }
        COMPARE_VALUES(dx, must, kLimit<T>);
        parameterGrads();
    }

private:
    void parameterGrads()
    {
        const int chunks = cuda::chunksOf(m_rows);
        std::vector<float> parts = unwritten<float>(2 * chunks * m_width);
        cuda::ColumnSums<T> body;
        body.rows = m_rows;
        body.dy = rows<const T>(dy.device.data());
        body.x = rows<const T>(x.device.data());
        body.mean = norm.mean == nullptr ? nullptr : deviceMean.data();
        body.inverseDeviation = deviceInverse.data();
        body.products = parts.data();
        body.sums = norm.bias == nullptr ? nullptr : parts.data() + chunks * m_width;
        runOnHost(body);
        std::vector<float> gradient(static_cast<std::size_t>(m_width), 0.5F);
        runOnHost(cuda::FoldChunks {m_width, chunks, body.products, gradient.data()});
        COMPARE_VALUES(gradient, weightGrad, 1e-5);
        if (norm.bias == nullptr)
            return;
        gradient.assign(gradient.size(), 0.25F);
        runOnHost(cuda::FoldChunks {m_width, chunks, body.sums, gradient.data()});
        COMPARE_VALUES(gradient, biasGrad, 1e-5);
    }

    template <class E>
    cuda::Rows<E> rows(E* data) const
    {
        return {data, m_width, m_perToken, m_stride};
    }
    template <class E>
    reference::Rows<E> referenceRows(E* data) const
    {
        return {data, m_rows, m_width, m_perToken, m_stride};
    }

    std::int64_t m_rows;
    std::int64_t m_width;
    std::int64_t m_perToken;
    std::int64_t m_stride;

public:
    Values<T> x;
    Values<T> dy;
    Values<T> add;
    Values<T> weight;
    Values<T> bias;
    reference::Norm<double> norm;
    std::vector<double> inverse;
    std::vector<double> mean;
    std::vector<double> weightGrad;
    std::vector<double> biasGrad;
    std::vector<float> deviceInverse;
    std::vector<float> deviceMean;
};

template <class T>
void checkNorm(bool layerNorm, std::int64_t rows, std::int64_t width, std::int64_t perToken)
{
    for (const bool adds : {true, false}) {
        NormCase<T> norm(layerNorm, rows, width, perToken);
        norm.forward();
        norm.backward(adds);
    }
}

} // namespace

/// Norms, forward and backward, and the sums over rows, on this processor against the definition.
class TestNormKernels : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }

    void norms_data()
    {
        QTest::addColumn<bool>("layerNorm");
        QTest::addColumn<int>("rows");
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("perToken");
        QTest::newRow("layer norm") << true << 10 << 96 << 1;
        QTest::newRow("layer norm, wide") << true << 3 << 4104 << 1;
        QTest::newRow("RMS norm") << false << 10 << 96 << 1;
        QTest::newRow("RMS norm, wide") << false << 3 << 4104 << 1;
        QTest::newRow("RMS norm, several chunks") << false << 200 << 16 << 1;
        QTest::newRow("heads") << false << 24 << 16 << 6;
    }

    void norms()
    {
        QFETCH(const bool, layerNorm);
        QFETCH(const int, rows);
        QFETCH(const int, width);
        QFETCH(const int, perToken);
        checkNorm<float>(layerNorm, rows, width, perToken);
        checkNorm<Bfloat16>(layerNorm, rows, width, perToken);
    }

    void sumsOfColumns()
    {
        constexpr std::int64_t kRows = 1000;
        constexpr std::int64_t kWidth = 1032; // more than one strip, the last of them in part
        const Values<Bfloat16> dy(kRows * kWidth, 1);
        const int chunks = cuda::chunksOf(kRows);
        QVERIFY(chunks > 1 && chunks <= cuda::kMostChunks);
        std::vector<float> parts = unwritten<float>(chunks * kWidth);
        cuda::ColumnSums<Bfloat16> body;
        body.rows = kRows;
        body.dy = {dy.device.data(), kWidth, 1, kWidth};
        body.sums = parts.data();
        runOnHost(body);
        std::vector<float> gradient(kWidth, 1.F);
        runOnHost(cuda::FoldChunks {kWidth, chunks, parts.data(), gradient.data()});
        std::vector<double> must(kWidth, 1);
        for (std::size_t i = 0; i < dy.exact.size(); ++i)
            must[i % kWidth] += dy.exact[i];
        COMPARE_VALUES(gradient, must, 1e-5);
    }
};

QTEST_GUILESS_MAIN(TestNormKernels)
#include "tst_normkernels.moc"
