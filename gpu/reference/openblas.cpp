// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gpu/reference/openblas.h"

#include <dlfcn.h>

namespace pipegantt::reference {

std::optional<OpenBlas> OpenBlas::load()
{
    // Stays loaded: its threads end with the program.
    void* const library = dlopen("libopenblas.so.0", RTLD_NOW | RTLD_LOCAL);
    if (library == nullptr)
        return std::nullopt;
    OpenBlas blas;
    using Describe = const char* (*)();
    blas.m_sgemm = reinterpret_cast<Sgemm>(dlsym(library, "cblas_sgemm"));
    blas.m_setThreads = reinterpret_cast<SetThreads>(dlsym(library, "openblas_set_num_threads"));
    const auto config = reinterpret_cast<Describe>(dlsym(library, "openblas_get_config"));
    const auto core = reinterpret_cast<Describe>(dlsym(library, "openblas_get_corename"));
    if (blas.m_sgemm == nullptr || blas.m_setThreads == nullptr)
        return std::nullopt;
    // "OpenBLAS 0.3.21 NO_LAPACKE DYNAMIC_ARCH … SkylakeX MAX_THREADS=64"
    const std::string words = config == nullptr ? "OpenBLAS" : config();
    const std::size_t second = words.find(' ', words.find(' ') + 1);
    blas.m_description = words.substr(0, second);
    if (core != nullptr)
        blas.m_description += std::string(" (") + core() + ')';
    return blas;
}

const OpenBlas* OpenBlas::instance()
{
    static const std::optional<OpenBlas> blas = load();
    return blas ? &*blas : nullptr;
}

void OpenBlas::multiply(bool transposeA, bool transposeB, int m, int n, int k, float alpha,
    const float* a, int strideA, const float* b, int strideB, float beta, float* c,
    int strideC) const
{
    // CblasRowMajor, CblasNoTrans and CblasTrans.
    constexpr int kRows = 101;
    constexpr int kPlain = 111;
    constexpr int kTransposed = 112;
    m_sgemm(kRows, transposeA ? kTransposed : kPlain, transposeB ? kTransposed : kPlain, m, n, k,
        alpha, a, strideA, b, strideB, beta, c, strideC);
}

} // namespace pipegantt::reference
