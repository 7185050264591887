// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gpu/cuda/products.h"

#include "gpu/plugin/interface.h"

#include <algorithm>
#include <string>
#include <utility>

namespace pipegantt::cuda {
namespace {

/// The largest power of two, up to what the library asks for, at which a matrix begins.
std::uint32_t alignmentOf(const void* pointer)
{
    constexpr std::uintptr_t kMost = 256;
    const auto address = reinterpret_cast<std::uintptr_t>(pointer);
    return static_cast<std::uint32_t>(std::min(kMost, address & (~address + 1)));
}

/// The library counts by columns: to it our matrix of rows is the transposed one.
Owned<cublasLtMatrixLayout_t> layout(cudaDataType_t type, std::int64_t rows, std::int64_t columns)
{
    cublasLtMatrixLayout_t made = nullptr;
    check(cublasLtMatrixLayoutCreate(&made, type, static_cast<std::uint64_t>(columns),
              static_cast<std::uint64_t>(rows), columns),
        "cublasLtMatrixLayoutCreate");
    return Owned<cublasLtMatrixLayout_t>(made);
}

template <class Value>
void set(cublasLtMatmulDesc_t description, cublasLtMatmulDescAttributes_t attribute, Value value)
{
    check(cublasLtMatmulDescSetAttribute(description, attribute, &value, sizeof(value)),
        "cublasLtMatmulDescSetAttribute");
}

template <class Value>
void set(
    cublasLtMatmulPreference_t preference, cublasLtMatmulPreferenceAttributes_t which, Value value)
{
    check(cublasLtMatmulPreferenceSetAttribute(preference, which, &value, sizeof(value)),
        "cublasLtMatmulPreferenceSetAttribute");
}

const void* addendOf(const Product& product)
{
    return product.addend == nullptr ? product.result : product.addend;
}

} // namespace

Products::Products(bool bfloat16, void* workspace, std::size_t bytes)
    : m_element(bfloat16 ? CUDA_R_16BF : CUDA_R_32F)
    , m_workspace(workspace)
    , m_workspaceBytes(bytes)
{
    cublasLtHandle_t library = nullptr;
    check(cublasLtCreate(&library), "cublasLtCreate");
    m_library.reset(library);
}

std::string Products::version()
{
    const std::size_t version = cublasLtGetVersion();
    return std::to_string(version / 10000) + '.' + std::to_string(version / 100 % 100) + '.'
        + std::to_string(version % 100);
}

Products::Key Products::keyOf(const Product& product)
{
    const std::int32_t flags = (product.transposeA ? 1 : 0) | (product.transposeB ? 2 : 0)
        | (product.floatResult ? 4 : 0) | (product.bias != nullptr ? 8 : 0)
        | (product.addend != nullptr ? 16 : 0) | (product.addend == product.result ? 32 : 0);
    std::uint32_t alignment = std::min({alignmentOf(product.a), alignmentOf(product.b),
        alignmentOf(product.result), alignmentOf(addendOf(product))});
    if (product.bias != nullptr)
        alignment = std::min(alignment, alignmentOf(product.bias));
    return {product.rows, product.columns, product.inner, flags, alignment};
}

/// Transposing both sides turns a · b into bᵀ · aᵀ: to the library our right operand is the left.
Products::Plan Products::makePlan(const Product& product, std::uint32_t alignment) const
{
    Plan plan;
    cublasLtMatmulDesc_t description = nullptr;
    check(cublasLtMatmulDescCreate(&description, CUBLAS_COMPUTE_32F, CUDA_R_32F),
        "cublasLtMatmulDescCreate");
    plan.description.reset(description);
    const auto operation = [](bool transposed) { return transposed ? CUBLAS_OP_T : CUBLAS_OP_N; };
    set(description, CUBLASLT_MATMUL_DESC_TRANSA, operation(product.transposeB));
    set(description, CUBLASLT_MATMUL_DESC_TRANSB, operation(product.transposeA));
    if (product.bias != nullptr) {
        set(description, CUBLASLT_MATMUL_DESC_EPILOGUE, CUBLASLT_EPILOGUE_BIAS);
        set(description, CUBLASLT_MATMUL_DESC_BIAS_DATA_TYPE, m_element);
        set(description, CUBLASLT_MATMUL_DESC_BIAS_POINTER, product.bias);
    }
    const cudaDataType_t result = product.floatResult ? CUDA_R_32F : m_element;
    plan.left = product.transposeB ? layout(m_element, product.columns, product.inner)
                                   : layout(m_element, product.inner, product.columns);
    plan.right = product.transposeA ? layout(m_element, product.inner, product.rows)
                                    : layout(m_element, product.rows, product.inner);
    plan.result = layout(result, product.rows, product.columns);
    choose(plan, product, alignment);
    return plan;
}

void Products::choose(Plan& plan, const Product& product, std::uint32_t alignment) const
{
    cublasLtMatmulPreference_t made = nullptr;
    check(cublasLtMatmulPreferenceCreate(&made), "cublasLtMatmulPreferenceCreate");
    const Owned<cublasLtMatmulPreference_t> preference(made);
    set(made, CUBLASLT_MATMUL_PREF_MAX_WORKSPACE_BYTES, m_workspaceBytes);
    for (const auto which :
        {CUBLASLT_MATMUL_PREF_MIN_ALIGNMENT_A_BYTES, CUBLASLT_MATMUL_PREF_MIN_ALIGNMENT_B_BYTES,
            CUBLASLT_MATMUL_PREF_MIN_ALIGNMENT_C_BYTES, CUBLASLT_MATMUL_PREF_MIN_ALIGNMENT_D_BYTES})
        set(made, which, alignment);
    cublasLtMatmulHeuristicResult_t best {};
    int found = 0;
    check(cublasLtMatmulAlgoGetHeuristic(m_library.get(), plan.description.get(), plan.left.get(),
              plan.right.get(), plan.result.get(), plan.result.get(), made, 1, &best, &found),
        "cublasLtMatmulAlgoGetHeuristic");
    if (found == 0) {
        throw Failure {PIPEGANTT_FAILED,
            "cublasLtMatmulAlgoGetHeuristic: no kernel for " + std::to_string(product.rows) + " x "
                + std::to_string(product.columns) + " x " + std::to_string(product.inner)};
    }
    plan.algorithm = best.algo;
}

void Products::run(cudaStream_t stream, const Product& product)
{
    const Key key = keyOf(product);
    auto found = m_plans.find(key);
    if (found == m_plans.end())
        found = m_plans.emplace(key, makePlan(product, key.alignment)).first;
    const Plan& plan = found->second;
    // The description is the only thing that knows the bias.
    if (product.bias != nullptr)
        set(plan.description.get(), CUBLASLT_MATMUL_DESC_BIAS_POINTER, product.bias);
    const float one = 1;
    const float share = product.addend == nullptr ? 0.F : 1.F;
    check(cublasLtMatmul(m_library.get(), plan.description.get(), &one, product.b, plan.left.get(),
              product.a, plan.right.get(), &share, addendOf(product), plan.result.get(),
              product.result, plan.result.get(), &plan.algorithm, m_workspace, m_workspaceBytes,
              stream),
        "cublasLtMatmul");
}

} // namespace pipegantt::cuda
