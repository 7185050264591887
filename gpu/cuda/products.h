// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gpu/cuda/owned.h"

#include <compare>
#include <cstddef>
#include <cstdint>
#include <map>

namespace pipegantt::cuda {

/// result = op(a) · op(b) + addend + bias, matrices row by row, all of them in the element type but
/// for the result and the addend where `floatResult`. Either operand may be transposed: it is then
/// stored as `inner` × rows, or columns × `inner`.
struct Product
{
    std::int64_t rows = 0;
    std::int64_t columns = 0;
    std::int64_t inner = 0;
    const void* a = nullptr;
    const void* b = nullptr;
    void* result = nullptr;
    bool transposeA = false;
    bool transposeB = false;
    bool floatResult = false;
    /// Null for none; may be the result.
    const void* addend = nullptr;
    /// Added to each row; null for none.
    const void* bias = nullptr;
};

/// Products by cuBLASLt, summed in 32 bits. Which of its kernels does it is asked for once for each
/// kind of product. An addend is read by the product itself, and need not be copied before.
class Products
{
public:
    /// `workspace` of `bytes` must live as long as products run.
    Products(bool bfloat16, void* workspace, std::size_t bytes);

    /// Puts the product at the end of `stream`.
    void run(cudaStream_t stream, const Product& product);

    /// The library's version: `13.0.2`.
    static std::string version();

private:
    /// Everything that the choice of a kernel depends on.
    struct Key
    {
        std::int64_t rows;
        std::int64_t columns;
        std::int64_t inner;
        std::int32_t flags;
        std::uint32_t alignment;

        friend auto operator<=>(const Key&, const Key&) = default;
    };
    struct Plan
    {
        Owned<cublasLtMatmulDesc_t> description;
        Owned<cublasLtMatrixLayout_t> left;
        Owned<cublasLtMatrixLayout_t> right;
        Owned<cublasLtMatrixLayout_t> result;
        cublasLtMatmulAlgo_t algorithm {};
    };

    static Key keyOf(const Product& product);
    [[nodiscard]] Plan makePlan(const Product& product, std::uint32_t alignment) const;
    void choose(Plan& plan, const Product& product, std::uint32_t alignment) const;

    cudaDataType_t m_element;
    void* m_workspace;
    std::size_t m_workspaceBytes;
    Owned<cublasLtHandle_t> m_library;
    std::map<Key, Plan> m_plans;
};

} // namespace pipegantt::cuda
