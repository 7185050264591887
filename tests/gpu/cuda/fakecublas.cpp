// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

// As much of cuBLASLt as the plugin calls, as its manual says what a product is: matrices column by
// column, d = op(a) op(b) · alpha + c · beta, and a bias for each row of d.

#include "gpu/cuda/kernels/element.h"

#include <cstring>
#include <cublasLt.h>
#include <vector>

namespace {

struct Description
{
    cublasOperation_t a = CUBLAS_OP_N;
    cublasOperation_t b = CUBLAS_OP_N;
    cublasLtEpilogue_t epilogue = CUBLASLT_EPILOGUE_DEFAULT;
    const void* bias = nullptr;
};

struct Layout
{
    cudaDataType type;
    std::uint64_t rows;
    std::uint64_t columns;
    std::int64_t leading;
};

template <class Handle>
const Layout& layoutOf(Handle handle)
{
    return *reinterpret_cast<const Layout*>(handle);
}

float at(const void* data, cudaDataType type, std::size_t index)
{
    return type == CUDA_R_32F
        ? static_cast<const float*>(data)[index]
        : pipegantt::cuda::toFloat(static_cast<const pipegantt::cuda::Bfloat16*>(data)[index]);
}

void put(void* data, cudaDataType type, std::size_t index, float value)
{
    if (type == CUDA_R_32F)
        static_cast<float*>(data)[index] = value;
    else
        static_cast<pipegantt::cuda::Bfloat16*>(data)[index] =
            pipegantt::cuda::fromFloat<pipegantt::cuda::Bfloat16>(value);
}

/// op(matrix), row by row and in 32 bits.
std::vector<float> unfolded(const void* data, const Layout& layout, cublasOperation_t operation)
{
    std::vector<float> values(layout.rows * layout.columns);
    for (std::size_t row = 0; row < layout.rows; ++row) {
        for (std::size_t column = 0; column < layout.columns; ++column) {
            const float value =
                at(data, layout.type, row + column * static_cast<std::size_t>(layout.leading));
            if (operation == CUBLAS_OP_N)
                values[row * layout.columns + column] = value;
            else
                values[column * layout.rows + row] = value;
        }
    }
    return values;
}

} // namespace

cublasStatus_t cublasLtCreate(cublasLtHandle_t* handle)
{
    *handle = reinterpret_cast<cublasLtHandle_t>(new int);
    return CUBLAS_STATUS_SUCCESS;
}

cublasStatus_t cublasLtDestroy(cublasLtHandle_t handle)
{
    delete reinterpret_cast<int*>(handle);
    return CUBLAS_STATUS_SUCCESS;
}

size_t cublasLtGetVersion()
{
    return 130002;
}

const char* cublasLtGetStatusString(cublasStatus_t)
{
    return "an error";
}

cublasStatus_t cublasLtMatmulDescCreate(
    cublasLtMatmulDesc_t* made, cublasComputeType_t compute, cudaDataType_t scale)
{
    if (compute != CUBLAS_COMPUTE_32F || scale != CUDA_R_32F)
        return CUBLAS_STATUS_NOT_SUPPORTED;
    *made = reinterpret_cast<cublasLtMatmulDesc_t>(new Description);
    return CUBLAS_STATUS_SUCCESS;
}

cublasStatus_t cublasLtMatmulDescDestroy(cublasLtMatmulDesc_t it)
{
    delete reinterpret_cast<Description*>(it);
    return CUBLAS_STATUS_SUCCESS;
}

cublasStatus_t cublasLtMatmulDescSetAttribute(cublasLtMatmulDesc_t it,
    cublasLtMatmulDescAttributes_t attribute, const void* value, size_t size)
{
    auto* const description = reinterpret_cast<Description*>(it);
    const auto set = [value, size](auto& to) {
        if (size == sizeof(to))
            std::memcpy(&to, value, size);
        return size == sizeof(to) ? CUBLAS_STATUS_SUCCESS : CUBLAS_STATUS_INVALID_VALUE;
    };
    switch (attribute) {
    case CUBLASLT_MATMUL_DESC_TRANSA:
        return set(description->a);
    case CUBLASLT_MATMUL_DESC_TRANSB:
        return set(description->b);
    case CUBLASLT_MATMUL_DESC_EPILOGUE:
        return set(description->epilogue);
    case CUBLASLT_MATMUL_DESC_BIAS_POINTER:
        return set(description->bias);
    default:
        return CUBLAS_STATUS_SUCCESS;
    }
}

cublasStatus_t cublasLtMatrixLayoutCreate(cublasLtMatrixLayout_t* made, cudaDataType type,
    uint64_t rows, uint64_t columns, int64_t leading)
{
    *made = reinterpret_cast<cublasLtMatrixLayout_t>(new Layout {type, rows, columns, leading});
    return CUBLAS_STATUS_SUCCESS;
}

cublasStatus_t cublasLtMatrixLayoutDestroy(cublasLtMatrixLayout_t it)
{
    delete reinterpret_cast<Layout*>(it);
    return CUBLAS_STATUS_SUCCESS;
}

cublasStatus_t cublasLtMatmulPreferenceCreate(cublasLtMatmulPreference_t* made)
{
    *made = reinterpret_cast<cublasLtMatmulPreference_t>(new int);
    return CUBLAS_STATUS_SUCCESS;
}

cublasStatus_t cublasLtMatmulPreferenceDestroy(cublasLtMatmulPreference_t it)
{
    delete reinterpret_cast<int*>(it);
    return CUBLAS_STATUS_SUCCESS;
}

cublasStatus_t cublasLtMatmulPreferenceSetAttribute(
    cublasLtMatmulPreference_t, cublasLtMatmulPreferenceAttributes_t, const void*, size_t)
{
    return CUBLAS_STATUS_SUCCESS;
}

cublasStatus_t cublasLtMatmulAlgoGetHeuristic(cublasLtHandle_t, cublasLtMatmulDesc_t,
    cublasLtMatrixLayout_t, cublasLtMatrixLayout_t, cublasLtMatrixLayout_t, cublasLtMatrixLayout_t,
    cublasLtMatmulPreference_t, int, cublasLtMatmulHeuristicResult_t[], int* found)
{
    *found = 1;
    return CUBLAS_STATUS_SUCCESS;
}

cublasStatus_t cublasLtMatmul(cublasLtHandle_t, cublasLtMatmulDesc_t computed, const void* alpha,
    const void* a, cublasLtMatrixLayout_t aLayout, const void* b, cublasLtMatrixLayout_t bLayout,
    const void* beta, const void* c, cublasLtMatrixLayout_t cLayout, void* d,
    cublasLtMatrixLayout_t dLayout, const cublasLtMatmulAlgo_t*, void*, size_t, cudaStream_t)
{
    const auto& description = *reinterpret_cast<const Description*>(computed);
    const Layout& result = layoutOf(dLayout);
    const Layout& addend = layoutOf(cLayout);
    const Layout& left = layoutOf(aLayout);
    const Layout& right = layoutOf(bLayout);
    const bool leftAsIs = description.a == CUBLAS_OP_N;
    const bool rightAsIs = description.b == CUBLAS_OP_N;
    const std::size_t inner = leftAsIs ? left.columns : left.rows;
    if ((leftAsIs ? left.rows : left.columns) != result.rows
        || (rightAsIs ? right.columns : right.rows) != result.columns
        || (rightAsIs ? right.rows : right.columns) != inner)
        return CUBLAS_STATUS_INVALID_VALUE;
    const std::vector<float> x = unfolded(a, left, description.a);
    const std::vector<float> y = unfolded(b, right, description.b);
    const float share = *static_cast<const float*>(beta);
    std::vector<float> sums(result.columns);
    for (std::size_t row = 0; row < result.rows; ++row) {
        sums.assign(result.columns, 0);
        for (std::size_t k = 0; k < inner; ++k) {
            for (std::size_t column = 0; column < result.columns; ++column)
                sums[column] += x[row * inner + k] * y[k * result.columns + column];
        }
        for (std::size_t column = 0; column < result.columns; ++column) {
            const auto at0 = [&](const Layout& layout) {
                return row + column * static_cast<std::size_t>(layout.leading);
            };
            float sum = sums[column] * *static_cast<const float*>(alpha);
            if (share != 0) // what is not added may be no number
                sum += share * at(c, addend.type, at0(addend));
            if (description.epilogue == CUBLASLT_EPILOGUE_BIAS)
                sum += at(description.bias, left.type, row);
            put(d, result.type, at0(result), sum);
        }
    }
    return CUBLAS_STATUS_SUCCESS;
}
