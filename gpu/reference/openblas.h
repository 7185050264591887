// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>
#include <string>

namespace pipegantt::reference {

/// OpenBLAS, loaded when it is first asked for. Not linked: a program that measures nothing then
/// starts without its threads, and one on a machine without it measures with our own loops.
class OpenBlas
{
public:
    /// Null where the library is not there.
    static const OpenBlas* instance();

    /// Version and processor, as the library describes itself.
    [[nodiscard]] const std::string& description() const { return m_description; }

    /// Threads of each product from now on; 1 where several threads call at once.
    void setThreads(int count) const { m_setThreads(count); }

    /// The arguments of `cblas_sgemm`, row by row.
    void multiply(bool transposeA, bool transposeB, int m, int n, int k, float alpha,
        const float* a, int strideA, const float* b, int strideB, float beta, float* c,
        int strideC) const;

private:
    using Sgemm = void (*)(int, int, int, int, int, int, float, const float*, int, const float*,
        int, float, float*, int);
    using SetThreads = void (*)(int);

    OpenBlas() = default;
    static std::optional<OpenBlas> load();

    Sgemm m_sgemm = nullptr;
    SetThreads m_setThreads = nullptr;
    std::string m_description;
};

} // namespace pipegantt::reference
