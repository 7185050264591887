// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gpu/reference/product.h"

#include "gpu/reference/openblas.h"
#include "gpu/reference/parallel.h"

#include <algorithm>
#include <atomic>

namespace pipegantt::reference {
namespace {

/// Work that is worth a thread of its own.
constexpr std::int64_t kGrain = 1 << 16;

std::atomic<bool> serial = false;

std::int64_t rowGrain(std::int64_t rows, std::int64_t workOfRow)
{
    return serial ? rows : std::max<std::int64_t>(1, kGrain / std::max<std::int64_t>(workOfRow, 1));
}

/// How the plain loops read a factor: as it is, or rows and columns exchanged.
template <class T>
struct Factor
{
    Matrix<const T> matrix;
    bool transposed;

    [[nodiscard]] T at(std::int64_t row, std::int64_t column) const
    {
        return transposed ? matrix.row(column)[row] : matrix.row(row)[column];
    }
};

template <class T>
struct Product
{
    Matrix<T> c;
    Factor<T> a;
    Factor<T> b;
    Sum sum;
    T factor;

    [[nodiscard]] std::int64_t depth() const
    {
        return a.transposed ? a.matrix.rows : a.matrix.columns;
    }
};

/// The definition.
void run(const Product<double>& p)
{
    const std::int64_t depth = p.depth();
    parallelFor(p.c.rows, rowGrain(p.c.rows, p.c.columns * depth), [&](auto begin, auto end) {
        for (std::int64_t i = begin; i < end; ++i) {
            for (std::int64_t j = 0; j < p.c.columns; ++j) {
                double sum = 0;
                for (std::int64_t k = 0; k < depth; ++k)
                    sum += p.a.at(i, k) * p.b.at(k, j);
                double& element = p.c.row(i)[j];
                element = (p.sum == Sum::Add ? element : 0) + p.factor * sum;
            }
        }
    });
}

/// Row by row in an order that compilers turn into vector instructions; for machines without
/// OpenBLAS.
void runPlain(const Product<float>& p)
{
    const std::int64_t depth = p.depth();
    parallelFor(p.c.rows, rowGrain(p.c.rows, p.c.columns * depth), [&](auto begin, auto end) {
        for (std::int64_t i = begin; i < end; ++i) {
            float* const c = p.c.row(i);
            if (p.sum == Sum::Replace)
                std::fill_n(c, p.c.columns, 0.F);
            if (p.b.transposed) {
                for (std::int64_t j = 0; j < p.c.columns; ++j) {
                    float sum = 0;
                    for (std::int64_t k = 0; k < depth; ++k)
                        sum += p.a.at(i, k) * p.b.matrix.row(j)[k];
                    c[j] += p.factor * sum;
                }
                continue;
            }
            for (std::int64_t k = 0; k < depth; ++k) {
                const float a = p.factor * p.a.at(i, k);
                const float* const b = p.b.matrix.row(k);
                for (std::int64_t j = 0; j < p.c.columns; ++j)
                    c[j] += a * b[j];
            }
        }
    });
}

void run(const Product<float>& p)
{
    const OpenBlas* const blas = OpenBlas::instance();
    if (blas == nullptr)
        return runPlain(p);
    const auto number = [](std::int64_t value) { return static_cast<int>(value); };
    blas->multiply(p.a.transposed, p.b.transposed, number(p.c.rows), number(p.c.columns),
        number(p.depth()), p.factor, p.a.matrix.data, number(p.a.matrix.stride), p.b.matrix.data,
        number(p.b.matrix.stride), p.sum == Sum::Add ? 1.F : 0.F, p.c.data, number(p.c.stride));
}

void setSerial(bool on)
{
    serial = on;
    if (const OpenBlas* const blas = OpenBlas::instance())
        blas->setThreads(on ? 1 : threadCount());
}

} // namespace

template <class T>
void multiply(Matrix<T> c, Matrix<const T> a, Matrix<const T> b, Sum sum)
{
    run(Product<T> {c, {a, false}, {b, false}, sum, T {1}});
}

template <class T>
void multiplyByTransposed(Matrix<T> c, Matrix<const T> a, Matrix<const T> b, Sum sum, T factor)
{
    run(Product<T> {c, {a, false}, {b, true}, sum, factor});
}

template <class T>
void addTransposedProduct(Matrix<T> c, Matrix<const T> a, Matrix<const T> b)
{
    run(Product<T> {c, {a, true}, {b, false}, Sum::Add, T {1}});
}

SerialProducts::SerialProducts()
{
    setSerial(true);
}

SerialProducts::~SerialProducts()
{
    setSerial(false);
}

template void multiply(Matrix<float>, Matrix<const float>, Matrix<const float>, Sum);
template void multiply(Matrix<double>, Matrix<const double>, Matrix<const double>, Sum);
template void multiplyByTransposed(
    Matrix<float>, Matrix<const float>, Matrix<const float>, Sum, float);
template void multiplyByTransposed(
    Matrix<double>, Matrix<const double>, Matrix<const double>, Sum, double);
template void addTransposedProduct(Matrix<float>, Matrix<const float>, Matrix<const float>);
template void addTransposedProduct(Matrix<double>, Matrix<const double>, Matrix<const double>);

} // namespace pipegantt::reference
