// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/readouts/formula.h"

#include <QStringList>

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
    return words.join(u' ');
}

Formula plainFormula(const QString& text)
{
    Formula formula;
    for (const QString& word : text.split(u' '))
        formula.clauses.push_back({{word, Term::Plain}});
    return formula;
}

} // namespace pipegantt
