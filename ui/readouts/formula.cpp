// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/readouts/formula.h"

#include <QRegularExpression>
#include <QStringList>
#include <QTextBoundaryFinder>

namespace pipegantt {

QString Formula::plainText() const
{
    QStringList words;
    for (const FormulaClause& clause : clauses) {
        QString word;
        for (const FormulaPiece& piece : clause)
            word += piece.text;
        words.append(word);
    }
    return words.join(spaced ? QStringLiteral(" ") : QString());
}

Formula plainFormula(const QString& text)
{
    Formula formula;
    formula.spaced = false;
    // Not at spaces: Chinese has none. Never between a number and its unit.
    static const QRegularExpression unit(
        QStringLiteral("(?<=\\d) (?=([kMGTP]?i?B|s|ms|µs|slots?|时隙)\\b|%)"),
        QRegularExpression::UseUnicodePropertiesOption);
    QString bound = text;
    bound.replace(unit, QStringLiteral("\u00A0"));
    QTextBoundaryFinder breaks(QTextBoundaryFinder::Line, bound);
    for (qsizetype begin = 0, end = breaks.toNextBoundary(); end > begin;
         begin = end, end = breaks.toNextBoundary())
        formula.clauses.push_back({{text.sliced(begin, end - begin), Term::Plain}});
    return formula;
}

} // namespace pipegantt
