// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/charts/ink.h"

#include <cstdint>

namespace pipegantt {

namespace {

constexpr double kSmallPrintContrast = 4.5;
constexpr int kSteps = 20;

Color coreColor(const QColor& color)
{
    return {static_cast<std::uint8_t>(color.red()), static_cast<std::uint8_t>(color.green()),
        static_cast<std::uint8_t>(color.blue())};
}

} // namespace

QColor blended(const QColor& over, const QColor& under, double share)
{
    const auto mix = [share](int a, int b) { return qRound(a * share + b * (1 - share)); };
    return {mix(over.red(), under.red()), mix(over.green(), under.green()),
        mix(over.blue(), under.blue())};
}

QColor legibleInk(const QColor& wanted, const QColor& background, const QColor& text)
{
    for (int step = 0; step < kSteps; ++step) {
        const QColor ink = blended(text, wanted, static_cast<double>(step) / kSteps);
        if (contrast(coreColor(ink), coreColor(background)) >= kSmallPrintContrast)
            return ink;
    }
    return text;
}

} // namespace pipegantt
