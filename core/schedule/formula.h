// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/ratio.h"
#include "core/plan/plan.h"

#include <optional>
#include <string>
#include <string_view>

namespace pipegantt {

/// A formula of the catalogue, and what it says behind a comma about a part that it names:
/// `i/(i+M)` and `i = (P-2) F`.
struct FormulaParts
{
    std::string_view main;
    std::string_view where;
};
FormulaParts formulaParts(std::string_view formula);

/// A bubble ratio of the catalogue in the parts that readers count: idle / (idle + work), and what
/// is said behind it, where the formula names a part of itself.
struct ShareFormula
{
    std::string idle;
    std::string work;
    /// `i = (P−2) (F+B)`; empty where nothing is left to say.
    std::string where;

    friend bool operator==(const ShareFormula&, const ShareFormula&) = default;
};

/// A formula of the catalogue as it is printed: with the minus sign in the place of the hyphen, and
/// without V where a device holds one chunk.
std::string printedFormula(std::string_view formula, int chunks);

/// The parts of the printed `formula`; nothing where it is no A/(A+B).
std::optional<ShareFormula> shareFormula(std::string_view formula, int chunks);

/// The value of a formula of the catalogue at `plan`: that of an expression, in which a letter may
/// be given a value behind a comma: `i = (P-2) F`. Nothing where it says more than
/// `expressionValue` understands.
std::optional<Ratio> formulaValue(std::string_view formula, const Plan& plan);

} // namespace pipegantt
