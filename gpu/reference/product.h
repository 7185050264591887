// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>

namespace pipegantt::reference {

/// A matrix row by row, or a block of one: rows are `stride` elements apart.
template <class T>
struct Matrix
{
    T* data = nullptr;
    std::int64_t rows = 0;
    std::int64_t columns = 0;
    std::int64_t stride = 0;

    Matrix(T* first, std::int64_t rowCount, std::int64_t columnCount)
        : Matrix(first, rowCount, columnCount, columnCount)
    {
    }
    Matrix(T* first, std::int64_t rowCount, std::int64_t columnCount, std::int64_t rowStride)
        : data(first)
        , rows(rowCount)
        , columns(columnCount)
        , stride(rowStride)
    {
    }

    [[nodiscard]] T* row(std::int64_t index) const { return data + index * stride; }
};

/// What a product does with what stood in the result.
enum class Sum : std::uint8_t
{
    Replace,
    Add,
};

// Products, as a 64-bit triple loop or as fast as this machine can in 32 bits. `factor` multiplies
// the product.

/// C = A B
template <class T>
void multiply(Matrix<T> c, Matrix<const T> a, Matrix<const T> b, Sum sum = Sum::Replace);
/// C = factor A Bᵀ
template <class T>
void multiplyByTransposed(
    Matrix<T> c, Matrix<const T> a, Matrix<const T> b, Sum sum = Sum::Replace, T factor = 1);
/// C = C + Aᵀ B
template <class T>
void addTransposedProduct(Matrix<T> c, Matrix<const T> a, Matrix<const T> b);

/// While one lives, products run on the thread that asks for them: for several threads at once.
class SerialProducts
{
public:
    SerialProducts();
    ~SerialProducts();
    SerialProducts(const SerialProducts&) = delete;
    SerialProducts& operator=(const SerialProducts&) = delete;
};

} // namespace pipegantt::reference
