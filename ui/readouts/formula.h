// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <cstdint>
#include <vector>

namespace pipegantt {

/// Which part of the chart a piece of a formula counts; it is coloured as that is.
enum class Term : std::uint8_t
{
    Plain,
    Idle, ///< bubbles
    Work, ///< passes
};

/// A few characters of a formula.
struct FormulaPiece
{
    QString text;
    Term term = Term::Plain;
};

/// Pieces that stay together on one line.
using FormulaClause = std::vector<FormulaPiece>;

/// One line of small print under a number; it may be broken between clauses where it is too wide.
struct Formula
{
    std::vector<FormulaClause> clauses;
    /// Whether a space divides the clauses; words bring their own.
    bool spaced = true;

    /// The words without colours.
    [[nodiscard]] QString plainText() const;
};

/// A line of words alone; it may be broken wherever its language allows.
Formula plainFormula(const QString& text);

} // namespace pipegantt
