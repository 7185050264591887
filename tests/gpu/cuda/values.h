// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gpu/cuda/kernels/element.h"
#include "gpu/reference/parameters.h"

#include <cmath>
#include <limits>
#include <vector>

namespace pipegantt::test {

/// Random numbers from -1 to 1 of the type that a kernel reads, and the same in 64 bits for the
/// definition.
template <class T>
struct Values
{
    std::vector<T> device;
    std::vector<double> exact;

    Values(std::int64_t count, std::uint64_t seed, double scale = 1)
    {
        for (std::int64_t i = 0; i < count; ++i) {
            const double drawn = scale * reference::uniform<double>(seed, i);
            device.push_back(cuda::fromFloat<T>(static_cast<float>(drawn)));
            exact.push_back(static_cast<double>(cuda::toFloat(device.back())));
        }
    }
};

/// Room for results, all of it no number at first.
template <class T>
std::vector<T> unwritten(std::int64_t count)
{
    return std::vector<T>(static_cast<std::size_t>(count),
        cuda::fromFloat<T>(std::numeric_limits<float>::quiet_NaN()));
}

/// The length of the difference over that of what is right. No number where one is none.
template <class T>
double relativeError(const std::vector<T>& is, const std::vector<double>& must)
{
    double difference = 0;
    double length = 0;
    for (std::size_t i = 0; i < must.size(); ++i) {
        difference += std::pow(static_cast<double>(cuda::toFloat(is[i])) - must[i], 2);
        length += must[i] * must[i];
    }
    return is.size() == must.size() ? std::sqrt(difference / length) : 1;
}

/// What rounding of results and 32-bit sums leaves.
template <class T>
constexpr double kLimit = sizeof(T) == 4 ? 2e-6 : 5e-3;

} // namespace pipegantt::test

/// No number fails too.
#define COMPARE_VALUES(is, must, limit)                                                            \
    do {                                                                                           \
        const double error = pipegantt::test::relativeError(is, must);                             \
        QVERIFY2(error < (limit), qPrintable(QStringLiteral("error %1").arg(error)));              \
    } while (false)
